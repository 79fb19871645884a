"""`srtool.toml`: what an organisation decides once. Light: most commands look for it first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from itertools import accumulate
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Any, Literal

from srtool.errors import InputError, Problem, UsageError
from srtool.lazy_dataclass import dataclass
from srtool.place import Place
from srtool.readers import setting_tables
from srtool.readers.nearest import nearest
from srtool.readers.toml_file import parse

if TYPE_CHECKING:
    from srtool.register.assumptions import Assumptions
    from srtool.register.model import Assumption, OwnLimit

NAME = "srtool.toml"
KEYS = (
    *("lang", "rule_set", "rule_sets", "columns", "values", "labour_share", "limits", "monitor", "assume"),
    "organisation",
)
"""What may stand in the file."""
_LANGUAGES = ("nl", "en")
_MOST_SHOWN = 100
"""Characters of a path in a message."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one `srtool.toml`; without the file, none."""

    lang: Literal["nl", "en"] | None = None
    rule_set: str | None = None
    rule_sets: Path | None = None
    """The folder with the organisation's own rule sets; written relative to the file."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Own Excel headings, and what each stands for: `wage_sum`, `suppliers.name`, or nothing: not to be read."""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What a word in a cell means, as the register would say it, or nothing: not filled in. Per heading of a column; of
    every column under an empty heading."""
    labour_share: Mapping[str, Assumption] = field(default_factory=dict)
    """The estimate per CPV division of two digits, or per category by its `category_key`."""
    limits: Mapping[str, OwnLimit] = field(default_factory=dict)
    """The organisation's own limits for a heavier procedure, by name; euro excl. VAT."""
    monitor: Mapping[str, int] = field(default_factory=dict)
    """From when on a contract is called silent, behind or starting: days, percent, months."""
    assume: Assumptions | None = None
    """What holds for each contract that does not say itself."""
    independent_units: tuple[str, ...] = ()
    """The units that buy on their own account: only these are counted apart from the rest of the authority."""


def names_file(rule_set: str) -> bool:
    """Whether a rule set is named by a path instead of by its name."""
    return rule_set.endswith(".toml") or "/" in rule_set or "\\" in rule_set


def leaves_folder(rule_set: str) -> bool:
    """Whether the path of a rule set leads out of its folder: upwards, absolute, or to a network."""
    if not names_file(rule_set):
        return False
    path = PureWindowsPath(rule_set)  # it knows both kinds of slashes, drives and hosts
    depths = accumulate(-1 if part == ".." else 1 for part in path.parts)
    return bool(path.drive or path.root) or min(depths, default=0) < 0


def seen_from(folder: Path, rule_set: str) -> str:
    """The same rule set; a relative path counts from this folder."""
    return str(folder / rule_set) if names_file(rule_set) else rule_set


def load(path: Path) -> Settings:
    """The settings in this file; UsageError when there is none to read, InputError with all its mistakes."""
    try:
        data = path.read_bytes()
    except OSError as error:
        code = "file_unreadable" if path.exists() else "file_missing"
        raise UsageError([Problem(code, str(path))]) from error
    return of_tables(parse(data, path.name), path)


def of_tables(written: dict[str, Any], path: Path) -> Settings:
    """The settings that these tables make in that file; InputError with all their mistakes."""
    problems = list(_unknown(written, path.name))
    lang = _text(written, "lang", path.name, problems)
    if lang is not None and lang not in _LANGUAGES:
        problems.append(_choice(Place(path.name, "lang"), lang))
    rule_set = _text(written, "rule_set", path.name, problems)
    rule_sets = _text(written, "rule_sets", path.name, problems)
    folder = None if rule_sets is None else path.parent / rule_sets
    if folder is not None and (code := _no_folder(folder)):
        problems.append(Problem(code, Place(path.name, "rule_sets"), {"folder": _shortened(rule_sets or "")}))
    columns = _table(written, "columns", path.name, problems)
    problems += _unfit_columns(columns, path.name)
    values = dict(_values(_table(written, "values", path.name, problems), path.name, problems))
    shares = dict(setting_tables.shares(_table(written, "labour_share", path.name, problems), path.name, problems))
    limits = dict(setting_tables.limits(_table(written, "limits", path.name, problems), path.name, problems))
    monitor = dict(setting_tables.monitor(_table(written, "monitor", path.name, problems), path.name, problems))
    assume = _assumptions(_table(written, "assume", path.name, problems), path.name, problems)
    units = setting_tables.independent_units(_table(written, "organisation", path.name, problems), path.name, problems)
    if problems:
        raise InputError(problems)
    return Settings(
        lang="nl" if lang == "nl" else "en" if lang == "en" else None,
        rule_set=None if rule_set is None else seen_from(path.parent, rule_set),
        rule_sets=folder,
        columns={heading: _field_of(target) for heading, target in columns.items()},
        values=values,
        labour_share=shares,
        limits=limits,
        monitor=monitor,
        assume=assume,
        independent_units=units,
    )


def _no_folder(folder: Path) -> str | None:
    """Why the folder cannot be used; a name that the system refuses, or a closed share, is no folder either."""
    try:
        if folder.is_dir():
            return None
        return "rule_sets_no_folder" if folder.exists() else "rule_sets_missing"
    except (OSError, ValueError):
        return "rule_sets_unusable"


def _shortened(name: str) -> str:
    return name if len(name) <= _MOST_SHOWN else f"{name[:_MOST_SHOWN]}…"


def _unknown(written: Mapping[str, Any], name: str) -> Iterator[Problem]:
    for key in written:
        if key not in KEYS:
            from srtool.readers.problems import unknown_key  # noqa: PLC0415 - only needed when something is wrong

            yield unknown_key(Place(name, key), key, KEYS)


def _choice(place: Place, value: str) -> Problem:
    from srtool.readers.problems import shown  # noqa: PLC0415 - idem

    return Problem("choice_unknown", place, {"value": shown(value), "choices": _LANGUAGES})


def _text(written: Mapping[str, Any], key: str, name: str, problems: list[Problem]) -> str | None:
    value = written.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        problems.append(Problem("setting_not_text", Place(name, key)))
        return None
    if not value.strip():
        problems.append(Problem("setting_empty", Place(name, key)))
        return None
    return value.strip()


def _table(written: Mapping[str, Any], key: str, name: str, problems: list[Problem]) -> dict[str, Any]:
    value = written.get(key, {})
    if isinstance(value, dict):
        return value
    problems.append(Problem("setting_not_table", Place(name, key), {"key": key}))
    return {}


def _unfit_columns(columns: Mapping[str, Any], name: str) -> Iterator[Problem]:
    if not columns:
        return
    targets = _targets()
    for heading, target in columns.items():
        place = Place(name, "columns", key=heading)
        if not isinstance(target, str):
            yield Problem("setting_not_text", place)
        elif target.strip() and _field_of(target) not in targets:
            near = nearest(target.strip(), targets)
            code = "column_target_near" if len(near) == 1 else "column_target"
            yield Problem(code, place, {"target": target.strip(), "near": near})


def _field_of(target: str) -> str:
    """The key of a field, also where it is called by its Dutch or English heading."""
    bare = target.strip()
    if not bare or bare in _targets():
        return bare
    from srtool.readers.vocabulary import field_named  # noqa: PLC0415 - few settings name a field by its heading

    return field_named(bare) or bare


def _values(written: Mapping[str, Any], name: str, problems: list[Problem]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Words of every column stand in [values] itself, those of one column in a table called after its heading."""
    general = {word: meaning for word, meaning in written.items() if not isinstance(meaning, dict)}
    of_columns = {heading: words for heading, words in written.items() if isinstance(words, dict)}
    for heading, words in {"": general, **of_columns}.items():
        for word, meaning in words.items():
            if not isinstance(meaning, str):
                key = f"{heading}.{word}" if heading else word
                problems.append(Problem("setting_not_text", Place(name, "values", key=key)))
        if words:
            yield heading, {word: str(meaning).strip() for word, meaning in words.items()}


def _targets() -> frozenset[str]:
    """What a column may stand for: a field of a contract, or `table.field`."""
    from srtool.register.columns import LISTS, columns, table_types  # noqa: PLC0415 - the model takes the engine along

    tables = table_types()
    lists = {path.rpartition(".")[2]: record for path, record in LISTS.items()}  # sheets of their own
    dotted = {f"{table}.{info.key}" for table, record in {**tables, **lists}.items() for info in columns(record)}
    of_lists = {f"{name}.contract" for name in lists}
    return frozenset(dotted | of_lists | {info.key for info in columns(tables["contracts"])})


def _assumptions(written: Mapping[str, Any], name: str, problems: list[Problem]) -> Assumptions | None:
    if not written:
        return None
    from srtool.readers.assumptions import assumptions  # noqa: PLC0415 - only a file with such a table needs it

    return assumptions(written, name, problems)

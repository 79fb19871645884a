"""Rule sets from TOML files: those shipped, those in the user's own folder, or any by its path."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from srtool.errors import InputError, Problem, RuleSetError, UsageError
from srtool.lazy_dataclass import dataclass
from srtool.place import Place
from srtool.readers.nearest import few, looks_like
from srtool.readers.problems import for_rules, shown
from srtool.readers.rules.rule_types import judged
from srtool.readers.rules.taken_blocks import with_blocks
from srtool.readers.settings import leaves_folder, names_file, seen_from
from srtool.readers.toml_file import parse
from srtool.rules.rulebook import EUROPEAN
from srtool.rules.ruleset import RuleSet

_SHIPPED = Path(__file__).parents[2] / "rulesets"
_TABLE = re.compile(rb"^\[", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A rule set, the SHA-256 of the bytes it was read from, and their file."""

    rules: RuleSet
    sha256: str
    path: Path


def shipped() -> tuple[str, ...]:
    """The names of the rule sets that come with the program, sorted."""
    return tuple(sorted(_by_name(_SHIPPED)))


def find(name: str, folder: Path | None) -> Path:
    """The file of a rule set: by its path, by name or id from the user's folder, or shipped; else UsageError.

    RuleSetError when two files claim one id: which of the two counts may not depend on the name that is typed.
    """
    if names_file(name):
        return Path(name)
    if folder and (problems := [problem for _, problem in _claimed_twice(folder)]):
        raise RuleSetError(problems)
    own = _by_name(folder) if folder else {}
    called = {path: id_of(path) or stem for stem, path in own.items()}
    files = _by_name(_SHIPPED) | own | {name: path for path, name in called.items()}
    if name in files:
        return files[name]
    newest = families(files.values())
    if name in newest:
        return newest[name]
    files |= newest
    same = {path for known, path in files.items() if known.casefold() == name.strip().casefold()}
    if len(same) != 1:
        from srtool.readers.rules.rule_titles import titled  # noqa: PLC0415 - most names are exact

        same = titled(name, files)
    if len(same) == 1:
        return same.pop()
    near = looks_like(name, files)
    known = few(list(dict.fromkeys([*sorted(called.values()), *sorted({*shipped(), *newest})])))  # the own ones first
    values = {"value": shown(name), "near": () if near is None else (near,), "known": known}
    raise UsageError([Problem("rule_set_unknown_far" if near is None else "rule_set_unknown", "", values)])


@cache
def _shipped_families() -> dict[str, Path]:
    return families(_by_name(_SHIPPED).values())


def families(files: Iterable[Path]) -> dict[str, Path]:
    """The plain names that successive tables share, each with the file that says it is the newest."""
    return _families({path: _head(path) for path in files})


def _families(heads: Mapping[Path, Mapping[str, Any]]) -> dict[str, Path]:
    return {
        head["family"]: path
        for path, head in heads.items()
        if head.get("newest") is True and isinstance(head.get("family"), str)
    }


def members(folder: Path | None) -> dict[str, tuple[str, ...]]:
    """The authorities that each rule set of a policy lists, by the name that it is chosen by; of tables the newest."""
    files = _by_name(_SHIPPED) | (_by_name(folder) if folder else {})
    del files[EUROPEAN]
    heads = {path: _head(path) for path in files.values()}
    newest = {path: name for name, path in _families(heads).items()}
    listed: dict[str, tuple[str, ...]] = {}
    for path, head in heads.items():
        if path in newest or not isinstance(head.get("family"), str):
            names = head.get("members")
            name = newest.get(path) or _id_in(head) or path.stem
            listed[name] = tuple(map(str, names)) if isinstance(names, list) else ()
    return dict(sorted(listed.items()))


def unknown(name: str, register_folder: Path, folder: Path | None, *, allow_paths: bool = False) -> tuple[Problem, ...]:
    """What is wrong with the rule set that a register in this folder names: there is none, or no file to be read.

    Who sends a register may not have other files opened: a path that leaves its folder is wrong too, unless paths are
    allowed.
    """
    if not allow_paths and leaves_folder(name):
        return (Problem("rule_set_outside", "", {"value": shown(name)}),)
    try:
        _content(find(seen_from(register_folder, name), folder))
    except UsageError as error:
        return error.problems
    except RuleSetError:  # the folder is at fault, and loading says so
        return ()
    return ()


def load(path: Path) -> Loaded:
    """The rules in a file; RuleSetError names every mistake in it, UsageError a file that cannot be read."""
    content = _content(path)
    try:
        data = parse(content, path.name)
    except InputError as error:
        raise RuleSetError(map(for_rules, error.problems)) from error
    if not data:
        raise RuleSetError([Problem("rule_file_empty", Place(path.name))])
    data, not_taken = with_blocks(data, path.name, _shipped_tables, lambda: {*shipped(), *_shipped_families()})
    rules, problems = judged(data, path.name)
    problems += not_taken
    problems += _of_a_shipped(data.get("id"), path)
    if problems:
        raise RuleSetError(problems)
    return Loaded(rules, hashlib.sha256(content).hexdigest(), path)


def _shipped_tables(name: str) -> dict[str, Any] | None:
    """What the shipped rule set of this name or plain name says; None where there is none."""
    path = (_by_name(_SHIPPED) | _shipped_families()).get(name)
    return None if path is None else parse(_content(path), path.name)


def load_all(folder: Path | None) -> tuple[list[Loaded], list[Problem]]:
    """The rule sets that are shipped and those in the folder, as far as they are good; and all that is wrong."""
    refused = dict(_claimed_twice(folder)) if folder else {}
    problems = list(refused.values())
    own = _by_name(folder) if folder else {}
    files = _by_name(_SHIPPED) | {name: path for name, path in own.items() if path not in refused}
    good = []
    for _, path in sorted(files.items()):
        try:
            good.append(load(path))
        except (RuleSetError, UsageError) as error:
            problems += error.problems
    return good, problems


def _of_a_shipped(name: object, path: Path) -> Iterator[Problem]:
    """An own file with the id of a shipped rule set: every answer would name the one and follow the other."""
    if isinstance(name, str) and name.strip() in shipped() and path.resolve().parent != _SHIPPED.resolve():
        yield Problem("rule_set_shipped", Place(path.name, "id"), {"value": name.strip(), "file": shown(path.name)})


def _content(path: Path) -> bytes:
    try:
        if path.is_file():
            return path.read_bytes()
        code = "rule_set_is_folder" if path.is_dir() else "rule_set_unreadable" if path.exists() else "rule_set_missing"
    except (OSError, ValueError):
        code = "rule_set_unreadable"
    raise UsageError([Problem(code, str(path), {"value": shown(path.name or path.absolute().name or path)})])


def _claimed_twice(folder: Path) -> Iterator[tuple[Path, Problem]]:
    """Own files that bear the name or id of a shipped rule set or the id of another file, each with its problem."""
    own = _by_name(folder)
    owners = {stem: path.name for stem, path in own.items()}
    ours = {*shipped(), *_shipped_families()} if own else ()
    for stem, path in sorted(own.items()):
        name = id_of(path)
        for place, taken in ((Place(path.name), stem), (Place(path.name, "id"), name)):
            if taken in ours:
                yield path, Problem("rule_set_shipped", place, {"value": taken, "file": shown(path.name)})
                break
        else:
            other = owners.setdefault(name, path.name) if name is not None else path.name
            if other != path.name:
                values = {"value": shown(name), "other": shown(other)}
                yield path, Problem("rule_set_id_taken", Place(path.name, "id"), values)


def id_of(path: Path) -> str | None:
    """The id that a file claims; None for one that is broken, of which is said elsewhere what is wrong."""
    return _id_in(_head(path))


def _id_in(head: Mapping[str, Any]) -> str | None:
    name = head.get("id")
    return name.strip() if isinstance(name, str) else None


def _head(path: Path) -> dict[str, Any]:
    """What a file says above its tables, unjudged; nothing for one that is broken."""
    try:
        content = _content(path)
        # Ours are whole; of one from elsewhere only all of it tells whether it is.
        return parse(_above_tables(content) if path.parent == _SHIPPED else content, path.name)
    except (InputError, UsageError):
        return {}


def _above_tables(content: bytes) -> bytes:
    first = _TABLE.search(content)
    return content if first is None else content[: first.start()]


def _by_name(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in folder.glob("*.toml")}

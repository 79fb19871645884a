"""srtool convert: a register written in another form, and read back before it is put in place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import get_args

from srtool.cli import output, reading, saying
from srtool.cli import run as shared
from srtool.cli.cannot_hold import not_held, placed
from srtool.cli.folders import files_of
from srtool.cli.options import Options
from srtool.cli.progress_bar import sign_of_life
from srtool.cli.run import refuse_unread
from srtool.cli.settings_file import settings
from srtool.errors import InputError, Problem, UsageError
from srtool.place import Place, Row, Where
from srtool.readers import register
from srtool.readers.excel.sheets import mapped_columns
from srtool.readers.joined_registers import told_apart
from srtool.readers.settings import Settings, names_file
from srtool.readers.toml_file import has_comments
from srtool.readers.vocabulary import plain
from srtool.register.choosing import chosen
from srtool.register.columns import SHEETS, infos
from srtool.register.model import RegisterFile, Status
from srtool.texts import Lang, sentence
from srtool.texts.say import heading, table_name
from srtool.views.register import register_sheet, to_toml, to_workbook

SUPPORTED = (".toml", ".xlsx")
_SLOW = 2000
"""Records, from where it takes more than a moment."""


def run(options: Options) -> int:
    """Writes the register of one file into another; nothing where a value would be lost or changed."""
    source, target, lang = options.argument("source"), options.argument("target"), options.lang
    file = output.file_target(target, SUPPORTED, force=options.flag("force"), inputs=files_of([source]))
    decided = settings()
    register_file = _chosen(_read(source, decided, lang), options)
    refuse_unread([register_file])
    _refuse_dropped(register_file, options.text("drop"))
    suffix = file.path.suffix.lower()
    if suffix == ".xlsx":
        problems = [*_headings_taken(decided, lang), *not_held(register_file)]
        if problems:
            raise InputError(problems)
    with output.whole_file(file) as stream, TemporaryDirectory() as folder:
        made = Path(folder) / f"register{suffix}"
        with sign_of_life(sentence(lang, "cli.wrong.converting"), slow=_is_slow(register_file)):
            _write(register_file, made, lang)
            problems = list(_differences(register_file, made, decided, lang))
        if problems:
            raise InputError(problems)
        with made.open("rb") as data:
            copyfileobj(data, stream)
    if not options.flag("quiet"):
        saying.remark(
            [*register_file.remarks, *_left_behind(source), *_paths_elsewhere(register_file, source, target)], lang
        )
        saying.announce(lang, "converted", path=target)
    return 0


def _read(source: str, decided: Settings, lang: Lang) -> RegisterFile:
    """The register in a file, or those in a folder or behind a pattern as one."""
    return shared.together(told_apart(reading.registers([source], decided, lang)))


def _chosen(register_file: RegisterFile, options: Options) -> RegisterFile:
    """The contracts asked for of notices; InputError when there are none, UsageError for another register."""
    statuses, since = options.filled("status"), options.day("since")
    if statuses is None and since is None:
        return register_file
    if not register.holds_notices(Path(options.argument("source"))):
        raise UsageError([Problem("only_of_notices", "--since" if statuses is None else "--status")])
    named = [part.strip() for part in (statuses or "").split(",") if part.strip()]
    for status in named:
        if status not in get_args(Status):
            choices = ", ".join(get_args(Status))
            raise UsageError([Problem("bad_choice", "--status", {"value": status, "choices": choices})])
    part = chosen(register_file, named, since)
    if not part.register.contracts:
        raise InputError([Problem("none_chosen", part.file.name)])
    return part


def _refuse_dropped(register_file: RegisterFile, named: str | None) -> None:
    """InputError with the columns that no field holds and that were not named: they would not be in the new file."""
    given_up = {plain(heading) for heading in re.split(r"[,;]", named or "")}
    problems = []
    for remark in register_file.remarks:
        if remark.code in {"columns_unknown", "columns_overruled", "columns_with_vat", "columns_per_year"}:
            headings = tuple(heading for heading in _headings(remark) if plain(heading) not in given_up)
            if headings:
                problems.append(replace(remark, code="columns_dropped", values={"headings": headings}))
    if problems:
        raise InputError(problems)


def _headings(remark: Problem) -> tuple[str, ...]:
    headings = remark.values["headings"]
    return tuple(map(str, headings)) if isinstance(headings, tuple) else ()


def _write(register_file: RegisterFile, path: Path, lang: Lang) -> None:
    with path.open("xb") as stream:
        if path.suffix == ".xlsx":
            to_workbook.write(register_file.register, lang, stream)
        else:
            stream.writelines(piece.encode() for piece in to_toml.pieces(register_file.register))


def _left_behind(source: str) -> Iterator[Problem]:
    """What is no part of the register: the comments in a TOML file."""
    for path in map(Path, files_of([source])):
        if path.suffix.lower() == ".toml" and has_comments(path.read_text(encoding="utf-8-sig")):
            yield Problem("comments_left", path.name)


def _paths_elsewhere(register_file: RegisterFile, source: str, target: str) -> Iterator[Problem]:
    """Rule sets named by a path, which counts from the folder of the register: in another one it leads elsewhere."""
    if Path(source).resolve().parent == Path(target).resolve().parent:
        return
    named = {contract.rule_set for contract in register_file.register.contracts if contract.rule_set is not None}
    for name in sorted(named):
        if names_file(name) and not Path(name).is_absolute():
            yield Problem("path_elsewhere", target, {"value": name})


def _is_slow(register_file: RegisterFile) -> bool:
    """Whether the register takes a while."""
    return sum(map(len, register_file.rows.values())) >= _SLOW


def _headings_taken(settings: Settings, lang: Lang) -> Iterator[Problem]:
    """Our own headings that the settings give to another field: the new workbook would be read wrong."""
    mapped, _ = mapped_columns(settings.columns)
    for table in SHEETS:
        for key in infos(table):
            own = heading(lang, key, table)
            given = mapped.get(table, {}).get(plain(own), key)
            if given != key:
                yield Problem("heading_taken", "[columns]", {"heading": own, "field": given or '""'})


def _differences(register_file: RegisterFile, made: Path, settings: Settings, lang: Lang) -> Iterator[Problem]:
    """Each place of the register whose value is another in the file that was made of it."""
    try:
        unit = settings.assume.unit if settings.assume else None
        again = register.read(made, settings.columns, unit=unit)
    except (InputError, UsageError) as error:
        origins = dict(_origins(register_file, made, lang))
        places = (origins.get(problem.place, Place(register_file.file.name)) for problem in error.problems)
        yield from (Problem("held_not", place) for place in dict.fromkeys(places))
        return
    if again.register == register_file.register:
        return
    for table in SHEETS:
        pairs = zip_longest(placed(register_file, table), placed(again, table))
        for before, after in pairs:
            if before is None:
                yield Problem("held_not", Place(register_file.file.name, table))
                break
            line, place = before
            found: Mapping[str, object] = after[0] if after is not None else {}
            yield from (Problem("held_not", place(key)) for key in {**line, **found} if line.get(key) != found.get(key))


def _origins(register_file: RegisterFile, made: Path, lang: Lang) -> Iterator[tuple[Where, Place]]:
    """Where each value in the file that was made stands in the file that it was made of."""
    for table in SHEETS:
        for number, (line, place) in enumerate(placed(register_file, table)):
            row = Row(made.name, table_name(lang, table), number + 2, register_sheet.letters(table))
            if made.suffix == ".toml":
                row = Row(made.name, table, number)
            yield from ((row.at(key), place(key)) for key in line)

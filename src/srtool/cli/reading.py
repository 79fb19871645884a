"""The registers of one run: every path that cannot be read at once, and each file told from the others."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from srtool.cli import settings_file
from srtool.cli.folders import registers_in, together
from srtool.cli.output import unusable
from srtool.cli.progress_bar import sign_of_life
from srtool.errors import Problem, SrtoolError, UsageError
from srtool.place import Place, Row
from srtool.readers import register
from srtool.readers.register_paths import expanded
from srtool.readers.settings import Settings
from srtool.register.model import RegisterFile
from srtool.texts import Lang, sentence

_STDIN = "-"
_SLOW_BYTES = 2_000_000
Read = TypeVar("Read")


def registers(
    paths: Sequence[str],
    settings: Settings,
    lang: Lang,
    unknown: register.Unknown | None = None,
    *,
    may_be_empty: bool = False,
) -> list[RegisterFile]:
    """The registers in their order; UsageError when a path is wrong, else InputError, with all that is.

    A folder, or a pattern such as `*.xlsx`, stands for the registers there.
    `unknown` says what is wrong with a rule set that a contract names, where these are to be used.
    """
    behind = [expanded(path) for path in paths]
    files = [file for one in behind for file in one.files]
    if twice := list(_twice(files)):
        raise UsageError(twice)
    names = dict(zip(files, called(files), strict=True))

    def read(path: str) -> RegisterFile:
        name = names.get(path)
        try:
            return _named(_read(path, settings, lang, unknown, may_be_empty=may_be_empty), name)
        except SrtoolError as error:
            raise _placed(error, Path(path).name, name) from error

    register_files: list[RegisterFile] = []
    errors: list[SrtoolError] = []
    for path, one in zip(paths, behind, strict=True):
        try:
            register_files += registers_in(path, one, read)
        except SrtoolError as error:
            errors.append(error)
    if errors:
        refuse_cut(paths)
        raise together(errors)
    if len(register_files) > 1:
        from srtool.readers.same_contracts import with_said_twice

        register_files = with_said_twice(register_files)
    elsewhere = tuple(_settings_elsewhere(files))
    first = register_files[0]
    return [replace(first, remarks=(*elsewhere, *first.remarks)), *register_files[1:]] if elsewhere else register_files


def _settings_elsewhere(files: Iterable[str]) -> Iterator[Problem]:
    """The settings beside a register that do not hold where the program runs: answers are kept in them."""
    held = settings_file.find()
    for folder in dict.fromkeys(Path(file).parent for file in files):
        beside = folder / settings_file.NAME
        if _exists(str(beside)) and (held is None or not beside.samefile(held)):
            yield Problem("settings_beside", str(beside))


def refuse_cut(parts: Sequence[str]) -> None:
    """UsageError where these are the parts of one name with spaces in it, which lacked its quotation marks."""
    if len(parts) == 1 or all(map(_exists, parts)):
        return
    from srtool.readers.missing_file import with_ending

    whole = " ".join(parts)
    meant = whole if _exists(whole) else with_ending(Path(whole))
    if meant is not None:
        raise UsageError([Problem("path_cut", "", {"typed": f'"{meant}"'})])


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False


def with_motivation(register_file: RegisterFile, path: str) -> RegisterFile:
    """The register with the merging proposals of another file added to its own."""
    if not path.strip():
        raise UsageError([Problem("empty_value", "--motivation")])
    contracts = {contract.id for contract in register_file.register.contracts}
    proposals = of_path(lambda file: register.read_merges(file, contracts), path)
    own = register_file.register
    return replace(
        register_file,
        register=replace(own, merges=(*own.merges, *proposals.register.merges)),
        rows={**register_file.rows, "merges": (*register_file.rows.get("merges", ()), *proposals.rows["merges"])},
        beside=(*register_file.beside, proposals.file),
    )


def of_path(read: Callable[[Path], Read], path: str) -> Read:
    """What is read from this path; UsageError where the system will not even look at it."""
    try:
        return read(Path(path))
    except (OSError, ValueError, RuntimeError) as error:
        if not _is_refused(path):
            raise
        raise UsageError([unusable(path, error)]) from error


def called(paths: Sequence[str]) -> list[str | None]:
    """What to call each file: as it was typed where two have the same name; None for its own name."""
    times = Counter(Path(path).name for path in paths)
    return [path if times[Path(path).name] > 1 else None for path in paths]


def _twice(paths: Iterable[str]) -> Iterator[Problem]:
    """The files that were named before, also under another path."""
    first: dict[object, str] = {}
    for path in paths:
        key = _identity(path)
        if key in first:
            yield Problem("file_twice", path, {"first": first[key]})
        first.setdefault(key, path)


def _identity(path: str) -> object:
    if path != _STDIN:
        try:
            return Path(path).resolve()
        except (OSError, ValueError, RuntimeError):  # reading it says what is wrong
            pass
    return path


def _read(
    path: str, settings: Settings, lang: Lang, unknown: register.Unknown | None, *, may_be_empty: bool
) -> RegisterFile:
    if not path.strip():
        raise UsageError([Problem("empty_value", sentence(lang, "cli.metavars.paths").rstrip("."))])
    if path == _STDIN and sys.stdin is None:
        raise UsageError([Problem("stdin_closed", _STDIN)])
    notice = sentence(lang, "cli.wrong.reading").format(name=Path(path).name)
    with sign_of_life(notice, slow=_is_slow(Path(path))):
        return of_path(
            lambda file: register.read(file, settings.columns, unknown, may_be_empty=may_be_empty, **_as_set(settings)),
            path,
        )


def of_sheets(data: bytes, path: Path, settings: Settings, unknown: register.Unknown) -> RegisterFile:
    """The register in these bytes of a file with sheets, read as that at this path is."""
    return register.from_sheets(data, path, settings.columns, unknown, **_as_set(settings))


def _as_set(settings: Settings) -> dict[str, Any]:
    """What the settings say of the words and amounts in a sheet."""
    return {"meanings": settings.values, "unit": settings.assume.unit if settings.assume else None}


def _is_refused(path: str) -> bool:
    """Whether the system will not even look at this path."""
    try:
        Path(path).stat()
    except FileNotFoundError:
        return False
    except (OSError, ValueError):
        return True
    return False


def _named(register_file: RegisterFile, name: str | None) -> RegisterFile:
    """The same register under this name, wherever it is cited."""
    if name is None:
        return register_file
    old = register_file.file.name
    rows = {table: tuple(_row_in(row, old, name) for row in rows) for table, rows in register_file.rows.items()}
    remarks = tuple(_problem_in(remark, old, name) for remark in register_file.remarks)
    unread = tuple(replace(cell, place=_in_file(cell.place, old, name)) for cell in register_file.unread)
    file = replace(register_file.file, name=name)
    return replace(register_file, file=file, rows=rows, remarks=remarks, unread=unread)


def _placed(error: SrtoolError, old: str, name: str | None) -> SrtoolError:
    return error if name is None else type(error)(_problem_in(problem, old, name) for problem in error.problems)


def _row_in(row: Row, old: str, name: str) -> Row:
    return replace(row, file=name, elsewhere={key: _in_file(place, old, name) for key, place in row.elsewhere.items()})


def _problem_in(problem: Problem, old: str, name: str) -> Problem:
    values = {key: _in_file(value, old, name) for key, value in problem.values.items()}
    return replace(problem, place=_in_file(problem.place, old, name), values=values)


def _in_file(value: Any, old: str, name: str) -> Any:  # noqa: ANN401 - whatever a problem cites, unchanged but for places
    """A place in the file of the old name as one in the file of the new name."""
    return value._replace(file=name) if isinstance(value, Place) and value.file == old else value


def _is_slow(path: Path) -> bool:
    """Whether it is an Excel file that takes a while."""
    with suppress(OSError):  # reading it says what is wrong
        return path.suffix.lower() != ".toml" and path.is_file() and path.stat().st_size >= _SLOW_BYTES
    return False

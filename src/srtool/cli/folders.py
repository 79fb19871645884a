"""The registers in a folder or behind a pattern: what is no register is passed over, and said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from srtool.errors import InputError, Problem, SrtoolError, UsageError
from srtool.readers import register
from srtool.readers.raw import named
from srtool.readers.register_paths import Expanded, expanded
from srtool.register.model import RegisterFile

Read = Callable[[str], RegisterFile]
_NO_REGISTER = frozenset(
    {
        *("no_contract_sheet", "no_headings", "no_contracts"),
        *("workbook_is_report", "workbook_for_supplier", "workbook_empty"),
        *("file_is_page", "file_is_document"),
    }
)
"""What is wrong with a file that is no register, rather than one that cannot be read."""


def files_of(paths: Iterable[str]) -> list[str]:
    """The files that are read for these paths: themselves, and those in a folder or behind a pattern."""
    return [file for path in paths for file in expanded(path).files]


def registers_in(path: str, files: Expanded, read: Read) -> list[RegisterFile]:
    """The registers behind one path; SrtoolError with all that is wrong in them, or when there are none.

    A folder without registers in which notices stand gives what these publish.
    """
    if files.is_one:
        return [read(path)]
    register_files: list[RegisterFile] = []
    unrecognised: list[str] = []
    errors: list[SrtoolError] = []
    for file in files.files:
        try:
            register_files.append(read(file))
        except SrtoolError as error:
            if _is_no_register(error):
                unrecognised.append(Path(file).name)
            else:
                errors.append(error)
    if errors:
        raise together(errors)
    if register_files:
        from srtool.readers.same_contracts import without_marked_copies

        (first, *others), copies = without_marked_copies(register_files)
        remarks = (*copies, *_passed_over(path, files.passed_over, unrecognised))
        return [replace(first, remarks=(*remarks, *first.remarks)), *others]
    if register.holds_notices(Path(path)):
        return [read(path)]
    raise UsageError([Problem("no_register_there", path), *_passed_over(path, files.passed_over, unrecognised)])


def together(errors: Sequence[SrtoolError]) -> SrtoolError:
    """All these mistakes as one: about the paths when one of them is."""
    wrong = UsageError if any(isinstance(error, UsageError) for error in errors) else InputError
    return wrong(problem for error in errors for problem in error.problems)


def _is_no_register(error: SrtoolError) -> bool:
    return isinstance(error, InputError) and all(problem.code in _NO_REGISTER for problem in error.problems)


def _passed_over(path: str, others: Sequence[str], unrecognised: Sequence[str]) -> Iterator[Problem]:
    for code, names in (("passed_over", others), ("passed_over_unrecognised", unrecognised)):
        if names:
            yield Problem(code, path, {"names": named(names, len(names)), "count": len(names)})

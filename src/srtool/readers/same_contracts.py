"""Contracts that stand in several files of one run: a copy of a register, or an earlier state of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from srtool.errors import Problem
from srtool.readers.raw import MARKED_SHEET, named
from srtool.register.model import RegisterFile


def without_marked_copies(register_files: Sequence[RegisterFile]) -> tuple[list[RegisterFile], list[Problem]]:
    """Without the copies that were marked and say the same as another of these files; a remark for each."""
    originals = [one for one in register_files if not _is_marked(one)]
    kept: list[RegisterFile] = []
    remarks: list[Problem] = []
    for register_file in register_files:
        of = next(
            (one for one in originals if _is_marked(register_file) and one.register == register_file.register), None
        )
        if of is None:
            kept.append(register_file)
        else:
            remarks.append(Problem("passed_over_copy", register_file.file.name, {"other": of.file.name}))
    return kept, remarks


def with_said_twice(register_files: Sequence[RegisterFile]) -> list[RegisterFile]:
    """The same registers; each says which of its contracts stand in an earlier one under one number and name."""
    return [
        replace(one, remarks=(*_twice(one, register_files[:n]), *one.remarks)) for n, one in enumerate(register_files)
    ]


def _twice(register_file: RegisterFile, earlier: Sequence[RegisterFile]) -> Iterator[Problem]:
    own = _names(register_file) if earlier else set()
    for other in earlier:
        same = own & _names(other)
        if same:
            numbers = [one.id for one in register_file.register.contracts if (one.id, one.title.casefold()) in same]
            values = {"other": other.file.name, "count": len(numbers), "names": named(numbers, len(numbers))}
            yield Problem("contract_in_files", register_file.file.name, values)


def _names(register_file: RegisterFile) -> set[tuple[str, str]]:
    """Number and name of each contract; not of those that have the number of their row for one."""
    contracts = register_file.register.contracts
    return {(one.id, one.title.casefold()) for one in contracts if not one.id.startswith("#")}


def _is_marked(register_file: RegisterFile) -> bool:
    return any(remark.code == MARKED_SHEET for remark in register_file.remarks)

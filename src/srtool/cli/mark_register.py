"""A copy of the officer's own workbook with the findings on a sheet more."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from srtool.cli import output, saying
from srtool.cli.options import Options
from srtool.errors import InputError, OutputError, Problem, UsageError
from srtool.finding import Report
from srtool.lazy_dataclass import dataclass
from srtool.place import Row
from srtool.register.model import Contract, RegisterFile
from srtool.register.unread import UnreadCell, UnreadGroup, as_problem

_KINDS = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class Copy:
    """The workbook to copy, and the file that the copy becomes."""

    source: str
    file: output.File


def copy_of(options: Options, paths: Sequence[str], beside: Sequence[str] = ()) -> Copy | None:
    """What --mark asks for; UsageError unless it is of one workbook, OutputError when it cannot be written.

    It is none of the `paths`, nor of what is read `beside` them.
    """
    mark = options.filled("mark")
    if mark is None:
        return None
    if len(paths) > 1:
        raise UsageError([Problem("mark_one_register", "--mark")])
    kind = Path(paths[0]).suffix.lower()
    if kind not in _KINDS:
        raise UsageError([Problem("mark_kind_of_register", "--mark")])
    inputs = [*paths, *beside]
    return Copy(paths[0], output.file_target(mark, [kind], force=options.flag("force"), inputs=inputs, option="--mark"))


@dataclass(frozen=True, slots=True)
class Marks:
    """What the sheet tells."""

    report: Report
    unread: Iterable[UnreadCell]
    not_looked_at: Collection[str]
    is_internal: bool


def write(copy: Copy, register_files: Sequence[RegisterFile], marks: Marks, options: Options) -> None:
    """Makes the copy, and says on which sheet the findings are."""
    from srtool.texts import sentence
    from srtool.views.marked.findings_sheet import MarkedSheet, head_lines, tables
    from srtool.views.marked.workbook import NotMarkable, with_sheet

    if len(register_files) != 1:
        raise UsageError([Problem("mark_one_register", "--mark")])
    (register_file,) = register_files
    sheet = MarkedSheet(
        {contract.id: row.at("id") for contract, row in _placed(register_file)},
        [as_problem(UnreadGroup(cell, 1)) for cell in marks.unread],
        marks.not_looked_at,
        options.text("owner") is None and options.text("level") is None,
        marks.is_internal,
    )
    title = sentence(options.lang, "check.marked.sheet")
    try:
        marked, name = with_sheet(
            _bytes(copy.source, register_file),
            title,
            head_lines(marks.report, sheet, options.lang),
            tables(marks.report, sheet, options.lang),
        )
    except NotMarkable as error:
        raise InputError([Problem(error.code, copy.source)]) from error
    output.write_whole(copy.file, [marked])
    saying.announce(options.lang, "marked_sheet", path=str(copy.file.path), sheet=name)


def _placed(register_file: RegisterFile) -> Iterable[tuple[Contract, Row]]:
    return zip(register_file.register.contracts, register_file.rows["contracts"], strict=True)


def _bytes(path: str, register_file: RegisterFile) -> bytes:
    """The workbook as it was read; OutputError where it is another by now."""
    data = Path(path).read_bytes()
    if sha256(data).hexdigest() != register_file.file.sha256:
        raise OutputError([Problem("register_changed_meanwhile", path)])
    return data

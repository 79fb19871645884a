"""The efforts in a workbook that a supplier sent back, each with its cells, before they are held against a register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from srtool.errors import Problem, UsageError
from srtool.lazy_dataclass import dataclass
from srtool.place import Place, Row
from srtool.readers import citizen_numbers
from srtool.readers.checked_records import records
from srtool.readers.cross_checks import ids
from srtool.readers.excel import from_excel
from srtool.readers.excel.book import book_of
from srtool.readers.person_codes import looks_like_name, why_refused
from srtool.readers.raw import ABSENT, RawRegister, RawTable
from srtool.readers.register import content, has_sheets
from srtool.readers.unread import remarks
from srtool.register.model import Effort
from srtool.register.suppliers import REGISTER_MARK, SUPPLIER_MARK


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What came back: even a needed field of an effort may be None, and then `problems` says so."""

    file: str
    efforts: tuple[tuple[Row, Effort], ...]
    numbers: tuple[tuple[str, Row], ...]
    """The number of each effort, the unreadable ones too."""
    problems: tuple[Problem, ...]
    left_out: tuple[Problem, ...]
    """The cells that may tell who somebody is; their rows are not among the efforts."""
    remarks: tuple[Problem, ...]
    supplier: str | None
    """For whom the workbook was made; None when it does not say."""
    register: str | None
    """The name of the register that it was made from."""


def read(path: Path, *, accept_codes: bool = False) -> HandedIn:
    """The efforts in a workbook; UsageError when the path is wrong, InputError when it is no workbook.

    A row whose code may tell who somebody is stays out, named by its cell; `accept_codes` takes words with capitals.
    """
    data = content(path)
    if not has_sheets(path, data):
        raise UsageError([Problem("handed_in_no_workbook", str(path))])
    book = book_of(data, path.name, path.stem)
    raw = from_excel.tables_of(book, path.name, {}, only="efforts")
    table, left_out = _without_people(_filled(raw.tables.get("efforts", RawTable())), accept_codes=accept_codes)
    good, wrong = records("efforts", table)
    # What a supplier wrote and what cannot be read goes back to the supplier.
    problems = [*raw.problems, *remarks(raw.unread), *_without_taken(wrong, raw)]
    if not problems and "efforts" not in raw.tables:
        problems.append(Problem("handed_in_no_sheet", Place(path.name)))
    marks = book.properties
    return HandedIn(
        file=path.name,
        efforts=tuple(good),
        numbers=tuple(ids(table)),
        problems=tuple(problems),
        left_out=tuple(left_out),
        remarks=tuple(map(_of_supplier, raw.remarks)),
        supplier=marks.get(SUPPLIER_MARK),
        register=marks.get(REGISTER_MARK),
    )


def _filled(table: RawTable) -> RawTable:
    """The rows that hold more than the number that stood there before anything was filled in."""
    pairs = [(record, row) for record, row in zip(table.records, table.rows, strict=True) if record.keys() - {"id"}]
    return RawTable([record for record, _ in pairs], [row for _, row in pairs])


def _without_taken(problems: list[Problem], raw: RawRegister) -> Iterator[Problem]:
    """Without what is missing only because its value was refused."""
    return (problem for problem in problems if problem.code not in ABSENT or problem.place not in raw.taken)


def _of_supplier(remark: Problem) -> Problem:
    """The same where the advice for a register does not fit: no setting has a say over what a supplier sends."""
    return replace(remark, code="handed_in_columns") if remark.code == "columns_unknown" else remark


def _without_people(table: RawTable, *, accept_codes: bool) -> tuple[RawTable, list[Problem]]:
    """The rows in which nobody can be recognised, and what is to be said of each of the others."""
    kept, left_out = RawTable(), []
    for record, row in zip(table.records, table.rows, strict=True):
        refused = list(_telling(record, row, accept_codes=accept_codes))
        left_out += refused
        if not refused:
            kept.records.append(record)
            kept.rows.append(row)
    return kept, left_out


def _telling(record: Mapping[str, object], row: Row, *, accept_codes: bool) -> Iterator[Problem]:
    """The cells of a row that may tell who somebody is."""
    for key in citizen_numbers.FIELDS["efforts"]:
        if citizen_numbers.is_citizen_number(key, record.get(key)):
            yield Problem("claim_bsn", row.at(key))
    for key in ("person", "path"):
        value = record.get(key)
        if not isinstance(value, str):
            continue
        if code := why_refused(value):
            yield Problem(f"claim_{code}", row.at(key))
        elif looks_like_name(value) and not accept_codes:
            yield Problem("claim_person_words", row.at(key))

"""A register from a file or from standard input: every mistake of the file at once, or what it holds."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from srtool.errors import InputError, Problem, UsageError
from srtool.garbage import no_collecting
from srtool.place import Place, Row
from srtool.readers import from_toml
from srtool.readers.checked_records import checked, records
from srtool.readers.cross_checks import NUMBERED, Numbers, contradictions, ids, members_of
from srtool.readers.placeholders import taken_out
from srtool.readers.raw import ABSENT, RawRegister, RawTable, blocks, has_number_twice
from srtool.readers.settings import names_file, seen_from
from srtool.readers.small_percentages import small_percentages
from srtool.readers.supplier_aliases import with_aliases
from srtool.readers.unread import remarks
from srtool.register.columns import table_types
from srtool.register.model import Contract, InputFile, Register, RegisterFile
from srtool.register.units import AmountUnit
from srtool.register.unread import UnreadCell

SHEETS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt"})
"""How files with sheets are named; another name is believed when the content has sheets."""
NOTICES = frozenset({".xml", ".json", ".jsonl", ".zip"})
"""How files of notices are named."""
DRAFTS = frozenset({".docx", ".docm", ".md"})
"""How drafts of a tender text are named, which only `check` reads."""
STDIN = "stdin"
"""What standard input is called in messages and receipts."""


Unknown = Callable[[str, Path], Iterable[Problem]]
"""What is wrong with the rule set of this name, as it stands in a register in this folder."""


def read(
    path: Path,
    headings: Mapping[str, str] | None = None,
    unknown: Unknown | None = None,
    *,
    meanings: Mapping[str, Mapping[str, str]] | None = None,
    unit: AmountUnit | None = None,
    may_be_empty: bool = False,
) -> RegisterFile:
    """The register in a file of TOML or with sheets (.xlsx, .xlsm, .xls, .ods, .csv); `-` is TOML on standard input.

    A file, a folder or a zip of notices (.xml, .json, .jsonl) gives what these publish, as does a published table.

    In a sheet own `headings` stand for fields, and words for what `meanings` says, by the heading of their column;
    amounts are counted in `unit` where it does not say so itself.
    With `unknown` the rule sets that contracts name are judged as well, their paths seen from the file's folder.
    UsageError when the path cannot be read, InputError with all that is wrong in the file, such as that it has no
    contracts, unless it `may_be_empty`.
    """
    if str(path) == "-":
        return from_bytes(sys.stdin.buffer.read(), STDIN, unknown=unknown, may_be_empty=may_be_empty)
    if holds_notices(path):
        return _of_notices(path, unknown, may_be_empty=may_be_empty)
    data = content(path)
    if not has_sheets(path, data):
        return from_bytes(data, path.name, path.parent, unknown, may_be_empty=may_be_empty)
    return from_sheets(data, path, headings, unknown, meanings=meanings, unit=unit, may_be_empty=may_be_empty)


def from_sheets(  # noqa: PLR0913 - as `read`
    data: bytes,
    path: Path,
    headings: Mapping[str, str] | None = None,
    unknown: Unknown | None = None,
    *,
    meanings: Mapping[str, Mapping[str, str]] | None = None,
    unit: AmountUnit | None = None,
    may_be_empty: bool = False,
) -> RegisterFile:
    """The register in these bytes of a file with sheets, as `read` gives it of the file at this path."""
    # No TOML register needs the readers of sheets.
    from srtool.readers.excel import from_excel  # noqa: PLC0415
    from srtool.readers.option_headings import estimates_with_options  # noqa: PLC0415

    with no_collecting():
        raw = from_excel.read(data, path.name, headings or {}, meanings=meanings, unit=unit)
        register_file = _register_file(raw, _file(data, path.name), path.parent, unknown, may_be_empty=may_be_empty)
        return replace(register_file, estimates_with_options=estimates_with_options(register_file))


def read_merges(path: Path, contracts: Collection[str]) -> RegisterFile:
    """Only the merging proposals in a file, about these contracts; UsageError and InputError as with `read`."""
    data = content(path)
    if not has_sheets(path, data):
        raw = from_toml.read(data, path.name)
    else:
        from srtool.readers.excel import from_excel  # noqa: PLC0415 - idem

        raw = from_excel.read(data, path.name, {}, only="merges")
    merges, wrong = records("merges", raw.tables.get("merges", RawTable()))
    problems = [*raw.problems, *wrong]
    for row, merge in merges:
        problems += members_of(row, merge.members)
        unknown = [member for member in merge.members or () if member not in contracts]
        problems += [Problem("contract_unknown", row.at("members"), {"id": member}) for member in unknown]
    if not problems and not merges:
        problems.append(Problem("no_merges", Place(path.name)))
    if problems:
        raise InputError(problems)
    register = Register(merges=tuple(merge for _, merge in merges))
    return RegisterFile(register, {"merges": tuple(row for row, _ in merges)}, _file(data, path.name))


def from_bytes(
    data: bytes, name: str, folder: Path = Path(), unknown: Unknown | None = None, *, may_be_empty: bool = False
) -> RegisterFile:
    """The register in these bytes of TOML; InputError with all that is wrong in them."""
    with no_collecting():
        raw = from_toml.read(data, name)
        if "contracts" in raw.tables and has_number_twice(raw.tables["contracts"]):
            from srtool.readers.numbers_apart import contracts_apart  # noqa: PLC0415 - hardly a register needs it

            contracts_apart(raw)
        register_file = _register_file(raw, _file(data, name), folder, unknown, may_be_empty=may_be_empty)
        remarks = (*register_file.remarks, *small_percentages(register_file))
        return replace(register_file, remarks=remarks)


def holds_notices(path: Path) -> bool:
    """Whether it is a file of notices by its name or by the headings of its table, or a folder in which one stands."""
    if path.is_dir():
        return any(file.suffix.lower() in NOTICES for file in path.rglob("*"))
    if (suffix := path.suffix.lower()) not in SHEETS:
        return suffix in NOTICES
    from srtool.readers.notices.open_tables import is_open_table  # noqa: PLC0415 - no TOML register needs it

    return is_open_table(path)


def _of_notices(path: Path, unknown: Unknown | None, *, may_be_empty: bool) -> RegisterFile:
    # No other register needs the readers of notices.
    from srtool.readers.notices import register as notices  # noqa: PLC0415
    from srtool.readers.notices.collecting import no_collecting  # noqa: PLC0415

    with no_collecting():
        raw = notices.read(path)
        if not may_be_empty:
            notices.refuse_all_closed(raw)
        file = InputFile(path.name, notices.digest(path))
        return _register_file(raw, file, path.parent, unknown, may_be_empty=may_be_empty)


def has_sheets(path: Path, data: bytes) -> bool:
    """Whether the file of these bytes has sheets, else it is TOML; UsageError when its name and content say neither."""
    suffix = path.suffix.lower()
    if suffix == ".toml":
        return False
    if suffix in SHEETS:
        return True
    from srtool.readers.excel.kinds import kind_of  # noqa: PLC0415 - no TOML register needs it

    if kind_of(data) in {"text", "page", "document", "empty", "other"}:
        code = "file_type_draft" if suffix in DRAFTS else "file_type"
        raise UsageError([Problem(code, str(path), {"suffix": suffix})])
    return True


def content(path: Path) -> bytes:
    """What is in the file; UsageError when it cannot be read."""
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # a device could be read for ever
            raise UsageError([Problem("file_not_regular", str(path))])
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        from srtool.readers.missing_file import missing  # noqa: PLC0415 - hardly a path is wrong

        raise UsageError([missing(path)]) from error
    except (OSError, ValueError) as error:
        code = "file_is_folder" if path.is_dir() else "file_unreadable"
        raise UsageError([Problem(code, str(path))]) from error


def _file(data: bytes, name: str) -> InputFile:
    return InputFile(name, hashlib.sha256(data).hexdigest())


def _register_file(
    raw: RawRegister, file: InputFile, folder: Path, unknown: Unknown | None, *, may_be_empty: bool
) -> RegisterFile:
    if "efforts" in raw.tables and has_number_twice(raw.tables["efforts"]):
        from srtool.readers.numbers_apart import efforts_apart  # noqa: PLC0415 - hardly a register needs it

        efforts_apart(raw)
    problems = list(raw.problems)
    unread = list(raw.unread)
    left_blank = set()
    for table in raw.tables:
        for key, remark in taken_out(table, raw.tables[table]):
            raw.remarks.append(remark)
            left_blank |= {key} if table == "contracts" else set()
    has_contracts = bool(raw.tables.get("contracts", RawTable()).records)
    good, fatal = _settled(raw, unread)
    problems += fatal
    if unknown is not None:
        problems += _rule_sets(good["contracts"], unknown, folder)
        good["contracts"] = [(row, _placed(contract, folder)) for row, contract in good["contracts"]]
    if not may_be_empty and not raw.problems and not has_contracts:
        problems.append(Problem("no_contracts", Place(file.name)))
    problems = [problem for problem in problems if problem.code not in ABSENT or problem.place not in raw.taken]
    if problems:
        raise InputError([*problems, *(one for one in remarks(unread) if one.code == "unread_key")])
    tables = {table: tuple(record for _, record in pairs) for table, pairs in good.items()}
    rows = {table: tuple(row for row, _ in pairs) for table, pairs in good.items()}
    if any(cell.why.startswith("amount_per_") for cell in unread):
        from srtool.readers.excel.prices import over_the_term  # noqa: PLC0415 - hardly a register needs it

        unread = over_the_term(unread, good["contracts"])
    told = (*raw.remarks, *remarks(unread))
    units = {one.id: raw.units[row.table] for row, one in good["contracts"] if row.table in raw.units}
    read_register = RegisterFile(Register(**tables), rows, file, told, tuple(unread), frozenset(left_blank), units)
    return replace(
        read_register,
        columns=tuple(raw.columns),
        unplaced=frozenset(raw.unplaced),
        was_made_here=raw.was_made_here,
        procedure_estimates=raw.procedure_estimates,
        has_unread_notices=raw.has_unread,
    )


def _settled(raw: RawRegister, unread: list[UnreadCell]) -> tuple[dict[str, list[tuple[Row, Any]]], list[Problem]]:
    """The records that count, and the mistakes for which none can be judged; what stays open is added to `unread`."""
    good: dict[str, list[tuple[Row, Any]]] = {}
    problems: list[Problem] = []
    numbers = {}
    for table in table_types():
        good[table], wrong, numbers[table] = _judged(table, raw.tables.pop(table, RawTable()))
        if wrong:
            from srtool.readers.left_out import apart, leave_incomplete  # noqa: PLC0415 - most registers are sound

            fatal, cells = apart(table, wrong, raw.headings, raw.taken)
            leave_incomplete(table, good, raw)
            problems += fatal
            unread += cells
    good["suppliers"], aliases = with_aliases(good["suppliers"])
    raw.remarks += aliases
    against = contradictions(good, _without({table: numbers[table] for table in NUMBERED}, "suppliers", aliases))
    if contradicting := list(against):
        from srtool.readers.left_out import fatal_of  # noqa: PLC0415 - most registers are sound

        problems += fatal_of(contradicting, good, raw, unread)
    return good, problems


def _judged(
    table: str, raw: RawTable
) -> tuple[list[tuple[Row, Any]], list[tuple[str, Problem]], list[tuple[str, Row]]]:
    """The records of a table, the mistakes in them with their (dotted) keys, and the numbers that stand there."""
    good: list[tuple[Row, Any]] = []
    wrong: list[tuple[str, Problem]] = []
    numbers: list[tuple[str, Row]] = []
    for block in blocks(raw):
        sound, mistakes = checked(table, block)
        good += sound
        wrong += mistakes
        numbers += ids(block)
    return good, wrong, numbers


def _without(numbers: Numbers, table: str, told: Iterable[Problem]) -> Numbers:
    """The numbers, those of a table left out that stand in a row of which something else is told."""
    rows = {(one.place.table, one.place.number) for one in told if isinstance(one.place, Place)}
    left = [(number, row) for number, row in numbers[table] if (row.table, row.number) not in rows]
    return {**numbers, table: left}


def _placed(contract: Contract, folder: Path) -> Contract:
    """The contract with the path of its rule set, if it names one, seen from this folder."""
    if contract.rule_set is None or not names_file(contract.rule_set):
        return contract
    return replace(contract, rule_set=seen_from(folder, contract.rule_set))


def _rule_sets(contracts: Iterable[tuple[Row, Contract]], unknown: Unknown, folder: Path) -> Iterator[Problem]:
    """What is wrong with each rule set that is named, where it is named first."""
    first: dict[str, Row] = {}
    for row, contract in contracts:
        if contract.rule_set is not None:
            first.setdefault(contract.rule_set, row)
    for name, row in first.items():
        yield from (replace(problem, place=row.at("rule_set")) for problem in unknown(name, folder))

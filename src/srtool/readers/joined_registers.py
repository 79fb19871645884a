"""Several registers as one: numbers that stand in more than one file get the name of their file before them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from itertools import chain
from typing import Any

from srtool.errors import Problem
from srtool.lazy_dataclass import dataclass
from srtool.readers.supplier_aliases import with_aliases
from srtool.register.columns import table_types
from srtool.register.model import Register, RegisterFile, Supplier

_OF_CONTRACT = ("efforts", "contacts", "adjustments", "exemptions")
"""Tables of which each record names a contract."""


@dataclass(frozen=True, slots=True)
class _Names:
    """What the numbers and codes of one file are called beside those of the others."""

    contracts: Mapping[str, str]
    efforts: Mapping[str, str]
    persons: Mapping[str, str]
    paths: Mapping[str, str]


def told_apart(register_files: Sequence[RegisterFile]) -> list[RegisterFile]:
    """The same registers, in which no two contracts, efforts or persons have one number.

    A code for a person in two files is taken for two people, for each file gives its own codes.
    """
    if len(register_files) == 1:
        return list(register_files)
    return [_renamed_file(one, called) for one, called in zip(register_files, _names(register_files), strict=True)]


def joined(register_files: Sequence[RegisterFile]) -> RegisterFile:
    """One register of all contracts, in the order of the files, which were told apart; a single one as it is.

    A supplier with one number in two files is one supplier, of whom is not known what the files disagree about.
    """
    first, *others = register_files
    if not others:
        return first
    tables = {table: _all(getattr(one.register, table) for one in register_files) for table in table_types()}
    rows = {table: _all(one.rows.get(table, ()) for one in register_files) for table in table_types()}
    suppliers, remarks = _agreed_on(zip(rows["suppliers"], tables["suppliers"], strict=True))
    rows["suppliers"] = tuple(row for row, _ in suppliers)
    tables["suppliers"] = tuple(supplier for _, supplier in suppliers)
    return replace(
        first,
        register=Register(**tables),
        rows=rows,
        remarks=(*_all(one.remarks for one in register_files), *remarks),
        unread=_all(one.unread for one in register_files),
        left_blank=frozenset().union(*(one.left_blank for one in register_files)),
        units={number: unit for one in register_files for number, unit in one.units.items()},
        beside=(*first.beside, *(file for one in others for file in (one.file, *one.beside))),
        stages={number: stage for one in register_files for number, stage in one.stages.items()},
        unplaced=frozenset().union(*(one.unplaced for one in register_files)),
        columns=_all(one.columns for one in register_files),
        procedure_estimates={n: amount for one in register_files for n, amount in one.procedure_estimates.items()},
        estimates_with_options=frozenset().union(*(one.estimates_with_options for one in register_files)),
        has_unread_notices=any(one.has_unread_notices for one in register_files),
    )


def _all(parts: Iterable[Iterable[Any]]) -> tuple[Any, ...]:
    return tuple(chain.from_iterable(parts))


def _renamed_file(register_file: RegisterFile, called: _Names) -> RegisterFile:
    register = register_file.register
    tables = {
        table: tuple(_renamed(table, record, called) for record in getattr(register, table)) for table in table_types()
    }
    new = called.contracts
    return replace(
        register_file,
        register=Register(**tables),
        units={new.get(number, number): unit for number, unit in register_file.units.items()},
        unplaced=frozenset(new.get(number, number) for number in register_file.unplaced),
        stages={new.get(number, number): stage for number, stage in register_file.stages.items()},
        estimates_with_options=frozenset(new.get(number, number) for number in register_file.estimates_with_options),
        procedure_estimates={new.get(n, n): amount for n, amount in register_file.procedure_estimates.items()},
    )


def _names(register_files: Sequence[RegisterFile]) -> list[_Names]:
    registers = [one.register for one in register_files]
    contracts = [{one.id for one in register.contracts} for register in registers]
    efforts = [{one.id for one in register.efforts} for register in registers]
    persons = [{one.person for one in register.efforts if one.person} for register in registers]
    paths = [{one.path for one in register.efforts if one.path} for register in registers]
    new = [_new_names(register_files, ids) for ids in (contracts, efforts, persons, paths)]
    return [_Names(*of_file) for of_file in zip(*new, strict=True)]


def _new_names(register_files: Sequence[RegisterFile], ids: Sequence[Iterable[str]]) -> list[dict[str, str]]:
    """Per file the new names of what stands in another file as well."""
    times = Counter(chain.from_iterable(ids))
    return [
        {name: f"{register_file.file.name}: {name}" for name in of_file if times[name] > 1}
        for register_file, of_file in zip(register_files, ids, strict=True)
    ]


def _renamed(table: str, record: Any, called: _Names) -> Any:  # noqa: ANN401 - a record of any table
    new = called.contracts
    match table:
        case "contracts":
            parent = record.part_of
            return replace(record, id=new.get(record.id, record.id), part_of=new.get(parent, parent))
        case "efforts":
            return replace(
                record,
                id=called.efforts.get(record.id, record.id),
                contract=new.get(record.contract, record.contract),
                corrects=called.efforts.get(record.corrects, record.corrects),
                person=called.persons.get(record.person, record.person),
                path=called.paths.get(record.path, record.path),
            )
        case "merges":
            return replace(record, members=tuple(new.get(member, member) for member in record.members))
        case _ if table in _OF_CONTRACT:
            return replace(record, contract=new.get(record.contract, record.contract))
    return record


def _agreed_on(pairs: Iterable[tuple[Any, Any]]) -> tuple[list[tuple[Any, Any]], list[Problem]]:
    """The suppliers, each number once; what two files disagree about is not known, and said."""
    distinct, _ = with_aliases(pairs)
    first: dict[str, int] = {}
    kept: list[tuple[Any, Any]] = []
    remarks: list[Problem] = []
    for row, supplier in distinct:
        at = first.setdefault(supplier.id, len(kept))
        if at == len(kept):
            kept.append((row, supplier))
            continue
        other_row, other = kept[at]
        kept[at] = other_row, _without_contradictions(other, supplier)
        remarks.append(Problem("suppliers_disagree", row.at("id"), {"id": supplier.id, "other": other_row.at("id")}))
    return kept, remarks


def _without_contradictions(one: Supplier, other: Supplier) -> Supplier:
    unknown: dict[str, Any] = {
        it.name: None
        for it in fields(Supplier)
        if it.name not in {"id", "name", "aliases"} and getattr(one, it.name) != getattr(other, it.name)
    }
    names = dict.fromkeys((*one.aliases, *filter(None, [other.name]), *other.aliases))
    return replace(one, **unknown, aliases=tuple(name for name in names if name != one.name))

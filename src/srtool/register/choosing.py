"""A part of a register: the contracts of some statuses, or since a day, with the suppliers that belong to them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from srtool.register.model import Contract, RegisterFile


def chosen(register_file: RegisterFile, statuses: Collection[str], since: date | None) -> RegisterFile:
    """The register of these contracts alone; without statuses, of every status.

    A contract counts from its award, else the start of its procedure, else its own start. One without any of these
    days stays: that it is older cannot be said.
    """
    own = register_file.register
    kept = [place for place, contract in enumerate(own.contracts) if _is_chosen(contract, statuses, since)]
    contracts = tuple(own.contracts[place] for place in kept)
    named = {contract.supplier for contract in contracts}
    suppliers = [place for place, supplier in enumerate(own.suppliers) if supplier.id in named]
    rows = dict(register_file.rows)
    rows["contracts"] = tuple(rows["contracts"][place] for place in kept)
    rows["suppliers"] = tuple(rows["suppliers"][place] for place in suppliers)
    part = replace(own, contracts=contracts, suppliers=tuple(own.suppliers[place] for place in suppliers))
    return replace(register_file, register=part, rows=rows)


def _is_chosen(contract: Contract, statuses: Collection[str], since: date | None) -> bool:
    day = contract.awarded_on or contract.procedure_start or contract.start
    return (not statuses or contract.status in statuses) and (since is None or day is None or day >= since)

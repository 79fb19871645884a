"""The suppliers of a register: what each owes and delivered, and what is known of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.portfolio.changes import SERIOUS
from srtool.portfolio.totals import total
from srtool.progress.standing import Progress
from srtool.register.model import Supplier
from srtool.register.suppliers import Suppliers
from srtool.sums import Sum

_NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class SupplierRow:
    """One supplier; sums over its followed contracts, euro excl. VAT."""

    id: str | None
    """None for one that the suppliers table does not know, or of which the name fits several."""
    name: str
    kind: str | None
    pso: str | None
    pso_30plus: bool | None
    pso_until: date | None
    pso_expired: bool
    contracts: int
    """In the register, call-offs too."""
    following: int
    """Of them awarded with an obligation of their own."""
    owed: Sum
    """The obligation less what is waived."""
    unknown: int
    """Followed contracts without an amount."""
    confirmed: Sum
    claimed: Sum
    expected: Sum
    gap: Sum
    states: tuple[tuple[str, int], ...]
    """(state, so many contracts), the most serious first."""


def suppliers(who: Suppliers, followed: Iterable[Progress], on: date) -> tuple[SupplierRow, ...]:
    """Every supplier of a contract or of the table; the largest gap first, then by name."""
    by_number = {supplier.id: supplier for supplier in who.table}
    contracts = Counter(who.likely_of(contract) for contract in who.register.contracts)
    of_supplier: dict[str | None, list[Progress]] = defaultdict(list)
    for progress in followed:
        of_supplier[who.likely_of(progress.dossier.contract)].append(progress)
    names = {*contracts, *(who.number(number) for number in by_number)}
    rows = [
        _row(name, by_number.get(name), contracts[name], of_supplier.get(name, ()), on)
        for name in names
        if name is not None
    ]
    return tuple(
        sorted(rows, key=lambda row: (-(row.gap.known or _NOTHING), row.name.casefold(), row.name, row.id or ""))
    )


def _row(name: str, own: Supplier | None, contracts: int, followed: Sequence[Progress], on: date) -> SupplierRow:
    until = None if own is None else own.pso_until
    return SupplierRow(
        id=None if own is None else own.id,
        name=name if own is None else own.name,
        kind=None if own is None else own.kind,
        pso=None if own is None else own.pso,
        pso_30plus=None if own is None else own.pso_30plus,
        pso_until=until,
        pso_expired=until is not None and until < on,
        contracts=contracts,
        following=len(followed),
        owed=total("owed", followed),
        unknown=sum(progress.owed is None for progress in followed),
        confirmed=total("confirmed", followed),
        claimed=total("claimed", followed),
        expected=total("expected", followed),
        gap=total("gap", followed),
        states=tuple(
            (state, count) for state in SERIOUS if (count := sum(progress.state == state for progress in followed))
        ),
    )

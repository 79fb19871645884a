from __future__ import annotations

from datetime import date
from typing import Any

from srtool.portfolio.suppliers import SupplierRow, suppliers
from srtool.progress.standing import Progress
from srtool.register.model import Register, Supplier
from srtool.register.suppliers import Suppliers
from tests.support.followed_contracts import CONTRACT, ON, a_progress, paid

CLEAN = Supplier("12345678", "Schoon BV", "regular", pso="2", pso_until=date(2026, 5, 31), aliases=("Schoon",))
CATER = Supplier("87654321", "Cater BV", pso_until=ON)


def one(name: str, supplier: str | None, owed: int | None = 20_000, **more: Any) -> Progress:  # noqa: ANN401 - fields
    return a_progress(owed=owed, contract={"id": name, "supplier": supplier}, **more)


def of(*found: Progress, table: tuple[Supplier, ...] = (CLEAN, CATER), more: int = 0) -> tuple[SupplierRow, ...]:
    contracts = [each.dossier.contract for each in found] + [CONTRACT] * more
    return suppliers(Suppliers(Register(contracts=tuple(contracts), suppliers=table)), found, ON)


def test_contracts_under_every_name_come_together() -> None:
    found = of(one("A", "12345678", efforts=[paid(5_000)]), one("B", "Schoon"), one("C", "Schoon BV", None))
    row = found[0]
    assert (row.id, row.name, row.contracts, row.following, row.unknown) == ("12345678", "Schoon BV", 3, 3, 1)
    amounts = [row.owed, row.confirmed, row.claimed, row.expected, row.gap]
    assert [str(amount.known) for amount in amounts] == ["40000.00", "5000.00", "0.00", "5000.00", "35000.00"]
    assert [row.owed.whole, row.confirmed.whole] == [None, 5_000]
    assert row.states == (("silent", 3),)


def test_a_supplier_that_the_table_does_not_know_is_there_by_its_name() -> None:
    found = of(one("A", "Nieuw BV"), one("B", None))
    assert [(row.id, row.name, row.contracts) for row in found] == [
        (None, "Nieuw BV", 1),
        ("87654321", "Cater BV", 0),
        ("12345678", "Schoon BV", 0),
    ]
    assert (found[1].owed.of, found[1].gap.of, found[1].states) == (0, 0, ())


def test_a_name_that_two_bear_is_neither_of_them() -> None:
    twin = Supplier("11112222", "Schoon BV")
    found = of(one("A", "Schoon BV"), table=(CLEAN, twin))
    assert [(row.id, row.contracts) for row in found] == [(None, 1), ("11112222", 0), ("12345678", 0)]


def test_the_largest_gap_goes_first_and_then_the_name() -> None:
    found = of(one("A", "Z", 10), one("B", "b", 20), one("C", "A", 20), table=())
    assert [row.name for row in found] == ["A", "b", "Z"]


def test_a_certificate_is_valid_on_its_last_day() -> None:
    assert {row.name: row.pso_expired for row in of()} == {"Schoon BV": True, "Cater BV": False}


def test_contracts_that_are_not_followed_are_counted_only() -> None:
    (row,) = of(one("A", "S"), table=(), more=2)
    assert (row.contracts, row.following) == (3, 1)


def test_what_is_confirmed_is_known_while_what_is_owed_is_not() -> None:
    (row,) = of(one("A", "S", None, efforts=[paid(100)]), table=())
    assert [row.owed.known, row.unknown, row.confirmed.whole] == [None, 1, 100]

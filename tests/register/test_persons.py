from __future__ import annotations

from datetime import date
from decimal import Decimal

from srtool.register.model import Effort
from srtool.register.overlaps import hours_at_once
from srtool.register.persons import with_persons

SUPPLIERS = {"A": "12345678", "B": "87654321", "C": "12345678"}


def an_effort(number: str, contract: str, person: str | None = "P-001", path: str | None = None) -> Effort:
    return Effort(
        number, contract, "placement", person=person, path=path, start=date(2026, 1, 1), hours_per_week=Decimal(30)
    )


def _same(*efforts: Effort) -> list[bool]:
    """Whether each of the later efforts is about the person of the first."""
    first, *others = with_persons(efforts, SUPPLIERS)
    return [other.person == first.person for other in others]


def test_one_code_of_two_suppliers_is_two_people_and_of_one_supplier_one() -> None:
    assert _same(an_effort("1", "A"), an_effort("2", "B"), an_effort("3", "C")) == [False, True]


def test_a_path_makes_one_person_over_suppliers_also_where_it_is_not_repeated() -> None:
    joined = (
        an_effort("1", "A", path="K7"),
        an_effort("2", "B", "P-009", path="K7"),
        an_effort("3", "C"),
        an_effort("4", "B"),
    )
    assert _same(*joined) == [True, True, False]


def test_two_paths_of_one_code_are_two_people() -> None:
    assert _same(an_effort("1", "A", path="K7"), an_effort("2", "C", path="K8")) == [False]


def test_codes_of_one_supplier_are_left_as_they_are() -> None:
    efforts = (an_effort("1", "A"), an_effort("2", "C"), an_effort("3", "A", None))
    assert with_persons(efforts, SUPPLIERS) is efforts


def test_hours_of_two_suppliers_do_not_come_together() -> None:
    two = (an_effort("1", "A"), an_effort("2", "B"))
    assert hours_at_once(with_persons(two, SUPPLIERS)) == {}
    one = (an_effort("1", "A"), an_effort("2", "C"))
    assert hours_at_once(with_persons(one, SUPPLIERS)) == {"1": Decimal(60), "2": Decimal(60)}

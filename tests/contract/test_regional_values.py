"""The kinds of value that regional tables need, worked by hand: at each boundary, and a cent, a day or more beside."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srtool.contract.valuation import Worth, worth
from srtool.finding import Set
from srtool.place import Row
from srtool.readers.rules import rule_sets
from srtool.register.model import Effort
from srtool.register.places import Places
from srtool.texts import LANGUAGES, words

REGIONS = (
    *("amersfoort", "haaglanden", "holland-rijnland", "mvs-2024", "noordoost-brabant-2025", "oost-nederland-2023"),
    *("oost-nederland-2026", "parkstad", "provincie-noord-holland", "regio-amersfoort", "rijnmond-2024"),
    "westfriesland",
)
RULES = {name: rule_sets.load(rule_sets.find(name, None)).rules for name in REGIONS}
JAN = date(2025, 1, 1)


def valued(
    rules: str,
    block: str,
    *,
    until: date | None = None,
    months: Decimal | None = None,
    **fields: Any,  # noqa: ANN401 - the fields of an effort are of many types
) -> Worth:
    (record,) = RULES[rules].blocks_named(block)
    effort = Effort(id="E1", contract="A", kind=record.form or "placement", block=block, **fields)
    return worth(effort, RULES[rules], Places(Row("register.toml", "efforts", 0)), until, months=months)


def value(*arguments: Any, **fields: Any) -> str | None:  # noqa: ANN401 - idem
    found = valued(*arguments, **fields)
    assert (found.value is None) == (found.why is not None)
    assert found.why is None or all(found.why in words(lang, "value.why") for lang in LANGUAGES)
    return found.why if found.value is None else str(found.value)


def full(start: date, end: date, benefit: date | None = None) -> dict[str, Any]:
    return {"start": start, "end": end, "full_time": True, "benefit_until": benefit}


@pytest.mark.parametrize(
    ("block", "end", "benefit", "expected"),
    [
        # Three years after 31 December 2023 is 31 December 2026: two years of 50,000 from 1 January 2025.
        ("participatiewet", date(2026, 12, 30), date(2023, 12, 31), "99865.59"),  # 50,000 * (23 + 30/31) / 12
        ("participatiewet", date(2026, 12, 31), date(2023, 12, 31), "100000.00"),
        ("participatiewet", date(2027, 1, 1), date(2023, 12, 31), "100000.00"),
        ("participatiewet", date(2027, 1, 1), date(2024, 1, 1), "100134.41"),  # 50,000 * (24 + 1/31) / 12
        # From 29 February 2024 three years are up to 28 February 2027.
        ("participatiewet", date(2028, 12, 31), date(2024, 2, 29), "108333.33"),  # 50,000 * 26 / 12
        # Two years for WW, of 25,000.
        ("ww", date(2026, 12, 31), date(2023, 6, 30), "12500.00"),  # 6 months
        ("ww", date(2026, 12, 31), date(2022, 12, 31), "0.00"),  # up to the day before the start
        ("ww", date(2026, 12, 31), date(2023, 1, 1), "67.20"),  # one day: 25,000 / 31 / 12
        # The register of the jobs agreement has no such limit.
        ("banenafspraak", date(2028, 12, 31), date(2010, 1, 1), "200000.00"),
        # Without the day: within the years from its own start it counts, a day longer it cannot be said.
        ("participatiewet", date(2027, 12, 31), None, "150000.00"),
        ("participatiewet", date(2028, 1, 1), None, "no_benefit_day"),
        ("ww", date(2026, 12, 31), None, "50000.00"),
        ("ww", date(2027, 1, 1), None, "no_benefit_day"),
    ],
)
def test_rijnmond_counts_some_years_after_the_last_benefit(
    block: str, end: date, benefit: date | None, expected: str
) -> None:
    assert value("rijnmond-2024", block, **full(JAN, end, benefit)) == expected
    assert value("mvs-2024", block, **full(JAN, end, benefit)) == expected


def test_what_still_runs_is_not_asked_for_a_day_that_does_not_matter_yet() -> None:
    running: dict[str, Any] = {"start": JAN, "full_time": True}
    assert value("rijnmond-2024", "ww", until=date(2026, 12, 31), **running) == "50000.00"
    assert value("rijnmond-2024", "ww", until=date(2027, 1, 1), **running) == "no_benefit_day"
    limited = valued("rijnmond-2024", "ww", until=date(2027, 1, 1), benefit_until=date(2024, 12, 31), **running)
    assert (str(limited.value), limited.counted_until, limited.limited) == ("50000.00", date(2026, 12, 31), True)


@pytest.mark.parametrize(
    ("block", "months", "expected"),
    [
        ("ww", "24", "50000.00"),
        ("ww", "24.01", "no_benefit_day"),
        ("participatiewet", "36", "150000.00"),
        ("participatiewet", "36.01", "no_benefit_day"),
    ],
)
def test_months_without_dates_are_bounded_alike(block: str, months: str, expected: str) -> None:
    assert value("rijnmond-2024", block, months=Decimal(months), full_time=True) == expected


@pytest.mark.parametrize(
    ("amount", "expected"),
    [("25000", "32500.00"), ("0.01", "0.01"), ("0.02", "0.03"), ("33.35", "43.36"), ("33.34", "43.34"), (None, None)],
)
def test_parkstad_counts_the_gross_wage_with_thirty_percent(amount: str | None, expected: str | None) -> None:
    wage = None if amount is None else Decimal(amount)
    assert value("parkstad", "job", amount=wage, start=JAN) == (expected or "no_gross_wage")


def test_parkstad_counts_hours_and_half_days_and_agrees_on_the_rest() -> None:
    assert value("parkstad", "participation-place", hours=Decimal("10.5")) == "157.50"
    assert value("parkstad", "participation-activity", days=Decimal("0.5")) == "500.00"
    assert value("parkstad", "participation-activity", days=Decimal("1.5")) == "1500.00"
    assert value("parkstad", "participation-activity") == "no_days"
    assert value("parkstad", "guest-lesson", hours=Decimal(10)) == "by_agreement"


@pytest.mark.parametrize(
    ("rules", "block", "fields", "expected"),
    [
        ("regio-amersfoort", "taster", {"days": Decimal(3)}, "300.00"),
        ("regio-amersfoort", "taster", {"days": Decimal("0.5")}, "50.00"),
        ("regio-amersfoort", "taster", {"days": Decimal(0)}, "0.00"),
        ("regio-amersfoort", "taster", {"hours": Decimal(8)}, "no_days"),
        ("haaglanden", "community-activity", {"days": Decimal("2.25")}, "2250.00"),
        ("haaglanden", "community-activity", {"amount": Decimal("999.99")}, "999.99"),
        ("haaglanden", "community-activity", {"amount": Decimal(1), "days": Decimal(1)}, "days_or_costs"),
        ("holland-rijnland", "community-activity", {"days": Decimal(1)}, "by_agreement"),
    ],
)
def test_by_the_day(rules: str, block: str, fields: dict[str, Any], expected: str) -> None:
    assert value(rules, block, **fields) == expected


@pytest.mark.parametrize(
    ("rules", "block", "end", "expected"),
    [
        # A whole learning year, whatever its length, up to a year; a day longer is more than one.
        ("oost-nederland-2026", "bbl-1-2", date(2025, 6, 30), "25000.00"),
        ("oost-nederland-2026", "bbl-1-2", date(2025, 12, 31), "25000.00"),
        ("oost-nederland-2026", "bbl-1-2", date(2026, 1, 1), "over_a_learning_year"),
        # Where a part counts for its part: by the months.
        ("oost-nederland-2023", "bbl-1-2", date(2025, 12, 30), "19946.24"),  # 20,000 * (11 + 30/31) / 12
        ("oost-nederland-2023", "bbl-1-2", date(2025, 12, 31), "20000.00"),
        ("oost-nederland-2023", "bbl-1-2", date(2026, 1, 1), "20053.76"),  # 20,000 * (12 + 1/31) / 12
        # A period or a moment counts once, however long.
        ("oost-nederland-2026", "bol-1-2", date(2025, 1, 1), "10000.00"),
        ("oost-nederland-2026", "bol-1-2", date(2027, 12, 31), "10000.00"),
        ("westfriesland", "bbl-bol-1-2", date(2026, 12, 31), "20000.00"),
        ("regio-amersfoort", "work-experience", date(2025, 6, 30), "10000.00"),
        ("oost-nederland-2026", "pro-vso-employed", date(2025, 1, 31), "25000.00"),
        # Pro rata to a period of which nothing says how long it is.
        ("provincie-noord-holland", "bbl-1-2", date(2025, 12, 31), "part_of_period"),
    ],
)
def test_per_learning_year_per_period_and_once(rules: str, block: str, end: date, expected: str) -> None:
    assert value(rules, block, start=JAN, end=end) == expected


def test_what_counts_once_counts_from_its_start_on() -> None:
    assert value("oost-nederland-2026", "bol-1-2", start=JAN, until=date(2024, 12, 31)) == "0.00"
    assert value("oost-nederland-2026", "bol-1-2", start=JAN, until=JAN) == "10000.00"
    assert value("oost-nederland-2026", "bbl-1-2", start=JAN, until=date(2025, 12, 31)) == "25000.00"
    assert value("oost-nederland-2026", "bbl-1-2", start=JAN, until=date(2026, 1, 1)) == "over_a_learning_year"
    assert value("oost-nederland-2026", "bbl-1-2", months=Decimal(12)) == "25000.00"
    assert value("oost-nederland-2026", "bbl-1-2", months=Decimal("12.1")) == "over_a_learning_year"


@pytest.mark.parametrize(
    ("rules", "block", "bonuses", "expected"),
    [
        # Half a year: 25,000 for the block; the bonus is once the yearly value, 50,000.
        ("rijnmond-2024", "participatiewet", ("permanent",), "75000.00"),
        ("rijnmond-2024", "ww", ("permanent",), "37500.00"),
        ("rijnmond-2024", "ww", ("permanent", "age-56-plus"), "40000.00"),  # and 5,000 a year
        ("oost-nederland-2026", "participatiewet", ("age-50-plus", "special-group", "permanent"), "37500.00"),
        ("noordoost-brabant-2025", "ww", ("age-50-54", "age-55-plus"), "25000.00"),  # only the highest age
        ("holland-rijnland", "ww", ("age-55-plus",), "15000.00"),  # 7,500 and half of 15,000
        ("rijnmond-2024", "social-procurement", ("permanent",), "bonus_unfit"),
        ("mvs-2024", "bbl", ("permanent",), "bonus_unfit"),
    ],
)
def test_bonuses(rules: str, block: str, bonuses: tuple[str, ...], expected: str) -> None:
    half_year = full(JAN, date(2025, 6, 30)) | {"bonuses": bonuses, "amount": Decimal(1)}
    assert value(rules, block, **half_year) == expected


@pytest.mark.parametrize(
    ("amount", "expected"), [("1999.99", "3999.98"), ("2000", "4000.00"), ("2000.01", "4000.01"), ("9000", "11000.00")]
)
def test_the_costs_of_language_training_count_twice_up_to_two_thousand(amount: str, expected: str) -> None:
    assert value("mvs-2024", "language-training", amount=Decimal(amount), bonuses=("language-training",)) == expected
    assert value("mvs-2024", "language-training", amount=Decimal(amount)) == str(
        Decimal(amount).quantize(Decimal("0.01"))
    )


@pytest.mark.parametrize(
    ("rules", "end", "expected"),
    [
        ("westfriesland", date(2026, 12, 31), "80000.00"),  # banenafspraak: 40,000, at most 24 months
        ("westfriesland", date(2027, 1, 1), "80000.00"),
        ("provincie-noord-holland", date(2027, 1, 1), "100134.41"),  # for the term: 50,000 * (24 + 1/31) / 12
        ("oost-nederland-2023", date(2027, 1, 1), "80107.53"),  # without limit: 40,000 * (24 + 1/31) / 12
    ],
)
def test_limits_of_months(rules: str, end: date, expected: str) -> None:
    assert value(rules, "banenafspraak", **full(JAN, end)) == expected


@pytest.mark.parametrize("rules", [name for name in REGIONS if name not in {"haaglanden", "oost-nederland-2023"}])
def test_what_comes_from_a_copy_is_inferred_in_every_step(rules: str) -> None:
    for block in RULES[rules].block:
        effort: dict[str, Any] = {"hours": Decimal(4), "days": Decimal(1), "start": JAN, "end": JAN, "full_time": True}
        effort |= {} if block.or_costs else {"amount": Decimal(10)}
        for step in valued(rules, block.id, **effort).steps:
            assert not isinstance(step.origin, Set) or step.origin.certainty == "inferred", (block.id, step.name)


@given(st.dates(date(2015, 1, 1), date(2025, 1, 1)), st.integers(0, 2000), st.integers(0, 2000))
def test_a_later_benefit_never_counts_for_less(benefit: date, days: int, more: int) -> None:
    end = date.fromordinal(JAN.toordinal() + days)
    later = date.fromordinal(benefit.toordinal() + more)
    first = valued("rijnmond-2024", "participatiewet", **full(JAN, end, benefit)).value
    second = valued("rijnmond-2024", "participatiewet", **full(JAN, end, later)).value
    assert first is not None
    assert second is not None
    assert 0 <= first <= second

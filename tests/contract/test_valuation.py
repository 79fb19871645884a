"""What an effort is worth, computed by hand to the cent, and what must hold for every effort."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srtool.contract.valuation import Worth, full_time_month, worth
from srtool.finding import Derived, Set, Step
from srtool.place import Row
from srtool.readers.rules import rule_sets
from srtool.register.model import Effort
from srtool.register.places import Places
from srtool.rules.ruleset import Block, Bonus, Limit, RuleSet
from srtool.texts import LANGUAGES, Lang, load, words
from srtool.texts.say import step_labels

MUNICIPAL = ("alphen", "haaglanden", "harlingen", "leiden", "utrecht-a", "utrecht-b", "utrecht-c", "utrecht-d")
RULES = {name: rule_sets.load(rule_sets.find(name, None)).rules for name in (*MUNICIPAL, "rijk-classic", "utrecht")}
JAN = date(2026, 1, 1)
YEAR = (JAN, date(2026, 12, 31))


def valued(
    rules: str | RuleSet,
    block: str | None,
    *,
    until: date | None = None,
    months: Decimal | None = None,
    kind: Any = "placement",  # noqa: ANN401 - the fields of an effort are of many types
    **fields: Any,  # noqa: ANN401 - idem
) -> Worth:
    effort = Effort(id="E1", contract="A", kind=kind, block=block, **fields)
    of = RULES[rules] if isinstance(rules, str) else rules
    return worth(effort, of, Places(Row("register.toml", "efforts", 0)), until, months=months)


def during(start: date, end: date | None, hours: str | int | None = None, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - idem
    return {"start": start, "end": end, "hours_per_week": None if hours is None else Decimal(hours), **fields}


def named(one: Worth, name: str) -> Step:
    return next(step for step in one.steps if step.name == name)


@pytest.mark.parametrize(
    ("rules", "block", "start", "end", "hours", "value"),
    [
        # The worked examples.
        ("utrecht", "Participatiewet", JAN, date(2026, 6, 30), 18, "10000.00"),
        ("haaglanden", "ww", date(2025, 1, 1), date(2026, 12, 31), 36, "20000.00"),
        ("haaglanden", "banenafspraak", date(2025, 1, 1), date(2026, 12, 31), 36, "100000.00"),
        # Months: 15 January to 20 February is 1 + 6/28 months; 40,000 * 34/28 / 12.
        ("utrecht", "participatiewet", date(2026, 1, 15), date(2026, 2, 20), 36, "4047.62"),
        # A leap-day start: the day after 27 February 2025 is twelve months later, clamped to the end of the month.
        ("utrecht", "participatiewet", date(2024, 2, 29), date(2025, 2, 27), 36, "40000.00"),
        ("utrecht", "ww", date(2024, 2, 1), date(2024, 2, 15), 36, "862.07"),  # 20,000 * 15/29 / 12
        ("utrecht", "ww", date(2025, 2, 1), date(2025, 2, 14), 36, "833.33"),  # 20,000 * 14/28 / 12
        # One day.
        ("utrecht", "ww", JAN, JAN, 36, "53.76"),  # 20,000 / 31 / 12
        # Hours: another basis, and never more than full-time.
        ("utrecht-a", "participatiewet-long", *YEAR, 36, "36000.00"),
        ("utrecht-b", "participatiewet-long", *YEAR, 36, "40000.00"),
        ("utrecht", "ww", *YEAR, 60, "20000.00"),
        ("utrecht", "ww", *YEAR, "31.5", "17500.00"),
        ("utrecht", "ww", *YEAR, 0, "0.00"),
        # Around the limit of 12 months: a day less, exactly, a day more.
        ("haaglanden", "ww", JAN, date(2026, 12, 30), 36, "19946.24"),  # 20,000 * (11 + 30/31) / 12
        ("haaglanden", "ww", *YEAR, 36, "20000.00"),
        ("haaglanden", "ww", JAN, date(2027, 1, 1), 36, "20000.00"),
        # The exceptions: 24 months, and 36 for the higher levels of bbl.
        ("haaglanden", "wia", JAN, date(2028, 6, 30), 36, "60000.00"),
        ("haaglanden", "participatiewet", JAN, date(2028, 6, 30), 18, "40000.00"),
        ("haaglanden", "bbl-to-2", JAN, date(2029, 12, 31), 36, "50000.00"),
        ("haaglanden", "bbl-from-3", JAN, date(2029, 12, 31), 36, "45000.00"),
        # Where no limit was seen, none is applied.
        ("utrecht", "ww", JAN, date(2028, 12, 31), 36, "60000.00"),
        # The least hours of Harlingen: twelve count, a little less does not.
        ("harlingen", "ww-long", *YEAR, 12, "6666.67"),
        ("harlingen", "ww-long", *YEAR, "11.99", "0.00"),
    ],
)
def test_computed_by_hand(rules: str, block: str, start: date, end: date, hours: str | int, value: str) -> None:
    found = valued(rules, block, **during(start, end, hours))
    assert found.value == Decimal(value)
    assert str(found.value) == value


def test_leiden_counts_no_hours_because_their_basis_was_not_seen() -> None:
    half_year = (JAN, date(2026, 6, 30))
    undecided = valued("leiden", "bbl", **during(*half_year, 36))
    assert (undecided.value, undecided.why) == (None, "no_hours_basis")
    assert undecided.block is not None
    assert valued("leiden", "bbl", **during(*half_year), full_time=True).value == Decimal("12500.00")


def test_a_bonus_whose_period_was_not_seen_counts_once_in_full_and_is_inferred() -> None:
    short = valued("utrecht", "participatiewet", bonuses=("permanent",), **during(JAN, date(2026, 3, 31), 18))
    assert short.value == Decimal("15000.00")  # 40,000 * 18/36 * 3/12 + 10,000
    origin = named(short, "bonus_parts").origin
    assert isinstance(origin, Set)
    assert origin.certainty == "inferred"
    long = valued("utrecht", "ww", bonuses=("permanent", "age-over-50"), **during(JAN, date(2027, 12, 31), 36))
    assert long.value == Decimal("60000.00")  # 20,000 * 2 + 10,000 + 10,000


def test_a_bonus_is_known_by_its_label_and_counts_once_however_often_it_is_named() -> None:
    once = valued("utrecht", "ww", bonuses=("permanent", "Vast contract"), **during(*YEAR, 36))
    assert once.value == Decimal("30000.00")


def test_of_the_ages_of_harlingen_only_the_highest_counts() -> None:
    both = valued("harlingen", "ww-long", bonuses=("age-50-plus", "age-55-plus"), **during(*YEAR, 36))
    assert both.value == Decimal("27500.00")


def test_the_bonuses_of_the_second_table_of_utrecht_go_with_its_first_six_rows() -> None:
    long = valued("utrecht-b", "participatiewet-long", bonuses=("permanent", "age-50-plus"), **during(*YEAR, 36))
    assert long.value == Decimal("55000.00")  # 40,000 + 10,000 + 5,000


def test_haaglanden_counts_a_paid_invoice_and_an_activity_by_day() -> None:
    invoice = valued("haaglanden", "social-procurement", kind="purchase", amount=Decimal("1250.50"))
    assert invoice.value == Decimal("1250.50")


def test_a_bonus_at_cost_counts_what_was_spent() -> None:
    found = valued("haaglanden", "ww", bonuses=("training-costs",), amount=Decimal("1250.50"), **during(*YEAR, 36))
    assert found.value == Decimal("21250.50")
    assert valued("haaglanden", "ww", bonuses=("training-costs",), **during(*YEAR, 36)).why == "no_amount"


@pytest.mark.parametrize(
    ("rules", "block", "fields", "why"),
    [
        ("utrecht", None, {}, "block_missing"),
        ("utrecht", "piloot", {}, "block_unknown"),
        ("haaglanden", "bbl", during(*YEAR, 36), "block_ambiguous"),
        ("utrecht", "ww", {"hours_per_week": Decimal(36)}, "no_dates"),
        ("utrecht", "ww", during(JAN, None, 36), "no_end"),
        ("utrecht", "ww", during(*YEAR), "no_hours"),
        ("utrecht", "ww", during(*YEAR, 24, full_time=True), "hours_contradict"),
        ("utrecht", "ww", during(*YEAR, 36, bonuses=("piloot",)), "bonus_unknown"),
        ("leiden", "ww", during(*YEAR, full_time=True, bonuses=("pro-vso-contract",)), "bonus_unfit"),
        ("harlingen", "bbl-new", during(*YEAR, 36, bonuses=("age-50-plus",)), "bonus_unfit"),
        ("utrecht", "social-procurement", {}, "no_amount"),
        ("utrecht", "knowledge", {}, "no_hours_total"),
        ("utrecht", "knowledge", {"hours": Decimal(8), "amount": Decimal(500)}, "hours_or_costs"),
        ("utrecht", "development", {"amount": Decimal(500)}, "by_agreement"),
        ("leiden", "activity", {"hours": Decimal(8)}, "by_agreement"),
        ("alphen", "activity", {"hours": Decimal(8)}, "per_not_seen"),
        ("utrecht-b", "bbl", during(*YEAR, 36, bonuses=("permanent",)), "bonus_unfit"),
        ("utrecht-b", "bol", during(*YEAR, 36, bonuses=("permanent",)), "bonus_unfit"),
        ("utrecht-b", "nug", during(*YEAR, 36, bonuses=("age-50-plus",)), "bonus_unfit"),
        ("haaglanden", "social-return-project", {"amount": Decimal(500)}, "by_agreement"),
        ("rijk-classic", "ww", during(*YEAR, 36), "no_amount_without_table"),
    ],
)
def test_undecided_with_the_reason(rules: str, block: str | None, fields: dict[str, Any], why: str) -> None:
    found = valued(rules, block, **fields)
    assert (found.value, found.why) == (None, why)
    assert all(load(lang, "value")["why"][why] for lang in LANGUAGES)


@pytest.mark.parametrize(
    ("rules", "block", "fields", "value"),
    [
        ("utrecht", "social-procurement", {"amount": Decimal("1234.56")}, "1234.56"),
        ("leiden", "sheltered-work", {"amount": Decimal(5000)}, "5000.00"),
        ("utrecht", "knowledge", {"hours": Decimal("7.5")}, "750.00"),
        ("utrecht", "knowledge", {"amount": Decimal(900)}, "900.00"),
        ("utrecht-c", "social-project", {"hours": Decimal(3), "amount": Decimal(900)}, "300.00"),
    ],
)
def test_purchases_and_activities(rules: str, block: str, fields: dict[str, Any], value: str) -> None:
    assert valued(rules, block, kind="purchase", start=JAN, **fields).value == Decimal(value)


def own(*blocks: Block, bonus: tuple[Bonus, ...] = (), limit: tuple[Limit, ...] = ()) -> RuleSet:
    return RuleSet(id="own", title={}, block=blocks, bonus=bonus, limit=limit)


def a_block(**fields: Any) -> Block:  # noqa: ANN401 - idem
    return Block(id="b", source=("law",), certainty="stated", label={"nl": "B", "en": "B"}, **fields)


def test_a_part_of_the_costs_may_be_what_counts() -> None:
    rules = own(a_block(per="costs", form="purchase", recognition=Decimal(50)))
    found = valued(rules, "b", kind="purchase", amount=Decimal("333.33"))
    assert found.value == Decimal("166.67")  # 166.665, half up
    assert named(found, "effort_value_exact").value == Decimal("166.665")
    assert isinstance(named(found, "effort_value").origin, Derived)


def test_a_month_and_a_single_time() -> None:
    monthly = own(a_block(per="month", amount=Decimal(750), form="work_experience"))
    assert valued(monthly, "b", **during(JAN, date(2026, 3, 15))).value == Decimal("1862.90")  # 750 * (2 + 15/31)
    once = own(a_block(per="once", amount=Decimal(500), form="activity"))
    assert valued(once, "b", kind="activity").value == Decimal("500.00")


def test_a_bonus_with_a_stated_period() -> None:
    yearly = Bonus(id="y", source=("law",), certainty="stated", label={}, per="year", amount=Decimal(6000))
    single = Bonus(id="s", source=("law",), certainty="stated", label={}, per="once", amount=Decimal(1000))
    rules = own(a_block(per="year", amount=Decimal(12000)), bonus=(yearly, single))
    found = valued(rules, "b", full_time=True, bonuses=("y", "s"), **during(JAN, date(2026, 6, 30)))
    assert found.value == Decimal("10000.00")  # 6,000 + 1,000 + 3,000
    origin = named(found, "bonus_parts").origin
    assert isinstance(origin, Set)
    assert origin.certainty == "stated"


def test_a_bonus_a_year_does_not_go_with_what_has_no_months() -> None:
    yearly = Bonus(id="y", source=("law",), certainty="stated", label={}, per="year", amount=Decimal(6000))
    rules = own(a_block(per="once", amount=Decimal(500)), bonus=(yearly,))
    assert valued(rules, "b", bonuses=("y",)).why == "bonus_unfit"


def test_without_a_table_an_effort_counts_for_its_costs_and_nothing_else() -> None:
    spent: dict[str, Any] = {"amount": Decimal("18250.75")}
    assert valued("rijk-classic", "participatiewet", **spent).value == Decimal("18250.75")
    assert valued("rijk-classic", None, kind="purchase", **spent).value == Decimal("18250.75")
    assert valued("rijk-classic", None, bonuses=("permanent",), **spent).why == "bonus_unknown"
    term = during(JAN, date(2026, 1, 31))
    values = [
        valued("rijk-classic", "ww", until=day, amount=Decimal(310), **term).value
        for day in (date(2025, 12, 31), JAN, date(2026, 1, 31))
    ]
    assert values == [Decimal("0.00"), Decimal("310.00"), Decimal("310.00")]  # what was spent counts whole


@pytest.mark.parametrize(
    ("until", "value"),
    [
        (date(2025, 12, 31), "0.00"),
        (JAN, "11.20"),  # 5,000 * (1/31) / 12 * 30/36
        (date(2026, 1, 31), "347.22"),
        (date(2026, 12, 31), "4166.67"),
        (date(2030, 1, 1), "4166.67"),
    ],
)
def test_up_to_a_day(until: date, value: str) -> None:
    found = valued("haaglanden", "nug", until=until, **during(JAN, date(2027, 12, 31), 30))
    assert found.value == Decimal(value)
    assert found.limited == (until > date(2026, 12, 31))
    assert found.counted_until == (None if until < JAN else min(until, date(2026, 12, 31)))


def test_without_an_end_it_counts_up_to_the_day_and_the_limit() -> None:
    assert valued("utrecht", "ww", until=date(2026, 3, 31), **during(JAN, None, 36)).value == Decimal("5000.00")
    limited = valued("haaglanden", "ww", until=date(2028, 1, 1), **during(JAN, None, 36))
    assert (limited.value, limited.limited, limited.counted_until) == (Decimal("20000.00"), True, date(2026, 12, 31))


def test_what_starts_later_counts_for_nothing_yet_its_bonus_neither() -> None:
    found = valued("utrecht", "ww", until=date(2025, 12, 31), bonuses=("permanent",), **during(*YEAR, 36))
    assert (found.value, found.why) == (Decimal("0.00"), None)


def test_below_the_least_hours_is_nothing_and_no_question() -> None:
    found = valued("harlingen", "ww-long", **during(*YEAR, 8))
    assert (found.value, found.why) == (Decimal("0.00"), "below_minimum")


def test_months_stand_for_dates_that_are_not_known() -> None:
    half = valued("utrecht", "participatiewet", months=Decimal("1.5"), hours_per_week=Decimal(36))
    assert half.value == Decimal("5000.00")
    limited = valued("haaglanden", "ww", months=Decimal(30), hours_per_week=Decimal(36))
    assert (limited.value, limited.limited, limited.counted_until) == (Decimal("20000.00"), True, None)


def test_a_full_time_month() -> None:
    utrecht = RULES["utrecht"]
    assert full_time_month(utrecht.blocks_named("ww")[0], utrecht) == Decimal("1666.67")
    assert full_time_month(utrecht.blocks_named("social-procurement")[0], utrecht) is None
    rijk = RULES["rijk-classic"]
    assert full_time_month(rijk.blocks_named("ww")[0], rijk) is None


def test_every_step_has_a_name_in_words_and_formulas_name_only_steps() -> None:
    known = {"months", "days", "sum", "min", "round_half_up"}
    for found in (
        valued("haaglanden", "ww", until=date(2026, 5, 5), **during(JAN, None, 60)),
        valued("haaglanden", "ww", bonuses=("age-55-plus",), **during(JAN, date(2027, 2, 2), 20)),
        valued("rijk-classic", None, until=date(2026, 5, 5), amount=Decimal(5), **during(*YEAR)),
        valued("utrecht", "ww", months=Decimal(3), full_time=True),
        valued("harlingen", "ww-long", **during(*YEAR, 8)),
    ):
        names = {step.name for step in found.steps}
        for lang in LANGUAGES:
            assert names <= step_labels(lang).keys()
        for step in found.steps:
            if isinstance(step.origin, Derived):
                assert set(re.findall(r"[a-z_]+", step.origin.formula)) <= names | known
        assert found.steps[-1].value == found.value


@st.composite
def efforts(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    name = draw(st.sampled_from([*MUNICIPAL, "rijk-classic"]))
    block = draw(st.sampled_from(RULES[name].block))
    start = draw(st.dates(date(2020, 1, 1), date(2028, 12, 31)))
    days = draw(st.none() | st.integers(0, 2000))
    bonuses = [bonus.id for bonus in RULES[name].bonus]
    return name, {
        "block": block.id,
        "kind": block.form or "placement",
        "start": start,
        "end": None if days is None else start + timedelta(days=days),
        "hours_per_week": draw(st.none() | st.decimals(0, 80, places=1)),
        "full_time": draw(st.none() | st.just(True)),  # noqa: FBT003 - the value of the field
        "hours": draw(st.none() | st.decimals(0, 200, places=1)),
        "amount": draw(st.none() | st.decimals(0, 100000, places=2)),
        "bonuses": tuple(draw(st.lists(st.sampled_from(bonuses), max_size=2))) if bonuses else (),
    }


@given(efforts(), st.dates(date(2019, 1, 1), date(2034, 1, 1)), st.integers(0, 900))
def test_what_counts_never_falls_as_the_days_go_by(one: tuple[str, dict[str, Any]], day: date, later: int) -> None:
    name, fields = one
    now = valued(name, until=day, **fields)
    then = valued(name, until=day + timedelta(days=later), **fields)
    whole = valued(name, **fields)
    assert (now.value is None) == (then.value is None)
    if now.value is not None and then.value is not None:
        assert 0 <= now.value <= then.value
        if whole.value is not None:
            assert then.value <= whole.value


@given(efforts())
def test_in_whole_cents_or_a_reason(one: tuple[str, dict[str, Any]]) -> None:
    found = valued(one[0], **one[1])
    assert (found.value is None) <= (found.why is not None)
    if found.value is not None:
        assert found.value == found.value.quantize(Decimal("0.01"))


@given(st.dates(date(2020, 1, 1), date(2028, 12, 31)), st.integers(0, 1500), st.integers(1, 48))
def test_more_hours_never_count_for_less(start: date, days: int, hours: int) -> None:
    term = (start, start + timedelta(days=days))
    less, more = (valued("harlingen", "ww-long", **during(*term, h)).value for h in (hours, hours + 1))
    assert less is not None
    assert more is not None
    assert less <= more


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_step_of_a_value_and_one_of_a_check_never_share_a_name(lang: Lang) -> None:
    # One would be called what the other is: the costs of an effort, and an amount in a draft.
    assert words(lang, "value.steps").keys() & words(lang, "checks.steps").keys() == set()

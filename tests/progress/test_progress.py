"""Where a contract stands: worked by hand, and what holds on every day for every register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srtool.finding import Given, Step, Unit
from srtool.place import Row
from srtool.progress.dossier import Dossier, Tolerances
from srtool.progress.reckoning import progress
from srtool.progress.standing import Progress
from srtool.progress.state import State
from srtool.readers.rules import rule_sets
from srtool.register.last_day import end_of, is_end_open
from srtool.register.model import Adjustment, Contact, Contract, Effort, Instalment, SocialReturn
from srtool.register.places import Places
from tests.support.followed_contracts import AMOUNTS, adjustments

ROW = Row("case.toml", "contracts", 0)
RULES = rule_sets.load(rule_sets.find("rijk-classic", None)).rules
START, END = date(2025, 1, 1), date(2026, 12, 31)


def a_dossier(
    owed: int | None = 20_000,
    efforts: tuple[Effort, ...] = (),
    adjustments: tuple[Adjustment, ...] = (),
    contacts: tuple[Contact, ...] = (),
    **asked: Any,  # noqa: ANN401 - fields of the demand
) -> Dossier:
    contract = Contract("A", "t", supplier="S", start=START, end=END, social_return=SocialReturn(asked=True, **asked))
    step = None if owed is None else Step("asked_obligation", Decimal(owed), Unit.EUR, Given("x"))
    places = Places(ROW)
    return Dossier(
        contract,
        places,
        step,
        RULES,
        START,
        END,
        efforts=tuple((one, places) for one in efforts),
        contacts=tuple((one, places) for one in contacts),
        adjustments=tuple((one, places) for one in adjustments),
    )


def an_effort(number: str, amount: str | int, **more: Any) -> Effort:  # noqa: ANN401 - fields of an effort
    fields = {"kind": "purchase", "status": "confirmed", "start": date(2025, 3, 1), "amount": Decimal(amount), **more}
    return Effort(number, "A", **fields)


def at(closed: Dossier, on: date, tolerances: Tolerances | None = None) -> Progress:
    """Where the contract stands when its dossier is opened on a day."""
    adjustments = [adjustment for adjustment, _ in closed.adjustments]
    end, is_open = end_of(closed.contract, adjustments, on), is_end_open(closed.contract, adjustments, on)
    return progress(replace(closed, on=on, end=end, is_end_open=is_open), tolerances or Tolerances())


def test_amounts_on_a_day() -> None:
    efforts = (
        an_effort("E1", 5_000),
        an_effort("E2", 3_000, status="claimed"),
        an_effort("E3", 1_000, status="disputed"),
        an_effort("E4", 9_000, claimed_on=date(2026, 6, 1), status="claimed"),
    )
    found = at(a_dossier(efforts=efforts), date(2025, 12, 31))
    assert [str(one) for one in (found.confirmed, found.claimed, found.open, found.surplus)] == [
        "5000.00",
        "3000.00",
        "15000.00",
        "0.00",
    ]
    assert [found.due, found.in_proportion] == [None, 10_000]
    assert [entry.counts for entry in found.entries] == ["confirmed", "claimed", "disputed", "later"]


def test_more_than_owed_is_surplus() -> None:
    found = at(a_dossier(efforts=(an_effort("E1", "20000.01"),)), END)
    assert (str(found.open), str(found.surplus), found.state) == ("0.00", "0.01", State.MET)


def test_the_pace_of_the_last_twelve_months() -> None:
    # 6,000 started in the twelve months up to 31 December 2025; a year is left.
    efforts = (an_effort("E1", 6_000), an_effort("E2", 2_000, start=date(2024, 12, 31)))
    found = at(a_dossier(efforts=efforts), date(2025, 12, 31))
    assert found.pace == 6_000
    assert found.best == 8_000 + 6_000


def test_under_six_months_of_history_there_is_no_pace() -> None:
    dossier = a_dossier(efforts=(an_effort("E1", 6_000),))
    assert at(dossier, date(2025, 6, 30)).pace is None
    assert at(dossier, date(2025, 7, 1)).pace is not None


def states(*days: date, **asked: Any) -> list[State]:  # noqa: ANN401 - fields of the demand
    return [at(a_dossier(**asked), day).state for day in days]


def test_the_first_state_that_holds() -> None:
    day = timedelta(days=1)
    days = (date(2025, 3, 31), date(2025, 4, 1), date(2025, 4, 2))  # three months, 90 days and 91
    assert states(*days) == [State.STARTING, State.BELOW_PACE, State.SILENT]
    plan = date(2025, 8, 1)
    assert states(plan - day, plan, plan_due=plan) == [State.STARTING, State.SILENT]
    assert states(END, END + day) == [State.SILENT, State.ENDED_SHORT]
    assert states(date(2025, 6, 1), END + day, owed=None) == [State.SILENT, State.UNKNOWN]
    assert states(date(2025, 6, 1), owed=0) == [State.MET]


def test_behind_at_risk_and_on_track() -> None:
    on = date(2025, 12, 31)  # 10,000 was agreed until now; 75% is 7,500
    contact, schedule = (Contact("A", on),), (Instalment(on, Decimal(10_000)), Instalment(END, Decimal(10_000)))

    def state(amount: str, tolerances: Tolerances | None = None) -> State:
        dossier = a_dossier(efforts=(an_effort("E1", amount),), contacts=contact, schedule=schedule)
        return at(dossier, on, tolerances).state

    assert state("7499.99") is State.BEHIND
    assert state("7500.00") is State.AT_RISK
    assert state("7499.99", Tolerances(behind_percent=Decimal(50))) is State.AT_RISK
    assert state("20000.00") is State.MET


def test_without_an_agreed_standing_nobody_is_behind() -> None:
    on = date(2025, 12, 31)  # 10,000 in proportion to the term; 75% is 7,500
    contact = (Contact("A", on),)

    def stands(amount: str) -> tuple[State, str]:
        progress = at(a_dossier(efforts=(an_effort("E1", amount),), contacts=contact), on)
        assert [progress.due, progress.in_proportion] == [None, 10_000]
        return progress.state, progress.rule

    assert stands("7499.99") == (State.BELOW_PACE, "below_pace")
    assert stands("7500.00") == (State.BELOW_PACE, "below_owed")
    assert stands("19999.99") == (State.BELOW_PACE, "below_owed")
    assert stands("20000.00")[0] is State.MET


def test_on_the_last_day_all_that_is_owed_is_what_was_agreed() -> None:
    dossier = a_dossier(efforts=(an_effort("E1", 5_000),), contacts=(Contact("A", END),))
    assert [at(dossier, END).due, at(dossier, END).in_proportion] == [20_000, None]
    before = at(dossier, END - timedelta(days=1))
    assert (before.due, before.in_proportion) == (None, Decimal("19972.60"))  # 20,000 x 729 / 730


def test_what_is_waived_of_an_amount_that_is_not_known_is_not_known() -> None:
    waiver = Adjustment("A", "waiver", date(2025, 6, 1), percent=Decimal(25))
    assert at(a_dossier(owed=None, adjustments=(waiver,)), date(2025, 6, 1)).waived is None
    assert at(a_dossier(owed=None, adjustments=(waiver,)), date(2025, 5, 31)).waived == 0


def test_a_shortfall_without_a_clause_has_no_consequence() -> None:
    after = END + timedelta(days=1)
    assert at(a_dossier(), after).rule == "over_no_clause"
    assert at(a_dossier(shortfall_clause="Hersteltermijn van 3 maanden."), after).rule == "over_open"


def test_an_extension_gives_more_time_and_options_do_not() -> None:
    longer = Adjustment("A", "extension", date(2026, 12, 1), new_end=date(2027, 6, 30))
    dossier = a_dossier(adjustments=(longer,))
    assert at(dossier, date(2026, 11, 30)).end == END
    assert at(dossier, date(2026, 12, 1)).end == date(2027, 6, 30)
    assert at(dossier, date(2027, 1, 1)).state is not State.ENDED_SHORT


def test_two_waivers_on_one_day_are_at_most_everything() -> None:
    waivers = tuple(Adjustment("A", "waiver", date(2025, 6, 1), amount=Decimal(15_000)) for _ in range(2))
    found = at(a_dossier(adjustments=waivers), END)
    assert (str(found.waived), str(found.owed), found.state) == ("20000", "0", State.MET)


def test_a_contact_in_the_future_is_no_sign_of_life() -> None:
    found = at(a_dossier(contacts=(Contact("A", date(2025, 12, 1)),)), date(2025, 6, 1))
    assert found.life.last_contact is None


DAYS = st.dates(date(2024, 6, 1), date(2027, 6, 30))
EFFORTS = st.lists(
    st.builds(
        Effort,
        id=st.uuids().map(str),
        contract=st.just("A"),
        kind=st.sampled_from(["placement", "purchase"]),
        start=st.none() | DAYS,
        amount=st.none() | AMOUNTS,
        status=st.sampled_from(["claimed", "confirmed", "disputed", None]),
        claimed_on=st.none() | DAYS,
        confirmed_on=st.none() | DAYS,
    ),
    max_size=6,
).map(tuple)
ADJUSTMENTS = adjustments(DAYS).map(tuple)


@settings(max_examples=200, deadline=None)
@given(owed=st.integers(0, 50_000), efforts=EFFORTS, adjustments=ADJUSTMENTS, on=DAYS)
def test_what_is_owed_is_accounted_for_to_the_cent(
    owed: int, efforts: tuple[Effort, ...], adjustments: tuple[Adjustment, ...], on: date
) -> None:
    found = at(a_dossier(owed, efforts, adjustments), on)
    assert found.obligation is not None
    assert found.open is not None
    assert found.surplus is not None
    assert found.waived is not None
    assert found.obligation + found.surplus == found.confirmed + found.open + found.waived
    parts = (found.obligation, found.surplus, found.confirmed, found.open, found.waived, found.claimed)
    assert all(part >= 0 and part == round(part, 2) for part in parts)
    due = found.in_proportion if found.due is None else found.due
    assert due is not None
    assert found.owed is not None
    assert 0 <= due <= found.owed
    assert (found.due is None) is not (found.in_proportion is None)
    assert found.confirmed <= found.expected <= found.best


@settings(max_examples=100, deadline=None)
@given(efforts=EFFORTS, adjustments=ADJUSTMENTS, on=DAYS)
def test_the_order_of_the_efforts_changes_nothing(
    efforts: tuple[Effort, ...], adjustments: tuple[Adjustment, ...], on: date
) -> None:
    assert (
        at(a_dossier(1_000, efforts, adjustments), on).steps
        == at(a_dossier(1_000, efforts[::-1], adjustments), on).steps
    )


@settings(max_examples=100, deadline=None)
@given(efforts=EFFORTS, on=DAYS, later=st.integers(0, 400))
def test_what_is_confirmed_never_falls(efforts: tuple[Effort, ...], on: date, later: int) -> None:
    dossier = a_dossier(1_000, efforts)
    assert at(dossier, on).confirmed <= at(dossier, on + timedelta(days=later)).confirmed


def with_options(on: date, **fields: Any) -> Progress:  # noqa: ANN401 - fields of a contract or its demand
    """A contract that would have ended, with two years of options, and an effort on either side of its end."""
    efforts = (an_effort("E1", 12_000), an_effort("E2", 9_000, start=date(2027, 4, 1)))
    dossier = a_dossier(30_000, efforts=efforts)
    return at(replace(dossier, contract=replace(dossier.contract, end_latest=date(2028, 12, 31), **fields)), on)


def test_while_the_end_is_open_only_what_both_outcomes_agree_on_is_known() -> None:
    stands = with_options(date(2027, 11, 22))
    assert (stands.state, stands.rule) == (State.END_PASSED, "end_passed")
    assert [stands.confirmed, stands.confirmed_if_extended, stands.owed] == [12_000, 21_000, 30_000]
    assert [stands.due, stands.in_proportion, stands.open, stands.surplus, stands.gap] == [None] * 5
    assert [(due.what, due.overdue) for due in stands.dues] == [("end_passed", False)]


def test_what_is_open_is_known_while_both_outcomes_count_the_same() -> None:
    stands = with_options(date(2027, 3, 31))
    assert [stands.confirmed, stands.confirmed_if_extended, stands.open] == [12_000, 12_000, 18_000]


def test_the_day_decides_whether_the_end_is_open() -> None:
    assert with_options(END).state is not State.END_PASSED
    assert with_options(END + timedelta(days=1)).state is State.END_PASSED
    assert with_options(date(2029, 1, 1)).state is State.END_PASSED
    assert with_options(END + timedelta(days=1), status="ended").state is State.ENDED_SHORT
    extended = with_options(date(2027, 11, 22), extended_until=date(2027, 12, 31))
    assert [extended.confirmed, extended.confirmed_if_extended, extended.open] == [21_000, None, 9_000]
    assert with_options(date(2028, 1, 1), extended_until=date(2027, 12, 31)).state is State.ENDED_SHORT


def test_all_that_is_owed_is_met_under_both_outcomes() -> None:
    dossier = a_dossier(12_000, efforts=(an_effort("E1", 12_000),))
    longer = replace(dossier, contract=replace(dossier.contract, end_latest=date(2028, 12, 31)))
    assert at(longer, date(2027, 11, 22)).state is State.MET


def kept_elsewhere(on: date = date(2026, 6, 1), *, is_approved: bool = True, **asked: Any) -> Progress:  # noqa: ANN401 - fields of the demand
    """Efforts of 3,000 and 2,000, before and after the end of 2025, beside a running total of 8,000."""
    efforts = (an_effort("E1", 3_000), an_effort("E2", 2_000, start=date(2026, 1, 1)))
    dossier = a_dossier(efforts=efforts, contacts=(Contact("A", on),), realised=Decimal(8_000), **asked)
    return at(replace(dossier, is_approved=is_approved), on)


@pytest.mark.parametrize(
    ("realised_on", "confirmed"),
    [(date(2025, 2, 28), 13_000), (date(2025, 12, 31), 10_000), (date(2026, 1, 1), 8_000)],
)
def test_later_efforts_add_to_an_approved_standing(realised_on: date, confirmed: int) -> None:
    stands = kept_elsewhere(realised_on=realised_on)
    assert [stands.realised, stands.confirmed, stands.open] == [8_000, confirmed, 20_000 - confirmed]


def test_a_standing_is_given_by_the_register_and_not_computed() -> None:
    (step,) = (step for step in kept_elsewhere().steps if step.name == "realised")
    assert isinstance(step.origin, Given)


def test_a_standing_that_is_not_approved_stands_apart() -> None:
    stands = kept_elsewhere(is_approved=False, realised_on=date(2025, 12, 31))
    assert [stands.realised, stands.confirmed] == [8_000, 5_000]
    assert (stands.state, stands.rule) == (State.UNKNOWN, "not_approved")


def test_without_its_day_nobody_is_behind_or_short_by_a_standing() -> None:
    assert [kept_elsewhere(on).rule for on in (date(2026, 6, 1), END + timedelta(days=1))] == ["day_unknown"] * 2
    assert kept_elsewhere(realised_on=date(2025, 12, 31)).state is State.BELOW_PACE


def test_what_is_kept_elsewhere_is_never_zero_nor_silent() -> None:
    dossier = replace(a_dossier(), keeps_efforts=False, keeps_life=False)
    stands = at(dossier, date(2026, 6, 1))
    assert (stands.state, stands.rule, stands.life.is_silent, stands.life.silent_days) == (
        State.UNKNOWN,
        "not_kept",
        False,
        0,
    )
    assert [stands.shown(name) for name in ("confirmed", "open", "gap", "expected")] == [None] * 4
    assert stands.shown("owed") == 20_000
    assert at(dossier, END + timedelta(days=1)).state is State.UNKNOWN


def test_a_day_of_last_contact_is_a_sign_of_life() -> None:
    dossier = a_dossier()
    heard = replace(dossier, contract=replace(dossier.contract, last_contact_on=date(2025, 9, 1)))
    assert not at(heard, date(2025, 11, 30)).life.is_silent
    assert at(heard, date(2025, 12, 1)).life.is_silent
    assert at(heard, date(2025, 8, 31)).life.last_contact is None

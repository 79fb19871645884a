from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from srtool.finding import Owner
from srtool.portfolio.monitoring import monitor
from srtool.portfolio.suppression import shielded
from srtool.progress.standing import Progress
from srtool.register.model import Adjustment, Instalment
from srtool.views.monitor import to_ics, to_json
from tests.support.followed_contracts import ON, a_contact, a_progress, paid, placed

SCHEDULE = (Instalment(date(2025, 12, 31), Decimal(8_000)), Instalment(date(2026, 12, 31), Decimal(12_000)))
PROMISE = a_contact(date(2026, 5, 1), next_step="bellen", next_on=date(2026, 5, 20), next_by="Team")


def whats(found: Progress) -> list[tuple[str, date, bool]]:
    return [(one.what, one.day, one.overdue) for one in found.dues if one.what != "end"]


def test_the_next_report_has_a_day_before_it_is_late() -> None:
    report = a_contact(date(2026, 4, 30), kind="report")
    assert whats(a_progress(report_every_months=3, contacts=[report])) == [("report", date(2026, 7, 30), False)]
    assert whats(a_progress(report_every_months=3)) == [("report", date(2025, 4, 1), True)]


def test_no_report_is_due_after_the_end() -> None:
    report = a_contact(date(2026, 5, 31), kind="report")
    assert a_progress(report_every_months=12, contacts=[report]).life.next_report is None


def test_every_step_stands_until_something_follows_it() -> None:
    later = a_contact(date(2026, 5, 10), next_step="mailen", next_on=date(2026, 7, 1))
    found = a_progress(contacts=[PROMISE, later])
    assert whats(found) == [("next_step", date(2026, 5, 20), True), ("next_step", date(2026, 7, 1), False)]
    done = a_contact(date(2026, 5, 20), kind="call")
    assert whats(a_progress(contacts=[PROMISE, later, done])) == [("next_step", date(2026, 7, 1), False)]


def test_a_step_that_is_promised_again_stands_once() -> None:
    again = a_contact(date(2026, 5, 10), next_step=" Bellen", next_on=date(2026, 6, 20))
    assert whats(a_progress(contacts=[PROMISE, again])) == [("next_step", date(2026, 6, 20), False)]


def test_an_evaluation_is_late_until_it_was_held() -> None:
    assert whats(a_progress(evaluation_on=date(2026, 5, 1))) == [("evaluation", date(2026, 5, 1), True)]
    held = a_contact(date(2026, 5, 3), kind="evaluation")
    assert whats(a_progress(evaluation_on=date(2026, 5, 1), contacts=[held])) == []


def test_instalments_with_what_is_confirmed_against_them() -> None:
    found = a_progress(schedule=SCHEDULE, efforts=[paid(7_999)])
    assert [(one.day, one.amount, one.overdue) for one in found.dues if one.what == "instalment"] == [
        (date(2025, 12, 31), Decimal(8_000), True),
        (date(2026, 12, 31), Decimal(12_000), False),
    ]
    assert whats(a_progress(schedule=SCHEDULE, efforts=[paid(8_000)])) == [("instalment", date(2026, 12, 31), False)]


def test_within_a_leniency_no_instalment_is_late() -> None:
    leniency = Adjustment("A", "leniency", date(2025, 12, 1), until=date(2026, 12, 1))
    found = a_progress(schedule=SCHEDULE, adjustments=[leniency])
    assert whats(found) == [("instalment", date(2026, 12, 31), False)]


ALL: dict[str, Any] = {
    "report_every_months": 3,
    "evaluation_on": date(2027, 2, 1),
    "plan_due": date(2025, 2, 1),
    "schedule": SCHEDULE,
    "contacts": [PROMISE],
}


def test_what_is_met_has_only_its_evaluation_left() -> None:
    assert a_progress(**ALL, efforts=[paid(20_000)]).dues[0].what == "evaluation"
    assert len(a_progress(**ALL, efforts=[paid(20_000)]).dues) == 1


def test_what_has_ended_has_its_evaluation_and_its_shortfall() -> None:
    on = date(2027, 1, 15)
    found = a_progress(**ALL, on=on, efforts=[paid(8_000)])
    assert whats(found) == [("shortfall", date(2026, 12, 31), False), ("evaluation", date(2027, 2, 1), False)]
    assert found.dues[0].amount == 12_000


def test_a_contact_in_the_future_is_planned() -> None:
    assert whats(a_progress(contacts=[a_contact(date(2026, 6, 2), kind="visit")])) == [
        ("contact", date(2026, 6, 2), False)
    ]


@pytest.mark.parametrize(
    "late",
    [{"contacts": [PROMISE]}, {"evaluation_on": date(2026, 5, 1)}, {"schedule": SCHEDULE}],
    ids=["step", "evaluation", "instalment"],
)
def test_whatever_has_passed_asks_attention(late: dict[str, Any]) -> None:
    usual: dict[str, Any] = {
        "contacts": [a_contact(date(2026, 5, 31))],
        "plan_due": date(2026, 6, 30),
        "plan_agreed_on": ON,
    }
    assert not monitor([a_progress(**usual)], (), ON).attention
    found = a_progress(**{**usual, **late})
    assert found.overdue
    assert monitor([found], (), ON).attention == (found,)


def test_the_role_of_the_name_is_said() -> None:
    late: dict[str, Any] = {"plan_due": date(2026, 6, 30), "contacts": [PROMISE]}
    assert a_progress(**late, contract={"social_return_adviser": "Team"}).acts == (Owner.ADVISER, "Team")
    assert a_progress(contract={"social_return_adviser": "Ada"}).acts == (Owner.ADVISER, "Ada")
    assert a_progress(contract={"contract_manager": "Ada"}).acts == (Owner.CONTRACT_MANAGER, "Ada")
    assert a_progress().acts == (Owner.CONTRACT_MANAGER, None)
    assert a_progress(report_every_months=3).acts == (Owner.SUPPLIER, "S")


def test_two_steps_on_one_day_are_two_events() -> None:
    found = monitor([a_progress(contacts=[PROMISE, PROMISE], schedule=SCHEDULE)], (), ON)
    events = "".join(to_ics.pieces(found, "en", {}))
    uids = re.findall(r"UID:\S+", events)
    assert len(uids) == len(set(uids)) == len(found.agenda) == 5
    assert "SUMMARY:A: instalment due\\, € 8\\,000\\, overdue" in events


def test_json_names_who_a_number_stands_for() -> None:
    report = a_progress(report_every_months=3, contract={"supplier": "12345678"})
    (due,) = [one for one in report.dues if one.what == "report"]
    record = to_json.agenda_record(due, {"12345678": "Glans"})
    assert (record["who"], record["number"]) == ("Glans", "12345678")
    assert to_json.agenda_record(due, {})["number"] is None


def _of(what: str, progress: Progress) -> list[tuple[date, bool]]:
    return [(due.day, due.overdue) for due in progress.dues if due.what == what]


@pytest.mark.parametrize(
    ("contract", "days"),
    [
        ({"notice_months": 3, "end_latest": date(2028, 12, 31)}, [(date(2026, 9, 30), False)]),
        ({"notice_months": 12, "end_latest": date(2028, 12, 31)}, [(date(2025, 12, 31), False)]),
        ({"notice_months": 3, "end_latest": date(2026, 12, 31)}, []),
        ({"notice_months": 3}, []),
        ({"end_latest": date(2028, 12, 31)}, []),
    ],
)
def test_an_option_is_decided_on_before_the_end(contract: dict[str, Any], days: list[tuple[date, bool]]) -> None:
    assert _of("option", a_progress(contract=contract)) == days


def test_half_a_year_and_a_year_after_a_placement_is_asked_whether_somebody_is_still_at_work() -> None:
    progress = a_progress(efforts=[placed("1", date(2026, 1, 31)), placed("2", date(2026, 1, 31))])
    assert _of("still_at_work", progress) == [(date(2026, 7, 31), False), (date(2027, 1, 31), False)]


@pytest.mark.parametrize(
    "more",
    [
        {"outcome": "left"},
        {"status": "disputed"},
        {"end": date(2026, 7, 30)},
        {"start": None},
        {"start": date(2024, 11, 30)},
    ],
)
def test_who_is_gone_or_does_not_count_is_not_asked_for(more: dict[str, Any]) -> None:
    assert _of("still_at_work", a_progress(efforts=[placed("1", **{"start": date(2026, 1, 31), **more})])) == []


def test_the_question_stays_open_for_half_a_year_until_there_was_a_contact() -> None:
    efforts = [placed("1", date(2025, 9, 1))]  # half a year later is 1 March 2026
    days = [(date(2026, 3, 1), False), (date(2026, 9, 1), False)]
    assert _of("still_at_work", a_progress(efforts=efforts)) == days
    before, since = a_contact(date(2026, 2, 28)), a_contact(date(2026, 3, 1))
    assert _of("still_at_work", a_progress(efforts=efforts, contacts=[before])) == days
    assert _of("still_at_work", a_progress(efforts=efforts, contacts=[since])) == days[1:]
    late = a_progress(efforts=efforts, on=date(2026, 9, 2))
    assert _of("still_at_work", late) == [(date(2026, 9, 1), False)]


def test_when_somebody_was_placed_is_not_passed_on() -> None:
    progress = a_progress(efforts=[placed("1", date(2026, 1, 31))])
    whole = monitor([progress], (), ON)
    assert "still_at_work" in {due.what for due in whole.agenda}
    given = shielded(whole)
    assert "still_at_work" not in {due.what for due in (*given.agenda, *given.contracts[0].dues)}

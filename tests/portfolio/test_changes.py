from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from srtool.finding import Answer, ContractVerdict, Finding, Level, Outcome, Owner, Receipt, Report
from srtool.portfolio.changes import SERIOUS, Before, Change, Changes, Snapshot, changes, snapshots
from srtool.progress.state import State
from tests.support.followed_contracts import a_progress, paid

THEN = date(2026, 1, 1)
ONE = Snapshot("t", "silent", "yes", Decimal(10), Decimal(10), Decimal(10), Decimal(1), frozenset({"SR501"}))


def between(old: Snapshot | None, new: Snapshot | None) -> Changes:
    before, now = ({} if one is None else {"A": one} for one in (old, new))
    return changes(Before(THEN, before), now)


def the_one(old: Snapshot | None, new: Snapshot | None) -> Change:
    (found,) = between(old, new).rows
    return found


def test_every_state_has_its_place() -> None:
    assert set(SERIOUS) == {state.value for state in State}
    assert len(SERIOUS) == len(State)


@pytest.mark.parametrize(
    ("before", "now", "what"),
    [
        ("silent", "met", "met"),
        (None, "met", "met"),
        ("silent", "behind", "changed"),
        ("met", "on_track", "worsened"),
        ("behind", "silent", "changed"),
        ("silent", "ended_short", "worsened"),
        ("ended_short", "silent", "improved"),
        ("behind", "ended_short", "worsened"),
        (None, "starting", "changed"),
        ("silent", None, "changed"),
        ("a state of another version", "silent", "changed"),
    ],
)
def test_another_state(before: str | None, now: str | None, what: str) -> None:
    found = the_one(replace(ONE, state=before), replace(ONE, state=now))
    assert (found.what, found.before_state, found.state) == (what, before, now)


def test_added_and_gone() -> None:
    added, gone = the_one(None, ONE), the_one(ONE, None)
    assert [added.what, added.new_findings, added.before_owed, added.owed] == ["added", ("SR501",), None, 10]
    # What went is not solved.
    assert [gone.what, gone.solved_findings, gone.before_confirmed, gone.confirmed] == ["gone", (), 1, None]


def test_what_differs_is_named() -> None:
    found = the_one(ONE, replace(ONE, norm=Decimal(20), asked=None, title="Another"))
    assert (found.what, found.differs) == ("changed", ("norm", "asked"))
    assert (the_one(None, ONE).differs, the_one(ONE, None).differs) == ((), ())


def test_the_same_is_counted_whatever_its_title() -> None:
    assert between(ONE, replace(ONE, title="Another")) == Changes(THEN, (), 1)


def test_an_amount_or_a_finding_is_a_change() -> None:
    found = the_one(ONE, replace(ONE, findings=frozenset({"SR502"}), title="New"))
    assert (found.what, found.title, found.new_findings, found.solved_findings) == (
        "changed",
        "New",
        ("SR502",),
        ("SR501",),
    )
    nine = Decimal(9)
    others = [replace(ONE, norm=nine), replace(ONE, asked=nine), replace(ONE, owed=nine), replace(ONE, confirmed=nine)]
    assert {the_one(ONE, other).what for other in (*others, replace(ONE, applies="no"))} == {"changed"}
    assert between(ONE, replace(ONE, owed=Decimal("10.00"))).same == 1


def test_what_is_serious_goes_first() -> None:
    old = {**dict.fromkeys("ACDE", ONE), "B": replace(ONE, state="on_track")}
    now = {
        "A": replace(ONE, state="met"),
        "B": replace(ONE, state="behind"),
        "C": replace(ONE, state="ended_short"),
        "F": ONE,
        "E": ONE,
    }
    found = changes(Before(THEN, old), now)
    assert [one.contract for one in found.rows] == ["C", "B", "F", "D", "A"]
    assert found.same == 1


def test_a_snapshot_of_a_report() -> None:
    verdicts = (a_verdict("A"), a_verdict("B"))
    findings = tuple(
        Finding(code, "A", outcome, Level.NOTICE, Owner.CLIENT, "x", "says")
        for code, outcome in (("SR1", Outcome.NOT_MET), ("SR2", Outcome.UNDECIDED), ("SR3", Outcome.MET))
    )
    report = Report(Receipt("1", (), THEN, ()), verdicts, findings, {})
    found = snapshots(report, [a_progress(efforts=[paid(40)])])
    assert found["A"] == Snapshot(
        "Title", "silent", "yes", Decimal(5), Decimal(6), Decimal(20_000), Decimal(40), frozenset({"SR1", "SR2"})
    )
    assert (found["B"].state, found["B"].owed, found["B"].findings) == (None, None, frozenset())
    assert changes(Before(THEN, found), found) == Changes(THEN, (), 2)


def a_verdict(name: str) -> ContractVerdict:
    return ContractVerdict(
        name,
        "Title",
        "running",
        None,
        Answer.YES,
        None,
        "unknown",
        Decimal(5),
        Decimal(6),
        None,
        None,
        counted=True,
        steps=(),
    )

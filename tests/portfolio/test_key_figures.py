from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from srtool.finding import Answer, ContractVerdict, Finding, Level, Outcome, Owner, Receipt, Report
from srtool.portfolio.key_figures import Overview, overview
from srtool.portfolio.monitoring import Monitoring, monitor
from srtool.portfolio.suppression import shielded
from srtool.register.model import Effort, Target
from srtool.sums import Sum
from tests.support.followed_contracts import ON, a_progress, paid, placed

VERDICT = ContractVerdict(
    "A",
    "t",
    "running",
    None,
    Answer.YES,
    None,
    "unknown",
    Decimal(500),
    Decimal(600),
    None,
    None,
    counted=True,
    steps=(),
)
FINDING = Finding("SR1", "A", Outcome.NOT_MET, Level.ERROR, Owner.CLIENT, "x", "says")


def of(found: Monitoring, *findings: Finding) -> Overview:
    verdicts = (
        VERDICT,
        replace(
            VERDICT,
            id="B",
            applies=Answer.UNDECIDED,
            norm_obligation=None,
            asked_obligation=None,
            unknown=frozenset({"norm_obligation"}),
        ),
        replace(VERDICT, id="C", counted=False, norm_obligation=None, asked_obligation=None),
        replace(VERDICT, id="D", applies=Answer.NO, norm_obligation=None, asked_obligation=Decimal(1)),
    )
    return overview(Report(Receipt("1", (), ON, ()), verdicts, findings, {}), shielded(found))


def at_work(count: int) -> list[Effort]:
    more: dict[str, Any] = {"jobs_register": True, "hours_per_week": Decimal(51)}
    return [placed(str(number), **more) for number in range(count)]


def test_what_is_aimed_for_and_asked() -> None:
    undecided = replace(FINDING, outcome=Outcome.UNDECIDED)
    found = of(monitor([], (), ON), FINDING, undecided, replace(FINDING, level=Level.NOTICE))
    assert (found.contracts, found.counted, found.in_scope, found.open_scope) == (4, 3, 1, 1)
    assert (found.norm_obligation, found.asked_obligation) == (Sum(Decimal(500), 1, 2), Sum(Decimal(601), 2, 2))
    assert (found.errors, found.warnings, found.notices, found.undecided) == (1, 0, 1, 1)


def test_what_is_owed_and_realised() -> None:
    every = [a_progress(efforts=[paid(5_000)]), a_progress(owed=None, contract={"id": "B"})]
    found = of(monitor(every, (), ON))
    assert (found.followed, found.unknown, found.attention) == (2, 1, 2)
    amounts = [found.owed, found.waived, found.confirmed, found.claimed, found.expected, found.gap]
    assert [amount.known for amount in amounts] == [20_000, 0, 5_000, 0, 5_000, 15_000]
    assert [amount.whole for amount in amounts] == [None, 0, 5_000, 0, 5_000, None]


def test_people_and_jobs_only_where_they_are_not_few() -> None:
    targets = [
        Target("one", Decimal(9), authority="X"),
        Target("closed", Decimal(3), until=date(2025, 12, 31)),
        Target("later", Decimal(8), until=date(2030, 12, 31)),
        Target("next", Decimal(7), until=date(2027, 12, 31)),
        Target("bare", until=date(2026, 12, 31)),
    ]
    many = of(monitor([a_progress(efforts=at_work(5))], targets, ON))
    assert [many.people, many.people_confirmed, many.jobs, many.target_jobs] == [5, 5, 10, 7]
    few = of(monitor([a_progress(efforts=at_work(4))], targets[:2], ON))
    assert (few.people, few.people_confirmed, few.jobs, few.target_jobs, few.shielded) == (
        None,
        None,
        None,
        Decimal(9),
        True,
    )

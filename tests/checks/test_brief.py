"""A brief report counts the same, and what it left out of a finding is made again when it is to be shown."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

import pytest

from srtool.case.build import Own
from srtool.checks.evaluate import Evaluation, evaluate
from srtool.checks.summary import summary
from srtool.finding import OPEN, Finding, Outcome
from srtool.portfolio.priorities import kinds, open_findings
from srtool.readers import register
from srtool.readers.rules import rule_sets
from srtool.rules.rulebook import EUROPEAN, RuleBook
from tests.support.paths import EXAMPLES

ON = date(2026, 11, 22)
FILES = ("register.toml", "running.toml", "drafts.toml", "portfolio.xlsx")


def judged(path: Path, *, kept: Collection[Outcome] = frozenset(Outcome), brief: bool = False) -> Evaluation:
    loaded = {name: rule_sets.load(rule_sets.find(name, None)) for name in ("rijk-classic", EUROPEAN)}
    book = RuleBook(
        {name: one.rules for name, one in loaded.items()},
        {name: one.sha256 for name, one in loaded.items()},
        forced="rijk-classic",
    )
    return evaluate(register.read(path), book, ON, Own(), kept=kept, keep_cases=False, brief=brief)


@pytest.fixture(scope="module", params=FILES)
def path(request: pytest.FixtureRequest) -> Path:
    return EXAMPLES / str(request.param)


def open_of(evaluation: Evaluation) -> list[Finding]:
    return [finding for finding in evaluation.report.findings if finding.outcome in OPEN]


def test_what_a_brief_finding_lacks_is_made_again(path: Path) -> None:
    whole, brief = open_of(judged(path)), judged(path, kept=OPEN, brief=True)
    of_kind = {(one.contract, one.code, one.outcome, one.says, one.level): one for one in reversed(whole)}
    assert [brief.in_full(finding) for finding in brief.report.findings] == [
        of_kind[one.contract, one.code, one.outcome, one.says, one.level] for one in whole
    ]


def test_a_brief_report_weighs_and_counts_the_same(path: Path) -> None:
    whole, brief = judged(path).report, judged(path, kept=OPEN, brief=True).report
    assert brief.counted == whole.counted
    assert summary(brief) == summary(whole)
    told = [
        [(kind.first.code, kind.first.says, kind.contracts) for kind in kinds(open_findings(one))]
        for one in (whole, brief)
    ]
    assert told[0] == told[1]
    assert not any(verdict.steps for verdict in brief.contracts)

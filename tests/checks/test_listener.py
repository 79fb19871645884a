"""Who listens hears of every contract all that the report would hold, and the report holds none of it."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from datetime import date

import pytest

from srtool.case.build import Own
from srtool.case.case import Case
from srtool.checks.evaluate import Evaluation, evaluate
from srtool.checks.listener import Listener
from srtool.checks.summary import per_contract, summary
from srtool.finding import OPEN, ContractVerdict, Finding, Outcome, Step
from srtool.readers import register
from srtool.register.index import Index
from srtool.register.model import RegisterFile
from tests.support.paths import EXAMPLES
from tests.support.small_contracts import book

ON = date(2026, 11, 22)


class Heard:
    """Keeps what it hears."""

    def __init__(self) -> None:
        self.of_registers: list[Finding] = []
        self.contracts: list[tuple[str, tuple[Step, ...]]] = []
        self.findings: list[Finding] = []

    def of_register(self, findings: Sequence[Finding]) -> None:
        self.of_registers += findings

    def of_contract(
        self, case: Case, verdict: ContractVerdict, steps: Sequence[Step], findings: Sequence[Finding]
    ) -> None:
        assert case.contract.id == verdict.id
        self.contracts.append((verdict.id, tuple(steps)))
        self.findings += findings


class Deaf:
    """Keeps nothing."""

    def of_register(self, findings: Sequence[Finding]) -> None:
        pass

    def of_contract(
        self, case: Case, verdict: ContractVerdict, steps: Sequence[Step], findings: Sequence[Finding]
    ) -> None:
        pass


@pytest.fixture(scope="module", params=["portfolio.xlsx", "running.toml"])
def register_file(request: pytest.FixtureRequest) -> RegisterFile:
    return register.read(EXAMPLES / str(request.param))


def judged(register_file: RegisterFile, listener: Listener | None, index: Index | None = None) -> Evaluation:
    return evaluate(
        register_file, book("rijk-classic"), ON, Own(), kept=OPEN, keep_cases=False, listener=listener, index=index
    )


def test_all_is_heard_in_its_order(register_file: RegisterFile) -> None:
    heard, whole = Heard(), judged(register_file, None).report
    judged(register_file, heard)
    assert heard.contracts == [(verdict.id, verdict.steps) for verdict in whole.contracts]
    assert (*heard.of_registers, *heard.findings) == whole.findings
    assert any(steps for _, steps in heard.contracts)


def test_the_report_counts_the_same(register_file: RegisterFile) -> None:
    whole, brief = judged(register_file, None).report, judged(register_file, Deaf()).report
    assert brief.counted == whole.counted
    assert summary(brief) == summary(whole)
    assert per_contract(brief) == per_contract(whole)


def test_a_register_is_looked_up_once(register_file: RegisterFile) -> None:
    index = Index(register_file, ON)
    assert judged(register_file, Deaf(), index).index is index


def test_nothing_holds_the_steps_of_what_was_heard(register_file: RegisterFile) -> None:
    before = _steps()
    evaluation = judged(register_file, Deaf())
    of_whole_register = [finding for finding in evaluation.report.findings if finding.contract is None]
    assert _steps() - before == sum(len(finding.steps) for finding in of_whole_register)
    assert evaluation.report.counted[Outcome.NOT_MET] > 0


def _steps() -> int:
    """How many there are in memory."""
    gc.collect()
    return sum(type(each) is Step for each in gc.get_objects())

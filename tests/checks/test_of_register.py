"""Questions to a whole register: asked once, whatever the number of contracts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from srtool.case.build import Own
from srtool.checks.evaluate import Evaluation, evaluate
from srtool.checks.summary import summary
from srtool.finding import Assumed, Finding, Outcome, Owner, Report
from srtool.readers import register
from srtool.readers.rules import rule_sets
from srtool.register.assumptions import NOTHING_ASSUMED, Assumptions
from srtool.rules.rulebook import EUROPEAN, RuleBook
from srtool.texts import say

RUNNING = 'supplier = "S"\nstart = 2025-01-01\nend = 2028-12-31\nwage_sum = 300000\n'


def with_assumptions(
    assume: Assumptions,
    *demands: str,
    more: str = RUNNING,
    codes: set[str] | None = None,
    doubtful: tuple[str, ...] = (),
) -> Evaluation:
    contracts = "".join(
        f'[[contracts]]\nid = "C-{number}"\ntitle = "t"\nkind = "services"\n{more}[contracts.social_return]\n{demand}\n'
        for number, demand in enumerate(demands, start=1)
    )
    loaded = {name: rule_sets.load(rule_sets.find(name, None)) for name in ("rijk-classic", EUROPEAN)}
    book = RuleBook(
        {name: one.rules for name, one in loaded.items()}, {name: one.sha256 for name, one in loaded.items()}
    )
    file = register.from_bytes(contracts.encode(), "case.toml")
    file = replace(file, units=dict.fromkeys(doubtful, "doubtful"))
    return evaluate(file, book, date(2026, 11, 22), Own(assume=assume), codes)


def report_on(*demands: str, more: str = RUNNING, codes: set[str] | None = None) -> Report:
    return with_assumptions(NOTHING_ASSUMED, *demands, more=more, codes=codes).report


def asked(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.contract is None and not finding.is_undone]


def test_two_contracts_with_a_percentage_of_nothing_give_one_question() -> None:
    report = report_on("percent = 5", "percent = 5")
    (question,) = asked(report)
    assert (question.code, question.outcome, question.owner) == ("SR203", Outcome.UNDECIDED, Owner.CONTRACT_MANAGER)
    assert "Waarvan is 5% een percentage? Bij 2 contracten" in say.message("nl", question)
    assert "Of what is 5% a percentage? Of 2 contracts" in say.message("en", question)
    total = summary(report)
    assert total.counts["undecided"] == 1
    assert (total.asked_obligation.whole, total.asked_obligation.known, total.asked_obligation.of) == (None, None, 2)


@pytest.mark.parametrize("second", ["percent = 4", "growth = [{ from = 2025-01-01, percent = 2 }]"])
def test_several_percentages_are_not_named_as_one(second: str) -> None:
    (question,) = asked(report_on("percent = 5", second))
    assert question.says == "register"
    assert "wordt een percentage gevraagd, maar niet waarvan" in say.message("nl", question)
    assert "a percentage is asked, but not of what" in say.message("en", question)


def test_only_what_is_open_is_asked_and_summed() -> None:
    report = report_on("percent = 5", 'percent = 5\nbasis = "wage_sum"', "amount = 1000\npercent = 5")
    (question,) = asked(report)
    assert [step.value for step in question.steps if step.name == "members"] == [("C-1",)]
    total = summary(report).asked_obligation
    assert (total.whole, str(total.known), total.parts, total.of) == (None, "16000.00", 2, 3)


@pytest.mark.parametrize("demand", ["amount = 1000\npercent = 5", 'percent = 5\nbasis = "wage_sum"', "percent = 0", ""])
def test_nothing_open_is_no_question(demand: str) -> None:
    assert asked(report_on(demand, demand)) == []


def test_one_contract_is_asked_by_itself() -> None:
    assert asked(report_on("percent = 5")) == []


def test_of_drafts_the_question_is_the_buyers_and_takes_the_place_of_theirs() -> None:
    report = report_on("percent = 5", "percent = 5", more="wage_sum = 300000\n")
    (question,) = [finding for finding in report.findings if finding.code == "SR203"]
    assert (question.contract, question.owner) == (None, Owner.BUYER)
    mixed = report_on("percent = 5", 'percent = 5\nbasis = "wage_sum"', more="wage_sum = 300000\n")
    assert [finding.contract for finding in mixed.findings if finding.code == "SR203"] == ["C-1", "C-2"]


def test_the_monitor_asks_it_too_and_other_selections_do_not() -> None:
    assert asked(report_on("percent = 5", "percent = 5", codes={"SR502"}))
    assert not asked(report_on("percent = 5", "percent = 5", codes={"SR104"}))


_EFFORT = (
    '[[efforts]]\nid = "E"\ncontract = "C-1"\nkind = "purchase"\nstart = 2026-11-01\namount = 9\nstatus = "confirmed"\n'
)
"""With this a register keeps efforts: SR502 and SR512 are done."""


@pytest.mark.parametrize(
    ("code", "more"), [("SR502", RUNNING), ("SR512", RUNNING.replace("2028", "2025") + 'status = "ended"\n')]
)
def test_with_a_table_of_efforts_no_contract_asks_it_a_second_time(code: str, more: str) -> None:
    report = report_on("percent = 5", f"percent = 5\n{_EFFORT}", more=more)
    assert len(asked(report)) == 1
    once = [finding for finding in report.findings if finding.code == code]
    assert [(one.outcome, one.says) for one in once] == [(Outcome.NOT_APPLICABLE, "asked_once")] * 2
    assert "één keer" in say.message("nl", once[0])
    assert "once" in say.message("en", once[0])
    assert asked(report_on("percent = 5", f"percent = 5\n{_EFFORT}", more=more, codes={code}))


@pytest.mark.parametrize(
    ("demands", "says"),
    [(("percent = 5",), "no_basis"), (('percent = 5\nbasis = "contract_value"', "amount = 1000"), "no_contract_value")],
)
def test_what_the_question_does_not_answer_is_still_asked_per_contract(demands: tuple[str, ...], says: str) -> None:
    # One contract is no register; and with a basis it is the contract value that is not known.
    *others, last = demands
    report = report_on(*others, f"{last}\n{_EFFORT}")
    (first, *_) = [finding for finding in report.findings if finding.code == "SR502"]
    assert (first.outcome, first.says) == (Outcome.UNDECIDED, says)


def test_the_basis_that_the_user_assumes_answers_the_question_and_is_named_as_that() -> None:
    evaluation = with_assumptions(Assumptions(basis="wage_sum"), "percent = 5", "percent = 5")
    assert asked(evaluation.report) == []
    assert str(summary(evaluation.report).asked_obligation.whole) == "30000.00"
    verdict = evaluation.report.contracts[0]
    assert verdict.asked_basis == "wage_sum"
    assert [type(step.origin) for step in verdict.steps if step.name == "asked_basis"] == [Assumed]


def test_what_the_contract_says_goes_before_what_the_user_assumes() -> None:
    evaluation = with_assumptions(Assumptions(basis="wage_sum"), 'percent = 5\nbasis = "contract_value"')
    assert evaluation.report.contracts[0].asked_basis == "contract_value"


def test_turnover_is_not_known_before_it_is_invoiced() -> None:
    evaluation = with_assumptions(NOTHING_ASSUMED, 'percent = 5\nbasis = "invoiced_turnover"')
    assert summary(evaluation.report).asked_obligation.whole is None
    assert evaluation.report.contracts[0].asked_basis == "invoiced_turnover"


PASSED = 'supplier = "S"\nstart = 2022-03-01\nend = 2026-02-28\nend_latest = 2028-02-28\nwage_sum = 600000\n'


@pytest.mark.parametrize(
    ("extended", "over", "state", "owed"),
    [
        (None, None, "end_passed", None),
        (None, False, "end_passed", "30000.00"),
        (True, None, "silent", None),
        (True, False, "silent", "30000.00"),
        (False, None, "ended_short", "30000.00"),
    ],
)
def test_the_user_may_assume_what_became_of_contracts_past_their_end(
    extended: bool | None,  # noqa: FBT001 - the answer that is tested
    over: bool | None,  # noqa: FBT001 - idem
    state: str,
    owed: str | None,
) -> None:
    demand = 'percent = 5\nbasis = "wage_sum"'
    assume = Assumptions(extended=extended, over_extension=over)
    (progress,) = with_assumptions(assume, demand, more=PASSED).followed
    assert progress.state.value == state
    assert (None if progress.owed is None else str(progress.owed)) == owed


def test_a_question_about_the_unit_takes_none_about_the_basis_away() -> None:
    assume = Assumptions(basis="wage_sum")
    codes, draft = {"SR104", "SR203"}, 'status = "draft"\nwage_sum = 300000\n'
    judged = with_assumptions(assume, *["percent = 5"] * 2, more=draft, codes=codes, doubtful=("C-1",))
    report = judged.report
    assert [finding.code for finding in asked(report)] == ["SR104"]
    assert {finding.contract for finding in report.findings if finding.code == "SR203"} == {"C-1", "C-2"}

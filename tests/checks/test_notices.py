"""SR701-SR705: each sentence on a register beside notices, worked by hand, and what makes an answer a question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from srtool.case.build import Own
from srtool.checks import notices
from srtool.checks.evaluate import Evaluation, evaluate
from srtool.finding import Finding, Given, Level, Outcome, Report
from srtool.notice.amounts import amount
from srtool.notice.published import PublishedContract, Stage, Winner
from srtool.notice.social_return import Answer, SocialReturnStatement
from srtool.notice.stated import Stated
from srtool.place import Place
from srtool.readers import register
from srtool.readers.rules import rule_sets
from srtool.rules.rulebook import DEFAULT, EUROPEAN, RuleBook
from srtool.texts import LANGUAGES, Lang, words
from srtool.texts.say import message, remedy, step_label

ON = date(2026, 11, 22)
NUMBER = "401234"
OTHER = "499999"


@cache
def _book() -> RuleBook:
    loaded = {name: rule_sets.load(rule_sets.find(name, None)) for name in (DEFAULT, EUROPEAN)}
    return RuleBook({name: it.rules for name, it in loaded.items()}, {name: it.sha256 for name, it in loaded.items()})


def _stated(value: Any, path: str = "/a") -> Stated[Any]:  # noqa: ANN401 - of any field
    return Stated(value, Place("n.xml"), path)


def _published(number: str = NUMBER, **more: Any) -> PublishedContract:  # noqa: ANN401
    facts = more.pop("facts", {"title": "Schoonmaak"})
    usual: dict[str, Any] = {"publication": number, "stage": Stage.TENDERED, "references": (number,), **more}
    return PublishedContract(
        number=number, source=Place("n.xml"), facts={key: _stated(value) for key, value in facts.items()}, **usual
    )


def _evaluated(number: str = NUMBER, more: str = "", demand: str = "", file: str = "r.toml") -> Evaluation:
    text = f'[[contracts]]\nid = "{number}"\ntitle = "Schoonmaak"\nkind = "services"\n'
    text += more if "status" in more else f'status = "tendered"\n{more}'
    text += f"\n[contracts.social_return]\n{demand}\n"
    return evaluate(register.from_bytes(text.encode(), file), _book(), ON, Own(), ["SR701"])


def _report(published: list[PublishedContract], evaluation: Evaluation) -> Report:
    return notices.held_against(published, [evaluation], _book())[0]


def _findings(published: list[PublishedContract], **register_text: str) -> tuple[Finding, ...]:
    return _report(published, _evaluated(**register_text)).findings


def _social(answer: Answer) -> SocialReturnStatement:
    return SocialReturnStatement(answer, None, _stated("5% social return"))


_ASKS = "asked = true"
_RESERVED = 'asked = true\nform = "reserved"'
_FIGURES = {"contract_value": amount(Decimal(250_000), "EUR"), "end": date(2028, 5, 31), "cpv": "90919200"}
_SAID = {
    ("SR701", "met"): _findings([_published()]),
    ("SR701", "by_title"): _findings([_published()], number="C-1"),
    ("SR701", "not_met"): _findings([_published(OTHER, facts={"title": "Groen"})]),
    ("SR701", "untitled"): _findings([_published(OTHER, facts={})]),
    ("SR701", "not_applicable"): _findings([_published(OTHER, facts={})]),
    ("SR702", "met"): _findings([_published()]),
    ("SR702", "undecided"): _findings([_published(OTHER, facts={})]),
    ("SR702", "not_applicable"): _findings([_published(OTHER, facts={})], more='status = "draft"\n'),
    ("SR703", "met"): _findings([_published(facts=_FIGURES)], more="contract_value = 250000\nend = 2028-05-31\n"),
    ("SR703", "not_met"): _findings([_published(facts=_FIGURES)], more="contract_value = 240000\n"),
    ("SR703", "not_applicable"): _findings([_published(OTHER, facts={})]),
    ("SR704", "met"): _findings([_published(social_return=_social(Answer.STATED))], demand=_ASKS),
    ("SR704", "not_in_notice"): _findings([_published()], demand=_ASKS),
    ("SR704", "denied_in_notice"): _findings([_published(social_return=_social(Answer.STATED_NOT))], demand=_ASKS),
    ("SR704", "not_in_register"): _findings([_published(social_return=_social(Answer.STATED))]),
    ("SR704", "denied_in_register"): _findings(
        [_published(social_return=_social(Answer.STATED))], demand="asked = false"
    ),
    ("SR704", "not_applicable"): _findings([_published(OTHER, facts={})]),
    ("SR705", "met"): _findings([_published(reserved_participation=_stated("res-ws"))], demand=_RESERVED),
    ("SR705", "not_in_notice"): _findings([_published(reserved_participation=_stated("none"))], demand=_RESERVED),
    ("SR705", "not_in_register"): _findings([_published(reserved_participation=_stated("res-ws"))], demand=_ASKS),
    ("SR705", "not_applicable"): _findings([_published()], demand=_RESERVED),
}
_QUESTIONS = {("SR701", "by_title"), ("SR702", "undecided"), ("SR704", "not_in_notice"), ("SR704", "denied_in_notice")}


def _of(findings: tuple[Finding, ...], code: str, says: str) -> Finding:
    return next(finding for finding in findings if (finding.code, finding.says) == (code, says))


@pytest.mark.parametrize(("code", "says"), _SAID, ids=lambda part: part)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_sentence_is_said(code: str, says: str, lang: Lang) -> None:
    finding = _of(_SAID[code, says], code, says)
    assert "{" not in message(lang, finding)
    assert finding.outcome in {Outcome.MET, Outcome.NOT_APPLICABLE} or remedy(lang, finding)
    assert all(step_label(lang, step) for step in finding.steps)


def test_no_sentence_is_never_said() -> None:
    written = {(check.code, key) for check in notices.ALL for key in words("nl", f"explain/{check.code}.says")}
    assert written == set(_SAID)


@pytest.mark.parametrize(("code", "says"), _SAID, ids=lambda part: part)
def test_only_what_is_sure_is_more_than_a_question(code: str, says: str) -> None:
    finding = _of(_SAID[code, says], code, says)
    asked = finding.outcome is Outcome.UNDECIDED
    assert asked is ((code, says) in _QUESTIONS)
    assert finding.level is (Level.WARNING if finding.outcome is Outcome.NOT_MET else Level.NOTICE)


def test_what_is_in_no_register_is_of_no_contract() -> None:
    finding = _of(_SAID["SR701", "not_met"], "SR701", "not_met")
    assert (finding.contract, finding.place) == (None, Place("n.xml"))
    assert message("nl", finding) == f"{OTHER} (Groen) is bekendgemaakt en staat niet in het register."


def test_what_one_of_two_registers_has_is_registered() -> None:
    here, there = _evaluated(), _evaluated(OTHER, file="s.toml")
    reports = notices.held_against([_published(), _published(OTHER)], [here, there], _book(), ["SR701"])
    assert [finding for report in reports for finding in report.findings if finding.contract is None] == []
    reports = notices.held_against([_published("488888", facts={})], [here, there], _book(), ["SR701"])
    assert [sum(one.contract is None for one in report.findings) for report in reports] == [1, 0]


@pytest.mark.parametrize("stage", [Stage.PLANNED, Stage.CLOSED])
def test_an_announcement_or_a_closed_lot_is_no_contract(stage: Stage) -> None:
    findings = _findings([_published(), _published(OTHER, facts={}, stage=stage)])
    assert all(finding.contract is not None for finding in findings)


@pytest.mark.parametrize(
    ("status", "is_asked"), [("draft", False), ("tendered", True), ("awarded", True), ("ended", False)]
)
def test_a_notice_is_asked_after_only_where_one_can_be_expected(status: str, *, is_asked: bool) -> None:
    findings = _findings([_published(OTHER, facts={})], more=f'status = "{status}"\nsupplier = "S"\n')
    assert any(one.code == "SR702" and one.outcome is Outcome.UNDECIDED for one in findings) is is_asked


def test_of_a_call_off_nothing_is_asked() -> None:
    text = "".join(
        f'[[contracts]]\nid = "{number}"\ntitle = "{number}"\nkind = "services"\nstatus = "awarded"\n{more}'
        for number, more in ((NUMBER, ""), ("C-2", f'part_of = "{NUMBER}"\n'))
    )
    evaluation = evaluate(register.from_bytes(text.encode(), "r.toml"), _book(), ON, Own(), ["SR701"])
    published = _published(social_return=_social(Answer.STATED), references=(NUMBER,))
    outcomes = {one.code: one.outcome for one in _report([published], evaluation).findings if one.contract == "C-2"}
    assert set(outcomes.values()) == {Outcome.NOT_APPLICABLE}


def test_figures_come_with_both_places() -> None:
    finding = _of(_SAID["SR703", "not_met"], "SR703", "not_met")
    places = {step.name: str(step.origin.place) for step in finding.steps if isinstance(step.origin, Given)}
    assert places["registered"] == "r.toml: contracts[0].contract_value"
    assert places["stated"] == "n.xml: /a"
    assert message("en", finding) == (
        f"Contract value: € 240,000.00 in the register, € 250,000.00 in the notice ({NUMBER})."
    )
    assert message("nl", finding) == (
        f"Opdrachtwaarde: in het register € 240.000,00, in de bekendmaking € 250.000,00 ({NUMBER})."
    )


def test_each_figure_that_differs_is_said() -> None:
    facts = {**_FIGURES, "start": date(2026, 6, 1), "procedure": "open"}
    winner = Winner(_stated("Voorbeeld B.V."), _stated("10000003"))
    more = 'supplier = "Ander"\nstart = 2026-07-01\nend = 2028-05-31\ncpv = "79710000-4"\nprocedure = "restricted"\n'
    findings = _findings([_published(facts=facts, winners=(winner,))], more=more)
    fields = [step.value for one in findings if one.code == "SR703" for step in one.steps if step.name == "which"]
    assert fields == ["start", "cpv", "procedure", "supplier"]


def test_a_match_by_title_makes_every_difference_a_question() -> None:
    published = _published(
        facts={"title": "Schoonmaak", "end": date(2028, 5, 31)},
        social_return=_social(Answer.STATED),
        reserved_participation=_stated("res-ws"),
    )
    findings = _findings([published], number="C-1", more="end = 2029-05-31\n")
    assert {one.outcome for one in findings} == {Outcome.UNDECIDED, Outcome.MET}  # SR702: perhaps it was found
    doubted = [one for one in findings if one.code in {"SR703", "SR704", "SR705"}]
    assert [one.also for one in doubted] == [("by_title",)] * 3
    assert "alleen uit de titel" in message("nl", doubted[0])
    assert "from the title alone" in message("en", doubted[0])


def test_of_several_lots_only_what_all_contradict_is_asked() -> None:
    winners = [(Winner(_stated(name), None),) for name in ("Een", "Twee")]
    lots = [
        _published(
            f"{NUMBER}/{n}", publication=NUMBER, references=(NUMBER,), winners=won, facts={"end": date(2028, 1, 1)}
        )
        for n, won in enumerate(winners)
    ]
    findings = [one for one in _findings(lots, more='supplier = "Drie"\nend = 2028-01-01\n') if one.code == "SR703"]
    assert [(one.outcome, one.also) for one in findings] == [(Outcome.UNDECIDED, ("of_several",))]
    assert "meer bekendmakingen" in message("nl", findings[0])


def test_one_lot_that_states_social_return_is_enough() -> None:
    lots = [
        _published(f"{NUMBER}/{n}", publication=NUMBER, references=(NUMBER,), social_return=_social(answer))
        for n, answer in enumerate((Answer.NOT_STATED, Answer.STATED))
    ]
    outcomes = [one.outcome for one in _findings(lots, demand=_ASKS) if one.code == "SR704"]
    assert outcomes == [Outcome.MET]


def _won(supplier: str, suppliers: str = "") -> list[Finding]:
    winner = Winner(_stated("Voorbeeld B.V."), None)
    findings = _findings(
        [_published(winners=(winner,))], more=f'supplier = "{supplier}"\nstatus = "awarded"\n', demand=suppliers
    )
    return [one for one in findings if one.code == "SR703"]


def test_a_missing_legal_form_is_a_question() -> None:
    (finding,) = _won("Voorbeeld")
    assert finding.outcome is Outcome.UNDECIDED
    assert "probably it is the same supplier" in message("en", finding)
    assert "waarschijnlijk is het dezelfde" in message("nl", finding)
    assert remedy("en", finding) == "A KvK number beside both names makes it certain."


def test_another_supplier_is_a_difference() -> None:
    assert [one.outcome for one in _won("Ander B.V.")] == [Outcome.NOT_MET]


def test_a_number_in_the_register_has_the_name_of_its_supplier() -> None:
    table = '[[suppliers]]\nid = "10000003"\nname = "Voorbeeld BV"\n'
    assert [one.outcome for one in _won("10000003", table)] == [Outcome.MET]


def test_what_some_lots_ask_is_a_question_about_the_others() -> None:
    said = replace(_social(Answer.STATED), of_lots=("LOT-0001",))
    finding = _of(_findings([_published(social_return=said)]), "SR704", "not_in_register")
    assert finding.outcome is Outcome.UNDECIDED
    assert "of these lots of the contract only: LOT-0001" in message("en", finding)
    assert "alleen van deze percelen van het contract: LOT-0001" in message("nl", finding)


def test_that_the_documents_say_it_is_enough() -> None:
    findings = _findings([_published()], demand='asked = true\nstated_in = "documents"')
    assert [one.outcome for one in findings if one.code == "SR704"] == [Outcome.MET]


def test_a_growth_path_is_a_demand() -> None:
    findings = _findings([_published()], demand="growth = [{ from = 2026-06-01, percent = 2 }]")
    assert [one.says for one in findings if one.code == "SR704"] == ["not_in_notice"]


def test_an_award_is_compared_with_its_call_for_a_reservation() -> None:
    call = _published(procedure="p", reserved_participation=_stated("none"), published_on=date(2026, 1, 1))
    award = _published(OTHER, procedure="p", stage=Stage.AWARDED, published_on=date(2026, 5, 1))
    outcomes = {one.code: one.says for one in _findings([call, award], demand=_RESERVED)}
    assert outcomes["SR705"] == "not_in_notice"
    assert {one.contract for one in _findings([call, award])} == {NUMBER}  # together they are one contract


def test_only_law_is_cited_and_only_where_there_is_any() -> None:
    sources = {code: bool(_of(_SAID[code, says], code, says).sources) for code, says in _SAID}
    assert sources == {"SR701": False, "SR702": False, "SR703": False, "SR704": True, "SR705": True}


def test_the_counts_of_the_report_hold_the_findings_on_notices_too() -> None:
    report = _report([_published(OTHER, facts={})], _evaluated())
    assert sum(report.counted.values()) == len(report.findings)
    assert report.counted[Outcome.NOT_MET] == 1

"""Worked cases as data: each file in cases/ lists registers with what must come out."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from srtool.case.build import Own
from srtool.checks import ALL
from srtool.checks.evaluate import evaluate
from srtool.finding import OPEN, Derived, Finding, Outcome, Report, Unit
from srtool.place import Place
from srtool.readers import register
from srtool.readers.rules import rule_sets
from srtool.register.assumptions import Assumptions
from srtool.register.model import Basis, OwnLimit
from srtool.register.procedure_estimate import ProcedureEstimate
from srtool.rules.rulebook import EUROPEAN, RuleBook
from srtool.texts import LANGUAGES, load, say, words

CASES = Path(__file__).parent / "cases"
RULES = Path(__file__).parent / "rules"


def _read() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)["case"]:
            yield pytest.param(case, id=f"{path.stem}: {case['name']}")


_CASES = list(_read())


@cache
def _book(forced: str | None) -> RuleBook:
    names = (
        "rijk-classic",
        "rijk-tailored",
        "town-above",
        "town-at_least",
        "town-value",
        "town-supplies",
        "utrecht",
        "utrecht-d",
        "haaglanden",
        "leiden",
        *("holland-rijnland", "oost-nederland-2026", "provincie-noord-holland", "rijnmond-2024", "westfriesland"),
        EUROPEAN,
    )
    loaded = {name: rule_sets.load(rule_sets.find(name, RULES)) for name in names}
    return RuleBook(
        {name: it.rules for name, it in loaded.items()},
        {name: it.sha256 for name, it in loaded.items()},
        forced,
        members=rule_sets.members(None),
    )


@cache
def _run(
    given: str,
    rule_set: str | None,
    on: date,
    limits: tuple[tuple[str, int], ...],
    units: tuple[str, ...],
    *,
    doubtful: tuple[str, ...],
    policy: str | None,
    basis: Basis | None,
    of_procedure: int | None,
    only_open: bool,
) -> Report:
    register_file = register.from_bytes(given.encode(), "case.toml")
    register_file = replace(register_file, units=dict.fromkeys(doubtful, "doubtful"))
    if of_procedure is not None:
        whole = ProcedureEstimate("procedure", Decimal(of_procedure), Place("notice.xml"))
        lots = (contract.id for contract in register_file.register.contracts)
        register_file = replace(register_file, procedure_estimates=dict.fromkeys(lots, whole))
    own = {name: OwnLimit(Decimal(amount), Place("srtool.toml", "limits", key=name)) for name, amount in limits}
    book = replace(_book(rule_set), assumed=policy)
    decided = Own(limits=own, independent_units=units, assume=Assumptions(policy=policy, basis=basis))
    kept = OPEN if only_open else frozenset(Outcome)
    return evaluate(register_file, book, on, decided, kept=kept, counts_all=not only_open).report


def _report(case: dict[str, Any], *, only_open: bool = False) -> Report:
    limits = tuple(case.get("limits", {}).items())
    return _run(
        tomli_w.dumps(case["given"]),
        case.get("rule_set"),
        case.get("on", date(2026, 11, 22)),
        limits,
        tuple(case.get("independent_units", ())),
        doubtful=tuple(case.get("of_doubtful_unit", ())),
        policy=case.get("assumed_policy"),
        basis=case.get("assumed_basis"),
        of_procedure=case.get("estimate_of_procedure"),
        only_open=only_open,
    )


def _of(report: Report, code: str) -> list[Finding]:
    return [finding for finding in report.findings if finding.code == code]


@pytest.mark.parametrize("case", _CASES)
def test_case(case: dict[str, Any]) -> None:
    report = _report(case)
    verdict = report.contracts[0]
    for key, wanted in case["expected"].items():
        if not key.startswith("SR"):
            found = getattr(verdict, key)
            assert str(found) == str(wanted), key
            continue
        findings = _of(report, key)
        if wanted == "absent":
            assert findings == [], key
            continue
        _check_finding(findings, {"outcome": wanted} if isinstance(wanted, str) else wanted)


@pytest.mark.parametrize("case", _CASES)
def test_nothing_is_lost_where_needless_checks_are_left_out(case: dict[str, Any]) -> None:
    every = [finding for finding in _report(case).findings if finding.outcome in OPEN]
    assert list(_report(case, only_open=True).findings) == every


def _check_finding(findings: list[Finding], wanted: dict[str, Any]) -> None:
    findings = [finding for finding in findings if finding.contract == wanted.get("contract", finding.contract)]
    finding = findings[0]
    key = finding.code
    assert len(findings) == wanted.get("count", 1), key
    assert finding.outcome == wanted["outcome"], (key, finding.says)
    if "owner" in wanted:
        assert finding.owner == wanted["owner"], key
    if "level" in wanted:
        assert finding.level == wanted["level"], key
    if "place" in wanted:
        assert str(finding.place) == wanted["place"]
    for phrase in wanted.get("en", []):
        assert phrase in say.message("en", finding), say.message("en", finding)
    for phrase in wanted.get("nl", []):
        assert phrase in say.message("nl", finding), say.message("nl", finding)
    for source in wanted.get("sources", []):
        assert source in {s.id for s in finding.sources}
    assert not {s.id for s in finding.sources} & set(wanted.get("not_sources", []))
    for lang in LANGUAGES:
        for phrase in wanted.get(f"remedy_{lang}", []):
            assert phrase in (say.remedy(lang, finding) or ""), say.remedy(lang, finding)
    for name, value in wanted.get("steps", {}).items():
        step = next(step for step in finding.steps if step.name == name)
        assert ("; ".join(step.value) if step.unit is Unit.IDS else str(step.value)) == value, name


def test_every_sentence_is_said_by_a_case_and_cites_only_its_steps() -> None:
    said: dict[str, set[str]] = defaultdict(set)
    for parameter in _CASES:
        for finding in _report(parameter.values[0]).findings:
            said[finding.code].add(finding.says)
            for lang in LANGUAGES:
                message = say.message(lang, finding)  # a placeholder without a step is a KeyError
                assert "{" not in message
                remedy = say.remedy(lang, finding)
                assert remedy is None or "{" not in remedy
                for step in finding.steps:
                    assert say.step_label(lang, step)
    for check in ALL:
        assert set(words("nl", f"explain/{check.code}.says")) - said[check.code] == set(), check.code


def test_steps_have_a_label_for_each_name_that_a_verdict_shows() -> None:
    for parameter in _CASES:
        for verdict in _report(parameter.values[0]).contracts:
            for step in verdict.steps:
                assert say.step_label("nl", step)
                assert say.show("en", step.value, step.unit)


def test_every_name_in_a_formula_has_a_word() -> None:
    steps = [
        step
        for parameter in _CASES
        for report in [_report(parameter.values[0])]
        for step in [s for f in report.findings for s in f.steps] + [s for v in report.contracts for s in v.steps]
    ]
    formulas = {step.origin.formula for step in steps if isinstance(step.origin, Derived)}
    names = {name for formula in formulas for name in re.findall(r"[a-z_]+", formula)}
    for lang in LANGUAGES:
        assert names - words(lang, "checks.steps").keys() - words(lang, "check.formula").keys() == set()


def test_each_check_has_a_title_and_only_remedies_for_its_own_sentences() -> None:
    for check in ALL:
        explained = load("nl", f"explain/{check.code}")
        assert explained["title"]
        assert set(explained.get("remedy", {})) <= set(explained["says"])
    assert [check.code for check in ALL] == sorted({check.code for check in ALL})

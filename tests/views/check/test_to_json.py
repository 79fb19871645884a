from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from srtool.finding import Derived, Report, Step, Unit
from srtool.views.check import to_json
from srtool.views.shared import json_document

EXPECTED = """\
{"schema_version": 2,
 "command": "check",
 "internal": false,
 "receipt": {"srtool": "0.1.0", "rule_sets": [{"id": "rijk-classic", "sha256": "ab12"}], "on": "2026-11-22", \
"inputs": [{"name": "tender.toml", "sha256": "cd34"}]},
 "summary": {"contracts": 1, "in_scope": 1, "asking": 1, "asking_unknown": 0, \
"errors": 1, "warnings": 0, "notices": 0, "undecided": 0, \
"norm_obligation": "15000.00", "norm_obligation_known": "15000.00", "asked_obligation": "15000.00", \
"asked_obligation_known": "15000.00"},
 "contracts": [
  {"id": "A", "rule_set": "rijk-classic", "applies": "yes", "wage_sum": "300000.00", "wage_sum_origin": "given", \
"norm_obligation": "15000.00", "asked_obligation": "15000.00", "asked_percent": "5", "asked_basis": "wage_sum", \
"steps": [{"name": "wage_sum", "value": "300000.00", "unit": "EUR", \
"origin": {"kind": "given", "place": "tender.toml: contracts[0].wage_sum"}}, \
{"name": "norm_percent", "value": "5", "unit": "percent", "origin": {"kind": "set", "rule_set": "rijk-classic", \
"record": "norm", "since": "2011-07-01", "sources": ["INT"], "certainty": "stated"}}, \
{"name": "norm_obligation", "value": "15000.00", "unit": "EUR", \
"origin": {"kind": "derived", "formula": "wage_sum * norm_percent / 100"}}]}
 ],
 "findings": [
  {"code": "SR301", "contract": "A", "outcome": "not_met", "level": "error", "owner": "client", "message": MESSAGE, \
"remedy": REMEDY, "place": "tender.toml: contracts[0]", "sources": [{"id": "INT", \
"title": "Interview over social return", "url": "https://voorbeeld.nl/interview"}], "steps": []}
 ]}
"""


def test_a_report_as_json_to_the_letter(one: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_document, "message", lambda *_: "Geen opdrachtgever.")
    monkeypatch.setattr(json_document, "remedy", lambda *_: "Noem de opdrachtgever.")
    expected = EXPECTED.replace("MESSAGE", '"Geen opdrachtgever."').replace("REMEDY", '"Noem de opdrachtgever."')
    assert to_json.check(replace(one, findings=one.findings[1:2]), "nl") == expected
    json.loads(expected)


def test_met_findings_are_in_the_json_and_not_in_the_counts(one: Report) -> None:
    data = json.loads(to_json.check(one, "en"))
    assert [finding["outcome"] for finding in data["findings"]] == ["met", "not_met", "undecided", "not_met"]
    assert data["summary"]["errors"] == data["summary"]["notices"] == data["summary"]["undecided"] == 1


def test_a_call_off_is_not_counted_twice(one: Report) -> None:
    call_off = replace(one.contracts[0], id="B", counted=False, norm_obligation=None, asked_obligation=None)
    summary = json.loads(to_json.check(replace(one, contracts=(*one.contracts, call_off)), "en"))["summary"]
    assert (summary["contracts"], summary["in_scope"], summary["norm_obligation"]) == (2, 1, "15000.00")


def test_without_contracts_the_sums_are_zero(one: Report) -> None:
    summary = json.loads(to_json.check(replace(one, contracts=(), findings=()), "en"))["summary"]
    assert summary["norm_obligation"] == summary["asked_obligation"] == "0.00"


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (Decimal("16.67"), Unit.PERCENT, "16.67"),
        (Decimal("5E+1"), Unit.PERCENT, "50"),
        (Decimal("5.00"), Unit.PERCENT, "5"),
        (Decimal(7), Unit.EUR, "7.00"),
        (24, Unit.MONTHS, 24),
        (date(2026, 1, 1), Unit.DATE, "2026-01-01"),
        (((date(2026, 1, 1), Decimal("5.0")),), Unit.GROWTH, [["2026-01-01", "5"]]),
        ((SimpleNamespace(id="at-least"),), Unit.READINGS, ["at-least"]),
        ("wage_sum cpv", Unit.FIELDS, "wage_sum cpv"),
        (None, Unit.EUR, None),
    ],
)
def test_a_value_has_the_notation_of_its_unit(value: object, unit: Unit, expected: object) -> None:
    assert json_document.step(Step("x", value, unit, Derived("y")))["value"] == expected


def test_a_sum_of_nothing_known_is_null(one: Report) -> None:
    amounts = ("norm_obligation", "asked_obligation")
    unknown = replace(one.contracts[0], norm_obligation=None, asked_obligation=None, unknown=frozenset(amounts))
    data = json.loads(to_json.check(replace(one, contracts=(unknown,)), "en"))
    assert [data["summary"][name] for name in amounts] == [None, None]
    assert [data["summary"][f"{name}_known"] for name in amounts] == [None, None]
    partly = json.loads(to_json.check(replace(one, contracts=(*one.contracts, replace(unknown, id="B"))), "en"))
    assert [partly["summary"][name] for name in amounts] == [None, None]
    assert [partly["summary"][f"{name}_known"] for name in amounts] == ["15000.00", "15000.00"]

"""Two answers held against each other: a changed cent is named, sentences and order are not."""

from __future__ import annotations

from typing import Any

from srtool.verification.differences import Difference, differences


def _answer(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    step = {"name": "wage_sum", "value": "300000.00", "unit": "EUR", "origin": {"kind": "given", "place": "a: A"}}
    return {
        "schema_version": 2,
        "command": "check",
        "receipt": {"srtool": "0.2.0"},
        "summary": {"contracts": 2, "norm_obligation": "15000.00"},
        "contracts": [{"id": "A", "applies": "yes", "steps": [step]}, {"id": "B", "applies": "no", "steps": []}],
        "findings": [
            {"code": "SR104", "contract": "A", "outcome": "met", "message": "Ja."},
            {"code": "SR104", "contract": "B", "outcome": "met", "message": "Ja."},
        ],
        **changed,
    }


def test_the_same_answer_in_another_order_and_language_does_not_differ() -> None:
    other = _answer(schema_version=3, receipt={"srtool": "0.3.0"})
    other["findings"] = [{**finding, "message": "Yes."} for finding in reversed(other["findings"])]
    other["contracts"].reverse()
    assert list(differences(_answer(), other)) == []


def test_a_changed_cent_is_named_by_contract_and_step() -> None:
    other = _answer()
    other["contracts"][0]["steps"][0]["value"] = "300000.01"
    assert list(differences(_answer(), other)) == [
        Difference("A", "contracts A steps wage_sum value", "300000.00", "300000.01")
    ]


def test_what_came_and_what_went() -> None:
    other = _answer()
    del other["findings"][1]
    other["contracts"].append({"id": "C"})
    assert list(differences(_answer(), other)) == [
        Difference("C", "contracts C", None, "…"),
        Difference("B", "findings SR104 B", "…", None),
    ]


def test_two_records_of_one_name_are_told_apart_by_their_number() -> None:
    steps = [{"name": "x", "value": "1"}, {"name": "x", "value": "2"}]
    changed = [{"name": "x", "value": "1"}, {"name": "x", "value": "3"}]
    was, now = _answer(contracts=[{"id": "A", "steps": steps}]), _answer(contracts=[{"id": "A", "steps": changed}])
    assert list(differences(was, now)) == [Difference("A", "contracts A steps x (2) value", "2", "3")]


def test_a_total_is_about_no_contract() -> None:
    other = _answer(summary={"contracts": 2, "norm_obligation": "15000.01"})
    assert list(differences(_answer(), other)) == [Difference(None, "summary norm_obligation", "15000.00", "15000.01")]

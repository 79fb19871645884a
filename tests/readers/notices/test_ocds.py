"""OCDS of TenderNed and others: facts that are easily got wrong, and every shape of file."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from srtool.notice.amounts import Flaw
from srtool.notice.published import PublishedContract, Stage
from srtool.readers.notices import json_stream, ocds
from tests.support.notices.ocds_maker import a_release, an_award, releases


def _read(content: object) -> list[PublishedContract]:
    text = content if isinstance(content, str) else json.dumps(content)
    return list(ocds.read(io.BytesIO(text.encode()), "2026.json", []))


def _one(**more: Any) -> PublishedContract:  # noqa: ANN401 - any JSON
    (published,) = _read({"releases": [a_release(**more)]})
    return published


def _value(published: PublishedContract, key: str) -> Any:  # noqa: ANN401 - of any field
    stated = published.facts.get(key)
    return None if stated is None else stated.value


def test_a_release_gives_its_facts_with_their_places() -> None:
    published = _one()
    assert {key: stated.value for key, stated in published.facts.items()} == {
        "authority": "Gemeente Voorbeeld",
        "title": "Schoonmaak van kantoren",
        "kind": "services",
        "cpv": "90919200",
        "procedure": "restricted",  # not single, although procurementMethod says direct
    }
    assert str(published.facts["title"].place) == "2026.json: releases[0].tender.title"
    assert (published.number, published.stage) == ("301234", Stage.TENDERED)


def test_days_are_calendar_days_and_a_duration_in_days_gives_no_end() -> None:
    published = _one(tender={"contractPeriod": {"startDate": "2026-06-01T00:00:00Z", "durationInDays": 1440}})
    assert _value(published, "start") == date(2026, 6, 1)
    assert _value(published, "end") is None  # not 10 May 2030, 21 days short of four years
    assert _value(published, "term_days") == 1440


def test_a_furthest_end_is_the_latest_end() -> None:
    period = {"endDate": "2028-05-31T00:00:00Z", "maxExtentDate": "2030-05-31T00:00:00Z"}
    published = _one(tender={"contractPeriod": period})
    assert (_value(published, "end"), _value(published, "end_latest")) == (date(2028, 5, 31), date(2030, 5, 31))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("90919200", "90919200"),
        ("90919200-4", "90919200"),
        ("45233130.0", "45233130"),
        (45233130, "45233130"),
        (45233130.0, "45233130"),
        ("90919200-4 Schoonmaken", "90919200"),
        ("schoonmaak", None),
    ],
)
def test_a_cpv_code_in_any_writing(code: object, expected: str | None) -> None:
    assert _value(_one(tender={"classification": {"scheme": "CPV", "id": code}}), "cpv") == expected


@pytest.mark.parametrize("supplier", ["Voorbeeld Schoonmaak B.V.", "Schoonmaak"])
def test_an_id_that_is_the_name_again_is_no_number(supplier: str) -> None:
    published = _one(awards=[an_award(suppliers=[{"id": supplier, "name": supplier}])])
    (winner,) = published.winners
    assert winner.number is None


def _party(number: str, scheme: str, at: str = "identifier") -> dict[str, Any]:
    identifier = {"scheme": scheme, "id": number}
    return {
        "id": "s1",
        "name": "Lev Een",
        at: identifier if at == "identifier" else [{"scheme": "X", "id": "9"}, identifier],
    }


@pytest.mark.parametrize("at", ["identifier", "additionalIdentifiers"])
def test_the_number_of_a_supplier_stands_with_its_party(at: str) -> None:
    award = an_award(suppliers=[{"id": "s1", "name": "Lev Een"}])
    (winner,) = _one(awards=[award], parties=[{"id": "b"}, _party("23456789", "NL-KVK", at)]).winners
    assert winner.number is not None
    assert winner.number.value == "23456789"  # not s1, which is a number within the release only
    assert str(winner.number.place).startswith(f"2026.json: releases[0].parties[1].{at}")


def test_a_number_of_another_register_is_no_kvk_number() -> None:
    foreign = {"id": "23456789", "name": "Beispiel GmbH", "identifier": {"scheme": "DE-HRB", "id": "23456789"}}
    (winner,) = _one(awards=[an_award(suppliers=[foreign])]).winners
    assert winner.is_foreign


def test_a_code_of_items_without_a_lot_is_that_of_the_contract() -> None:
    items = [{"id": str(n), "classification": {"scheme": "CPV", "id": "79710000"}} for n in range(2)]
    published = _one(tender={"classification": {}, "items": items})
    assert published.facts["cpv"].value == "79710000"
    assert published.facts["cpv"].path == "tender.items[0].classification.id"
    items[1]["classification"] = {"scheme": "CPV", "id": "90919200"}
    published = _one(tender={"classification": {}, "items": items})
    assert "cpv" not in published.facts  # not the first, which nobody calls the main one
    assert published.facts["cpv_codes"].value == ("79710000", "90919200")


def test_a_procedure_in_another_word_is_kept_as_that_word() -> None:
    published = _one(tender={"procurementMethodDetails": None, "procurementMethod": "open"})
    assert "procedure" not in published.facts  # TenderNed's conversion calls a restricted procedure direct
    assert published.facts["procedure_word"].value == "open"
    assert _one(tender={"procurementMethodDetails": "Concurrentie"}).facts["procedure_word"].value == "Concurrentie"


def test_one_supplier_in_two_lots_makes_two_awards() -> None:
    lots = [{"id": "L1", "title": "Noord"}, {"id": "L2", "title": "Zuid"}]
    awards = [an_award("a", relatedLots=["L1"]), an_award("b", relatedLots=["L2"])]
    first, second = _read({"releases": [a_release(tender={"lots": lots}, awards=awards)]})
    assert (first.number, _value(first, "title")) == ("301234/L1", "Noord")
    assert (second.number, _value(second, "title")) == ("301234/L2", "Zuid")


def test_a_framework_repeats_its_amount_for_each_supplier() -> None:
    suppliers = [{"id": f"1000000{n}", "name": f"Bedrijf {n} B.V."} for n in range(3)]
    awards = [an_award(str(n), relatedLots=["L1"], suppliers=[one]) for n, one in enumerate(suppliers)]
    published = _one(tender={"lots": [{"id": "L1"}]}, awards=awards)  # not three contracts of 250,000
    assert published.facts["contract_value"].value.euro == 250_000
    assert len(published.winners) == 3


def test_awards_of_one_lot_that_differ_are_contracts_of_their_own() -> None:
    awards = [an_award("a", relatedLots=["L1"]), an_award("b", relatedLots=["L1"], value={"amount": 90000})]
    numbers = [one.number for one in _read({"releases": [a_release(tender={"lots": [{"id": "L1"}]}, awards=awards)]})]
    assert numbers == ["301234/L1/1", "301234/L1/2"]


@pytest.mark.parametrize(
    ("value", "flaw"),
    [
        ({"amount": "Onbekend"}, Flaw.UNREADABLE),
        ({"amount": "30%"}, Flaw.UNREADABLE),
        ({"amount": 1, "currency": "EUR"}, Flaw.PLACEHOLDER),
        ({"amount": 250000, "currency": "USD"}, Flaw.CURRENCY),
        ({"amount": 250000.5, "currency": "EUR"}, None),
    ],
)
def test_what_stands_in_an_amount_is_not_always_a_value(value: dict[str, object], flaw: Flaw | None) -> None:
    assert _value(_one(awards=[an_award(value=value)]), "contract_value").flaw is flaw


def test_numbers_are_exact() -> None:
    published = _one(awards=[an_award(value={"amount": 250000.1, "currency": "EUR"})])
    assert published.facts["contract_value"].value.number == Decimal("250000.1")  # not 250000.10000000000582…


def test_the_day_of_award_else_that_of_signature_and_never_a_placeholder() -> None:
    contracts = [{"id": "c", "awardID": "1", "dateSigned": "2026-05-20T00:00:00Z"}]
    assert _value(_one(awards=[an_award()], contracts=contracts), "awarded_on") == date(2026, 5, 6)
    award = an_award(date="2000-01-01T00:00:00Z")
    assert _value(_one(awards=[award], contracts=contracts), "awarded_on") == date(2026, 5, 20)


def test_an_estimate_of_several_lots_is_of_none_of_them() -> None:
    tender = {"value": {"amount": 900000, "currency": "EUR"}, "lots": [{"id": "L1"}, {"id": "L2"}]}
    first, second = _read({"releases": [a_release(tender=tender)]})
    assert _value(first, "estimated_value") is None
    assert second.procedure_estimate is not None
    assert second.procedure_estimate.value.euro == 900_000


@pytest.mark.parametrize(
    ("kind", "tag", "awards", "stage"),
    [
        ("AAO", [], [], Stage.TENDERED),
        ("AGO", ["award"], [an_award()], Stage.AWARDED),
        ("VAK", ["planning"], [], Stage.PLANNED),
        ("MAC", ["planning"], [], Stage.PLANNED),
        ("VBE", [], [], Stage.CLOSED),
        (None, ["tender"], [], Stage.TENDERED),
        (None, ["planning"], [], Stage.PLANNED),
        (None, ["compiled"], [an_award()], Stage.AWARDED),
        (None, ["award"], [an_award(status="unsuccessful")], Stage.CLOSED),
    ],
)
def test_how_far_it_is(kind: str | None, tag: list[str], awards: list[dict[str, Any]], stage: Stage) -> None:
    assert _one(tag=tag, awards=awards, tender={"noticeType": kind}).stage is stage


@pytest.mark.parametrize(
    ("tender", "answer"),
    [
        ({}, "not_stated"),
        ({"sustainability": [{"goal": "social.disadvantagedEmploymentOpportunities"}]}, "stated"),
        ({"sustainability": [{"goal": "social.humanRightsInSupplyChain"}]}, "not_stated"),
        ({"sustainability": [{"goal": "environmental"}]}, "not_stated"),
        ({"hasSustainability": False}, "stated_not"),
        ({"description": "Met 5% social return."}, "stated"),
        ({"contractTerms": {"performanceTerms": "SROI van 2%."}}, "stated"),
        ({"awardCriteria": {"criteria": [{"name": "Social return"}]}}, "stated"),
        ({"procurementMethodDetails": "Sociale en andere specifieke diensten"}, "not_stated"),
    ],
)
def test_social_return_has_three_answers(tender: dict[str, Any], answer: str) -> None:
    assert _one(tender=tender).social_return.answer == answer


def test_reservation_in_either_writing() -> None:
    published = _one(
        tender={
            "otherRequirements": {"reservedParticipation": ["shelteredWorkshop"]},
            "contractTerms": {"reservedExecution": False},
        }
    )
    assert published.reserved_participation is not None
    assert published.reserved_execution is not None
    assert (published.reserved_participation.value, published.reserved_execution.value) == ("res-ws", "no")


def test_every_shape_of_file() -> None:
    one, other = a_release(), a_release(id="2", ocid="ocds-1l04xe-2")
    record = {"ocid": "x", "releases": [{"url": "https://voorbeeld.invalid"}], "compiledRelease": one}
    shapes: dict[str, object] = {
        "package": {"uri": "x", "releases": [one, other], "publisher": {"name": "x"}},
        "records": {"records": [record, {"ocid": "y", "releases": [other]}], "version": "1.1"},
        "lines": f"{json.dumps(one)}\n{json.dumps(other)}\n",
        "lines of packages": f"{json.dumps({'releases': [one]})}\n{json.dumps({'releases': [other]})}\n",
        "list": [one, other],
        "indented": json.dumps({"releases": [one, other]}, indent=2),
        "marked": "\ufeff" + json.dumps({"releases": [one, other]}),
        "linked": {"records": [{"ocid": "x", "compiledRelease": one}, {"ocid": "y", "compiledRelease": other}]},
    }
    for name, shape in shapes.items():
        assert [published.publication for published in _read(shape)] == ["301234", "2"], name


def test_a_release_across_the_edge_of_a_block_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    made = list(releases(7))
    text = json.dumps({"version": 1.1, "releases": made, "count": 12345})
    whole = [published.number for published in _read(text)]
    for size in (1, 7, 64, 1000):
        monkeypatch.setattr(json_stream, "_CHUNK", size)
        assert [published.number for published in _read(text)] == whole


def test_values_of_another_type_count_as_absent() -> None:
    odd = a_release(
        buyer=[], awards={"a": 1}, date=20260302, tag="award", tender={"lots": "none", "items": [1], "value": "x"}
    )
    odd["tender"]["classification"] = []
    assert _value(_read({"releases": [odd, None, 3]})[0], "cpv") is None


def _places(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The way to everything inside a release."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inside:
        yield (*path, key)
        yield from _places(part, (*path, key))


@pytest.mark.parametrize("odd", [3, -1.5, "x", "", True, None, [], {}, [3], ["x"], {"x": 3}, [[]], [None]], ids=repr)
def test_a_value_of_another_type_stops_no_release_wherever_it_stands(odd: object) -> None:
    party = {"name": "Gemeente Voorbeeld", "roles": ["buyer"], "identifier": {"id": "1"}}
    for whole in (a_release(awards=[an_award()], parties=[party, party]), *releases(2)):
        for path in _places(whole):
            release = json.loads(json.dumps(whole))
            holder = release
            for key in path[:-1]:
                holder = holder[key]
            holder[path[-1]] = odd
            _read({"releases": [release, a_release(id="2", ocid="ocds-1l04xe-2")]})

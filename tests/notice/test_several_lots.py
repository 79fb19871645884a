"""A contract over several lots: nothing is stated of the whole that holds for one of them only."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from srtool.notice.published import PublishedContract
from srtool.readers import register
from srtool.readers.notices import files
from srtool.readers.notices.to_register import records
from srtool.readers.raw import RawRegister
from srtool.texts.say import problem
from tests.support.notices.eforms_maker import (
    Lot,
    Made,
    Project,
    a_result,
    amount,
    code,
    contract,
    lot_result,
    party,
    tag,
    tender,
    words,
)
from tests.support.notices.ocds_maker import a_release, an_award

ASKED = tag("cac:ContractExecutionRequirement", words("cbc:Description", "Met social return."))
DENIED = tag("cac:ContractExecutionRequirement", words("cbc:Description", "Geen social return."))
TWO = "".join(
    (
        lot_result("LOT-0001", ["TEN-0001"], ["CON-0001"]),
        lot_result("LOT-0002", ["TEN-0002"], ["CON-0001"]),
        tender("TEN-0001", "LOT-0001", "TPA-0001", amount("cbc:PayableAmount", 300_000)),
        tender("TEN-0002", "LOT-0002", "TPA-0001", amount("cbc:PayableAmount", 200_000)),
        contract("CON-0001", ["TEN-0001", "TEN-0002"]),
        party("TPA-0001", "ORG-0003"),
    )
)


def _read(tmp_path: Path, *notices: Made) -> tuple[RawRegister, list[PublishedContract]]:
    for n, made in enumerate(notices):
        (tmp_path / f"{n}.xml").write_bytes(made.bytes())
    published = files.read(tmp_path).published
    return records(published, "notices"), published


def _lots(*terms: str) -> list[Lot]:
    return [Lot(f"LOT-000{n}", terms=one) for n, one in enumerate(terms, 1)]


@pytest.mark.parametrize("terms", [(ASKED, ""), ("", ASKED), (ASKED, DENIED)])
@pytest.mark.parametrize("is_in_call", [False, True])
def test_what_one_lot_asks_is_not_asked_of_the_whole(
    terms: tuple[str, ...], tmp_path: Path, *, is_in_call: bool
) -> None:
    lots = _lots(*terms)
    notices = [Made(lots=lots), a_result(TWO)] if is_in_call else [a_result(TWO, lots=lots)]
    raw, _ = _read(tmp_path, *notices)
    assert "social_return" not in raw.tables["contracts"].records[0]  # not asked = true
    (remark,) = [one for one in raw.remarks if one.code == "notice_social_return_of_lots"]
    asking = f"LOT-000{terms.index(ASKED) + 1}"
    assert f"00054321-2026/CON-0001 ({asking})" in problem("en", remark)
    assert f"00054321-2026/CON-0001 ({asking})" in problem("nl", remark)


@pytest.mark.parametrize(("terms", "asked"), [((ASKED, ASKED), True), ((DENIED, DENIED), False), ((DENIED, ""), None)])
def test_what_all_lots_say_is_said_of_the_whole(terms: tuple[str, ...], asked: bool | None, tmp_path: Path) -> None:  # noqa: FBT001 - what is expected
    raw, _ = _read(tmp_path, a_result(TWO, lots=_lots(*terms)))
    (record,) = raw.tables["contracts"].records
    own: Any = record.get("social_return", {})
    assert own.get("asked") is asked
    assert "notice_social_return_of_lots" not in [one.code for one in raw.remarks]


def _period(end: str) -> str:
    return tag("cbc:StartDate", "2026-06-01Z") + (tag("cbc:EndDate", end) if end else "")


@pytest.mark.parametrize("second", ["2029-05-31Z", ""])
def test_a_term_or_maximum_of_one_lot_is_not_that_of_the_whole(second: str, tmp_path: Path) -> None:
    projects = [Project(period=_period("2028-05-31Z"), framework_maximum=900_000), Project(period=_period(second))]
    lots = [Lot(f"LOT-000{n}", project) for n, project in enumerate(projects, 1)]
    _, (published,) = _read(tmp_path, a_result(TWO, lots=lots))
    assert published.facts["start"].value == date(2026, 6, 1)
    assert "end" not in published.facts
    assert "framework_maximum" not in published.facts


def test_amounts_of_the_calls_of_two_lots_are_added_and_never_taken_of_one(tmp_path: Path) -> None:
    lots = [Lot(f"LOT-000{n}", Project(estimate=300_000)) for n in (1, 2)]
    bare = [Lot(f"LOT-000{n}") for n in (1, 2)]
    raw, _ = _read(tmp_path, Made(lots=lots), a_result(TWO, lots=bare))
    assert raw.tables["contracts"].records[0]["estimated_value"] == 600_000  # not 300,000, on which both agree


def test_a_reservation_of_one_lot_is_not_that_of_the_whole(tmp_path: Path) -> None:
    requirement = code("cbc:TendererRequirementTypeCode", "res-ws", "reserved-procurement")
    reserved = tag("cac:TendererQualificationRequest", tag("cac:SpecificTendererRequirement", requirement))
    raw, _ = _read(tmp_path, Made(lots=_lots(reserved, "")), a_result(TWO))
    assert "social_return" not in raw.tables["contracts"].records[0]


def _release(*lots: dict[str, Any]) -> dict[str, Any]:
    numbered = [{"id": str(n), "title": f"Perceel {n}", **lot} for n, lot in enumerate(lots, 1)]
    return a_release(tender={"lots": numbered}, tag=["award"], awards=[an_award(relatedLots=["1", "2"])])


def test_a_release_takes_nothing_of_one_lot_for_the_whole_either(tmp_path: Path) -> None:
    terms = {"contractTerms": {"performanceTerms": "Met social return."}}
    first = {"value": {"amount": 300000}, "contractPeriod": {"endDate": "2028-05-31T00:00:00Z"}, **terms}
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"releases": [_release(first, {"value": {"amount": 200000}})]}), encoding="utf-8")
    register_file = register.read(path)
    (one,) = register_file.register.contracts
    assert (one.title, one.estimated_value) == ("Schoonmaak van kantoren", Decimal(500_000))
    assert one.end is None
    assert one.social_return.asked is None
    (remark,) = [one for one in register_file.remarks if one.code == "notice_social_return_of_lots"]
    assert "301234/1+2 (1)" in problem("en", remark)

"""Several notices on one procedure: what replaces, what adds, and what an award takes over from its call."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from srtool.notice.contracts import contracts_of
from srtool.notice.joined import Joined, joined
from srtool.notice.published import PublishedContract, Stage
from srtool.readers.notices import eforms
from tests.support.notices.eforms_maker import (
    Lot,
    Made,
    Project,
    a_result,
    awarded,
    code,
    lot_result,
    tag,
    words,
)


def _joined(*notices: Made) -> Joined:
    published: list[PublishedContract] = []
    for n, made in enumerate(notices):
        published += contracts_of(eforms.read(made.bytes(), f"{n}.xml")[0])
    return joined(published)


def _titles(contracts: Joined) -> list[object]:
    return [contract.facts["title"].value for contract in contracts.contracts]


CALL = Made(lots=[Lot(project=Project("Eerst"))])
LATER = {"id": "44444444-4444-4444-8444-444444444444", "publication": "00020000-2026", "published": "2026-03-20Z"}


def test_the_newest_call_counts_whatever_way_it_names_the_first() -> None:
    for changes in (f"{CALL.id}-01", "00012345-2026", "12345-2026", "a number that is nowhere"):
        change = Made(lots=[Lot(project=Project("Gewijzigd"))], changes=changes, **LATER)  # type: ignore[arg-type]
        for notices in ((CALL, change), (change, CALL)):
            contracts = _joined(*notices)
            assert _titles(contracts) == ["Gewijzigd"]  # not two contracts, nor the one that was read last
            assert len(contracts.replaced) == 1


def test_the_procedure_starts_with_its_first_notice_whatever_came_after() -> None:
    call = replace(CALL, sent="2025-12-10+01:00", published="2025-12-12Z")
    change = Made(changes=f"{CALL.id}-01", sent="2026-01-10+01:00", **{**LATER, "published": "2026-01-12Z"})  # type: ignore[arg-type]
    unsaid = replace(change, changes=None)
    award = a_result(sent="2026-05-08+02:00")
    for notices in ((call, change), (change, call), (call, unsaid), (call, change, award), (award, call, change)):
        (contract,) = _joined(*notices).contracts
        stated = contract.facts["procedure_start"]
        assert stated.value == date(2025, 12, 10)  # not the day of the change, by which other thresholds hold
        assert stated.place.file == f"{notices.index(call)}.xml"


def test_every_lot_of_a_procedure_starts_with_it() -> None:
    call = replace(CALL, sent="2025-12-10+01:00", published="2025-12-12Z", lots=[Lot("LOT-0001")])
    change = Made(sent="2026-01-10Z", lots=[Lot("LOT-0001"), Lot("LOT-0002")], **LATER)  # type: ignore[arg-type]
    starts = {contract.facts["procedure_start"].value for contract in _joined(call, change).contracts}
    assert starts == {date(2025, 12, 10)}


FIRST = "00012345-2026/LOT-0001"


def test_every_number_that_a_procedure_had_is_a_name_of_its_contract() -> None:
    change = Made(changes=f"{CALL.id}-01", **LATER)  # type: ignore[arg-type]
    again = replace(change, publication="00030000-2026", published="2026-04-20Z", id="8", changes="00020000-2026")
    plan = replace(
        CALL, publication="00000001-2026", published="2026-01-02Z", id="9", subtype="4", type_code="pin-only"
    )
    for notices in (
        (CALL, change),
        (CALL, change, again),
        (CALL, change, a_result()),
        (CALL, a_result()),
        (CALL, plan),
    ):
        (contract,) = _joined(*notices).contracts
        assert {FIRST, CALL.publication} <= set(contract.references)
        assert {one.publication for one in notices} <= set(contract.references)
        assert contract.references[0] == contract.number  # its own comes first


def test_a_lot_does_not_have_the_numbers_of_another_lot() -> None:
    call = replace(CALL, lots=[Lot("LOT-0001"), Lot("LOT-0002")])
    change = Made(lots=[Lot("LOT-0001"), Lot("LOT-0002")], changes=f"{CALL.id}-01", **LATER)  # type: ignore[arg-type]
    first, second = _joined(call, change).contracts
    assert (FIRST in first.references, FIRST in second.references) == (True, False)


def test_a_correction_of_an_award_has_its_number_and_another_award_has_not() -> None:
    second = a_result(
        awarded().replace("C-2026-88", "C-2026-99").replace("ORG-0003", "ORG-0004"),
        publication="00060000-2026",
        published="2026-08-01Z",
        id="5",
    )
    correction = a_result(
        awarded(260_000), publication="00070000-2026", published="2026-09-01Z", id="6", changes=f"{a_result().id}-01"
    )
    other, corrected = _joined(a_result(), second, correction).contracts
    assert "00054321-2026/CON-0001" in corrected.references
    assert "00054321-2026/CON-0001" not in other.references


def test_a_modification_takes_the_place_of_no_other_award_of_its_lot() -> None:
    second = a_result(
        awarded().replace("C-2026-88", "C-2026-99").replace("ORG-0003", "ORG-0004"),
        publication="00060000-2026",
        published="2026-08-01Z",
        id="5",
    )
    modified = a_result(
        awarded(400_000),
        subtype="38",
        type_code="can-modif",
        publication="00080000-2026",
        published="2027-01-04Z",
        id="7",
    )
    contracts = _joined(a_result(), second, modified).contracts  # all carry the number of the procedure
    assert [one.publication for one in contracts] == ["00060000-2026", "00080000-2026"]


def test_a_modified_contract_keeps_the_number_of_its_award() -> None:
    modified = a_result(
        awarded(400_000),
        subtype="38",
        type_code="can-modif",
        publication="00080000-2026",
        published="2027-01-04Z",
        id="7",
    )
    (contract,) = _joined(a_result(), modified).contracts
    assert "00054321-2026/CON-0001" in contract.references


def test_of_a_change_alone_the_start_is_not_known() -> None:
    change = Made(changes="00012345-2026", **LATER)  # type: ignore[arg-type]
    (contract,) = _joined(change).contracts
    assert "procedure_start" not in contract.facts  # not the day on which it was changed


def test_one_notice_twice_is_one_contract() -> None:
    assert _titles(_joined(CALL, CALL)) == ["Eerst"]


def test_notices_of_other_procedures_stay_apart() -> None:
    assert len(_joined(CALL, replace(CALL, folder="another", publication="2-2026")).contracts) == 2


def test_a_lot_that_a_change_dropped_is_gone() -> None:
    two = replace(CALL, lots=[Lot("LOT-0001"), Lot("LOT-0002")])
    change = Made(lots=[Lot("LOT-0001")], changes=f"{CALL.id}-01", **LATER)  # type: ignore[arg-type]
    assert [one.lots for one in _joined(two, change).contracts] == [("LOT-0001",)]


def _terms() -> str:
    requirement = code("cbc:TendererRequirementTypeCode", "res-ws", "reserved-procurement")
    asked = tag("cac:ContractExecutionRequirement", words("cbc:Description", "Met social return."))
    return tag("cac:TendererQualificationRequest", tag("cac:SpecificTendererRequirement", requirement)) + asked


def test_an_award_takes_the_place_of_its_call_and_what_only_that_says() -> None:
    period = tag("cbc:StartDate", "2026-06-01Z") + tag("cbc:EndDate", "2028-05-31Z")
    call = replace(CALL, lots=[Lot(project=Project("Oproep", period=period), terms=_terms())])
    (award,) = _joined(call, a_result()).contracts  # not a tendered contract beside an awarded one
    assert (award.stage, award.facts["title"].value) == (Stage.AWARDED, "Schoonmaak van kantoren")
    assert award.facts["end"].value == date(2028, 5, 31)
    assert award.facts["end"].place.file == "0.xml"
    assert award.reserved_participation is not None
    assert award.reserved_participation.value == "res-ws"
    assert award.social_return.answer == "stated"


def test_the_term_of_a_result_is_not_mixed_with_that_of_its_call() -> None:
    call = replace(CALL, lots=[Lot(project=Project(period=tag("cbc:EndDate", "2028-05-31Z")))])
    result = a_result(lots=[Lot(project=Project(period=tag("cbc:StartDate", "2029-01-01Z")))])
    (award,) = _joined(call, result).contracts
    assert "end" not in award.facts  # not an end before the start


def test_awards_of_a_dynamic_system_add() -> None:
    second = a_result(publication="00060000-2026", published="2026-08-01Z", id="55555555-5555-4555-8555-555555555555")
    assert len(_joined(CALL, a_result(), second).contracts) == 2  # not the newest alone


def test_a_corrected_award_replaces_the_one_it_names_and_no_other() -> None:
    second = a_result(publication="00060000-2026", published="2026-08-01Z", id="55555555-5555-4555-8555-555555555555")
    correction = a_result(
        awarded(260_000), publication="00070000-2026", published="2026-09-01Z", id="6", changes=f"{a_result().id}-01"
    )
    contracts = _joined(a_result(), second, correction)
    assert [one.publication for one in contracts.contracts] == ["00060000-2026", "00070000-2026"]


def test_a_modification_is_the_newest_state_of_its_contract() -> None:
    modified = a_result(
        awarded(400_000),
        subtype="38",
        type_code="can-modif",
        publication="00080000-2026",
        published="2027-01-04Z",
        id="7",
    )
    (contract,) = _joined(a_result(), modified).contracts  # not two contracts
    assert contract.facts["contract_value"].value.euro == 400_000


def test_a_lot_that_was_closed_without_award_is_no_contract() -> None:
    contracts = _joined(CALL, a_result(lot_result("LOT-0001")))
    assert contracts.contracts == ()  # not tendered still
    assert [one.lots for one in contracts.closed] == [("LOT-0001",)]


def test_a_lot_that_was_not_decided_yet_stays_tendered() -> None:
    call = replace(CALL, lots=[Lot("LOT-0001"), Lot("LOT-0002")])
    contracts = _joined(call, a_result())
    assert [(one.lots, one.stage) for one in contracts.contracts] == [
        (("LOT-0002",), Stage.TENDERED),
        (("LOT-0001",), Stage.AWARDED),
    ]


def test_a_call_takes_the_place_of_its_announcement() -> None:
    planned = Made(
        root="PriorInformationNotice",
        subtype="4",
        type_code="pin-only",
        publication="1-2026",
        published="2026-01-05Z",
        id="8",
    )
    (contract,) = _joined(planned, CALL).contracts
    assert contract.stage is Stage.TENDERED

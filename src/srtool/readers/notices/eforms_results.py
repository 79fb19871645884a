"""Who got what in an eForms result: full objects only, joined by their numbers; the same names also hold references."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.notice.amounts import Amount
from srtool.notice.notice import LotResult, Result, SettledContract, Tender
from srtool.notice.stated import Stated
from srtool.readers.notices.eforms_values import Reading
from srtool.readers.notices.xml_tree import EXTENSION, Node

_AWARDED = "selec-w"
_TENDER_ID = "efac:LotTender/cbc:ID"
_LOT_ID = "efac:TenderLot/cbc:ID"
_WITHHELD = "efac:FieldsPrivacy/efbc:FieldIdentifierCode"


def result_of(root: Node, reading: Reading) -> Result | None:
    """The result in the notice; None when it has none. References that lead nowhere are said."""
    node = root.first(f"{EXTENSION}/efac:NoticeResult")
    if node is None:
        return None
    result = Result(
        lots=tuple(_lot_results(node, reading)),
        tenders=dict(_tenders(node, reading)),
        parties=dict(_parties(node)),
        contracts=tuple(_contracts(node, reading)),
        total=_amount(node, "cbc:TotalAmount", "not-val", reading),
        framework_total=_amount(node, "efbc:OverallMaximumFrameworkContractsAmount", "not-max-val", reading),
    )
    _check_references(node, result, reading)
    return result


def _lot_results(node: Node, reading: Reading) -> Iterator[LotResult]:
    for result in node.all("efac:LotResult"):
        framework = result.first("efac:FrameworkAgreementValues")
        maximum = _amount(framework, "cbc:MaximumValueAmount", "max-val", reading) if framework else None
        yield LotResult(
            lot=result.text(_LOT_ID),
            is_awarded=result.text("cbc:TenderResultCode") == _AWARDED,
            tenders=_texts(result, _TENDER_ID),
            contracts=_texts(result, "efac:SettledContract/cbc:ID"),
            framework_maximum=maximum,
            path=result.path,
        )


def _tenders(node: Node, reading: Reading) -> Iterator[tuple[str, Tender]]:
    for tender in node.all("efac:LotTender"):
        number = tender.text("cbc:ID")
        if number is not None:
            payable = _amount(tender, "cac:LegalMonetaryTotal/cbc:PayableAmount", "win-ten-val", reading)
            yield number, Tender(number, tender.text(_LOT_ID), tender.text("efac:TenderingParty/cbc:ID"), payable)


def _parties(node: Node) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Per party its organisations, the one that leads the group first."""
    for party in node.all("efac:TenderingParty"):
        number = party.text("cbc:ID")
        if number is not None:
            members = [
                (one.text("efbc:GroupLeadIndicator") != "true", one.text("cbc:ID"))
                for one in party.all("efac:Tenderer")
            ]
            yield number, tuple(name for _, name in sorted(members, key=lambda member: member[0]) if name)


def _contracts(node: Node, reading: Reading) -> Iterator[SettledContract]:
    for contract in node.all("efac:SettledContract"):
        number = contract.text("cbc:ID")
        if number is not None:
            reading.part = number
            yield SettledContract(
                number,
                _texts(contract, _TENDER_ID),
                reading.text(contract, "efac:ContractReference/cbc:ID"),
                reading.in_language(contract, "cbc:Title"),
                reading.day(contract, "cbc:AwardDate") or reading.day(contract, "cbc:IssueDate"),
                contract.path,
            )
            reading.part = ""


def _check_references(node: Node, result: Result, reading: Reading) -> None:
    for tender in result.tenders.values():
        if tender.party is not None and tender.party not in result.parties:
            reading.unknown_reference(node, tender.party)
    named = [number for contract in result.contracts for number in contract.tenders]
    for number in dict.fromkeys(named):
        if number not in result.tenders:
            reading.unknown_reference(node, number)


def _amount(node: Node, path: str, privacy: str, reading: Reading) -> Stated[Amount] | None:
    """The amount, withheld when this element says that its field is not published yet."""
    return reading.amount(node, path, is_withheld=privacy in _texts(node, _WITHHELD))


def _texts(node: Node, path: str) -> tuple[str, ...]:
    return tuple(child.own_text for child in node.all(path) if child.own_text)

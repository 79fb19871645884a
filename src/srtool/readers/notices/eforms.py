"""One eForms notice (SDK 1.3 and newer) as a `Notice`: the facts of the procedure, its buyers and its versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from srtool.notice.kinds import kind_of
from srtool.notice.notice import Notice, Organisation
from srtool.notice.stated import Stated
from srtool.place import Place
from srtool.readers.notices.eforms_lots import lots_of, project_of
from srtool.readers.notices.eforms_results import result_of
from srtool.readers.notices.eforms_values import Reading, day_of
from srtool.readers.notices.xml_tree import EXTENSION, Node, tree

_COMPANY = f"{EXTENSION}/efac:Organizations/efac:Organization"
_PUBLICATION = f"{EXTENSION}/efac:Publication"
_TENDERNED = re.compile(r"tenderned\.nl/\S*?(\d{5,8})(?!\d)")


def read(data: bytes, name: str) -> tuple[Notice, Reading]:
    """The notice, and what the reader wants to have said of it; InputError when it is none."""
    root = tree(data, name)
    reading = Reading(Place(name), root.text("cbc:NoticeLanguageCode"))
    organisations = dict(_organisations(root, reading))
    party = root.first("cac:ContractingParty")
    project = root.first("cac:ProcurementProject")
    type_code, subtype = root.text("cbc:NoticeTypeCode"), root.text(f"{EXTENSION}/efac:NoticeSubType/cbc:SubTypeCode")
    notice = Notice(
        source=reading.source,
        root=root.path.removeprefix("/"),
        id="-".join(filter(None, (root.text("cbc:ID"), root.text("cbc:VersionID")))),
        publication=reading.text(root, f"{_PUBLICATION}/efbc:NoticePublicationID"),
        published_on=_published_on(root),
        procedure=root.text("cbc:ContractFolderID"),
        sent_on=reading.day(root, "cbc:IssueDate"),
        kind=kind_of(subtype, type_code),
        subtype=subtype,
        type_code=type_code,
        changes=root.text(f"{EXTENSION}/efac:Changes/efbc:ChangedNoticeIdentifier"),
        language=reading.language,
        buyers=tuple(_buyers(root, organisations, reading)),
        buyer_kind=reading.text(party, "cac:ContractingPartyType/cbc:PartyTypeCode") if party else None,
        procedure_type=reading.text(root, "cac:TenderingProcess/cbc:ProcedureCode"),
        project=project_of(project, root.first("cac:TenderingProcess"), reading),
        lots=tuple(lots_of(root, reading)),
        organisations=organisations,
        result=result_of(root, reading),
        web_references=tuple(_web_references(root, reading.source)),
    )
    return notice, reading


def _published_on(root: Node) -> date | None:
    text = root.text(f"{_PUBLICATION}/efbc:PublicationDate")
    return day_of(text) if text else None


def _organisations(root: Node, reading: Reading) -> Iterator[tuple[str, Organisation]]:
    """Companies by the number that the notice refers to them by; contacts and owners are persons, and stay unread."""
    for company in root.all(f"{_COMPANY}/efac:Company"):
        number = company.text("cac:PartyIdentification/cbc:ID")
        if number is not None:
            yield (
                number,
                Organisation(
                    reading.in_language(company, "cac:PartyName/cbc:Name"),
                    reading.text(company, "cac:PartyLegalEntity/cbc:CompanyID"),
                    company.text("cac:PostalAddress/cac:Country/cbc:IdentificationCode"),
                ),
            )


def _buyers(root: Node, organisations: dict[str, Organisation], reading: Reading) -> Iterator[Organisation]:
    for party in root.all("cac:ContractingParty/cac:Party"):
        number = party.text("cac:PartyIdentification/cbc:ID")
        if number in organisations:
            yield organisations[number]
        elif number is not None:
            reading.unknown_reference(party, number)


def _web_references(root: Node, source: Place) -> Iterator[Stated[str]]:
    """The numbers of TenderNed in the addresses of the documents: the reference that a register often holds."""
    path = "cac:ProcurementProjectLot/cac:TenderingTerms/cac:CallForTendersDocumentReference"
    seen: set[str] = set()
    for document in root.all(f"{path}/cac:Attachment/cac:ExternalReference/cbc:URI"):
        match = _TENDERNED.search(document.own_text or "")
        if match is not None and match[1] not in seen:
            seen.add(match[1])
            yield Stated(match[1], source, document.path)

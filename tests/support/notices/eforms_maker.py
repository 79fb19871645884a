"""Notices in the shape of eForms, made of what a test wants to have in them; every name and number is invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

UBL = "urn:oasis:names:specification:ubl:schema:xsd"
EFORMS = "http://data.europa.eu/p27/eforms"
_SPACES = (
    f'xmlns:cac="{UBL}:CommonAggregateComponents-2" xmlns:cbc="{UBL}:CommonBasicComponents-2"'
    f' xmlns:ext="{UBL}:CommonExtensionComponents-2" xmlns:efac="{EFORMS}-ubl-extension-aggregate-components/1"'
    f' xmlns:efbc="{EFORMS}-ubl-extension-basic-components/1" xmlns:efext="{EFORMS}-ubl-extensions/1"'
)


def tag(name: str, *inner: str, **attributes: str) -> str:
    """An element; text is to be escaped with `words`."""
    own = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{own}>{''.join(inner)}</{name}>"


def words(name: str, text: str, language: str = "NLD") -> str:
    """An element with a text in one language."""
    return tag(name, escape(text), languageID=language)


def extension(*inner: str) -> str:
    content = tag("ext:ExtensionContent", tag("efext:EformsExtension", *inner))
    return tag("ext:UBLExtensions", tag("ext:UBLExtension", content))


def amount(name: str, number: object, currency: str = "EUR") -> str:
    return tag(name, str(number), currencyID=currency)


def code(name: str, value: str, code_list: str) -> str:
    return tag(name, value, listName=code_list)


@dataclass(frozen=True)
class Organisation:
    """One organisation; `contact` is a person, whom nothing may read."""

    number: str
    names: Mapping[str, str]
    company: str | None = None
    country: str = "NLD"
    contact: str = "Contactpersoon Nietlezen"

    def xml(self) -> str:
        company = tag("cac:PartyLegalEntity", tag("cbc:CompanyID", self.company)) if self.company else ""
        names = (tag("cac:PartyName", words("cbc:Name", name, lang)) for lang, name in self.names.items())
        country = tag("cac:Country", code("cbc:IdentificationCode", self.country, "country"))
        return tag(
            "efac:Organization",
            tag(
                "efac:Company",
                tag("cac:PartyIdentification", tag("cbc:ID", self.number, schemeName="organization")),
                *names,
                tag("cac:PostalAddress", country),
                company,
                tag("cac:Contact", tag("cbc:Name", self.contact), tag("cbc:ElectronicMail", "p@voorbeeld.invalid")),
            ),
        )


BUYER = Organisation("ORG-0001", {"NLD": "Gemeente Voorbeeld"}, "10000001")
COURT = Organisation("ORG-0002", {"NLD": "Rechtbank Voorbeeld"}, "10000002")
WINNER = Organisation("ORG-0003", {"NLD": "Voorbeeld Schoonmaak B.V."}, "10000003")
SECOND = Organisation("ORG-0004", {"NLD": "Ander Voorbeeld B.V."}, "01000004")


@dataclass(frozen=True)
class Project:
    """What is bought: of the procedure, or of a lot."""

    name: str = "Schoonmaak van kantoren"
    reference: str | None = "2026-0417"
    nature: str = "services"
    cpv: str = "90919200"
    estimate: object = None
    currency: str = "EUR"
    framework_maximum: object = None
    period: str = ""
    """The inside of PlannedPeriod."""
    more: str = ""
    """Whatever else a test wants in it."""

    def xml(self) -> str:
        totals = amount("cbc:EstimatedOverallContractAmount", self.estimate, self.currency) if self.estimate else ""
        if self.framework_maximum:
            totals = extension(amount("efbc:FrameworkMaximumAmount", self.framework_maximum)) + totals
        cpv = tag("cac:MainCommodityClassification", code("cbc:ItemClassificationCode", self.cpv, "cpv"))
        return tag(
            "cac:ProcurementProject",
            tag("cbc:ID", self.reference, schemeName="InternalID") if self.reference else "",
            words("cbc:Name", self.name),
            code("cbc:ProcurementTypeCode", self.nature, "contract-nature"),
            self.more,
            tag("cac:RequestedTenderTotal", totals) if totals else "",
            cpv,
            tag("cac:PlannedPeriod", self.period) if self.period else "",
        )


@dataclass(frozen=True)
class Lot:
    number: str | None = "LOT-0001"
    project: Project = field(default_factory=Project)
    scheme: str = "Lot"
    terms: str = ""
    """The inside of TenderingTerms."""

    def xml(self) -> str:
        number = tag("cbc:ID", self.number, schemeName=self.scheme) if self.number else ""
        terms = tag("cac:TenderingTerms", self.terms) if self.terms else ""
        return tag("cac:ProcurementProjectLot", number, terms, self.project.xml())


@dataclass(frozen=True)
class Made:
    """A notice to be written; `result` is the inside of NoticeResult."""

    root: str = "ContractNotice"
    publication: str | None = "00012345-2026"
    published: str = "2026-03-02Z"
    sent: str = "2026-02-27+01:00"
    subtype: str = "16"
    type_code: str = "cn-standard"
    id: str = "11111111-1111-4111-8111-111111111111"
    version: str = "01"
    folder: str = "22222222-2222-4222-8222-222222222222"
    changes: str | None = None
    language: str = "NLD"
    procedure: str = "open"
    buyer_kind: str | None = "la"
    project: Project = field(default_factory=Project)
    lots: Sequence[Lot] = (Lot(),)
    organisations: Sequence[Organisation] = (BUYER, COURT, WINNER, SECOND)
    buyers: Sequence[str] = ("ORG-0001",)
    result: str = ""
    before: str = ""
    """What stands in front of the root, such as a document type."""

    def bytes(self) -> bytes:
        """The file."""
        return f'<?xml version="1.0" encoding="UTF-8"?>{self.before}{self._root()}'.encode()

    def _root(self) -> str:
        inner = "".join(
            (
                extension(*self._extension()),
                tag("cbc:CustomizationID", "eforms-sdk-1.7"),
                tag("cbc:ID", self.id, schemeName="notice-id"),
                tag("cbc:ContractFolderID", self.folder),
                tag("cbc:IssueDate", self.sent),
                tag("cbc:VersionID", self.version),
                code("cbc:NoticeTypeCode", self.type_code, "competition"),
                tag("cbc:NoticeLanguageCode", self.language),
                *map(self._buyer, self.buyers),
                tag("cac:TenderingProcess", code("cbc:ProcedureCode", self.procedure, "procurement-procedure-type")),
                self.project.xml(),
                *(lot.xml() for lot in self.lots),
            )
        )
        return f'<{self.root} xmlns="{UBL}:{self.root}-2" {_SPACES}>{inner}</{self.root}>'

    def _extension(self) -> list[str]:
        changed = tag("efac:Changes", tag("efbc:ChangedNoticeIdentifier", self.changes)) if self.changes else ""
        published = (
            tag(
                "efac:Publication",
                tag("efbc:NoticePublicationID", self.publication, schemeName="ojs-notice-id"),
                tag("efbc:PublicationDate", self.published),
            )
            if self.publication
            else ""
        )
        return [
            changed,
            tag("efac:NoticeResult", self.result) if self.result else "",
            tag("efac:NoticeSubType", code("cbc:SubTypeCode", self.subtype, "notice-subtype")),
            tag("efac:Organizations", *(organisation.xml() for organisation in self.organisations)),
            published,
        ]

    def _buyer(self, number: str) -> str:
        kind = (
            tag("cac:ContractingPartyType", code("cbc:PartyTypeCode", self.buyer_kind, "buyer-legal-type"))
            if self.buyer_kind
            else ""
        )
        party = tag("cac:Party", tag("cac:PartyIdentification", tag("cbc:ID", number, schemeName="organization")))
        return tag("cac:ContractingParty", kind, party)


def reference(element: str, number: str, scheme: str) -> str:
    """A bare reference: the name of a full object, with only its number."""
    return tag(element, tag("cbc:ID", number, schemeName=scheme))


def lot_result(lot: str, tenders: Sequence[str] = (), contracts: Sequence[str] = (), more: str = "") -> str:
    """What became of a lot; without tenders it was closed without a winner."""
    return tag(
        "efac:LotResult",
        tag("cbc:ID", f"RES-{lot[-4:]}", schemeName="result"),
        code("cbc:TenderResultCode", "selec-w" if tenders else "clos-nw", "winner-selection-status"),
        more,
        *(reference("efac:LotTender", number, "tender") for number in tenders),
        *(reference("efac:SettledContract", number, "contract") for number in contracts),
        reference("efac:TenderLot", lot, "Lot"),
    )


def tender(number: str, lot: str, party: str, offered: str = "", privacy: str = "") -> str:
    """A tender with its amount, if it has one; `privacy` names a withheld field."""
    withheld = tag("efac:FieldsPrivacy", tag("efbc:FieldIdentifierCode", privacy)) if privacy else ""
    return tag(
        "efac:LotTender",
        withheld,
        tag("cbc:ID", number, schemeName="tender"),
        tag("cac:LegalMonetaryTotal", offered) if offered else "",
        reference("efac:TenderingParty", party, "tendering-party"),
        reference("efac:TenderLot", lot, "Lot"),
    )


def party(number: str, *organisations: str, lead: str | None = None) -> str:
    members = (
        tag(
            "efac:Tenderer",
            tag("cbc:ID", organisation, schemeName="organization"),
            tag("efbc:GroupLeadIndicator", str(organisation == lead).lower()) if lead else "",
        )
        for organisation in organisations
    )
    return tag("efac:TenderingParty", tag("cbc:ID", number, schemeName="tendering-party"), *members)


def contract(number: str, tenders: Sequence[str], days: str = "", own: str | None = None) -> str:
    """A settled contract; `days` holds AwardDate, IssueDate, both or none, `own` the buyer's number for it."""
    return tag(
        "efac:SettledContract",
        tag("cbc:ID", number, schemeName="contract"),
        days,
        tag("efac:ContractReference", tag("cbc:ID", own)) if own else "",
        *(reference("efac:LotTender", tender_number, "tender") for tender_number in tenders),
    )


def awarded(offered: object = 250_000, days: str | None = None) -> str:
    """The usual result: one lot, one tender, one party, one contract, and what it comes to."""
    return "".join(
        (
            amount("cbc:TotalAmount", offered),
            lot_result("LOT-0001", ["TEN-0001"], ["CON-0001"]),
            tender("TEN-0001", "LOT-0001", "TPA-0001", amount("cbc:PayableAmount", offered)),
            contract("CON-0001", ["TEN-0001"], days or tag("cbc:AwardDate", "2026-05-06+02:00"), "C-2026-88"),
            party("TPA-0001", "ORG-0003"),
        )
    )


def a_result(result: str | None = None, **more: object) -> Made:
    """A result notice."""
    usual: dict[str, object] = {
        "root": "ContractAwardNotice",
        "subtype": "29",
        "type_code": "can-standard",
        "publication": "00054321-2026",
        "published": "2026-05-11+02:00",
        "sent": "2026-05-08+02:00",
        "id": "33333333-3333-4333-8333-333333333333",
        "result": awarded() if result is None else result,
    }
    return Made(**{**usual, **more})  # type: ignore[arg-type]  # the checker cannot see into the dictionary

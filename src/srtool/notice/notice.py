"""A notice as it was published: its lots, organisations and results, every value with its place.

The persons in it (contacts, signatories, beneficial owners) have no field here, so that nothing can take them over.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from srtool.lazy_dataclass import dataclass
from srtool.notice.amounts import Amount
from srtool.notice.kinds import Kind
from srtool.notice.period import NO_PERIOD, Period
from srtool.notice.social_return import NOT_STATED, SocialReturnStatement
from srtool.notice.stated import Stated
from srtool.place import Place


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation or unit of it; two may share a number, and a number need not be one of the KvK."""

    name: Stated[str] | None
    number: Stated[str] | None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """What is bought, of the whole procedure or of one lot."""

    reference: Stated[str] | None = None
    name: Stated[str] | None = None
    nature: Stated[str] | None = None
    """works, services or supplies."""
    cpv: Stated[str] | None = None
    estimate: Stated[Amount] | None = None
    """Options and renewals included (BT-27)."""
    framework_maximum: Stated[Amount] | None = None
    """BT-271: the most that may be bought under the framework, which is no estimate."""
    period: Period = NO_PERIOD
    techniques: frozenset[str] = frozenset()
    """Codes of the framework (`fa-w-rc`) and the dynamic system (`dps-list`), without `none`."""


NO_PROJECT = Project()


@dataclass(frozen=True, slots=True)
class Lot:
    """A lot: what is awarded by itself. Groups and parts are no lots."""

    number: str
    project: Project
    social_return: SocialReturnStatement = NOT_STATED
    reserved_participation: Stated[str] | None = None
    """BT-71, in calls only: none, res-ws (sheltered workshops) or res-pub-ser."""
    reserved_execution: Stated[str] | None = None
    """BT-736: yes, no or not-known."""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Tender:
    """What a party offered for a lot."""

    number: str
    lot: str | None
    party: str | None
    amount: Stated[Amount] | None


@dataclass(frozen=True, slots=True)
class SettledContract:
    """A contract that was concluded, or will be: on the tenders it names."""

    number: str
    tenders: tuple[str, ...]
    reference: Stated[str] | None = None
    title: Stated[str] | None = None
    awarded_on: Stated[date] | None = None
    path: str = ""


@dataclass(frozen=True, slots=True)
class LotResult:
    """What became of a lot: the tenders that won, or that it was closed without any."""

    lot: str | None
    is_awarded: bool
    tenders: tuple[str, ...] = ()
    contracts: tuple[str, ...] = ()
    framework_maximum: Stated[Amount] | None = None
    """BT-709, of this lot."""
    path: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """Who got what: results to tenders to parties to organisations, many to many at every step."""

    lots: tuple[LotResult, ...]
    tenders: Mapping[str, Tender]
    parties: Mapping[str, tuple[str, ...]]
    """Organisations per party, the one that leads first."""
    contracts: tuple[SettledContract, ...]
    total: Stated[Amount] | None = None
    """BT-161, of all contracts in the notice."""
    framework_total: Stated[Amount] | None = None
    """BT-118, the most of all frameworks in the notice."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice, in one version."""

    source: Place
    """Its file, with the archive it came from."""
    root: str
    id: str
    """The identifier with its version: `9e59…-01`."""
    publication: Stated[str] | None
    """The number under which it was published: `00191536-2024`."""
    published_on: date | None
    procedure: str | None
    """The identifier of the procedure folder, shared by all notices on it."""
    sent_on: Stated[date] | None
    kind: Kind
    subtype: str | None
    type_code: str | None
    changes: str | None
    """The notice that this one replaces, by identifier or publication number."""
    language: str | None
    buyers: tuple[Organisation, ...]
    buyer_kind: Stated[str] | None
    procedure_type: Stated[str] | None
    project: Project
    lots: tuple[Lot, ...]
    organisations: Mapping[str, Organisation]
    result: Result | None
    web_references: tuple[Stated[str], ...] = ()
    """Numbers of TenderNed that stand in its addresses."""

    @property
    def number(self) -> str:
        """The publication number; before publication its identifier."""
        return self.publication.value if self.publication else self.id

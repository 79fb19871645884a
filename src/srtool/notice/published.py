"""One contract as it was published, whatever the source: what is compared with, or taken over into, a register."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from srtool.lazy_dataclass import dataclass
from srtool.notice.amounts import Amount
from srtool.notice.social_return import NOT_STATED, SocialReturnStatement
from srtool.notice.stated import Stated
from srtool.place import Place


class Stage(StrEnum):
    """How far it is by the notice: announced, called for, awarded, changed after the award, or closed without one."""

    PLANNED = "planned"
    TENDERED = "tendered"
    AWARDED = "awarded"
    MODIFIED = "modified"
    CLOSED = "closed"


STATUS_OF = {
    Stage.PLANNED: "draft",
    Stage.TENDERED: "tendered",
    Stage.AWARDED: "awarded",
    Stage.MODIFIED: "awarded",
}
"""The status in the register; what was closed without award is no contract there."""


@dataclass(frozen=True, slots=True)
class Winner:
    """Who got the contract: a name, and a number where one is stated that can be one."""

    name: Stated[str] | None
    number: Stated[str] | None
    is_foreign: bool = False
    """Whether the number is of another register than that of the Dutch KvK."""


@dataclass(frozen=True, slots=True)
class PublishedContract:
    """A settled contract, or a lot that has none yet."""

    number: str
    """publication/contract, publication/lot, or the publication alone when it has one lot without a number."""
    publication: str
    source: Place
    stage: Stage
    facts: Mapping[str, Stated[Any]]
    """What is stated, by the field of the register that it fills; values of the type of that field."""
    procedure: str | None = None
    notice: str | None = None
    """The identifier of the notice, by which another may say that it replaces it."""
    replaces: str | None = None
    published_on: date | None = None
    lots: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    """Every number by which a register may know it."""
    own_reference: str | None = None
    """The buyer's own number for this contract, which no other contract of the procedure has."""
    winners: tuple[Winner, ...] = ()
    buyers: tuple[str, ...] = ()
    """The names of all buyers, the one that leads first, where there are several; else nothing."""
    procedure_estimate: Stated[Amount] | None = None
    """The estimate of the whole procedure, where that has several lots: of none of them."""
    social_return: SocialReturnStatement = NOT_STATED
    reserved_participation: Stated[str] | None = None
    reserved_execution: Stated[str] | None = None

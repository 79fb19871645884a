"""Realised by target group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from srtool.progress.record import Progress


@dataclass(frozen=True, slots=True)
class Group:
    """People of one building block, or efforts of one kind; None for a figure that is not passed on."""

    block: str | None
    """The id of the building block; None for efforts without one, and for several groups together."""
    label: Mapping[str, str] | None
    """What the block is called, per language."""
    kind: str | None
    """The kind of efforts without a block; None where a block says it, and for several groups together."""
    people: int | None
    """Different people; 0 for what is no person, such as a purchase."""
    efforts: int | None
    value: Decimal | None
    """Confirmed up to the day, euro excl. VAT."""
    expected: Decimal | None
    """The same with what confirmed efforts still bring."""
    shielded: bool
    """Whether one of its figures is not passed on."""


@dataclass(frozen=True, slots=True)
class Groups:
    """What may be passed on about the groups of a register."""

    rows: tuple[Group, ...]
    """Those that are shown, the most euros first."""
    hidden: Group | None
    """The others together; None where there are none, or where these are too few as well."""
    total: Group
    shielded: bool
    """Whether anything is not passed on."""


def groups(found: Iterable[Progress], on: date) -> Groups:
    """The groups of these contracts, fit to be passed on."""
    raise NotImplementedError

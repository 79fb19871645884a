"""What `srtool bundle` answers; amounts in euro excl. VAT, None where one cannot be said."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from typing import Literal

from srtool.finding import Answer, Source, Step
from srtool.lazy_dataclass import dataclass
from srtool.place import Where
from srtool.rules.ruleset import Obligation, Threshold
from srtool.sums import Sum

BundleKind = Literal["pool", "merge"]
MergeState = Literal["by_agreement", "needs_motivation", "complete", "not_as_proposed"]
Parts = tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Contracts that may be in one bundle: of one kind, one authority, one rule set, and what they are grouped by."""

    bundle: BundleKind
    by: tuple[tuple[str, str | None], ...]
    """(field, value), such as ("cpv", "731") and ("unit", "Directie Kennis")."""
    kind: str
    authority: str | None
    authority_kind: str | None
    rule_set: str
    threshold: Threshold
    norm: Obligation | None

    @property
    def name(self) -> str:
        """The same in every language: `merge/services/731/Directie Kennis`."""
        who = [part for part in (self.authority, self.authority_kind) if part is not None]
        return "/".join([self.bundle, self.kind, *who, *(value or "-" for _, value in self.by)])

    @property
    def target(self) -> int:
        """The least number of cents that is enough: at the threshold, or one above it."""
        return int(self.threshold.amount * 100) + (self.threshold.operator == "above")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A contract that takes no part, and why; the place is where that stands."""

    contract: str
    reason: str
    place: Where
    share: Decimal | None = None
    """Without a wage sum: the labour share from which it would help, in percent."""
    helps: Literal["group", "own"] | None = None
    """How: it closes the shortfall of its group, or is in scope by itself."""
    operator: str = "above"
    """Whether that share itself is enough: of the threshold."""


@dataclass(frozen=True, slots=True)
class European:
    """The merged value against the European threshold of the day."""

    reached: Answer
    why: str | None
    """What keeps it undecided: no_value, no_table, options, day, social, authority or several."""
    value: Decimal | None
    """Of the values that are known."""
    day: date
    low: Decimal | None
    high: Decimal | None
    amounts: tuple[Decimal, ...]
    """All the thresholds that may hold, from low to high."""
    procedures: tuple[str, ...]
    """What the drafts name."""
    without_value: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coherence:
    """What the drafts have in common, as facts; whether that is coherence, the officer says."""

    kind: str
    cpv: tuple[str, ...]
    units: tuple[str, ...]
    categories: tuple[str, ...]
    first_start: date
    last_start: date
    overlap: tuple[date, date | None] | None
    """The days on which all run; the end is None when none of them has one."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """One proposal."""

    group: Group
    members: tuple[str, ...]
    """In the order of their ids."""
    titles: tuple[str, ...]
    total: Decimal
    """In the terms of the threshold: the wage sum or the contract value."""
    wage_sum: Decimal | None
    excess: Decimal
    obligation: Decimal | None
    """Merge: the norm over the whole. Pool: the norm over what is left on the day, to be discussed and never owed."""
    obligation_ambition: Decimal | None
    obligation_whole: Decimal | None
    """The norm over the whole."""
    wage_sum_left: Decimal | None
    """Pool: what is left of the wage sum on the day; None for a merge, or without an end."""
    per_year: tuple[tuple[int, Decimal], ...]
    state: MergeState
    missing_texts: tuple[str, ...]
    european: European | None
    coherence: Coherence | None
    marks: tuple[str, ...]
    """What must be said with it, such as `names_supplier`."""
    named_suppliers: tuple[str, ...]
    lots: Literal["amount", "term"]
    """Merge: what keeps each lot out of scope by itself; `term` where one of them has the amount."""
    other_texts: tuple[tuple[str, ...], ...]
    """Merge: contracts for which texts were written, some of these among them, that are not this proposal."""
    already: tuple[str, ...]
    """Pool: contracts with the same supplier that ask social return by themselves."""
    sources: tuple[Source, ...]
    """The ground, and what bounds it."""
    steps: tuple[Step, ...]

    @property
    def id(self) -> str:
        """The same for the same members, in whatever register."""
        digest = hashlib.sha256("\n".join(self.members).encode()).hexdigest()
        return f"{self.group.bundle}-{digest[:8]}"


@dataclass(frozen=True, slots=True)
class Nearby:
    """Another group that falls short as well, and would close the gap."""

    group: Group
    members: tuple[str, ...]
    total: Decimal


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Contracts that hang together and are not enough."""

    group: Group
    members: tuple[str, ...]
    total: Decimal
    missing: Decimal
    """Euro short of the threshold; 0.00 when something else is missing."""
    reason: Literal["amount", "term", "alone"]
    short_term: bool
    """Whether the term together is too short as well."""
    readings: tuple[Threshold, ...]
    """Other readings under which it would be enough."""
    nearby: tuple[Nearby, ...]
    other_kind: tuple[str, ...]
    """Contracts that would help but belong in the other kind of bundle."""


@dataclass(frozen=True, slots=True)
class Proof:
    """How far a group was brought, and how far anyone could."""

    group: Group
    contracts: int
    bundles: int
    bound: int
    covered: Decimal
    covered_bound: Decimal
    optimal: bool
    """Whether it is proved; never where it is not certain who the supplier is."""
    doubted: tuple[str, ...] = ()
    """Names of suppliers of which it is likely, or a question, that they are the same."""


@dataclass(frozen=True, slots=True)
class Overall:
    """Contracts that have not ended, and euros of norm: now, if the merges are made, and what pools would add."""

    contracts: int
    """To which the policy applies, or that ask social return, or both."""
    in_scope: int
    """To which the policy applies."""
    open_scope: int
    """Of which it cannot be said whether it applies."""
    asking: int
    """That ask social return."""
    norm: Sum
    """Of those to which the policy applies, or may apply."""
    merged_members: int
    """Contracts in a merge: none of them is in scope by itself."""
    added_norm: Decimal
    """What the merges would add."""
    pooled_contracts: int
    to_discuss: Decimal

    @property
    def merged_norm(self) -> Sum:
        """The norm if the merges are made."""
        known = None if self.norm.known is None else self.norm.known + self.added_norm
        return Sum(known, self.norm.parts, self.norm.of)


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that `srtool bundle` found on one register."""

    bundles: tuple[Bundle, ...]
    shortfalls: tuple[Shortfall, ...]
    left_out: tuple[LeftOut, ...]
    proofs: tuple[Proof, ...]
    overall: Overall
    window: int
    on: date

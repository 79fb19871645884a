"""What the officer answered once for all contracts, in [assume] of srtool.toml: an assumption wherever it is used."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields, replace
from typing import Literal

from srtool.finding import Assumed
from srtool.lazy_dataclass import dataclass
from srtool.place import Place
from srtool.register.assumed_stage import Stage
from srtool.register.fields import Day, Text, YesNo
from srtool.register.model import AskedBasis, AuthorityKind
from srtool.register.units import AmountUnit

Vat = Literal["excluding_vat", "including_vat"]
Period = Literal["whole_term", "per_year", "per_month"]
Extensions = Literal["without_options", "with_options"]
NOT_KNOWN = "not_known"
"""The policy of an officer who does not know which one holds: no contract falls under one by itself."""
_OF_A_FIELD = frozenset({"basis", "over_extension", "realised_approved"})
"""Answers that stand for a field of a contract, and are called as that field is."""


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Holds for a contract only where its register does not say itself; None: not answered."""

    policy: Text | None = None
    """The rule set of contracts that name none; or NOT_KNOWN."""
    authority_kind: AuthorityKind | None = None
    """Whose thresholds hold for contracts that do not say whether their authority is central."""
    stage: Stage | None = None
    """What contracts without a status are."""
    vat: Vat | None = None
    period: Period | None = None
    """What the amounts of a contract are for."""
    extensions: Extensions | None = None
    """Whether the value of a contract holds its extensions as well."""
    unit: AmountUnit | None = None
    """What the amounts of a contract are counted in."""
    basis: AskedBasis | None = None
    """What a percentage without a basis is taken of."""
    over_extension: YesNo | None = None
    """Whether the duty runs on over option years."""
    extended: YesNo | None = None
    """Whether a contract between its end and its latest end is extended; False: it ended."""
    realised_approved: YesNo | None = None
    """Whether the standings according to the register are approved."""
    realised_on: Day | None = None
    """The day of those standings that have none."""
    file: Text = "srtool.toml"
    """The settings file that it stands in."""

    def place(self, key: str) -> Place:
        """Where the answer stands: `srtool.toml: assume.basis`."""
        return Place(self.file, "assume", key=key)

    def origin(self, key: str) -> Assumed:
        """The same as the origin of a step."""
        return Assumed(self.place(key))

    def without(self, unread: Collection[str]) -> Assumptions:
        """The same for a contract of which these (dotted) fields could not be read: something else stands there."""
        keys = {key.rpartition(".")[2] for key in unread}
        if keys.isdisjoint(_OF_A_FIELD):
            return self
        return replace(
            self,
            basis=None if "basis" in keys else self.basis,
            over_extension=None if "over_extension" in keys else self.over_extension,
            realised_approved=None if "realised_approved" in keys else self.realised_approved,
        )

    def answers(self) -> Iterator[tuple[str, object]]:
        """What was answered, by its key."""
        for each in fields(self):
            if each.name != "file" and (answer := getattr(self, each.name)) is not None:
                yield each.name, answer


NOTHING_ASSUMED = Assumptions()

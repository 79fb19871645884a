"""What an organisation says of its own rules: enough for a rule set that takes its blocks from a shipped table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal

from srtool.lazy_dataclass import dataclass
from srtool.rules.ruleset import Operator

OwnBasis = Literal["wage_sum", "contract_value"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRules:
    """The answers about one authority; None where nothing was answered."""

    authority: str
    threshold: Decimal | None = None
    """From which amount social return is asked, in euro excl. VAT."""
    operator: Operator = "at_least"
    basis: OwnBasis | None = None
    """Of what the threshold is."""
    percent: Decimal | None = None
    percent_basis: OwnBasis | None = None
    since: date | None = None
    blocks_from: str | None = None
    source: str | None = None
    """The document that says so."""

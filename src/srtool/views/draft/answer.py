"""What a check of a tender draft comes to, for every form in which it is shown."""

from __future__ import annotations

from srtool.draft.claim import Claim
from srtool.finding import Finding, Receipt
from srtool.lazy_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class DraftAnswer:
    """The findings on a draft, those on the contract of the register beside it, and what was read."""

    receipt: Receipt
    findings: tuple[Finding, ...]
    beside: tuple[Finding, ...] = ()
    """On the contract of the register that the draft is for."""
    contract: str | None = None
    """Number and title of that contract."""
    claims: tuple[Claim, ...] = ()
    """What the draft asks, each value once."""
    selected: tuple[str, ...] = ()
    """The codes that --select named; of the other checks nothing is said."""
    is_narrowed: bool = False
    """Whether only a level or a role was asked for, so that there may be more."""
    is_read: bool = True
    """Whether it is in Dutch, so that something can be said of it."""

    @property
    def all(self) -> tuple[Finding, ...]:
        """The findings on the draft, then those on the contract."""
        return (*self.findings, *self.beside)

"""What every rule of an authority carries: its id, its sources, how sure it is and when it holds."""

from __future__ import annotations

from datetime import date
from typing import Literal

from srtool.lazy_dataclass import dataclass
from srtool.register.fields import Day, Text, Texts

Certainty = Literal["stated", "inferred"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every rule carries: its id, its sources (by id), how sure it is, its dates (both inclusive)."""

    id: Text
    source: Texts
    certainty: Certainty
    since: Day | None = None
    until: Day | None = None

    def in_force(self, day: date) -> bool:
        """Whether the rule held on that day; a rule without dates always does."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

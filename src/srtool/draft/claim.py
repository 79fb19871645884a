"""What a draft says about one subject, with the words that say it."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from srtool.draft.passage import Passage
from srtool.draft.scope import EVERYWHERE, Scope
from srtool.lazy_dataclass import dataclass


class Subject(StrEnum):
    PERCENTAGE = "percentage"
    BASIS = "basis"
    WITHOUT_VAT = "without_vat"
    AMOUNT = "amount"
    HOURS = "hours"
    PEOPLE = "people"
    CAP = "cap"
    THRESHOLD = "threshold"
    TERM = "term"
    OPTIONS = "options"
    MOMENT = "moment"
    PLAN = "plan"
    PLAN_DAY = "plan_day"
    PLAN_FROM = "plan_from"
    REPORTING = "reporting"
    RHYTHM = "rhythm"
    SYSTEM = "system"
    TARGET_GROUP = "target_group"
    REFERENCE_DAY = "reference_day"
    VALUE_TABLE = "value_table"
    TABLE_VERSION = "table_version"
    CONTACT_POINT = "contact_point"
    SUBJECT_LINK = "subject_link"
    RECOVERY = "recovery"
    CONSEQUENCE = "consequence"
    CONSEQUENCE_KIND = "consequence_kind"
    EXCEPTION = "exception"
    PSO = "pso"
    ROLE = "role"


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a passage says; `value` is the word, number or amount itself, percentages as 5 for 5%."""

    subject: Subject
    value: str | Decimal
    passage: Passage
    start: int
    end: int
    scope: Scope = EVERYWHERE

    @property
    def words(self) -> str:
        """The words that say it."""
        return self.passage.text[self.start : self.end]

"""A question to the officer, with the keys of `srtool.toml` that answer it."""

from __future__ import annotations

from typing import Literal

from srtool.lazy_dataclass import dataclass
from srtool.register.unread import UnreadGroup

Sort = Literal["choice", "yes_no", "day", "percent", "rule_set", "field", "demand"]
"""What an answer is; a rule set goes by its name, or is not known; a demand is yes, no, a percentage or an amount."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the settings that is not answered yet."""

    path: tuple[str, ...]
    """The tables and the key: `assume`, `basis`; `values`, the heading of a column, a word of it."""
    sort: Sort
    choices: tuple[str, ...] = ()
    field: str = ""
    """The (dotted) field of a contract in whose column a word stands."""

    def __str__(self) -> str:
        """`assume.basis`."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Question:
    """A question by its name, and for how many contracts it is open."""

    name: str
    contracts: int
    keys: tuple[Key, ...] = ()
    """None where the register itself must say."""
    words: tuple[UnreadGroup, ...] = ()
    """The words that it is about, the most frequent first."""
    heading: str = ""
    """What the column that it is about is called in the sheet; empty where it is about none."""
    names: tuple[str, ...] = ()
    """The categories, headings or organisations that it is about."""
    headings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Headings of amounts, each with the keys of what is asked about it."""
    decides: int | None = None
    """How many judgements an answer to it decides, at most; None where that was not tried."""

"""What is remarked on a draft: the matter, an outcome, the passages it rests on, and what its sentence cites."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import StrEnum

from srtool.draft.claim import Claim
from srtool.draft.passage import Passage
from srtool.draft.sentence import Sentence
from srtool.finding import Level, Outcome
from srtool.lazy_dataclass import dataclass


class Matter(StrEnum):
    """What is looked at; each is a check of its own, in the order of their use."""

    CONTRADICTION = "contradiction"
    BASE = "base"
    DEMAND = "demand"
    ROLE = "role"
    MARK = "mark"
    SUBJECT_LINK = "subject_link"
    VALUE_TABLE = "value_table"
    NOT_FOUND = "not_found"
    OUTDATED = "outdated"
    LOCAL_ONLY = "local_only"
    PERSONAL_DATA = "personal_data"
    RESERVED = "reserved"


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a passage that a remark rests on."""

    passage: Passage
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Remark:
    """One judgement on a draft; `says` names the sentence under the matter, `values` are what it cites."""

    matter: Matter
    outcome: Outcome
    says: str
    quotes: tuple[Quote, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    level: Level = Level.NOTICE


def quoted(claims: Iterable[Claim]) -> tuple[Quote, ...]:
    """The words of these claims."""
    return tuple(Quote(claim.passage, claim.start, claim.end) for claim in claims)


def quoted_in(sentence: Sentence, span: tuple[int, int]) -> tuple[Quote, ...]:
    """Words of a sentence, by where they stand in it."""
    return (Quote(sentence.passage, sentence.start + span[0], sentence.start + span[1]),)


def whole(passages: Iterable[Passage]) -> tuple[Quote, ...]:
    """Whole passages."""
    return tuple(Quote(passage, 0, len(passage.text)) for passage in passages)


def question(
    matter: Matter, says: str, quotes: Iterable[Quote] = (), values: Mapping[str, object] | None = None
) -> Remark:
    """What only the officer can answer: absence and open norms are never an error."""
    return Remark(matter, Outcome.UNDECIDED, says, tuple(quotes), values or {})


def fault(
    matter: Matter, level: Level, says: str, quotes: Iterable[Quote], values: Mapping[str, object] | None = None
) -> Remark:
    """What is wrong by the draft's own words or by a stated rule."""
    return Remark(matter, Outcome.NOT_MET, says, tuple(quotes), values or {}, level)

"""Names and duties that no longer exist, and European thresholds of other years."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from srtool.draft.alternatives import any_of
from srtool.draft.amounts import amounts
from srtool.draft.claim import Subject
from srtool.draft.sentence import Sentence

_WWB = any_of(r"\bWWB\b", r"\bWet\s+werk\s+en\s+bijstand\b")
_FORMER = any_of(
    "voorheen",
    r"vroeger\w*",
    r"voormalig\w*",
    "voorganger",
    "opgevolgd",
    r"vervangen\s+door",
    r"per\s+1\s+januari\s+2015",
    r"\bex-",
)
_STATEMENT = re.compile(r"doelgroep(?:en)?verklaring\w*", re.IGNORECASE)
_JOBS = any_of("banenafspraak", "doelgroepregister")
_EUROPEAN = any_of(
    r"Europe(?:se|es)\s+(?:aanbestedings?|drempel)\w*",
    r"EU[\s-]?drempel\w*",
    r"(?:aanbestedings)?drempel(?:bedrag|waarde)?\w*",
)
_STATE = any_of(
    r"\bRijk(?:s(?:beleid|overheid|norm|regel\w*|kader\w*|drempel\w*))?\b",
    r"\b(?:beleid|norm|regel\w*|drempel\w*)\s+van\s+het\s+Rijk\b",
    "landelijk beleid",
)
_DATED = re.compile(r"\b20\d\d\b")


def old_name(sentence: Sentence) -> tuple[str, int, int] | None:
    """(what, start, end) of a law or duty that is no more; not where the sentence says that it is a former one."""
    law = _WWB.search(sentence.text)
    if law is not None and not _FORMER.search(sentence.text):
        return "wwb", law.start(), law.end()
    statement = _STATEMENT.search(sentence.text)
    if statement is not None and _JOBS.search(sentence.text):
        return "target_group_statement", statement.start(), statement.end()
    return None


def old_threshold(
    sentence: Sentence, years_of: Mapping[Decimal, str], today: frozenset[Decimal]
) -> tuple[Decimal, str, int, int] | None:
    """(euro, years, start, end) of a European threshold of other years, where the sentence names no year itself."""
    if _DATED.search(sentence.text):
        return None
    for subject, value, start, end in amounts(sentence):
        if value in years_of and value not in today and (subject is Subject.THRESHOLD or is_called_european(sentence)):
            return value, years_of[value], start, end
    return None


def is_called_european(sentence: Sentence) -> bool:
    """Whether a sentence says that it speaks of the threshold, and not of a limit that an authority chose itself."""
    return _EUROPEAN.search(sentence.text) is not None


def names_the_state(sentence: Sentence) -> bool:
    """Whether a sentence appeals to the policy of the central government."""
    return _STATE.search(sentence.text) is not None


def other_than_of_the_state(sentence: Sentence, of_the_state: frozenset[Decimal]) -> tuple[Decimal, int, int] | None:
    """(euro, start, end) of a threshold that a sentence gives as that of the central government, which it is not."""
    if not of_the_state or not names_the_state(sentence):
        return None
    for subject, value, start, end in amounts(sentence):
        if subject is Subject.THRESHOLD and value not in of_the_state:
            return value, start, end
    return None

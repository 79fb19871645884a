"""In which role social return is asked: a condition of validity, a duty of the contract, an award criterion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from srtool.draft.alternatives import any_of
from srtool.draft.sentence import Sentence


class Role(StrEnum):
    VALIDITY = "validity"
    """Who does not agree is set aside."""
    CONDITION = "condition"
    """A condition of performance, in so many words."""
    DUTY = "duty"
    """The contractor must, without a name for it."""
    AWARD = "award"


_ROLES = {
    Role.VALIDITY: any_of(
        r"knock[\s-]?out",
        "geschiktheidseis",
        r"\bongeldig\w*",
        r"\bterzijde\b",
        r"niet\s+in\s+behandeling",
        r"uitgesloten\s+van\s+(?:verdere\s+)?(?:deelname|beoordeling)",
        r"voorwaarde\s+voor\s+(?:deelname|geldigheid)",
        "besteksconform",
    ),
    Role.CONDITION: any_of(
        r"uitvoeringsvoorwaard\w*",
        r"uitvoeringseis\w*",
        r"contract(?:ueel\s+)?(?:voorwaarde|eis|verplichting)",
        r"voorwaarden?\s+(?:bij|voor)\s+de\s+uitvoering",
        r"\b2\.80\b",
    ),
    Role.AWARD: any_of(
        r"gunningscriteri\w*",
        r"subgunning\w*",
        r"kwaliteitscriteri\w*",
        r"kwaliteitswens\w*",
        r"\bpunten\b",
        r"fictieve\s+korting",
    ),
    Role.DUTY: any_of(
        r"verplicht\w*",
        r"verbindt\s+zich",
        r"\bdient\b",
        r"\bdienen\b",
        r"\bmoet(?:en)?\b",
        r"\bzet\b",
        r"\bbesteedt\b",
        r"\bwendt\b",
        r"\bis\s+gehouden",
        r"\beis(?:en)?\b",
        r"\bplaatst\b",
        r"\bspant\s+zich",
        r"\brealiseert\b",
        r"\bneemt\b",
        "taakstelling",
        r"\bopgedragen\b",
        r"\breserveert\b",
        r"\bverlang(?:t|d)\b",
        r"\bdraagt\s+zorg\b",
        r"\bneemt\s+op\s+zich\b",
    ),
}
_REFUSED = re.compile(r"\b(?:geen|niet)\s+(?:een\s+|als\s+)?$", re.IGNORECASE)


def roles(sentence: Sentence) -> Iterator[tuple[Role, int, int]]:
    """The roles that a sentence names, with the words that do."""
    for role, pattern in _ROLES.items():
        match = pattern.search(sentence.text)
        if match is not None and not _REFUSED.search(sentence.text, 0, match.start()):
            yield role, match.start(), match.end()


def role_above(sentence: Sentence) -> Role | None:
    """The role that a heading above the sentence gives."""
    return next((role for role, pattern in _ROLES.items() if pattern.search(sentence.around)), None)

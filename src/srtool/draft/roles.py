"""In which role social return is asked: a condition of validity, a duty of the contract, an award criterion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

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
    Role.VALIDITY: re.compile(
        r"knock[\s-]?out|geschiktheidseis|\bongeldig\w*|\bterzijde\b|niet\s+in\s+behandeling|uitgesloten\s+van\s+(?:verdere\s+)?(?:deelname|beoordeling)"
        r"|voorwaarde\s+voor\s+(?:deelname|geldigheid)|besteksconform",
        re.IGNORECASE,
    ),
    Role.CONDITION: re.compile(
        r"uitvoeringsvoorwaard\w*|uitvoeringseis\w*|contract(?:ueel\s+)?(?:voorwaarde|eis|verplichting)|voorwaarden?\s+(?:bij|voor)\s+de\s+uitvoering"
        r"|\b2\.80\b",
        re.IGNORECASE,
    ),
    Role.AWARD: re.compile(
        r"gunningscriteri\w*|subgunning\w*|kwaliteitscriteri\w*|kwaliteitswens\w*|\bpunten\b|fictieve\s+korting",
        re.IGNORECASE,
    ),
    Role.DUTY: re.compile(
        r"verplicht\w*|verbindt\s+zich|\bdient\b|\bdienen\b|\bmoet(?:en)?\b|\bzet\b|\bbesteedt\b|\bwendt\b|\bis\s+gehouden|\beis(?:en)?\b|\bplaatst\b"
        r"|\bspant\s+zich|\brealiseert\b|\bneemt\b|taakstelling",
        re.IGNORECASE,
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

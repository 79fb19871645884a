"""Data about persons that a draft asks of a supplier."""

from __future__ import annotations

import re

from srtool.draft.alternatives import any_of
from srtool.draft.sentence import Sentence

HIDDEN = "\N{BULLET}"
"""What stands in the place of each sign of a number that may be somebody's: such numbers are not kept."""
_STANDS = re.compile(f"(?<!{HIDDEN}){HIDDEN}{{8,14}}(?!{HIDDEN})")
"""So long is a number with its spaces and full stops; a drawn line is longer."""
_NUMBER = any_of(r"\bBSN\b", r"burgerservicenummer\w*", r"sofi-?nummer\w*")
_NAMES = re.compile(
    r"\b(?:naam|namen|NAW|personalia|geboortedatum|geboortedata|adresgegevens|persoonsgegevens|kopie\s+(?:van\s+)?(?:het\s+)?(?:identiteit|paspoort)\w*)",
    re.IGNORECASE,
)
_PERSONS = any_of(
    "kandida(?:at|ten)",
    "medewerker",
    "persoon",
    "personen",
    "werknemer",
    "deelnemer",
    "doelgroep",
    "geplaatst",
    "werkzoekende",
    "ingezet",
)
_OTHERS = any_of(
    "contactpersoon",
    r"naam\s+van\s+(?:de|het)\s+(?:bedrijf|onderneming|inschrijver|opdrachtnemer|contract)",
    r"in\s+naam\s+van",
    "namens",
)
_REFUSED = any_of(
    r"\bgeen\b", r"\bzonder\b", r"\bniet\b", r"\bnooit\b", "geanonimiseerd", "anoniem", "verwijder", "onherleidbaar"
)


def number_that_stands(sentence: Sentence) -> tuple[int, int] | None:
    """Where a number stands in a sentence that may be a citizen service number."""
    match = _STANDS.search(sentence.text)
    return None if match is None else match.span()


def is_called_citizen_number(sentence: Sentence) -> bool:
    """Whether a sentence speaks of such numbers."""
    return _NUMBER.search(sentence.text) is not None


def citizen_number(sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence asks for citizen service numbers."""
    match = _NUMBER.search(sentence.text)
    return None if match is None or _REFUSED.search(sentence.text) else match.span()


def names(sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence asks for names, addresses or birth dates of people who are placed."""
    match = _NAMES.search(sentence.text)
    is_other = _REFUSED.search(sentence.text) or _OTHERS.search(sentence.text) or not _PERSONS.search(sentence.text)
    return None if match is None or is_other else match.span()

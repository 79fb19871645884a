"""Data about persons that a draft asks of a supplier."""

from __future__ import annotations

import re

from srtool.draft.sentence import Sentence

_NUMBER = re.compile(r"\bBSN\b|burgerservicenummer\w*|sofi-?nummer\w*", re.IGNORECASE)
_NAMES = re.compile(
    r"\b(?:naam|namen|NAW|personalia|geboortedatum|geboortedata|adresgegevens|persoonsgegevens|kopie\s+(?:van\s+)?(?:het\s+)?(?:identiteit|paspoort)\w*)",
    re.IGNORECASE,
)
_PERSONS = re.compile(
    r"kandida(?:at|ten)|medewerker|persoon|personen|werknemer|deelnemer|doelgroep|geplaatst|werkzoekende|ingezet",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"contactpersoon|naam\s+van\s+(?:de|het)\s+(?:bedrijf|onderneming|inschrijver|opdrachtnemer|contract)|in\s+naam\s+van|namens",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\bgeen\b|\bzonder\b|\bniet\b|geanonimiseerd|anoniem|verwijder|onherleidbaar", re.IGNORECASE)


def citizen_number(sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence asks for citizen service numbers."""
    match = _NUMBER.search(sentence.text)
    return None if match is None or _REFUSED.search(sentence.text) else match.span()


def names(sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence asks for names, addresses or birth dates of people who are placed."""
    match = _NAMES.search(sentence.text)
    is_other = _REFUSED.search(sentence.text) or _OTHERS.search(sentence.text) or not _PERSONS.search(sentence.text)
    return None if match is None or is_other else match.span()

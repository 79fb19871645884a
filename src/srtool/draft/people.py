"""A demand in people, which is only clear with hours and a term; and demands that nobody can answer for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srtool.draft.sentence import Sentence

_COUNT = r"\d{1,3}|één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien"
_PEOPLE = re.compile(
    rf"\b(?P<count>{_COUNT})\s*(?:\((?:{_COUNT}|\d+)\)\s*)?(?:\w+\s+){{0,3}}?"
    r"(?P<who>personen|persoon|kandida(?:at|ten)|medewerkers?|werkzoekenden?|deelnemers?|mensen|fte'?s?\b|arbeidsplaats(?:en)?"
    r"|leerlingen?|leerwerkplek(?:ken)?|werkervaringsplaats(?:en)?|leerwerkplaats(?:en)?|stagiaire?s?|stagepl(?:aats|aatsen|ek|ekken)|bijstandsgerechtigden?|werklozen?)\b",
    re.IGNORECASE,
)
_DEMAND = re.compile(
    r"\bplaats(?:t|en|ing)\b|\bte\s+plaatsen"
    r"|\bneemt\b|\baan\s+te\s+nemen|\bin\s+dienst|\bzet\b|\bin\s+te\s+zetten|\binzet(?:ten)?\b|\baan\s+het"
    r"\s+werk"
    r"|\bbiedt\b|\bte\s+bieden|\bstelt\b[^.;]{0,40}\bter\s+beschikking|\bte\s+werk\s+te\s+stellen|\bstelt\b[^.;]{0,60}\bte\s+werk|\brealiseer\w*|\brealiseren"
    r"|\bdetacher\w+|\baanstell\w+|\bmoeten?\b|\bdienen\b|\bdient\b|minimaal|ten\s+minste|tenminste|minstens",
    re.IGNORECASE,
)
_NO_DEMAND = re.compile(
    r"contactpersoon|per\s+(?:persoon|kandidaat|medewerker)|(?:persoon|kandidaat|medewerker)\s+(?:telt|mag|kan)\b|\bvoorbeeld|personen\s+die\s+toegang",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"\buren\b|\buur\b|\bfte\b|\bfte's\b|full[\s-]?time|voltijds?\b|deeltijd|part[\s-]?time|werkweek|dagdelen|dagen\s+per\s+week",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"\bmaand(?:en)?\b|\bjaar\b|\bjaren\b|\bweken\b|\bweek\b(?<!per week)|looptijd|gedurende|contract(?:duur|periode)|duur\s+van",
    re.IGNORECASE,
)
_OUTFLOW = re.compile(
    r"(?:garand\w+|gegarandeer\w+|\bgarantie)[^.;]{0,60}(?:uitstroom|doorstroom|vast(?:e)?\s+(?:baan|dienstverband|contract))"
    r"|(?:uitstroom|doorstroom|vaste?\s+(?:baan|dienstverband|contract))[^.;]{0,60}(?:garand\w+|gegarandeer\w+|\bgarantie)|(?:uitstroom|baan)garantie",
    re.IGNORECASE,
)
_PAYMENT = re.compile(
    r"(?:stor(?:t|ten|ting)|betal(?:en|ing)|betaalt|afdra(?:gen|cht)|draagt|bijdrage|afkopen|afkoop\w*)[^.;]{0,70}(?:fonds\b|social[\s-]return[\s-]?pot)"
    r"|(?:fonds\b)[^.;]{0,60}(?:stor(?:t|ten)|betal(?:en|ing)|betaalt|gestort|afgekocht)|\bafkoop(?:som|regeling)|\bafkopen\b|\bafgekocht\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\bgeen\b|\bniet\b|\bzonder\b|uitgesloten|onmogelijk|evenmin", re.IGNORECASE)


def people_asked(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """(how many, start, end) of people that a sentence demands."""
    if not _DEMAND.search(sentence.text) or _NO_DEMAND.search(sentence.text):
        return
    for match in _PEOPLE.finditer(sentence.text):
        if not sentence.start + match.start() and match["who"][0].isupper():
            continue  # the number of a list, typed before its first word
        yield match["count"].lower(), match.start(), match.end()


def has_hours(text: str) -> bool:
    """Whether it says how much of a week is meant."""
    return _HOURS.search(text) is not None


def has_term(text: str) -> bool:
    """Whether it says for how long."""
    return _TERM.search(text) is not None


def guaranteed_outflow(sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence demands a guarantee that people find lasting work."""
    return _unless_refused(_OUTFLOW, sentence)


def payment_into_a_fund(sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence lets the duty be paid instead of done."""
    return _unless_refused(_PAYMENT, sentence)


def _unless_refused(pattern: re.Pattern[str], sentence: Sentence) -> tuple[int, int] | None:
    match = pattern.search(sentence.text)
    return None if match is None or _NOT.search(sentence.text) else match.span()

"""A demand in people, which is only clear with hours and a term; and demands that nobody can answer for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srtool.draft.sentence import Sentence

_COUNT = r"\d{1,3}|één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien"
_GROUP = (
    r"kandida(?:at|ten)|werkzoekenden?|deelnemers?|fte'?s?\b|arbeidsplaats(?:en)?|leerlingen?|(?:leer)?werkplek(?:ken)?"
    r"|werkervarings(?:plaats(?:en)?|plek(?:ken)?)|(?:leer)?werkplaats(?:en)?|stagiaire?s?"
    r"|stage(?:plaats(?:en)?|plek(?:ken)?)"
    r"|bijstandsgerechtigden?|uitkeringsgerechtigden?|werklozen?|wajongers?|statushouders?"
    r"|vluchtelingen?|nuggers?|jongeren|bbl'?ers?"
)
_PEOPLE = re.compile(
    rf"(?<![\d.,])\b(?P<count>{_COUNT})\s*(?:\((?:{_COUNT}|\d+)\)\s*)?(?:(?!per\b|euro\b|uur\b"
    rf"|uren\b)[\w-]+\s+){{0,3}}?"
    rf"(?P<who>(?P<group>{_GROUP})|personen|persoon|medewerkers?|werknemers?|mensen)\b",
    re.IGNORECASE,
)
_DEMAND = re.compile(
    r"\bplaats(?:t|en|ing)\b|\bte\s+plaatsen|\bneemt\b|\baan\s+te\s+nemen|\baannemen\b|\bin\s+dienst"
    r"|\bzet\b|\bin\s+te\s+zetten"
    r"|\binzet(?:ten)?\b|\baan\s+het\s+werk|\bbiedt\b|\bte\s+bieden|aangeboden|\bte\s+werk\b"
    r"|ter\s+beschikking|beschikbaar\s+gesteld"
    r"|\brealiseer\w*|\brealiseren|gerealiseerd|\bdetacher\w+|\baanstell\w+|\bcreëert\b|gecreëerd"
    r"|\bgeplaatst\b|\bingezet\b",
    re.IGNORECASE,
)
_LEAST = re.compile(r"\bmoeten?\b|\bdienen\b|\bdient\b|minimaal|ten\s+minste|tenminste|minstens", re.IGNORECASE)
_NO_DEMAND = re.compile(
    r"contactpersoon|per\s+(?:persoon|kandidaat|medewerker)|(?:persoon|kandidaat"
    r"|medewerker)\s+(?:telt|mag|kan)\b|\bvoorbeeld"
    r"|personen\s+die\s+toegang|\baanwezig\b|van\s+de\s+opdrachtgever|\bgesprek",
    re.IGNORECASE,
)
_HOURS = re.compile(
    (
        r"\buren\b|\buur\b|\bfte\b|\bfte's\b|full[\s-]?time|voltijds?\b|deeltijd|part[\s-]?time|werkweek"
        r"|dagdelen|dagen\s+per\s+week"
    ),
    re.IGNORECASE,
)
_TERM = re.compile(
    (
        r"\bmaand(?:en)?\b|\bjaar\b|\bjaren\b|\bweken\b|\bweek\b(?<!per week)|looptijd|gedurende"
        r"|contract(?:duur|periode)|duur\s+van"
    ),
    re.IGNORECASE,
)
_OUTFLOW = re.compile(
    r"(?:garan[dt]\w*|gegarandeer\w+)[^.;]{0,60}(?:uitstroom|doorstroom|vast(?:e)?\s+(?:baan|dienstverband|contract))"
    r"|(?:uitstroom|doorstroom|vaste?\s+(?:baan|dienstverband|contract))[^.;]{0,60}(?:garan[dt]\w*"
    r"|gegarandeer\w+)|(?:uitstroom|baan)garantie",
    re.IGNORECASE,
)
_PAYMENT = re.compile(
    r"(?:stor(?:t|ten|ting)|voldoen|voldaan|betal(?:en|ing)|betaalt|afdra(?:gen|cht)|draagt|bijdrage"
    r"|afkopen|afkoop\w*)[^.;]{0,70}(?:fonds\b|social[\s-]return[\s-]?pot)"
    r"|(?:fonds\b)[^.;]{0,60}(?:stor(?:t|ten)|betal(?:en|ing)|betaalt|gestort|afgekocht)"
    r"|\bin\s+geld\s+(?:te\s+|worden\s+)?(?:voldoen|voldaan|nakomen)|\bafkoop(?:som|regeling)"
    r"|\bafkopen\b|\bafgekocht\b|\baf\s+te\s+kopen\b|\bkoopt\b[^.;]{0,40}\baf\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\bgeen\b|\bniet\b|\bzonder\b|uitgesloten|onmogelijk|evenmin", re.IGNORECASE)


def people_asked(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """(how many, start, end) of people that a sentence demands."""
    if _NO_DEMAND.search(sentence.text):
        return
    is_asked, is_least = _DEMAND.search(sentence.text), _LEAST.search(sentence.text)
    for match in _PEOPLE.finditer(sentence.text):
        if not (is_asked or (is_least and match["group"])):
            continue
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

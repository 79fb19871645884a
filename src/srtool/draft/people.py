"""A demand in people, which is only clear with hours and a term; and demands that nobody can answer for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srtool.draft.alternatives import any_of
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
    rf"(?<![\d.,])\b(?P<count>{_COUNT})\s*(?:\((?:{_COUNT}|\d+)\)\s*)?(?:(?!per\b|euro\b|uur\b|uren\b|A4\b|hoe\b)[\w-]+\s+){{0,3}}?"
    rf"(?P<who>(?P<group>{_GROUP})|personen|persoon|medewerkers?|werknemers?|mensen)\b",
    re.IGNORECASE,
)
_DEMAND = any_of(
    r"\bplaats(?:t|en|ing)\b",
    r"\bte\s+plaatsen",
    r"\bneemt\b",
    r"\baan\s+te\s+nemen",
    r"\baannemen\b",
    r"\bin\s+dienst",
    r"\bzet\b",
    r"\bin\s+te\s+zetten",
    r"\binzet(?:ten)?\b",
    r"\baan\s+het\s+werk",
    r"\bbiedt\b",
    r"\bte\s+bieden",
    "aangeboden",
    r"\bte\s+werk\b",
    r"ter\s+beschikking",
    r"beschikbaar\s+gesteld",
    r"\brealiseer\w*",
    r"\brealiseren",
    "gerealiseerd",
    r"\bdetacher\w+",
    r"\baanstell\w+",
    r"\bte\s+geven\b",
    r"\bgeeft\b",
    r"\bbetrekt\b",
    r"\bcreëert\b",
    "gecreëerd",
    r"\bgeplaatst\b",
    r"\bingezet\b",
)
_LEAST = any_of(r"\bmoeten?\b", r"\bdienen\b", r"\bdient\b", "minimaal", r"ten\s+minste", "tenminste", "minstens")
_NO_DEMAND = any_of(
    "contactpersoon",
    r"per\s+(?:persoon|kandidaat|medewerker)",
    r"(?:persoon|kandidaat|medewerker)\s+(?:telt|mag|kan)\b",
    r"\bvoorbeeld",
    r"personen\s+die\s+toegang",
    r"\baanwezig\b",
    r"van\s+de\s+opdrachtgever",
    r"\bgesprek",
)
_HOURS = any_of(
    r"\buren\b",
    r"\buur\b",
    r"\bfte\b",
    r"\bfte's\b",
    r"full[\s-]?time",
    r"voltijds?\b",
    "deeltijd",
    r"part[\s-]?time",
    "werkweek",
    "dagdelen",
    r"dagen\s+per\s+week",
)
_TERM = any_of(
    r"\bmaand(?:en)?\b",
    r"\bjaar\b",
    r"\bjaren\b",
    r"\bweken\b",
    r"\bweek\b(?<!per week)",
    "looptijd",
    "gedurende",
    "contract(?:duur|periode)",
    r"duur\s+van",
)
_GUARANTEES = r"(?:garan[dt]\w*|gegarandeer\w+|sta(?:at|an)\s+er(?:voor|\s+voor)\s+in|zorgt\s+ervoor|verzekert)"
_LASTING_WORK = (
    r"(?:uitstroom|doorstroom|vaste?\s+(?:baan|dienstverband|contract|aanstelling|werk)|onbepaalde\s+tijd|baanbehoud"
    r"|behoud\s+van\s+(?:het\s+|hun\s+)?(?:werk|baan)|regulier\s+werk"
    r"|in\s+(?:vaste\s+)?dienst\s+(?:te\s+)?(?:blij|hou|genomen|worden|kom|tre)\w*)"
)
_OUTFLOW = any_of(
    rf"{_GUARANTEES}[^.;]{{0,80}}{_LASTING_WORK}",
    rf"{_LASTING_WORK}[^.;]{{0,60}}(?:garan[dt]\w*|gegarandeer\w+)",
    "(?:uitstroom|baan|werk)garantie",
)
_PAYMENT = any_of(
    r"(?:stor(?:t|ten|ting)|voldoen|voldaan|betal(?:en|ing)|betaalt|afdra(?:gen|cht)|draagt|bijdrage|afkopen|afkoop\w*)[^.;]{0,70}(?:fonds\b|social[\s-]return[\s-]?pot)",
    r"(?:fonds\b)[^.;]{0,60}(?:stor(?:t|ten)|betal(?:en|ing)|betaalt|gestort|afgekocht)",
    r"\bin\s+geld\s+(?:te\s+|worden\s+)?(?:voldoen|voldaan|nakomen)",
    r"\bafkoop(?:som|regeling)",
    r"\bafkopen\b",
    r"\bafgekocht\b",
    r"\baf\s+te\s+kopen\b",
    r"\bkoopt\b[^.;]{0,40}\baf\b",
)
_CONDITION = re.compile(r"[^;]*,\s*dan\b", re.IGNORECASE)
"""Before a consequence: "lukt dat niet, dan mag hij het bedrag storten" refuses nothing."""
_NOT = any_of(r"\bgeen\b", r"\bniet\b", r"\bzonder\b", "uitgesloten", "onmogelijk", "evenmin")


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
    if match is None:
        return None
    condition = _CONDITION.match(sentence.text, 0, match.start())
    return None if _NOT.search(sentence.text, condition.end() if condition else 0) else match.span()

"""What a percentage is of: the words for it are no synonyms in money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from srtool.draft.alternatives import any_of
from srtool.draft.sentence import Sentence


class Family(StrEnum):
    """Bases that may be meant for the same thing."""

    CONTRACT = "contract"
    WAGES = "wages"
    INVOICED = "invoiced"
    YEARLY = "yearly"
    UNKNOWN = "unknown"
    """Words that are none of the bases that social return is reckoned over."""


FAMILIES = {
    "aanneemsom": Family.CONTRACT,
    "opdrachtsom": Family.CONTRACT,
    "inschrijfsom": Family.CONTRACT,
    "opdrachtwaarde": Family.CONTRACT,
    "contractwaarde": Family.CONTRACT,
    "loonsom": Family.WAGES,
    "loonkosten": Family.WAGES,
    "gefactureerde omzet": Family.INVOICED,
    "omzet": Family.INVOICED,
    "jaaromzet": Family.YEARLY,
}
"""The family of each basis, by its Dutch word."""


def family(name: str) -> Family:
    """The family of a basis by its Dutch word, also of one that is not known."""
    return FAMILIES.get(name, Family.UNKNOWN)


_WORDS = {
    "aanneemsom": r"aanne(?:em|mings?)som(?:men)?",
    "opdrachtsom": r"opdracht(?:som|sommen|bedrag)",
    "inschrijfsom": r"inschrij(?:f|vings)(?:som|prijs|bedrag)",
    "opdrachtwaarde": (
        r"opdrachtwaarde"
        r"|waarde\s+van\s+(?:de|het|elke|iedere|een)\s+(?:nadere\s+)?(?:opdracht|overeenkomst|contract|werk)"
    ),
    "contractwaarde": (
        r"(?:contract|offerte|project|bouw)(?:waarde|som|bedrag)|totaalbedrag|overeengekomen\s+prijs"
        r"|totaalprijs|koop(?:som|prijs)|aankoop(?:som|bedrag|waarde)|bestelwaarde|leveringswaarde"
    ),
    "loonsom": r"loonsom",
    "loonkosten": r"loonkosten|arbeidskosten|loonkostensom|personeelskosten|salariskosten",
    "jaaromzet": (
        r"(?:gerealiseerde\s+)?jaaromzet|jaarlijkse\s+(?:gefactureerde\s+)?\w*omzet|omzet\s+(?:per\s+(?:kalender|contract)?jaar"
        r"|op\s+jaarbasis)"
    ),
    "gefactureerde omzet": (
        r"ge(?:factureer|declareer)de?\s+(?:\w*omzet|bedrag(?:en)?|waarde|som)|in\s+rekening\s+gebrachte|factuur(?:waarde|bedrag)"
        r"|gerealiseerde\s+\w*omzet|inkomsten\s+uit|(?:som|bedrag(?:en)?|omzet)\s+(?:die|dat|welke?)\s+(?:\w+\s+){0,9}?"
        r"(?:(?:ge)?(?:factureer|declareer)[dt]|in\s+rekening\s+(?:brengt|gebracht))"
    ),
    "omzet": r"\b\w*omzet",
}
_UNKNOWN = re.compile(
    r"\b(?:(?:netto|bruto|bedrijfs|jaar)?-?winst(?:marge)?|(?:netto|bedrijfs)?resultaat|marge|kostprijs"
    r"|(?:bouw|project|materiaal|inkoop|investerings|uitvoerings|advies|begeleidings|stichtings)kosten"
    r"|(?:project|jaar|opleidings|inkoop)?budget|honorarium|subsidie(?:bedrag)?|inkoopvolume|eenheidsprij(?:s|zen))\b",
    re.IGNORECASE,
)
BASIS = re.compile("|".join(f"(?P<b{number}>{word})" for number, word in enumerate(_WORDS.values())), re.IGNORECASE)
_NAMES = tuple(_WORDS)
_AFTER_PERCENTAGE = re.compile(
    (
        r"[\s,)]*(?:\([^)]*\)\s*)?(?:social[\s-]return\s+"
        r"|SROI\s+)?(?:\([^)]*\)\s*)?(?:\w+\s+){0,3}?(?:van|over)\s+(?:\w+\s+){0,6}?$"
    ),
    re.IGNORECASE,
)
_OVER = re.compile(r"\b(?:over|van)\s+(?:\w+\s+){1,3}$", re.IGNORECASE)
_THEN = re.compile(
    r"(?:\s+\([^)]*\))?\s+(?:(?:dient|moet|wordt|zet|besteedt|is)\s+(?:\w+\s+){0,4}"
    r"|(?:(?:minimaal|minstens|tenminste|ten\s+minste|een\s+deel\s+van)\s+)?)",
    re.IGNORECASE,
)
_CALCULATED = any_of(
    r"(?:berekend|gerekend|bepaald|vastgesteld|gebaseerd|uitgedrukt|(?:af)?gemeten)\s+(?:over|op|in|aan|naar|aan\s+de\s+hand\s+van|op\s+basis\s+van)\s+(?:\w+\s+){0,5}?$",
    r"(?:op\s+basis\s+van|uitgegaan\s+van|uitgaande\s+van|afgeleid\s+van|gerelateerd\s+aan)\s+(?:\w+\s+){0,5}?$",
    r"(?:grondslag|\w*basis)\s+(?!van\b)[^.;]{0,60}$",
    r"betrekking\s+op\s+(?:\w+\s+){0,3}?$",
    r"(?:percentage|deel|gedeelte)\s+van\s+(?:\w+\s+){0,4}?$",
)


def basis_after(text: str, end: int) -> tuple[str, int, int] | None:
    """The basis that directly follows a percentage which ends here, with where it stands."""
    return _after(BASIS, text, end)


def unknown_basis_after(text: str, end: int) -> tuple[str, int, int] | None:
    """The same for a word that is none of those bases, such as the profit."""
    return _after(_UNKNOWN, text, end)


def _after(pattern: re.Pattern[str], text: str, end: int) -> tuple[str, int, int] | None:
    match = pattern.search(text, end, end + 130)
    if match is None or not _AFTER_PERCENTAGE.fullmatch(text[end : match.start()]):
        return None
    name = _name(match) if pattern is BASIS else match[0].lower()
    return name, match.start(), match.end()


def basis_before(text: str, start: int) -> tuple[str, int, int] | None:
    """The basis of a percentage that stands after it: "over de loonsom dient 5% te worden ingezet"."""
    matches = list(BASIS.finditer(text, max(0, start - 110), start))
    if not matches or not _OVER.search(text, 0, matches[-1].start()):
        return None
    return (_name(matches[-1]), *matches[-1].span()) if _THEN.fullmatch(text[matches[-1].end() : start]) else None


def calculated_bases(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """The bases that a sentence names as what is counted with, apart from a percentage."""
    is_about_basis = re.search(r"grondslag|berekeningsbasis|berekend over", sentence.around, re.IGNORECASE) is not None
    for match in BASIS.finditer(sentence.text):
        if _CALCULATED.search(sentence.text, 0, match.start()) or (is_about_basis and len(sentence.text) < 60):
            yield _name(match), match.start(), match.end()


def _name(match: re.Match[str]) -> str:
    return next(name for number, name in enumerate(_NAMES) if match[f"b{number}"])

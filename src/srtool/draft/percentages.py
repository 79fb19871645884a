"""Percentages, and what each of them is: what is asked, or one of the many others that stand in a tender text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from srtool.draft.bases import basis_after
from srtool.draft.bearing import ANCHOR
from srtool.draft.sentence import Sentence

_WORDS = {
    "half": "0.5",
    "één": "1",
    "een": "1",
    "anderhalf": "1.5",
    "twee": "2",
    "tweeënhalf": "2.5",
    "twee en een half": "2.5",
    "drie": "3",
    "vier": "4",
    "vijf": "5",
    "zes": "6",
    "zeven": "7",
    "acht": "8",
    "negen": "9",
    "tien": "10",
    "vijftien": "15",
    "twintig": "20",
}
_PERCENTAGE = re.compile(
    r"(?<![\d.,])(?P<figure>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:\([a-zë ]+\)\s?)?(?:%|procent\b)"
    rf"|\b(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))})\s(?:\(\d{{1,3}}\)\s)?procent\b",
    re.IGNORECASE,
)
_REACH = 70


class Use(StrEnum):
    """What a percentage is about."""

    DEMAND = "demand"
    HIGHER = "higher"
    """What a bidder may offer more, as award criterion."""
    VAT = "vat"
    WEIGHT = "weight"
    PSO = "pso"
    RESERVED = "reserved"
    CONSEQUENCE = "consequence"
    LABOUR_SHARE = "labour_share"
    PART_OF_DUTY = "part_of_duty"
    """How much of the duty something may fill, or how far it counts."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Percentage:
    """A percentage in a sentence; 5 for 5%."""

    value: Decimal
    use: Use
    sentence: Sentence
    start: int
    end: int

    @property
    def before(self) -> str:
        return self.sentence.text[max(0, self.start - _REACH) : self.start]

    @property
    def after(self) -> str:
        return self.sentence.text[self.end : self.end + _REACH]


def percentages(sentence: Sentence) -> Iterator[Percentage]:
    """The percentages of a sentence, each with its use."""
    for match in _PERCENTAGE.finditer(sentence.text):
        figure = match["figure"]
        value = Decimal(figure.replace(",", ".") if figure else _WORDS[match["word"].lower()])
        bare = Percentage(value, Use.OTHER, sentence, match.start(), match.end())
        yield Percentage(value, _use(bare), sentence, match.start(), match.end())


def _use(percentage: Percentage) -> Use:
    return next((use for use, holds in _USES if holds(percentage)), Use.OTHER)


def _near(pattern: str) -> Callable[[Percentage], bool]:
    """Whether the words stand near the percentage, or above or beside the cell that it stands in."""
    words = re.compile(pattern, re.IGNORECASE)

    def holds(percentage: Percentage) -> bool:
        cell = percentage.sentence.passage.cell
        beside = "" if cell is None else f"{cell.row_heading} {cell.column_heading}"
        return any(words.search(text) for text in (percentage.before[-45:], percentage.after[:45], beside))

    return holds


def _before(pattern: str) -> Callable[[Percentage], bool]:
    words = re.compile(rf"(?:{pattern})\s*(?:\w+\s+){{0,2}}$", re.IGNORECASE)
    return lambda percentage: words.search(percentage.before) is not None


def _after(pattern: str) -> Callable[[Percentage], bool]:
    words = re.compile(rf"[\s)]*(?:{pattern})", re.IGNORECASE)
    return lambda percentage: words.match(percentage.after) is not None


def _has_basis(percentage: Percentage) -> bool:
    return basis_after(percentage.sentence.text, percentage.end) is not None


_is_vat_near = _near(r"\bbtw\b|omzetbelasting")
_is_weight_near = _near(
    r"\bweeg|\bweging|gewicht|\bpunten\b|\bscore\b|\bprijs\b|\bkwaliteit\b|beoordeling|fictieve\s+korting"
)
_is_pso_near = _near(r"\bPSO\b|prestatieladder|\btrede\b|aspirant|\bniveau\s+[123]\b")
_is_of_staff = _after(
    r"van\s+(?:\w+\s+){0,4}?(?:werknemers|medewerkers|personeel|personeelsbestand|arbeidskrachten|fte)"
)
_is_reserved_near = _near(r"2\.82|voorbehoud|sociale\s+werkplaats|hoofddoel")
_is_consequence_before = _before(
    r"boete|malus|korting|inhouding|verreken\w*|ingehouden|in\s+mindering|schadevergoeding|verhoogd\s+met|rente|inhoud(?:en|t)"
)
_is_of_shortfall = _after(
    r"van\s+(?:de|het)\s+(?:bedrag\s+dat\s+|deel\s+dat\s+)?(?:niet|tekort|resterende?|openstaande?|ontbrekende?|verschil|nog|te\s+weinig|onvervulde?|deel\s+dat)"
)
_is_after_labour = re.compile(
    r"(?:loon\w*|arbeid\w*|arbeidscomponent)\b[^.;]{0,60}?(?:minder|lager|kleiner|meer|hoger|groter|bedraagt|uitmaakt|beslaat|onder|boven)\b[^.;%]{0,25}$",
    re.IGNORECASE,
)
_is_before_labour = _after(
    r"(?:of\s+(?:meer|minder)\s+)?(?:\w+\s+){0,4}?(?:uit\s+)?(?:arbeid\b|arbeidscomponent|arbeidsaandeel|loonaandeel|uit\s+loon)"
)
_is_charges_near = _near(r"werkgeverslasten|sociale\s+lasten|opslag\b|werkgeverskosten|vakantie(?:geld|toeslag)")
_is_of_duty = _after(
    r"van\s+(?:de|het|deze|die|zijn|haar)\s+(?:\w+\s+){0,2}?"
    r"(?:(?:social[\s-]return|SROI|SR)?[\s-]?(?:verplichting|taakstelling|opgave|opgaaf|eis|inzet|invulling)\b|inspanningswaarde|factuur|kosten)"
    r"|van\s+(?:de\s+)?(?:social[\s-]return|SROI)\b"
)
_is_counted = _before(r"\b(?:telt|tellen|geteld|meegeteld|gewaardeerd|waardering)\s+(?:\w+\s+){0,2}?(?:voor|tegen|op)")
_is_upwards = _before(
    r"\btot(?:\s+(?:maximaal|en\s+met|ten\s+hoogste|wel))?|oplopend\s+tot|meer\s+dan|hoger\s+dan|boven(?:op)?(?:\s+de)?|maximaal|ten\s+hoogste"
)
_is_award = re.compile(
    r"gunningscriteri|subgunning|\bpunten\b|beoordel|hoger\s+percentage|extra|meerwaarde|inschrijver\s+(?:kan|mag)\b",
    re.IGNORECASE,
)
_is_asked = re.compile(
    r"verplicht|\binzet|in\s+te\s+zetten|\bzet\b|\bzetten\b|bested|besteed|aanwend|aan\s+te\s+wenden|\bnorm\b|\beis\b|\beist\b|inspanning|\binvul"
    r"|percentage|bedraagt|ten\s+minste|tenminste|minimaal|minstens|social[\s-]return|\bSROI\b",
    re.IGNORECASE,
)


def _is_vat(percentage: Percentage) -> bool:
    return percentage.value in (0, 9, 21) and _is_vat_near(percentage)


def _is_weight(percentage: Percentage) -> bool:
    return _is_weight_near(percentage) and not _has_basis(percentage)


def _is_pso(percentage: Percentage) -> bool:
    return _is_pso_near(percentage) and not _has_basis(percentage)


def _is_reserved(percentage: Percentage) -> bool:
    return _is_of_staff(percentage) or (_is_reserved_near(percentage) and not _has_basis(percentage))


def _is_consequence(percentage: Percentage) -> bool:
    return _is_of_shortfall(percentage) or _is_consequence_before(percentage) or percentage.value > 100


def _is_labour_share(percentage: Percentage) -> bool:
    return _is_after_labour.search(percentage.before) is not None or _is_before_labour(percentage)


def _is_part_of_duty(percentage: Percentage) -> bool:
    return (
        _is_of_duty(percentage)
        or _is_counted(percentage)
        or (_is_charges_near(percentage) and not _has_basis(percentage))
    )


def _is_higher(percentage: Percentage) -> bool:
    sentence = percentage.sentence
    return _is_upwards(percentage) and _is_award.search(f"{sentence.text}\n{sentence.around}") is not None


def _is_demand(percentage: Percentage) -> bool:
    sentence = percentage.sentence
    cell = sentence.passage.cell
    beside = "" if cell is None else f"{cell.row_heading} {cell.column_heading}"
    is_in_row = bool(cell) and (ANCHOR.search(beside) or _is_asked.search(beside) or ANCHOR.search(sentence.around))
    return _has_basis(percentage) or _is_asked.search(sentence.text) is not None or bool(is_in_row)


_USES: tuple[tuple[Use, Callable[[Percentage], bool]], ...] = (
    (Use.VAT, _is_vat),
    (Use.LABOUR_SHARE, _is_labour_share),
    (Use.CONSEQUENCE, _is_consequence),
    (Use.PART_OF_DUTY, _is_part_of_duty),
    (Use.RESERVED, _is_reserved),
    (Use.PSO, _is_pso),
    (Use.HIGHER, _is_higher),
    (Use.WEIGHT, _is_weight),
    (Use.DEMAND, _is_demand),
)
"""In the order in which they are tried: the first that holds is the use."""

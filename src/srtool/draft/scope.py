"""For what a sentence holds: which lots, which phase, under which condition, or only as an example or as it was."""

from __future__ import annotations

import re

from srtool.draft.alternatives import any_of
from srtool.draft.sentence import Sentence
from srtool.lazy_dataclass import dataclass

_LOTS = re.compile(
    r"\b[Pp]erce(?:el|len)\s+((?:\d{1,2}|[A-Z])\b(?:\s*(?:,|en|&|/|t/m|tot en met)\s*(?:\d{1,2}|[A-Z])\b)*)"
)
_RANGE = re.compile(r"(\d{1,2})\s*(?:t/m|tot en met)\s*(\d{1,2})")
_NUMBERED = re.compile(r"\s*(\d{1,2}|[A-Z])\b(?!\s*%)")
_IS_ABOVE_PARTS = any_of(
    "perce", r"\blot\b", "soort", "type", "categorie", "deelopdracht", r"\w*jaar\b", "periode", "fase"
)
_ONE_LOT = re.compile(r"\d{1,2}|\b[A-Z]\b")
_PHASE = any_of(
    r"\b(?:initiële|oorspronkelijke|vaste)\s+(?:looptijd|contract(?:duur|periode)|periode|termijn)",
    r"\b(?:eerste|tweede|derde|vierde|vijfde|laatste|\d{1,2}e)\s+(?:contract|uitvoerings)?jaar\b",
    r"\b(?:contract)?jaar\s+\d\b",
    r"\bfase\s+\d",
    r"\b(?:tijdens|in|bij|voor|gedurende)\s+(?:de\s+|een\s+|elke?\s+|ieder\s+)?(?:optie(?:jaar|jaren|periode)|verlenging\w*)",
    r"\b(?:vanaf|per|met\s+ingang\s+van|in)\s+(?:\d{1,2}\s+)?(?:\w+\s+)?20\d\d\b",
    r"\bna\s+afloop\b",
    r"\bbij\s+einde\b",
    r"\beindafrekening\b",
    r"\b(?:voorlopig|definitief)\s+(?:vastgesteld|berekend|bepaald)",
    r"\b(?:voorlopige|definitieve)\s+(?:verplichting|waarde|vaststelling|berekening)",
)
_CONDITION = any_of(
    r"\b(?:indien|als|wanneer|mits|tenzij|voor\s+zover|bij|voor)\b[^.;]{0,90}(?:arbeids(?:component|aandeel|intensie|extensie)\w*|kapitaal(?:intensie|extensie)\w*)",
    r"\b(?:loon\w*|arbeid\w*)\b[^.;]{0,45}\b(?:minder|lager|meer|hoger|groter|kleiner|bedraagt|onder|boven)\b[^.;]{0,20}\d\s?%",
    r"\b(?:minder|meer|kleiner|groter)\s+dan\s+\d+\s+(?:fte|medewerkers|werknemers)",
    r"\b(?:mkb|zzp)\b",
    r"\b(?:boven|vanaf|onder|tot|tot\s+en\s+met|minder\s+dan|meer\s+dan|hoger\s+dan|lager\s+dan|groter\s+dan|kleiner\s+dan|tussen)\s+(?:de\s+|een\s+bedrag\s+van\s+)?(?:€|\bEUR\b|\beuro\b|\d[\d.,]*\s*(?:euro|miljoen|mln))",
)
_KIND = re.compile(r"\b(?:voor|bij)\s+(?:opdrachten\s+voor\s+)?(?:werken|leveringen|diensten)\b", re.IGNORECASE)
_EXAMPLE = any_of("voorbeeld", r"\bbijv\.", r"\bb\.?v\.\s", r"\bstel(?:\s+dat|:|\s+de)\b")
_WAS = re.compile(r"(?:vraag|was|oude?|huidige?|oorspronkelijke?|vervallen|voorheen)\b", re.IGNORECASE)
_SIZE = any_of(
    "€", r"\beuro\b", r"\bEUR\b", r"\bmiljoen\b", r"\bmln\b", "arbeidscomponent", "arbeidsaandeel", "aandeel arbeid"
)
_AWARD = any_of("gunningscriteri", "subgunning", "kwaliteitscriteri", "kwaliteitswens")
_LAPSES = re.compile(
    r"[^.;%]{0,40}\b(?:vervalt|komt\s+te\s+vervallen|wordt\s+(?:gewijzigd|vervangen|verlaagd|verhoogd|bijgesteld))\b(?!\s+niet)"
)
_REACH = 80
"""How far from a value, in characters, the phase may stand that it holds for."""


@dataclass(frozen=True, slots=True)
class Scope:
    """For what something holds that a sentence says."""

    lots: frozenset[str] = frozenset()
    """Numbers or letters of lots; empty for all of them."""
    phase: str = ""
    """A part of the term, in the words of the text; empty for the whole of it."""
    is_conditional: bool = False
    """Whether it depends on the size or the labour of the contract."""
    is_example: bool = False
    was: bool = False
    """Whether it is the old text beside a new one."""
    is_award: bool = False
    """Whether it is said of an award criterion."""

    def holds(self) -> bool:
        """Whether it simply holds, so that something else for the same would contradict it."""
        return not (self.is_conditional or self.is_example or self.was)

    def overlaps(self, other: Scope) -> bool:
        """Whether there is something that both are about: a common lot, in one phase and one role."""
        is_common = not self.lots or not other.lots or bool(self.lots & other.lots)
        return is_common and self.phase == other.phase and self.is_award == other.is_award


EVERYWHERE = Scope()
"""What simply holds, for the whole contract."""


def scope_of(sentence: Sentence, start: int, end: int) -> Scope:
    """The scope of what stands from start to end in the sentence."""
    text, around = sentence.text, sentence.around
    cell = sentence.passage.cell
    column = "" if cell is None else cell.column_heading
    beside = "" if cell is None else f"{cell.row_heading}\n{column}"
    phase = _phase(text, start) or _phase(beside, 0)
    return Scope(
        lots=_lots(text, start) or lots_named(beside) or _lots_of_row(sentence) or _lots_of_headings(sentence),
        phase=phase,
        is_conditional=bool(_CONDITION.search(text) or _KIND.search(text) or _SIZE.search(beside)),
        is_example=bool(_EXAMPLE.search(text) or _EXAMPLE.search(around)),
        was=bool(_WAS.match(column.strip())) or _is_replaced(text, start, end),
        is_award=bool(_AWARD.search(text) or _AWARD.search(around)),
    )


def lots_named(text: str) -> frozenset[str]:
    """All lots that a text names by number or letter."""
    return frozenset(lot for match in _LOTS.finditer(text) for lot in _spelled_out(match[1]))


def _lots(text: str, start: int) -> frozenset[str]:
    """The lots that are named nearest before this place, else those named after it."""
    matches = list(_LOTS.finditer(text))
    before = [match for match in matches if match.start() <= start]
    chosen = before[-1:] or matches[:1]
    return frozenset(lot for match in chosen for lot in _spelled_out(match[1]))


def _phase(text: str, start: int) -> str:
    """The phase that is named nearest before this place, else the first one after it."""
    matches = [match for match in _PHASE.finditer(text) if abs(match.start() - start) <= _REACH]
    before = [match for match in matches if match.start() <= start]
    after = [match for match in matches if ";" not in text[start : match.start()]]
    chosen = before[-1:] or after[:1]
    return re.sub(r"\s+", " ", chosen[0][0].lower()) if chosen else ""


def _spelled_out(numbers: str) -> set[str]:
    lots = set(_ONE_LOT.findall(numbers))
    for first, last in _RANGE.findall(numbers):
        lots |= {str(number) for number in range(int(first), int(last) + 1)}
    return lots


def _lots_of_row(sentence: Sentence) -> frozenset[str]:
    """The part that a row of a table by lot, kind or year is about: by its number, else by its name."""
    cell = sentence.passage.cell
    if cell is None or not cell.row_heading or not _IS_ABOVE_PARTS.search(cell.corner):
        return frozenset()
    numbered = _NUMBERED.match(cell.row_heading)
    return frozenset({numbered[1] if numbered is not None else cell.row_heading.strip().casefold()})


def _lots_of_headings(sentence: Sentence) -> frozenset[str]:
    return next(
        (lots for heading in reversed(sentence.passage.headings) if (lots := lots_named(heading.text))), frozenset()
    )


def _is_replaced(text: str, start: int, end: int) -> bool:
    """Whether what stands there no longer holds: "van 2% naar 5%", "in plaats van 2%", "(was 2%)"."""
    before, after = text[:start].rstrip().lower(), text[end:].lower()
    is_left = before.endswith(" van") and re.match(r"[^.;%]{0,40}\bnaar\b", after) is not None
    is_left = is_left or _LAPSES.match(after) is not None
    return is_left or before.endswith(("in plaats van", "was", "voorheen", "was eerder"))

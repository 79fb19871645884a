"""For what a sentence holds: which lots, which phase, under which condition, or only as an example or as it was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from srtool.draft.alternatives import any_of
from srtool.draft.percentages import percentages
from srtool.draft.sentence import Sentence
from srtool.lazy_dataclass import dataclass

_LOTS = re.compile(
    r"\b(?:[Pp]erce(?:el|len)|[Dd]eelopdracht(?:en)?)\s+((?:\d{1,2}|[A-Z])\b"
    r"(?:\s*(?:,|en|&|/|t/m|tot en met)\s*(?:\d{1,2}|[A-Z])\b(?![.,]?\d*\s?(?:%|procent)))*)"
)
_RANGE = re.compile(r"(\d{1,2})\s*(?:t/m|tot en met)\s*(\d{1,2})")
_NUMBERED = re.compile(r"\s*(\d{1,2}|[A-Z])\b(?!\s*%)")
_IS_ABOVE_PARTS = any_of(
    "perce", r"\blot\b", "soort", "type", "categorie", "deelopdracht", r"\w*jaar\b", "periode", "fase"
)
_ONE_LOT = re.compile(r"\d{1,2}|\b[A-Z]\b")
_NTH = "eerste|tweede|derde|vierde|vijfde"
_PHASE = any_of(
    r"\b(?:initiële|oorspronkelijke|vaste)\s+(?:looptijd|contract(?:duur|periode)|periode|termijn)",
    rf"\b(?:{_NTH}|laatste|\d{{1,2}}e)\s+(?:(?:\d{{1,2}}|\w+)\s+)?"
    r"(?:(?:contract|uitvoerings|kalender)?ja(?:ar|ren)|maanden|weken|kwarta(?:al|len)|helft)\b",
    r"\b(?:in|over|voor)\s+(?:de|het)\s+ja(?:ar|ren)\s+(?:daarna|erna|daarop|erop)",
    r"\b(?:contract|kalender)?jaar\s+\d\b",
    r"\bfase\s+(?:\d|[A-Z]\b)",
    r"\b(?:in|tijdens|voor|gedurende)\s+de\s+\w+fase\b",
    r"\b(?:tijdens|in|bij|voor|na|gedurende)\s+(?:de\s+|een\s+|elke?\s+|ieder\s+)?(?:optie(?:jaar|jaren|periode)|verlenging\w*)",
    r"\b(?:bij|na)\s+(?:gebruik|toepassing|het\s+lichten|inroepen)\s+van\s+(?:de|een)\s+(?:\w+\s+)?optie\w*",
    r"\b(?:wordt|is)\s+(?:de|deze|het)\s+\w+\s+verlengd\b",
    r"\b(?:vanaf|per|met\s+ingang\s+van|in|tot|t/m|na)\s+(?:\d{1,2}\s+)?(?:\w+\s+)?20\d\d\b",
    r"\b(?:in|over|voor|gedurende)\s+(?:het\s+)?(?:(?:kalender)?jaar\s+)?20\d\d\b",
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
_IN_THAT_ORDER = re.compile(r"\brespectievelijk\b|\bresp\.", re.IGNORECASE)
"""Values in one row and what they hold for in another: which is whose is not read."""
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
    phase = _phase(sentence, start) or _phase_of(beside)
    return Scope(
        lots=_lots(sentence, start) or lots_named(beside) or _lots_of_row(sentence) or _lots_of_headings(sentence),
        phase=phase,
        is_conditional=bool(
            _CONDITION.search(text) or _KIND.search(text) or _IN_THAT_ORDER.search(text) or _SIZE.search(beside)
        ),
        is_example=bool(_EXAMPLE.search(text) or _EXAMPLE.search(around)),
        was=bool(_WAS.match(column.strip())) or _is_replaced(text, start, end),
        is_award=bool(_AWARD.search(text) or _AWARD.search(around)),
    )


def lots_named(text: str) -> frozenset[str]:
    """All lots that a text names by number or letter."""
    return frozenset(lot for match in _LOTS.finditer(text) for lot in _spelled_out(match[1]))


def _lots(sentence: Sentence, start: int) -> frozenset[str]:
    """The lots that what stands here is about."""
    match = _of_value(list(_LOTS.finditer(sentence.text)), sentence, start)
    return frozenset() if match is None else frozenset(_spelled_out(match[1]))


def _phase(sentence: Sentence, start: int) -> str:
    """The phase that what stands here is about."""
    match = _of_value(
        [match for match in _PHASE.finditer(sentence.text) if abs(match.start() - start) <= _REACH], sentence, start
    )
    return "" if match is None else _one_spelling(match[0])


def _phase_of(label: str) -> str:
    match = _PHASE.search(label)
    return "" if match is None else _one_spelling(match[0])


def _one_spelling(words: str) -> str:
    return re.sub(r"\s+", " ", words.lower())


def _of_value(matches: Sequence[re.Match[str]], sentence: Sentence, start: int) -> re.Match[str] | None:
    """Which of these words what stands here is about.

    In "In 2027 5%, in 2028 6%" they stand before their value, in "5% in 2027 en 6% in 2028" after it: which of the
    two it is shows in what comes first in the sentence.
    """
    if not matches:
        return None
    values = [percentage.start for percentage in percentages(sentence)]
    previous = max((value for value in values if value < start), default=-1)
    following = min((value for value in values if value > start), default=len(sentence.text))
    before = [match for match in matches if match.start() <= start]
    after = [match for match in matches if start < match.start() and ";" not in sentence.text[start : match.start()]]
    own_before = [match for match in before if match.start() > previous]
    own_after = [match for match in after if match.start() < following]
    is_after_its_value = bool(values) and values[0] < matches[0].start()
    order = (own_after[:1], own_before[-1:]) if is_after_its_value else (own_before[-1:], own_after[:1])
    return next((chosen[0] for chosen in (*order, before[-1:]) if chosen), None)


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

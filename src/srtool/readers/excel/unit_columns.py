"""Columns that say in what the figure beside them is counted: months beside a term, `x 1.000` beside an amount."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from srtool.readers.excel.cells import Noted
from srtool.readers.vocabulary import plain
from srtool.texts import LANGUAGES, lists

_EURO = re.compile(
    r"(?:in )?(?:€|eur(?:o'?s?)?|1|totaal|hele looptijd|eenmalig|total|whole term)(?: ?\(?excl\.?(?:usief)? btw\)?)?",
    re.IGNORECASE,
)
"""In euro over the whole term, as the register counts."""
_THOUSANDS = re.compile(
    r"(?:in )?(?:€? ?[x\u00d7*] ?(?:€ ?)?1[. ]?000|k ?€?|€ ?k|duizend(?:en|tallen)?(?: euro)?|thousands?)",
    re.IGNORECASE,
)
_MILLIONS = re.compile(
    r"(?:in )?(?:[x\u00d7*] ?1[. ]?000[. ]?000|€? ?mln\.?|m€|€ ?m|miljoen(?:en)?(?: euro)?|millions?)", re.IGNORECASE
)
_TIMES = ((Decimal(1000), _THOUSANDS), (Decimal(1_000_000), _MILLIONS))
_SPAN = re.compile(r"jaar|maand|kwartaal|week|dag|uur|year|month|quarter|day|hour", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?")


def unit_columns(headings: Mapping[int, str], amounts: Iterable[int], terms: Iterable[int]) -> dict[int, int]:
    """Each column of units to the column that it is about: the one before it, else the one after it."""
    words = {plain(word) for lang in LANGUAGES for word in lists(lang, "vocabulary.beside").get("counted_in", ())}
    counted = {*amounts, *terms}
    pairs: dict[int, int] = {}
    for index in sorted(headings):
        if plain(headings[index]) in words:
            near = [one for one in (index - 1, index + 1) if one in counted and one not in pairs.values()]
            pairs.update((index, target) for target in near[:1])
    return pairs


def in_their_units(
    rows: Iterable[list[object]], pairs: Mapping[int, int], amounts: Iterable[int]
) -> Iterator[list[object]]:
    """The rows with each figure as it is meant; a unit that is not understood is read as words beside it."""
    with_money = frozenset(amounts)
    for row in rows:
        for index, target in pairs.items():
            unit, figure = row[index], row[target]
            if isinstance(unit, str) and unit.strip() and isinstance(figure, int | float | str) and figure != "":
                row[target] = _amount(figure, unit.strip()) if target in with_money else _term(figure, unit.strip())
        yield row


def _amount(figure: float | str, unit: str) -> object:
    """In euro; with the words of its unit where these may make another amount of it."""
    if isinstance(figure, bool) or _EURO.fullmatch(unit):
        return figure
    for factor, pattern in _TIMES:
        if pattern.fullmatch(unit) and not isinstance(figure, str):
            return Noted(Decimal(repr(figure)) * factor, "value_derived", f"{figure} {unit}")
    return f"{_written(figure)} per {unit}" if _SPAN.fullmatch(unit) else f"{_written(figure)} {unit}"


def _term(figure: float | str, unit: str) -> object:
    """`48` beside `maanden` as `48 maanden`; what says its unit itself stays as it is."""
    text = _written(figure)
    return f"{text} {unit}" if _NUMBER.fullmatch(text) else figure


def _written(figure: float | str) -> str:
    if isinstance(figure, float) and figure.is_integer():
        return str(int(figure))
    return figure.strip() if isinstance(figure, str) else repr(figure).replace(".", ",")

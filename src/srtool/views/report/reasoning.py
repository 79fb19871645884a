"""The sheet of reasoning: one row per step of every computation, with where it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from operator import attrgetter
from typing import NamedTuple

from srtool.finding import OPEN, Assumed, Derived, Finding, Given, Origin, Set, Step, Unit
from srtool.progress.standing import Progress
from srtool.rules.rulebook import RuleBook
from srtool.texts import Lang, words
from srtool.texts.say import step_labels
from srtool.views.report.progress_percent import progress_percent
from srtool.views.shared.names import source_titles
from srtool.views.shared.standing_words import steps_in_words
from srtool.views.shared.step_lines import formula_text, origin_text, value_text
from srtool.views.shared.table import Column
from srtool.views.sheets.book import Book
from srtool.views.sheets.table import TableSheet


class _Reason(NamedTuple):
    """One step of a contract as it stands in its row."""

    contract: str
    about: str
    step: str
    amount: Decimal | None
    share: Decimal | None
    value: str | None
    """What is neither an amount nor a percentage, in words."""
    unit: str | None
    origin: str
    from_where: str
    sources: str | None


_COLUMNS: tuple[Column[_Reason], ...] = (
    Column("contract", "wrapped", attrgetter("contract"), 16),
    Column("about", "text", attrgetter("about"), 18),
    Column("step", "wrapped", attrgetter("step"), 34),
    Column("amount", "euro", attrgetter("amount"), 16),
    Column("share", "percent", attrgetter("share"), 13),
    Column("value", "wrapped", attrgetter("value"), 26),
    Column("unit", "text", attrgetter("unit"), 12),
    Column("origin", "text", attrgetter("origin"), 12),
    Column("from_where", "wrapped", attrgetter("from_where"), 48),
    Column("sources", "wrapped", attrgetter("sources"), 44),
)
Titles = Mapping[tuple[str, str], str]
"""By rule set and id of the source, what it is called."""


class Reasoning:
    """Takes the contracts one by one and writes their steps at once: nothing of them is held."""

    def __init__(self, book: Book, rules: RuleBook) -> None:
        self.where: dict[str, str] = {}
        """Where the first row of each contract stands."""
        self._book, self._words = book, _Words(book.lang, _titles(rules))
        self._sheet: TableSheet[_Reason] | None = None

    def add(self, contract: str, steps: Iterable[Step], progress: Progress | None, findings: Iterable[Finding]) -> None:
        """The steps of its verdict and realisation, and what the open findings add to these."""
        if self._sheet is None:  # of no contract there is no sheet
            self._sheet = TableSheet(self._book, "reasoning", _COLUMNS)
        sheet, place = self._sheet, None
        for about, step in _explained(steps, progress, findings, self._book.lang):
            sheet.append(self._words.reason(contract, about, step))
            place = place or self.where.setdefault(contract, sheet.last)

    def close(self) -> None:
        """Ends the sheet, fit for the largest amount as it turned out."""
        if self._sheet is not None:
            self._sheet.refit()
            self._sheet.close()


def _titles(book: RuleBook) -> Titles:
    return {(rules.id, source.id): source_titles([source]) for rules in book.sets.values() for source in rules.source}


def _explained(
    steps: Iterable[Step], progress: Progress | None, findings: Iterable[Finding], lang: Lang
) -> Iterator[tuple[str, Step]]:
    """Each step once, by its name and value, under the first that has it: a part, else the code of a check."""
    parts: list[tuple[str, Iterable[Step]]] = [("scope", steps)]
    if progress is not None:
        parts.append(("realisation", _realisation(progress, lang)))
    parts += [(finding.code, finding.steps) for finding in findings if finding.outcome in OPEN]
    explained: set[tuple[str, str]] = set()
    for about, of_part in parts:
        for step in of_part:
            key = (step.name, str(step.value))
            if key not in explained:
                explained.add(key)
                yield about, step


def _realisation(progress: Progress, lang: Lang) -> Iterator[Step]:
    yield from steps_in_words(progress, lang)
    percent = progress_percent(progress)
    if percent is not None:
        yield Step("progress", percent, Unit.PERCENT, Derived("100 * confirmed / owed"))


class _Words:
    """The words of the sheet, looked up once."""

    def __init__(self, lang: Lang, titles: Titles) -> None:
        self._lang, self._titles = lang, titles
        self._about, self._units, self._origins = (
            words(lang, part) for part in ("report.about", "report.units", "report.origins")
        )
        self._labels = step_labels(lang)

    def reason(self, contract: str, about: str, step: Step) -> _Reason:
        """The row of a step of this contract, and of what it belongs to."""
        unit, value, origin = step.unit, step.value, step.origin
        is_number = isinstance(value, Decimal)
        is_amount, is_share = is_number and unit is Unit.EUR, is_number and unit is Unit.PERCENT
        return _Reason(
            contract,
            self._about.get(about, about),
            self._labels[step.name],
            value if is_amount else None,
            value if is_share else None,
            None if is_amount or is_share else value_text(step, self._lang),
            self._units.get(unit.value),
            self._origins[_origin_key(origin)],
            _from_where(origin, self._lang),
            _sources(origin, self._titles),
        )


def _origin_key(origin: Origin) -> str:
    match origin:
        case Given():
            return "given"
        case Assumed():
            return "assumed"
        case Derived():
            return "derived"
        case Set():
            return "set"


def _from_where(origin: Origin, lang: Lang) -> str:
    match origin:
        case Given(place) | Assumed(place):
            return str(place)
        case Derived(formula):
            return formula_text(formula, lang)
        case Set():
            return origin_text(origin, lang)


def _sources(origin: Origin, titles: Titles) -> str | None:
    if not isinstance(origin, Set):
        return None
    return "; ".join(titles.get((origin.rule_set, source), source) for source in origin.sources)

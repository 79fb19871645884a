"""The sheet of reasoning: one row per step of every computation, with where it came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from srtool.finding import OPEN, Assumed, Derived, Finding, Given, Origin, Set, Step, Unit
from srtool.lazy_dataclass import dataclass
from srtool.progress.standing import Progress
from srtool.rules.rulebook import RuleBook
from srtool.texts import Lang, words
from srtool.texts.say import step_label
from srtool.views.report.progress_percent import progress_percent
from srtool.views.shared.names import source_titles
from srtool.views.shared.standing_words import steps_in_words
from srtool.views.shared.step_lines import formula_text, origin_text, value_text
from srtool.views.shared.table import Column
from srtool.views.sheets.book import Book
from srtool.views.sheets.table import TableSheet


@dataclass(frozen=True, slots=True)
class _Reason:
    """One step of a contract, and what it belongs to: a part of the words `about`, else the code of a check."""

    contract: str
    about: str
    step: Step


Titles = Mapping[tuple[str, str], str]
"""By rule set and id of the source, what it is called."""


class Reasoning:
    """Takes the contracts one by one and writes their steps at once: nothing of them is held."""

    def __init__(self, book: Book, rules: RuleBook) -> None:
        self.where: dict[str, str] = {}
        """Where the first row of each contract stands."""
        self._book, self._rules = book, rules
        self._sheet: TableSheet[_Reason] | None = None

    def add(self, contract: str, steps: Iterable[Step], progress: Progress | None, findings: Iterable[Finding]) -> None:
        """The steps of its verdict and realisation, and what the open findings add to these."""
        if self._sheet is None:  # of no contract there is no sheet
            self._sheet = TableSheet(self._book, "reasoning", _columns(self._book.lang, _titles(self._rules)))
        for reason in _reasons(contract, steps, progress, findings, self._book.lang):
            place = self._sheet.append(reason)
            self.where.setdefault(contract, place)

    def close(self) -> None:
        """Ends the sheet, fit for the largest amount as it turned out."""
        if self._sheet is not None:
            self._sheet.refit()
            self._sheet.close()


def _titles(book: RuleBook) -> Titles:
    return {(rules.id, source.id): source_titles([source]) for rules in book.sets.values() for source in rules.source}


def _reasons(
    contract: str, steps: Iterable[Step], progress: Progress | None, findings: Iterable[Finding], lang: Lang
) -> Iterator[_Reason]:
    """Each step once, by its name and value, under the first that has it."""
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
                yield _Reason(contract, about, step)


def _realisation(progress: Progress, lang: Lang) -> Iterator[Step]:
    yield from steps_in_words(progress, lang)
    percent = progress_percent(progress)
    if percent is not None:
        yield Step("progress", percent, Unit.PERCENT, Derived("100 * confirmed / owed"))


def _columns(lang: Lang, titles: Titles) -> tuple[Column[_Reason], ...]:
    about, units, origins = (words(lang, part) for part in ("report.about", "report.units", "report.origins"))
    return (
        Column("contract", "wrapped", lambda reason: reason.contract, 16),
        Column("about", "text", lambda reason: about.get(reason.about, reason.about), 18),
        Column("step", "wrapped", lambda reason: step_label(lang, reason.step), 34),
        Column("amount", "euro", lambda reason: _number_in(reason.step, Unit.EUR), 16),
        Column("share", "percent", lambda reason: _number_in(reason.step, Unit.PERCENT), 13),
        Column("value", "wrapped", lambda reason: _in_words(reason.step, lang), 26),
        Column("unit", "text", lambda reason: units.get(reason.step.unit.value), 12),
        Column("origin", "text", lambda reason: origins[_origin_key(reason.step.origin)], 12),
        Column("from_where", "wrapped", lambda reason: _from_where(reason.step.origin, lang), 48),
        Column("sources", "wrapped", lambda reason: _sources(reason.step.origin, titles), 44),
    )


def _number_in(step: Step, unit: Unit) -> Decimal | None:
    """The value of a step in that unit, where it is a number."""
    return step.value if step.unit is unit and isinstance(step.value, Decimal) else None


def _in_words(step: Step, lang: Lang) -> str | None:
    """What is neither an amount nor a percentage, which stand in columns of their own."""
    is_number = isinstance(step.value, Decimal) and step.unit in {Unit.EUR, Unit.PERCENT}
    return None if is_number else value_text(step, lang)


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

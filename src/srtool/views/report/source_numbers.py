"""The numbers under which sources stand on the last sheet, so that other sheets need not repeat their titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from srtool.finding import Source
from srtool.rules.rulebook import RuleBook
from srtool.rules.ruleset import RuleSet
from srtool.views.shared.names import source_titles

Numbers = Mapping[str, int]
"""By title with its article: one number, however many rule sets cite it."""


def used_rule_sets(book: RuleBook) -> Iterator[RuleSet]:
    """The rule sets that the contracts fall under, and that of the law, in the order of the last sheet."""
    yield from {rules.id: rules for rules in book.sets.values()}.values()


def source_numbers(book: RuleBook) -> Numbers:
    """In the order of the last sheet, from 1."""
    titles = (source_titles([source]) for rules in used_rule_sets(book) for source in rules.source)
    return {title: number for number, title in enumerate(dict.fromkeys(titles), start=1)}


def numbered(sources: Iterable[Source], numbers: Numbers) -> str:
    """`2, 5`; a source without a number by its title."""
    titles = dict.fromkeys(source_titles([source]) for source in sources)
    known = sorted(numbers[title] for title in titles if title in numbers)
    return ", ".join((*map(str, known), *(title for title in titles if title not in numbers)))

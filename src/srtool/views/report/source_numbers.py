"""The numbers under which sources stand on the last sheet, so that other sheets need not repeat their titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from srtool.finding import Source
from srtool.rules.ruleset import RuleSet
from srtool.views.report.contents import Contents
from srtool.views.shared.names import source_titles

Numbers = Mapping[str, int]
"""By title with its article: one number, however many rule sets cite it."""


def used_rule_sets(contents: Contents) -> Iterator[RuleSet]:
    """The rule sets of which something was used, in the order of the last sheet."""
    used = {rules.id for rules in contents.report.receipt.rule_sets}
    yield from {rules.id: rules for rules in contents.book.sets.values() if rules.id in used}.values()


def source_numbers(contents: Contents) -> Numbers:
    """In the order of the last sheet, from 1."""
    titles = (source_titles([source]) for rules in used_rule_sets(contents) for source in rules.source)
    return {title: number for number, title in enumerate(dict.fromkeys(titles), start=1)}


def numbered(sources: Iterable[Source], numbers: Numbers) -> str:
    """`2, 5`; a source without a number by its title."""
    titles = dict.fromkeys(source_titles([source]) for source in sources)
    known = sorted(numbers[title] for title in titles if title in numbers)
    return ", ".join((*map(str, known), *(title for title in titles if title not in numbers)))

"""A computation as lines: each number with what it is called and where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from srtool.finding import Assumed, Derived, Given, Origin, Set, Step
from srtool.texts import Lang, words
from srtool.texts.say import day, show, step_label, step_labels
from srtool.views.shared.lines import Line


def step_lines(steps: Sequence[Step], lang: Lang, indent: int) -> Iterator[Line]:
    """The computation: what each number is called, what it is and where it comes from."""
    phrases = words(lang, "check.lines")
    for step in steps:
        shown = value_text(step, lang)
        origin = origin_text(step.origin, lang)
        yield Line(f"{phrases['step'].format(label=step_label(lang, step), value=shown)} [{origin}]", "dim", indent, 2)


def value_text(step: Step, lang: Lang) -> str:
    """What a number or fact is, in words."""
    phrases = words(lang, "check.lines")
    if step.value is None:
        return phrases["nothing"]
    if isinstance(step.value, bool):
        return phrases["yes" if step.value else "no"]
    return show(lang, step.value, step.unit)


def origin_text(origin: Origin, lang: Lang) -> str:
    """Where a number comes from: a place, a record of a rule set, or a formula."""
    phrases = words(lang, "check.lines")
    match origin:
        case Given():
            return phrases["given"].format(place=origin.place)
        case Assumed():
            return phrases["assumed"].format(place=origin.place)
        case Derived():
            return phrases["derived"].format(formula=formula_text(origin.formula, lang))
        case Set():
            return phrases["set" if origin.since else "set_undated"].format(
                rule_set=origin.rule_set,
                record=origin.record,
                since=origin.since and day(lang, origin.since),
                certainty=words(lang, "shared.certainty").get(origin.certainty, origin.certainty),
                sources=", ".join(origin.sources),
            )


@lru_cache
def formula_text(formula: str, lang: Lang) -> str:
    """The formula with the names under which the reader sees the numbers."""
    labels = {**words(lang, "check.formula"), **step_labels(lang)}
    return re.sub(r"[a-z_]+", lambda name: labels.get(name[0], name[0]), formula).replace(
        "*", "\N{MULTIPLICATION SIGN}"
    )

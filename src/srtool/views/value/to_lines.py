"""The value of an effort for a person: the amount, its computation in a few lines, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from srtool.texts import Lang, sentence, words
from srtool.texts.say import amount, day
from srtool.views.shared.lines import Line
from srtool.views.shared.step_lines import step_lines
from srtool.views.shared.table import Column
from srtool.views.shared.terminal_table import aligned
from srtool.views.value.words import Valued, certainty, computed, dates, ground, label, notes, why


def value(valued: Valued, lang: Lang, on: date, *, every_step: bool, chosen: bool) -> Iterator[Line]:
    """One value; with `every_step` the whole computation. `chosen`: nothing named the rule set."""
    phrases = words(lang, "value.show")
    name = sentence(lang, "shared.head.chosen").format(id=valued.rules.id) if chosen else valued.rules.id
    yield Line(phrases["title"].format(rule_set=name, day=day(lang, on)), "dim")
    yield _amount(valued, lang)
    formula = computed(valued, lang)
    if formula is not None and len(valued.worth.steps) > 2:  # else the amount itself
        yield Line(phrases["computed"].format(formula=formula), "", 2, 2)
    for note in notes(valued, lang):
        yield Line(note, "", 2, 2)
    yield Line(ground(valued, lang), "dim", 2, 2)
    if every_step:
        yield from step_lines(valued.worth.steps, lang, 2)
    else:
        yield Line(phrases["hint"].format(rule_set=valued.rules.id), "dim")


def comparison(
    name: str, values: Sequence[Valued], lang: Lang, on: date, *, without: Sequence[str], not_in_force: Sequence[str]
) -> Iterator[Line]:
    """A line for each rule set that knows the block; why there is no value, once where several have one reason."""
    phrases = words(lang, "value.show")
    reasons: dict[str, list[str]] = {}
    for valued in values:
        reasons.setdefault(why(valued, lang) or "", []).append(valued.rules.id)
    shared = {reason for reason, ids in reasons.items() if reason and len(set(ids)) > 1}
    yield Line(phrases["all_title"].format(block=name, day=day(lang, on)), "dim")
    for valued, line in zip(values, aligned(_columns(lang), values, lang), strict=True):
        yield Line(line, "", 0, 4)
        reason = why(valued, lang)
        for note in filter(None, (None if reason in shared else reason, *notes(valued, lang))):
            yield Line(note, "dim", 4, 2)
    for reason in (each for each in reasons if each in shared):
        names = ", ".join(dict.fromkeys(reasons[reason]))
        yield Line(phrases["one_reason"].format(names=names, why=reason), "undecided", 0, 2)
    if not_in_force:
        yield Line(phrases["not_in_force"].format(day=day(lang, on), names=", ".join(not_in_force)), "undecided")
    if without:
        yield Line(phrases["not_known"].format(names=", ".join(without)), "dim")


def _columns(lang: Lang) -> tuple[Column[Valued], ...]:
    return (
        Column("rule_set", "text", lambda valued: valued.rules.id),
        Column("block", "text", lambda valued: valued.worth.block.id if valued.worth.block else ""),
        Column("value", "euro", lambda valued: "?" if valued.worth.value is None else valued.worth.value),
        Column("label", "text", lambda valued: _called(valued, lang)),
    )


def _called(valued: Valued, lang: Lang) -> str:
    """What the group is called, how sure the value is, and since when it holds."""
    return f"{label(valued, lang) or ''}; {certainty(valued, lang)}; {dates(valued, lang)}"


def _amount(valued: Valued, lang: Lang) -> Line:
    phrases, name, reason = words(lang, "value.show"), label(valued, lang), why(valued, lang)
    if valued.worth.value is None:
        return Line(phrases["undecided" if name else "no_block_undecided"].format(label=name, why=reason), "undecided")
    shown = amount(lang, valued.worth.value)
    sentence = phrases["value" if name else "no_block"].format(label=name, value=shown)
    return Line(f"{sentence}. {reason}" if reason else sentence, "strong")

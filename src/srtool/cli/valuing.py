"""The work of `srtool value`: options read, an effort valued under one rule set or all, and shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from srtool.cli import output, session
from srtool.contract.valuation import worth
from srtool.errors import Problem, RuleSetError, UsageError
from srtool.finding import Given
from srtool.money import NotANumber, amount_from_text, percent_from_text
from srtool.place import Row
from srtool.readers.rules import rule_sets
from srtool.register.model import Effort
from srtool.register.places import Places
from srtool.rules.rulebook import DEFAULT
from srtool.rules.ruleset import Block, RuleSet
from srtool.texts import Lang
from srtool.views.value.words import Valued

FORMATS = ("terminal", "json", "csv")
_MOST_MONTHS = 1200
_OPTIONS = {
    "hours_per_week": "--hours",
    "hours": "--hours",
    "full_time": "--full-time",
    "months_given": "--months",
    "start": "--start",
    "end": "--end",
    "amount": "--amount",
}


@dataclass(frozen=True, slots=True)
class Term:
    """A number of months, or a first and a last day; nothing for what has no term."""

    months: Decimal | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of one run, checked."""

    block: str
    hours: Decimal | None
    full_time: bool
    term: Term
    amount: Decimal | None
    bonuses: tuple[str, ...]
    rule_set: str | None
    everywhere: bool
    on: date
    format: str
    out: Path | None
    force: bool
    why: bool


def run(wanted: Wanted, lang: Lang) -> int:
    """Shows what the effort counts for."""
    folder = session.settings().rule_sets
    if wanted.everywhere:
        loaded, problems = rule_sets.load_all(folder)
        _everywhere(loaded, wanted, lang)
        if problems:
            raise RuleSetError(problems)
        return 0
    named = wanted.rule_set or session.settings().rule_set
    name = named or DEFAULT
    found = rule_sets.load(rule_sets.find(name, folder))
    _in_force(found.rules, wanted.on, lang)
    rules = found.rules.on(wanted.on)
    block = _the_block(rules, wanted.block)
    _known_bonuses(rules, wanted.bonuses)
    one = _valued(rule_sets.Loaded(rules, found.sha256), block, wanted)
    _complete([one], wanted)
    _show_one(one, wanted, lang, chosen=named is None)
    return 0


def hours(value: str | None, *, full_time: bool) -> Decimal | None:
    """Hours a week, or in total for what is paid by the hour."""
    if value is None:
        return None
    if full_time:
        raise UsageError([Problem("value_both_hours", "--hours")])
    found = _number("--hours", value)
    # An activity counts its hours in total, so only the size of what can be typed is bounded.
    if not 0 <= found < 1_000_000:
        raise UsageError([Problem("value_hours_range", "--hours", {"value": value})])
    return found


def term(months: str | None, start: str | None, end: str | None) -> Term:
    """The term in months or in days; UsageError when it is both, half, or back in time."""
    if months is not None and (start is not None or end is not None):
        raise UsageError([Problem("value_both_terms", "--months")])
    if months is not None:
        found = _number("--months", months)
        if not 0 <= found <= _MOST_MONTHS:
            raise UsageError([Problem("value_months_range", "--months", {"value": months})])
        return Term(months=found)
    if (start is None) != (end is None):
        raise UsageError([Problem("value_needs_months", "--end" if end is None else "--start")])
    first, last = _day("--start", start), _day("--end", end)
    if first is not None and last is not None and last < first:
        raise UsageError([Problem("value_end_before_start", "--end", {"end": last, "start": first})])
    return Term(start=first, end=last)


def amount(value: str | None) -> Decimal | None:
    """Costs or invoice, in euro excl. VAT."""
    if value is None:
        return None
    try:
        return amount_from_text(value)
    except NotANumber as error:
        raise UsageError([Problem("value_amount", "--amount", {"value": value})]) from error


def only_one(rule_set: str | None, *, everywhere: bool) -> str | None:
    """The rule set; UsageError when all were asked for besides."""
    if rule_set is not None and everywhere:
        raise UsageError([Problem("value_all_and_rule_set", "--all")])
    return rule_set


def _number(option: str, value: str) -> Decimal:
    try:
        return percent_from_text(value.replace("%", "?"))  # of a number no percent sign belongs
    except NotANumber as error:
        raise UsageError([Problem("value_number", option, {"value": value})]) from error


def _day(option: str, value: str | None) -> date | None:
    if value is None:
        return None
    try:
        found = date.fromisoformat(value)
    except ValueError as error:
        raise UsageError([Problem("bad_date", option, {"value": value})]) from error
    if not 1900 <= found.year <= 2999:
        raise UsageError([Problem("bad_date", option, {"value": value})])
    return found


def _in_force(rules: RuleSet, on: date, lang: Lang) -> None:
    if not rules.covers(on):
        from srtool.views.rules.to_lines import period

        values = {"rule_set": rules.id, "day": on, "period": period(*rules.period(), lang)}
        raise UsageError([Problem("value_version", "--on", values)])


def _the_block(rules: RuleSet, name: str) -> Block:
    found = rules.blocks_named(name)
    if len(found) == 1:
        return found[0]
    code = "value_block_several" if found else "value_block" if rules.block else "value_block_none"
    blocks = [one.id for one in found or rules.block]
    raise UsageError([Problem(code, "", {"value": name, "rule_set": rules.id, "blocks": blocks})])


def _known_bonuses(rules: RuleSet, names: Sequence[str]) -> None:
    known = [one.id for one in rules.bonus]
    values = {"rule_set": rules.id, "bonuses": known}
    code = "value_bonus" if known else "value_bonus_none"
    unknown = [name for name in names if not rules.bonuses_named(name)]
    if unknown:
        raise UsageError([Problem(code, "--bonus", values | {"value": name}) for name in unknown])


def _everywhere(loaded: Iterable[rule_sets.Loaded], wanted: Wanted, lang: Lang) -> None:
    every = [one for one in loaded if one.rules.block]
    known = [one for one in every if one.rules.blocks_named(wanted.block)]
    if not known:
        names = sorted({block.id for one in every for block in one.rules.block})
        raise UsageError([Problem("value_block_nowhere", "", {"value": wanted.block, "blocks": names})])
    _known_somewhere([one.rules for one in every], wanted.bonuses)
    today = [rule_sets.Loaded(one.rules.on(wanted.on), one.sha256) for one in known if one.rules.covers(wanted.on)]
    found = [_valued(one, block, wanted) for one in today for block in one.rules.blocks_named(wanted.block)]
    _complete(found, wanted)
    if wanted.format != "terminal":
        _write_data(found, wanted, lang)
        return
    from srtool.views.value import to_lines

    ids = {one.rules.id for one in known}
    lines = to_lines.comparison(
        wanted.block,
        found,
        lang,
        wanted.on,
        without=[one.rules.id for one in every if one.rules.id not in ids],
        not_in_force=[one.rules.id for one in known if not one.rules.covers(wanted.on)],
    )
    output.write_fitting(lines, out=wanted.out, force=wanted.force)


def _known_somewhere(every: Sequence[RuleSet], names: Sequence[str]) -> None:
    unknown = [name for name in names if not any(rules.bonuses_named(name) for rules in every)]
    bonuses = sorted({bonus.id for rules in every for bonus in rules.bonus})
    if unknown:
        raise UsageError(
            [Problem("value_bonus_nowhere", "--bonus", {"value": name, "bonuses": bonuses}) for name in unknown]
        )


def _valued(one: rule_sets.Loaded, block: Block, wanted: Wanted) -> Valued:
    effort = Effort(
        id="-",
        contract="-",
        kind=block.form or "placement",
        block=block.id,
        start=wanted.term.start,
        end=wanted.term.end,
        hours_per_week=wanted.hours,
        hours=wanted.hours,
        full_time=wanted.full_time or None,
        amount=wanted.amount,
        bonuses=wanted.bonuses,
    )
    places = Places(Row("", ""))
    places.update({key: Given(option) for key, option in _OPTIONS.items()})
    return Valued(one.rules, one.sha256, worth(effort, one.rules, places, months=wanted.term.months))


def _complete(found: Iterable[Valued], wanted: Wanted) -> None:
    """UsageError when a value waits only for a term that was not typed."""
    if wanted.term == Term() and any(one.worth.why == "no_dates" for one in found):
        raise UsageError([Problem("value_needs_months", "--months")])


def _show_one(one: Valued, wanted: Wanted, lang: Lang, *, chosen: bool) -> None:
    if wanted.format != "terminal":
        _write_data([one], wanted, lang)
        return
    from srtool.views.value import to_lines

    lines = to_lines.value(one, lang, wanted.on, every_step=wanted.why, chosen=chosen)
    output.write_fitting(lines, out=wanted.out, force=wanted.force)


def _write_data(found: Sequence[Valued], wanted: Wanted, lang: Lang) -> None:
    from srtool.views.value import to_data

    pieces: Iterator[str] = (
        to_data.to_json(found, lang, wanted.on) if wanted.format == "json" else to_data.to_csv(found, lang)
    )
    output.write(pieces, out=wanted.out, force=wanted.force)

"""srtool value: what one effort is worth, in one rule set or all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from srtool.cli import output
from srtool.cli import run as shared
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.cli.typed_effort import TypedEffort, places, typed_effort
from srtool.contract.valuation import worth
from srtool.errors import Problem, RuleSetError, UsageError
from srtool.lazy_dataclass import dataclass
from srtool.readers.nearest import closest, few
from srtool.readers.rules import rule_sets
from srtool.rules.rulebook import DEFAULT
from srtool.rules.ruleset import Block, RuleSet
from srtool.texts import LANGUAGES, Lang, lists
from srtool.views.shared.lines import Line
from srtool.views.shared.names import period
from srtool.views.value import to_data, to_lines
from srtool.views.value.words import Valued


@dataclass(frozen=True, slots=True)
class _Answer:
    """What there is to show: the values, and the lines that say them to a person."""

    values: Sequence[Valued]
    lines: Iterable[Line]
    on: date
    lang: Lang


def run(options: Options) -> int:
    """Shows what the effort counts for."""
    name = _as_in_rules(options.argument("block"))
    effort = typed_effort(options)
    rule_set = options.filled("rule_set")
    if rule_set is not None and options.flag("all"):
        raise UsageError([Problem("value_all_and_rule_set", "--all")])
    on = options.on()
    render = FORMATS[options.choice("format", FORMATS)]
    file = output.text_target(options)
    decided = settings()
    if not options.flag("all"):
        named = rule_set or decided.rule_set
        loaded_one = rule_sets.load(rule_sets.find(named or DEFAULT, decided.rule_sets))
        shared.refuse_rules(file, [loaded_one], decided)
        render(_under_one(name, effort, loaded_one, on, options, chosen=named is None), file)
        return 0
    loaded, problems = rule_sets.load_all(decided.rule_sets)
    shared.refuse_rules(file, loaded, decided)
    render(_under_all(name, effort, loaded, on, options.lang), file)
    if problems:
        raise RuleSetError(problems)
    return 0


def _under_one(
    name: str, effort: TypedEffort, loaded: rule_sets.Loaded, on: date, options: Options, *, chosen: bool
) -> _Answer:
    """What it counts for under one rule set, which is the usual one (`chosen`) where none is named."""
    _in_force(loaded.rules, on, options.lang)
    rules = loaded.rules.on(on)
    block = _the_block(rules, name, options.lang)
    _known_bonuses(rules, effort.bonuses)
    value = _valued(replace(loaded, rules=rules), block, effort)
    _complete([value], effort)
    lines = to_lines.value(value, options.lang, on, every_step=options.flag("why"), chosen=chosen)
    return _Answer([value], lines, on, options.lang)


def _under_all(name: str, effort: TypedEffort, loaded: Iterable[rule_sets.Loaded], on: date, lang: Lang) -> _Answer:
    """What it counts for under each rule set that knows the building block and is in force on the day."""
    every = [one for one in loaded if one.rules.block]
    known = [one for one in every if one.rules.blocks_named(name)]
    known = known or [one for one in every if one.rules.blocks_like(name)]
    if not known:
        names = closest(name, (block.id for one in every for block in one.rules.block))
        raise UsageError([Problem("value_block_nowhere", "", {"value": name, "blocks": names})])
    _known_somewhere([one.rules for one in every], effort.bonuses)
    today = [replace(one, rules=one.rules.on(on)) for one in known if one.rules.covers(on)]
    values = [
        _valued(one, block, effort)
        for one in today
        for block in one.rules.blocks_named(name) or one.rules.blocks_like(name)
    ]
    _complete(values, effort)
    ids = {one.rules.id for one in known}
    lines = to_lines.comparison(
        name,
        values,
        lang,
        on,
        without=[one.rules.id for one in every if one.rules.id not in ids],
        not_in_force=[one.rules.id for one in known if not one.rules.covers(on)],
    )
    return _Answer(values, lines, on, lang)


def _in_force(rules: RuleSet, on: date, lang: Lang) -> None:
    if not rules.covers(on):
        values = {"rule_set": rules.id, "day": on, "period": period(*rules.period(), lang)}
        raise UsageError([Problem("value_version", "--on", values)])


def _the_block(rules: RuleSet, name: str, lang: Lang) -> Block:
    blocks = rules.blocks_named(name) or rules.blocks_like(name)
    if len(blocks) == 1:
        return blocks[0]
    code = "value_block_several" if blocks else "value_block" if rules.block else "value_block_none"
    known = [_called(block, lang) for block in blocks or rules.block]
    shown = few(known) if blocks else closest(name, known)
    raise UsageError([Problem(code, "", {"value": name, "rule_set": rules.id, "blocks": shown})])


def _as_in_rules(name: str) -> str:
    """The name that the rule sets use for what people call otherwise, such as participatiewet for bijstand."""
    spoken = name.strip().casefold()
    for lang in LANGUAGES:
        for block, names in lists(lang, "value.also").items():
            if spoken in map(str.casefold, names):
                return block
    return name


def _called(block: Block, lang: Lang) -> str:
    """What can be typed for a block, with what it is called where that says more."""
    label = block.label.get(lang, "")
    return block.id if not label or label.casefold() == block.id else f"{block.id} ({label})"


def _known_bonuses(rules: RuleSet, names: Sequence[str]) -> None:
    known = [bonus.id for bonus in rules.bonus]
    values = {"rule_set": rules.id, "bonuses": known}
    code = "value_bonus" if known else "value_bonus_none"
    unknown = [name for name in names if not rules.bonuses_named(name)]
    if unknown:
        raise UsageError([Problem(code, "--bonus", values | {"value": name}) for name in unknown])


def _known_somewhere(every: Sequence[RuleSet], names: Sequence[str]) -> None:
    unknown = [name for name in names if not any(rules.bonuses_named(name) for rules in every)]
    bonuses = sorted({bonus.id for rules in every for bonus in rules.bonus})
    if unknown:
        raise UsageError(
            [Problem("value_bonus_nowhere", "--bonus", {"value": name, "bonuses": bonuses}) for name in unknown]
        )


def _valued(loaded: rule_sets.Loaded, block: Block, effort: TypedEffort) -> Valued:
    return Valued(
        loaded.rules,
        loaded.sha256,
        worth(effort.of(block), loaded.rules, places(), months=effort.months),
        effort.benefit_until is not None,
    )


def _complete(values: Iterable[Valued], effort: TypedEffort) -> None:
    """UsageError when a value waits only for a term that was not typed."""
    if not effort.has_term and any(value.worth.why == "no_dates" for value in values):
        raise UsageError([Problem("value_needs_months", "--months")])


def _terminal(answer: _Answer, file: output.File | None) -> None:
    output.write_wrapped(answer.lines, file)


def _json(answer: _Answer, file: output.File | None) -> None:
    output.write(to_data.to_json(answer.values, answer.lang, answer.on), file)


def _csv(answer: _Answer, file: output.File | None) -> None:
    output.write(to_data.to_csv(answer.values, answer.lang), file)


FORMATS: Mapping[str, Callable[[_Answer, output.File | None], None]] = {
    "terminal": _terminal,
    "json": _json,
    "csv": _csv,
}

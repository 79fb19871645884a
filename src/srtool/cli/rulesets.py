"""srtool rulesets: which there are, what is in them, and whether one of your own is in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from srtool.cli import output
from srtool.cli import run as shared
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.errors import Problem, RuleSetError, UsageError
from srtool.readers.rules import rule_sets
from srtool.rules.rulebook import RuleBook
from srtool.texts import Lang, sentence
from srtool.views.rules import comparison, to_lines


def overview(options: Options) -> int:
    """Lists the rule sets; those that are wrong are named after the others."""
    on = options.on()
    good, problems = rule_sets.load_all(settings().rule_sets)
    output.write_wrapped(to_lines.overview([loaded.rules for loaded in good], options.lang, on))
    if problems:
        raise RuleSetError(problems)
    return 0


def show(options: Options) -> int:
    """Shows the rules of one rule set on a day."""
    on, render = options.on(), SHOW_FORMATS[options.choice("format", SHOW_FORMATS)]
    file = output.text_target(options)
    loaded = _loaded(options.argument("rule_set_id"))
    shared.refuse_rules(file, [loaded], settings())
    render(loaded, options.lang, on, file)
    return 0


def listing(options: Options) -> int:
    """Names the rule sets that list an authority, and the others that there are to choose from."""
    authority, on = options.argument("authority"), options.on()
    book = RuleBook({}, {}, members=rule_sets.members(settings().rule_sets))
    listed, others = book.policies_for(authority)
    rules = [_loaded(name).rules for name in listed]
    output.write_wrapped(to_lines.listing(authority, rules, others, options.lang, on))
    return 0


def validate(options: Options) -> int:
    """Says that a file of rules is in order; RuleSetError when it is not."""
    path = options.argument("rule_set_file")
    rules = rule_sets.load(Path(path)).rules
    output.write(sentence(options.lang, "cli.wrong.valid").format(path=path, id=rules.id) + "\n")
    return 0


def compare(options: Options) -> int:
    """Shows the differences of two rule sets, each on its day; that there are any is no failure."""
    on = options.on()
    name = options.argument("rule_set_a")
    other = name if options.text("rule_set_b") is None else options.argument("rule_set_b")
    on_b = options.day("on_b") or on
    if other == name and on_b == on:
        raise UsageError([Problem("compares_itself", name)])
    render = FORMATS[options.choice("format", FORMATS)]
    file = output.text_target(options)
    loaded, loaded_b = _loaded(name), _loaded(other)
    shared.refuse_rules(file, [loaded, loaded_b], settings())
    side = comparison.Side("A", loaded.rules, loaded.sha256, on)
    side_b = comparison.Side("B", loaded_b.rules, loaded_b.sha256, on_b)
    render(side, side_b, options.lang, file)
    return 0


def _loaded(name: str) -> rule_sets.Loaded:
    return rule_sets.load(rule_sets.find(name, settings().rule_sets))


def _terminal(side: comparison.Side, other: comparison.Side, lang: Lang, file: output.File | None) -> None:
    output.write_wrapped(comparison.lines(side, other, lang), file)


def _json(side: comparison.Side, other: comparison.Side, lang: Lang, file: output.File | None) -> None:
    output.write(comparison.to_json(side, other, lang), file)


def _show_terminal(loaded: rule_sets.Loaded, lang: Lang, on: date, file: output.File | None) -> None:
    output.write_wrapped(to_lines.show(loaded.rules, lang, on), file)


def _show_json(loaded: rule_sets.Loaded, lang: Lang, on: date, file: output.File | None) -> None:
    from srtool.views.rules import to_json

    output.write(to_json.show(loaded.rules, loaded.sha256, lang, on), file)


SHOW_FORMATS: Mapping[str, Callable[[rule_sets.Loaded, Lang, date, output.File | None], None]] = {
    "terminal": _show_terminal,
    "json": _show_json,
}
"""The formats of `show`."""

FORMATS: Mapping[str, Callable[[comparison.Side, comparison.Side, Lang, output.File | None], None]] = {
    "terminal": _terminal,
    "json": _json,
}
"""The formats of `compare`."""

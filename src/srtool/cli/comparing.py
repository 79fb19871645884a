"""The work of `srtool rulesets compare`: two rule sets, each as it holds on its day, held against each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from srtool.cli import output, session
from srtool.readers.rules import rule_sets
from srtool.texts import Lang

FORMATS = ("terminal", "json")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of one run, checked."""

    names: tuple[str, str]
    days: tuple[date, date]
    format: str
    out: Path | None
    force: bool


def run(wanted: Wanted, lang: Lang) -> int:
    """Shows the differences; that there are any is no failure."""
    from srtool.views.rules import comparison

    folder = session.settings().rule_sets
    one, other = (rule_sets.load(rule_sets.find(name, folder)) for name in wanted.names)
    sides = (
        comparison.Side("A", one.rules, one.sha256, wanted.days[0]),
        comparison.Side("B", other.rules, other.sha256, wanted.days[1]),
    )
    if wanted.format == "json":
        output.write(comparison.to_json(*sides, lang), out=wanted.out, force=wanted.force)
    else:
        output.write_fitting(comparison.lines(*sides, lang), out=wanted.out, force=wanted.force)
    return 0

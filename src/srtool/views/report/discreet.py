"""Findings as they may be passed on: which efforts they are about stays in the register, for an effort is a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from srtool.finding import Finding, Given, Report, Step
from srtool.portfolio.people import person_of
from srtool.portfolio.suppression import FEWEST, is_few
from srtool.register.model import Effort
from srtool.texts import Lang
from srtool.views.shared.names import counted
from srtool.views.sheets.book import words

_ROW = re.compile(r"[!\[].*\Z")


def discreet(report: Report, efforts: Iterable[Effort], lang: Lang) -> Report:
    """The same report without the numbers of efforts and their rows; how many is told where not few people did them."""
    persons = {effort.id: person_of(effort) for effort in efforts}
    return replace(report, findings=tuple(_discreet(finding, persons, lang) for finding in report.findings))


def _discreet(finding: Finding, persons: Mapping[str, str | None], lang: Lang) -> Finding:
    efforts = next((step for step in finding.steps if step.name == "efforts"), None)
    if efforts is None:
        return finding
    names = str(efforts.value).split("; ")
    people = {persons.get(name, name) for name in names} - {None}
    phrases = (
        words(lang, "table")["few_people"].format(fewest=FEWEST)
        if is_few(len(people))
        else counted(lang, "efforts", len(names), "report")
    )
    hidden = Step("efforts", phrases, efforts.unit, Given(_ROW.sub("", finding.place)))
    steps = tuple(hidden if step is efforts else step for step in finding.steps)
    return replace(finding, place=_ROW.sub("", finding.place), steps=steps)

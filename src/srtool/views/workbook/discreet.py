"""Findings as they may be passed on: which efforts they are about stays in the register, for an effort is a person."""

from __future__ import annotations

import re
from dataclasses import replace

from srtool.finding import Finding, Given, Report, Step
from srtool.monitor.shield import FEWEST
from srtool.texts import Lang
from srtool.views.names import counted
from srtool.views.workbook.book import words

_ROW = re.compile(r"[!\[].*\Z")


def discreet(report: Report, lang: Lang) -> Report:
    """The same report without the numbers of efforts, and without their rows; under five they are only called few."""
    return replace(report, findings=tuple(_discreet(one, lang) for one in report.findings))


def _discreet(one: Finding, lang: Lang) -> Finding:
    efforts = next((step for step in one.steps if step.name == "efforts"), None)
    if efforts is None:
        return one
    count = str(efforts.value).count(";") + 1
    said = (
        words(lang, "table")["few_efforts"].format(fewest=FEWEST)
        if count < FEWEST
        else counted(lang, "efforts", count, "report")
    )
    hidden = Step("efforts", said, efforts.unit, Given(_ROW.sub("", one.place)))
    steps = tuple(hidden if step is efforts else step for step in one.steps)
    return replace(one, place=_ROW.sub("", one.place), steps=steps)

"""Findings as they may be passed on: which efforts they are about stays in the register, for an effort is a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from srtool.finding import Finding, Given, Report, Step, Unit
from srtool.place import Place
from srtool.portfolio.people import FEWEST, person_of
from srtool.portfolio.suppression import is_few
from srtool.register.model import Effort
from srtool.texts import Lang, sentence
from srtool.views.shared.names import counted


def discreet(report: Report, efforts: Iterable[Effort], lang: Lang) -> Report:
    """The same report without the numbers of efforts and their rows; how many is told where not few people did them."""
    persons = {effort.id: person_of(effort) for effort in efforts}
    return replace(report, findings=tuple(_discreet(finding, persons, lang) for finding in report.findings))


def _discreet(finding: Finding, persons: Mapping[str, str | None], lang: Lang) -> Finding:
    efforts = next((step for step in finding.steps if step.name == "efforts"), None)
    if efforts is None:
        return finding
    names: Sequence[str] = efforts.value
    people = {persons.get(name, name) for name in names} - {None}
    phrases = (
        sentence(lang, "shared.discreet.few_people").format(fewest=FEWEST)
        if is_few(len(people))
        else counted(lang, "shared.efforts", len(names))
    )
    place = finding.place.whole_table() if isinstance(finding.place, Place) else finding.place
    hidden = Step("efforts", phrases, Unit.TEXT, Given(place))
    steps = tuple(hidden if step is efforts else step for step in finding.steps)
    return replace(finding, place=place, steps=steps)

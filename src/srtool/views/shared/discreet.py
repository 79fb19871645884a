"""Findings as they may be passed on: which efforts they are about stays in the register, for an effort is a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from srtool.checks import ALL
from srtool.finding import Finding, Given, Report, Step, Unit
from srtool.place import Place, Where
from srtool.portfolio.people import FEWEST, person_of
from srtool.portfolio.suppression import is_few
from srtool.register.model import Effort
from srtool.register.unread import UnreadCell
from srtool.texts import Lang, sentence
from srtool.views.shared.names import counted

_OF_SOMEBODY = frozenset(check.code for check in ALL if check.tells_of_somebody)
_AMOUNTS = frozenset({"claimed_parts", "worth_parts"})
"""Amounts of efforts one by one."""
_Persons = Mapping[str, str | None]
"""By number of an effort."""


def discreet(report: Report, efforts: Iterable[Effort], lang: Lang) -> Report:
    """The same report without the numbers of efforts and their rows; how many is told where not few people did them."""
    return replace(report, findings=tuple(discretion(efforts, lang)(report.findings)))


def discretion(efforts: Iterable[Effort], lang: Lang) -> Callable[[Iterable[Finding]], Iterator[Finding]]:
    """Makes the findings of a register with these efforts so; those about somebody are left out."""
    persons = {effort.id: person_of(effort) for effort in efforts}
    return lambda findings: (
        _discreet(finding, persons, lang) for finding in findings if finding.code not in _OF_SOMEBODY
    )


def discreet_cells(cells: Iterable[UnreadCell]) -> Iterator[UnreadCell]:
    """The cells that could not be read, without what stands in those of efforts and in which row."""
    for cell in cells:
        hidden = replace(cell, value="…", place=cell.place.whole_table(), proposed=None)
        yield hidden if cell.table == "efforts" else cell


def _discreet(finding: Finding, persons: _Persons, lang: Lang) -> Finding:
    steps = tuple(_step(step, persons, lang) for step in finding.steps)
    if steps == finding.steps:
        return finding
    return replace(finding, place=_whole(finding.place), steps=steps)


def _step(step: Step, persons: _Persons, lang: Lang) -> Step:
    place = step.origin.place if isinstance(step.origin, Given) else None
    origin = step.origin if place is None else Given(_whole(place))
    if step.name == "efforts":
        return Step(step.name, _how_many(step.value, persons, lang), Unit.TEXT, origin)
    if step.name in _AMOUNTS and any(persons.get(name, name) is not None for name, _ in step.value):
        return Step(step.name, sentence(lang, "shared.discreet.amounts"), Unit.TEXT, origin)
    return step


def _how_many(efforts: Sequence[str], persons: _Persons, lang: Lang) -> str:
    people = {persons.get(name, name) for name in efforts} - {None}
    if is_few(len(people)):
        return sentence(lang, "shared.discreet.few_people").format(fewest=FEWEST)
    return counted(lang, "shared.efforts", len(efforts))


def _whole(place: Where) -> Where:
    return place.whole_table() if isinstance(place, Place) else place

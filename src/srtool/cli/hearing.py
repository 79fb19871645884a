"""Of each contract judged for a report: into its sheets what they have in full, and gathered what others need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from srtool.case.case import Case
from srtool.cli.narrowing import Chosen
from srtool.finding import ContractVerdict, Finding, Report, Step
from srtool.portfolio.amounts_in_steps import finding_in_steps, is_in_steps
from srtool.portfolio.gathering import Gathering
from srtool.views.report.to_workbook import Told, Writing


class Hearing:
    """Hears what is judged, as far as it is in the part that was asked for."""

    def __init__(self, chosen: Chosen, gathering: Gathering, writing: Writing, later: Iterable[Finding]) -> None:
        """`later` is what notices add, after all that is said of the register."""
        self._chosen, self._gathering, self._writing = chosen, gathering, writing
        self._later = list(chosen.told(later))
        self._later_of: dict[str | None, list[Finding]] = defaultdict(list)
        for finding in self._later:
            self._later_of[finding.contract].append(finding)

    def of_register(self, findings: Sequence[Finding]) -> None:
        """What is asked of a whole register."""
        self._writing.of_register(self._chosen.told(findings))

    def of_contract(
        self, case: Case, verdict: ContractVerdict, steps: Sequence[Step], findings: Sequence[Finding]
    ) -> None:
        """One contract, with amounts of few people in steps where the gathering is discreet."""
        told, later = list(self._chosen.told(findings)), self._later_of.get(verdict.id, [])
        if not self._chosen.holds(verdict.id, (*told, *later)):
            return
        given = self._gathering.as_given(case)
        self._gathering.add(case, given, steps)
        if given is not None and given is not case.progress and is_in_steps(given):
            told, later = ([finding_in_steps(finding, given) for finding in each] for each in (told, later))
        self._writing.of_contract(Told(verdict, steps, given, told, later))

    def the_rest(self, report: Report) -> None:
        """What notices add, after the contracts; of the report the titles of these."""
        if self._later:
            titles = {verdict.id: verdict.title for verdict in report.contracts}
            self._writing.of_register(self._later, titles)

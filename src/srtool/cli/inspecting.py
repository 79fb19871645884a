"""One register judged under settings: as they are, and with the answers that somebody gives or might give."""

from __future__ import annotations

from dataclasses import field
from datetime import date
from pathlib import Path

from srtool.checks.evaluate import evaluate
from srtool.cli import run as shared
from srtool.finding import Answer, Outcome, Report
from srtool.inspection.answers import Tables, with_answers
from srtool.inspection.question import Question
from srtool.inspection.questions import Settled, questions
from srtool.inspection.trials import tried
from srtool.lazy_dataclass import dataclass
from srtool.readers.assumed import open_about_amounts, with_assumptions
from srtool.readers.rules import rule_sets
from srtool.readers.settings import Settings, of_tables
from srtool.register.assumptions import NOTHING_ASSUMED
from srtool.register.index import Index
from srtool.register.model import RegisterFile
from srtool.rules.rulebook import DEFAULT, EUROPEAN
from srtool.texts import Lang

_MOST_TRIED = 500
"""Of a register with more contracts a question ranks by how many wait for it: trying takes too long."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """A register as these settings have it."""

    register_file: RegisterFile
    report: Report
    questions: tuple[Question, ...]

    @property
    def undecided(self) -> int:
        """How many judgements cannot be made yet."""
        return self.report.counted[Outcome.UNDECIDED]

    @property
    def undecided_contracts(self) -> int:
        """Of how many contracts it cannot be said yet whether social return applies."""
        return sum(verdict.counted and verdict.applies is Answer.UNDECIDED for verdict in self.report.contracts)


@dataclass(slots=True)
class Inspector:
    """Judges one register on one day, as often as there are settings to try; what is read alike is read once."""

    path: str
    on: date
    lang: Lang
    settings_path: Path
    forced: str | None = None
    """The rule set of --rule-set."""
    allow_paths: bool = False
    read: dict[str, RegisterFile] = field(default_factory=dict)

    def inspected(self, tables: Tables) -> Inspected:
        """The register under the settings of these tables; InputError with what is wrong in either."""
        decided = of_tables(dict(tables), self.settings_path)
        assume = decided.assume or NOTHING_ASSUMED
        written = self._as_written(decided, tables)
        register_file = with_assumptions(written, assume)
        report = self._report(register_file, decided)
        is_named = bool(self.forced or decided.rule_set)
        settled = Settled(
            assume, () if is_named else _policies(decided), open_about_amounts(written), decided.labour_share
        )
        asked = questions(register_file, Index(register_file, self.on, assume.extended), report, settled)
        return Inspected(register_file, report, asked)

    def weighed(self, inspected: Inspected, tables: Tables) -> tuple[Question, ...]:
        """Its questions, ranked by what their answers would decide where that can be tried in reasonable time."""
        if len(inspected.register_file.register.contracts) > _MOST_TRIED:
            return inspected.questions

        def undecided(answers: Tables) -> int:
            decided = of_tables(with_answers(tables, answers), self.settings_path)
            written = self._as_written(decided, with_answers(tables, answers))
            return self._report(with_assumptions(written, decided.assume or NOTHING_ASSUMED), decided).counted[
                Outcome.UNDECIDED
            ]

        return tried(inspected.questions, inspected.undecided, undecided)

    def _as_written(self, decided: Settings, tables: Tables) -> RegisterFile:
        # Only these settings change how a file is read; standard input can be read once.
        of = "" if self.path == "-" else repr([tables.get(key) for key in ("columns", "values")]) + repr(_unit(decided))
        if of not in self.read:
            self.read[of] = shared.together(
                shared.as_written(
                    [self.path],
                    self.forced,
                    decided,
                    self.lang,
                    allow_paths=self.allow_paths,
                    may_be_empty=True,
                )
            )
        return self.read[of]

    def _report(self, register_file: RegisterFile, decided: Settings) -> Report:
        book = shared.rule_book([register_file], self.forced, decided)
        own = shared.own(decided)
        return evaluate(register_file, book, self.on, own, kept=frozenset(), keep_cases=False).report


def _unit(decided: Settings) -> str | None:
    return None if decided.assume is None else decided.assume.unit


def _policies(decided: Settings) -> tuple[str, ...]:
    """The plain names of the rule sets to choose from, that of the State first."""
    names = dict.fromkeys((DEFAULT, *rule_sets.members(decided.rule_sets)))
    return tuple(name for name in names if name != EUROPEAN)

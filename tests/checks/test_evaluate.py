"""What an evaluation keeps, and what it only counts."""

from __future__ import annotations

from collections import Counter
from datetime import date

from srtool.checks.evaluate import evaluate
from srtool.cli import run
from srtool.finding import OPEN, Outcome, Report
from srtool.readers import register
from srtool.readers.settings import Settings
from tests.support.paths import EXAMPLES

REGISTER = EXAMPLES / "running.toml"


def _report(kept: frozenset[Outcome] = frozenset(Outcome)) -> Report:
    register_file, settings = register.read(REGISTER, {}), Settings()
    book = run.rule_book([register_file], None, settings)
    return evaluate(register_file, book, date(2026, 11, 22), run.own(settings), kept=kept).report


def test_what_is_not_kept_is_counted() -> None:
    whole, part = _report(), _report(OPEN)
    assert part.findings == tuple(one for one in whole.findings if one.outcome in OPEN)
    assert 0 < len(part.findings) < len(whole.findings)
    assert part.counted == whole.counted == Counter(one.outcome for one in whole.findings)
    assert part.contracts == whole.contracts

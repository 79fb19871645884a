"""The work of `srtool report`: a register read, judged, followed and combined, and one workbook of it all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from srtool import evaluate
from srtool.bundle.candidates import Grouping
from srtool.bundle.plan import plan
from srtool.checks.check import Case
from srtool.cli import bundling, checking, output, reading, session
from srtool.errors import OutputError, Problem
from srtool.grouping import suppliers
from srtool.monitor.portfolio import monitor
from srtool.monitor.shield import shielded
from srtool.readers import rule_sets
from srtool.texts import Lang, load
from srtool.what_if import what_if

SUFFIX = ".xlsx"


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of one run, checked."""

    path: str
    out: Path
    on: date
    rule_set: str | None
    previous: str | None
    force: bool
    quiet: bool


def target(out: str | None, *, force: bool, inputs: Iterable[str]) -> Path:
    """The workbook to write, known to be writable; OutputError when it is not, or is no .xlsx."""
    if out and out != output.STDOUT and Path(out).suffix.lower() != SUFFIX:
        raise OutputError([Problem("suffix", out, {"supported": SUFFIX})])
    path = output.target(out, force=force, inputs=inputs)
    if path is None:
        raise OutputError([Problem("report_needs_out", "--out")])
    return path


def run(wanted: Wanted, lang: Lang) -> int:
    """Writes the workbook; findings are for reading, so the exit code says only whether it was made."""
    settings = session.settings()
    unknown = None if wanted.rule_set else partial(rule_sets.unknown, folder=settings.rule_sets)
    (portfolio,) = reading.registers([wanted.path], settings, lang, unknown)
    book = checking.rule_book([portfolio], wanted.rule_set, settings)
    checking.refuse_unknown_blocks([portfolio], book, settings)
    made: list[Case] = []
    report = evaluate.evaluate(portfolio, book, wanted.on, checking.own(settings), None, made.append)
    standing = [case.progress for case in made if case.progress is not None]
    found = shielded(monitor(standing, portfolio.register.targets, wanted.on))
    texts = {frozenset(merge.members): merge for merge in portfolio.register.merges}
    by_number = suppliers(portfolio.register)
    bundles = plan(made, Grouping(None, bundling.WINDOW, by_number), wanted.on, texts)
    if not wanted.quiet:
        session.remark(portfolio.remarks, lang)

    from srtool.views import to_excel
    from srtool.views.workbook.contents import Contents

    own = {supplier.id: supplier.name for supplier in portfolio.register.suppliers}
    names = {name: own[number] for name, number in by_number.items() if number in own}
    contents = Contents(portfolio, report, found, bundles, book, names, what_if(made))
    with output.whole_file(wanted.out, force=wanted.force) as stream:
        to_excel.save(contents, lang, stream)
    if not wanted.quiet:
        session.write_error(load(lang, "cli")["wrong"]["report_written"].format(path=wanted.out) + "\n")
    return 0

"""The work of `srtool bundle`: a register read, planned and shown, and the file in which merges are motivated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from srtool.bundle.candidates import By, Grouping
from srtool.bundle.merging import Texts
from srtool.bundle.plan import plan
from srtool.bundle.proposal import Bundle, Group, Plan
from srtool.case.grouping import CPV_GROUP
from srtool.checks import combination, evaluate
from srtool.cli import checking, output, reading, session
from srtool.cli.progress_bar import bar
from srtool.errors import OutputError, Problem, UsageError
from srtool.finding import Report
from srtool.readers.rules import rule_sets
from srtool.register.model import Merge, RegisterFile
from srtool.rules.rulebook import EUROPEAN, RuleBook
from srtool.texts import Lang, load

CODES = frozenset(check.code for check in combination.ALL)
"""What is reported beside the proposals: counting together and splitting are other things than merging."""
WINDOW = 12
_LONGEST_WINDOW = 120
_DIGITS = range(2, 9)
_MOTIVATION = (".toml", ".xlsx")
Proposal = tuple[Bundle | None, Merge]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of one run, checked."""

    path: str
    by: By | None
    window: int
    motivation: str | None
    write: Path | None
    rule_set: str | None
    on: date
    strict: bool
    format: str
    fail_on: str
    out: Path | None
    force: bool
    why: bool
    quiet: bool


def run(wanted: Wanted, lang: Lang) -> int:
    """Shows the plan, and writes the file for the motivations when asked for."""
    settings = session.settings()
    unknown = None if wanted.rule_set else partial(rule_sets.unknown, folder=settings.rule_sets)
    (register_file,) = reading.registers([wanted.path], settings, lang, unknown)
    if wanted.motivation is not None:
        register_file = reading.with_motivation(register_file, wanted.motivation)
    book = checking.rule_book([register_file], wanted.rule_set, settings)
    evaluation = evaluate.evaluate(register_file, book, wanted.on, checking.own(settings), CODES)
    report, grouping = evaluation.report, Grouping(wanted.by, wanted.window, evaluation.index.suppliers)
    texts = {frozenset(merge.members): merge for merge in register_file.register.merges}
    found = plan(evaluation.cases, grouping, wanted.on, texts, lambda groups: _watched(groups, lang))
    if not wanted.quiet:
        session.remark(register_file.remarks, lang)
    if wanted.write is not None:
        _write(
            _proposals(found, texts, register_file.register.merges), _least(book, wanted.on), wanted.write, wanted, lang
        )
    _show(found, report, register_file, wanted, lang)
    return checking.exit_code(report.findings, wanted.fail_on, strict=wanted.strict)


def grouped_by(value: str | None) -> By | None:
    """What --by names: supplier, cpv:N, category or unit; UsageError otherwise."""
    if value is None:
        return None
    what, colon, digits = value.strip().lower().partition(":")
    match what:
        case "supplier" | "category" | "unit" if not colon:
            return By(what)
        case "cpv" if not colon:
            return By("cpv", CPV_GROUP)
        case "cpv" if digits.isascii() and digits.isdigit() and int(digits) in _DIGITS:
            return By("cpv", int(digits))
    raise UsageError([Problem("bad_by", "--by", {"value": value})])


def months(value: str | None) -> int:
    """The months of --window; UsageError when it is no whole number of them."""
    if value is None:
        return WINDOW
    text = value.strip()
    if not (text.isascii() and text.isdigit() and int(text) <= _LONGEST_WINDOW):
        raise UsageError([Problem("bad_window", "--window", {"value": value, "most": _LONGEST_WINDOW})])
    return int(text)


def motivation_target(write: str | None, *, force: bool, others: Sequence[str]) -> Path | None:
    """The file of --write, known to be writable and none of the others; OutputError when it is not."""
    if write is None:
        return None
    if write and Path(write).suffix.lower() not in _MOTIVATION:
        raise OutputError([Problem("suffix", write, {"supported": ", ".join(_MOTIVATION)})])
    return output.target(write, force=force, inputs=others, option="--write")


def _least(book: RuleBook, on: date) -> int:
    """The characters from which a text counts."""
    return next((limit.characters or 0 for limit in book.sets[EUROPEAN].on(on).limit if limit.id == "merge-text"), 0)


def _proposals(found: Plan, texts: Texts, kept: Sequence[Merge]) -> list[Proposal]:
    """Each merge with what was written about it; then what was written about contracts that are proposed no more."""
    merges = [bundle for bundle in found.bundles if bundle.group.bundle == "merge"]
    proposed = {frozenset(bundle.members) for bundle in merges}
    now: list[Proposal] = [(one, texts.get(frozenset(one.members), Merge(one.members))) for one in merges]
    return now + [(None, merge) for merge in kept if frozenset(merge.members) not in proposed]


def _write(proposals: Sequence[Proposal], least: int, path: Path, wanted: Wanted, lang: Lang) -> None:
    """The file with the questions; a sentence instead when there is nothing to motivate."""
    words = load(lang, "cli")["wrong"]
    if not proposals:
        session.write_error(words["nothing_to_motivate"].format(path=path) + "\n")
        return
    if path.suffix.lower() == ".toml":
        from srtool.views.bundle import motivation_toml

        output.write(motivation_toml.text(proposals, least, lang), out=path, force=wanted.force)
    else:
        from srtool.views.bundle import motivation_xlsx

        output.write_whole(path, [motivation_xlsx.workbook(proposals, least, lang)], force=wanted.force)
    session.write_error(
        words["motivation_written"].format(
            path=path, typed=session.typed(str(path)), register=session.typed(wanted.path)
        )
        + "\n"
    )


def _show(found: Plan, report: Report, register_file: RegisterFile, wanted: Wanted, lang: Lang) -> None:
    names = {supplier.id: supplier.name for supplier in register_file.register.suppliers}
    match wanted.format:
        case "json":
            from srtool.views.bundle import to_json

            output.write(to_json.pieces(found, report, lang), out=wanted.out, force=wanted.force)
        case "csv":
            from srtool.views.bundle import to_csv

            output.write(to_csv.pieces(found, lang, names), out=wanted.out, force=wanted.force)
        case _:
            from srtool.views.bundle import to_lines
            from srtool.views.check.view_options import How

            how = How(output.width() if wanted.out is None else 100, wanted.why, wanted.quiet)
            lines = to_lines.bundle(found, report, lang, how, names, wanted.path)
            output.write_lines(lines, out=wanted.out, force=wanted.force)


def _watched(groups: Sequence[Group], lang: Lang) -> Iterator[Group]:
    """The groups one by one, with how far it is."""
    with bar(load(lang, "cli")["wrong"]["planning"], len(groups)) as step:
        for group in groups:
            yield group
            step()

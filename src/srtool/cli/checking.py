"""The work of `srtool check`: registers read, judged and shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from srtool.case.build import Own
from srtool.checks import ALL, evaluate
from srtool.cli import output, reading, session
from srtool.contract import demand
from srtool.errors import InputError, Problem, UsageError
from srtool.finding import Answer, Finding, Level, Outcome, Report
from srtool.progress.record import Limits
from srtool.readers.problems import nearest
from srtool.readers.rules import rule_sets
from srtool.readers.settings import Settings
from srtool.register.model import Contract, RegisterFile
from srtool.register.status import BEFORE_AWARD
from srtool.rules import rulebook
from srtool.rules.ruleset import RuleSet
from srtool.texts import Lang

if TYPE_CHECKING:
    from srtool.views.check.view_options import Demand

FORMATS = ("terminal", "json", "csv")
FAIL_ON = ("error", "warning", "notice", "never")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of one run, checked."""

    paths: tuple[str, ...]
    rule_set: str | None
    on: date
    codes: frozenset[str] | None
    motivation: str | None
    strict: bool
    format: str
    fail_on: str
    out: Path | None
    force: bool
    why: bool
    quiet: bool


def run(wanted: Wanted, lang: Lang) -> int:
    """Shows the report on all files; the exit code says whether something must be done."""
    settings = session.settings()
    if wanted.motivation is not None and len(wanted.paths) > 1:
        raise UsageError([Problem("motivation_of_one", "--motivation")])
    unknown = None if wanted.rule_set else partial(rule_sets.unknown, folder=settings.rule_sets)
    register_files = reading.registers(wanted.paths, settings, lang, unknown)
    if wanted.motivation is not None:
        register_files = [reading.with_motivation(register_files[0], wanted.motivation)]
    book = rule_book(register_files, wanted.rule_set, settings)
    refuse_unknown_blocks(register_files, book, settings)
    reports = [
        evaluate.evaluate(register_file, book, wanted.on, own(settings), wanted.codes, keep_cases=False).report
        for register_file in register_files
    ]
    report = reports[0] if len(reports) == 1 else evaluate.join(list(distinct(reports)))
    if not wanted.quiet:
        session.remark([remark for register_file in register_files for remark in register_file.remarks], lang)
    _show(report, register_files, wanted, lang, book)
    return exit_code(report.findings, wanted.fail_on, strict=wanted.strict)


def own(settings: Settings) -> Own:
    """What the organisation decides itself."""
    return Own(settings.labour_share, settings.limits, limits_of(settings))


def limits_of(settings: Settings, silent_after: int | None = None) -> Limits:
    """From when on a contract is silent, behind or starting: the option, else the settings, else as shipped."""
    written = settings.monitor
    usual = Limits()
    return Limits(
        silent_after=silent_after or written.get("silent_after"),
        behind_percent=Decimal(written.get("behind_percent", usual.behind_percent)),
        starting_months=written.get("starting_months", usual.starting_months),
        unconfirmed_days=written.get("unconfirmed_days", usual.unconfirmed_days),
    )


def distinct(reports: Sequence[Report]) -> Iterator[Report]:
    """The reports with their contracts told apart: an id that stands in two files gets its file before it."""
    times = Counter(contract.id for report in reports for contract in report.contracts)
    for report in reports:
        name = report.receipt.inputs[0][0]
        new = {one.id: f"{name}: {one.id}" for one in report.contracts if times[one.id] > 1}
        yield replace(
            report,
            contracts=tuple(replace(one, id=new.get(one.id, one.id)) for one in report.contracts),
            findings=tuple(
                replace(one, contract=new[one.contract]) if one.contract in new else one for one in report.findings
            ),
        )


def selected(codes: str | None) -> frozenset[str] | None:
    """The codes named by --select, a family by its first letters; None for all of them."""
    if codes is None:
        return None
    if not codes.strip(" ,"):
        raise UsageError([Problem("empty_value", "--select")])
    known = [check.code for check in ALL]
    asked = [part.strip().upper() for part in codes.split(",") if part.strip()]
    wrong = [part for part in asked if len(part) < 3 or not any(code.startswith(part) for code in known)]
    if wrong:
        values = {"codes": ", ".join(wrong), "known": ", ".join(known)}
        raise UsageError([Problem("unknown_code", "--select", values)])
    return frozenset(code for code in known if code.startswith(tuple(asked)))


def exit_code(findings: Iterable[Finding], fail_on: str, *, strict: bool) -> int:
    """1 when a check is not met at or above the level, or, strictly, when any is undecided; else 0."""
    if fail_on == "never":
        return 0
    limit = Level(fail_on).rank
    return int(
        any(
            (f.outcome is Outcome.NOT_MET and f.level.rank <= limit) or (strict and f.outcome is Outcome.UNDECIDED)
            for f in findings
        )
    )


def rule_book(register_files: Iterable[RegisterFile], forced: str | None, settings: Settings) -> rulebook.RuleBook:
    """The rule sets that the contracts fall under, and the European thresholds that always count."""
    contracts = [
        (row, contract)
        for register_file in register_files
        for row, contract in zip(register_file.rows["contracts"], register_file.register.contracts, strict=True)
    ]
    book = rulebook.RuleBook({}, {}, forced, settings.rule_set)
    used = dict.fromkeys(name for _, contract in contracts if (name := book.name_for(contract)) is not None)
    wrong: type[UsageError | InputError] = InputError
    named: dict[str, str] = {}
    if forced is not None:
        named[forced] = "--rule-set"
        wrong = UsageError
    else:
        for row, contract in contracts:
            if contract.rule_set is not None:
                named.setdefault(contract.rule_set, row.at("rule_set"))
        if settings.rule_set is not None:
            named.setdefault(settings.rule_set, "srtool.toml: rule_set")
    loaded = _loaded(dict.fromkeys((*used, rulebook.EUROPEAN), "") | named, settings, wrong)
    counting = {name: loaded[name] for name in (*used, rulebook.EUROPEAN)}
    if problems := list(_same_id(counting, named)):
        raise wrong(problems)
    return replace(
        book,
        sets={name: one.rules for name, one in counting.items()},
        sha256={name: one.sha256 for name, one in counting.items()},
    )


def _same_id(loaded: Mapping[str, rule_sets.Loaded], places: Mapping[str, str]) -> Iterator[Problem]:
    """Two files with one id: a verdict could not say which of the two it follows."""
    first: dict[str, str] = {}
    # What always counts comes first, so that the file that was named is the one to change.
    for name in sorted(loaded, key=lambda name: name in places):
        other = first.setdefault(loaded[name].rules.id, name)
        if loaded[other].sha256 != loaded[name].sha256:
            values = {"id": loaded[name].rules.id, "value": name, "other": other}
            yield Problem("rule_set_same_id", places.get(name, ""), values)


def _loaded(
    named: Mapping[str, str], settings: Settings, wrong: type[UsageError | InputError]
) -> dict[str, rule_sets.Loaded]:
    """The rule sets by the names under which they are asked for; an unknown one is said where it is named."""
    loaded: dict[str, rule_sets.Loaded] = {}
    problems: list[Problem] = []
    for name, place in named.items():
        try:
            loaded[name] = rule_sets.load(rule_sets.find(name, settings.rule_sets))
        except UsageError as error:
            problems += [Problem(one.code, place, one.values) for one in error.problems]
    if problems:
        raise wrong(problems)
    return loaded


def refuse_unknown_blocks(register_files: Iterable[RegisterFile], book: rulebook.RuleBook, settings: Settings) -> None:
    """InputError for the building blocks that no rule set knows, in any version, with the nearest that is known."""
    used = {
        effort.block: row.at("block")
        for register_file in register_files
        for effort, row in zip(register_file.register.efforts, register_file.rows.get("efforts", ()), strict=True)
        if effort.block is not None
    }
    strange = _strange(used, book.sets.values())
    if not strange:
        return
    every = [one.rules for one in rule_sets.load_all(settings.rule_sets)[0]]
    strange = _strange(strange, every)
    if strange:
        known = sorted({block.id for rules in every for block in rules.block})
        raise InputError(
            Problem("block_nowhere", place, {"near": nearest(name, known)}) for name, place in strange.items()
        )


def _strange(used: Mapping[str, str], sets: Iterable[RuleSet]) -> dict[str, str]:
    """The names that none of these rule sets knows."""
    several = list(sets)
    return {name: place for name, place in used.items() if not any(rules.blocks_named(name) for rules in several)}


def before_award(codes: frozenset[str] | None) -> tuple[str, ...]:
    """The chosen checks that are done only before the award."""
    return tuple(c.code for c in ALL if c.stages == BEFORE_AWARD and (codes is None or c.code in codes))


def agreed(book: rulebook.RuleBook) -> frozenset[str]:
    """The rule sets in which no percentage is the norm: their goals are agreed per contract."""
    return frozenset(
        rules.id
        for rules in book.sets.values()
        if rules.obligation and all(o.kind == "by_agreement" for o in rules.obligation if o.level != "ambition")
    )


def demands(report: Report, contracts: Sequence[Contract]) -> dict[str, Demand]:
    """Per contract of the report what it asks without an amount or a percentage; both are in the same order."""
    return {verdict.id: _demand(one) for verdict, one in zip(report.contracts, contracts, strict=True)}


def _demand(contract: Contract) -> Demand:
    from srtool.views.check.view_options import Demand

    asked = contract.social_return
    match demand.asks(contract):
        case Answer.NO:
            return Demand("nothing")
        case Answer.UNDECIDED:
            return Demand("silent")
    if asked.growth:
        return Demand("growth")
    return Demand("people", asked.people) if asked.people else Demand("bare")


def _show(
    report: Report, register_files: Sequence[RegisterFile], wanted: Wanted, lang: Lang, book: rulebook.RuleBook
) -> None:
    match wanted.format:
        case "json":
            from srtool.views.check import to_json

            output.write(to_json.pieces(report, lang), out=wanted.out, force=wanted.force)
        case "csv":
            from srtool.views.check import to_csv

            output.write(to_csv.pieces(report, lang), out=wanted.out, force=wanted.force)
        case _:
            from srtool.views.check import to_lines
            from srtool.views.check.view_options import How

            asked = demands(
                report, [one for register_file in register_files for one in register_file.register.contracts]
            )
            width = output.width() if wanted.out is None else 100
            how = How(width, wanted.why, wanted.quiet, before_award(wanted.codes), agreed(book), asked)
            lines = to_lines.check(report, lang, how)
            output.write_lines(lines, out=wanted.out, force=wanted.force)

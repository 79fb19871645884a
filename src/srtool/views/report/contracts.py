"""The sheet of contracts: one row each, with what applies, what is asked and how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from srtool.finding import Answer, ContractVerdict, Report
from srtool.lazy_dataclass import dataclass
from srtool.portfolio.gathering import Basis
from srtool.progress.standing import Progress
from srtool.register.model import Contract
from srtool.texts import Lang, sentence, words
from srtool.texts.say import day, word
from srtool.views.report.contents import Contents
from srtool.views.report.progress_percent import progress_percent
from srtool.views.report.tones import state_word
from srtool.views.shared.names import capital, label_key
from srtool.views.shared.table import Column, Link, Tone, Toned, Value
from srtool.views.sheets.book import Book
from srtool.views.sheets.table import TableSheet

_APPLIES: Mapping[Answer, Tone] = {Answer.YES: "good", Answer.NO: "calm", Answer.UNDECIDED: "open"}


class Counted(NamedTuple):
    """How many findings of each sort a contract has."""

    error: int = 0
    warning: int = 0
    undecided: int = 0


@dataclass(frozen=True, slots=True)
class ContractRow:
    """What is known of one contract: by the register, by the checks and, where it owes something, of its progress."""

    verdict: ContractVerdict
    contract: Contract
    progress: Progress | None
    counted: Counted
    supplier: str | None
    basis: Basis
    derived: frozenset[str]
    """Which of its ends follow from a term in words."""
    unchanged: str | None
    """Why the sheet *What-if* leaves its obligation as it is."""


def write(book: Book, contents: Contents, where: Mapping[str, str]) -> None:
    """The sheet; `where` says where the reasoning of each contract begins."""
    shown = columns(book.lang, where, beside_what_if=contents.what_if is not None)
    if any(progress.improbable_day is not None for progress in contents.monitoring.contracts):
        shown = (*shown, Column("improbable", "wrapped", lambda row: _improbable(row, book.lang), 46))
    sheet = TableSheet(book, "contracts", shown, links=len(contents.report.contracts))
    for row in rows(contents):
        sheet.append(row)
    sheet.close()


def rows(contents: Contents) -> Iterator[ContractRow]:
    """One per contract, in the order of the register."""
    progress, counts = contents.progress(), _counted(contents.report)
    what_if = contents.what_if
    register_file = contents.register_file
    of_register = zip(register_file.register.contracts, register_file.rows["contracts"], strict=True)
    each = zip(contents.report.contracts, of_register, contents.bases, strict=True)
    for place, (verdict, (contract, row), basis) in enumerate(each):
        yield ContractRow(
            verdict,
            contract,
            progress.get(verdict.id),
            counts.get(verdict.id, Counted()),
            contents.supplier(contract.supplier),
            basis,
            row.derived,
            None if what_if is None else what_if.unchanged[place],
        )


def _counted(report: Report) -> dict[str | None, Counted]:
    """Of each contract that has any."""
    counts: dict[str | None, Counted] = {}
    for finding in report.findings:
        label = label_key(finding)
        if label in Counted._fields:
            counts[finding.contract] = _one_more(counts.get(finding.contract, Counted()), label)
    return counts


@cache
def _one_more(counted: Counted, label: str) -> Counted:
    """One finding more; contracts of which there are as many share what is said of them."""
    return counted._replace(**{label: getattr(counted, label) + 1})


def columns(lang: Lang, where: Mapping[str, str], *, beside_what_if: bool) -> tuple[Column[ContractRow], ...]:
    """Its columns; beside the sheet *What-if* one more, for that looks up all it needs here: sorted, it stays true."""
    first = (*_first(lang, where), *_of_findings())
    rest = (*_of_register(lang), *_of_demand(lang), *_of_progress())
    if beside_what_if:
        rest = (*rest, _unchanged(lang))
    return (*first, *(replace(column, folded=True) for column in rest))


def _first(lang: Lang, where: Mapping[str, str]) -> tuple[Column[ContractRow], ...]:
    """What everybody asks: which contract, until when, who it is with, how far it is."""
    return (
        Column("contract", "wrapped", lambda row: Link(row.verdict.id, where.get(row.verdict.id)), 16),
        Column("title", "wrapped", lambda row: row.verdict.title, 34),
        Column("supplier", "wrapped", lambda row: row.supplier, 28),
        Column("contract_manager", "wrapped", lambda row: row.contract.contract_manager, 20),
        Column("phase", "text", lambda row: word(lang, row.verdict.status), 12),
        Column("end", "date", lambda row: row.basis.end, 12),
        Column("applies", "wrapped", lambda row: _applies(row.verdict, lang), 24),
        _amount("owed", lambda progress: progress.owed),
        _amount("confirmed", lambda progress: progress.shown("confirmed")),
        _amount("gap", lambda progress: progress.shown("gap")),
        Column("progress", "percent", _followed(progress_percent), 11, bars=True),
        Column("state", "wrapped", _followed(lambda progress: state_word(progress.state, lang)), 22),
    )


def _of_register(lang: Lang) -> tuple[Column[ContractRow], ...]:
    terms = words(lang, "report.term_origins")
    return (
        Column("category", "wrapped", lambda row: row.contract.category, 16),
        Column("unit_of", "wrapped", lambda row: row.contract.unit, 28),
        Column("client", "wrapped", lambda row: row.contract.client, 26),
        Column("buyer", "wrapped", lambda row: row.contract.buyer, 20),
        Column("adviser", "wrapped", lambda row: row.contract.social_return_adviser, 20),
        Column("kind", "text", lambda row: row.basis.kind and word(lang, row.basis.kind), 11),
        Column("start", "date", lambda row: row.contract.start, 12),
        Column("end_latest", "date", lambda row: row.contract.end_latest, 12),
        Column("term_is", "wrapped", lambda row: _term_origin(row, terms), 22),
    )


def _of_demand(lang: Lang) -> tuple[Column[ContractRow], ...]:
    origins = words(lang, "report.wage_sum_origins")
    return (
        Column("rule_set", "wrapped", lambda row: row.verdict.rule_set, 15),
        Column("contract_value", "euro", _contract_value, 17, "sum", is_part=lambda row: _contract_value(row) is None),
        Column("wage_sum", "euro", lambda row: row.verdict.wage_sum, 17, "sum", is_part=_lacks_wage_sum),
        Column("wage_sum_origin", "text", lambda row: origins[row.verdict.wage_sum_origin], 12),
        Column("labour_share", "percent", _labour_share, 18),
        Column("norm", "euro", lambda row: row.verdict.norm_obligation, 15, "sum", is_part=_lacks_norm),
        Column("asked_percent", "percent", lambda row: row.verdict.asked_percent, 11),
        Column("asked", "euro", lambda row: row.verdict.asked_obligation, 15, "sum", is_part=_lacks_asked),
    )


def _of_progress() -> tuple[Column[ContractRow], ...]:
    return (
        Column("due", "euro", _followed(lambda progress: progress.due), 18, "sum", is_part=_in_progress(_lacks_due)),
        Column("in_proportion", "euro", _followed(_proportion), 18, "sum", is_part=_in_progress(_lacks_proportion)),
        _amount("claimed", lambda progress: progress.shown("claimed")),
        _amount("expected", lambda progress: progress.shown("expected")),
    )


def _of_findings() -> tuple[Column[ContractRow], ...]:
    return (
        Column("errors", "count", lambda row: row.counted.error or None, 12, "sum"),
        Column("warnings", "count", lambda row: row.counted.warning or None, 17, "sum"),
        Column("questions", "count", lambda row: row.counted.undecided or None, 11, "sum"),
    )


def _unchanged(lang: Lang) -> Column[ContractRow]:
    reasons = words(lang, "report.unchanged")
    return Column("unchanged", "wrapped", lambda row: row.unchanged and reasons[row.unchanged], 46)


def _improbable(row: ContractRow, lang: Lang) -> str | None:
    """The caveat where what is due or in proportion rests on an improbable day."""
    on = None if row.progress is None else row.progress.improbable_day
    return None if on is None else capital(sentence(lang, "monitor.why.improbable").format(day=day(lang, on))) + "."


def _amount(name: str, of: Callable[[Progress], Decimal | None]) -> Column[ContractRow]:
    """An amount that every contract has that owes something, known or not."""
    is_part = _in_progress(lambda progress: of(progress) is None)
    return Column(name, "euro", _followed(of), 15, "sum", is_part=is_part)


def _in_progress(is_part: Callable[[Progress], bool]) -> Callable[[ContractRow], bool]:
    """The same of a contract that owes something; another has no such amount."""
    return lambda row: row.progress is not None and is_part(row.progress)


def _contract_value(row: ContractRow) -> Decimal | None:
    return row.basis.contract_value


def _lacks_wage_sum(row: ContractRow) -> bool:
    return row.verdict.wage_sum is None


def _lacks_due(progress: Progress) -> bool:
    return progress.has_interim and progress.due is None


def _proportion(progress: Progress) -> Decimal | None:
    return progress.in_proportion


def _lacks_proportion(progress: Progress) -> bool:
    return not progress.has_interim and progress.in_proportion is None


def _lacks_norm(row: ContractRow) -> bool:
    return "norm_obligation" in row.verdict.unknown


def _lacks_asked(row: ContractRow) -> bool:
    return "asked_obligation" in row.verdict.unknown


def _followed(of: Callable[[Progress], Value]) -> Callable[[ContractRow], Value]:
    """The value of a contract that owes something; None of another."""
    return lambda row: None if row.progress is None else of(row.progress)


def _term_origin(row: ContractRow, terms: Mapping[str, str]) -> str | None:
    """Whether the register gives its ends or they are derived; None without any."""
    contract = row.contract
    if contract.end is None and contract.end_latest is None:
        return None
    return terms["_and_".join(sorted(row.derived)) or "given"]


def _labour_share(row: ContractRow) -> Decimal | None:
    """Only where the wage sum is estimated by it."""
    return row.basis.labour_share if row.verdict.wage_sum_origin == "estimated" else None


def _applies(verdict: ContractVerdict, lang: Lang) -> Toned:
    applies: str = words(lang, "check.applies")[verdict.applies.value]
    if not verdict.counted:
        applies = sentence(lang, "check.verdict.call_off").format(applies=applies)
    return Toned(applies, _APPLIES[verdict.applies])

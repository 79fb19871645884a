"""The sheet of contracts: one row each, with what applies, what is asked and how far it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal

from openpyxl.utils import get_column_letter

from srtool.checks.summary import per_contract
from srtool.finding import Answer, ContractVerdict
from srtool.money import quotient, to_cents
from srtool.progress.standing import Progress
from srtool.progress.state import State
from srtool.register.model import Contract
from srtool.texts import Lang
from srtool.texts.say import word
from srtool.views.monitor.words import words as followed
from srtool.views.report.contents import Contents
from srtool.views.shared.names import words as said
from srtool.views.sheets.book import Book, Link, Tone, Toned, Value, words
from srtool.views.sheets.table import Column, Sheet

COLUMNS = (
    Column("contract", 16, "wrapped"),
    Column("title", 34, "wrapped"),
    Column("phase", 12),
    Column("category", 16, "wrapped"),
    Column("unit_of", 28, "wrapped"),
    Column("client", 26, "wrapped"),
    Column("supplier", 30, "wrapped"),
    Column("kind", 11),
    Column("start", 12, "day"),
    Column("end", 12, "day"),
    Column("rule_set", 15, "wrapped"),
    Column("applies", 24, "wrapped"),
    Column("contract_value", 17, "euro", "sum"),
    Column("wage_sum", 17, "euro", "sum"),
    Column("wage_sum_origin", 12),
    Column("labour_share", 18, "percent"),
    Column("norm", 15, "euro", "sum"),
    Column("asked_percent", 11, "percent"),
    Column("asked", 15, "euro", "sum"),
    Column("owed", 15, "euro", "sum"),
    Column("due", 18, "euro", "sum"),
    Column("confirmed", 15, "euro", "sum"),
    Column("claimed", 15, "euro", "sum"),
    Column("expected", 15, "euro", "sum"),
    Column("gap", 15, "euro", "sum"),
    Column("progress", 11, "percent", bars=True),
    Column("state", 17),
    Column("errors", 10, "count", "sum"),
    Column("warnings", 17, "count", "sum"),
    Column("questions", 11, "count", "sum"),
    Column("unchanged", 46, "wrapped"),
)
"""The last is only there beside the sheet *What-if*, which looks up all it needs here: sorted, it stays true."""
TONES: Mapping[State, Tone] = {
    State.ENDED_SHORT: "bad",
    State.BEHIND: "bad",
    State.SILENT: "warn",
    State.AT_RISK: "warn",
    State.UNKNOWN: "open",
    State.STARTING: "calm",
    State.ON_TRACK: "good",
    State.MET: "good",
}
_APPLIES: Mapping[Answer, Tone] = {Answer.YES: "good", Answer.NO: "calm", Answer.UNDECIDED: "open"}


def letter(key: str) -> str:
    """The column of the sheet in which this stands."""
    return get_column_letter([column.key for column in COLUMNS].index(key) + 1)


def write(book: Book, contents: Contents, where: Mapping[str, str]) -> Sheet:
    """The sheet; `where` says where the reasoning of each contract begins."""
    progress, counts = contents.progress(), per_contract(contents.report)
    verdicts = contents.report.contracts
    what_if = contents.what_if
    columns = COLUMNS[:-1] if what_if is None else COLUMNS
    stays = words(book.lang, "unchanged")
    note = words(book.lang, "notes")["contracts"]
    sheet = Sheet(book, "contracts", columns, note=note, links=len(verdicts))
    for index, (verdict, contract) in enumerate(zip(verdicts, contents.register_file.register.contracts, strict=True)):
        one = progress.get(verdict.id)
        link = Link(verdict.id, where.get(verdict.id))
        found = counts.get(verdict.id, Counter())
        row = [link, *_cells(verdict, contract, one, contents, book.lang), *_counted(found)]
        if what_if is not None:
            reason = what_if.unchanged[index]
            row.append(None if reason is None else stays[reason])
        sheet.append(row)
    sheet.close()
    return sheet


def _cells(
    verdict: ContractVerdict, contract: Contract, one: Progress | None, contents: Contents, lang: Lang
) -> Iterator[Value]:
    yield verdict.title
    yield word(lang, verdict.status)
    yield contract.category
    yield contract.unit
    yield contract.client
    yield contents.supplier(contract.supplier)
    kind = next((step.value for step in verdict.steps if step.name == "kind"), contract.kind)
    yield None if kind is None else word(lang, kind)
    yield contract.start
    yield contents.ends.get(contract.id)
    yield verdict.rule_set
    yield _applies(verdict, lang)
    yield _known(verdict, "contract_value")
    yield verdict.wage_sum
    yield words(lang, "wage_sum_origins")[verdict.wage_sum_origin]
    yield _known(verdict, "labour_share") if verdict.wage_sum_origin == "estimated" else None
    yield verdict.norm_obligation
    yield verdict.asked_percent
    yield verdict.asked_obligation
    if one is None:
        yield from (None,) * 8
        return
    yield one.owed
    yield one.due
    yield one.confirmed
    yield one.claimed
    yield one.expected
    yield one.gap
    yield progress_percent(one)
    yield Toned(followed(lang, "states")[one.state.value], TONES[one.state])


def _known(verdict: ContractVerdict, name: str) -> Decimal | None:
    """What the tool went by, whether the register says it or it follows from the estimate or a monthly price."""
    return next((step.value for step in verdict.steps if step.name == name), None)


def _applies(verdict: ContractVerdict, lang: Lang) -> Toned:
    text: str = said(lang, "applies")[verdict.applies.value]
    if not verdict.counted:
        text = said(lang, "verdict")["call_off"].format(applies=text)
    return Toned(text, _APPLIES[verdict.applies])


def progress_percent(one: Progress) -> Decimal | None:
    """Confirmed as percent of what is owed, in hundredths; None where nothing is owed or known."""
    return to_cents(quotient(100 * one.confirmed, one.owed)) if one.owed else None


def _counted(found: Counter[str]) -> Iterator[Value]:
    return (found[key] or None for key in ("error", "warning", "undecided"))

"""What the sheet in a copy of a register says: per contract what is open on it, and below that what was not read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from srtool.checks.summary import summary
from srtool.errors import Problem
from srtool.finding import ContractVerdict, Finding, Report
from srtool.lazy_dataclass import dataclass
from srtool.place import Place, Where
from srtool.portfolio.priorities import open_findings, weight
from srtool.texts import Lang, sentence, words
from srtool.texts.say import day, message, plain, remedy, why_unread
from srtool.views.marked.workbook import AddedTable, Linked, Value
from srtool.views.shared.lines import clean
from srtool.views.shared.names import capital, check_title, counted, label_key
from srtool.views.shared.not_kept import not_kept_text
from srtool.views.shared.report_head import told_part
from srtool.views.shared.totals_text import totals_text

_WIDTHS = (16, 30, 17, 15, 60, 52, 24, 9)
"""Of the columns of findings, in characters; the other table has its columns under the first ones."""


@dataclass(frozen=True, slots=True)
class MarkedSheet:
    """What the sheet is made of, beside the report itself."""

    rows: Mapping[str, Place]
    """Where each contract stands, by the number that it has in the report."""
    unread: Sequence[Problem] = ()
    """One for each cell that was not read."""
    not_looked_at: Collection[str] = ()
    """The contracts that none of the chosen checks looked at."""
    shows_rest: bool = True
    """Whether contracts on which nothing is open have a row too."""
    is_internal: bool = False


def head_lines(report: Report, sheet: MarkedSheet, lang: Lang) -> list[str]:
    """The title, the day with the rule sets, the verdicts in numbers, and what else a reader must know first."""
    phrases = words(lang, "check.marked")
    names = told_part(report.part, ", ".join(name for name, _ in report.receipt.inputs), lang)
    used = dict.fromkeys(verdict.rule_set for verdict in report.contracts if verdict.rule_set)
    rules = ", ".join(_rule_set(name, report, lang) for name in used) or sentence(lang, "shared.head.no_rule_set")
    not_kept = not_kept_text((finding for finding in report.findings if finding.is_undone), lang)
    lines = [
        phrases["title"].format(file=names),
        phrases["day"].format(day=day(lang, report.receipt.on), rule_sets=rules),
        totals_text(summary(report), lang),
        not_kept,
        counted(lang, "check.not_read", len(sheet.unread)) if sheet.unread else None,
        sentence(lang, "shared.discreet.internal") if sheet.is_internal else None,
    ]
    return [line for line in lines if line]


def tables(report: Report, sheet: MarkedSheet, lang: Lang) -> list[AddedTable]:
    """What is open per contract; and where some cells were not read, a second table with these."""
    phrases, headings = words(lang, "check.marked"), words(lang, "check.csv")
    named = ("contract", "title", "applies", "verdict", "message", "remedy", "owner", "code")
    titles = [headings.get(name) or phrases[name] for name in named]
    made = [AddedTable(phrases["findings_table"], titles, _WIDTHS, list(_findings(report, sheet, lang)))]
    if sheet.unread:
        columns = [phrases[name] for name in ("cell", "column", "value", "of", "why")]
        widths = _WIDTHS[: len(columns)]
        made.append(AddedTable(phrases["unread_table"], columns, widths, list(_unread(sheet, lang))))
    return made


def _rule_set(name: str, report: Report, lang: Lang) -> str:
    title = report.labels.get(name, {}).get(lang)
    return f"{title} ({name})" if title else name


def _findings(report: Report, sheet: MarkedSheet, lang: Lang) -> Iterator[Sequence[Value]]:
    """First what is asked of the whole register, then each contract with what is open, the heaviest first."""
    per: dict[str, list[Finding]] = {}
    for finding in open_findings(report):
        per.setdefault(finding.contract or "", []).append(finding)
    everywhere = sentence(lang, "check.marked.everywhere")
    for finding in report.findings:
        if finding.contract is None and not finding.is_undone:
            yield (_linked(everywhere, finding.place), None, None, *_told(finding, report, lang))
    for verdict in report.contracts:
        begin = _contract(verdict, sheet, lang)
        for finding in sorted(per.get(verdict.id, ()), key=weight):
            yield (*begin, *_told(finding, report, lang))
        if verdict.id not in per and sheet.shows_rest:
            unseen = verdict.id in sheet.not_looked_at
            nothing = sentence(lang, "check.lines.not_looked_at" if unseen else "shared.counts.none")
            yield (*begin, nothing, None, None, None, None)


def _contract(verdict: ContractVerdict, sheet: MarkedSheet, lang: Lang) -> tuple[Value, ...]:
    applies = words(lang, "check.applies")[verdict.applies.value]
    return _linked(verdict.id, sheet.rows.get(verdict.id, "")), clean(verdict.title), applies


def _told(finding: Finding, report: Report, lang: Lang) -> tuple[Value, ...]:
    label = words(lang, "shared.labels")[label_key(finding)]
    told = f"{check_title(lang, finding.code)}: {message(lang, finding)}"
    owner = words(lang, "shared.owners")[finding.owner.value]
    return label, told, remedy(lang, finding, report.columns), owner, finding.code


def _unread(sheet: MarkedSheet, lang: Lang) -> Iterator[Sequence[Value]]:
    contracts = {(place.table, place.number): contract for contract, place in sheet.rows.items()}
    for problem in sheet.unread:
        value, place = plain(lang, problem.values["value"]), problem.place
        cell, contract = str(place), None
        if isinstance(place, Place):
            cell, contract = place.inside.replace("!", " "), contracts.get((place.table, place.number))
        yield (
            _linked(cell, place),
            str(problem.values["heading"]),
            value,
            contract,
            capital(why_unread(lang, problem)),
        )


def _linked(text: str, place: Where) -> Value:
    """The text, with a link where the place is a cell."""
    if isinstance(place, Place) and place.column and place.number is not None:
        return Linked(clean(text), place.table, f"{place.column}{place.number}")
    return clean(text)

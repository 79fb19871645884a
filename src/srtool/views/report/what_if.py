"""The sheet on which the reader changes threshold, norm and labour share, and every norm obligation follows by formula.

Whatever a row needs stands in one row of the sheet of contracts, so that it holds however that sheet is sorted. In the
formulas amounts are whole cents and percentages ten-thousandths: of these half a cent is exact, in any program.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from srtool.lazy_dataclass import dataclass
from srtool.portfolio.what_if import WhatIf
from srtool.texts import Lang, words
from srtool.views.report import contracts, what_if_results
from srtool.views.report.contents import Contents
from srtool.views.report.what_if_results import Result, agree, total
from srtool.views.shared.table import Column, Formula, Kind, Value
from srtool.views.sheets.book import Book
from srtool.views.sheets.looks import Look
from srtool.views.sheets.table import HEADING_ROW, RowAbove, TableSheet, letters, spans

THRESHOLD, NORM, SHARE, PER_JOB = "what_if_threshold", "what_if_norm", "what_if_labour_share", "what_if_euro_per_job"
"""The names of the cells that the reader fills in."""
TOTAL, COUNT, JOBS, CONTROL = "what_if_total", "what_if_contracts", "what_if_jobs", "what_if_control"
"""The names of what follows from them."""
_HERE, _SRTOOL, _DIFFERENCE, _WAGE_SUM = "C", "D", "E", "F"
_LOOKED_UP = ("contract", "title", "contract_value", "wage_sum", "labour_share", "norm", "unchanged")
"""What the formulas of a contract take from the sheet of contracts."""
_INPUTS = ((THRESHOLD, "threshold"), (NORM, "norm"), (SHARE, "labour_share"), (PER_JOB, "euro_per_job"))
_NAMES = (*(name for name, _ in _INPUTS), TOTAL, COUNT, JOBS, CONTROL)
_PLACES = {name: row for row, name in enumerate(_NAMES, start=HEADING_ROW + 2)}
_ABOVE = 11
"""Lines between the title and the table."""


@dataclass(frozen=True, slots=True)
class _WhatIfRow:
    """One contract: where the cells stand that its formulas take, here and on the sheet of contracts."""

    here: str
    srtool: str
    wage_sum: str
    at: Mapping[str, str]
    """By the name of a column of the sheet of contracts."""
    result: Result


def write(book: Book, contents: Contents, what_if: WhatIf) -> None:
    """The cells to change, what follows in all, and below it every contract."""
    count = len(what_if.unchanged)
    phrases, unchanged = words(book.lang, "report.what_if"), words(book.lang, "report.unchanged")
    results = [what_if_results.result(row, what_if, phrases, unchanged) for row in contracts.rows(contents)]
    above = tuple(_above(what_if, phrases, _spread(book, count), book.lang, results))
    sheet = TableSheet(book, "what_if", _columns(what_if, phrases), above=above)
    _guard(sheet.layout, phrases)
    for name, row in _PLACES.items():
        book.name(name, sheet.titles[0], f"${_HERE}${row}")
    under = letters(contracts.columns(book.lang, {}, beside_what_if=True))
    here = (row for first, last in spans(count, _ABOVE) for row in range(first, last + 1))
    for row, (there, number), result in zip(here, _contracts(book, count), results, strict=True):
        at = {name: f"{there}!${under[name]}${number}" for name in _LOOKED_UP}
        sheet.append(_WhatIfRow(f"${_HERE}{row}", f"${_SRTOOL}{row}", f"${_WAGE_SUM}{row}", at, result))
    sheet.close()


def _columns(what_if: WhatIf, phrases: Mapping[str, str]) -> tuple[Column[_WhatIfRow], ...]:
    return (
        Column("contract", "text", lambda row: Formula(f"={row.at['contract']}", row.result.contract), 20),
        Column("title", "text", lambda row: Formula(f"={row.at['title']}", row.result.title), 40),
        Column("norm_here", "euro", lambda row: _norm_here(row, what_if), 17, "sum"),
        Column("norm_srtool", "euro", _norm_srtool, 17, "sum"),
        Column("difference", "euro", _difference, 16, "sum"),
        Column("wage_sum_here", "euro", lambda row: Formula(f"={_wage_sum(row.at)}", row.result.wage_sum), 17),
        Column("remark", "text", lambda row: _remark(row, what_if, phrases), 78),
    )


def _contracts(book: Book, rows: int) -> Iterator[tuple[str, int]]:
    """Of each contract the sheet and the row on which it stands."""
    for part, (first, last) in enumerate(spans(rows), start=1):
        sheet = quote_sheetname(book.title("contracts", part))
        yield from ((sheet, row) for row in range(first, last + 1))


def _spread(book: Book, rows: int) -> dict[str, list[str]]:
    """Per column where its cells stand, on each sheet that the table takes."""
    places: dict[str, list[str]] = {_HERE: [], _SRTOOL: [], _DIFFERENCE: []}
    for part, (first, last) in enumerate(spans(rows, _ABOVE), start=1):
        sheet = quote_sheetname(book.title("what_if", part))
        for letter, where in places.items():
            if first <= last:
                where.append(f"{sheet}!${letter}${first}:${letter}${last}")
    return places


def _above(
    what_if: WhatIf, phrases: Mapping[str, str], columns: dict[str, list[str]], lang: Lang, results: Sequence[Result]
) -> Iterator[RowAbove]:
    threshold, norm = what_if.threshold, what_if.norm
    of = phrases["numbers_of"].format(title=what_if.rules.title[lang], n=what_if.following, all=len(what_if.unchanged))
    yield [(of, Look(muted=True))]
    headings = ("inputs", None, "here", "srtool", "difference", "explanation", None)
    numbers = {"here", "srtool", "difference"}
    yield [
        (None if key is None else phrases[key], Look(heading=True, indented=key == "explanation", right=key in numbers))
        for key in headings
    ]
    says = {
        "threshold": phrases["above" if threshold.operator == "above" else "at_least"].format(
            basis=_basis(threshold.basis, phrases)
        ),
        "norm": phrases["percent_of"].format(basis=_basis(norm.basis, phrases)),
        "labour_share": phrases["share_says"],
        "euro_per_job": phrases["job_says"],
    }
    own: dict[str, Value] = {
        "threshold": threshold.amount,
        "norm": norm.percent,
        "labour_share": phrases["per_contract"],
    }
    starts = own | {"labour_share": None}
    for _, key in _INPUTS:
        kind: Kind = "percent" if key in {"norm", "labour_share"} else "euro"
        yield [
            (phrases[key], Look(bold=True)),
            (None, Look()),
            (starts.get(key), Look(kind, tone="input", framed=True)),
            (own.get(key), Look(right=True) if key == "labour_share" else Look(kind)),
            (None, Look()),
            (says[key], Look(muted=True, indented=True)),
        ]
    sums = {letter: ",".join(where) for letter, where in columns.items()}
    norms = {_HERE: [each.here for each in results], _SRTOOL: [each.srtool for each in results]}
    totals = {
        letter: Formula(f'=IF(COUNT({sums[letter]})=0,"",SUM({sums[letter]}))', total(norms[letter]))
        for letter in norms
    }
    counts = {
        letter: Formula(f"=COUNT({sums[letter]})", sum(norm is not None for norm in norms[letter])) for letter in norms
    }
    yield _result(phrases["total"], totals, "euro")
    yield _result(phrases["count"], counts, "count")
    jobs = {
        letter: Formula(f'=IF(AND(N({PER_JOB})>0,{whole}<>""),{whole}/{PER_JOB},"")', None)
        for letter, whole in ((letter, f"{letter}{_PLACES[TOTAL]}") for letter in norms)
    }
    yield _result(phrases["jobs"], jobs, "decimal")
    yield [
        (phrases["control"], Look(bold=True)),
        (None, Look()),
        (_control(columns, phrases, results), Look(bold=True)),
    ]
    yield []


def _basis(basis: str | None, phrases: Mapping[str, str]) -> str:
    """What the amount is held against, or the percentage taken of."""
    return phrases["of_wage_sum" if basis == "wage_sum" else "of_contract_value"]


def _result(label: str, formulas: Mapping[str, Formula], kind: Kind) -> RowAbove:
    """A figure of all contracts: here, by the tool, and the difference."""
    row = _PLACES[{"euro": TOTAL, "count": COUNT, "decimal": JOBS}[kind]]
    look = Look(kind, bold=True)
    here, srtool = f"{_HERE}{row}", f"{_SRTOOL}{row}"
    apart = _apart(formulas[_HERE].result, formulas[_SRTOOL].result)
    difference = Formula(f'=IF({here}="","",ROUND({here}-{srtool},2))', apart)
    cells = (formulas[_HERE], formulas[_SRTOOL], difference)
    return [(label, Look(bold=True)), (None, Look()), *((cell, look) for cell in cells)]


def _apart(here: str | int | Decimal | None, srtool: str | int | Decimal | None) -> int | Decimal | None:
    return None if isinstance(here, str | None) or isinstance(srtool, str | None) else here - srtool


def _control(columns: dict[str, list[str]], phrases: Mapping[str, str], results: Sequence[Result]) -> Formula:
    """Says whether sheet and tool agree, as long as the cells hold the tool's own numbers."""
    threshold, norm, count = (f"{_SRTOOL}{_PLACES[name]}" for name in (THRESHOLD, NORM, COUNT))
    other = "+".join(f'COUNTIF({where},"{sign}0")' for where in columns[_DIFFERENCE] for sign in "<>")
    own = f'AND({THRESHOLD}={threshold},{NORM}={norm},{SHARE}="")'
    same = f"AND({other}=0,{_HERE}{_PLACES[COUNT]}={count})"
    judged = f"IF({same},{_quoted(phrases['agrees'])},{_quoted(phrases['differs'])})"
    entered = f"IF({own},{judged},{_quoted(phrases['changed'])})"
    says = phrases["agrees" if agree(results) else "differs"]
    return Formula(f"=IF(COUNT({THRESHOLD},{NORM})<2,{_quoted(phrases['fill_in'])},{entered})", says)


def _quoted(text: str) -> str:
    """Text within a formula, in which a quotation mark is written twice."""
    return '"' + text.replace('"', '""') + '"'


def _norm_here(row: _WhatIfRow, what_if: WhatIf) -> Formula:
    """The norm obligation under what the reader filled in; of some contracts it stays as it is."""
    norm = _norm(row.at, row.wage_sum, what_if)
    return Formula(f'=IF({row.at["unchanged"]}<>"",{_or_empty(row.at["norm"])},{norm})', row.result.here)


def _norm_srtool(row: _WhatIfRow) -> Formula:
    return Formula(f"={_or_empty(row.at['norm'])}", row.result.srtool)


def _difference(row: _WhatIfRow) -> Formula:
    neither = f'AND({row.here}="",{row.srtool}="")'
    return Formula(f'=IF({neither},"",ROUND(N({row.here})-N({row.srtool}),2))', row.result.difference)


def _remark(row: _WhatIfRow, what_if: WhatIf, phrases: Mapping[str, str]) -> Formula:
    """What is new for a contract, or what must be known first; a value below the threshold settles that."""
    no_wage_sum, comes_in, falls_out = (_quoted(phrases[key]) for key in ("no_wage_sum", "comes_in", "falls_out"))
    here, srtool, at = row.here, row.srtool, row.at
    in_or_out = f'IF({srtool}="",IF({here}="","",{comes_in}),IF({here}="",{falls_out},""))'
    unknown = f'AND({here}="",{row.wage_sum}="",{at["contract_value"]}{_reaches(what_if)})'
    stays = at["unchanged"]
    return Formula(f'=IF({stays}<>"",{stays},IF({unknown},{no_wage_sum},{in_or_out}))', row.result.remark)


def _wage_sum(at: Mapping[str, str]) -> str:
    """A given wage sum stays; an estimated or unknown one follows the share that the reader fills in."""
    given = f'AND({at["wage_sum"]}<>"",{at["labour_share"]}="")'
    stays = f'OR({at["unchanged"]}<>"",{SHARE}="",{given})'
    value = at["contract_value"]
    return f'IF({stays},{_or_empty(at["wage_sum"])},IF({value}="","",{part_of(value, SHARE)}))'


def _norm(at: Mapping[str, str], wage_sum: str, what_if: WhatIf) -> str:
    """The percentage of its base once the threshold is reached, else nothing; as the rule set words them."""
    threshold, norm, value = what_if.threshold, what_if.norm, at["contract_value"]
    measured = wage_sum if threshold.basis == "wage_sum" else f'IF({value}="",{wage_sum},{value})'
    base = wage_sum if norm.basis == "wage_sum" else value
    amount = part_of(base, NORM)
    most = amount if norm.max_amount is None else f"MIN({amount},{norm.max_amount})"
    return f'IF(OR({measured}="",{base}=""),"",IF({measured}{_reaches(what_if)},{most},""))'


def _reaches(what_if: WhatIf) -> str:
    return f"{'>=' if what_if.threshold.operator == 'at_least' else '>'}{THRESHOLD}"


def _or_empty(place: str) -> str:
    """What stands there; a bare reference to an empty cell would give 0."""
    return f'IF({place}="","",{place})'


def part_of(amount: str, share: str) -> str:
    """A percentage of an amount, half up to the cent; half a cent is exact up to contracts of some billions."""
    return f"ROUND(ROUND({amount}*100,0)*ROUND({share}*1000000,0)/1000000,0)/100"


def _guard(sheet: Any, phrases: Mapping[str, str]) -> None:  # noqa: ANN401 - openpyxl's own
    """Lets the cells take only amounts and percentages, and says so."""
    for name, key in _INPUTS:
        is_percent = key in {"norm", "labour_share"}
        rule: Any = DataValidation(
            type="decimal",
            operator="between" if is_percent else "greaterThanOrEqual",
            formula1="0",
            formula2="1" if is_percent else None,
            allow_blank=True,
            showErrorMessage=True,
            showInputMessage=True,
            errorTitle=phrases[key][:32],
            error=phrases["percent_only" if is_percent else "amount_only"],
            promptTitle=phrases[key][:32],
            prompt=phrases["percent_only" if is_percent else "amount_only"],
        )
        rule.add(f"{_HERE}{_PLACES[name]}")
        sheet.data_validations.append(rule)

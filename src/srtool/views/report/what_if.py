"""The sheet on which the reader changes threshold, norm and labour share, and every norm obligation follows by formula.

Whatever a row needs stands in one row of the sheet of contracts, so that it holds however that sheet is sorted. In the
formulas amounts are whole cents and percentages ten-thousandths: of these half a cent is exact, in any program.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from srtool.portfolio.what_if import WhatIf
from srtool.texts import Lang
from srtool.views.report import contracts
from srtool.views.sheets.book import Book, Formula, Look, Sort, Value, words
from srtool.views.sheets.table import HEADING_ROW, Column, Line, Sheet, spans

THRESHOLD, NORM, SHARE, PER_JOB = "what_if_threshold", "what_if_norm", "what_if_labour_share", "what_if_euro_per_job"
"""The names of the cells that the reader fills in."""
TOTAL, COUNT, JOBS, CONTROL = "what_if_total", "what_if_contracts", "what_if_jobs", "what_if_control"
"""The names of what follows from them."""
_COLUMNS = (
    Column("contract", 20),
    Column("title", 40),
    Column("norm_here", 17, "euro", "sum"),
    Column("norm_srtool", 17, "euro", "sum"),
    Column("difference", 16, "euro", "sum"),
    Column("wage_sum_here", 17, "euro"),
    Column("remark", 78),
)
_HERE, _SRTOOL, _DIFFERENCE, _WAGE_SUM = "C", "D", "E", "F"
_INPUTS = ((THRESHOLD, "threshold"), (NORM, "norm"), (SHARE, "labour_share"), (PER_JOB, "euro_per_job"))
_NAMES = (*(name for name, _ in _INPUTS), TOTAL, COUNT, JOBS, CONTROL)
_PLACES = {name: row for row, name in enumerate(_NAMES, start=HEADING_ROW + 2)}
_ABOVE = 11
"""Lines between the title and the table."""


def write(book: Book, what_if: WhatIf) -> None:
    """The cells to change, what follows in all, and below it every contract."""
    rows = len(what_if.unchanged)
    text = words(book.lang, "what_if")
    columns = _spread(book, rows)
    above = tuple(_above(what_if, text, columns, book.lang))
    sheet = Sheet(book, "what_if", _COLUMNS, note=words(book.lang, "notes")["what_if"], above=above)
    _guard(sheet.current, text)
    for name, row in _PLACES.items():
        book.name(name, sheet.titles[0], f"${_HERE}${row}")
    here = (row for first, last in spans(rows, _ABOVE) for row in range(first, last + 1))
    for row, (there, number) in zip(here, _contracts(book, rows), strict=True):
        sheet.append(_row(row, there, number, what_if, text))
    sheet.close()


def _contracts(book: Book, rows: int) -> Iterator[tuple[str, int]]:
    """Of each contract the sheet and the row on which it stands."""
    for part, (first, last) in enumerate(spans(rows), start=1):
        sheet = quote_sheetname(book.title("contracts", part))
        yield from ((sheet, row) for row in range(first, last + 1))


def _spread(book: Book, rows: int) -> dict[str, list[str]]:
    """Per column where its cells stand, on each sheet that the table takes."""
    found: dict[str, list[str]] = {_HERE: [], _SRTOOL: [], _DIFFERENCE: []}
    for part, (first, last) in enumerate(spans(rows, _ABOVE), start=1):
        sheet = quote_sheetname(book.title("what_if", part))
        for letter, where in found.items():
            if first <= last:
                where.append(f"{sheet}!${letter}${first}:${letter}${last}")
    return found


def _above(what_if: WhatIf, text: dict[str, Any], columns: dict[str, list[str]], lang: Lang) -> Iterator[Line]:
    threshold, norm = what_if.threshold, what_if.norm
    of = text["numbers_of"].format(title=what_if.rules.title[lang], n=what_if.following, all=len(what_if.unchanged))
    yield [(of, Look(muted=True))]
    headings = ("inputs", None, "here", "srtool", "difference", "explanation", None)
    numbers = {"here", "srtool", "difference"}
    yield [
        (None if key is None else text[key], Look(heading=True, indented=key == "explanation", right=key in numbers))
        for key in headings
    ]
    says = {
        "threshold": text["above" if threshold.operator == "above" else "at_least"].format(
            basis=_basis(threshold.basis, text)
        ),
        "norm": text["percent_of"].format(basis=_basis(norm.basis, text)),
        "labour_share": text["share_says"],
        "euro_per_job": text["job_says"],
    }
    own: dict[str, Value] = {"threshold": threshold.amount, "norm": norm.percent, "labour_share": text["per_contract"]}
    starts = own | {"labour_share": None}
    for _, key in _INPUTS:
        sort: Sort = "percent" if key in {"norm", "labour_share"} else "euro"
        yield [
            (text[key], Look(bold=True)),
            (None, Look()),
            (starts.get(key), Look(sort, tone="input", framed=True)),
            (own.get(key), Look(right=True) if key == "labour_share" else Look(sort)),
            (None, Look()),
            (says[key], Look(muted=True, indented=True)),
        ]
    sums = {letter: ",".join(where) for letter, where in columns.items()}
    yield _result(text["total"], {letter: f"SUM({sums[letter]})" for letter in (_HERE, _SRTOOL)}, "euro")
    yield _result(text["count"], {letter: f"COUNT({sums[letter]})" for letter in (_HERE, _SRTOOL)}, "count")
    total = _PLACES[TOTAL]
    jobs = {letter: f'IF(N({PER_JOB})>0,{letter}{total}/{PER_JOB},"")' for letter in (_HERE, _SRTOOL)}
    yield _result(text["jobs"], jobs, "decimal")
    yield [(text["control"], Look(bold=True)), (None, Look()), (_control(columns, text), Look(bold=True))]
    yield []


def _basis(basis: str | None, text: dict[str, Any]) -> str:
    """What the amount is held against, or the percentage taken of."""
    return str(text["of_wage_sum" if basis == "wage_sum" else "of_contract_value"])


def _result(label: str, formulas: dict[str, str], sort: Sort) -> Line:
    """A figure of all contracts: here, by the tool, and the difference."""
    row = _PLACES[{"euro": TOTAL, "count": COUNT, "decimal": JOBS}[sort]]
    look = Look(sort, bold=True)
    here, srtool = f"{_HERE}{row}", f"{_SRTOOL}{row}"
    difference = Formula(f'=IF({here}="","",ROUND({here}-{srtool},2))')
    cells = (Formula(f"={formulas[_HERE]}"), Formula(f"={formulas[_SRTOOL]}"), difference)
    return [(label, Look(bold=True)), (None, Look()), *((cell, look) for cell in cells)]


def _control(columns: dict[str, list[str]], text: dict[str, Any]) -> Formula:
    """Says whether sheet and tool agree, as long as the cells hold the tool's own numbers."""
    threshold, norm, count = (f"{_SRTOOL}{_PLACES[name]}" for name in (THRESHOLD, NORM, COUNT))
    other = "+".join(f'COUNTIF({where},"<>0")' for where in columns[_DIFFERENCE])
    own = f'AND({THRESHOLD}={threshold},{NORM}={norm},{SHARE}="")'
    same = f"AND({other}=0,{_HERE}{_PLACES[COUNT]}={count})"
    judged = f"IF({same},{_quoted(text['agrees'])},{_quoted(text['differs'])})"
    entered = f"IF({own},{judged},{_quoted(text['changed'])})"
    return Formula(f"=IF(COUNT({THRESHOLD},{NORM})<2,{_quoted(text['fill_in'])},{entered})")


def _quoted(text: str) -> str:
    """Text within a formula, in which a quotation mark is written twice."""
    return '"' + text.replace('"', '""') + '"'


_LETTERS = {
    key: contracts.letter(key)
    for key in ("contract", "title", "contract_value", "wage_sum", "labour_share", "norm", "unchanged")
}


def _row(row: int, sheet: str, number: int, what_if: WhatIf, text: dict[str, Any]) -> Iterator[Value]:
    """One contract: what stands on one row of the sheet of contracts, and what follows from it."""
    at = {key: f"{sheet}!${letter}${number}" for key, letter in _LETTERS.items()}
    here, srtool, wage_sum = f"${_HERE}{row}", f"${_SRTOOL}{row}", f"${_WAGE_SUM}{row}"
    yield Formula(f"={at['contract']}")
    yield Formula(f"={at['title']}")
    yield Formula(f'=IF({at["unchanged"]}<>"",{_or_empty(at["norm"])},{_norm(at, wage_sum, what_if)})')
    yield Formula(f"={_or_empty(at['norm'])}")
    yield Formula(f"=ROUND(N({here})-N({srtool}),2)")
    yield Formula(f"={_wage_sum(at)}")
    yield Formula(f'=IF({at["unchanged"]}<>"",{at["unchanged"]},{_remark(at, here, srtool, wage_sum, what_if, text)})')


def _remark(at: dict[str, str], here: str, srtool: str, wage_sum: str, what_if: WhatIf, text: dict[str, Any]) -> str:
    """What is new for a contract, or what must be known first; a value below the threshold settles that."""
    no_wage_sum, comes_in, falls_out = (_quoted(text[key]) for key in ("no_wage_sum", "comes_in", "falls_out"))
    in_or_out = f'IF({srtool}="",IF({here}="","",{comes_in}),IF({here}="",{falls_out},""))'
    unknown = f'AND({here}="",{wage_sum}="",{at["contract_value"]}{_reaches(what_if)})'
    return f"IF({unknown},{no_wage_sum},{in_or_out})"


def _wage_sum(at: dict[str, str]) -> str:
    """A given wage sum stays; an estimated or unknown one follows the share that the reader fills in."""
    given = f'AND({at["wage_sum"]}<>"",{at["labour_share"]}="")'
    stays = f'OR({at["unchanged"]}<>"",{SHARE}="",{given})'
    value = at["contract_value"]
    return f'IF({stays},{_or_empty(at["wage_sum"])},IF({value}="","",{part_of(value, SHARE)}))'


def _norm(at: dict[str, str], wage_sum: str, what_if: WhatIf) -> str:
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


def _guard(sheet: Any, text: dict[str, Any]) -> None:  # noqa: ANN401 - openpyxl's own
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
            errorTitle=text[key][:32],
            error=text["percent_only" if is_percent else "amount_only"],
            promptTitle=text[key][:32],
            prompt=text["percent_only" if is_percent else "amount_only"],
        )
        rule.add(f"{_HERE}{_PLACES[name]}")
        sheet.data_validations.append(rule)

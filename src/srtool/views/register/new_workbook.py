"""An empty register as a workbook: how to fill it in, a sheet per table, and the lists to choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, repeat
from math import ceil
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from srtool.register.columns import SHEETS, infos
from srtool.rules.ruleset import Block, Bonus, RuleSet
from srtool.texts import Lang, keys, lists, load, sentence, words
from srtool.views.register import choice_lists, register_sheet
from srtool.views.shared.noted import Noted
from srtool.views.sheets.cells import FONT
from srtool.views.sheets.page_setup import on_paper
from srtool.views.sheets.properties import describe

_WIDTH, _LETTERS, _LINE, _SPACE = 110, 130, 15, 9
"""Of the first sheet: its column, the letters that fit in it, and in points a line and what is between two lines."""


NO_CONTRACT: Mapping[str, Noted] = {}


def write(
    rules: RuleSet,
    rule_sets: Sequence[str],
    lang: Lang,
    stream: BinaryIO,
    contract: Mapping[str, Noted] = NO_CONTRACT,
) -> None:
    """The workbook into a stream; `rules` are those of one day, `rule_sets` the names that a contract may choose.

    With a `contract` that is its first, each value with a note at its cell; the example is left out then.
    """
    book = Workbook(write_only=True)
    describe(book, sentence(lang, "fields.read_me.title"), lang)
    _read_me(book, rules, lang)
    causes = keys("monitor.causes.codes")
    lists = {**offered(rules, lang), "contracts.rule_set": rule_sets, "contacts.cause": causes}
    formulas = choice_lists.formulas(lists, lang)
    for table in SHEETS:
        own = {
            key.removeprefix(f"{table}."): formula for key, formula in formulas.items() if key.startswith(f"{table}.")
        }
        if table == "contracts" and contract:
            _add_contract(book, lang, own, contract)
        else:
            register_sheet.add(book, table, lang, offered=own, example=example(table, lang))
    choice_lists.add(book, lists, lang)
    book.save(stream)


def _add_contract(book: Workbook, lang: Lang, offered: Mapping[str, str], contract: Mapping[str, Noted]) -> None:
    """The sheet of contracts with one of them."""
    sheet = register_sheet.add(book, "contracts", lang, offered=offered)
    cells = register_sheet.row(sheet, "contracts", lang, {key: noted.value for key, noted in contract.items()})
    for place, key in enumerate(infos("contracts")):
        if key in contract and contract[key].note:
            cell = cells[place] or WriteOnlyCell(sheet)
            cell.comment = Comment(contract[key].note, "srtool", width=320, height=120)
            cells[place] = cell
    sheet.append(cells)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(cells))}2"


def offered(rules: RuleSet, lang: Lang) -> choice_lists.Lists:
    """The blocks and bonuses of a rule set, each by its label, or by its id where the label is not its own."""
    blocks = tuple(_names(rules.block, rules.blocks_named, lang))
    bonuses = tuple(_names(rules.bonus, rules.bonuses_named, lang))
    return {"efforts.block": blocks, "efforts.bonuses": bonuses}


def example(table: str, lang: Lang) -> Mapping[str, object]:
    """The example row of a table, with the mark by which the reader knows it."""
    mark = next(key for key, info in infos(table).items() if info.required)
    return {
        mark: lists(lang, "vocabulary.marks")["example"][0],
        **dict(_numbers(load(lang, "fields")["examples"][table])),
    }


def _numbers(values: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Numbers as the model has them."""
    for key, value in values.items():
        yield key, Decimal(repr(value)) if isinstance(value, float) else value


def _names(
    records: Iterable[Block | Bonus], named: Callable[[str], Sequence[Block | Bonus]], lang: Lang
) -> Iterator[str]:
    for record in records:
        label = record.label[lang]
        yield label if len(named(label)) == 1 and ";" not in label else record.id


def _read_me(book: Workbook, rules: RuleSet, lang: Lang) -> None:
    """The first sheet: a few lines on how to fill in the others."""
    said = words(lang, "fields.read_me")
    sheet: Any = book.create_sheet(lists(lang, "vocabulary.sheets")["read_me"][0])
    sheet.column_dimensions["A"].width = _WIDTH
    sheet.sheet_view.showGridLines = False
    on_paper(sheet)
    lines = [*lists(lang, "fields.read_me")["lines"]]
    if rules.block or rules.bonus:
        lines.append(said["rule_set"].format(title=rules.title[lang], id=rules.id))
    fonts = [Font(name=FONT, bold=True, size=16), Font(name=FONT, bold=True, size=12)]
    texts = [said["title"], *lines]
    for row, text in enumerate(texts, start=1):
        sheet.row_dimensions[row].height = _LINE * ceil(len(text) / _LETTERS) + _SPACE
    for text, font in zip(texts, chain(fonts, repeat(Font(name=FONT))), strict=False):
        cell = WriteOnlyCell(sheet, text)
        cell.font, cell.alignment = font, Alignment(wrap_text=True, vertical="center")
        sheet.append([cell])

"""The sheet that tells a supplier what its efforts count for: the blocks, bonuses and limits of its rule sets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from openpyxl.styles import Alignment, Font

from srtool.rules.ruleset import RuleSet
from srtool.texts import Lang, sentence, words
from srtool.views.shared import block_words
from srtool.views.sheets.cells import FONT, text_cell
from srtool.views.sheets.page_setup import on_paper
from srtool.views.sheets.row_height import height

_WIDTH = 72
_HEAD, _BOLD, _PLAIN = (
    Font(name=FONT, size=14, bold=True),
    Font(name=FONT, size=11, bold=True),
    Font(name=FONT, size=11),
)
_WRAP = Alignment(wrap_text=True, vertical="top")


def add(book: Any, rules: Sequence[RuleSet], lang: Lang) -> None:  # noqa: ANN401 - openpyxl's, for writing only
    """One sheet for all rule sets that have blocks; none without these."""
    with_blocks = [each for each in rules if each.block]
    if not with_blocks:
        return
    sheet = book.create_sheet(sentence(lang, "supplier.workbook.counts"))
    sheet.column_dimensions["A"].width = _WIDTH
    on_paper(sheet, orientation="portrait")
    lines = [(sentence(lang, "supplier.workbook.counts"), _HEAD)]
    lines += [line for each in with_blocks for line in _of(each, lang)]
    for row, (text, font) in enumerate(lines, start=1):
        cell = text_cell(sheet, text)
        cell.font, cell.alignment = font, _WRAP
        sheet.row_dimensions[row].height = height([(text, _WIDTH)])
        sheet.append([cell])


def _of(rules: RuleSet, lang: Lang) -> Iterator[tuple[str, Font]]:
    """One rule set: its title and note, then each part with a line for each record."""
    parts = words(lang, "rules.show.parts")
    labels = {block.id: block.label[lang] for block in rules.block}
    limits = [replace(each, blocks=tuple(labels[block] for block in each.blocks)) for each in rules.limit]
    yield "", _PLAIN
    yield rules.title[lang], _BOLD
    if lang in rules.note:
        yield rules.note[lang], _PLAIN
    for name, lines in (
        ("block", [block_words.block(replace(each, also=()), lang) for each in rules.block]),
        ("bonus", [block_words.bonus(each, lang) for each in rules.bonus]),
        ("limit", [block_words.limit(each, lang) for each in limits]),
        ("reduction", [block_words.reduction(each, lang) for each in rules.reduction]),
    ):
        if lines:
            yield "", _PLAIN
            yield parts[name], _BOLD
            yield from ((line, _PLAIN) for line in lines)

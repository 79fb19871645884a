"""The formula for a percentage of an amount, recalculated by LibreOffice: half up to the cent, as srtool rounds."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

from openpyxl import Workbook
from tests.support.workbook_read_back import read_back

from srtool.money import amount_from_float, from_cents, to_cents
from srtool.views.report.what_if import part_of


def test_half_a_cent_goes_up_and_less_does_not(tmp_path: Path, libreoffice: Callable[[Path, str], Path]) -> None:
    pairs = list(_half_cents(random.Random(20261122)))
    book = Workbook()
    sheet = book.worksheets[0]
    for row, (amount, percent) in enumerate(pairs, start=1):
        sheet.append([amount, percent.scaleb(-2), f"={part_of(f'A{row}', f'B{row}')}"])
    book.save(tmp_path / "half.xlsx")
    found = read_back(libreoffice(tmp_path / "half.xlsx", "xlsx"), data_only=True).worksheets[0]
    computed = [amount_from_float(float(str(row[2]))) for row in found.iter_rows(values_only=True)]
    assert computed == [to_cents(amount * percent / 100) for amount, percent in pairs]


def _half_cents(chance: random.Random) -> Iterator[tuple[Decimal, Decimal]]:
    """Amounts up to two billion of which the percentage ends on half a cent, or on a hair more or less."""
    for percent in (Decimal(5), Decimal("7.5"), Decimal(10), Decimal("62.5")):
        step = int(50 / percent * 10)  # so many tenths of a cent make half a cent
        yield from ((from_cents(chance.randrange(10**10) * 2 * step // 10 + step // 10), percent) for _ in range(200))
    for _ in range(800):
        share = chance.randrange(1, 10**6, 2)
        if share % 5 == 0:
            continue
        cents = chance.choice((499_999, 500_000, 500_001)) * pow(share, -1, 10**6) % 10**6
        yield from_cents(cents + chance.randrange(1000) * 10**6), Decimal(share).scaleb(-4)

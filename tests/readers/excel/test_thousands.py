"""Amounts of which a sheet does not say that they are in thousands, and that look like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.readers import register
from srtool.register.model import RegisterFile
from srtool.register.units import AmountUnit

HEAD = "Contractnummer;Omschrijving;Contractwaarde;Loonsom;Waarde per maand\n"


def read(
    folder: Path, *amounts: tuple[object, object, object], head: str = HEAD, unit: AmountUnit | None = None
) -> RegisterFile:
    lines = [f"C-{n};Schoonmaak;{value};{wages};{month}\n" for n, (value, wages, month) in enumerate(amounts, start=1)]
    path = folder / "Contracten.csv"
    path.write_text(head + "".join(lines), encoding="utf-8")
    return register.read(path, unit=unit)


@pytest.mark.parametrize(
    ("values", "is_doubtful"),
    [
        (("1250", "800", "100000"), True),
        (("1250", "800", "100000,01"), False),
        (("1250", "800", ""), False),
        (("1250", "9999", "95000"), True),
        (("1250", "10000", "95000"), False),
        (("1250", "800,50", "95000"), False),
        (("1250", "800", "10000", "20000"), False),
        (("1250", "800", "900", "20000"), True),
        (("1250", "800", "0"), False),
        (("1250", "800", "1"), False),
        (("1250", "800", "2"), True),
    ],
)
def test_more_than_half_small_and_whole_and_none_large(
    tmp_path: Path, values: tuple[str, ...], *, is_doubtful: bool
) -> None:
    units = read(tmp_path, *((value, "", "") for value in values)).units
    assert units == ({f"C-{n}": "doubtful" for n in range(1, len(values) + 1)} if is_doubtful else {})


def test_all_value_columns_count_together_and_amounts_per_month_do_not(tmp_path: Path) -> None:
    assert read(tmp_path, (1250, 400, ""), (800, "", "")).units == {"C-1": "doubtful", "C-2": "doubtful"}
    assert not read(tmp_path, (1250, "", 400), (800, "", 70)).units


def test_what_the_sheet_says_is_not_asked(tmp_path: Path) -> None:
    head = HEAD.replace("Contractwaarde;Loonsom", "Contractwaarde (x 1.000);Loonsom (x 1.000)")
    stated = read(tmp_path, (1250, 400, ""), (800, 300, ""), (900, 300, ""), head=head)
    assert set(stated.units.values()) == {"stated"}
    assert stated.register.contracts[0].contract_value == 1_250_000


@pytest.mark.parametrize(("unit", "value"), [("euro", 1_250), ("thousands", 1_250_000), ("millions", 1_250_000_000)])
def test_what_the_user_assumes_is_not_asked(tmp_path: Path, unit: AmountUnit, value: int) -> None:
    assumed = read(tmp_path, (1250, 400, 5), (800, 300, ""), (900, 300, ""), unit=unit)
    assert set(assumed.units.values()) == {"assumed"}
    first = assumed.register.contracts[0]
    assert first.contract_value == value
    assert first.value_per_month == value // 250
    said = [remark.code for remark in assumed.remarks]
    assert said.count("amounts_by_assumption") == (unit != "euro")


def test_a_column_that_says_its_unit_keeps_it_beside_an_assumption(tmp_path: Path) -> None:
    head = HEAD.replace("Contractwaarde", "Contractwaarde (x 1.000)")
    first = read(tmp_path, (1250, 400, ""), head=head, unit="millions").register.contracts[0]
    assert first.contract_value == 1_250_000
    assert first.wage_sum == 400_000_000

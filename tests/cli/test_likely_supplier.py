"""A supplier by another spelling is probably the same: what is made for one names the other, and its contracts."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.support.program import printed

_HEAD = (
    "Nummer;Titel;Opdrachtnemer;Soort;Opdrachtwaarde;Begin;Einde;SROI;Grondslag;Gerealiseerd;Gerealiseerd goedgekeurd\n"
)
_ROWS = (
    "A-1;Schoonmaak;Van Dalen BV;diensten;800000;1-1-2025;31-12-2028;5%;loonsom;38000;ja\n"
    "A-2;Glas;van dalen;diensten;800000;1-1-2025;31-12-2028;5%;;;\n"
    "A-3;Groen;De Linde NV;diensten;800000;1-1-2025;31-12-2028;5%;loonsom;;\n"
)


@pytest.fixture
def register(tmp_path: Path) -> str:
    path = tmp_path / "register.csv"
    path.write_text(_HEAD + _ROWS, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    ("supplier", "other", "contract"),
    [("Van Dalen BV", "van dalen", "A-2"), ("van dalen", "Van Dalen BV", "A-1"), ("De Linde NV", None, "")],
)
def test_the_other_spelling_is_named(
    supplier: str, other: str | None, contract: str, lang: str, register: str, tmp_path: Path
) -> None:
    book, sheet = str(tmp_path / "s.xlsx"), str(tmp_path / "s.docx")
    for command, *more in (
        (["init", register, book, "--supplier", supplier],),
        (["meeting", register, "--supplier", supplier, "--out", sheet], "--on", "2026-11-22"),
    ):
        run = printed([*command, *more, "--lang", lang])
        assert run.code == 0, run.stderr
        words = {"nl": "waarschijnlijk dezelfde", "en": "probably the same"}[lang]
        if other is None:
            assert words not in run.stderr
        else:
            assert f"{other} is {words}" in run.stderr
            assert contract in run.stderr.split(words)[1]


def _row(register: str, supplier: str, tmp_path: Path) -> tuple[object, ...]:
    book = tmp_path / "s.xlsx"
    run = printed(["init", register, str(book), "--supplier", supplier, "--lang", "nl"])
    assert run.code == 0, run.stderr
    rows = list(load_workbook(book)["Uw contracten"].iter_rows(values_only=True))
    return next(row for row in rows if str(row[0]).startswith("A-"))


def test_the_supplier_sees_what_is_approved_and_what_is_asked(register: str, tmp_path: Path) -> None:
    row = _row(register, "Van Dalen BV", tmp_path)
    assert row[5:] == ("5% van de loonsom; bedrag niet bekend", "niet bekend", "niet bekend", 38000, "niet bekend")


def test_of_what_the_percentage_is_may_not_be_known(register: str, tmp_path: Path) -> None:
    row = _row(register, "van dalen", tmp_path)
    assert row[5] == "5% (waarvan, staat niet in het register); bedrag niet bekend"
    assert row[8] == "niet bekend"


def test_a_part_of_the_name_of_one_supplier_is_enough(register: str, tmp_path: Path) -> None:
    book = str(tmp_path / "s.xlsx")
    assert printed(["init", register, book, "--supplier", "linde"]).code == 0
    run = printed(["init", register, book, "--supplier", "dalen", "--force", "--lang", "en"])
    assert run.code == 2
    assert "Van Dalen BV, van dalen" in run.stderr
    assert "De Linde" not in run.stderr

"""A text without end, in any cell or line: read in a time that grows with its length, not with its square."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from time import process_time

import pytest

from srtool.register.columns import infos
from srtool.register.supplier_names import supplier_name
from tests.support.program import printed

SIGNS = (" ", "(", "[", ",", "1", "1 ", "1.", "a ", "v", "-", "€ ", "x ", "\t", "%", "'", "jaar ", "_", "=", "*", "#")
COLUMNS = (
    *("Nummer", "Omschrijving", "Leverancier", "KvK-nummer", "Waarde", "Ingangsdatum", "Einddatum", "Looptijd"),
    *("Status", "Opdrachtgever", "SROI %", "Social return", "CPV-code", "Motivering", "Vrij veld", "Opties"),
)
MOST_SECONDS = 4
"""What takes the square of its length takes minutes."""


def table(sign: str) -> str:
    """Each column with such a text once, below a heading and above one."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    long = sign * (20_000 // len(sign))
    writer.writerow([f"Gemeente{long}x"])
    writer.writerow(COLUMNS)
    for number, _ in enumerate(COLUMNS):
        row: list[object] = [f"C-{number}", "Schoonmaak", "Glans B.V.", "", 400_000, "2026-01-01", "2027-12-31"]
        row += [""] * (len(COLUMNS) - len(row))
        row[number] = f"1{long}v"
        writer.writerow(row)
    return text.getvalue()


@pytest.mark.parametrize("sign", SIGNS)
def test_in_a_sheet(sign: str, tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text(table(sign), encoding="utf-8")
    begin = process_time()
    ran = printed(["check", str(path), "--on", "2026-11-22"])
    assert ran.code in {0, 1, 3}
    assert process_time() - begin < MOST_SECONDS


@pytest.mark.parametrize("sign", SIGNS)
def test_in_a_draft(sign: str, tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    long = sign * (20_000 // len(sign))
    lines = (
        "# Social return",
        f"a{long}1",
        f"Social return: 5%{long}van de loonsom",
        f"- 2{long}jaar",
        f"| a |{long}b |",
    )
    path.write_text("\n\n".join(lines), encoding="utf-8")
    begin = process_time()
    ran = printed(["check", str(path), "--on", "2026-11-22"])
    assert ran.code in {0, 1, 3}
    assert process_time() - begin < MOST_SECONDS


@pytest.mark.parametrize("sign", SIGNS[::4])
def test_in_a_register(sign: str, tmp_path: Path) -> None:
    path = tmp_path / "register.toml"
    long = json.dumps(f"1{sign * (20_000 // len(sign))}v")
    keys = tuple(key for key in infos("contracts") if key not in {"id", "title", "social_return.asked", "part_of"})
    lines = (f'[[contracts]]\nid = "{key}"\ntitle = "T"\nsocial_return.asked = true\n' for key in keys)
    whole = "".join(f"{line}{key} = {long}\n" for key, line in zip(keys, lines, strict=True))
    path.write_text(whole, encoding="utf-8")
    begin = process_time()
    ran = printed(["check", str(path), "--on", "2026-11-22"])
    assert ran.code in {0, 1, 3}
    assert process_time() - begin < MOST_SECONDS


def test_a_name_of_many_signs_has_no_legal_form() -> None:
    begin = process_time()
    assert supplier_name("a" + "(" * 20_000 + "bv").form is None
    assert process_time() - begin < MOST_SECONDS

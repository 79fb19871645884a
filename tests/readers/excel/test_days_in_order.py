"""Days with slashes: in the order that the other days of the sheet prove, and in none where these disagree."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from srtool.readers import register
from srtool.register.model import RegisterFile

HEAD = "Contractnummer;Omschrijving;Leverancier;Ingangsdatum;Einddatum\n"
APRIL, MARCH, LAST = date(2025, 4, 3), date(2025, 3, 4), date(2028, 12, 31)


def read(folder: Path, *days: tuple[str, str]) -> RegisterFile:
    lines = [f"C-{n};Schoonmaak;Firma;{start};{end}\n" for n, (start, end) in enumerate(days, start=1)]
    (folder / "r.csv").write_text(HEAD + "".join(lines), encoding="utf-8")
    return register.read(folder / "r.csv")


@pytest.mark.parametrize(
    ("first", "others", "start"),
    [
        (("03/04/2025", "31-12-2028"), [], APRIL),  # as it is written here
        (("03/04/2025", "31/12/2028"), [], APRIL),
        (("03/04/2025", "12/31/2028"), [], MARCH),  # another column proves it
        (("3/4/25", "12/31/28"), [], MARCH),
        (("03/04/2025", "31-12-2028"), [("05/14/2025", "31-12-2028")], MARCH),
        (("03/04/2025 00:00", "12/31/2028 00:00"), [], MARCH),
        (("03-04-2025", "12/31/2028"), [], APRIL),  # with dashes the day is first
        (("04/04/2025", "12/31/2028"), [], date(2025, 4, 4)),
    ],
)
def test_the_order_of_the_sheet(
    tmp_path: Path, first: tuple[str, str], others: list[tuple[str, str]], start: date
) -> None:
    register_file = read(tmp_path, first, *others)
    contract = register_file.register.contracts[0]
    assert (contract.start, contract.end) == (start, LAST)
    assert not register_file.unread


def test_where_some_say_this_and_others_that_none_is_read_that_may_be_either(tmp_path: Path) -> None:
    register_file = read(tmp_path, ("03/04/2025", "12/31/2028"), ("14/05/2025", "12/31/2028"))
    assert [contract.start for contract in register_file.register.contracts] == [None, date(2025, 5, 14)]
    unread = [(cell.why, cell.value, cell.proposed) for cell in register_file.unread]
    assert unread[0] == ("date_order", "03/04/2025", None)
    assert unread[1:] == [("date_month_first", "12/31/2028", LAST)] * 2


@pytest.mark.parametrize("day", ["1-13-2025", "1.13.2025", "1/13/2025", "1-13-25"])
def test_a_day_that_is_one_only_with_the_month_first_is_read_and_said(tmp_path: Path, day: str) -> None:
    register_file = read(tmp_path, (day, "2028-12-31"))
    assert register_file.register.contracts[0].start == date(2025, 1, 13)
    (remark,) = register_file.remarks[-1:]
    assert (remark.code, remark.values["value"], remark.values["cells"]) == ("day_month_first", day, ("D2",))


@pytest.mark.parametrize("sign", ["-", ".", "/"])
def test_but_not_beside_days_that_stand_the_other_way_round(tmp_path: Path, sign: str) -> None:
    days = [(sign.join(("1", "13", "2025")), sign.join(("31", "12", "2028")))]
    register_file = read(tmp_path, *days)
    assert register_file.register.contracts[0].start is None
    assert [(cell.why, cell.proposed) for cell in register_file.unread] == [("date_month_first", date(2025, 1, 13))]


def test_a_day_that_does_not_exist_in_either_order_is_none(tmp_path: Path) -> None:
    register_file = read(tmp_path, ("2-30-2025", "31-12-2028"))
    assert [cell.why for cell in register_file.unread] == ["date_unknown"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1-1-2025 t/m 31-12-2028", date(2025, 1, 1), LAST),
        ("1 januari 2025 tot en met 31 december 2028", date(2025, 1, 1), LAST),
        ("01-01-2025 - 31-12-2028", date(2025, 1, 1), LAST),
        ("van jan-25 t/m dec-28", date(2025, 1, 1), LAST),
        ("1 January 2025 until 31 December 2028", date(2025, 1, 1), LAST),
        ("2025 t/m 2028", date(2025, 1, 1), LAST),
        ("31-12-2028 t/m 1-1-2025", None, None),  # not in order: not read
        ("1-1-2025 tot 31-12-2028", None, None),  # whether the last day counts is not said
        ("1-1-2025 t/m nader te bepalen", None, None),
    ],
)
@pytest.mark.parametrize("heading", ["Looptijd", "Contractperiode", "Contract period"])
def test_a_term_from_day_to_day(tmp_path: Path, heading: str, text: str, start: date | None, end: date | None) -> None:
    path = tmp_path / "r.csv"
    path.write_text(f"Contractnummer;Omschrijving;Leverancier;{heading}\nC-1;Groen;Firma;{text}\n", encoding="utf-8")
    register_file = register.read(path)
    contract = register_file.register.contracts[0]
    assert (contract.start, contract.end, contract.indefinite) == (start, end, None)
    assert [str(cell.value) for cell in register_file.unread] == ([] if start else [text])

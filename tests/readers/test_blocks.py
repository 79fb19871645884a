"""A table is judged in parts, each let go before the next: the answer is that of the whole, wherever the parts end."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.place import Row
from srtool.readers import raw, register
from srtool.readers.raw import RawTable, blocks
from tests.support.told import codes, told

CONTRACTS = "".join(f'[[contracts]]\nid = "C{n}"\ntitle = "Een"\n' for n in range(5))
MISTAKEN = """
[[efforts]]
id = "E1"
contract = "C0"
kind = "placement"
start = 2026-01-01

[[efforts]]
id = "E2"
contract = "C0"
kind = "placement"
start = 2026-01-01

[[efforts]]
id = "E1"
contract = "C9"
kind = "nothing"

[[efforts]]
id = "E4"
contract = "C0"
kind = "placement"
hours_per_week = -4
"""


@pytest.fixture(params=[1, 2, 3, 5_000])
def _size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "_BLOCK", request.param)


@pytest.mark.usefixtures("_size")
def test_mistakes_are_told_in_the_order_of_the_file_with_their_own_place(tmp_path: Path) -> None:
    path = tmp_path / "register.toml"
    path.write_text(CONTRACTS + MISTAKEN)
    assert codes(told(lambda: register.read(path))) == [
        "effort_twice efforts[0].id",
        "number_range efforts[3].hours_per_week",
    ]


@pytest.mark.usefixtures("_size")
def test_every_record_keeps_its_row(tmp_path: Path) -> None:
    path = tmp_path / "register.toml"
    path.write_text(CONTRACTS)
    read = register.read(path)
    assert [(one.id, row.number) for one, row in zip(read.register.contracts, read.rows["contracts"], strict=True)] == [
        (f"C{n}", n) for n in range(5)
    ]


def test_what_is_judged_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "_BLOCK", 2)
    table = RawTable([{"id": n} for n in range(5)], [Row("a.toml", "efforts", n) for n in range(5)])
    left = []
    for block in blocks(table):
        assert [record["id"] for record in block.records] == [row.number for row in block.rows]
        left.append(len(table.records))
    assert left == [3, 1, 0]


def test_a_day_that_stands_in_many_records_is_one_object(tmp_path: Path) -> None:
    path = tmp_path / "register.toml"
    path.write_text(CONTRACTS + MISTAKEN.split('[[efforts]]\nid = "E1"\ncontract = "C9"', maxsplit=1)[0])
    first, second = register.read(path).register.efforts
    assert first.start is second.start

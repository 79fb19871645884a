"""A number used twice is a remark in its own row, in TOML as in a sheet: nothing is refused or counted twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.readers import register
from srtool.readers.raw import RawTable, has_number_twice
from srtool.register.model import RegisterFile

_CONTRACT = '[[contracts]]\nid = "{id}"\ntitle = "{title}"\ncontract_value = {value}\n'
_EFFORT = '[[efforts]]\nid = "{id}"\ncontract = "{contract}"\nkind = "purchase"\namount = {amount}\n'


def _read(folder: Path, text: str) -> RegisterFile:
    (folder / "r.toml").write_text(text, encoding="utf-8")
    return register.read(folder / "r.toml")


def _contracts(*values: tuple[str, str, int]) -> str:
    return "".join(_CONTRACT.format(id=number, title=title, value=value) for number, title, value in values)


@pytest.mark.parametrize(
    ("second", "numbers", "code"),
    [
        (("A", "Schoonmaak", 100), ["A", "B"], "rows_the_same"),
        (("A", "Groen", 200), ["A/1", "A/2", "B"], "lots_apart"),
        (("A", "Groen", 100), ["A #0", "A #1", "B"], "number_on_rows"),
    ],
)
def test_contracts_of_one_number_are_told_apart(
    tmp_path: Path, second: tuple[str, str, int], numbers: list[str], code: str
) -> None:
    register_file = _read(tmp_path, _contracts(("A", "Schoonmaak", 100), second, ("B", "Post", 50)))
    assert [contract.id for contract in register_file.register.contracts] == numbers
    assert code in {remark.code for remark in register_file.remarks}


def test_the_same_effort_counts_once(tmp_path: Path) -> None:
    effort = _EFFORT.format(id="E1", contract="A", amount=500)
    register_file = _read(tmp_path, _contracts(("A", "Schoonmaak", 100)) + effort + effort)
    assert [one.id for one in register_file.register.efforts] == ["E1"]
    assert "rows_the_same" in {remark.code for remark in register_file.remarks}
    assert not register_file.unplaced


def test_different_efforts_of_one_number_count_nowhere_and_are_said(tmp_path: Path) -> None:
    efforts = "".join(_EFFORT.format(id="E1", contract="A", amount=amount) for amount in (500, 900, 500))
    other = _EFFORT.format(id="E2", contract="B", amount=100)
    register_file = _read(tmp_path, _contracts(("A", "Schoonmaak", 100), ("B", "Post", 50)) + efforts + other)
    assert [one.id for one in register_file.register.efforts] == ["E2"]
    assert register_file.unplaced == {"A"}
    assert [(cell.key, cell.why) for cell in register_file.unread] == [("id", "effort_twice")] * 2


def test_records_without_a_number_are_no_double_ones() -> None:
    assert not has_number_twice(RawTable([{"title": "A"}, {"title": "B"}, {"id": "1"}, {"id": 2}]))
    assert has_number_twice(RawTable([{"id": "1"}, {"id": 1}]))


@pytest.mark.parametrize(
    ("line", "table"),
    [
        (_EFFORT.format(id="E2", contract="CTR-20", amount=900), "efforts"),
        ('[[contacts]]\ncontract = "CTR-20"\non = 2026-01-01\nkind = "call"\n', "contacts"),
        ('[[exemptions]]\ncontract = "CTR-20"\nreason = "Small."\n', "exemptions"),
    ],
)
def test_what_names_a_contract_of_elsewhere_costs_the_others_nothing(tmp_path: Path, line: str, table: str) -> None:
    contracts = _contracts(("CTR-2026", "Schoonmaak", 100), ("B", "Post", 50))
    effort = _EFFORT.format(id="E1", contract="B", amount=500)
    register_file = _read(tmp_path, contracts + effort + line)
    assert [one.id for one in register_file.register.efforts] == ["E1"]
    assert [(one.table, one.key, one.why) for one in register_file.unread] == [
        (table, "contract", "contract_elsewhere")
    ]
    assert all("CTR-20" not in str(one.value) for one in register_file.unread)
    assert register_file.unplaced == {"CTR-2026"}  # it may be that one, with a slip

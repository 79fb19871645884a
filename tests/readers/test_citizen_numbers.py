"""A citizen number beside people is refused by its place in TOML and in sheets, and is shown nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from srtool.errors import InputError
from srtool.readers import register
from srtool.texts import LANGUAGES
from srtool.texts.say import problem

BSN = "123456782"  # passes the eleven test, and is nobody's
CONTRACT = '[[contracts]]\nid = "A"\ntitle = "T"\n'
EFFORT = {"id": "E1", "contract": "A", "kind": "purchase"}
CONTACT = {"contract": "A", "on": "2026-01-01"}
FIELDS = [
    *(("efforts", key) for key in ("id", "person", "path", "evidence")),
    *(("contacts", key) for key in ("by", "note", "next_step", "next_by", "cause")),
]


def _places(error: InputError) -> list[tuple[str, str]]:
    told = "\n".join(problem(lang, wrong) for lang in LANGUAGES for wrong in error.problems)
    assert BSN not in told
    return [(wrong.code, str(wrong.place)) for wrong in error.problems]


def _record(table: str, key: str, value: str) -> Mapping[str, str]:
    return {**(EFFORT if table == "efforts" else CONTACT), key: value}


@pytest.mark.parametrize(("table", "key"), FIELDS)
@pytest.mark.parametrize("value", [BSN, "1234 56 782"])
def test_in_toml(table: str, key: str, value: str) -> None:
    lines = "".join(f'{name} = "{text}"\n' for name, text in _record(table, key, value).items())
    with pytest.raises(InputError) as caught:
        register.from_bytes(f"{CONTRACT}[[{table}]]\n{lines}".encode(), "a.toml")
    assert ("person_bsn", f"a.toml: {table}[0].{key}") in _places(caught.value)


@pytest.mark.parametrize(("table", "key"), FIELDS)
@pytest.mark.parametrize("value", [BSN, int(BSN), f"zie {BSN} in dossier"])
def test_in_a_sheet(tmp_path: Path, table: str, key: str, value: Any) -> None:  # noqa: ANN401 - text or a number
    book = Workbook()
    contracts: Any = book.active
    contracts.title = "contracts"
    contracts.append(["id", "title"])
    contracts.append(["A", "T"])
    people = book.create_sheet(table)
    record = _record(table, key, value)
    people.append(list(record))
    people.append(list(record.values()))
    stream = BytesIO()
    book.save(stream)
    (tmp_path / "r.xlsx").write_bytes(stream.getvalue())
    with pytest.raises(InputError) as caught:
        register.read(tmp_path / "r.xlsx")
    column = "ABCDEFGH"[list(record).index(key)]
    assert ("person_bsn", f"r.xlsx: {table}!{column}2") in _places(caught.value)


@pytest.mark.parametrize("value", ["123456783", "0612345678", "12345678", "SCH-1234567821"])
def test_what_passes_no_test_is_a_value_like_any_other(value: str) -> None:
    text = f'{CONTRACT}[[efforts]]\nid = "{value}"\ncontract = "A"\nkind = "purchase"\n'
    assert register.from_bytes(text.encode(), "a.toml").register.efforts[0].id == value


def test_a_kvk_number_beside_a_contact_is_no_citizen_number() -> None:
    text = f'{CONTRACT}[[contacts]]\ncontract = "A"\non = 2026-01-01\nnext_by = "12345672"\n'
    assert register.from_bytes(text.encode(), "a.toml").register.contacts[0].next_by == "12345672"


def test_the_number_of_a_contract_may_pass_by_chance() -> None:
    text = f'[[contracts]]\nid = "{BSN}"\ntitle = "T"\n[[efforts]]\nid = "E"\ncontract = "{BSN}"\nkind = "purchase"\n'
    assert register.from_bytes(text.encode(), "a.toml").register.efforts[0].contract == BSN


@pytest.mark.parametrize(
    "written",
    [
        '[[contracts]]\nid = "a"\ntitle = "t"\n"111222333" = 1\n',
        '[111222333]\nid = "a"\n',
        '[[contracts]]\nid = "a"\ntitle = "t"\nsocial_return.111222333 = 1\n',
    ],
)
def test_a_key_that_is_a_number_is_not_repeated(written: str) -> None:
    with pytest.raises(InputError) as caught:
        register.from_bytes(written.encode(), "a.toml")
    assert "111222333" not in str(caught.value.problems)

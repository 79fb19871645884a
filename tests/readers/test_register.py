"""A register from a path or standard input: what it holds, or every mistake at once in both languages."""

import gc
import io
import os
import sys
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import Workbook

from srtool.errors import InputError, Problem, UsageError
from srtool.readers import register
from srtool.texts import LANGUAGES
from srtool.texts.say import problem
from tests.support.told import codes, told

BROKEN = Path(__file__).parent / "broken"
CONTRACT = '[[contracts]]\nid = "A"\ntitle = "Schoonmaak"\n'


def _told(text: str) -> list[Problem]:
    return told(lambda: register.from_bytes(text.encode(), "a.toml"))


def _wrong(text: str) -> list[str]:
    return codes(_told(text))


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.toml")), ids=lambda path: path.stem)
def test_a_broken_register_says_what_is_wrong(path: Path) -> None:
    wrong = told(lambda: register.read(path))
    said = {lang: "\n".join(problem(lang, one) for one in wrong) for lang in LANGUAGES}
    for line in path.with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        mark, _, words = line.partition(": ")
        for lang in LANGUAGES:
            if mark == "never":
                assert words not in said[lang]
            elif mark in LANGUAGES:
                assert mark != lang or words in said[lang]
            else:
                assert line in said[lang]


def test_every_broken_register_has_its_words() -> None:
    assert {path.stem for path in BROKEN.glob("*.toml")} == {path.stem for path in BROKEN.glob("*.txt")}


def test_a_register_becomes_a_portfolio(tmp_path: Path) -> None:
    path = tmp_path / "register.toml"
    path.write_text(
        f'{CONTRACT}kind = "diensten"\nwage_sum = 300000\n[contracts.social_return]\n'
        "growth = [{ from = 2026-01-01, percent = 5 }]\n",
        encoding="utf-8",
    )
    register_file = register.read(path)
    (contract,) = register_file.register.contracts
    assert (contract.kind, contract.wage_sum) == ("services", Decimal("300000.00"))
    assert contract.social_return.growth[0].from_ == date(2026, 1, 1)
    assert str(register_file.rows["contracts"][0].at("wage_sum")) == "register.toml: contracts[0].wage_sum"
    assert register_file.rows["efforts"] == ()
    assert register_file.file.name == "register.toml"
    assert register_file.file.sha256 == sha256(path.read_bytes()).hexdigest()
    assert register_file.remarks == ()


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CONTRACT.encode())))
    assert register.read(Path("-")).file.name == "stdin"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("none.toml", "file_missing"),
        ("folder", "file_is_folder"),
        ("a.docx", "file_type_draft"),
        ("bare", "file_type"),
    ],
)
def test_a_wrong_path_is_wrong_use(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.docx").touch()
    (tmp_path / "bare").touch()
    with pytest.raises(UsageError) as caught:
        register.read(tmp_path / name)
    assert [(found.code, str(found.place)) for found in caught.value.problems] == [(code, str(tmp_path / name))]
    assert all(problem(lang, found) for lang in LANGUAGES for found in caught.value.problems)


def test_an_unreadable_file_is_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.toml"
    path.touch()

    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UsageError, match="file_unreadable"):
        register.read(path)


def test_good_records_are_compared_although_others_are_wrong() -> None:
    good = '[[contracts]]\nid = "B"\ntitle = "b"\nstart = 2026-01-01\nend = 2025-01-01\n'
    assert _wrong(f"{CONTRACT}wage_sum = -1\n{good}") == [
        "amount_negative contracts[0].wage_sum",
        "end_before_start contracts[1].start",
        "end_before_start contracts[1].end",
    ]


def test_an_effort_on_a_wrong_contract_is_not_wrong_itself() -> None:
    effort = '[[efforts]]\nid = "E"\ncontract = "A"\nkind = "placement"\n'
    assert _wrong(f"{CONTRACT}wage_sum = -1\n{effort}") == ["amount_negative contracts[0].wage_sum"]


def test_a_circle_of_contracts_is_told_once() -> None:
    circle = "".join(
        f'[[contracts]]\nid = "{one}"\ntitle = "t"\npart_of = "{other}"\n' for one, other in ("XA", "AB", "BC", "CA")
    )
    assert _wrong(circle) == ["parent_cycle contracts[1].part_of"]


@pytest.mark.parametrize("wrong", ['gek = "Jansen"', 'gek = ["Jansen"]', "person = true", "person = 1970"])
def test_what_stands_beside_an_effort_is_not_shown(wrong: str) -> None:
    text = f'{CONTRACT}[[efforts]]\nid = "E"\ncontract = "A"\nkind = "placement"\n{wrong}\n'
    with pytest.raises(InputError) as caught:
        register.from_bytes(text.encode(), "a.toml")
    (found,) = caught.value.problems
    assert found.values.get("value", "…") == "…"


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("labour_share = 0.6", "labour_share"),
        ("social_return.percent = 0.05", "social_return.percent"),
        (
            "social_return.growth = [{ from = 2026-01-01, percent = 0.1 }]",
            "social_return.growth[0].percent",
        ),
    ],
)
def test_a_percentage_below_one_is_questioned(line: str, key: str) -> None:
    remarks = register.from_bytes(f"{CONTRACT}{line}\n".encode(), "a.toml").remarks
    assert [(remark.code, str(remark.place)) for remark in remarks] == [
        ("percent_below_one", f"a.toml: contracts[0].{key}")
    ]
    assert all(problem(lang, remark) for lang in LANGUAGES for remark in remarks)


def test_collecting_garbage_is_left_as_it_was() -> None:
    register.from_bytes(CONTRACT.encode(), "a.toml")
    assert gc.isenabled()


def test_a_workbook_is_read_like_the_rest(tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Contracten"
    for row in (("Nummer", "Naam", "Bedrag"), ("A", "Schoonmaak", 300000), ("A", "Catering", -1)):
        sheet.append(row)
    workbook.save(tmp_path / "a.xlsx")
    columns = {"Nummer": "id", "Naam": "title", "Bedrag": "wage_sum"}
    register_file = register.read(tmp_path / "a.xlsx", columns)
    assert [contract.id for contract in register_file.register.contracts] == ["A #2", "A #3"]
    assert [(remark.code, str(remark.place)) for remark in register_file.remarks] == [
        ("number_on_rows", "a.xlsx: Contracten!A2"),
        ("unread", "a.xlsx: Contracten!C3"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("name", ["pipe.toml", "pipe.xlsx", "pipe"])
def test_what_is_no_regular_file_is_wrong_use(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(UsageError) as caught:
        register.read(tmp_path / name)
    assert [(found.code, str(found.place)) for found in caught.value.problems] == [
        ("file_not_regular", str(tmp_path / name))
    ]


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (
            f'{CONTRACT}wage_sum = -5\nstart = 2026-02-01\nend = 2026-01-01\npart_of = "Z"\n',
            [
                "parent_elsewhere contracts[0].part_of",
                "amount_negative contracts[0].wage_sum",
                "end_before_start contracts[0].start",
                "end_before_start contracts[0].end",
            ],
        ),
        (
            CONTRACT + "[contracts.social_return]\npercent = 500\n"
            "growth = [{ from = 2027-01-01, percent = 5 }, { from = 2026-01-01, percent = 6 }]\n",
            [
                "growth_order contracts[0].social_return.growth[1].from",
                "percent_range contracts[0].social_return.percent",
            ],
        ),
        (
            f'{CONTRACT}[[efforts]]\nid = "E"\ncontract = "B"\nstart = 2026-02-01\nend = 2026-01-01\n',
            ["key_missing efforts[0].kind"],
        ),
        (
            f'{CONTRACT}[[adjustments]]\ncontract = "B"\nkind = "waiver"\nuntil = 2026-01-01\n',
            ["key_missing adjustments[0].from"],
        ),
        (
            f'{CONTRACT}[[contacts]]\ncontract = 5\non = "?"\n[[merges]]\nmembers = 5\n[[contracts]]\npart_of = "A"\n',
            [
                "key_missing contracts[1].id",
                "key_missing contracts[1].title",
                "text_type contacts[0].contract",
                "day_type contacts[0].on",
                "texts_type merges[0].members",
            ],
        ),
    ],
)
def test_a_record_with_a_mistake_is_compared_on_its_other_fields(lines: str, wrong: list[str]) -> None:
    assert _wrong(lines) == wrong


@pytest.mark.parametrize("start", [b"PK\x03\x04\x14\x00", bytes.fromhex("D0CF11E0A1B11AE1")])
def test_a_workbook_read_as_toml_is_called_a_workbook(start: bytes) -> None:
    with pytest.raises(InputError, match="toml_is_workbook") as caught:
        register.from_bytes(start + bytes([200, 0]), "stdin")
    assert all(".xlsx" in problem(lang, caught.value.problems[0]) for lang in LANGUAGES)


def test_a_key_like_no_other_is_answered_with_all_keys_and_no_guess() -> None:
    with pytest.raises(InputError) as caught:
        register.from_bytes(f"{CONTRACT}zzzz = 3\nwage_summ = 3\n".encode(), "a.toml")
    said = [problem("en", found) for found in caught.value.problems]
    assert "Known are: authority, " in said[0]
    assert "Perhaps you mean: wage_sum." in said[1]


@pytest.mark.parametrize(
    ("lines", "code", "words"),
    [
        (f"{CONTRACT}wage_sum = 1.234\n", "amount_ambiguous_bare", "1234.00"),
        (f'{CONTRACT}wage_sum = "1.234"\n', "amount_ambiguous", "1234"),
        ('[[contracts]]\nid = ""\ntitle = "T"\n', "text_empty_needed", ""),
        (f'{CONTRACT}unit = ""\n', "text_empty", ""),
        (f"{CONTRACT}start = 0001-01-01\n", "day_range", ""),
        (f"{CONTRACT}end = 9999-12-31\n", "day_range_end", "indefinite"),
        (f'{CONTRACT}[[efforts]]\nid = "E"\ncontract = "A"\nkind = "placement"\nend = 9999-12-31\n', "day_range", ""),
    ],
)
def test_the_advice_fits_what_was_written(lines: str, code: str, words: str) -> None:
    (one,) = _told(lines)
    assert one.values.get("why", one.code) == code
    assert all(words in problem(lang, one) for lang in LANGUAGES)


def test_a_needed_text_is_not_advised_away() -> None:
    with pytest.raises(InputError) as caught:
        register.from_bytes(b'[[contracts]]\nid = " "\ntitle = "T"\n', "a.toml")
    assert "remove" not in problem("en", caught.value.problems[0])
    assert "haal" not in problem("nl", caught.value.problems[0])

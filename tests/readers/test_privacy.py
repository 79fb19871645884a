"""What may say who somebody is: refused where it stands in columns, never shown where it is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from srtool.errors import InputError, Problem
from srtool.readers import from_toml, register
from srtool.register.model import RegisterFile
from srtool.texts import LANGUAGES
from srtool.texts.say import problem
from tests.support.told import codes, told

CONTRACT = '[[contracts]]\nid = "A"\ntitle = "T"\n'
EFFORT = '[[efforts]]\nid = "{id}"\ncontract = "A"\nkind = "placement"\n'
NUMBERS = ("111222333", "123456782", "100000009")
PRIVATE = "Jan de Vries 123456782"


def _problems(text: str) -> Sequence[Problem]:
    """What is said of it: that it is refused, or what of it was not read."""
    try:
        register_file = register.from_bytes(text.encode(), "a.toml")
    except InputError as error:
        return error.problems
    assert register_file.remarks
    return register_file.remarks


def _said(problems: Sequence[Problem]) -> str:
    return "\n".join(problem(lang, one) for lang in LANGUAGES for one in problems)


def _workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> RegisterFile:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    workbook.save(path)
    return register.read(path)


@pytest.mark.parametrize(
    "lines",
    [
        f'[[efforts]]\nid = "E"\ncontract = "A"\nkind = "{PRIVATE}"\nstart = "{PRIVATE}"\nhours = "{PRIVATE}"\n',
        f'[[efforts]]\nid = "E"\ncontract = "{PRIVATE}"\nkind = "placement"\n',
        f'[[efforts]]\nid = "E"\ncontract = "A"\nkind = "placement"\ncorrects = "{PRIVATE}"\n',
        f'[[efforts]]\nid = "E"\ncontract = "A"\nkind = "placement"\n"{PRIVATE}" = "x"\n',
        # Longer than a message cites, and with what separates keys.
        f'[[efforts]]\nid = "E"\ncontract = "A"\nkind = "placement"\n"{PRIVATE}, {"onze " * 9} Jan" = "x"\n',
        f'[[efforts]]\nid = "E"\ncontract = "A"\nkind = "placement"\n"Jan.de.Vries {PRIVATE}" = "x"\n',
        '[[efforts]]\nid = "E"\ncontract = "A"\nkind = "placement"\n123456782 = "x"\n',
        '[[efforts]]\nid = "123456782"\ncontract = "A"\nkind = "placement"\n' * 2,
        f'[[efforts]]\nid = "{PRIVATE}"\ncontract = "A"\nkind = "placement"\ncorrects = "{PRIVATE}"\n',
        f'[[contacts]]\ncontract = "{PRIVATE}"\non = "{PRIVATE}"\nkind = "{PRIVATE}"\n',
        f'[[contacts]]\ncontract = "A"\non = "{PRIVATE}"\n',
    ],
)
def test_what_stands_beside_a_person_is_never_shown(lines: str) -> None:
    said = _said(_problems(CONTRACT + lines))
    assert "123456782" not in said
    assert "Jan" not in said
    assert "[0]" in said or "[1]" in said


def test_the_days_of_an_effort_are_not_shown() -> None:
    effort = EFFORT.format(id="E") + "start = 1970-02-01\nend = 1970-01-01\n"
    (found,) = _problems(CONTRACT + effort)
    assert str(found.place) == "a.toml: efforts[0].end"
    assert "1970" not in _said([found])


def test_a_key_that_is_a_number_is_not_shown_at_the_top_of_the_file() -> None:
    assert "123456782" not in _said(_problems('123456782 = "x"\n' + CONTRACT))


@pytest.mark.parametrize("table", ["efforts", "contacts"])
def test_a_cell_in_a_shifted_column_is_not_shown(tmp_path: Path, table: str) -> None:
    head = {"efforts": ["id", "contract", "kind", "start"], "contacts": ["contract", "on", "kind"]}[table]
    sheets = {"contracts": [["id", "title"], ["A", "T"]], table: [head, ["Jan de Vries", *["123456782"] * 3]]}
    wrong = told(lambda: _workbook(tmp_path / "a.xlsx", sheets))
    assert wrong
    assert "123456782" not in _said(wrong)
    assert "Jan" not in _said(wrong)


@pytest.mark.parametrize(
    ("sheet", "head", "letter"),
    [
        ("Contracten", ["id", "title", "Inkoper"], "C"),
        ("Contracten", ["id", "title", "client"], "C"),
        ("Contracten", ["id", "title", "contract_manager"], "C"),
        ("Contracten", ["id", "title", "Getal"], "C"),
        ("Contracten", ["id", "title", None], "C"),
        ("Leveranciers", ["id", "name", "Getal"], "C"),
        ("contacts", ["contract", "on", "note"], "C"),
        ("contacts", ["contract", "on", "Getal"], "C"),
    ],
)
def test_a_column_of_citizen_numbers_is_refused(tmp_path: Path, sheet: str, head: list[object], letter: str) -> None:
    first = {"contacts": ["A", "A", "A"], "Leveranciers": ["12345678", "12345679", "12345670"]}
    ids = first.get(sheet, ["A", "B", "C"])
    rows = [[number, "2026-01-01", bsn] for number, bsn in zip(ids, NUMBERS, strict=True)]
    sheets: dict[str, Sequence[Sequence[object]]] = {"Contracten": [["id", "title"], ["A", "T"]]}
    with pytest.raises(InputError) as caught:
        _workbook(tmp_path / "a.xlsx", sheets | {sheet: [head, *rows]})
    assert [(one.code, str(one.place)) for one in caught.value.problems] == [
        ("column_like_bsn", f"a.xlsx: {sheet}!{letter}1")
    ]
    assert not any(number in _said(caught.value.problems) for number in NUMBERS)


def test_the_number_of_a_contract_or_supplier_may_pass_the_test(tmp_path: Path) -> None:
    contracts = [["id", "title"], *([number, "T"] for number in NUMBERS)]
    efforts = [["id", "contract", "kind"]]
    efforts += [[f"E{n}", number, "placement"] for n, number in enumerate(NUMBERS)]
    read = _workbook(tmp_path / "a.xlsx", {"efforts": efforts, "contracts": contracts})
    assert [effort.contract for effort in read.register.efforts] == list(NUMBERS)
    toml = "".join(f'[[contracts]]\nid = "{number}"\ntitle = "T"\n' for number in NUMBERS)
    toml += "".join(
        f'[[efforts]]\nid = "E{n}"\ncontract = "{number}"\nkind = "placement"\n' for n, number in enumerate(NUMBERS)
    )
    assert len(register.from_bytes(toml.encode(), "a.toml").register.efforts) == 3


@pytest.mark.parametrize(
    ("lines", "table"),
    [
        ('[[contracts]]\nid = "{n}"\ntitle = "T"\nbuyer = "{bsn}"\n', "contracts"),
        ('[[contracts]]\nid = "{n}"\ntitle = "T"\nsocial_return_adviser = {bsn}\n', "contracts"),
        ('[[contacts]]\ncontract = "A"\non = 2026-01-01\nnote = "{bsn}"\n', "contacts"),
        ('[[contacts]]\ncontract = "A"\non = 2026-01-01\nnext_by = "{bsn}"\n', "contacts"),
        ('[[adjustments]]\ncontract = "A"\nkind = "waiver"\nfrom = 2026-01-01\ndecided_by = "{bsn}"\n', "adjustments"),
    ],
)
def test_a_list_of_citizen_numbers_in_toml_is_refused(lines: str, table: str) -> None:
    text = CONTRACT + "".join(lines.format(n=n, bsn=bsn) for n, bsn in enumerate(NUMBERS))
    raw = from_toml.read(text.encode(), "a.toml")
    assert [(one.code, str(one.place)) for one in raw.problems] == [("person_bsn_column", f"a.toml: {table}")]
    assert not any(number in repr(raw.tables) for number in NUMBERS)


def test_refused_numbers_of_efforts_are_told_once() -> None:
    text = CONTRACT + "".join(EFFORT.format(id=number) for number in NUMBERS)
    assert [one.code for one in _problems(text)] == ["person_bsn_column"]


def test_refused_numbers_of_efforts_are_told_once_in_a_workbook(tmp_path: Path) -> None:
    efforts = [["id", "contract", "kind"], *([number, "A", "placement"] for number in NUMBERS)]
    with pytest.raises(InputError) as caught:
        _workbook(tmp_path / "a.xlsx", {"contracts": [["id", "title"], ["A", "T"]], "efforts": efforts})
    assert [(one.code, str(one.place)) for one in caught.value.problems] == [("column_like_bsn", "a.xlsx: efforts!A1")]


@pytest.mark.parametrize("head", [["kind", None, "status"], ["x", "y", "z"]])
def test_a_row_of_data_is_not_taken_for_headings_to_list(tmp_path: Path, head: Sequence[object]) -> None:
    sheets: Mapping[str, Sequence[Sequence[object]]] = {
        "contracts": [["id", "title"], ["A", "T"]],
        "efforts": [head, ["Jan de Vries", "123456782", "Jansen", "Vries"]],
    }
    wrong = told(lambda: _workbook(tmp_path / "a.xlsx", sheets))
    assert codes(wrong)[0].startswith("headings_missing")
    assert not any(name in _said(wrong) for name in ("Jan", "Vries", "123456782"))


def test_a_row_with_numbers_or_days_is_not_taken_for_headings_to_list(tmp_path: Path) -> None:
    rows: Sequence[Sequence[object]] = [["kleur", "smaak", None, None, None], ["Jan", "de", "Vries", "Jansen", 5]]
    with pytest.raises(InputError) as caught:
        _workbook(tmp_path / "a.xlsx", {"Kandidaten": rows})
    assert caught.value.problems[0].values["seen"] == ("kleur", "smaak")


@pytest.mark.parametrize(
    "lines",
    [
        'start = "{n}"',
        'contract_value = "{n} per jaar"',
        'kind = "{n}"',
        'social_return = {{ percent = "{n}" }}',
        '[[adjustments]]\ncontract = "{n}"\nkind = "waiver"\nfrom = 2026-01-01',
        '[[suppliers]]\nid = "{n}"\nname = "x"',
    ],
)
@pytest.mark.parametrize("number", ["123456782", "1234.56.782", "123 456 782"])
def test_what_may_be_a_citizen_number_is_shown_in_no_message(lines: str, number: str) -> None:
    text = '[[contracts]]\nid = "A"\ntitle = "T"\n' + lines.format(n=number)
    assert number not in _said(_problems(text))


@pytest.mark.parametrize("number", ["123456782", "1234.56.782", "123 456 782"])
def test_a_remark_on_a_parent_that_is_kept_elsewhere_shows_no_citizen_number(number: str) -> None:
    text = f'[[contracts]]\nid = "A"\ntitle = "T"\npart_of = "{number}"\n'
    (remark,) = register.from_bytes(text.encode(), "a.toml").remarks
    assert remark.code == "parent_elsewhere"
    assert number not in _said([remark])

"""A TOML register as raw tables: its shape, its Dutch values, and what must not stand in it."""

from decimal import Decimal

import pytest

from srtool.readers.from_toml import read

CONTRACT = '[[contracts]]\nid = "A"\ntitle = "Schoonmaak"\n'
EFFORT = '[[efforts]]\nid = "E{n}"\ncontract = "A"\nkind = "placement"\n'


def _codes(text: str) -> list[tuple[str, str]]:
    return [(problem.code, str(problem.place)) for problem in read(text.encode(), "a.toml").problems]


def test_rows_point_at_their_table() -> None:
    raw = read((CONTRACT * 2).encode(), "a.toml")
    assert [str(row.at("title")) for row in raw.tables["contracts"].rows] == [
        "a.toml: contracts[0].title",
        "a.toml: contracts[1].title",
    ]


def test_numbers_are_decimals() -> None:
    raw = read(f"{CONTRACT}wage_sum = 0.1\n".encode(), "a.toml")
    assert raw.tables["contracts"].records[0]["wage_sum"] == Decimal("0.1")


def test_a_byte_order_mark_is_accepted() -> None:
    assert not read(b"\xef\xbb\xbf" + CONTRACT.encode(), "a.toml").problems


def test_latin_1_is_refused_with_its_line() -> None:
    problem = read(f'{CONTRACT}client = "Zoë"\n'.encode("latin-1"), "a.toml").problems[0]
    assert (problem.code, str(problem.place), problem.values["line"]) == ("not_utf8", "a.toml", 4)


@pytest.mark.parametrize("text", ["a = " + "[" * 10_000, "a = " + "1" * 5_000, "a = 1e" + "9" * 30])
def test_what_would_exhaust_the_reader_is_a_problem(text: str) -> None:
    assert _codes(text)[0][0] in {"toml_nested", "toml_number"}


@pytest.mark.parametrize("value", ['"diensten"', '"Diensten"', '"services"'])
def test_values_may_be_dutch(value: str) -> None:
    raw = read(f"{CONTRACT}kind = {value}\n".encode(), "a.toml")
    assert raw.tables["contracts"].records[0]["kind"] == "services"


def test_a_step_of_the_ladder_may_be_a_number() -> None:
    raw = read(b'[[suppliers]]\nid = "12345678"\nname = "B.V."\npso = 2\n', "a.toml")
    assert raw.tables["suppliers"].records[0]["pso"] == "2"


@pytest.mark.parametrize("text", ["contracts = 5", "contracts = [1, 2]", "[contracts]"])
def test_a_table_that_is_no_list_is_a_problem(text: str) -> None:
    assert _codes(text) == [("table_not_list", "a.toml: contracts")]


@pytest.mark.parametrize("value", ["250.000", "1.234"])
def test_thousands_with_a_dot_are_not_taken_as_hundreds(value: str) -> None:
    raw = read(f"{CONTRACT}wage_sum = {value}\n".encode(), "a.toml")
    assert raw.tables["contracts"].records[0]["wage_sum"] == value


def test_a_citizen_number_is_taken_out() -> None:
    raw = read(f"{CONTRACT}{EFFORT}person = 123456782\n".encode(), "a.toml")
    assert [problem.code for problem in raw.problems] == ["person_bsn"]
    assert "123456782" not in repr(raw)


def test_a_column_of_citizen_numbers_is_one_problem() -> None:
    numbers = ("123456782", "111222333", "P-3", "12345672")
    text = CONTRACT + "".join(f'{EFFORT}person = "{number}"\n' for number in numbers)
    raw = read(text.encode(), "a.toml")
    assert [problem.code for problem in raw.problems] == ["person_bsn_column"]
    assert not any(number in repr(raw) for number in numbers)


def test_one_contract_number_in_every_row_is_no_column_of_citizen_numbers() -> None:
    efforts = "".join(f'[[efforts]]\nid = "E{n}"\ncontract = "123456782"\n' for n in range(5))
    assert not read(f"{CONTRACT}{efforts}".encode(), "a.toml").problems


@pytest.mark.parametrize("key", ["bsn", "BSN", "naam", "naam_kandidaat", "e-mail", "Geboortedatum"])
def test_keys_that_say_who_somebody_is(key: str) -> None:
    assert _codes(f"{CONTRACT}{EFFORT}{key} = 1\n") == [("person_key", f"a.toml: efforts[0].{key}")]


@pytest.mark.parametrize("key", ["bloc", "persoon"])
def test_other_unknown_keys_are_left_to_the_model(key: str) -> None:
    assert _codes(f"{CONTRACT}{EFFORT}{key} = 1\n") == []


def test_a_citizen_number_is_asked_for_nowhere() -> None:
    assert _codes(f"{CONTRACT}bsn = 1\n") == [("person_key", "a.toml: contracts[0].bsn")]


def test_a_procedure_that_the_register_cannot_express_is_read_as_absent() -> None:
    raw = read((f'{CONTRACT}procedure = "Meervoudig onderhands"\n' * 2).encode(), "a.toml")
    assert "procedure" not in raw.tables["contracts"].records[1]
    assert not raw.problems
    (remark,) = raw.remarks
    assert (remark.code, str(remark.place)) == ("procedure_unexpressed", "a.toml: contracts[0].procedure")
    assert remark.values["cells"] == ("contracts[0].procedure", "contracts[1].procedure")


def test_a_direct_award_is_a_word_of_the_register() -> None:
    raw = read(f'{CONTRACT}procedure = "Enkelvoudig onderhands"\n'.encode(), "a.toml")
    assert raw.tables["contracts"].records[0]["procedure"] == "single"

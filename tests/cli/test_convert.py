"""Nothing of a register is lost between TOML and Excel, or the place is named and nothing is written."""

from __future__ import annotations

import subprocess
import sys
from contextlib import redirect_stderr
from io import StringIO
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import ANY

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from srtool.cli.program import run
from srtool.readers import register
from srtool.register.columns import SHEETS, infos, lines
from srtool.register.model import Register
from srtool.texts import LANGUAGES, Lang
from tests.support.odd_registers import UNHELD, Document, documents, written

CHANCE = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def convert(source: Path, target: Path, lang: Lang, *options: str) -> tuple[int, str]:
    with redirect_stderr(StringIO()) as said:
        code = run(["convert", str(source), str(target), "--lang", lang, *options])
    return code, said.getvalue()


def read(path: Path) -> Register:
    return register.read(path).register


@given(document=documents(), lang=st.sampled_from(LANGUAGES))
@CHANCE
def test_a_register_comes_back_from_excel_unchanged(document: Document, lang: Lang) -> None:
    other: Lang = "en" if lang == "nl" else "nl"
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.toml").write_bytes(written(document).encode())
        before = read(folder / "a.toml")
        steps = ("a.toml", "b.xlsx", "c.toml", "d.xlsx", "e.xlsx")
        for source, target in pairwise(steps):
            code, said = convert(folder / source, folder / target, other if target == "e.xlsx" else lang)
            assert code == 0, said
            assert read(folder / target) == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_runs_with_an_estimate_only_still_runs_when_it_comes_back(lang: Lang, tmp_path: Path) -> None:
    source, target = tmp_path / "a.toml", tmp_path / "b.xlsx"
    source.write_text('contracts = [{id = "A", title = "A", status = "running", estimated_value = 300000}]')
    assert convert(source, target, lang) == (0, ANY)
    assert read(target) == read(source)


@given(document=documents(unheld=True), lang=st.sampled_from(LANGUAGES))
@CHANCE
def test_a_register_is_held_or_refused_with_the_places(document: Document, lang: Lang) -> None:
    with TemporaryDirectory() as name:
        source, target = Path(name) / "a.toml", Path(name) / "b.xlsx"
        source.write_bytes(written(document).encode())
        code, said = convert(source, target, lang)
        if code == 0:
            assert read(target) == read(source)
        else:
            assert code == 3
            assert "a.toml: " in said
            assert not target.exists()
            assert any(text in str(document) for text in map(repr, UNHELD))
        assert convert(source, Path(name) / "tidy.toml", lang)[0] == 0
        assert read(Path(name) / "tidy.toml") == read(source)


@given(document=documents(complete=True))
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_field_of_the_model_occurs(document: Document) -> None:
    found = register.from_bytes(written(document).encode(), "a.toml").register
    for table in SHEETS:
        assert {key for line in lines(found, table) for key in line} == set(infos(table)), table


CONTRACT = '[[contracts]]\nid = "A"\ntitle = "T"\n'


@pytest.mark.parametrize(
    ("toml", "place", "says"),
    [
        (CONTRACT + 'client = "#N/A"', "contracts[0].client", "foutwaarde"),
        (CONTRACT + f'client = "{"x" * 32_768}"', "contracts[0].client", "32.767"),
        (CONTRACT + f'client = "{chr(0x1F600) * 16_384}"', "contracts[0].client", "32.767"),
        (CONTRACT + 'client = "a\\u0007b"', "contracts[0].client", "stuurtekens"),
        (CONTRACT + 'supplier = "1234567"', "contracts[0].supplier", "KvK-nummer"),
        (CONTRACT + 'supplier_id = "1234567"', "contracts[0].supplier_id", "KvK-nummer"),
        (CONTRACT + 'supplier_id = "007"', "contracts[0].supplier_id", "buitenlands nummer"),
        (CONTRACT.replace('"A"', '"ja"') + CONTRACT + 'part_of = "ja"', "contracts[1].part_of", "raamovereenkomst"),
        (CONTRACT + "social_return.amount = 0.60", "contracts[0].social_return.amount", "aandeel"),
        (CONTRACT.replace('"A"', '"(example)"'), "contracts[0].id", "voorbeeld"),
        (
            CONTRACT + '[[suppliers]]\nid = "01234567"\nname = "B"\naliases = ["c;d"]',
            "suppliers[0].aliases",
            "lijst",
        ),
        (
            CONTRACT + '[[efforts]]\nid = "E"\ncontract = "A"\nkind = "activity"\nhours = 1.00000000000000000001',
            "efforts[0].hours",
            "cijfers",
        ),
        (CONTRACT + '[[targets]]\nname = "-"\njobs = 5', "targets[0].name", "streepje"),
    ],
)
def test_what_a_workbook_cannot_hold_is_refused(tmp_path: Path, toml: str, place: str, says: str) -> None:
    (tmp_path / "a.toml").write_text(toml, encoding="utf-8")
    for lang in LANGUAGES:
        code, said = convert(tmp_path / "a.toml", tmp_path / "b.xlsx", lang)
        assert code == 3
        assert f"a.toml: {place}: " in said
        assert says in said or lang == "en"
    assert list(tmp_path.iterdir()) == [tmp_path / "a.toml"]


def test_every_place_is_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(CONTRACT + 'unit = "#N/A"\nclient = "#REF!"\n', encoding="utf-8")
    assert convert(tmp_path / "a.toml", tmp_path / "b.xlsx", "nl")[1].startswith("2 fouten:")


def test_a_word_that_fills_nothing_in_is_left_out_and_said(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(CONTRACT + 'unit = "-"\nclient = "n.v.t."\n', encoding="utf-8")
    code, said = convert(tmp_path / "a.toml", tmp_path / "b.xlsx", "nl")
    assert code == 0
    assert "contracts[0].unit: als niet ingevuld gelezen" in said
    assert "contracts[0].client: als niet ingevuld gelezen" in said


def test_what_only_reading_back_shows_is_refused_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("srtool.cli.convert.not_held", lambda _: ())
    (tmp_path / "a.toml").write_text(CONTRACT + 'unit = "#N/A"\n' + CONTRACT.replace('"A"', '"B"'), encoding="utf-8")
    code, said = convert(tmp_path / "a.toml", tmp_path / "b.xlsx", "nl")
    assert (code, said.count("a.toml: contracts[0].unit: ")) == (3, 1)
    (tmp_path / "a.toml").write_text(CONTRACT.replace('"T"', '"-"'), encoding="utf-8")
    code, said = convert(tmp_path / "a.toml", tmp_path / "b.xlsx", "nl")
    assert code == 3
    assert "a.toml" in said
    assert not (tmp_path / "b.xlsx").exists()


def test_cells_are_what_excel_makes_of_them(tmp_path: Path) -> None:
    toml = CONTRACT + (
        'kind = "services"\nindefinite = false\nlabour_share = 7.1234\nsupplier = "01234567"\n'
        'contract_value = 0\nstart = 1900-01-01\nend = 2999-12-31\nclient = "=1+1"\n'
        '[contracts.social_return]\npercent = 5\nlesson = """een\ntwee"""\n'
    )
    (tmp_path / "a.toml").write_text(toml, encoding="utf-8")
    assert convert(tmp_path / "a.toml", tmp_path / "b.xlsx", "nl")[0] == 0
    sheet = load_workbook(tmp_path / "b.xlsx")["Contracten"]
    row = {heading.value: cell for heading, cell in zip(sheet[1], sheet[2], strict=True)}
    found = {name: (cell.value, cell.number_format) for name, cell in row.items() if cell.value is not None}
    assert {name: str(value) for name, (value, _) in found.items()} == {
        "Contractnummer": "A",
        "Naam contract": "T",
        "Soort opdracht": "diensten",
        "Opdrachtnemer": "01234567",
        "Opdrachtwaarde": "0",
        "Onbepaalde tijd": "nee",
        "Arbeidscomponent": "0.071234",
        "Ingangsdatum": "1900-01-01 00:00:00",
        "Einddatum": "2999-12-31 00:00:00",
        "Opdrachtgever": "=1+1",
        "Verplichting %": "0.05",
        "Geleerd": "een\ntwee",
    }
    assert found["Verplichting %"][1] == "0.00%"
    assert found["Arbeidscomponent"][1] == "0.0000%"
    assert found["Opdrachtwaarde"][1] == '"€" #,##0.00'
    assert row["Opdrachtgever"].data_type == "s"
    assert row["Opdrachtgever"].quotePrefix


def _old_register(path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Overzicht 2026"])
    sheet.append(["Zaaknummer", "Omschrijving", "Waarde excl. btw", "Startdatum", "Kleur", "Wie"])
    sheet.append(["Z-1", "Schoonmaak", 250000.5, "1 juli 2026", "rood", "Team A"])
    book.create_sheet("Overig").append(["iets", "anders", "nog iets"])
    book.save(path)


def test_an_old_register_gets_our_headings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "srtool.toml").write_text('[columns]\n"Wie" = "contract_manager"\n', encoding="utf-8")
    _old_register(tmp_path / "oud.xlsx")
    code, said = convert(Path("oud.xlsx"), Path("nieuw.xlsx"), "en")
    assert code == 3
    assert "Kleur" in said
    assert "--drop" in said
    assert not Path("nieuw.xlsx").exists()
    assert convert(Path("oud.xlsx"), Path("nieuw.xlsx"), "en", "--drop", "Klein, Soort")[0] == 3
    code, said = convert(Path("oud.xlsx"), Path("nieuw.xlsx"), "en", "--drop", "kleur")
    assert code == 0
    assert "Kleur" in said
    assert "Overig" in said
    sheet = load_workbook(tmp_path / "nieuw.xlsx")["Contracts"]
    row = {heading.value: cell.value for heading, cell in zip(sheet[1], sheet[2], strict=True)}
    assert {name: str(value) for name, value in row.items() if value is not None} == {
        "Contract number": "Z-1",
        "Title": "Schoonmaak",
        "Contract value": "250000.5",
        "Start date": "2026-07-01 00:00:00",
        "Contract manager": "Team A",
    }
    assert (
        "Kleur" not in convert(Path("oud.xlsx"), Path("nieuw.xlsx"), "en", "--force", "--quiet", "--drop", "Kleur")[1]
    )


def test_settings_that_would_read_the_new_headings_wrong_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "srtool.toml").write_text('[columns]\n"Raming" = "wage_sum"\n', encoding="utf-8")
    (tmp_path / "a.toml").write_text(CONTRACT, encoding="utf-8")
    code, said = convert(Path("a.toml"), Path("b.xlsx"), "nl")
    assert code == 3
    assert "'Raming'" in said


def test_comments_are_said_to_stay_behind(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(CONTRACT.replace('"T"', "'T # 1'") + "unit = '''#'''", encoding="utf-8")
    assert "ommenta" not in convert(tmp_path / "a.toml", tmp_path / "b.toml", "nl")[1]
    (tmp_path / "a.toml").write_text(CONTRACT + "# let op", encoding="utf-8")
    assert "commentaar" in convert(tmp_path / "a.toml", tmp_path / "c.toml", "nl")[1]


def test_a_path_that_counts_from_another_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.toml").write_text(CONTRACT + 'rule_set = "rules/own.toml"\n', encoding="utf-8")
    assert "rules/own.toml" not in convert(tmp_path / "a.toml", tmp_path / "b.xlsx", "nl")[1]
    assert "rules/own.toml" in convert(tmp_path / "a.toml", tmp_path / "sub" / "b.xlsx", "nl")[1]
    assert read(tmp_path / "sub" / "b.xlsx").contracts[0].rule_set == "rules/own.toml"


def test_a_table_that_is_too_long_for_a_sheet_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.toml").write_text(CONTRACT + CONTRACT.replace('"A"', '"B"'), encoding="utf-8")
    monkeypatch.setattr("srtool.cli.cannot_hold.MOST_ROWS", 3)
    assert convert(tmp_path / "a.toml", tmp_path / "b.xlsx", "nl")[0] == 0
    monkeypatch.setattr("srtool.cli.cannot_hold.MOST_ROWS", 2)
    code, said = convert(tmp_path / "a.toml", tmp_path / "c.xlsx", "nl")
    assert (code, "a.toml: contracts: Een werkblad heeft plaats voor 1 regels" in said) == (3, True)


def test_toml_is_tidied_into_what_is_filled_in(tmp_path: Path) -> None:
    untidy = (
        'targets = [{name = "Banen", jobs = 2.50}]\n[[contracts]]\ntitle = "T"\nid = "A"\nkind = "diensten"\n'
        "contract_value = 5\n[[contracts.social_return.growth]]\nfrom = 2026-01-01\npercent = 5.0\n"
    )
    (tmp_path / "a.toml").write_text(untidy, encoding="utf-8")
    assert convert(tmp_path / "a.toml", tmp_path / "b.toml", "nl")[0] == 0
    assert (tmp_path / "b.toml").read_text(encoding="utf-8") == (
        '[[contracts]]\nid = "A"\ntitle = "T"\nkind = "services"\ncontract_value = 5.00\n\n'
        "[contracts.social_return]\ngrowth = [\n    { from = 2026-01-01, percent = 5 },\n]\n\n"
        '[[targets]]\nname = "Banen"\njobs = 2.50\n'
    )


def test_toml_keeps_line_breaks_of_every_kind(tmp_path: Path) -> None:
    text = CONTRACT + 'unit = "a\\nb"\n' + CONTRACT.replace('"A"', '"B"') + 'unit = "a\\r\\nb"\n'
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    assert convert(tmp_path / "a.toml", tmp_path / "b.toml", "nl")[0] == 0
    assert [contract.unit for contract in read(tmp_path / "b.toml").contracts] == ["a\nb", "a\r\nb"]
    assert '"""\na\nb"""' in (tmp_path / "b.toml").read_text(encoding="utf-8")


def test_standard_input_is_converted(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "srtool", "convert", "-", str(tmp_path / "b.xlsx"), "--lang", "en"]
    done = subprocess.run(command, input=CONTRACT, capture_output=True, check=True, text=True)
    assert (done.stdout, done.stderr) == ("", f"Made: {tmp_path / 'b.xlsx'}.\n")
    assert read(tmp_path / "b.xlsx").contracts[0].id == "A"


def test_a_file_in_the_way_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(CONTRACT, encoding="utf-8")
    (tmp_path / "b.xlsx").write_text("x", encoding="utf-8")
    assert convert(tmp_path / "a.toml", tmp_path / "b.xlsx", "nl")[0] == 2
    assert (tmp_path / "b.xlsx").read_text(encoding="utf-8") == "x"
    assert convert(tmp_path / "a.toml", tmp_path / "b.xlsx", "nl", "--force")[0] == 0
    assert convert(tmp_path / "a.toml", tmp_path / "a.toml", "nl", "--force")[0] == 2
    assert convert(tmp_path / "a.toml", tmp_path / "b.csv", "nl")[0] == 2

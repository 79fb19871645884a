"""Answers to the questions of an inspection: what they change, asked on a terminal, kept beside the register."""

from __future__ import annotations

import json
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from openpyxl import Workbook

from srtool.readers.settings import load
from srtool.texts import LANGUAGES
from tests.support.paths import EXAMPLES
from tests.support.program import Printed, printed

REGISTERS = Path(__file__).parents[1] / "readers" / "registers"
EVERY = sorted(path for path in REGISTERS.iterdir() if path.suffix in {".xlsx", ".xls", ".ods", ".csv"})
ON = ("--on", "2026-11-22")
SENSIBLE = """[assume]
policy = "rijk-classic"
authority_kind = "decentraal"
stage = "beide"
vat = "exclusief btw"
period = "hele looptijd"
unit = "euro"
basis = "loonsom"
over_extension = "nee"
extended = "ja"
realised_approved = "nee"
realised_on = 2026-11-01

[values]
Verlengd = "lopend"
"In optiejaar" = "lopend"

[labour_share]
Diensten = 70
Groen = 60
Schoonmaak = 85
90 = 85
"""
REGISTER = """Nr;Omschrijving;Leverancier;Soort opdracht;Waarde;Loonsom;Ingangsdatum;Einddatum;Status;SROI %;Categorie
C-1;Schoonmaak;Alfa B.V.;diensten;400000;300000;2026-01-01;2029-12-31;Verlengd;5;Facilitair
C-2;Catering;Beta B.V.;diensten;900000;;2026-01-01;2029-12-31;lopend;;Facilitair
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "register.csv").write_text(REGISTER, encoding="utf-8")
    return tmp_path


def _inspected(*options: str) -> Printed:
    return printed(["inspect", "register.csv", *ON, *options])


def _document(*options: str) -> dict[str, Any]:
    run = _inspected("--format", "json", *options)
    assert run.code == 0, run.stderr
    document: dict[str, Any] = json.loads(run.stdout)
    return document


def _undecided_in_check(path: str) -> int:
    run = printed(["check", path, *ON, "--format", "json", "--internal", "--fail-on", "never"])
    assert run.code == 0, run.stderr
    return int(json.loads(run.stdout)["summary"]["undecided"])


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.name)
def test_what_answers_promise_is_what_check_gives(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(path, tmp_path)
    Path("answers.toml").write_text(SENSIBLE, encoding="utf-8")
    run = printed(["inspect", path.name, *ON, "--answers", "answers.toml", "--write", "--format", "json"])
    assert run.code == 0, run.stderr
    promised = json.loads(run.stdout)["summary"]
    after = _undecided_in_check(path.name)
    Path("srtool.toml").unlink()
    assert (promised["undecided_before"], promised["undecided"]) == (_undecided_in_check(path.name), after)
    assert after <= promised["undecided_before"]


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.name)
def test_a_policy_that_is_not_known_makes_nothing_certain(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("srtool.toml").write_text(SENSIBLE.replace("rijk-classic", "niet bekend"), encoding="utf-8")
    run = printed(["check", str(path), *ON, "--format", "json", "--fail-on", "never"])
    document = json.loads(run.stdout)
    assert {contract["applies"] for contract in document["contracts"] if contract["rule_set"] is None} <= {"undecided"}
    assert document["summary"]["in_scope"] == 0


def test_the_change_is_told_and_nothing_is_written(here: Path) -> None:
    (here / "answers.toml").write_text(SENSIBLE, encoding="utf-8")
    before, after = (_document(*options)["summary"] for options in ((), ("--answers", "answers.toml")))
    assert after["undecided_before"] == before["undecided"] > after["undecided"]
    run = _inspected("--answers", "answers.toml", "--lang", "nl")
    assert f"Nog niet te beoordelen: {before['undecided']} → {after['undecided']} oordelen" in run.stdout
    assert not (here / "srtool.toml").exists()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_open_questions_are_kept_as_comments(here: Path, lang: str) -> None:
    run = _inspected("--write", "--lang", lang)
    assert (run.code, "srtool.toml" in run.stderr) == (0, True)
    text = (here / "srtool.toml").read_text(encoding="utf-8")
    assert not [entry for entry in tomllib.loads(text).values() if entry not in ({}, {"Status": {}})]
    basis = "loonsom, opdrachtwaarde" if lang == "nl" else "wage sum, contract value"
    assert f'# basis = ""  # {basis}' in text
    assert "[values.Status]" in text
    assert '# Verlengd = ""  # ' in text
    share = "procent van de opdrachtwaarde" if lang == "nl" else "percent of the contract value"
    assert f"# Facilitair =  # {share}\n" in text
    assert not any(character.isdigit() for character in text.partition("[labour_share]")[2])


def test_each_commented_key_is_one_that_counts_when_it_is_filled_in(here: Path) -> None:
    _inspected("--write")
    lines = (here / "srtool.toml").read_text(encoding="utf-8").splitlines()
    answered = [_filled_in(line) for line in lines]
    (here / "srtool.toml").write_text("\n".join(answered), encoding="utf-8")
    settings = load(here / "srtool.toml")
    assert settings.assume is not None
    assert {key for key, _ in settings.assume.answers()} >= {"policy", "authority_kind", "vat", "period", "basis"}
    assert settings.values["Status"]["Verlengd"]
    assert settings.labour_share["facilitair"].percent == 50
    assert _inspected().stdout.count("(a) ") == 0


def _filled_in(line: str) -> str:
    """The line without its mark, with the first of its choices."""
    key, is_key, choices = line.removeprefix("# ").partition(" =")
    if not line.startswith("# ") or not is_key:
        return line
    first = choices.partition("# ")[2].split(", ")[0].split(" or ")[0]
    return f"{key} = 50" if "percent" in first else f"{key} = 2026-11-01" if first == "a day" else f'{key} = "{first}"'


def test_answers_are_kept_with_what_is_still_open(here: Path) -> None:
    (here / "answers.toml").write_text('[assume]\nbasis = "loonsom"\n[columns]\nKleur = ""\n', encoding="utf-8")
    run = _inspected("--answers", "answers.toml", "--write")
    assert (run.code, "answers added: 2" in run.stderr) == (0, True)
    settings = load(here / "srtool.toml")
    assert settings.assume is not None
    assert (settings.assume.basis, dict(settings.columns)) == ("wage_sum", {"Kleur": ""})
    text = (here / "srtool.toml").read_text(encoding="utf-8")
    assert "# basis" not in text
    assert "# policy = " in text


KEPT = """# van ons\r
rule_set = "rijk-tailored"  # afgesproken in 2025\r
\r
[assume]\r
extended = false   # per geval bekeken\r
"""


def test_what_stands_there_stays_byte_for_byte(here: Path) -> None:
    target = here / "srtool.toml"
    target.write_bytes(KEPT.encode())
    (here / "answers.toml").write_text(
        '[assume]\nbasis = "loonsom"\nextended = true\n[labour_share]\nFacilitair = 80\n', encoding="utf-8"
    )
    refused = _inspected("--answers", "answers.toml", "--write")
    assert (refused.code, target.read_bytes()) == (2, KEPT.encode())
    assert "--force" in refused.stderr
    run = _inspected("--answers", "answers.toml", "--write", "--force")
    assert run.code == 0, run.stderr
    assert "not taken over: assume.extended" in run.stderr
    written = target.read_bytes().decode()
    for line in KEPT.splitlines(keepends=True):
        assert line in written
    assert "\n" not in written.replace("\r\n", "")
    settings = load(target)
    assert settings.assume is not None
    assert (settings.rule_set, settings.assume.extended, settings.assume.basis) == ("rijk-tailored", False, "wage_sum")
    again = _inspected("--answers", "answers.toml", "--write", "--force")
    assert (again.code, target.read_bytes().decode()) == (0, written)
    assert "nothing was changed" in again.stderr


def test_a_table_on_one_line_is_not_touched(here: Path) -> None:
    target = here / "srtool.toml"
    target.write_text("assume = { extended = true }\n", encoding="utf-8")
    run = _inspected("--write", "--force")
    assert (run.code, target.read_text(encoding="utf-8")) == (2, "assume = { extended = true }\n")
    assert "[assume]" in run.stderr


def test_an_ending_that_windows_hides_is_pointed_out(here: Path) -> None:
    folder = here / "registers"
    folder.mkdir()
    (here / "register.csv").rename(folder / "register.csv")
    (folder / "srtool.toml.txt").write_text("", encoding="utf-8")
    run = printed(["inspect", "registers/register.csv", *ON])
    assert (run.code, "srtool.toml.txt" in run.stderr) == (0, True)
    refused = printed(["inspect", "registers/register.csv", *ON, "--write"])
    assert (refused.code, "srtool.toml.txt" in refused.stderr) == (2, True)
    assert not (folder / "srtool.toml").exists()


def test_the_file_comes_beside_the_register_and_says_where_it_holds(here: Path) -> None:
    folder = here / "registers"
    folder.mkdir()
    (here / "register.csv").rename(folder / "register.csv")
    (here / "srtool.toml").write_text('rule_set = "utrecht"\n', encoding="utf-8")
    run = printed(["inspect", "registers/register.csv", *ON, "--write"])
    assert (run.code, (folder / "srtool.toml").exists()) == (0, True)
    assert f"starts srtool in {folder}" in run.stderr
    assert f"{here / 'srtool.toml'} held there" in run.stderr


def test_settings_beside_the_register_that_do_not_hold_are_pointed_out(here: Path) -> None:
    folder = here / "registers"
    folder.mkdir()
    (here / "register.csv").rename(folder / "register.csv")
    (folder / "srtool.toml").write_text('[assume]\nbasis = "loonsom"\n', encoding="utf-8")
    run = printed(["inspect", "registers/register.csv", *ON])
    assert "What is the percentage of" in run.stdout
    assert "does not hold here" in run.stderr


def test_what_differs_per_contract_is_left_to_the_register(here: Path) -> None:
    run, text = _asked(here, "", "", "", "", "", "", "verschilt", "", "", "y")
    assert (run.code, "no answer here" in run.stdout, text) == (0, False, "")


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        ("[assume]\nbases = 1\n", 3, "answers.toml: assume.bases"),
        ("[assume\n", 3, "answers.toml"),
        ('[assume]\npolicy = "utrcht"\n', 3, "assume.policy"),
        (None, 2, "answers.toml"),
    ],
)
def test_wrong_answers_are_told(here: Path, text: str | None, code: int, told: str) -> None:
    if text is not None:
        (here / "answers.toml").write_text(text, encoding="utf-8")
    run = _inspected("--answers", "answers.toml", "--write")
    assert (run.code, run.stdout, told in run.stderr) == (code, "", True), run.stderr
    assert not (here / "srtool.toml").exists()


def _typed(*lines: str) -> Iterator[str]:
    yield from lines
    raise EOFError


def _asked(here: Path, *lines: str, options: tuple[str, ...] = ()) -> tuple[Printed, str]:
    """A run on a terminal on which these lines are typed, with the settings that it leaves."""
    typed = _typed(*lines)
    with (
        mock.patch("srtool.cli.asking.is_watched", return_value=True),
        mock.patch("builtins.input", side_effect=lambda *_: next(typed, "")),
    ):
        run = _inspected(*options)
    target = here / "srtool.toml"
    return run, target.read_text(encoding="utf-8") if target.exists() else ""


def test_on_a_terminal_each_question_is_asked_and_kept(here: Path) -> None:
    # policy, authority_kind, vat, period, extensions, unit, basis, labour share, word; then yes
    run, text = _asked(here, "rijk-classic", "2", "", "", "", "", "wage sum", "80", "running", "y")
    assert run.code == 0, run.stderr
    assert "Cannot be judged yet: " in run.stdout
    assert tomllib.loads(text) == {
        "assume": {"policy": "rijk-classic", "authority_kind": "decentral", "basis": "wage_sum"},
        "values": {"Status": {"Verlengd": "running"}},
        "labour_share": {"Facilitair": 80},
    }


def test_what_is_no_answer_is_asked_again(here: Path) -> None:
    run, text = _asked(here, "utrcht", "not known", "99", "centraal", "", "", "", "", "", "tachtig", "80", "", "y")
    assert run.stdout.count("no answer here") == 3
    assert tomllib.loads(text)["assume"] == {"policy": "not_known", "authority_kind": "central"}
    assert tomllib.loads(text)["labour_share"] == {"Facilitair": 80}


@pytest.mark.parametrize("lines", [(), ("", "", "", ""), ("rijk-classic", "", "", "", "", "", "", "", "", "n")])
def test_nothing_is_kept_that_is_skipped_or_refused(here: Path, lines: tuple[str, ...]) -> None:
    run, text = _asked(here, *lines)
    assert (run.code, text) == (0, "")


@pytest.mark.parametrize("options", [("--format", "json"), ("--write",)])
def test_with_an_option_that_works_without_nothing_is_asked(here: Path, options: tuple[str, ...]) -> None:
    with (
        mock.patch("srtool.cli.asking.is_watched", return_value=True),
        mock.patch("builtins.input", side_effect=AssertionError),
    ):
        assert _inspected(*options).code == 0
    assert (here / "srtool.toml").exists() is (options == ("--write",))


def test_a_file_that_exists_is_added_to_when_somebody_agrees(here: Path) -> None:
    (here / "srtool.toml").write_text('rule_set = "rijk-classic"\n', encoding="utf-8")
    _, refused = _asked(here, "1", "", "", "", "", "", "", "", "y", "n")
    assert refused == 'rule_set = "rijk-classic"\n'
    _, text = _asked(here, "1", "", "", "", "", "", "", "", "y", "y")
    assert tomllib.loads(text)["assume"] == {"authority_kind": "central"}


def test_json_has_columns_questions_and_keys(here: Path) -> None:
    document = _document()
    assert list(document) == ["schema_version", "command", "receipt", "summary", "columns", "questions", "unread"]
    assert document["command"] == "inspect"
    questions = {question["name"]: question for question in document["questions"]}
    assert questions["basis"]["keys"] == [
        {
            "key": ["assume", "basis"],
            "sort": "choice",
            "choices": ["wage_sum", "contract_value", "invoiced_turnover", "yearly_turnover"],
        }
    ]
    assert questions["labour_share"]["keys"][0]["key"] == ["labour_share", "Facilitair"]
    assert questions["labour_share"]["decides"] > questions["words"]["decides"] >= 0
    (status,) = [column for column in document["columns"] if column["heading"] == "Status"]
    assert (status["field"], status["unread_cells"]) == ("status", 1)
    assert [one["word"] for one in document["unread"]] == ["Verlengd"]
    assert here.exists()


def test_json_tells_nothing_of_a_person_in_what_could_not_be_read(here: Path) -> None:
    book = Workbook()
    contracts = book.worksheets[0]
    contracts.title = "Contracten"
    contracts.append(["Contractnummer", "Omschrijving"])
    contracts.append(["C-1", "Schoonmaak"])
    efforts = book.create_sheet("Inspanningen")
    efforts.append(["Inspanningsnummer", "Contractnummer", "Soort inspanning", "Status"])
    efforts.append(["E-1", "C-1", "plaatsing", "ziek thuis"])
    book.save(here / "register.xlsx")
    run = printed(["inspect", "register.xlsx", *ON, "--format", "json"])
    unread = json.loads(run.stdout)["unread"]
    assert (run.code, [one["word"] for one in unread]) == (0, ["…"]), run.stderr
    assert "ziek" not in run.stdout


def test_standard_input_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = (EXAMPLES / "running.toml").read_bytes()
    Path("answers.toml").write_text("[assume]\nextended = true\n", encoding="utf-8")
    stdin = mock.Mock()
    stdin.buffer.read.side_effect = [text]
    with mock.patch("sys.stdin", stdin):
        run = printed(["inspect", "-", *ON, "--answers", "answers.toml"])
    assert (run.code, "3 contracts" in run.stdout) == (0, True), run.stderr


@pytest.mark.parametrize("columns", [40, 60, 100, 160])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_line_is_wider_than_the_screen(here: Path, columns: int, lang: str) -> None:
    run = printed(["inspect", "register.csv", *ON, "--lang", lang], columns)
    assert (run.code, max(map(len, run.stdout.splitlines())) <= columns) == (0, True)
    assert here.exists()


def test_answers_may_say_how_the_register_is_to_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_text(
        "Kenm;Waar het om gaat;Bedrag\n1;Schoonmaak;5000,00\n2;Catering;6000,00\n", encoding="utf-8"
    )
    Path("antwoorden.toml").write_text('[columns]\nKenm = "id"\n"Waar het om gaat" = "title"\n', encoding="utf-8")
    assert printed(["inspect", "a.csv"]).code == 3
    run = printed(["inspect", "a.csv", "--answers", "antwoorden.toml", "--lang", "nl"])
    assert (run.code, run.stderr) == (0, "")
    assert "2 contracten" in run.stdout

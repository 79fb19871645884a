"""srtool init --from: what a tender text says becomes a register, each value with its place."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from openpyxl import load_workbook

from srtool.readers import register
from tests.support.program import printed
from tests.support.word_drafts.drafts import drafts, written

_TEXT = (
    "# 4.2 Social return\n\nAls uitvoeringsvoorwaarde zet de opdrachtnemer 5% van de loonsom in. "
    "Hij rapporteert elk kwartaal. Bij een tekort volgt na herstel een boete.\n"
)


def _init(folder: Path, text: str) -> str:
    (folder / "leidraad.md").write_text(text, encoding="utf-8")
    result = printed(["init", str(folder / "a.toml"), "--from", str(folder / "leidraad.md"), "--lang", "nl"])
    assert result.code == 0, result.stderr
    return (folder / "a.toml").read_text(encoding="utf-8")


def test_what_was_read_stands_with_its_place_and_the_rest_is_open(tmp_path: Path) -> None:
    text = _init(tmp_path, _TEXT)
    assert tomllib.loads(text)["contracts"] == [
        {
            "id": "leidraad",
            "title": "leidraad",
            "status": "draft",
            "social_return": {
                "asked": True,
                "percent": 5,
                "basis": "wage_sum",
                "form": "performance_condition",
                "report_every_months": 3,
                "shortfall_clause": "Bij een tekort volgt na herstel een boete.",
            },
        }
    ]
    (line,) = [line for line in text.splitlines() if line.startswith("percent")]
    assert line.endswith("# leidraad.md, 4.2 Social return: \u20185%\u2019")
    assert "# wage_sum = 300000.00" in text
    assert printed(["check", str(tmp_path / "a.toml")]).code in {0, 1}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (_TEXT + "\nMinimaal 2% van de loonsom gaat naar social return.\n", "percent"),
        (_TEXT.replace("elk kwartaal", "twee keer per jaar"), "report_every_months"),
        (_TEXT.replace("5% van de loonsom in", "5% van de loonsom in voor perceel 1"), "percent"),
    ],
    ids=["two values", "more often", "one lot"],
)
def test_what_is_not_said_once_stays_open(tmp_path: Path, text: str, key: str) -> None:
    assert key not in tomllib.loads(_init(tmp_path, text))["contracts"][0]["social_return"]


def test_a_percentage_for_the_first_term_is_the_percentage(tmp_path: Path) -> None:
    text = _TEXT.replace("van de loonsom in", "van de loonsom in over de initiële looptijd, zonder verlengingen")
    asked = tomllib.loads(_init(tmp_path, text))["contracts"][0]["social_return"]
    assert (asked["percent"], asked["basis"]) == (5, "wage_sum")


def test_several_readings_stay_open_and_are_named(tmp_path: Path) -> None:
    text = (
        "# 3.1 SROI\n\nDe inschrijver dient 5% van de winst in te zetten voor SROI, oftewel 2% van de opdrachtsom.\n\n"
    )
    text += "| SROI-percentage per perceel | Perceel 1: 5%; perceel 2: 7,5% |\n|---|---|\n"
    written = _init(tmp_path, text)
    assert not {"percent", "basis"} & set(tomllib.loads(written)["contracts"][0]["social_return"])
    lines = written.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("# percent = "))
    assert lines[at + 1] == (
        "# Het concept zegt hier meer dan één ding, kies: 5% (SROI); 2% (SROI); 5% (perceel 1); 7,5% (perceel 2)"
    )
    assert any("kies: winst (SROI); opdrachtsom (SROI)" in line for line in lines)
    path = tmp_path / "a.xlsx"
    assert printed(["init", str(path), "--from", str(tmp_path / "leidraad.md"), "--lang", "nl"]).code == 0
    notes = [cell.comment.text for cell in load_workbook(path)["Contracten"][2] if cell.comment and cell.value is None]
    assert len(notes) == 2
    assert "7,5% (perceel 2)" in notes[0]


@pytest.mark.parametrize("draft", drafts()[:10], ids=lambda draft: draft.name)
def test_a_draft_does_not_contradict_the_register_read_from_it(tmp_path: Path, draft: object) -> None:
    path = written(draft, tmp_path)  # type: ignore[arg-type]
    register = tmp_path / "a.toml"
    assert printed(["init", str(register), "--from", str(path)]).code == 0
    assert tomllib.loads(register.read_text(encoding="utf-8"))["contracts"][0]["social_return"]["percent"]
    result = printed(["check", str(path), "--register", str(register), "--select", "SR601"])
    assert "SR601  " not in result.stdout


def test_a_workbook_holds_the_same_with_the_place_at_each_cell(tmp_path: Path) -> None:
    _init(tmp_path, _TEXT)
    path = tmp_path / "a.xlsx"
    assert printed(["init", str(path), "--from", str(tmp_path / "leidraad.md"), "--lang", "nl"]).code == 0
    assert register.read(path).register == register.read(tmp_path / "a.toml").register
    sheet = load_workbook(path)["Contracten"]
    notes = {str(sheet.cell(1, cell.column).value): cell.comment for cell in sheet[2] if cell.value is not None}
    percent = notes["Verplichting %"]
    assert percent is not None
    assert percent.text == "leidraad.md, 4.2 Social return: \u20185%\u2019"
    assert {name for name, note in notes.items() if note is None} == {"Contractnummer", "Naam contract", "Status"}
    assert sheet.max_row == 2  # no invented example beside what was read


@pytest.mark.parametrize("draft", drafts()[:3], ids=lambda draft: draft.name)
def test_a_draft_does_not_contradict_the_workbook_read_from_it(tmp_path: Path, draft: object) -> None:
    path = written(draft, tmp_path)  # type: ignore[arg-type]
    workbook = tmp_path / "a.xlsx"
    assert printed(["init", str(workbook), "--from", str(path)]).code == 0
    result = printed(["check", str(path), "--register", str(workbook), "--select", "SR601"])
    assert result.code == 0
    assert "SR601  " not in result.stdout


def test_a_draft_that_is_not_there(tmp_path: Path) -> None:
    result = printed(["init", str(tmp_path / "a.toml"), "--from", str(tmp_path / "b.docx")])
    assert result.code == 2
    assert not (tmp_path / "a.toml").exists()


@pytest.mark.parametrize("name", ["a.toml", "a.xlsx"])
def test_that_nothing_was_read_from_another_language_is_said(tmp_path: Path, name: str) -> None:
    source = tmp_path / "draft.md"
    source.write_text(
        "# Social return\n\nThe contractor shall spend 5% of the wages on social return.\n", encoding="utf-8"
    )
    for lang, told in (("en", "is not in Dutch, so nothing was read from it"), ("nl", "is niet in het Nederlands")):
        result = printed(["init", str(tmp_path / f"{lang}-{name}"), "--from", str(source), "--lang", lang])
        assert result.code == 0
        assert told in result.stderr

"""srtool clause: a paragraph that the check of drafts reads without a contradiction, and the reasons for the file."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from unittest import mock
from zipfile import ZipFile

import pytest

from srtool.readers.word.draft_file import read_draft
from srtool.texts import LANGUAGES
from tests.support.paths import EXAMPLES
from tests.support.program import Printed, printed

ON = ("--on", "2026-11-22")
_START = (
    '[[contracts]]\nid = "A"\ntitle = "Schoonmaak"\nkind = "services"\nwage_sum = 300000\ncontract_value = 800000\n'
)
DRAFTS = {
    "nothing": "",
    "percent": 'social_return.percent = 5\nsocial_return.basis = "wage_sum"\n',
    "contract value": 'social_return.percent = 2.5\nsocial_return.basis = "contract_value"\n',
    "invoiced": 'social_return.percent = 5\nsocial_return.basis = "invoiced_turnover"\n',
    "yearly": (
        'social_return.percent = 5\nsocial_return.basis = "yearly_turnover"\nsocial_return.form = "requirement"\n'
    ),
    "amount": 'social_return.amount = 15000\nsocial_return.form = "performance_condition"\n',
    "people": "social_return.people = 2\n",
    "award": 'social_return.percent = 5\nsocial_return.basis = "wage_sum"\nsocial_return.form = "award_criterion"\n',
    "growth": (
        'social_return.percent = 5\nsocial_return.basis = "wage_sum"\n[[contracts.social_return.growth]]\n'
        "from = 2028-01-01\npercent = 7\n"
    ),
    "all": (
        'rule_set = "utrecht"\nsocial_return.percent = 5\nsocial_return.basis = "wage_sum"\n'
        'social_return.form = "performance_condition"\nsocial_return.subject_link = "Het werk in de keuken."\n'
        "social_return.plan_due = 2027-03-01\nsocial_return.report_every_months = 3\n"
        'social_return.shortfall_clause = "Na een hersteltermijn van vier weken wordt naar rato ingehouden."\n'
        "social_return.over_extension = true\n"
    ),
}


def _clause(*arguments: str | Path) -> Printed:
    return printed(["clause", *map(str, arguments), *ON])


@pytest.fixture(params=DRAFTS)
def draft(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "concept.toml"
    path.write_text(_START + DRAFTS[request.param], encoding="utf-8")
    return path


@pytest.fixture
def one(tmp_path: Path) -> Path:
    path = tmp_path / "een.toml"
    path.write_text(_START + DRAFTS["percent"], encoding="utf-8")
    return path


def test_the_text_does_not_contradict_the_draft_that_it_was_made_from(draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "clausule.docx"
    assert _clause(draft, "--out", out, "--lang", "nl").code == 0
    result = printed(["check", str(out), "--register", str(draft), "--format", "json", *ON])
    findings = [one for one in json.loads(result.stdout)["findings"] if one["code"].startswith("SR6")]
    wrong = {(one["code"], one["message"]) for one in findings if one["level"] != "notice" and one["code"] != "SR605"}
    assert not wrong
    assert {one["outcome"] for one in findings if one["code"] == "SR601"} == {"met"}


_ANSWERS = {
    "kies: uitvoeringsvoorwaarde, eis of gunningscriterium": "uitvoeringsvoorwaarde",
    "percentage": "5",
    "grondslag, bijvoorbeeld loonsom of opdrachtwaarde": "loonsom",
    "moment, bijvoorbeeld de dag van gunning": "de dag van gunning",
    "tellen mee of tellen niet mee": "tellen mee",
    "een maximum in euro, of: geen maximum": "een maximum van € 30.000",
    "versie en datum van de tabel": "versie 2 van 1 maart 2026",
    "de waardentabel met versie en datum, of: de gemaakte kosten": "de gemaakte kosten",
    "welk werk binnen deze opdracht leent zich ervoor?": "het werk in de keuken",
    "noem de doelgroepen": "mensen met een uitkering op grond van de Participatiewet",
    "aantal uren": "24 uur",
    "aantal maanden": "twaalf maanden",
    "aantal weken voor het plan": "vier weken",
    "aantal maanden tussen twee rapportages": "drie maanden",
    "aantal weken voor herstel": "vier weken",
    "gevolg, bijvoorbeeld inhouding naar rato": "inhouding naar rato",
    "peildag, bijvoorbeeld de dag van indiensttreding": "de dag van indiensttreding",
}
_OTHERWISE = "wat partijen schriftelijk afspreken"


def _contracts() -> list[tuple[str, str]]:
    return [
        (path.name, contract["id"])
        for path in sorted(EXAMPLES.glob("*.toml"))
        for contract in tomllib.loads(path.read_text(encoding="utf-8")).get("contracts", [])
        if contract.get("social_return", {}).get("asked") is not False
    ]


@pytest.mark.parametrize(("file", "contract"), _contracts())
def test_a_clause_that_is_filled_in_passes_the_check(file: str, contract: str, tmp_path: Path) -> None:
    text = _clause(EXAMPLES / file, "--contract", contract, "--format", "md", "--lang", "nl").stdout
    path = tmp_path / "clausule.md"
    path.write_text(re.sub(r"\[([^\]]+)\]", lambda mark: _ANSWERS.get(mark[1], _OTHERWISE), text), encoding="utf-8")
    result = printed(["check", str(path), *ON, "--lang", "en", "--format", "json"])
    open_ones = [one for one in json.loads(result.stdout)["findings"] if one["outcome"] in {"not_met", "undecided"}]
    assert [(one["code"], one["message"]) for one in open_ones if one["outcome"] == "not_met"] == []
    assert {one["code"] for one in open_ones} <= {"SR606"}


def test_each_choice_is_a_mark_that_the_check_finds(one: Path, tmp_path: Path) -> None:
    out = tmp_path / "clausule.docx"
    _clause(one, "--out", out, "--lang", "nl")
    text = "\n".join(passage.text for passage in read_draft(out).passages)
    marks = re.findall(r"\[[^\]]+\]", text)
    shown = json.loads(printed(["check", str(out), "--select", "SR605", "--format", "json"]).stdout)["findings"]
    assert len(marks) > 8
    assert sorted(marks) == sorted(place["words"] for finding in shown for place in finding["places"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_begins_with_the_own_model_of_the_organisation(one: Path, lang: str) -> None:
    own = {"nl": "eigen modeltekst", "en": "model text of its own"}[lang]
    lines = _clause(one, "--format", "md", "--lang", lang).stdout.splitlines()
    assert own in lines[2]
    assert lines[4] == "# 1 Social return"


def test_markdown_and_word_say_the_same(one: Path, tmp_path: Path) -> None:
    _clause(one, "--out", tmp_path / "a.docx", "--lang", "nl")
    _clause(one, "--format", "md", "--out", tmp_path / "a.md", "--lang", "nl")
    word, pasted = (read_draft(tmp_path / name).passages for name in ("a.docx", "a.md"))
    numbers = [(passage.number, passage.headings[-1].text) for passage in word if passage.is_heading]
    assert ("1.8", "Rapportage") in numbers
    assert (
        numbers
        == [(one.headings[-1].number, one.headings[-1].text) for one in pasted if one.is_heading][-len(numbers) :]
    )


def test_what_is_known_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(_START + DRAFTS["all"], encoding="utf-8")
    text = _clause(path, "--format", "md", "--lang", "nl").stdout
    for part in (
        "5% van de loonsom",
        "Het werk in de keuken",
        "1 maart 2027",
        "elke 3 maanden",
        "naar rato ingehouden",
    ):
        assert part in text
    assert "Opties en verlengingen tellen mee." in text


def test_no_font_is_fixed_and_the_same_draft_gives_the_same_bytes(one: Path, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        _clause(one, "--out", tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    with ZipFile(tmp_path / "a.docx") as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    assert "rFonts" not in "".join(parts.values())
    assert 'w:name w:val="heading 1"' in parts["word/styles.xml"]


def test_libreoffice_numbers_the_headings(one: Path, tmp_path: Path, libreoffice: Callable[[Path, str], Path]) -> None:
    _clause(one, "--out", tmp_path / "a.docx", "--lang", "nl")
    shown = libreoffice(tmp_path / "a.docx", "txt").read_text(encoding="utf-8-sig")
    assert "1.13" in shown
    assert "Wie beslist" in shown


def test_the_reasons_for_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    exempted = '[[exemptions]]\ncontract = "A"\nreason = "De markt kan dit nog niet."\ndecided_by = "Directeur"\n'
    path.write_text(_START + DRAFTS["percent"] + exempted, encoding="utf-8")
    result = _clause(path, "--format", "md", "--reasons", tmp_path / "r.docx", "--lang", "nl")
    assert result.code == 0
    text = "\n".join(passage.text for passage in read_draft(tmp_path / "r.docx").passages)
    assert "De markt kan dit nog niet." in text
    assert "Directeur." in text
    assert "Antwoord: [in te vullen]." in text
    assert "(Bron: " in text


def test_a_person_at_a_terminal_is_asked(one: Path) -> None:
    with mock.patch("sys.stdin.isatty", return_value=True), mock.patch("builtins.input", side_effect=["eis", EOFError]):
        text = _clause(one, "--format", "md", "--lang", "nl").stdout
    assert "Social return geldt hier als eis." in text
    assert "[moment, bijvoorbeeld de dag van gunning]" in text


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "--out"),
        (["--out", "a.pdf"], ".docx"),
        (["--format", "html"], "docx, md"),
        (["--format", "md", "--contract", "Z"], "Z"),
    ],
)
def test_wrong_use(one: Path, arguments: list[str], told: str) -> None:
    result = _clause(one, *arguments)
    assert (result.code, result.stdout) == (2, "")
    assert told in result.stderr


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_contract_outside_the_policy_is_told_and_noted_in_the_text(lang: str, tmp_path: Path) -> None:
    register = EXAMPLES / "drafts.toml"
    result = _clause(register, "--contract", "PEIL-1", "--format", "md", "--lang", lang)
    told, noted = {
        "nl": (
            "Wordt het toch gevraagd, dan heeft die vraag een eigen reden nodig",
            "[Haal dit weg voor publicatie: het beleid geldt niet",
        ),
        "en": ("the demand needs a reason of its own", "[Take this out before publishing: the policy does"),
    }[lang]
    assert told in result.stderr
    assert "40" in result.stderr  # the wage sum that it rests on
    assert noted in result.stdout
    with_reasons = _clause(
        register, "--contract", "PEIL-1", "--format", "md", "--lang", lang, "--reasons", tmp_path / "r.docx"
    )
    assert told in with_reasons.stderr
    inside = _clause(EXAMPLES / "tender.toml", "--format", "md", "--lang", lang)
    assert told not in inside.stderr
    assert noted not in inside.stdout


def test_an_amount_is_not_broken_in_word(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text(_START + DRAFTS["amount"], encoding="utf-8")
    assert _clause(path, "--out", tmp_path / "a.docx", "--lang", "nl").code == 0
    with ZipFile(tmp_path / "a.docx") as archive:
        text = archive.read("word/document.xml").decode()
    assert "€\u00a015.000,00" in text
    assert "€ " not in text


def test_only_a_clause_that_can_be_read_is_to_be_checked(one: Path, tmp_path: Path) -> None:
    told = {lang: _clause(one, "--out", tmp_path / f"{lang}.docx", "--lang", lang).stderr for lang in LANGUAGES}
    assert "srtool check" in told["nl"]
    assert "--lang nl" in told["en"]
    shown = printed(["check", str(tmp_path / "en.docx"), *ON, "--lang", "en"]).stdout
    assert "Not read: this text is not in Dutch." in shown
    assert set(re.findall(r"SR\d{3}", shown)) == {"SR605", "SR608"}


def test_of_many_contracts_one_is_named() -> None:
    register = EXAMPLES / "register.toml"
    assert "holds" in _clause(register, "--format", "md").stderr
    assert _clause(register, "--format", "md", "--contract", "ond-1").code == 0

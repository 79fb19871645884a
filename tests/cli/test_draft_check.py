"""srtool check on a draft in Word: in every form, with its annexes, its register and its earlier version."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.paths import EXAMPLES
from tests.support.program import Printed, printed
from tests.support.word_drafts.blocks import heading, paragraph
from tests.support.word_drafts.package import write
from tests.support.word_drafts.pieces import deleted, inserted, note_reference, run

ON = ("--on", "2026-11-22")
_DEMAND = "Als uitvoeringsvoorwaarde zet de opdrachtnemer 5% van de loonsom, exclusief btw, in voor social return."


def _check(*arguments: str | Path) -> Printed:
    return printed(["check", *map(str, arguments), *ON])


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return write(tmp_path / "leidraad.docx", [heading("Social return"), paragraph(_DEMAND)])


@pytest.fixture
def annex(tmp_path: Path) -> Path:
    path = tmp_path / "bijlage.md"
    path.write_text("# Social return\n\nDe opdrachtnemer zet 2% van de loonsom in.\n", encoding="utf-8")
    return path


def test_a_draft_of_which_nothing_is_wrong_gives_questions(draft: Path) -> None:
    result = _check(draft)
    assert (result.code, result.stderr) == (0, "")
    assert "srtool check · leidraad.docx · 22 November 2026" in result.stdout
    assert "percentage 5%; base \u2018loonsom\u2019" in result.stdout
    assert "SR608" in result.stdout


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "The draft reckons over \u2018loonsom\u2019; the register says: contract value."),
        ("nl", "Het concept rekent over de loonsom; in het register staat de opdrachtwaarde."),
    ],
)
def test_words_of_the_draft_are_quoted_and_ours_are_those_of_the_reader(
    draft: Path, tmp_path: Path, lang: str, told: str
) -> None:
    register = tmp_path / "register.toml"
    register.write_text(
        '[[contracts]]\nid = "A"\ntitle = "A"\nsocial_return.percent = 5\nsocial_return.basis = "contract_value"\n',
        encoding="utf-8",
    )
    assert told in " ".join(_check(draft, "--register", register, "--lang", lang).stdout.split())


def test_draft_and_annex_may_contradict_each_other(draft: Path, annex: Path) -> None:
    result = _check(draft, annex)
    assert result.code == 1
    assert "SR601  The draft names 5% and 2% for the same." in result.stdout
    assert "bijlage.md: Social return: “De opdrachtnemer zet 2% van de loonsom in.”" in result.stdout
    assert _check(draft, annex, "--fail-on", "never").code == 0
    assert _check(draft, "--strict").code == 1


def test_json_gives_every_place(draft: Path, annex: Path) -> None:
    answer = json.loads(_check(draft, annex, "--format", "json").stdout)
    assert (answer["command"], answer["summary"]["errors"]) == ("check", 1)
    assert [entry["name"] for entry in answer["receipt"]["inputs"]] == ["leidraad.docx", "bijlage.md"]
    finding = next(finding for finding in answer["findings"] if finding["code"] == "SR601")
    assert finding["places"] == [
        {
            "file": "leidraad.docx",
            "heading": "Social return",
            "number": "1",
            "paragraph": 1,
            "offset": _DEMAND.index("5%"),
            "words": "5%",
            "passage": _DEMAND,
        },
        {
            "file": "bijlage.md",
            "heading": "Social return",
            "number": None,
            "paragraph": 1,
            "offset": 21,
            "words": "2%",
            "passage": "De opdrachtnemer zet 2% van de loonsom in.",
        },
    ]
    assert {"subject": "percentage", "value": "5", "words": "5%"}.items() <= answer["claims"][0].items()


def test_csv_has_a_row_for_what_asks_something(draft: Path, annex: Path) -> None:
    shown = _check(draft, annex, "--format", "csv", "--lang", "nl").stdout.removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(shown), delimiter=";"))
    assert rows[0]["Bestand"] == "leidraad.docx | bijlage.md"
    assert rows[0]["Code"] == "SR601"
    assert "niet van toepassing" not in shown
    full = _check(draft, annex, "--format", "csv", "--lang", "nl", "--full").stdout
    assert len(list(csv.DictReader(io.StringIO(full), delimiter=";"))) > len(rows)


def test_the_register_says_what_was_agreed_and_is_checked_itself(draft: Path, tmp_path: Path) -> None:
    register = tmp_path / "register.toml"
    register.write_text(
        '[[contracts]]\nid = "A"\ntitle = "Catering"\nkind = "services"\nwage_sum = 300000\n'
        'social_return.percent = 10\nsocial_return.basis = "wage_sum"\n',
        encoding="utf-8",
    )
    result = _check(draft, "--register", register, "--contract", "catering")
    assert result.code == 1
    assert "SR601  The draft asks 5%; the register says 10%." in result.stdout
    assert "In the register on A Catering" in result.stdout
    assert "SR301" in result.stdout
    register.write_text(register.read_text("utf-8") + '[[contracts]]\nid = "B"\ntitle = "Post"\n', encoding="utf-8")
    which = _check(draft, "--register", register)
    assert which.code == 2
    assert "holds 2 contracts" in which.stderr


def test_scope_demand_and_preparation_are_judged_with_the_text(draft: Path, tmp_path: Path) -> None:
    register = tmp_path / "register.xlsx"
    assert printed(["init", str(register), "--from", str(draft), "--lang", "nl"]).code == 0
    findings = json.loads(_check(draft, "--register", register, "--format", "json").stdout)["findings"]
    assert {finding["code"][:3] for finding in findings} >= {"SR1", "SR2", "SR3", "SR6"}
    of_text = [one for one in findings if one["code"] == "SR601"]
    assert [one["outcome"] for one in of_text] == ["met"]


def test_only_the_checks_that_are_asked_for(draft: Path, annex: Path) -> None:
    answer = json.loads(_check(draft, annex, "--select", "SR608", "--format", "json").stdout)
    assert [finding["code"] for finding in answer["findings"]] == ["SR608"]
    assert _check(draft, "--select", "SR5").code == 2


def test_of_what_was_not_looked_at_nothing_is_said(draft: Path, tmp_path: Path) -> None:
    register = tmp_path / "register.toml"
    register.write_text('[[contracts]]\nid = "A"\ntitle = "Catering"\nsocial_return.percent = 5\n', encoding="utf-8")
    beside = ("--register", register)
    assert "In the register on A Catering" in _check(draft, *beside).stdout
    only = _check(draft, *beside, "--select", "SR601").stdout
    assert "Only looked at: SR601. Nothing is said of the other checks." in only
    assert "In the register" not in only
    assert "Only looked at" not in _check(draft, *beside).stdout
    of_register = _check(draft, *beside, "--select", "SR204").stdout
    assert "In the register on A Catering: nothing to do" in of_register
    for narrowed in (["--owner", "supplier"], ["--owner", "supplier", "--level", "error"]):
        shown = _check(draft, *beside, *narrowed).stdout
        assert "In the register on A Catering: nothing in what was asked for here" in shown
        assert "nothing to do" not in shown


def test_only_what_somebody_must_do(draft: Path, annex: Path) -> None:
    shown = _check(draft, annex, "--level", "error").stdout
    assert "SR601" in shown
    assert "SR608" not in shown


def test_tracked_changes_are_accepted_and_said(tmp_path: Path) -> None:
    body = [
        heading("Social return"),
        paragraph("De opdrachtnemer zet ", deleted("2%"), inserted("5%"), " van de loonsom in."),
    ]
    draft = write(tmp_path / "concept.docx", body)
    after, before = _check(draft), _check(draft, "--before")
    assert "percentage 5%" in after.stdout
    assert "Changed by the tracked changes: percentage, from" in after.stdout
    assert "percentage 2%" in before.stdout
    assert "percentage, from \u20182%\u2019 to \u20185%\u2019" in before.stdout
    assert after.code == before.code == 0


def test_an_earlier_version(draft: Path, tmp_path: Path) -> None:
    old = tmp_path / "oud.txt"
    old.write_text("SOCIAL RETURN\n" + _DEMAND.replace("loonsom", "opdrachtsom"), encoding="utf-8")
    changed = _check(draft, "--compare", old)
    assert changed.code == 0
    assert "notice    SR613  Changed since the earlier version: base, from" in changed.stdout
    published = _check(draft, "--compare", old, "--published", "2026-11-01", "--fail-on", "warning")
    assert published.code == 1
    assert "warning   SR613" in published.stdout
    assert "nota van inlichtingen" in " ".join(published.stdout.split())


def test_hidden_text_is_named(tmp_path: Path) -> None:
    draft = write(
        tmp_path / "concept.docx",
        [heading("Social return"), paragraph(_DEMAND), paragraph(run("oud", hidden=True))],
    )
    assert "hidden text (1)" in _check(draft).stdout


def test_a_draft_in_english_is_said_to_be_unread_and_is_not_judged(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(
        "# Social return\n\nThe contractor shall spend 5% of the wages on social return. It is 3% of the sum.\n",
        encoding="utf-8",
    )
    for lang, told in (("en", "Not read: this text is not in Dutch."), ("nl", "Niet gelezen: ")):
        result = _check(path, "--lang", lang)
        assert (result.code, result.stderr) == (0, "")
        assert told in result.stdout
        assert "SR608" in result.stdout
        assert "SR606" not in result.stdout
    assert _check(path, "--strict").code == 1


@pytest.mark.parametrize("name", ["concept.doc", "concept.odt", "concept.pdf"])
def test_another_kind_of_file_gives_one_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.7")
    result = _check(tmp_path / name)
    assert (result.code, result.stdout) == (3, "")
    assert ".docx" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--contract", "A"], "--register"),
        (["register.xlsx"], "--register"),
        (["--published", "2026-11-01"], "--compare"),
        (["--unit", "ICT"], "--unit"),
        (["--motivation", "m.toml"], "--motivation"),
        (["--compare", "absent.docx"], "absent.docx"),
        (["--format", "xml"], "terminal, json, csv"),
    ],
)
def test_wrong_use(draft: Path, arguments: list[str], told: str) -> None:
    result = _check(draft, *arguments)
    assert (result.code, result.stdout) == (2, "")
    assert told in result.stderr


@pytest.mark.parametrize("option", [["--before"], ["--compare", "a.docx"], ["--published", "2026-11-01"]])
def test_what_is_only_of_a_draft_is_refused_for_a_register(option: list[str]) -> None:
    result = _check(EXAMPLES / "tender.toml", *option)
    assert result.code == 2
    assert option[0] in result.stderr


def test_files_that_are_not_there_are_all_named(tmp_path: Path) -> None:
    result = _check(tmp_path / "a.docx", tmp_path / "b.docx")
    assert result.code == 2
    assert "a.docx" in result.stderr
    assert "b.docx" in result.stderr


def test_explain_knows_the_checks_on_drafts() -> None:
    shown = printed(["explain", "SR601"]).stdout
    assert "One percentage and one base" in shown
    assert "Minimaal 2% van de loonsom" in shown
    assert "SR613" in printed(["explain"]).stdout


def test_the_remarks_in_a_copy(draft: Path, tmp_path: Path) -> None:
    copy = tmp_path / "kopie.docx"
    result = _check(draft, "--mark", copy, "--lang", "nl")
    assert "met de bevindingen als opmerkingen" in result.stderr
    with ZipFile(copy) as archive:
        comments = archive.read("word/comments.xml").decode()
    assert "SR608, vraag: Plan, rapportage en gevolg" in comments
    assert comments.count("<w:comment ") == 3
    again = _check(draft, "--mark", copy)
    assert (again.code, "--force" in again.stderr) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["leidraad.docx", "bijlage.md", "--mark", "kopie.docx"], "One draft at a time"),
        (["bijlage.md", "--mark", "kopie.docx"], "Word document only"),
        (["leidraad.docx", "--mark", "kopie.pdf"], ".docx"),
        (["leidraad.docx", "--mark", "leidraad.docx"], "leidraad.docx"),
    ],
)
def test_a_copy_that_cannot_be(
    draft: Path, annex: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    monkeypatch.chdir(draft.parent)
    before = draft.read_bytes(), annex.read_bytes()
    result = _check(*arguments)
    assert result.code == 2
    assert told in result.stderr
    assert (draft.read_bytes(), annex.read_bytes()) == before


def test_one_finding_is_one_comment_that_names_its_other_places(tmp_path: Path) -> None:
    text = [
        "Social return is 5% van de loonsom.",
        "Social return is 7% van de loonsom.",
        "Voor SROI geldt 2% van de loonsom.",
    ]
    draft = write(tmp_path / "a.docx", [heading("Social return"), *map(paragraph, text)])
    assert _check(draft, "--mark", tmp_path / "b.docx", "--select", "SR601", "--lang", "nl").code == 1
    with ZipFile(tmp_path / "b.docx") as archive:
        comments = archive.read("word/comments.xml").decode()
        body = archive.read("word/document.xml").decode()
    assert comments.count("<w:comment ") == body.count("<w:commentRangeStart ") == 1
    assert comments.count("Ook hier: ") == 2
    assert body.index("commentRangeStart") < body.index("5%") < body.index("commentRangeEnd") < body.index("7%")


def test_a_note_and_a_header_are_remarked_in_the_body(tmp_path: Path) -> None:
    body = [
        paragraph(run("Inleiding.")),
        heading("Social return"),
        paragraph(run(_DEMAND), note_reference(1)),
    ]
    note = paragraph(run("Mensen met een WWB-uitkering tellen mee."))
    draft = write(tmp_path / "a.docx", body, footnotes=[note], headers=[paragraph(run("Concept [datum]"))])
    assert _check(draft, "--mark", tmp_path / "b.docx", "--select", "SR609").code == 0
    with ZipFile(tmp_path / "b.docx") as archive:
        text = archive.read("word/document.xml").decode()
    assert text.index("Social return") < text.index("commentRangeStart") < text.index(_DEMAND[:20])


def test_a_citizen_number_is_shown_nowhere(tmp_path: Path) -> None:
    text = f"{_DEMAND} De kandidaat Jan de Vries (BSN 111222333) is al geselecteerd."
    path = write(tmp_path / "a.docx", [heading("Social return"), paragraph(run(text))])
    shown = [_check(path, "--why"), _check(path, "--format", "json"), _check(path, "--format", "csv", "--full")]
    shown += [_check(path, "--mark", tmp_path / "b.docx"), _check(path, "--compare", path)]
    shown.append(printed(["init", str(tmp_path / "a.toml"), "--from", str(path)]))
    assert all("111222333" not in result.stdout + result.stderr for result in shown)
    assert "SR611" in shown[0].stdout
    assert "111222333" not in (tmp_path / "a.toml").read_text(encoding="utf-8")
    with ZipFile(tmp_path / "b.docx") as archive:
        assert b"SR611" in archive.read("word/comments.xml")
        assert b"111222333" not in archive.read("word/comments.xml")


def test_what_the_draft_refuses_and_the_register_asks(tmp_path: Path) -> None:
    path, register = tmp_path / "a.md", tmp_path / "a.toml"
    path.write_text("# Duurzaamheid\n\nSROI is op deze opdracht niet van toepassing.\n", encoding="utf-8")
    register.write_text(
        '[[contracts]]\nid = "A"\ntitle = "A"\n[contracts.social_return]\nasked = true\n', encoding="utf-8"
    )
    result = _check(path, "--register", register, "--lang", "nl")
    assert result.code == 1
    assert "in het register staat dat het wordt gevraagd" in " ".join(result.stdout.split())
    assert "SR608" in _check(path).stdout


def test_the_policy_of_the_state_is_looked_up_where_a_draft_appeals_to_it(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"# SROI\n\n{_DEMAND} Het Rijk vraagt SROI boven € 200.000.\n", encoding="utf-8")
    answer = json.loads(_check(path, "--format", "json").stdout)
    assert [one["id"] for one in answer["receipt"]["rule_sets"]] == ["eu-thresholds", "rijk-classic"]
    finding = next(finding for finding in answer["findings"] if finding["code"] == "SR609")
    assert "250,000" in finding["message"]
    assert finding["sources"]

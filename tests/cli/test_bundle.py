from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from srtool.case.grouping import TEXTS
from srtool.cli.program import run
from tests.support.paths import ROOT
from tests.support.program import printed

Golden = Callable[[str, str], None]
ON = ("--on", "2026-11-22")
LONG = {
    name: f"{name}: een eigen tekst die lang genoeg is om iets uit te leggen, in meer dan tachtig tekens."
    for name in TEXTS
}


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the drafts of the examples, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    path = tmp_path / "drafts.toml"
    path.write_bytes((ROOT / "examples" / "drafts.toml").read_bytes())
    return path


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", ["register", "drafts"])
def test_the_examples(
    golden: Golden, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(ROOT)
    assert run(["bundle", f"examples/{name}.toml", "--lang", lang, *ON]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    golden(f"bundle-{name}-{lang}.txt", shown.out)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_why_explains_every_number(
    golden: Golden, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.chdir(ROOT)
    assert run(["bundle", "examples/register.toml", "--lang", lang, "--why", *ON]) == 0
    golden(f"bundle-why-{lang}-60.txt", capsys.readouterr().out)


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:  # noqa: ANN401 - JSON
    assert run(["bundle", *arguments, "--format", "json", "--lang", "en", *ON]) in {0, 1}
    return json.loads(capsys.readouterr().out)


def test_json_is_what_the_design_promises(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, str(drafts))
    assert list(found) == [
        "schema_version",
        "command",
        "receipt",
        "summary",
        "bundles",
        "shortfalls",
        "left_out",
        "proof",
        "findings",
    ]
    (bundle,) = found["bundles"]
    steps = bundle.pop("steps")
    assert steps[3] == {
        "name": "bundle_parts",
        "value": [["EVAL-1", "100000.00"], ["EVAL-2", "100000.00"], ["EVAL-3", "100000.00"]],
        "unit": "parts",
        "origin": {"kind": "derived", "formula": "wage_sum"},
    }
    assert [source["id"] for source in bundle.pop("sources")] == ["aw-1.5", "advies-673", "advies-43"]
    assert bundle == {
        "id": "merge-4a4b1db1",
        "kind": "merge",
        "group": "merge/services/central/731/Directie Kennis",
        "rule_set": "rijk-classic",
        "members": ["EVAL-1", "EVAL-2", "EVAL-3"],
        "basis": "wage_sum",
        "total": "300000.00",
        "wage_sum": "300000.00",
        "excess": "50000.00",
        "obligation": "15000.00",
        "obligation_ambition": "30000.00",
        "obligation_whole": "15000.00",
        "obligation_per_lot": "0.00",
        "per_year": [["2027", "11693.99"], ["2028", "3306.01"]],
        "state": "needs_motivation",
        "missing_texts": list(TEXTS),
        "wage_sum_left": None,
        "european": {
            "reached": "yes",
            "why_undecided": None,
            "merged_value": "360000.00",
            "day": "2026-12-15",
            "thresholds": ["140000.00"],
            "procedures": ["open"],
        },
        "marks": [],
        "other_texts": [],
        "already": [],
    }
    assert found["shortfalls"] == [
        {
            "group": "merge/services/central/793/Directie Kennis",
            "rule_set": "rijk-classic",
            "kind": "merge",
            "members": ["PEIL-1"],
            "total": "40000.00",
            "missing": "210000.01",
            "reason": "amount",
            "short_term": False,
            "readings": [],
            "nearby": [],
            "other_kind": [],
        }
    ]
    assert found["left_out"] == []
    assert found["proof"][0] == {
        "group": "merge/services/central/731/Directie Kennis",
        "rule_set": "rijk-classic",
        "kind": "merge",
        "contracts": 3,
        "optimal": True,
        "bundles": 1,
        "bound": 1,
        "covered": "300000.00",
        "covered_bound": "300000.00",
    }
    assert found["summary"]["norm_obligation_after_merging"] == "15000.00"
    assert {finding["code"] for finding in found["findings"]} == {"SR403", "SR404", "SR405"}


def test_csv_has_a_row_per_proposal(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["bundle", str(drafts), "--format", "csv", "--lang", "nl", *ON]) == 0
    bom, *rows = capsys.readouterr().out.replace("\ufeff", "\ufeff\n").splitlines()
    assert bom == "\ufeff"
    assert [row.split(";")[:2] for row in rows] == [["Voorstel", "Soort"], ["merge-4a4b1db1", "samenvoeging"]]
    assert "300000,00;50000,00;15000,00;30000,00;;360000,00" in rows[1]


@pytest.mark.parametrize("name", ["motivering.toml", "motivering.xlsx"])
def test_a_motivation_is_written_filled_in_and_read_back(
    drafts: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert run(["bundle", str(drafts), "--write", name, "--lang", "nl", *ON]) == 0
    assert f"--motivation {name}" in capsys.readouterr().err
    assert _json(capsys, str(drafts), "--motivation", name)["bundles"][0]["missing_texts"] == list(TEXTS)
    _fill_in(Path(name))
    found = _json(capsys, str(drafts), "--motivation", name)
    assert [one["name"] for one in found["receipt"]["inputs"]] == ["drafts.toml", name]
    (bundle,) = found["bundles"]
    assert (bundle["state"], bundle["missing_texts"]) == ("complete", [])
    (finding,) = [one for one in found["findings"] if one["code"] == "SR405" and one["outcome"] == "met"]
    assert finding["place"].startswith(name)
    assert run(["check", str(drafts), "--motivation", name, "--select", "SR405", *ON]) == 0
    # Written again, what there was stays.
    assert run(["bundle", str(drafts), "--motivation", name, "--write", f"weer-{name}", *ON]) == 0
    assert run(["bundle", str(drafts), "--motivation", f"weer-{name}", "--format", "json", *ON]) == 0


def _fill_in(path: Path) -> None:
    if path.suffix == ".toml":
        text = path.read_text(encoding="utf-8")
        for name, written in LONG.items():
            text = text.replace(f'{name} = ""', f'{name} = "{written}"')
        path.write_text(text, encoding="utf-8")
        return
    workbook = load_workbook(path)
    sheet = workbook.active
    assert sheet is not None
    for place, written in enumerate(LONG.values(), start=3):
        sheet.cell(7, place, written)
    workbook.save(path)


def test_texts_about_what_is_proposed_no_more_are_kept(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("oud.toml").write_text('[[merges]]\nmembers = ["EVAL-1", "PEIL-1"]\nmarket = "bewaar mij"\n', encoding="utf-8")
    assert run(["bundle", str(drafts), "--motivation", "oud.toml", "--write", "nieuw.toml", *ON]) == 1  # SR405
    assert "bewaar mij" in Path("nieuw.toml").read_text(encoding="utf-8")
    capsys.readouterr()


def test_what_comes_from_the_register_is_text_in_the_workbook(drafts: Path) -> None:
    text = drafts.read_text(encoding="utf-8").replace('"Evaluatie van de subsidie voor wijkprojecten"', '"=1+1"')
    drafts.write_text(text.replace('id = "EVAL-1"', 'id = "=EVAL-1"'), encoding="utf-8")
    assert run(["bundle", str(drafts), "--write", "m.xlsx", *ON]) == 0
    sheet = load_workbook("m.xlsx").active
    assert sheet is not None
    assert (sheet["A7"].value, sheet["A7"].data_type) == ("=EVAL-1; EVAL-2; EVAL-3", "s")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--by", "cpv:0"], 2, "--by: "),
        (["--by", "cpv:9"], 2, "cpv:2"),
        (["--by", "cpv:x"], 2, "cpv:2"),
        (["--by", "supplier:3"], 2, "supplier"),
        (["--by", ""], 2, "supplier"),
        (["--window", "-1"], 2, "0"),
        (["--window", "121"], 2, "120"),
        (["--window", "1.5"], 2, "--window"),
        (["--write", "drafts.toml"], 2, "drafts.toml"),
        (["--write", "drafts.toml", "--force"], 2, "drafts.toml"),
        (["--write", "m.docx"], 2, ".xlsx"),
        (["--write", "weg/m.toml"], 2, "weg"),
        (["--write", ""], 2, "--write"),
        (["--write", "m.toml", "--out", "m.toml"], 2, "m.toml"),
        (["--motivation", "absent.toml"], 2, "absent.toml"),
        (["--motivation", "empty.toml"], 3, "merges"),
        (["--motivation", "wrong.toml"], 3, "merges[0].members"),
        (["--motivation", "drafts.doc"], 2, "type of file"),
        (["--format", "xml"], 2, "json"),
    ],
)
def test_what_is_wrong_is_said(
    drafts: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int, said: str
) -> None:
    before = drafts.read_bytes()
    Path("empty.toml").write_text("merges = []", encoding="utf-8")
    Path("wrong.toml").write_text('[[merges]]\nmembers = ["EVAL-1", "ZZZ"]\n', encoding="utf-8")
    Path("drafts.doc").write_text("a", encoding="utf-8")
    assert run(["bundle", str(drafts.name), *arguments, "--lang", "en", *ON]) == code
    shown = capsys.readouterr()
    assert said in shown.err
    assert shown.out == ""
    assert drafts.read_bytes() == before


def test_an_existing_file_is_kept_unless_forced(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("m.toml").write_text("mine", encoding="utf-8")
    assert run(["bundle", str(drafts), "--write", "m.toml", *ON]) == 2
    assert Path("m.toml").read_text(encoding="utf-8") == "mine"
    assert run(["bundle", str(drafts), "--write", "m.toml", "--force", *ON]) == 0
    assert "[[merges]]" in Path("m.toml").read_text(encoding="utf-8")
    capsys.readouterr()


def test_nothing_to_motivate_makes_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("big.toml").write_text(
        '[[contracts]]\nid = "A"\ntitle = "t"\nkind = "services"\nwage_sum = 900000\n'
        "start = 2027-01-01\nend = 2027-12-31\n",
        encoding="utf-8",
    )
    assert run(["bundle", "big.toml", "--write", "m.toml", "--lang", "en", *ON]) == 0
    shown = capsys.readouterr()
    assert "m.toml was not made" in shown.err
    assert "is in scope by itself" in shown.out
    assert not Path("m.toml").exists()


def test_an_empty_register_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.toml"
    path.write_text("", encoding="utf-8")
    assert run(["bundle", str(path), "--lang", "en"]) == 3
    assert capsys.readouterr().out == ""


def test_a_motivation_belongs_to_one_register(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = str(ROOT / "examples" / "register.toml")
    assert run(["check", str(drafts), other, "--motivation", "m.toml", "--lang", "en"]) == 2
    assert "one register" in capsys.readouterr().err


def test_own_limits_are_looked_at(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("srtool.toml").write_text("[limits]\nmeervoudig = 62_000\n", encoding="utf-8")
    text = drafts.read_text(encoding="utf-8").replace("estimated_value = 120_000", "estimated_value = 60_000")
    drafts.write_text(
        text.replace("contract_value = 120_000\n", "").replace("wage_sum = 100_000", "wage_sum = 50_000"),
        encoding="utf-8",
    )
    findings = _json(capsys, str(drafts))["findings"]
    assert any("meervoudig" in finding["message"] for finding in findings if finding["code"] == "SR403")


def test_check_and_bundle_count_the_same_and_say_what(tmp_path: Path) -> None:
    rows = "".join(
        f'[[contracts]]\nid = "{name}"\ntitle = "t"\nkind = "services"\nsupplier = "S{name}"\n{more}\n'
        for name, more in {
            "IN": "wage_sum = 700000\nstart = 2025-01-01\nend = 2028-12-31\nsocial_return = { percent = 5 }",
            "UNDER": "wage_sum = 90000\nstart = 2025-01-01\nend = 2028-12-31\nsocial_return = { percent = 5 }",
            "OVER": 'wage_sum = 300000\nstart = 2025-01-01\nend = 2025-12-31\nstatus = "ended"',
            "OPEN": "contract_value = 900000\nstart = 2025-01-01\nend = 2028-12-31",
        }.items()
    )
    path = tmp_path / "register.toml"
    path.write_text(rows, encoding="utf-8")
    shown, summary = {}, {}
    for command in ("check", "bundle"):
        answer = printed([command, str(path), "--lang", "nl", "--on", "2026-11-22", "--quiet"])
        shown[command] = " ".join(answer.stdout.split())
        told = printed([command, str(path), "--format", "json", "--on", "2026-11-22", "--quiet"])
        summary[command] = json.loads(told.stdout)["summary"]
    assert (
        "4 contracten: beleid van toepassing op 2, van 1 nog niet te beoordelen; social return gevraagd in 2, "
        "van 2 niet te zeggen." in (shown["check"])
    )
    now = "Nu, zonder wat is afgelopen: beleid van toepassing op 1 contract, van 1 nog niet te beoordelen, streefwaarde"
    assert f"{now} samen bekend € 35.000,00 van 1 van de 2 contracten; social return gevraagd in 2." in shown["bundle"]
    assert [summary[command]["asking"] for command in ("check", "bundle")] == [2, 2]
    assert [summary[command]["norm_obligation"] for command in ("check", "bundle")] == [None, None]
    assert [summary[command]["norm_obligation_known"] for command in ("check", "bundle")] == ["50000.00", "35000.00"]

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from srtool.cli.program import run
from srtool.readers.rules import rule_sets
from tests.support.paths import EXAMPLES

Golden = Callable[[str, str], None]
ON = ("--on", "2026-11-22")


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The Dutch draft of `srtool init` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    assert run(["init", "concept.toml", "--lang", "nl"]) == 0
    return tmp_path / "concept.toml"


@pytest.fixture
def wrong(draft: Path) -> Path:
    """The draft without a client: an error."""
    text = draft.read_text(encoding="utf-8").replace('client = "', '# client = "')
    draft.write_text(text, encoding="utf-8")
    return draft


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_draft_of_init_is_read_and_has_no_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], golden: Golden, lang: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    assert run(["init", "draft.toml", "--lang", lang]) == 0
    capsys.readouterr()
    assert run(["check", "draft.toml", "--lang", lang, *ON]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    golden(f"check-draft-{lang}.txt", shown.out)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_why_explains_every_number_of_the_example(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], golden: Golden, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    example = EXAMPLES / "tender.toml"
    assert run(["check", str(example), "--why", "--lang", lang, *ON]) == 0
    golden(f"check-why-{lang}.txt", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 1),
        (["--fail-on", "never"], 0),
        (["--fail-on", "notice"], 1),
        (["--select", "SR101"], 0),
        (["--select", "sr3"], 1),
        (["--select", "SR306"], 0),
        (["--select", "SR306", "--strict"], 1),
        (["--select", "SR306", "--strict", "--fail-on", "warning"], 1),
        (["--select", "SR306", "--strict", "--fail-on", "never"], 0),
        (["--select", "SR101", "--strict"], 0),
    ],
)
def test_the_exit_code_says_whether_something_must_be_done(wrong: Path, options: list[str], code: int) -> None:
    assert run(["check", str(wrong), *ON, *options]) == code


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek"], "De opdracht chek bestaat niet. Bedoelt u check?"),
        (["check", "x.toml", "--stict"], "De optie --stict bestaat niet. Bedoelt u --strict?"),
        (["check", "x.toml", "--foo"], "De optie --foo bestaat niet. Wat kan: --contract, --unit, --who,"),
        (["zzzz"], "De opdracht zzzz bestaat niet. Wat kan: inspect, check, bundle, monitor,"),
        (["check", "x.toml", "--on"], "De optie --on heeft een waarde nodig."),
        (["check", "x.toml", "--why=ja"], "De optie --why krijgt geen waarde."),
        (["check"], "Er ontbreekt iets: BESTAND."),
        (["init", "a.toml", "b.toml"], "Dit is te veel: b.toml."),
        (["check", "x.toml", "--format", "xml"], "Kies uit: terminal, json, csv."),
        (["check", "x.toml", "--fail-on", "bijna"], "Kies uit: error, warning, notice, never."),
        (["check", "x.toml", "--on", "31-02-2026"], "'31-02-2026' is geen dag."),
        (["check", "x.toml", "--select", "SR999"], "Geen toets heet zo: SR999."),
        (["check", "x.toml", "--out", "nergens/a.json"], "De map nergens is er niet."),
        (["explain", "SR999"], "Geen toets heet zo: SR999."),
        (["init", "x.docx"], "Wat kan: .toml, .xlsx."),
        (["rulesets", "shw"], "De opdracht shw bestaat niet. Bedoelt u show?"),
        (["rulesets"], "Gebruik: srtool rulesets"),
    ],
)
def test_wrong_use_is_said_in_the_language_of_the_reader(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SRTOOL_LANG", "nl")
    assert run(arguments) == 2
    shown = capsys.readouterr()
    assert sentence in shown.err
    assert shown.out == ""


def test_an_unknown_language_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "x.toml", "--lang", "fr"]) == 2
    assert "nl, en" in capsys.readouterr().err


def test_an_absent_file_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(tmp_path / "nope.toml")]) == 2
    assert "nope.toml" in capsys.readouterr().err


def test_a_broken_file_is_exit_3_with_every_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "broken.toml"
    path.write_text('[[contracts]]\nid = "A"\nwage_sum = -1\nstart = "x"\n', encoding="utf-8")
    assert run(["check", str(path), "--lang", "nl"]) == 3
    shown = capsys.readouterr().err.splitlines()
    assert shown[0] == "3 fouten:"
    assert len(shown) == 4


def test_json_goes_to_stdout_as_utf8(draft: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["check", str(draft), "--format", "json", *ON]) == 0
    data = json.loads(capsysbinary.readouterr().out.decode())
    assert data["receipt"]["on"] == "2026-11-22"
    assert data["summary"]["contracts"] == 1


def test_a_result_is_written_whole_and_never_over_another(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = draft.parent / "uit.csv"
    arguments = ["check", str(draft), "--format", "csv", "--out", str(out), *ON]
    assert run(arguments) == 0
    first = out.read_bytes()
    assert first.startswith(b"\xef\xbb\xbf")
    assert run(arguments) == 2
    assert "--force" in capsys.readouterr().err
    assert run([*arguments, "--force"]) == 0
    assert out.read_bytes() == first
    assert sorted(path.name for path in draft.parent.iterdir()) == ["concept.toml", "uit.csv"]


def test_a_register_is_never_overwritten_by_its_report(draft: Path) -> None:
    before = draft.read_bytes()
    assert run(["check", str(draft), "--out", str(draft), "--force"]) == 2
    assert draft.read_bytes() == before


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_what_is_no_ordinary_file_is_never_replaced(
    draft: Path, capsys: pytest.CaptureFixture[str], force: list[str]
) -> None:
    pipe = draft.with_name("pijp")
    os.mkfifo(pipe)
    link = draft.with_name("verwijzing")
    link.symlink_to(pipe)
    for out in (pipe, link):
        assert run(["check", str(draft), "--out", str(out), "--lang", "nl", *force]) == 2
        assert f"{out}: Dit is geen gewoon bestand" in capsys.readouterr().err
    assert pipe.is_fifo()
    assert link.is_symlink()


@pytest.mark.parametrize("name", ["rep.xlsx", "rep.XLSM", "rep.ods"])
def test_text_is_not_written_under_the_name_of_a_workbook(
    draft: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    for command in (["check", str(draft)], ["schema"]):
        assert run([*command, "--out", name, "--lang", "nl"]) == 2
        assert "geen werkmap" in capsys.readouterr().err
    assert not draft.with_name(name).exists()


def test_a_dash_as_result_is_standard_output(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["check", str(draft), "--out", "-", "--lang", "nl", *ON]) == 0
    assert "1 contract" in capsys.readouterr().out
    assert sorted(path.name for path in draft.parent.iterdir()) == ["concept.toml"]


def test_every_path_that_cannot_be_read_is_said(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft.with_name("stuk.toml").write_text('[[contracts]]\nid = "A"\n', encoding="utf-8")
    draft.with_name("kapot.toml").write_text("[[", encoding="utf-8")
    assert run(["check", str(draft), "nope.toml", "stuk.toml", "weg.toml"]) == 2
    shown = capsys.readouterr().err
    assert all(name in shown for name in ("nope.toml", "stuk.toml", "weg.toml"))
    assert run(["check", "stuk.toml", str(draft), "kapot.toml"]) == 3
    shown = capsys.readouterr().err
    assert all(name in shown for name in ("stuk.toml", "kapot.toml"))


def test_the_same_file_is_not_counted_twice(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = draft.with_name("link.toml")
    link.symlink_to(draft)
    for again in ("concept.toml", "./concept.toml", str(draft), "link.toml"):
        assert run(["check", "concept.toml", again, "--lang", "nl"]) == 2
        assert f"{again}: Dit is hetzelfde bestand als concept.toml." in capsys.readouterr().err
    assert run(["check", "-", "-"]) == 2


def test_files_of_the_same_name_are_called_by_their_path(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("een", "twee"):
        wrong.with_name(folder).mkdir()
        (wrong.parent / folder / "ok.toml").write_bytes(wrong.read_bytes())
    capsys.readouterr()
    assert run(["check", "een/ok.toml", "twee/ok.toml", "--format", "json", *ON]) == 1
    data = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in data["receipt"]["inputs"]] == ["een/ok.toml", "twee/ok.toml"]
    places = {finding["place"].split(":")[0] for finding in data["findings"]}
    assert places == {"een/ok.toml", "twee/ok.toml"}
    (wrong.parent / "twee" / "ok.toml").write_text('[[contracts]]\nid = "A"\n', encoding="utf-8")
    assert run(["check", "een/ok.toml", "twee/ok.toml"]) == 3
    assert "\ntwee/ok.toml: contracts[0]" in capsys.readouterr().err
    twice = '[[contracts]]\nid = "A"\ntitle = "T"\n' * 2
    (wrong.parent / "twee" / "ok.toml").write_text(twice, encoding="utf-8")
    assert run(["check", "een/ok.toml", "twee/ok.toml"]) == 1
    assert "twee/ok.toml: contracts[0].id:" in capsys.readouterr().err


@pytest.mark.parametrize("options", [["a" * 300 + ".toml"], ["concept.toml", "--out", "a" * 300]])
def test_a_name_too_long_is_wrong_use(draft: Path, capsys: pytest.CaptureFixture[str], options: list[str]) -> None:
    assert draft.is_file()
    assert run(["check", *options, "--lang", "nl"]) == 2
    assert f"{options[-1]}: Deze naam is te lang" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        (["check", ""], "BESTAND"),
        (["check", "concept.toml", ""], "BESTAND"),
        (["init", ""], "BESTAND"),
        (["explain", ""], "CODE"),
        (["rulesets", "show", ""], "REGELING"),
        (["check", "concept.toml", "--out", ""], "--out"),
        (["check", "concept.toml", "--select", ""], "--select"),
        (["check", "concept.toml", "--rule-set", ""], "--rule-set"),
    ],
)
def test_what_is_empty_is_named(
    draft: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], place: str
) -> None:
    assert draft.is_file()
    assert run([*arguments, "--lang", "nl"]) == 2
    assert f"{place}: Hier staat niets." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("stream", "arguments", "code", "said"),
    [
        ("1>&-", "check concept.toml", 0, b""),
        ("1>&-", "check concept.toml --format csv", 0, b""),
        ("1>&-", "--version", 0, b""),
        ("0<&-", "check -", 2, b"-: De standaardinvoer is gesloten."),
        ("2>&-", "check stuk.toml", 3, b""),
        ("2>&-", "check --nope", 2, b""),
        ("2>&-", "rulesets", 2, b""),
    ],
)
def test_a_closed_stream_changes_no_exit_code(draft: Path, stream: str, arguments: str, code: int, said: bytes) -> None:
    draft.with_name("stuk.toml").write_text('[[contracts]]\nid = "A"\n', encoding="utf-8")
    command = f"'{sys.executable}' -m srtool {arguments} {stream}"
    done = subprocess.run(
        ["/bin/sh", "-c", command], env={**os.environ, "SRTOOL_LANG": "nl"}, capture_output=True, check=False
    )
    assert done.returncode == code
    assert said in done.stderr
    assert b"unexpected" not in done.stderr


def test_several_files_are_one_report(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = draft.read_text(encoding="utf-8").replace("VOORBEELD-1", "VOORBEELD-2")
    other = draft.with_name("tweede.toml")
    other.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert run(["check", str(draft), str(other), "--lang", "nl", *ON]) == 0
    assert "2 contracten" in capsys.readouterr().out


def test_the_same_id_in_two_files_is_two_contracts(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = draft.with_name("kopie.toml")
    other.write_bytes(draft.read_bytes())
    capsys.readouterr()
    assert run(["check", str(draft), str(other), "--format", "json", *ON]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in data["contracts"]] == ["concept.toml: VOORBEELD-1", "kopie.toml: VOORBEELD-1"]
    assert {one["contract"] for one in data["findings"]} == {one["id"] for one in data["contracts"]}


def test_a_demand_in_people_is_shown(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft.write_text(
        '[[contracts]]\nid = "A"\ntitle = "Schoonmaak"\nkind = "services"\nwage_sum = 300000\n'
        'start = 2027-01-01\nend = 2028-12-31\nrule_set = "rijk-tailored"\nsocial_return.people = 3\n',
        encoding="utf-8",
    )
    capsys.readouterr()
    run(["check", str(draft), "--lang", "nl", *ON])
    said = " ".join(capsys.readouterr().out.split())
    assert "Streefwaarde: geen vast bedrag, u spreekt per contract een doel af · gevraagd: 3 personen." in said
    draft.write_text(
        draft.read_text(encoding="utf-8").replace(
            "social_return", 'status = "running"\nsupplier = "Glans"\nsocial_return'
        ),
        encoding="utf-8",
    )
    run(["check", str(draft), "--lang", "nl", *ON])
    assert "1 contract is al gegund; daar niet getoetst: SR201-SR208" in capsys.readouterr().out
    run(["check", str(draft), "--lang", "nl", "--select", "SR1", *ON])
    assert "al gegund" not in capsys.readouterr().out


def test_the_settings_choose_language_and_rule_set(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (draft.parent / "srtool.toml").write_text('lang = "nl"\nrule_set = "rijk-tailored"\n', encoding="utf-8")
    capsys.readouterr()
    run(["check", str(draft), *ON])
    assert "· rijk-tailored · 22 november 2026" in capsys.readouterr().out.replace("\n  ", " ")


def test_standard_input_is_read(draft: Path) -> None:
    done = program("check", "-", "--lang", "nl", *ON, data=draft.read_bytes())
    assert done.returncode == 0
    assert b"Schoonmaak" in done.stdout


def test_a_code_page_without_a_euro_sign_says_eur(draft: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "srtool", "check", str(draft), "--lang", "nl", "--why", *ON],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=True,
    )
    assert b"EUR " in done.stdout
    assert b"? 1" not in done.stdout


def test_a_reader_who_stops_reading_gets_no_traceback(draft: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "srtool", "check", str(draft), "--format", "json"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_help_is_in_the_language_of_the_reader(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], golden: Golden, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert run(["--help", "--lang", lang]) == 0
    assert run(["check", "--help", "--lang", lang]) == 0
    golden(f"help-{lang}.txt", capsys.readouterr().out)


def test_something_unexpected_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("srtool.cli.options.today", lambda: 1 / 0)
    assert run(["check", "x.toml", "--lang", "en"]) == 3
    shown = capsys.readouterr().err
    assert "ZeroDivisionError" in shown
    assert "Traceback" not in shown


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("srtool.cli.options.today", interrupt)
    assert run(["check", "x.toml"]) == 130
    assert capsys.readouterr().err == ""


def program(*arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The program in a process of its own."""
    return subprocess.run([sys.executable, "-m", "srtool", *arguments], input=data, capture_output=True, check=False)


OWN = 'id = "town"\ntitle = { nl = "X", en = "X" }\n'


def test_an_unknown_rule_set_is_named_beside_the_other_mistakes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.toml"
    path.write_text(
        '[[contracts]]\nid = "A"\ntitle = "A"\nrule_set = "rijk-clasic"\nwage_sum = "much"\n'
        '[[contracts]]\nid = "B"\ntitle = "B"\nrule_set = "rijk-clasic"\n',
        encoding="utf-8",
    )
    assert run(["check", str(path), "--lang", "en"]) == 3
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "2 mistakes:"
    assert "contracts[0].wage_sum" in said[1]
    assert "contracts[0].rule_set: there is no rule set rijk-clasic" in said[2]
    assert run(["check", str(path), "--lang", "en", "--rule-set", "rijk-classic"]) == 3
    assert "rijk-clasic" not in capsys.readouterr().err


def test_a_rule_set_by_its_path_counts_from_the_file_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "registers"
    (folder / "work").mkdir(parents=True)
    (folder / "town.toml").write_text(OWN, encoding="utf-8")
    register = folder / "a.toml"
    register.write_text('[[contracts]]\nid = "A"\ntitle = "A"\nrule_set = "town.toml"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["check", "registers/a.toml", *ON, "--lang", "en"]) < 2
    assert "· town ·" in capsys.readouterr().out
    register.write_text('[[contracts]]\nid = "A"\ntitle = "A"\n', encoding="utf-8")
    (folder / "srtool.toml").write_text('rule_set = "./town.toml"\n', encoding="utf-8")
    monkeypatch.chdir(folder / "work")
    assert run(["check", "../a.toml", *ON, "--lang", "en"]) < 2
    assert "· town ·" in capsys.readouterr().out


def test_a_rule_set_of_ones_own_may_be_named_by_its_id(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = draft.parent / "rules"
    folder.mkdir()
    (folder / "file-name.toml").write_text(OWN, encoding="utf-8")
    (draft.parent / "srtool.toml").write_text('rule_sets = "rules"\n', encoding="utf-8")
    for name in ("town", "file-name"):
        run(["check", str(draft), *ON, "--rule-set", name])
        assert "· town ·" in capsys.readouterr().out


def _copy(folder: Path, name: str, file: str, own_id: str) -> Path:
    """A shipped rule set in a file of one's own, under this id."""
    path = folder / file
    text = rule_sets.find(name, None).read_text(encoding="utf-8")
    path.write_text(text.replace(f'id = "{name}"', f'id = "{own_id}"', 1) + f"# {file}\n", encoding="utf-8")
    return path


def test_two_files_with_one_id_are_refused_in_one_run(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = (_copy(draft.parent, "rijk-classic", file, "mine") for file in ("one.toml", "other.toml"))
    two = draft.parent / "two.toml"
    contract = '[[contracts]]\nid = "{}"\ntitle = "t"\nrule_set = \'{}\'\n'
    two.write_text(contract.format("A", one.name) + contract.format("B", other.name), encoding="utf-8")
    assert run(["check", str(two), *ON, "--lang", "en"]) == 3
    shown = capsys.readouterr().err
    assert "two.toml: contracts[1].rule_set: " in shown
    assert "other.toml has the same id as" in shown
    assert run(["check", str(two), *ON, "--fail-on", "never", "--rule-set", str(one)]) == 0


@pytest.mark.parametrize("name", ["rijk-classic", "eu-thresholds"])
@pytest.mark.parametrize("command", [["check", "draft", "--rule-set"], ["rulesets", "validate"], ["rulesets", "show"]])
def test_an_own_file_does_not_take_the_id_of_a_shipped_one(
    draft: Path, capsys: pytest.CaptureFixture[str], name: str, command: list[str]
) -> None:
    own = _copy(draft.parent, name, "mine.toml", name)
    arguments = [str(draft) if part == "draft" else part for part in command]
    assert run([*arguments, str(own), "--lang", "nl"]) == 3
    assert f"mine.toml draagt de naam of het id van de meegeleverde regeling {name}" in capsys.readouterr().err


def test_the_european_thresholds_stand_once_in_the_receipt(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", str(draft), *ON, "--format", "json", "--rule-set", "eu-thresholds"])
    used = json.loads(capsys.readouterr().out)["receipt"]["rule_sets"]
    assert [one["id"] for one in used] == ["eu-thresholds"]

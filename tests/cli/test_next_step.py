"""After a command the likely next one is said, in words that can be typed, to somebody who looks and to nobody else."""

from __future__ import annotations

import io
import shlex
from pathlib import Path
from unittest import mock

import pytest

from srtool.cli import next_step
from srtool.cli.commands import COMMANDS
from srtool.cli.program import run
from srtool.texts import LANGUAGES, Lang, sentence, words
from tests.support.paths import EXAMPLES
from tests.support.program import printed

TENDER, RUNNING = (str(EXAMPLES / name) for name in ("tender.toml", "running.toml"))
START = "Next: srtool "


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def at_terminal(*arguments: str, lang: Lang = "en") -> str:
    """What a person reads on stderr."""
    raw = io.BytesIO()
    out, error = _Terminal(io.BytesIO(), "utf-8"), _Terminal(raw, "utf-8", newline="")
    environment = {"COLUMNS": "100", "SRTOOL_LANG": lang, "NO_COLOR": "1"}
    with mock.patch("sys.stdout", out), mock.patch("sys.stderr", error), mock.patch.dict("os.environ", environment):
        run(arguments)
    error.flush()
    return raw.getvalue().decode()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["inspect", TENDER], f"check {TENDER}"),
        (["check", TENDER], f"report {TENDER} --out overview.xlsx"),
        (["bundle", RUNNING], f"bundle {RUNNING} --write motivation.toml"),
        (["monitor", RUNNING], f"monitor {RUNNING} --agenda"),
        (["monitor", RUNNING, "--agenda"], f"meeting {RUNNING} --contract NUMBER --out meeting.docx"),
        (["report", RUNNING, "--out", "o.xlsx"], f"report {RUNNING} --out later.xlsx --previous o.xlsx"),
        (["value", "ww", "--full-time", "--months", "1", "--rule-set", "utrecht"], "value BLOCK --all"),
        (["simulate", RUNNING], f"bundle {RUNNING}"),
        (["meeting", RUNNING, "--all", "--out", "sheets"], f"monitor {RUNNING} --agenda"),
        (["ideas", "schoonmaak"], "explain SR308"),
        (["explain"], "explain SR104"),
        (["explain", "SR104"], "check contracts.xlsx"),
        (["convert", RUNNING, "a list.xlsx"], 'check "a list.xlsx"'),
        (["verify", "answer.json"], "check contracts.xlsx"),
        (["rulesets", "list"], "rulesets show rijk-classic"),
        (["rulesets", "show", "leiden"], "check contracts.xlsx --rule-set leiden"),
        (["rulesets", "for", "Gemeente Leiden"], "rulesets show RULE-SET"),
        (["rulesets", "compare", "leiden", "alphen"], "value BLOCK --all"),
        (["check", str(EXAMPLES / "aanbestedingsleidraad.docx"), "--mark", "m.docx"], "init draft.toml --from "),
        (["check", str(EXAMPLES / "leidraad-eerder.md")], "init draft.toml --from "),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else None,
)
def test_the_next_command_is_the_last_line(
    arguments: list[str], expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sheets").mkdir()
    printed(["check", TENDER, "--format", "json", "--out", "answer.json"])
    Path("tender.toml").write_bytes(Path(TENDER).read_bytes())
    line = at_terminal(*arguments).splitlines()[-1]
    assert line.startswith(START + expected)


def test_a_draft_is_proposed_a_copy_with_comments() -> None:
    guide = EXAMPLES / "aanbestedingsleidraad.docx"
    line = at_terminal("check", str(guide), lang="nl").splitlines()[-1]
    assert line == f"Hierna: srtool check {guide} --mark {guide.with_suffix('')}-met-opmerkingen.docx"


@pytest.mark.parametrize("options", [["--format", "json"], ["--format", "csv"], ["--quiet"]])
def test_data_and_silence_have_no_next_command(options: list[str]) -> None:
    assert at_terminal("check", TENDER, *options) == ""


def test_what_is_piped_has_no_next_command() -> None:
    assert "Next" not in printed(["check", TENDER]).stderr


def test_nothing_is_proposed_after_a_mistake() -> None:
    assert "Next" not in at_terminal("check", "nowhere.toml")


def test_standard_input_cannot_be_named_again() -> None:
    with mock.patch("sys.stdin", io.TextIOWrapper(io.BytesIO(Path(TENDER).read_bytes()))):
        assert at_terminal("check", "-") == ""


def test_every_command_has_a_next_one_or_says_it_itself() -> None:
    names = {row.name.replace(" ", "_") for row in COMMANDS}
    for lang in LANGUAGES:
        assert names - next_step.SAY_IT_THEMSELVES <= set(words(lang, "cli.next"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_proposed_can_be_typed(lang: Lang) -> None:
    names = {row.name for row in COMMANDS}
    for key, template in words(lang, "cli.next").items():
        if key in {"line", "marked"}:
            continue
        _, *typed = shlex.split(template)
        name = " ".join(typed[:2]) if typed[0] == "rulesets" else typed[0]
        assert name in names, key
        known = printed([*name.split(), "--help"], columns=200).stdout
        assert [option for option in typed if option.startswith("--") and option not in known] == [], key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_srtool_alone_shows_where_to_begin(
    lang: Lang, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SRTOOL_LANG", lang)
    assert run([]) == 0
    shown = capsys.readouterr().out
    typed = [line.split() for line in shown.splitlines() if line.startswith("     srtool ")]
    assert [(words[0], words[1]) for words in typed] == [
        ("srtool", name) for name in ("inspect", "check", "report", "check")
    ]
    assert sentence(lang, "cli.start.inspect") in shown.splitlines()[2]
    assert max(map(len, shown.splitlines())) < 80

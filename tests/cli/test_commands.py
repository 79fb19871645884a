"""The table of commands: every row works, every option is used, and a format belongs to one command."""

from __future__ import annotations

from importlib import import_module

import pytest

from srtool.cli import bundle, check, monitor, rulesets, value
from srtool.cli.commands import COMMANDS, OF_THE_PROGRAM, PARAMETERS, Command
from srtool.cli.program import run
from srtool.texts import LANGUAGES, load
from tests.support.paths import EXAMPLES, SOURCE

_SHARED = {"lang", "out", "force", "on"}
"""What the options or the output read for every command that has them."""
_PARTS = {
    **dict.fromkeys(("check", "bundle", "monitor", "report"), ("narrowing",)),
    "value": ("typed_effort",),
    "init": ("supplier_workbook", "own_rule_set"),
}
"""Parts of a command that are modules of their own."""
_WITH_FORMATS = {"check": check, "bundle": bundle, "monitor": monitor, "value": value, "rulesets": rulesets}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_has_a_function_and_reads_each_of_its_options(command: Command) -> None:
    module = import_module(f"srtool.cli.{command.module}")
    assert callable(getattr(module, command.function))
    parts = (command.module, *_PARTS.get(command.module, ()))
    source = "".join((SOURCE / "cli" / f"{part}.py").read_text(encoding="utf-8") for part in parts)
    names = {PARAMETERS[key].name or key for key in command.parameters}
    assert not [name for name in names - _SHARED if f'"{name}"' not in source]


def test_every_parameter_is_of_a_command_and_has_its_words() -> None:
    used = {key for command in COMMANDS for key in command.parameters} | set(OF_THE_PROGRAM)
    assert used == set(PARAMETERS)
    for lang in LANGUAGES:
        words = load(lang, "cli")
        assert used <= set(words["options"])
        typed = {defined.name or key for key, defined in PARAMETERS.items() if defined.kind != "flag"}
        assert typed == set(words["metavars"])


def test_no_option_is_defined_twice_in_a_command() -> None:
    for command in COMMANDS:
        names = [PARAMETERS[key].name or key for key in command.parameters]
        assert len(names) == len(set(names)), command.name


@pytest.mark.parametrize("added", _WITH_FORMATS)
def test_a_format_added_to_one_command_is_not_accepted_by_another(
    added: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[object] = []
    monkeypatch.setitem(_WITH_FORMATS[added].FORMATS, "markdown", lambda *given: shown.append(given))
    arguments = {
        "check": ["check", str(EXAMPLES / "tender.toml"), "--fail-on", "never"],
        "bundle": ["bundle", str(EXAMPLES / "running.toml"), "--fail-on", "never"],
        "monitor": ["monitor", str(EXAMPLES / "running.toml")],
        "value": ["value", "ww", "--rule-set", "leiden", "--hours", "24", "--months", "12"],
        "rulesets": ["rulesets", "compare", "leiden", "alphen"],
    }
    for name, typed in arguments.items():
        code = run([*typed, "--format", "markdown", "--lang", "en", "--on", "2026-11-22"])
        printed = capsys.readouterr()
        assert (code, len(shown), printed.out) == ((0, 1, "") if name == added else (2, 0, "")), name
        assert ("'markdown' is not possible" in printed.err) == (name != added)
        shown.clear()


def test_a_calendar_is_of_the_agenda_alone(capsys: pytest.CaptureFixture[str]) -> None:
    register = str(EXAMPLES / "running.toml")
    for command in ("check", "bundle"):
        assert run([command, register, "--format", "ics", "--lang", "en"]) == 2
        assert "terminal, json, csv." in capsys.readouterr().err

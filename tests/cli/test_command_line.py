"""What is typed plainly is read as typer reads it, and the help is the same by either way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from srtool.cli import app, command_line, help_page
from srtool.cli.command_line import Call, HelpWanted
from srtool.cli.commands import COMMANDS, PARAMETERS, Command, Typed, typed
from srtool.errors import UsageError
from srtool.texts import LANGUAGES, Lang
from tests.support.program import printed

_NAMES = ("", "rulesets", *(row.name for row in COMMANDS))
_VALUES = ("", "-", "a.toml", "2026-11-22", "-1", "--", "--strict", "-h", "x=y", "é", "check", "rulesets", "list")


def _by_typer(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> Call | None:
    """What typer would have done; None where it refuses, or says something itself."""
    calls: list[Call] = []

    def carry_out(command: Command, _: Lang, values: Mapping[str, Typed]) -> int:
        calls.append(Call(command, values))
        return 0

    monkeypatch.setattr(app, "carry_out", carry_out)
    try:
        app.run(arguments, "en")
    except UsageError:
        return None
    return calls[0] if calls else None


def _plain(values: Mapping[str, Typed]) -> dict[str, object]:
    """With all that may be given more than once as a tuple: empty where nothing was."""
    several = {PARAMETERS[key].name or key for key in PARAMETERS if PARAMETERS[key].kind in {"arguments", "values"}}
    return {name: tuple(value or ()) if name in several else value for name, value in values.items()}  # type: ignore[arg-type] # a list


def _words_of(row: Command) -> list[str]:
    names = [PARAMETERS[key].name or key for key in row.parameters]
    return [*map(typed, names), *(f"{typed(name)}=a b" for name in names)]


def _command_lines() -> Iterator[st.SearchStrategy[list[str]]]:
    for row in COMMANDS:
        word = st.sampled_from([*_words_of(row), *_VALUES, "--help", "--nothing"])
        yield st.lists(word, max_size=6).map(lambda words, row=row: [*row.name.split(), *words])  # type: ignore[misc]


@settings(max_examples=200, deadline=None)
@given(st.one_of(list(_command_lines())))
def test_what_is_plain_is_read_as_typer_reads_it(arguments: list[str]) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        by_typer = _by_typer(arguments, monkeypatch)
    match command_line.read(arguments):
        case Call(command, values):
            assert by_typer is not None
            assert (command, _plain(values)) == (by_typer.command, _plain(by_typer.values))
        case HelpWanted() | None if by_typer is not None:
            # Only what stands behind a double dash is done and yet left to typer.
            assert "--" in arguments


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["check", "a.toml", "--strict", "b.toml"], {"paths": ["a.toml", "b.toml"], "strict": True}),
        (["check", "-", "--on=2026-11-22", "--on", "2026-12-01"], {"paths": ["-"], "on": "2026-12-01"}),
        (["check", "--contract", "--strict"], {"contract": "--strict", "strict": False, "paths": []}),
        (["value", "ww", "--bonus", "a", "--bonus=b"], {"block": "ww", "bonus": ["a", "b"], "format": "terminal"}),
        (["rulesets", "compare", "leiden"], {"rule_set_a": "leiden", "rule_set_b": None}),
        (["convert", "a", "b", "--drop="], {"source": "a", "target": "b", "drop": ""}),
    ],
)
def test_the_plain_case_needs_no_typer(arguments: list[str], expected: Mapping[str, Typed]) -> None:
    call = command_line.read(arguments)
    assert isinstance(call, Call)
    assert expected.items() <= dict(call.values).items()


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["rulesets"],
        ["nothing"],
        ["rulesets list"],
        ["check", "a.toml", "--nothing"],
        ["check", "a.toml", "--on"],
        ["check", "a.toml", "--strict=yes"],
        ["check", "--", "a.toml"],
        ["explain", "SR101", "SR102"],
        ["--lang", "nl", "check", "a.toml"],
        ["--version", "--lang", "nl"],
    ],
)
def test_what_is_not_plain_is_for_typer(arguments: list[str]) -> None:
    assert command_line.read(arguments) is None


@pytest.mark.parametrize("columns", [50, 60, 80, 120])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_help_is_the_same_by_either_way(
    lang: Lang, columns: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for name in _NAMES:
        for asked in ("-h", "--help"):
            assert command_line.read([*name.split(), asked]) == HelpWanted(name)
            app.run([*name.split(), asked], lang)
            shown = capsys.readouterr().out
            assert help_page.page(name, lang, columns) == shown, name
            assert max(map(len, shown.splitlines())) <= max(columns - 2, 50), name


def test_help_goes_before_what_else_is_typed() -> None:
    help_of_check = printed(["check", "--help"])
    assert printed(["check", "nowhere.toml", "--strict", "-h"]) == help_of_check
    assert printed(["--lang", "en", "check", "--help"]) == help_of_check

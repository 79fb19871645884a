"""What a program does well without saying so: colour, silence, pipes and completion, each in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.paths import EXAMPLES

PORTFOLIO, TENDER = (str(EXAMPLES / name) for name in ("portfolio.xlsx", "tender.toml"))
ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="the shell is another one there")


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "SRTOOL_LANG": "en", "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **more}


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder with `srtool` in it, as an installation makes it."""
    path = tmp_path / "bin" / "srtool"
    path.parent.mkdir()
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m srtool "$@"\n', encoding="utf-8")
    path.chmod(0o755)
    return path.parent


def in_bash(script: str, program: Path, **more: str) -> subprocess.CompletedProcess[str]:
    path = f"{program}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", script], env=environment(PATH=path, **more), capture_output=True, text=True, check=False
    )


def on_terminal(*arguments: str, **more: str) -> str:
    """Everything that a terminal shows."""
    import pty  # noqa: PLC0415 - not on every system

    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "srtool", *arguments]
    with subprocess.Popen(command, stdout=follower, stderr=follower, stdin=follower, env=environment(**more)) as ran:
        os.close(follower)
        pieces = []
        while True:
            try:
                piece = os.read(leader, 4096)
            except OSError:  # the other side is closed
                break
            if not piece:
                break
            pieces.append(piece)
    os.close(leader)
    assert ran.returncode in {0, 1}
    return b"".join(pieces).decode()


@ON_POSIX
def test_a_terminal_has_colour_unless_it_is_refused() -> None:
    assert "\x1b[" in on_terminal("check", TENDER)
    assert "\x1b[" not in on_terminal("check", TENDER, NO_COLOR="1")


@ON_POSIX
def test_on_a_terminal_the_next_command_is_the_last_line() -> None:
    last = on_terminal("check", TENDER).splitlines()[-1]
    assert last == f"Next: srtool report {TENDER} --out overview.xlsx"
    assert "Next:" not in on_terminal("check", TENDER, "--quiet")


@ON_POSIX
@pytest.mark.parametrize("command", ["check", "monitor", "bundle", "inspect", "check --full", "check --format json"])
def test_a_reader_that_stops_is_served_in_silence(command: str, program: Path) -> None:
    name, _, options = command.partition(" ")
    ran = in_bash(f"srtool {name} '{PORTFOLIO}' {options} --on 2026-11-22 | head -n 1", program)
    assert (ran.returncode, ran.stderr, len(ran.stdout.splitlines())) == (0, "", 1)


@ON_POSIX
@pytest.mark.parametrize(
    "command", ["", "--version", "--help", "check --help", "check FILE", "monitor FILE --format csv"]
)
def test_a_closed_stdout_ends_in_silence(command: str, program: Path) -> None:
    ran = in_bash(f"srtool {command.replace('FILE', EXAMPLES.joinpath('running.toml').as_posix())} >&-", program)
    assert ran.stdout == ran.stderr == ""
    assert ran.returncode in {0, 1}


@pytest.mark.parametrize("command", ["check", "monitor", "bundle", "simulate"])
def test_quiet_is_silent_on_stderr(command: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "srtool", command, PORTFOLIO, "--on", "2026-11-22", "--quiet"],
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert ran.stderr == b""
    assert ran.stdout


@ON_POSIX
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("srtool in", "init inspect"),
        ("srtool rulesets s", "show"),
        ("srtool check --co", "--compare --contract"),
        ("srtool monitor --age", "--agenda"),
    ],
)
def test_bash_completes(words: str, expected: str, program: Path) -> None:
    place = len(words.split()) - 1
    script = (
        'eval "$(srtool --show-completion)"; '
        f"COMP_WORDS=({words}); COMP_CWORD={place}; _srtool_completion srtool; "
        'printf "%s\\n" "${COMPREPLY[@]}" | sort | xargs'
    )
    ran = in_bash(script, program)
    assert (ran.stdout.strip(), ran.stderr) == (expected, "")


@ON_POSIX
def test_bash_falls_back_on_file_names(program: Path) -> None:
    ran = in_bash('eval "$(srtool --show-completion)"; complete -p srtool', program)
    assert ran.stdout.split() == ["complete", "-o", "default", "-F", "_srtool_completion", "srtool"]


def _for_powershell(value: str, **more: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-m", "srtool"],
        env=environment(_SRTOOL_COMPLETE=value, **more),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    return ran.stdout


def test_powershell_gets_a_script_that_registers_the_program() -> None:
    script = _for_powershell("source_powershell")
    assert "Register-ArgumentCompleter -Native -CommandName srtool" in script
    assert "complete_powershell" in script


def test_powershell_is_told_each_command_with_its_help() -> None:
    answer = _for_powershell(
        "complete_powershell", _TYPER_COMPLETE_ARGS="srtool ins", _TYPER_COMPLETE_WORD_TO_COMPLETE="ins"
    )
    name, _, explained = answer.strip().partition(":::")
    assert (name, explained.startswith("Look first")) == ("inspect", True)

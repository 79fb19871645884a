"""The README tells the truth: its commands are run, its table is the checks, its rule set is valid."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from srtool.checks import ALL, drafts, notices
from srtool.readers import settings
from srtool.readers.rules import rule_sets
from srtool.rules.rulebook import DEFAULT
from srtool.texts import sentence
from tests.support.paths import ROOT
from tests.support.program import printed

README = ROOT / "README.md"


def _block(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- end -->", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None, name
    return found[1]


def _same(request: pytest.FixtureRequest, name: str, wanted: str) -> None:
    if request.config.getoption("--update-golden"):
        text = README.read_text(encoding="utf-8").replace(
            f"<!-- {name} -->\n{_block(name)}", f"<!-- {name} -->\n{wanted}"
        )
        README.write_text(text, encoding="utf-8")
    assert _block(name) == wanted


def _run(command: str) -> str:
    arguments = shlex.split(command, comments=True)[1:]
    result = printed(arguments)
    assert result.code in {0, 1}, f"{command}\n{result.stderr}"
    return result.stdout or result.stderr


def test_the_session_is_what_the_program_prints(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    command = "srtool check examples/tender.toml --lang en --on 2026-11-22"
    _same(request, "session", f"```\n$ {command}\n{_run(command)}```\n")


def test_the_table_names_every_check(request: pytest.FixtureRequest) -> None:
    every = [(check.code, check.level, check.owner) for checks in (ALL, drafts.ALL, notices.ALL) for check in checks]
    rows = [
        f"| {code} | {sentence('en', f'explain/{code}.title')} | {level} | {owner} |"
        for code, level, owner in sorted(every)
    ]
    head = "| code | looks at | level when not met | who must act |\n|---|---|---|---|\n"
    _same(request, "checks", head + "\n".join(rows).replace("contract_manager", "contract manager") + "\n")


def _commands() -> Iterator[str]:
    text = README.read_text(encoding="utf-8").replace(_block("session"), "")
    for block in re.findall(r"```\n(.*?)```", text, re.DOTALL):
        yield from (line for line in block.splitlines() if line.startswith("srtool "))


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples, in which the commands may write; what one makes the next may read."""
    folder = tmp_path_factory.mktemp("readme")
    copytree(ROOT / "examples", folder / "examples")
    return folder


def test_the_commands_run_in_their_order(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(elsewhere)
    for command in _commands():
        assert _run(command), command


def test_the_rule_set_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "town-2026.toml"
    path.write_text(_block("rule-set").removeprefix("```toml\n").removesuffix("```\n"), encoding="utf-8")
    assert rule_sets.load(path).rules.id == "town-2026"


def test_the_settings_are_valid(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    path = tmp_path / "srtool.toml"
    found = re.search(r"### Settings.*?```toml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    path.write_text(found[1], encoding="utf-8")
    assert settings.load(path).rule_set == DEFAULT


EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in {".toml", ".xlsx"})


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_each_example_is_checked_without_complaint(path: Path) -> None:
    assert path.name in README.read_text(encoding="utf-8")
    assert _run(f"srtool check {path} --fail-on never")

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from srtool.checks import ALL, drafts, notices
from srtool.cli.program import run
from srtool.readers.rules import rule_sets
from srtool.texts import LANGUAGES


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", [check.code for check in ALL])
def test_every_check_is_explained(capsys: pytest.CaptureFixture[str], code: str, lang: str) -> None:
    assert run(["explain", code.lower(), "--lang", lang]) == 0
    assert capsys.readouterr().out.startswith(code)


def test_a_ground_that_is_inferred_is_explained_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    run(["explain", "SR305", "--lang", "en"])
    assert "rijk-classic, inferred from: " in capsys.readouterr().out
    run(["explain", "SR104", "--lang", "en"])
    assert "inferred" not in capsys.readouterr().out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str], lang: str) -> None:
    assert run(["explain", "--lang", lang]) == 0
    listed = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert listed == sorted(check.code for checks in (ALL, drafts.ALL, notices.ALL) for check in checks)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", rule_sets.shipped())
def test_every_rule_set_is_shown_in_words(capsys: pytest.CaptureFixture[str], name: str, lang: str) -> None:
    assert run(["rulesets", "show", name, "--on", "2026-11-22", "--lang", lang]) == 0
    assert capsys.readouterr().out.startswith(name)


def test_the_rule_sets_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rulesets", "list", "--lang", "nl"]) == 0
    listed = capsys.readouterr().out
    assert all(f"{name}  " in listed for name in rule_sets.shipped())


def test_a_rule_set_of_ones_own_is_validated(capsys: pytest.CaptureFixture[str]) -> None:
    path = rule_sets.find("rijk-classic", None)
    assert run(["rulesets", "validate", str(path), "--lang", "en"]) == 0
    assert "in order (rijk-classic)" in capsys.readouterr().out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_of_the_draft_is_read_when_it_counts(tmp_path: Path, lang: str) -> None:
    """Also the keys that are commented out are keys of the register."""
    path = tmp_path / "draft.toml"
    assert run(["init", str(path), "--lang", lang]) == 0
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "#:schema srtool.schema.json"
    full = "\n".join(line.removeprefix("# ") if _is_key(line) else line for line in lines)
    full = full.replace('part_of = "', '# part_of = "')
    tomllib.loads(full)
    path.write_text(full, encoding="utf-8")
    assert run(["check", str(path), "--fail-on", "never"]) == 0


def _is_key(line: str) -> bool:
    return line.startswith("# ") and (" = " in line or line.startswith("# [["))

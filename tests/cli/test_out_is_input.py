"""No file that a command reads can be the file that it writes, whatever --force says."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.readers.rules import rule_sets
from tests.support.program import printed

SHIPPED = rule_sets.find("haaglanden", None)
REGISTER = """
[[contracts]]
id = "A"
title = "Onderhoud"
supplier = "Bedrijf"
start = 2025-01-01
end = 2028-12-31
rule_set = "{rule_set}"
social_return = {{ amount = 9000 }}
"""


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    own = SHIPPED.read_text(encoding="utf-8").replace('id = "haaglanden"', 'id = "ours"', 1)
    Path("folder").mkdir()
    for path in (Path("ours.toml"), Path("folder", "theirs.toml")):
        path.write_text(own.replace('id = "ours"', f'id = "{path.stem}"', 1), encoding="utf-8")
    Path("a.toml").write_text(REGISTER.format(rule_set="haaglanden"), encoding="utf-8")
    Path("b.toml").write_text(REGISTER.format(rule_set="./ours.toml"), encoding="utf-8")
    Path("srtool.toml").write_text('rule_sets = "folder"\n', encoding="utf-8")


@pytest.mark.parametrize("target", ["srtool.toml", "ours.toml", "folder/theirs.toml"])
@pytest.mark.parametrize(
    "command",
    [
        ("check", "b.toml"),
        ("check", "a.toml", "--rule-set", "./ours.toml"),
        ("monitor", "b.toml"),
        ("bundle", "b.toml"),
        ("value", "wajong", "--full-time", "--months", "12", "--rule-set", "./ours.toml"),
        ("rulesets", "compare", "haaglanden", "./ours.toml"),
    ],
)
def test_what_is_read_is_not_written_over(command: tuple[str, ...], target: str) -> None:
    before = Path(target).read_bytes()
    ran = printed([*command, "--out", target, "--force"])
    assert (ran.code, "This is the file that is read" in ran.stderr) == (2, True), ran.stderr
    assert Path(target).read_bytes() == before


def test_a_draft_is_not_written_over_the_rule_set_that_it_names() -> None:
    for target in ("ours.toml", "srtool.toml"):
        ran = printed(["init", target, "--rule-set", "./ours.toml", "--force"])
        assert (ran.code, "This is the file that is read" in ran.stderr) == (2, True)


def test_the_questions_of_a_merge_are_not_written_over_a_rule_set() -> None:
    assert printed(["bundle", "b.toml", "--write", "ours.toml", "--force"]).code == 2
    assert printed(["convert", "a.toml", "srtool.toml", "--force"]).code == 2


def test_another_file_is_overwritten_when_forced() -> None:
    Path("old.json").write_text("old", encoding="utf-8")
    assert printed(["check", "b.toml", "--format", "json", "--out", "old.json", "--force"]).code in {0, 1}
    assert Path("old.json").read_text(encoding="utf-8").startswith("{")

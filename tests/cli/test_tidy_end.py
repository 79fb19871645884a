"""However a run ends, a reader sees one sentence: no traceback, also not of what Python could not clear away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from srtool import texts
from srtool.cli.program import run
from srtool.texts import LANGUAGES, Lang, sentence
from tests.support.paths import EXAMPLES
from tests.support.program import printed

RUNNING = str(EXAMPLES / "running.toml")
LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))
from srtool.cli import main
sys.argv[1:] = {arguments}
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits are another thing there")
@pytest.mark.parametrize("most", [100, 3000, 9000])
@pytest.mark.parametrize(
    "arguments", [["init", "a.xlsx"], ["convert", RUNNING, "a.xlsx"], ["report", RUNNING, "--out", "a.xlsx"]]
)
def test_a_full_disk_is_one_sentence(tmp_path: Path, arguments: list[str], most: int) -> None:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "SRTOOL_LANG": "en"}
    environment.pop("SRTOOL_DEBUG", None)
    script = LIMITED.format(most=most, arguments=arguments)
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert "cannot be written (File too large)" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert "Exception ignored" not in ran.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_memory_there_is_a_sentence_that_needs_none(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, lang: Lang
) -> None:
    expected = sentence(lang, "cli.wrong.out_of_memory")
    monkeypatch.setenv("SRTOOL_LANG", lang)

    def refuse(*_: object, **__: object) -> None:
        raise MemoryError

    def full(*_: object, **__: object) -> None:
        monkeypatch.setattr("builtins.__import__", refuse)
        monkeypatch.setattr(texts, "load", refuse)
        raise MemoryError

    monkeypatch.setattr("srtool.cli.command_line.read", full)
    code = run(["check", RUNNING])
    monkeypatch.undo()
    assert (code, capfdbinary.readouterr().err.decode().strip()) == (3, expected)


def test_what_a_library_raises_beside_all_exceptions_is_a_sentence_too(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicError(BaseException):
        """As libraries in Rust have it."""

    def panic(*_: object) -> None:
        raise PanicError

    monkeypatch.setattr("srtool.cli.command_line.read", panic)
    ran = printed(["check", RUNNING])
    assert (ran.code, "something unexpected (PanicError)" in ran.stderr) == (3, True)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("running.toml", ["check", RUNNING]),
        ("old.xlsx", ["report", RUNNING, "--out", "new.xlsx", "--previous", "old.xlsx"]),
        ("old.xlsx", ["import", "old.xlsx", "--into", RUNNING]),
        ("old.xlsx", ["bundle", RUNNING, "--motivation", "old.xlsx"]),
        ("old.toml", ["rulesets", "validate", "old.toml"]),
        ("old.toml", ["check", RUNNING, "--rule-set", "./old.toml"]),
    ],
)
def test_a_file_that_is_open_elsewhere_is_a_sentence(
    name: str, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows an earlier report that is open in Excel."""
    monkeypatch.chdir(tmp_path)
    for made in ("old.xlsx", "old.toml"):
        Path(made).touch()
    really = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        if path.name == name:
            raise PermissionError(13, "Permission denied")
        return really(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    ran = printed(arguments)
    assert (ran.code, name in ran.stderr, "cannot be opened" in ran.stderr or "cannot be read" in ran.stderr) == (
        2,
        True,
        True,
    ), ran.stderr

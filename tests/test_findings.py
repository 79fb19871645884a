"""Every finding can be run as it stands, and says of which versions it speaks. Running them needs a package index."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.support.paths import ROOT

FINDINGS = ROOT / "findings"
SCRIPTS = sorted(FINDINGS.glob("*.sh"))
by_name = pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)


def head_of(script: str) -> str:
    """The comment at the top, without the line that names the shell."""
    lines = script.splitlines()[1:]
    return "\n".join(line for line in lines[: next(n for n, line in enumerate(lines) if not line.startswith("#"))])


def test_there_is_something_to_run_and_nothing_else() -> None:
    assert len(SCRIPTS) >= 3
    assert {path.name for path in FINDINGS.iterdir()} == {"README.md", *(path.name for path in SCRIPTS)}


@by_name
def test_it_is_a_short_script_that_can_be_run(path: Path) -> None:
    script = path.read_text(encoding="utf-8")
    assert os.access(path, os.X_OK)
    assert script.startswith("#!/usr/bin/env bash\n")
    assert "set -euo pipefail" in script
    assert len(script.splitlines()) < 80
    assert max(map(len, script.splitlines())) <= 120


@by_name
def test_each_package_is_pinned_and_its_version_said(path: Path) -> None:
    script = path.read_text(encoding="utf-8")
    (line,) = re.findall(r"pip\" install (.*)", script)
    packages = [word for word in line.split() if not word.startswith("-")]
    assert packages
    for package in packages:
        assert re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9.]*", package), package
    name, _, version = packages[0].partition("==")
    assert f"{name} {version}" in head_of(script)
    assert f'version("{name}")' in script


@by_name
def test_it_tells_what_was_expected_and_seen_asserts_it_and_leaves_srtool_out(path: Path) -> None:
    script = path.read_text(encoding="utf-8")
    assert "\n# Expected: " in head_of(script)
    assert "\n# Seen: " in head_of(script)
    assert re.search(r"^assert ", script, re.MULTILINE)
    assert "srtool" not in script

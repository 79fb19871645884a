"""The invented tender guide of the examples, and the pages that tell about drafts."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from unittest import mock

import pytest

from srtool.checks import drafts
from tests.support.paths import EXAMPLES, ROOT
from tests.support.program import printed

GUIDE = EXAMPLES / "aanbestedingsleidraad.docx"
PAGES = (ROOT / "docs" / "nl" / "concept.md", ROOT / "docs" / "en" / "draft.md")


def test_the_script_makes_the_guide_again(tmp_path: Path) -> None:
    script = EXAMPLES / "make_leidraad.py"
    with mock.patch("sys.argv", [str(script), str(tmp_path / "a.docx")]):
        runpy.run_path(str(script), run_name="__main__")
    assert (tmp_path / "a.docx").read_bytes() == GUIDE.read_bytes()


def test_the_guide_shows_most_checks() -> None:
    result = printed(["check", str(GUIDE), "--on", "2026-11-22"])
    assert result.code == 1
    shown = set(re.findall(r"SR6\d\d", result.stdout))
    assert {"SR601", "SR602", "SR603", "SR604", "SR605", "SR606", "SR607", "SR609", "SR610", "SR611"} <= shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_a_page_names_every_check_on_drafts(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert re.findall(r"^\| (SR\d+)", text, re.MULTILINE) == [check.code for check in drafts.ALL]

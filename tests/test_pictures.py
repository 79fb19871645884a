"""The pictures of the manual are those that the script makes, and each is shown somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools import pictures

from tests.support import pages


def test_each_picture_is_made_by_the_script_and_shown_in_a_page() -> None:
    there = {path.stem for path in pictures.PICTURES.iterdir()}
    shown = {
        Path(link).stem
        for page in pages.PAGES
        for link in pages.links(page.read_text(encoding="utf-8"))
        if link.endswith(".png")
    }
    assert there == shown == set(pictures.SHOWN)


@pytest.mark.parametrize("name", ["contractenlijst", "register-nl", "opdrachtnemer", "gesprek", "paragraaf"])
def test_what_is_shown_is_what_the_command_makes(name: str, tmp_path: Path) -> None:
    file = pictures.made_file(pictures.SHOWN[name], tmp_path)
    assert file.stat().st_size > 1000

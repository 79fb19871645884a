"""A number that may be somebody's never gets past the reader; other numbers do."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.draft.people_data import HIDDEN
from srtool.readers.word.draft_file import read_draft
from srtool.readers.word.plain_text import passages_of
from tests.support.word_drafts.blocks import heading, paragraph, row, table
from tests.support.word_drafts.package import write
from tests.support.word_drafts.pieces import deleted, run, split

_NUMBER = "111222333"


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (f"De kandidaat (BSN {_NUMBER}) is bekend.", _NUMBER),
        ("Burgerservicenummer: 1112.22.333.", "1112.22.333"),
        ("Sofinummer 111 222 333", "111 222 333"),
        ("BSN-nummer van Jan Jansen: 12345678.", "12345678"),
        ("Het BSN is 123456789.", "123456789"),  # fails the test of eleven, and is called one
        (f"Kandidaat {_NUMBER} start in mei.", _NUMBER),
    ],
)
def test_such_a_number_is_hidden_and_all_else_keeps_its_place(text: str, hidden: str) -> None:
    (passage,) = passages_of(text, "a.md", is_markdown=True)
    assert passage.text == text.replace(hidden, HIDDEN * len(hidden))


@pytest.mark.parametrize(
    "text",
    [
        "De waarde is € 111.222.333 exclusief btw.",
        "De waarde is EUR 111222333.",
        f"RSIN {_NUMBER} van de gemeente.",
        "KvK-nummer 12345678.",
        "Bel 06-12345678 of 010 1234567.",
        "Zaaknummer 111222333.",
        "In 2026-2027 zijn 123456789 stuks geleverd.",
        "IBAN NL91 ABNA 0417 1643 00.",
        "Vermeld geen BSN; zie artikel 12 en de 20 bijlagen van 2026.",
    ],
)
def test_other_numbers_are_not(text: str) -> None:
    assert [passage.text for passage in passages_of(text, "a.md", is_markdown=True)] == [text]


def test_in_word_also_in_headings_cells_and_what_was_deleted(tmp_path: Path) -> None:
    body = [
        heading(f"Social return BSN {_NUMBER}"),
        paragraph(split(f"De kandidaat (BSN {_NUMBER}) start.")),
        paragraph(run("Oud: ") + deleted(f"BSN {_NUMBER}")),
        table(
            row(f"<w:tc>{paragraph(run('Naam'))}</w:tc>", f"<w:tc>{paragraph(run(f'BSN {_NUMBER}'))}</w:tc>"),
            row(f"<w:tc>{paragraph(run(f'BSN {_NUMBER}'))}</w:tc>", f"<w:tc>{paragraph(run('32 uur'))}</w:tc>"),
        ),
    ]
    draft = read_draft(write(tmp_path / "a.docx", body))
    assert _NUMBER not in repr(draft)
    assert repr(draft).count(HIDDEN * 9) > 4

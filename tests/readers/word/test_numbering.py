"""The numbers that Word shows: computed, for they stand nowhere in the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.readers.word.document import Document
from tests.support.word_drafts.blocks import heading, paragraph
from tests.support.word_drafts.package import (
    ARTICLES,
    ARTICLES_AGAIN,
    BULLETS,
    LETTERS,
    REQUIREMENTS,
    abstract,
    instance,
    level,
    write,
)


def _numbers(tmp_path: Path, *body: str, numbering: str | None = None) -> list[str | None]:
    path = write(tmp_path / "concept.docx", body, numbering=numbering)
    return [passage.number for passage in Document(path).passages()]


def test_headings_are_numbered_by_their_style(tmp_path: Path) -> None:
    body = [heading("a"), heading("b", 2), heading("c", 2), heading("d", 3), heading("e"), heading("f", 2)]
    assert _numbers(tmp_path, *body) == ["1", "1.1", "1.2", "1.2.1", "2", "2.1"]


def test_a_heading_style_based_on_another_without_numbers(tmp_path: Path) -> None:
    body = [heading("a"), paragraph("Bijlage", style="Kop1zonder"), heading("b")]
    assert _numbers(tmp_path, *body) == ["1", None, "2"]


def test_requirements_letters_and_bullets(tmp_path: Path) -> None:
    body = [
        paragraph("x", list_id=REQUIREMENTS),
        paragraph("x", list_id=REQUIREMENTS, level=1),
        paragraph("x", list_id=REQUIREMENTS, level=1),
        paragraph("x", list_id=LETTERS),
        paragraph("x", list_id=LETTERS),
        paragraph("x", list_id=LETTERS, level=1),
        paragraph("x", list_id=BULLETS),
    ]
    assert _numbers(tmp_path, *body) == ["Eis 1", "Eis 1.1", "Eis 1.2", "a", "b", "(i)", None]


def test_lists_on_one_definition_count_on_unless_they_begin_anew(tmp_path: Path) -> None:
    body = [
        paragraph("x", list_id=ARTICLES),
        paragraph("x", list_id=ARTICLES, level=1),
        paragraph("x", list_id=ARTICLES),
        paragraph("x", list_id=ARTICLES_AGAIN),
        paragraph("x", list_id=ARTICLES_AGAIN, level=1),
        paragraph("x", list_id=ARTICLES_AGAIN),
    ]
    assert _numbers(tmp_path, *body) == ["Artikel 1", "1.1", "Artikel 2", "Artikel 1", "1.1", "Artikel 2"]


def test_an_empty_numbered_paragraph_counts_and_a_deleted_one_does_not(tmp_path: Path) -> None:
    gone = '<w:del w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"/>'
    body = [
        paragraph("x", list_id=REQUIREMENTS),
        paragraph("", list_id=REQUIREMENTS),
        paragraph("", list_id=REQUIREMENTS, mark=gone),
        paragraph("x", list_id=REQUIREMENTS),
    ]
    assert _numbers(tmp_path, *body) == ["Eis 1", "Eis 3"]


def test_a_list_that_is_switched_off(tmp_path: Path) -> None:
    assert _numbers(tmp_path, paragraph("x", style="Kop1", list_id=0), heading("y")) == [None, "1"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", ["3", "4"]),
        ("decimalZero", ["03", "04"]),
        ("upperLetter", ["C", "D"]),
        ("lowerRoman", ["iii", "iv"]),
        ("upperRoman", ["III", "IV"]),
        ("none", [None, None]),
        ("ordinalText", ["3", "4"]),
    ],
)
def test_forms_of_numbers(tmp_path: Path, form: str, expected: list[str | None]) -> None:
    numbering = abstract(1, level(0, "%1" if form != "none" else "", form=form, start=3)) + instance(7, 1)
    body = [paragraph("x", list_id=7)] * 2
    assert _numbers(tmp_path, *body, numbering=numbering) == expected


def test_levels_in_figures_whatever_their_form_and_levels_that_never_restart(tmp_path: Path) -> None:
    numbering = abstract(
        1,
        level(0, "%1.", form="upperRoman"),
        level(1, "%1.%2", more="<w:isLgl/>"),
        level(2, "Eis %3", more='<w:lvlRestart w:val="0"/>'),
    ) + instance(7, 1)
    body = [paragraph("x", list_id=7, level=n) for n in (0, 1, 2, 0, 1, 2)]
    assert _numbers(tmp_path, *body, numbering=numbering) == ["I", "1.1", "Eis 1", "II", "2.1", "Eis 2"]


def test_a_list_by_way_of_a_style_of_lists(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Eisen"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Eisen"/>{level(0, "Eis %1")}</w:abstractNum>'
        + instance(7, 1)
        + instance(8, 2)
    )
    body = [paragraph("x", list_id=7), paragraph("x", list_id=8)]
    assert _numbers(tmp_path, *body, numbering=numbering) == ["Eis 1", "Eis 2"]


def test_letters_after_z_are_doubled(tmp_path: Path) -> None:
    numbering = abstract(1, level(0, "%1", form="lowerLetter", start=26)) + instance(7, 1)
    assert _numbers(tmp_path, *[paragraph("x", list_id=7)] * 2, numbering=numbering) == ["z", "aa"]


def test_a_paragraph_of_a_list_that_is_not_defined(tmp_path: Path) -> None:
    assert _numbers(tmp_path, paragraph("x", list_id=99)) == [None]

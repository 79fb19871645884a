"""Drafts in Markdown and plain text, such as a text that was made from Word."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.draft.passage import Kind
from srtool.readers.word.draft_file import read_draft
from srtool.readers.word.plain_text import passages_of


def _texts(content: str, *, is_markdown: bool = True) -> list[str]:
    return [passage.text for passage in passages_of(content, "concept.md", is_markdown=is_markdown)]


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ("Eén alinea\nover twee regels.\n\nEn een tweede.", ["Eén alinea over twee regels.", "En een tweede."]),
        ("**5%** van de *loonsom*", ["5% van de loonsom"]),
        ("202\\* en \\[naam\\]", ["202* en [naam]"]),
        ("- a\n- b\n1. c", ["a", "b", "1. c"]),
        ("- [x] ja\n- [ ] nee", ["☒ ja", "☐ nee"]),
        ("> Perceel 1: 5%", ["Perceel 1: 5%"]),
        ("zie [bijlage 3](bijlage.md)", ["zie bijlage 3"]),
        ("[4.2 Social return](#_Toc12)\n\ntekst", ["tekst"]),
        ("4.2 Social return ........ 12\n\ntekst", ["tekst"]),
        ("a <!-- niet\nlezen --> b", ["a  b"]),
        ("a\n\n---\n\nb", ["a", "b"]),
        ("5%[^1] SROI\n\n[^1]: excl. btw", ["5% SROI", "excl. btw"]),
        ("a<br>b", ["a\nb"]),
    ],
)
def test_marks_are_left_out(content: str, texts: list[str]) -> None:
    assert _texts(content) == texts


def test_headings_of_three_kinds_and_their_numbers() -> None:
    content = "# 4 Eisen\n\n4.2 Social return\n-----------------\n\n5%\n\n**Rapportage**\n\nper kwartaal"
    passages = passages_of(content, "concept.md", is_markdown=True)
    assert [(h.level, h.number, h.text) for h in passages[-1].headings] == [
        (1, "4", "Eisen"),
        (2, "4.2", "Social return"),
        (8, None, "Rapportage"),
    ]


def test_a_table() -> None:
    content = "| Perceel | Wordt |\n|---|---:|\n| 1 | 5% |\n\nna"
    passages = passages_of(content, "concept.md", is_markdown=True)
    assert [passage.text for passage in passages] == ["Perceel", "Wordt", "1", "5%", "na"]
    assert passages[3].cell is not None
    assert (passages[3].cell.row_heading, passages[3].cell.column_heading) == ("1", "Wordt")
    assert passages[3].kind is Kind.CELL


def test_plain_text_has_a_paragraph_a_line() -> None:
    content = "INKOOPLEIDRAAD\n4.2 Social return\nDe opdrachtnemer zet 5% in.\n\n5 Prijs\nLaagste prijs."
    passages = passages_of(content, "concept.txt", is_markdown=False)
    assert [(p.text, [h.text for h in p.headings]) for p in passages if not p.is_heading] == [
        ("De opdrachtnemer zet 5% in.", ["Social return"]),
        ("Laagste prijs.", ["Prijs"]),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "concept.txt"
    path.write_text("één persoon € 5%", encoding=encoding)
    assert [passage.text for passage in read_draft(path).passages] == ["één persoon € 5%"]

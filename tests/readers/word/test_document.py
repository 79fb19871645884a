"""What a Word file says: in reading order, changes accepted or refused, everything once."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.draft.passage import Kind, Passage
from srtool.readers.word.document import Document
from tests.support.word_drafts.blocks import cell, contents_list, heading, paragraph, row, table
from tests.support.word_drafts.package import write
from tests.support.word_drafts.pieces import (
    check_box,
    control,
    deleted,
    field,
    form_box,
    form_text,
    hyperlink,
    inserted,
    moved_from,
    moved_to,
    note_reference,
    placeholder,
    run,
    simple_field,
    split,
    symbol,
    text_box,
)

_RUBY = (
    "<w:r><w:ruby><w:rt><w:r><w:t>b</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>a</w:t></w:r></w:rubyBase></w:ruby></w:r>"
)
_CHANGED = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'


def _read(tmp_path: Path, *body: str, before: bool = False) -> list[str]:
    path = write(tmp_path / "concept.docx", body)
    return [passage.text for passage in Document(path).passages(before=before)]


def _passages(tmp_path: Path, *body: str) -> tuple[Passage, ...]:
    return Document(write(tmp_path / "concept.docx", body)).passages()


@pytest.mark.parametrize(
    ("pieces", "after", "before"),
    [
        ([run("5% social return")], "5% social return", "5% social return"),
        ([split("Eis: 5% social return")], "Eis: 5% social return", "Eis: 5% social return"),
        ([run("Eis: "), inserted("5%"), run(" social return")], "Eis: 5% social return", "Eis:  social return"),
        ([run("Eis: "), inserted("5%"), deleted("2%"), run(" SROI")], "Eis: 5% SROI", "Eis: 2% SROI"),
        ([moved_from("eerst "), run("dan"), moved_to(" eerst")], "dan eerst", "eerst dan"),
        ([run("5\u00a0%")], "5 %", "5 %"),
        ([run("a\tb\nc")], "a b\nc", "a b\nc"),
        ([run("x"), hyperlink("bijlage 3")], "xbijlage 3", "xbijlage 3"),
        ([run("Zie "), simple_field("REF _Ref1 \\h", "artikel 4.2")], "Zie artikel 4.2", "Zie artikel 4.2"),
        ([run("Zie "), field("REF _Ref1 \\h", "artikel 4.2")], "Zie artikel 4.2", "Zie artikel 4.2"),
        ([check_box(ticked=True), run(" social return")], "☒ social return", "☒ social return"),
        ([check_box(ticked=False), run(" social return")], "☐ social return", "☐ social return"),
        ([form_box(ticked=True), run(" SROI")], "☒ SROI", "☒ SROI"),
        ([form_box(ticked=False), run(" SROI")], "☐ SROI", "☐ SROI"),
        ([symbol("Wingdings", "F0FE"), run(" ja")], "☒ ja", "☒ ja"),
        ([symbol("Wingdings", "F0A8"), run(" nee")], "☐ nee", "☐ nee"),
        ([symbol("Symbol", "F0B7"), run("punt")], "punt", "punt"),
        ([form_text("5%")], "5%", "5%"),
        ([form_text(""), run("%")], "[…]%", "[…]%"),
        ([control(run("4 weken"))], "4 weken", "4 weken"),
        ([f"<w:smartTag>{run('Utrecht')}</w:smartTag>"], "Utrecht", "Utrecht"),
        (["<w:r><w:t>niet</w:t><w:noBreakHyphen/><w:t>nakoming</w:t></w:r>"], "niet-nakoming", "niet-nakoming"),
        (["<w:r><w:t>aan</w:t><w:softHyphen/><w:t>neemsom</w:t></w:r>"], "aanneemsom", "aanneemsom"),
        ([_RUBY], "a", "a"),
        ([f"<w:ins {_CHANGED}><w:del {_CHANGED}>{run('weg', deleted=True)}</w:del></w:ins>", run("er")], "er", "er"),
    ],
)  # fmt: skip
def test_a_paragraph_says(tmp_path: Path, pieces: list[str], after: str, before: str) -> None:
    body = (paragraph(*pieces),)
    assert _read(tmp_path, *body) == [after]
    assert _read(tmp_path, *body, before=True) == [before]


def test_a_wholly_inserted_paragraph_is_read_and_a_wholly_deleted_one_is_not(tmp_path: Path) -> None:
    body = (
        paragraph(inserted("nieuw"), mark=f"<w:ins {_CHANGED}/>"),
        paragraph(deleted("oud"), mark=f"<w:del {_CHANGED}/>"),
        paragraph("blijft"),
    )
    assert _read(tmp_path, *body) == ["nieuw", "blijft"]
    assert _read(tmp_path, *body, before=True) == ["oud", "blijft"]


def test_without_its_mark_a_paragraph_runs_on(tmp_path: Path) -> None:
    body = (paragraph("5% van ", mark=f"<w:del {_CHANGED}/>"), paragraph("de loonsom"))
    assert _read(tmp_path, *body) == ["5% van de loonsom"]
    assert _read(tmp_path, *body, before=True) == ["5% van", "de loonsom"]


def test_whether_anything_is_marked_as_changed(tmp_path: Path) -> None:
    assert not Document(write(tmp_path / "a.docx", [paragraph("x")])).has_changes
    assert Document(write(tmp_path / "b.docx", [paragraph(inserted("x"))])).has_changes
    note = write(tmp_path / "c.docx", [paragraph("x", note_reference(1))], footnotes=[paragraph(deleted("x"))])
    assert Document(note).has_changes


def test_controls_at_every_level_are_read(tmp_path: Path) -> None:
    body = (
        control(paragraph("blok") + control(paragraph("blok in blok"))),
        table(control(row("rij in besturing", "b")), row("c", control(cell("cel in besturing")))),
    )
    assert _read(tmp_path, *body) == ["blok", "blok in blok", "rij in besturing", "b", "c", "cel in besturing"]


def test_what_nobody_filled_in_is_marked(tmp_path: Path) -> None:
    inline, whole, form = _passages(
        tmp_path,
        paragraph("  Perceel ", placeholder("Klik hier"), " telt"),
        control(paragraph("Kies een item"), properties="<w:showingPlcHdr/>"),
        paragraph("Bedrag ", form_text("")),
    )
    assert [inline.text[start:end] for start, end in inline.open_spans] == ["Klik hier"]
    assert [whole.text[start:end] for start, end in whole.open_spans] == ["Kies een item"]
    assert [form.text[start:end] for start, end in form.open_spans] == ["[…]"]


def test_a_text_box_is_read_once_and_after_its_paragraph(tmp_path: Path) -> None:
    passages = _passages(tmp_path, paragraph("voor", text_box(paragraph("in het vak")), "na"), paragraph("volgende"))
    assert [(passage.text, passage.kind) for passage in passages] == [
        ("voorna", Kind.BODY),
        ("in het vak", Kind.TEXT_BOX),
        ("volgende", Kind.BODY),
    ]


def test_notes_are_read_after_their_paragraph_and_headers_once_at_the_end(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.docx",
        [paragraph("5%", note_reference(2), " SROI", note_reference(1, kind="endnote")), paragraph("slot")],
        footnotes=[paragraph("ongebruikt"), paragraph("exclusief btw")],
        endnotes=[paragraph("eindnoot")],
        headers=[paragraph("Concept"), paragraph("Concept")],
        footers=[paragraph("Pagina ", field("PAGE", "3"))],
    )
    assert [(passage.text, passage.kind.value) for passage in Document(path).passages()] == [
        ("5% SROI", "body"),
        ("exclusief btw", "footnote"),
        ("eindnoot", "endnote"),
        ("slot", "body"),
        ("Concept", "header"),
        ("Pagina 3", "footer"),
    ]


def test_the_table_of_contents_is_no_text(tmp_path: Path) -> None:
    lines = ["1 Inleiding", "2 Social return"]
    assert _read(tmp_path, contents_list(lines), paragraph("tekst")) == ["tekst"]
    assert _read(tmp_path, contents_list(lines, in_control=False), paragraph("tekst")) == ["tekst"]
    assert _read(tmp_path, paragraph("2 Social return\t4", style="Inhopg1"), paragraph("tekst")) == ["tekst"]


def test_cells_are_read_once_with_what_stands_beside_and_above_them(tmp_path: Path) -> None:
    passages = _passages(
        tmp_path,
        table(
            ("Perceel", "Was", "Wordt"),
            row(cell("Perceel 1", properties='<w:vMerge w:val="restart"/>'), "2%", "5%"),
            row(cell("", properties="<w:vMerge/>"), cell("loonsom", properties='<w:gridSpan w:val="2"/>')),
        ),
    )
    assert [(p.text, p.cell and (p.cell.row_heading, p.cell.column_heading)) for p in passages][3:] == [
        ("Perceel 1", ("", "Perceel")),
        ("2%", ("Perceel 1", "Was")),
        ("5%", ("Perceel 1", "Wordt")),
        ("loonsom", ("Perceel 1", "Was")),
    ]
    assert all(passage.kind is Kind.CELL for passage in passages)


def test_a_table_in_a_table_and_cells_that_were_covered(tmp_path: Path) -> None:
    inner = table(("Grondslag", "loonsom"))
    passages = _passages(tmp_path, table(row("Social return", cell(inner, "tekst eronder"))))
    assert [passage.text for passage in passages] == ["Social return", "Grondslag", "loonsom", "tekst eronder"]
    assert passages[2].cell is not None
    assert passages[2].cell.row_heading == "Social return Grondslag"


def test_a_row_that_was_deleted_or_inserted(tmp_path: Path) -> None:
    body = (
        table(
            row("oud", "2%", properties=f"<w:del {_CHANGED}/>"),
            row("nieuw", "5%", properties=f"<w:ins {_CHANGED}/>"),
        ),
    )
    assert _read(tmp_path, *body) == ["nieuw", "5%"]
    assert _read(tmp_path, *body, before=True) == ["oud", "2%"]


def test_hidden_text_is_read_apart(tmp_path: Path) -> None:
    hidden_style = '<w:r><w:rPr><w:rStyle w:val="Verborgen"/></w:rPr><w:t>ook</w:t></w:r>'
    passages = _passages(tmp_path, paragraph("zichtbaar", run(" verborgen", hidden=True), hidden_style))
    assert [(passage.text, passage.is_hidden) for passage in passages] == [("zichtbaar", False), ("verborgenook", True)]


def test_the_path_of_headings(tmp_path: Path) -> None:
    passages = _passages(
        tmp_path,
        heading("Inleiding"),
        heading("Eisen"),
        heading("Social return", 2),
        paragraph("5%"),
        heading("Prijs", 2),
        paragraph("70 punten"),
        heading("Slot"),
        paragraph("einde"),
    )
    paths = {p.text: [(h.number, h.text) for h in p.headings] for p in passages if not p.is_heading}
    assert paths == {
        "5%": [("2", "Eisen"), ("2.1", "Social return")],
        "70 punten": [("2", "Eisen"), ("2.2", "Prijs")],
        "einde": [("3", "Slot")],
    }


def test_headings_that_are_only_typed_or_bold(tmp_path: Path) -> None:
    passages = _passages(
        tmp_path,
        paragraph("4. Uitvoering"),
        paragraph("4.2 Social return"),
        paragraph("4.2.1 De opdrachtnemer zet 5% van de opdrachtsom in voor social return."),
        paragraph(run("Rapportage", bold=True)),
        paragraph("per kwartaal"),
        paragraph("Artikel 5 Boete"),
        paragraph("geen"),
    )
    paths = {p.text: [h.text for h in p.headings] for p in passages if not p.is_heading}
    assert paths == {
        "4.2.1 De opdrachtnemer zet 5% van de opdrachtsom in voor social return.": ["Uitvoering", "Social return"],
        "per kwartaal": ["Uitvoering", "Social return", "Rapportage"],
        "geen": ["Boete"],
    }


def test_a_paragraph_is_found_again_by_its_count(tmp_path: Path) -> None:
    passages = _passages(tmp_path, paragraph(""), paragraph("a"), table(("b", "c")), paragraph("d"))
    assert [(passage.text, passage.paragraph) for passage in passages] == [("a", 1), ("b", 2), ("c", 3), ("d", 4)]

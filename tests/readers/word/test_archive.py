"""Files that are no readable Word document end in one sentence, whatever they are."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from srtool.errors import InputError
from srtool.place import Place
from srtool.readers.word import archive
from srtool.readers.word.draft_file import read_draft
from srtool.texts import load
from tests.support.word_drafts.blocks import paragraph
from tests.support.word_drafts.package import write
from tests.support.word_drafts.pieces import control

_OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512)


def _code(path: Path) -> str:
    with pytest.raises(InputError) as refused:
        read_draft(path)
    (problem,) = refused.value.problems
    assert problem.place == Place(path.name)
    for lang in ("nl", "en"):
        assert problem.code in load(lang, "problems")
    return problem.code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("leeg.docx", b"", "document_empty"),
        ("beveiligd.docx", _OLE, "document_protected_or_old"),
        ("oud.doc", _OLE, "document_kind"),
        ("stuk.pdf", b"%PDF-1.7", "document_kind"),
        ("stuk.odt", b"PK", "document_kind"),
        ("pdf-als.docx", b"%PDF-1.7", "document_kind"),
        ("rtf-als.docx", b"{\\rtf1", "document_kind"),
        ("geen-zip.docx", b"tekst", "document_not_readable"),
        ("leeg.md", b" \n", "document_empty"),
    ],
)
def test_other_contents(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert _code(path) == code


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"xl/workbook.xml": "<a/>", "[Content_Types].xml": "<a/>"}, "document_other_kind"),
        ({"content.xml": "<a/>", "mimetype": "application/vnd.oasis.opendocument.text"}, "document_kind"),
        ({"[Content_Types].xml": "<a/>", "word/document.xml": "<a"}, "document_not_readable"),
        ({"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}, "document_not_readable"),
        ({"[Content_Types].xml": "<a/>", "word/styles.xml": "<a/>"}, "document_not_readable"),
    ],
)
def test_other_zips(tmp_path: Path, parts: dict[str, str], code: str) -> None:
    path = tmp_path / "concept.docx"
    with ZipFile(path, "w") as made:
        for name, content in parts.items():
            made.writestr(name, content)
    assert _code(path) == code


def test_a_file_that_was_cut_off_or_damaged(tmp_path: Path) -> None:
    whole = write(tmp_path / "heel.docx", [paragraph("tekst " * 500)]).read_bytes()
    cut = tmp_path / "half.docx"
    cut.write_bytes(whole[: len(whole) // 2])
    assert _code(cut) == "document_not_readable"
    damaged = tmp_path / "kapot.docx"
    damaged.write_bytes(whole[:60] + bytes(40) + whole[100:])
    assert _code(damaged) == "document_not_readable"


def test_entities_and_utf_16_are_refused(tmp_path: Path) -> None:
    entity = '<!DOCTYPE a [<!ENTITY x "x">]><a>&x;</a>'
    for content in (entity.encode(), f'<?xml version="1.0" encoding="utf-16"?>{entity}'.encode("utf-16")):
        path = write(tmp_path / "concept.docx", [paragraph("x")])
        with ZipFile(path, "a") as made:
            made.writestr("word/header9.xml", content)
        with archive.opened(path) as package, pytest.raises(InputError):
            package.tree("word/header9.xml")


def test_a_part_that_is_too_large_and_those_with_too_many_elements_or_attributes(tmp_path: Path) -> None:
    large = write(tmp_path / "groot.docx", [paragraph("x" * archive.MAX_PART)])
    assert _code(large) == "document_too_large"
    many = write(tmp_path / "veel.docx", ["<w:p/>" * (archive.MAX_ELEMENTS + 1)])
    assert _code(many) == "document_too_large"
    attributes = "".join(f' a{number}=""' for number in range(100))
    full = write(tmp_path / "vol.docx", [f"<w:p{attributes}/>" * (archive.MAX_ATTRIBUTES // 100 + 1)])
    assert _code(full) == "document_too_large"


def test_very_deep_nesting(tmp_path: Path) -> None:
    block = paragraph("x")
    for _ in range(4000):
        block = control(block)
    assert _code(write(tmp_path / "diep.docx", [block])) == "document_not_readable"


def test_a_locked_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "concept.docx", [paragraph("x")])

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert _code(path) == "document_locked"


def test_a_zip_that_is_protected(tmp_path: Path) -> None:
    path = write(tmp_path / "concept.docx", [paragraph("x")])
    content = bytearray(path.read_bytes())
    place = content.find(b"PK\x01\x02")
    content[place + 8] |= 1
    path.write_bytes(content)
    assert _code(path) == "document_protected_or_old"


@pytest.mark.parametrize("suffix", [".docx", ".docm", ".dotx", ".DOCX"])
def test_the_kinds_of_word(tmp_path: Path, suffix: str) -> None:
    draft = read_draft(write(tmp_path / f"concept{suffix}", [paragraph("social return")]))
    assert [passage.text for passage in draft.passages] == ["social return"]
    assert draft.before is None


def test_strict_open_xml(tmp_path: Path) -> None:
    ordinary = write(tmp_path / "gewoon.docx", [paragraph("kop", style="Kop1"), paragraph("5%")])
    path = tmp_path / "strict.docx"
    with ZipFile(ordinary) as read, ZipFile(path, "w", ZIP_DEFLATED) as made:
        for name in read.namelist():
            content = read.read(name)
            for old, new in (
                ("schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main"),
                (
                    "schemas.openxmlformats.org/officeDocument/2006/relationships",
                    "purl.oclc.org/ooxml/officeDocument/relationships",
                ),
            ):
                content = content.replace(old.encode(), new.encode())
            made.writestr(name, content)
    assert read_draft(path).passages == tuple(
        type(passage)(**{field: getattr(passage, field) for field in passage.__slots__} | {"file": "strict.docx"})
        for passage in read_draft(ordinary).passages
    )

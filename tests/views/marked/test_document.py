"""Comments in a copy of a Word document: on the words, and nothing else changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import fromstring
from zipfile import ZipFile

import pytest
from tests.support.package_orders import FORMS, as_written
from tests.support.word_drafts.blocks import heading, paragraph, row, table
from tests.support.word_drafts.drafts import drafts, written
from tests.support.word_drafts.package import root, write
from tests.support.word_drafts.pieces import control, deleted, field, hyperlink, inserted, run, split, text_box

from srtool.readers.word.draft_file import read_draft
from srtool.views.marked.document import Comment, with_comments
from srtool.views.marked.workbook import NotMarkable

_MAIN = "word/document.xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATION = f"{{{_PACKAGE}}}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_MAY_CHANGE = {_MAIN, "[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml"}
_TEXT = "De opdrachtnemer zet 5% van de loonsom in, en 5% in het tweede jaar."


def _parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _marked(path: Path, *comments: Comment) -> bytes:
    data = with_comments(path.read_bytes(), comments)
    path.with_suffix(".marked.docx").write_bytes(data)
    return data


def _words_of(data: bytes, number: int) -> str:
    """The text between the anchors of a comment."""
    text = _parts(data)[_MAIN].decode()
    between = text.split(f'<w:commentRangeStart w:id="{number}"/>')[1].split(f'<w:commentRangeEnd w:id="{number}"/>')[0]
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", between))


def _is_within(before: bytes, after: bytes) -> bool:
    """Whether all bytes that were there are there still, in their order."""
    rest = iter(after)
    return all(byte in rest for byte in before)


@pytest.mark.parametrize(
    "content",
    [
        run(_TEXT),
        split(_TEXT),
        inserted(_TEXT),
        hyperlink(_TEXT),
        control(run(_TEXT)),
        run("De opdrachtnemer zet ") + deleted("2%") + inserted("5%") + run(" van de loonsom in, en 5% later."),
        run("De opdrachtnemer zet ", bold=True) + run("5%", bold=True) + run(" van de loonsom in."),
    ],
    ids=["one run", "many runs", "inserted", "link", "control", "changes", "own run"],
)
def test_a_comment_is_on_its_words(tmp_path: Path, content: str) -> None:
    path = write(tmp_path / "a.docx", [heading("Social return"), paragraph(content)])
    data = _marked(path, Comment(1, ["SR601"], "5%", "De opdrachtnemer zet "))
    assert _words_of(data, 0) == "5%"
    assert read_draft(path.with_suffix(".marked.docx")).passages[1].text == read_draft(path).passages[1].text


def test_the_second_of_two_like_words(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", [paragraph(run(_TEXT))])
    data = _marked(path, Comment(0, ["x"], "5%", _TEXT[: _TEXT.rindex("5%")]))
    before = _parts(data)[_MAIN].decode().split("<w:commentRangeStart")[0]
    assert "loonsom" in before


def test_words_between_signs_that_look_alike(tmp_path: Path) -> None:
    content = run("Zet \u201c5\u00a0%\u201d in & meer.")
    data = _marked(write(tmp_path / "a.docx", [paragraph(content)]), Comment(0, ["x"], '"5 %" in & meer'))
    assert _words_of(data, 0).endswith("in &amp; meer")


def test_comments_may_touch_and_cross(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", [paragraph(run("een twee drie vier"))])
    data = _marked(path, Comment(0, ["a"], "een twee"), Comment(0, ["b"], "twee drie"), Comment(0, ["c"], "drie vier"))
    assert [_words_of(data, number) for number in range(3)] == ["een twee", "twee drie", "drie vier"]
    assert read_draft(path.with_suffix(".marked.docx")).passages[0].text == "een twee drie vier"


def test_words_that_are_not_there_give_the_whole_paragraph(tmp_path: Path) -> None:
    data = _marked(write(tmp_path / "a.docx", [paragraph(run(_TEXT))]), Comment(0, ["x"], "7%"))
    assert _words_of(data, 0) == _TEXT


def test_a_paragraph_without_runs_is_remarked_at_the_one_before(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", [paragraph(run("Eerst.")), "<w:p/>", paragraph(run("Later."))])
    assert _words_of(_marked(path, Comment(1, ["x"])), 0) == "Eerst."
    path = write(tmp_path / "b.docx", ["<w:p/>", paragraph(run("Later."))])
    assert _words_of(_marked(path, Comment(0, ["x"])), 0) == "Later."


def test_what_stands_in_a_text_box_is_remarked_where_it_hangs(tmp_path: Path) -> None:
    box = text_box(paragraph(run("In het kader.")))
    path = write(tmp_path / "a.docx", [paragraph(run("Eerst.")), paragraph(run("Hier.") + box)])
    place = next(passage.paragraph for passage in read_draft(path).passages if passage.text == "In het kader.")
    text = _parts(_marked(path, Comment(place, ["x"], "kader")))[_MAIN].decode()
    assert text.index("commentRangeStart") < text.index("Hier.")
    assert text.rindex("commentReference") > text.rindex("In het kader.")


@pytest.mark.parametrize(
    "content",
    [
        "<w:r><w:t><![CDATA[zet 5% in]]></w:t></w:r>",
        "<w:r><w:t>zet <!-- x -->5% in</w:t></w:r>",
        "<w:r w:rsidR='x>y'><w:t xml:space=\"preserve\">zet &#53;% in</w:t></w:r>",
        '<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="x"><w:rPr/></w:rPrChange></w:rPr><w:t>zet 5% in</w:t></w:r>',
        "<w:r/><w:r><w:rPr/><w:t/><w:t>zet 5% in</w:t></w:r>",
        run("zet ") + field("REF a", "5%") + run(" in"),
    ],
    ids=["cdata", "comment", "entity", "tracked looks", "empty elements", "field"],
)
def test_odd_runs_keep_their_text(tmp_path: Path, content: str) -> None:
    path = write(tmp_path / "a.docx", [f"<w:p>{content}</w:p>"])
    _marked(path, Comment(0, ["x"], "5%", "zet "))
    assert [one.text for one in read_draft(path.with_suffix(".marked.docx")).passages] == ["zet 5% in"]


def test_the_cell_of_a_table(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", [table(row(*[f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("Eis", "5%")]))])
    assert _words_of(_marked(path, Comment(1, ["x"], "5%")), 0) == "5%"


@pytest.mark.parametrize("draft", drafts()[:16], ids=lambda draft: draft.name)
def test_nothing_else_changes(tmp_path: Path, draft: object) -> None:
    path = written(draft, tmp_path)  # type: ignore[arg-type]
    read = read_draft(path)
    body = [passage for passage in read.passages if passage.kind.value in {"body", "cell"}]
    chosen = body[:: max(1, len(body) // 12)]
    middle = [(passage, len(passage.text) // 3) for passage in chosen]
    data = _marked(path, *(Comment(p.paragraph, ["x"], p.text[at : at + 9], p.text[:at]) for p, at in middle))
    before, after = _parts(path.read_bytes()), _parts(data)
    assert {name for name in after if before.get(name) != after[name]} <= _MAY_CHANGE
    assert set(before) <= set(after)
    assert _is_within(before[_MAIN], after[_MAIN])
    assert read_draft(path.with_suffix(".marked.docx")).passages == tuple(
        passage.__class__(**{**{f: getattr(passage, f) for f in passage.__slots__}, "file": f"{path.stem}.marked.docx"})
        for passage in read.passages
    )


def test_comments_that_were_there_stay(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", [paragraph(run(_TEXT))])
    once = with_comments(path.read_bytes(), [Comment(0, ["eerste"], "5%")])
    twice = _parts(with_comments(once, [Comment(0, ["tweede"], "loonsom")]))
    assert re.findall(r'w:id="(\d)"', twice["word/comments.xml"].decode()) == ["0", "1"]
    assert _is_within(_parts(once)["word/comments.xml"], twice["word/comments.xml"])
    assert twice["word/_rels/document.xml.rels"] == _parts(once)["word/_rels/document.xml.rels"]


def test_the_same_draft_gives_the_same_bytes_without_a_person_or_a_day(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", [paragraph(run(_TEXT))])
    data = path.read_bytes()
    assert with_comments(data, [Comment(0, ["x"])]) == with_comments(data, [Comment(0, ["x"])])
    comments = _parts(with_comments(data, [Comment(0, ["<b>\x07 & zo"])]))["word/comments.xml"].decode()
    assert 'w:author="srtool"' in comments
    assert "w:date" not in comments
    assert "&lt;b&gt; &amp; zo" in comments


def test_without_comments_the_copy_is_the_document(tmp_path: Path) -> None:
    data = write(tmp_path / "a.docx", [paragraph(run(_TEXT))]).read_bytes()
    assert with_comments(data, []) == data


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"_xmlsignatures/sig1.xml": "<x/>"}, "mark_signed"),
        ({_MAIN: root("document", "<w:body/>")}, "mark_no_document"),
        (
            {
                _MAIN: root("document", "").replace(
                    "schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml"
                )
            },
            "mark_strict",
        ),
    ],
)
def test_a_document_that_cannot_have_comments(tmp_path: Path, more: dict[str, str], code: str) -> None:
    data = write(tmp_path / "a.docx", [paragraph(run(_TEXT))], more=more).read_bytes()
    with pytest.raises(NotMarkable) as wrong:
        with_comments(data, [Comment(0, ["x"])])
    assert wrong.value.code == code


@pytest.mark.parametrize("content", [b"\xff\xfe", b"<Types>", b""])
def test_a_document_whose_list_of_parts_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = write(tmp_path / "a.docx", [paragraph(run(_TEXT))])
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(tmp_path / "b.docx", "w") as archive:
        for name, part in (parts | {"[Content_Types].xml": content}).items():
            archive.writestr(name, part)
    with pytest.raises(NotMarkable) as wrong:
        with_comments((tmp_path / "b.docx").read_bytes(), [Comment(0, ["x"])])
    assert wrong.value.code == "mark_no_document"


def test_libreoffice_opens_it_with_its_comments(tmp_path: Path, libreoffice: Callable[[Path, str], Path]) -> None:
    path = write(tmp_path / "a.docx", [heading("Social return"), paragraph(split(_TEXT))])
    _marked(path, Comment(1, ["SR601, fout", "Het concept noemt 5% en 2%."], "5%"), Comment(0, ["SR608, vraag"]))
    opened = libreoffice(tmp_path / "a.marked.docx", "fodt").read_text(encoding="utf-8")
    assert opened.count("<office:annotation ") == 2
    assert "<dc:creator>srtool</dc:creator>" in opened
    assert "Het concept noemt 5% en 2%." in opened


def _related_comments(data: bytes) -> str | None:
    """The part with comments that the text refers to and the list of content types knows; read by a strict parser."""
    parts = _parts(data)
    main = next(name for name in parts if re.fullmatch(r"word/document\d?\.xml", name))
    folder, _, name = main.rpartition("/")
    related = fromstring(parts[f"{folder}/_rels/{name}.rels"])  # noqa: S314 - made by ourselves
    targets = [one.get("Target") for one in related.iter(_RELATION) if str(one.get("Type")).endswith("/comments")]
    types = fromstring(parts["[Content_Types].xml"])  # noqa: S314 - idem
    kinds = {one.get("PartName"): str(one.get("ContentType")) for one in types.iter(_OVERRIDE)}
    known = kinds.get(f"/{folder}/{targets[0]}", "") if len(targets) == 1 else ""
    return f"{folder}/{targets[0]}" if known.endswith(".comments+xml") else None


@pytest.mark.parametrize("form", FORMS)
def test_in_whatever_order_and_spelling_the_file_is_written(tmp_path: Path, form: str) -> None:
    path = write(tmp_path / "a.docx", [heading("Social return"), paragraph(run(_TEXT))])
    path.write_bytes(as_written(path.read_bytes(), form))
    assert read_draft(path).passages[1].text == _TEXT
    data = _marked(path, Comment(1, ["SR601"], "5%"))
    assert _related_comments(data) == "word/comments.xml"
    again = with_comments(data, [Comment(1, ["SR602"], "loonsom")])
    comments = _parts(again)["word/comments.xml"].decode()
    assert re.findall(r'w:id="(\d)"', comments) == ["0", "1"]
    assert _related_comments(again) == "word/comments.xml"


@pytest.mark.parametrize(
    "empty", ['<Relationships xmlns="{}"/>', "<Relationships xmlns='{}' />", '<p:Relationships xmlns:p="{}"/>']
)
def test_a_document_that_refers_to_nothing_yet(tmp_path: Path, empty: str) -> None:
    none = {"word/_rels/document.xml.rels": empty.format(_PACKAGE)}
    path = write(tmp_path / "a.docx", [paragraph(run(_TEXT))], more=none)
    assert _related_comments(_marked(path, Comment(0, ["x"]))) == "word/comments.xml"


def test_an_empty_part_with_comments(tmp_path: Path) -> None:
    path = write(tmp_path / "a.docx", [paragraph(run(_TEXT))])
    once = with_comments(path.read_bytes(), [Comment(0, ["eerste"])])
    parts = _parts(once)
    comments = parts["word/comments.xml"].decode()
    opening = re.search(r"<w:comments[^>]*>", comments)
    assert opening is not None
    emptied = comments[: opening.start()] + opening[0][:-1] + "/>"
    with ZipFile(tmp_path / "b.docx", "w") as archive:
        for name, part in (parts | {"word/comments.xml": emptied.encode()}).items():
            archive.writestr(name, part)
    again = with_comments((tmp_path / "b.docx").read_bytes(), [Comment(0, ["tweede"])])
    assert "tweede" in _parts(again)["word/comments.xml"].decode()


@pytest.mark.parametrize("form", ["others first", "absolute", "renamed"])
def test_libreoffice_sees_the_comment_in_other_forms(
    tmp_path: Path, libreoffice: Callable[[Path, str], Path], form: str
) -> None:
    path = write(tmp_path / "a.docx", [heading("Social return"), paragraph(run(_TEXT))])
    path.write_bytes(as_written(path.read_bytes(), form))
    _marked(path, Comment(1, ["SR601"], "5%"))
    opened = libreoffice(tmp_path / "a.marked.docx", "fodt").read_text(encoding="utf-8")
    assert opened.count("<office:annotation ") == 1

"""Notices in a file, a folder or a zip: one bad notice costs that notice, and each mistake has one sentence."""

from __future__ import annotations

import json
import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from srtool.errors import InputError, UsageError
from srtool.readers.notices import files, json_lines, json_stream, xml_tree
from srtool.texts import LANGUAGES, load
from srtool.texts.say import problem
from tests.support.notices.eforms_maker import Lot, Made, Project, a_result
from tests.support.notices.ocds_maker import a_release
from tests.support.notices.table_maker import ROW, write_workbook
from tests.support.paths import SOURCE

GOOD = Made().bytes()
OLD = b'<TED_EXPORT xmlns="http://publications.europa.eu/resource/schema/ted/R2.0.9/publication"/>'
ENTITY = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def _wrong(path: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        files.read(path)
    for lang in LANGUAGES:
        for each in caught.value.problems:
            assert "\n" not in problem(lang, each)
    return [each.code for each in caught.value.problems]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "notice_empty"),
        (b"  \n ", "notice_empty"),
        (b"<ContractNotice", "notice_not_xml"),
        (GOOD[:900], "notice_not_xml"),
        (b"<?xml version='1.0' encoding='no-such'?><a/>", "notice_not_xml"),
        (b"\x00\x01\x02\x03", "notice_not_xml"),
        (b"<html><body/></html>", "notice_other_xml"),
        (b"<ContractNotice/>", "notice_other_xml"),
        (b"<a:ContractNotice xmlns:a='urn:elsewhere'/>", "notice_other_xml"),
        (OLD, "notice_old_form"),
        (Made(before=ENTITY).bytes(), "notice_doctype"),
        (Made(before=ENTITY).bytes().decode().replace("UTF-8", "UTF-16").encode("utf-16"), "notice_doctype"),
        (b"{}", "notice_json_other"),
        (b"[1, 2]", "notice_json_other"),
        (b'{"releases": []}', "notice_json_other"),
        (b'{"releases": {"ocid": 1}}', "notice_json_other"),
        (b'{"releases": [{"ocid": ', "notice_json_broken"),
        (b'{"releases": [' + b"[" * 100_000, "notice_json_broken"),
        (b'{"a": ' + b"9" * 5000 + b"}", "notice_json_broken"),
        (b"\xff\xfe{\x00}", "notice_not_xml"),
        (b"naam;waarde\nx;1\n", "notices_no_table"),
        (b"PK\x03\x04 and then nothing", "notices_zip_broken"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_sentence(content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / "notice.xml"
    path.write_bytes(content)
    assert _wrong(path) == [code]


def test_a_notice_in_another_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "notice.xml"
    path.write_bytes(GOOD.decode().replace("UTF-8", "UTF-16").encode("utf-16"))
    assert len(files.read(path).published) == 1


def test_a_notice_beyond_every_size_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_tree, "MOST_BYTES", 1000)
    path = tmp_path / "notice.xml"
    path.write_bytes(GOOD)
    assert _wrong(path) == ["notice_too_large"]


def test_one_bad_notice_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(GOOD)
    (tmp_path / "b.xml").write_bytes(b"<html/>")
    (tmp_path / "c.json").write_text(json.dumps({"releases": [a_release()]}), encoding="utf-8")
    (tmp_path / "notes.txt").write_bytes(b"not a notice")
    (tmp_path / ".hidden.xml").write_bytes(b"")
    notices = files.read(tmp_path)
    assert [one.publication for one in notices.published] == ["00012345-2026", "301234"]
    assert [(each.code, str(each.place)) for each in notices.unread] == [("notice_other_xml", "b.xml")]


def test_what_is_no_notice_by_its_name_is_named(tmp_path: Path) -> None:
    folder, path = tmp_path / "notices", tmp_path / "notices.zip"
    (folder / "sub").mkdir(parents=True)
    for name in ("photo.png", "sub/readme.txt", ".hidden", "~$open.docx"):
        (folder / name).write_bytes(b"x")
    (folder / "sub" / "a.xml").write_bytes(GOOD)
    (remark,) = files.read(folder).remarks
    assert problem("en", remark) == "notices: no notices, and so passed over: photo.png; sub/readme.txt."
    with ZipFile(path, "w") as archive:
        archive.writestr("a.xml", GOOD)
        archive.writestr("sub/readme.txt", b"x")
    (remark,) = files.read(path).remarks
    assert problem("nl", remark) == "notices.zip: geen bekendmakingen, en dus overgeslagen: sub/readme.txt."


def test_a_zip_is_read_without_unpacking(tmp_path: Path) -> None:
    path = tmp_path / "notices.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("2026/a.xml", GOOD)
        archive.writestr("2026/b.xml", b"<html/>")
        archive.writestr("2026/c.xml", a_result().bytes())
        archive.writestr("readme.txt", b"x")
    notices = files.read(path)
    assert [one.source.file for one in notices.published] == ["notices.zip/2026/a.xml", "notices.zip/2026/c.xml"]
    assert [str(each.place) for each in notices.unread] == ["notices.zip/2026/b.xml"]


def test_a_zip_that_expands_too_far_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_EXPANDED", 100)
    path = tmp_path / "notices.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("a.xml", GOOD)
    assert _wrong(path) == ["notices_too_large"]


def test_a_damaged_workbook_says_so(tmp_path: Path) -> None:
    path = tmp_path / "tenderned.xlsx"
    write_workbook(path, [ROW])
    with ZipFile(path) as archive:
        whole = {part: archive.read(part) for part in archive.namelist()}
    with ZipFile(path, "w") as archive:
        for part, content in whole.items():
            archive.writestr(part, content[:-40] if part.startswith("xl/worksheets/") else content)
    assert _wrong(path) == ["workbook_not_readable"]


def test_an_empty_folder_and_no_path_at_all(tmp_path: Path) -> None:
    assert _wrong(tmp_path) == ["notices_none"]
    with pytest.raises(UsageError):
        files.read(tmp_path / "absent")


def test_json_before_a_mistake_stays_read(tmp_path: Path) -> None:
    whole = json.dumps({"releases": [a_release(), a_release(id="2", ocid="x-2")]})
    path = tmp_path / "2026.json"
    path.write_text(whole[:-40], encoding="utf-8")
    notices = files.read(path)
    assert [one.publication for one in notices.published] == ["301234"]
    assert [each.code for each in notices.unread] == ["notice_json_broken"]


BROKEN_LINES = [b'{"broken": ', b"rubbish", b"[1, 2]", b'{"ocid": "\xff"}', b"{" * 20_000, b'"']


@pytest.mark.parametrize("bad", BROKEN_LINES)
@pytest.mark.parametrize("name", ["a.jsonl", "a.json"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_line_that_is_broken_costs_that_line(name: str, at: int, bad: bytes, tmp_path: Path) -> None:
    lines = [json.dumps(a_release(id=str(n), ocid=f"x-{n}")).encode() for n in range(2)]
    lines.insert(at, bad)
    path = tmp_path / name
    path.write_bytes(b"\r\n".join(lines) + b"\r\n\r\n")
    if at == 0 and name == "a.json" and not bad.startswith((b"{", b"[")):
        return  # nothing says that it is JSON
    notices = files.read(path)
    assert [one.publication for one in notices.published] == ["0", "1"]
    (unread,) = notices.unread
    assert problem("en", unread) == (
        f"{name}: lines that are not valid JSON, and so were not read: {at + 1} (1 in all). The others were read."
    )


def test_a_line_beyond_every_size_costs_that_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "_LARGEST", 2000)
    lines = [json.dumps(a_release(id=str(n), ocid=f"x-{n}", more="x" * 9000 * (n == 1))) for n in range(3)]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    notices = files.read(path)
    assert [one.publication for one in notices.published] == ["0", "2"]
    assert "not read: 2 (1" in problem("en", notices.unread[0])


def test_in_other_json_the_line_of_the_mistake_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "_CHUNK", 100)
    text = json.dumps({"releases": [a_release(), a_release(id="2", ocid="x-2")]}, indent=1)
    lines = text.splitlines()
    lines[-8] = "oops"
    path = tmp_path / "2026.json"
    path.write_text("\n".join(lines), encoding="utf-8")
    (unread,) = files.read(path).unread
    assert f"(line {len(lines) - 7})" in problem("en", unread)


def test_procedure_and_lots_that_differ_are_said_with_both_amounts(tmp_path: Path) -> None:
    lots = [Lot(f"LOT-000{n}", Project(estimate=300_000)) for n in (1, 2)]
    path = tmp_path / "a.xml"
    path.write_bytes(Made(project=Project(estimate=700_000), lots=lots).bytes())
    (remark,) = files.read(path).remarks
    said = problem("en", remark)
    assert "700,000" in said
    assert "600,000" in said
    assert "1,300,000" not in said


def test_every_code_has_a_sentence_in_both_languages() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (SOURCE / "readers" / "notices").glob("*.py"))
    codes = set(re.findall(r'"(notices?_[a-z_]+)"', source)) - {"notice_kind"}
    for lang in LANGUAGES:
        texts = load(lang, "problems")
        assert codes <= texts.keys()
        assert {key for key in texts if key.startswith(("notice_", "notices_"))} <= codes
    placeholders = {
        lang: {c: set(re.findall(r"{(\w+)}", load(lang, "problems")[c])) for c in codes} for lang in LANGUAGES
    }
    assert placeholders["nl"] == placeholders["en"]

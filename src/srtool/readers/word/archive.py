"""What a Word file is before it is trusted: a zip with a document in it, of a bearable size, without entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from typing import IO
from xml.etree.ElementTree import Element, ParseError, XMLParser
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - zlib names it in lower case

from srtool.errors import InputError, Problem
from srtool.place import Place
from srtool.readers.word.names import OFFICE, PACKAGE, STRICT, WORD

MAX_PART = 24 * 1024**2
"""Bytes of one part that is read; the text of some two thousand pages."""
MAX_ELEMENTS = 400_000
MAX_ATTRIBUTES = 600_000
"""Of one part: those take the memory, not the bytes. A hundred pages have some thirty thousand of each."""
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_OTHER_KINDS = (b"%PDF", b"{\\rtf")
_RELATION = f"{{{PACKAGE}}}Relationship"
BROKEN = (
    BadZipFile,
    ZlibError,
    LZMAError,
    ParseError,
    OSError,
    EOFError,
    LookupError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
"""All that zipfile and the parser raise on a damaged file; keep our own code out of such a `try`."""


class Package:
    """The parts of one Word file, by name."""

    def __init__(self, name: str, archive: ZipFile) -> None:
        self.name = name
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}
        """The names of parts are the same in capitals and small letters."""
        main = self.related("", "officeDocument")
        self.main = main[0] if main else "word/document.xml"

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of this kind that a part refers to, in the order of the file; none outside the file."""
        folder = PurePosixPath(part).parent
        relations = self.tree(str(folder / "_rels" / f"{PurePosixPath(part).name}.rels"))
        if relations is None:
            return []
        wanted = (f"{OFFICE}/{kind}", f"{STRICT}/officeDocument/relationships/{kind}")
        return [
            _resolved(folder, relation.get("Target", ""))
            for relation in relations.iter(_RELATION)
            if relation.get("Type") in wanted and relation.get("TargetMode") != "External"
        ]

    def tree(self, part: str) -> Element | None:
        """The part as a tree, None when it is not there; InputError when it is damaged, too large or unsafe."""
        if part.lower() not in self._names:
            return None
        try:
            return _parsed(self._bytes(self._names[part.lower()]))
        except BROKEN as error:
            raise InputError([Problem("document_not_readable", Place(self.name))]) from error

    def _bytes(self, part: str) -> bytes:
        with self._archive.open(part) as file:
            content = file.read(MAX_PART + 1)
        elements = content.count(b"<") - content.count(b"</")
        attributes = content.count(b'="') + content.count(b"='")
        if len(content) > MAX_PART or elements > MAX_ELEMENTS or attributes > MAX_ATTRIBUTES:
            raise InputError([Problem("document_too_large", Place(self.name))])
        return content


def _resolved(folder: PurePosixPath, target: str) -> str:
    """The name of a part in the zip; `..` goes up one folder, `/` to the top."""
    steps: list[str] = [] if target.startswith("/") else [step for step in folder.parts if step != "."]
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def _parsed(content: bytes) -> Element:
    # A document type can hold entities; Word never writes one, and in UTF-16 it could hide from this look.
    if b"<!DOCTYPE" in content or b"\0" in content:
        raise ParseError("document type or UTF-16")
    if STRICT.encode() in content:
        content = _ordinary(content)
    parser = XMLParser()  # noqa: S314 - without a document type there are no entities to expand
    parser.feed(content)
    return parser.close()


def _ordinary(content: bytes) -> bytes:
    """The namespaces of "Strict Open XML" as those of an ordinary file: the elements are the same."""
    content = content.replace(f"{STRICT}/wordprocessingml/main".encode(), WORD.encode())
    return re.sub(
        re.escape(f"{STRICT}/officeDocument/relationships".encode()) + rb'(?=["\'])', OFFICE.encode(), content
    )


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """The parts of the file; InputError when it is no Word document, is protected, locked or damaged."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise InputError([Problem("document_locked", Place(path.name))]) from error
    with file:
        code = _why_not(file)
        if code is not None:
            raise InputError([Problem(code, Place(path.name))])
        try:
            archive = ZipFile(file)
        except BROKEN as error:
            raise InputError([Problem("document_not_readable", Place(path.name))]) from error
        with archive:
            code = _why_no_document(archive)
            if code is not None:
                raise InputError([Problem(code, Place(path.name))])
            yield Package(path.name, archive)


def _why_not(file: IO[bytes]) -> str | None:
    start = file.read(len(_OLE))
    file.seek(0)
    if not start:
        return "document_empty"
    if start == _OLE:
        return "document_protected_or_old"
    return "document_kind" if start.startswith(_OTHER_KINDS) else None


def _why_no_document(archive: ZipFile) -> str | None:
    parts = archive.infolist()
    if any(part.flag_bits & 0x1 for part in parts):
        return "document_protected_or_old"
    names = {part.filename.lower() for part in parts}
    if "content.xml" in names:
        return "document_kind"
    is_word = "[content_types].xml" in names and any(name.startswith("word/") for name in names)
    return None if is_word else "document_other_kind"

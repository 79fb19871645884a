"""One Office file in the forms that other programs give it: relations in any order, absolute, prefixed, renamed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZipFile

Parts = Mapping[str, bytes]
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "[Content_Types].xml"
_TAG = re.compile(r"<(?:Relationship|Default|Override)\b[^>]*/>")
_APP = f'<Relationship Id="rId77" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/>'
_NO_PART = f'<!-- <Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="no.xml"/> -->'
_OUTSIDE = f'<Relationship Id="rId88" Type="{_OFFICE}/attachedTemplate" Target="file:///x.dotx" TargetMode="External"/>'


def as_written(data: bytes, form: str) -> bytes:
    """The file in one of the FORMS."""
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in FORMS[form](parts).items():
            archive.writestr(name, content)
    return out.getvalue()


def _rewritten(parts: Parts, change: Callable[[str], str], *, types: bool = True) -> Parts:
    """All lists of relations, and the list of content types, changed."""
    return {
        name: change(content.decode("utf-8-sig")).encode()
        if name.endswith(".rels") or (types and name == _TYPES)
        else content
        for name, content in parts.items()
    }


def _reversed(part: str) -> str:
    tags = _TAG.findall(part)
    return part[: part.index(tags[0])] + "".join(tags[::-1]) + part[part.rindex("</") :]


def _with_others_first(parts: Parts) -> Parts:
    """The properties of the document before the document itself, as Word writes them."""
    first = parts["_rels/.rels"].decode().replace("<Relationship ", f"{_APP}<Relationship ", 1)
    return {**parts, "_rels/.rels": first.encode(), "docProps/app.xml": b"<Properties/>"}


def _absolute(parts: Parts) -> Parts:
    def whole(name: str, content: bytes) -> bytes:
        folder = PurePosixPath(name).parent.parent
        return re.sub(
            r'Target="(?!/|\.\.|\w+:)([^"]*)"', lambda match: f'Target="/{folder / match[1]}"', content.decode()
        ).encode()

    return {name: whole(name, content) if name.endswith(".rels") else content for name, content in parts.items()}


def _prefixed(part: str) -> str:
    names = "Relationships|Relationship|Types|Default|Override"
    return re.sub(rf"<(/?)({names})\b", r"<\1pk:\2", part.replace('xmlns="', 'xmlns:pk="'))


def _spaced(part: str) -> str:
    return re.sub(
        r'<Relationship Id="([^"]*)" Type="([^"]*)" Target="([^"]*)"',
        r'<Relationship\n  Target = "\3"\n  Type = "\2"\n  Id = "\1"',
        re.sub(
            r'<Relationship Type="([^"]*)" Target="([^"]*)" Id="([^"]*)"',
            r'<Relationship Id="\3" Type="\1" Target="\2"',
            part,
        ),
    )


def _renamed(parts: Parts) -> Parts:
    """As some programs call it: word/document2.xml."""
    names = {"word/document.xml": "word/document2.xml", "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels"}
    changed = _rewritten(parts, lambda part: part.replace("word/document.xml", "word/document2.xml"))
    return {names.get(name, name): content for name, content in changed.items()}


FORMS: dict[str, Callable[[Parts], Parts]] = {
    "others first": _with_others_first,
    "reversed": lambda parts: _rewritten(parts, _reversed),
    "absolute": _absolute,
    "prefixed": lambda parts: _rewritten(parts, _prefixed),
    "single quotes": lambda parts: _rewritten(parts, lambda part: part.replace('"', "'")),
    "byte order mark": lambda parts: _rewritten(parts, lambda part: f"\ufeff{part}"),
    "spaced": lambda parts: _rewritten(parts, _spaced, types=False),
    "commented": lambda parts: _rewritten(
        parts, lambda part: re.sub("(<Relationships[^>]*>)", rf"\1{_NO_PART}", part), types=False
    ),
    "outside": lambda parts: _rewritten(
        parts, lambda part: part.replace("<Relationship ", f"{_OUTSIDE}<Relationship ", 1), types=False
    ),
    "renamed": _renamed,
}
"""By a word for it; `renamed` is of a Word document only."""

"""Changes to files that are a zip of XML: tags and texts, whole parts, how they are packed, and single bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from io import BytesIO
from random import Random
from warnings import catch_warnings, simplefilter
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile

from tests.support.fuzz.odd_values import ODD_TEXTS
from tests.support.fuzz.texts import damaged

_TOKEN = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'([\w:.-]+)="([^"]*)"')
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_VALUES = (
    "0", "1", "-1", "2", "9", "99", "4294967296", "", "x", "A1", "B2", "XFD1048576", "A0", "1A", "A1:C3", "C3:A1", "s",
    "str", "inlineStr", "e", "b", "d", "n", "true", "none", "rId1", "rId99", "0.5", "1e9", "percentage", "float",
    "date", "string", "NaN", "2026-02-30", "EUR", "ORG-0003", "LOT-0001",
)  # fmt: skip
Parts = dict[str, bytes]
Pieces = list[str]
"""The tags of a part and the texts between them, in turns: a text first."""


def parts_of(data: bytes) -> Parts:
    """The parts of an archive by name, in their order."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(parts: Mapping[str, bytes], chance: Random, changes: int) -> bytes:
    """The archive with so many changes in its XML, now and then in its parts or its packing."""
    copy = dict(parts)
    for _ in range(changes):
        name = _weighty(copy, chance)
        if name is not None:
            copy[name] = changed_xml(copy[name].decode("utf-8", "replace"), chance, 1)
        if chance.random() < 0.1:
            chance.choice(_OF_PARTS)(copy, chance)
    data = packed(copy, chance)
    return damaged(data, chance) if chance.random() < 0.06 else data


def packed(parts: Mapping[str, bytes], chance: Random) -> bytes:
    """A zip of these parts; some by another method, some names twice."""
    out = BytesIO()
    method = chance.choice((ZIP_STORED, ZIP_BZIP2, ZIP_LZMA)) if chance.random() < 0.05 else ZIP_DEFLATED
    with catch_warnings(), ZipFile(out, "w", method, compresslevel=1) as archive:
        simplefilter("ignore")  # that a name stands in it twice is the meaning
        for name, content in parts.items():
            archive.writestr(name, content)
            if chance.random() < 0.003:
                archive.writestr(name, content[::2])
    return out.getvalue()


def changed_xml(text: str, chance: Random, changes: int) -> bytes:
    """XML with so many changes to its tags, attributes and texts; mostly still well formed."""
    pieces: Pieces = []
    at = 0
    for tag in _TOKEN.finditer(text):
        pieces += [text[at : tag.start()], tag[0]]
        at = tag.end()
    pieces.append(text[at:])
    for _ in range(changes):
        chance.choice(_OF_XML)(pieces, chance)
    return "".join(pieces).encode("utf-8", "replace")


def _weighty(parts: Parts, chance: Random) -> str | None:
    """A part, mostly one that holds what is read."""
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    content = [name for name in names if "sheet" in name or "haredStrings" in name or "document" in name]
    content += [name for name in names if "content" in name and "Types" not in name]
    return chance.choice(content if content and chance.random() < 0.75 else names or [""]) or None


def _text(pieces: Pieces, chance: Random) -> None:
    """A text becomes another."""
    filled = [at for at in range(0, len(pieces), 2) if pieces[at].strip()]
    if filled:
        pieces[chance.choice(filled)] = escape(_NOT_IN_XML.sub("", chance.choice((*ODD_TEXTS, *_VALUES))))


def _borrowed_text(pieces: Pieces, chance: Random) -> None:
    filled = [at for at in range(0, len(pieces), 2) if pieces[at].strip()]
    if filled:
        pieces[chance.choice(filled)] = pieces[chance.choice(filled)]


def _attribute(pieces: Pieces, chance: Random) -> None:
    """A value of an attribute becomes another, or the attribute goes."""
    tags = [at for at in range(1, len(pieces), 2) if '="' in pieces[at]]
    if not tags:
        return
    at = chance.choice(tags)
    one = chance.choice(list(_ATTRIBUTE.finditer(pieces[at])) or [None])
    if one is None:
        return
    value = chance.choice((*_VALUES, one[2] + "1", one[2][:-1]))
    new = "" if chance.random() < 0.2 else f'{one[1]}="{value}"'
    pieces[at] = pieces[at][: one.start()] + new + pieces[at][one.end() :]


def _element(pieces: Pieces, chance: Random) -> tuple[int, int] | None:
    """Where an element begins and ends."""
    if len(pieces) < 8:
        return None
    start = chance.randrange(5, len(pieces), 2)
    if pieces[start].startswith(("</", "<?", "<!")):
        return None
    depth = 0
    for at in range(start, len(pieces), 2):
        depth += 0 if pieces[at].endswith("/>") else -1 if pieces[at].startswith("</") else 1
        if depth == 0:
            return start, at + 1
    return None


def _remove(pieces: Pieces, chance: Random) -> None:
    where = _element(pieces, chance)
    if where is not None:
        del pieces[where[0] : where[1] + 1]


def _double(pieces: Pieces, chance: Random) -> None:
    where = _element(pieces, chance)
    if where is not None:
        pieces[where[0] : where[0]] = [*pieces[where[0] : where[1]], ""]


def _move(pieces: Pieces, chance: Random) -> None:
    where, target = _element(pieces, chance), _element(pieces, chance)
    if where is not None and target is not None:
        moved = pieces[where[0] : where[1]]
        pieces[target[0] : target[0]] = [*moved, ""]


def _tag(pieces: Pieces, chance: Random) -> None:
    """A single tag goes or comes: no longer well formed."""
    at = chance.randrange(len(pieces))
    pieces[at] = chance.choice(("", "<", "</x>", "&", "&#0;", "<x>", "<!-- -->", "<![CDATA[a]]>"))


_OF_XML: Sequence[Callable[[Pieces, Random], None]] = (
    *(_text, _text, _text, _text, _borrowed_text, _borrowed_text, _attribute, _attribute, _attribute),
    *(_remove, _remove, _double, _move) * 2,
    _tag,
)


def _drop_part(parts: Parts, chance: Random) -> None:
    if parts:
        del parts[chance.choice(list(parts))]


def _rename_part(parts: Parts, chance: Random) -> None:
    if parts:
        name = chance.choice(list(parts))
        parts[chance.choice((name.upper(), "../" + name, "/" + name, name + "x", name.replace("/", "\\")))] = parts.pop(
            name
        )


def _empty_part(parts: Parts, chance: Random) -> None:
    if parts:
        parts[chance.choice(list(parts))] = chance.choice((b"", b" ", b"<x/>", b"\xff\xfe", b"<!DOCTYPE x><x/>"))


_OF_PARTS: Sequence[Callable[[Parts, Random], None]] = (_drop_part, _rename_part, _empty_part)

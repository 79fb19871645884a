"""An Office file as its parts: what is added or replaced, and every other part with the bytes that it had."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from io import BytesIO
from lzma import LZMAError
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - zlib names it in lower case

from srtool.lazy_dataclass import dataclass

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML cannot hold."""
_LETTERS_OF_CELL = 32_767

_BROKEN = (BadZipFile, ZlibError, LZMAError, OSError, EOFError, NotImplementedError, RuntimeError)
"""All that reading a damaged part may raise."""


@dataclass(slots=True)
class Package:
    """The parts of an archive with the changes to come."""

    data: bytes
    changed: dict[str, bytes] = field(default_factory=dict)
    """New content by part, for parts that were there and for new ones."""

    def names(self) -> list[str]:
        """The parts, new ones last."""
        with ZipFile(BytesIO(self.data)) as archive:
            names = archive.namelist()
        return [*names, *(name for name in self.changed if name not in names)]

    def read(self, name: str) -> str:
        """A part of XML as it is now; KeyError when there is none."""
        if name in self.changed:
            return self.changed[name].decode("utf-8")
        with ZipFile(BytesIO(self.data)) as archive:
            return archive.read(name).decode("utf-8-sig")

    def raw(self, name: str) -> bytes:
        """The bytes of a part as they are now; KeyError when there is none."""
        if name in self.changed:
            return self.changed[name]
        with ZipFile(BytesIO(self.data)) as archive:
            return archive.read(name)

    def write(self, name: str, text: str) -> None:
        self.changed[name] = text.encode("utf-8")

    def insert(self, name: str, end: str, text: str) -> None:
        """The text just before the last closing tag of this name, whatever its prefix; LookupError without one."""
        whole = self.read(name)
        tags = list(re.finditer(rf"</(?:[\w.-]+:)?{end}\s*>", whole))
        empty = re.search(rf"<((?:[\w.-]+:)?{end})\b([^<>]*)/>", whole)
        if tags:
            at = tags[-1].start()
            self.write(name, whole[:at] + text + whole[at:])
        elif empty is not None:
            opened = f"<{empty[1]}{empty[2]}>{text}</{empty[1]}>"
            self.write(name, whole[: empty.start()] + opened + whole[empty.end() :])
        else:
            raise LookupError(f"{name}: {end}")

    def bytes(self) -> bytes:
        """The archive with its changes; parts that did not change are copied as they are."""
        out = BytesIO()
        with ZipFile(BytesIO(self.data)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
            there = before.infolist()
            for part in there:
                after.writestr(part, self.changed.get(part.filename, before.read(part.filename)), part.compress_type)
            first = there[0].date_time if there else (1980, 1, 1, 0, 0, 0)
            for name in self.changed.keys() - {part.filename for part in there}:
                new = ZipInfo(name, first)
                new.compress_type = ZIP_DEFLATED
                after.writestr(new, self.changed[name])
        return out.getvalue()


def opened(data: bytes) -> Package:
    """The parts of an archive; LookupError when one is damaged, for its copy would not be what it was."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            damaged = archive.testzip()
    except _BROKEN as error:
        raise LookupError(str(error)) from error
    if damaged is not None:
        raise LookupError(damaged)
    return Package(data)


def prefix_of(whole: str, namespace: str) -> str | None:
    """The prefix that the root of a part of XML gives a namespace, `` for the one without prefix; None for none.

    A prefix that only an element inside declares is of no use to its neighbours.
    """
    root = re.search(r"<[A-Za-z_][^>]*>", whole)
    pattern = rf"xmlns(?::([\w.-]+))?\s*=\s*[\"']{re.escape(namespace)}[\"']"
    declared = None if root is None else re.search(pattern, root[0])
    return None if declared is None else declared[1] or ""


def next_number(names: Mapping[str, object] | list[str], pattern: str) -> int:
    """One more than the highest number in the names that fit the pattern, which has one group."""
    numbers = [int(match[1]) for name in names if (match := re.fullmatch(pattern, name))]
    return max(numbers, default=0) + 1


def cell_text(text: str) -> str:
    """Text for a cell: no control characters, no more than a cell holds, and nothing that Excel would decode."""
    clean = FORBIDDEN.sub("", text)[:_LETTERS_OF_CELL]
    return escape(re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", clean))

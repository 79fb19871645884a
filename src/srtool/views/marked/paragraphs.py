"""Where the paragraphs, runs and texts of a Word document stand in its bytes, so that anchors go in between them."""

from __future__ import annotations

import re
from dataclasses import field
from html import unescape
from xml.parsers.expat import ParserCreate

from srtool.lazy_dataclass import dataclass

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TAG = re.compile(rb"<[^\s>/]+(?:\s+[^\s=]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>")
_TOKEN = re.compile(r"&[^;]+;|[^&]", re.DOTALL)
_GONE = frozenset({"del", "moveFrom"})
_LOOK_ALIKES = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u00ad": "",
    }
)


@dataclass(slots=True)
class Piece:
    """One text of a run; all places are bytes of the part."""

    tag: int
    """Where its opening tag begins."""
    name_end: int
    """Just after the name in its opening tag, where an attribute may come."""
    start: int
    end: int
    keeps_spaces: bool


@dataclass(slots=True)
class Run:
    """A run with its opening tag and properties, which a second half of it would need as well."""

    start: int
    opening: bytes
    end: int = 0
    properties: bytes = b""
    content: int = 0
    """Where what follows its properties begins."""
    pieces: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class Paragraph:
    """The runs of a paragraph that count, those of text boxes in it left out."""

    outer: int | None
    """The paragraph that a text box with this one hangs on."""
    runs: list[Run] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of a paragraph that is no space, and the bytes that it takes."""

    sign: str
    start: int
    end: int
    run: Run
    piece: Piece


def paragraphs(part: bytes) -> list[Paragraph]:
    """All paragraphs of the part, in the order in which they begin."""
    return _Scan(part).paragraphs


class _Scan:
    """Goes through the part once, remembering which elements are open."""

    def __init__(self, part: bytes) -> None:
        self._part = part
        self._parser = ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._open: list[str] = []
        self._paragraphs: list[int] = []
        self._runs: list[Run | None] = []
        self._properties = 0
        self._piece: Piece | None = None
        self.paragraphs: list[Paragraph] = []
        self._parser.Parse(part, True)  # noqa: FBT003 - its signature

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        word = self._word(name)
        place = self._parser.CurrentByteIndex
        if word == "p":
            self.paragraphs.append(Paragraph(self._paragraphs[-1] if self._paragraphs else None))
            self._paragraphs.append(len(self.paragraphs) - 1)
        elif word == "r":
            self._runs.append(self._run(place))
        elif word == "rPr" and self._open[-1:] == ["r"]:
            self._properties = place
        elif word == "t" and self._open[-1:] == ["r"] and self._runs[-1] is not None:
            tag = self._tag(place)
            if not tag.endswith(b"/>"):
                named = re.match(rb"<[^\s>/]+", tag)
                name_end = place + (named.end() if named else 0)
                keeps = attributes.get("http://www.w3.org/XML/1998/namespace space") == "preserve"
                self._piece = Piece(place, name_end, place + len(tag), 0, keeps)
        self._open.append(word)

    def _run(self, place: int) -> Run | None:
        """The run that begins here; None where it does not count."""
        tag = self._tag(place)
        since = max((n for n, word in enumerate(self._open) if word == "p"), default=0)
        if not self._paragraphs or tag.endswith(b"/>") or _GONE & set(self._open[since:]):
            return None
        run = Run(place, tag, content=place + len(tag))
        self.paragraphs[self._paragraphs[-1]].runs.append(run)
        return run

    def _end(self, _: str) -> None:
        word = self._open.pop()
        place = self._parser.CurrentByteIndex
        if word == "p":
            self._paragraphs.pop()
        elif word == "r":
            run = self._runs.pop()
            if run is not None:
                run.end = place + len(self._closing(place))
        elif word == "rPr" and self._open[-1:] == ["r"] and self._runs[-1] is not None:
            after = place + len(self._tag(place) if place == self._properties else self._closing(place))
            self._runs[-1].properties = self._part[self._properties : after]
            self._runs[-1].content = after
        elif word == "t" and self._piece is not None and self._runs[-1] is not None:
            self._piece.end = place
            self._runs[-1].pieces.append(self._piece)
            self._piece = None

    def _word(self, name: str) -> str:
        namespace, _, local = name.rpartition(" ")
        return local if namespace == _NAMESPACE else name

    def _tag(self, place: int) -> bytes:
        match = _TAG.match(self._part, place)
        return match[0] if match else b""

    def _closing(self, place: int) -> bytes:
        return self._part[place : self._part.index(b">", place) + 1]


def signs(paragraph: Paragraph, part: bytes) -> list[Sign]:
    """The signs of a paragraph in order, look-alikes as one, without spaces."""
    every: list[Sign] = []
    for run in paragraph.runs:
        for piece in run.pieces:
            at, written = piece.start, part[piece.start : piece.end].decode("utf-8")
            if "<" in written:  # CDATA or a comment: such a text is not parted
                continue
            for token in _TOKEN.findall(written):
                size = len(token.encode("utf-8"))
                every += [Sign(sign, at, at + size, run, piece) for sign in bare(unescape(token))]
                at += size
    return every


def bare(text: str) -> str:
    """The text without spaces, and with one form of what looks alike."""
    return "".join(text.translate(_LOOK_ALIKES).split())

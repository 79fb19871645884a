"""Comments in a copy of a Word document, and nothing else changed: everything that was there keeps its bytes.

No library is used that reads the document and writes it again: what it does not know would be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from xml.parsers.expat import ExpatError
from xml.sax.saxutils import escape

from srtool.lazy_dataclass import dataclass
from srtool.views.marked.package import Package, opened, prefix_of
from srtool.views.marked.paragraphs import Paragraph, Sign, bare, paragraphs, signs
from srtool.views.marked.relations import add_kinds, add_relation, main_part, relations_of
from srtool.views.marked.workbook import NotMarkable

AUTHOR = "srtool"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Comment:
    """What is said of some words in a paragraph; without words it is said of the whole paragraph."""

    paragraph: int
    """Counted from 0, all paragraphs of the body included."""
    lines: Sequence[str]
    """The first one is shown bold."""
    words: str = ""
    before: str = ""
    """The text of the paragraph before the words: the same ones may stand in it twice."""


def with_comments(data: bytes, comments: Sequence[Comment]) -> bytes:
    """A copy of the document with these comments; NotMarkable for one that is signed or strict Open XML."""
    try:
        package = opened(data)
        names = package.names()
        main = main_part(package, "word/document.xml")
    except LookupError as error:
        raise NotMarkable("mark_no_document") from error
    if main not in names:
        raise NotMarkable("mark_no_document")
    if any(name.startswith("_xmlsignatures/") for name in names):
        raise NotMarkable("mark_signed")
    part = package.raw(main)
    prefix = prefix_of(part.decode("utf-8-sig", "replace"), _WORD)
    if not prefix:
        raise NotMarkable("mark_strict" if b"purl.oclc.org" in part else "mark_no_document")
    if not comments:
        return data
    try:
        first = _add_comments(package, main, names, comments)
        every = paragraphs(part)
    except (ExpatError, LookupError, UnicodeDecodeError) as error:  # damaged, or in another encoding
        raise NotMarkable("mark_no_document") from error
    insertions: list[_Insertion] = []
    for number, comment in enumerate(comments, first):
        insertions += _anchored(part, every, comment, number, prefix)
    package.changed[main] = _inserted(part, insertions)
    return package.bytes()


@dataclass(frozen=True, slots=True)
class _Insertion:
    """Bytes to put in at a place; of those for one place lower ranks come first."""

    at: int
    rank: int
    content: bytes


def _inserted(part: bytes, insertions: Iterable[_Insertion]) -> bytes:
    """The part with what is put in, each once; all that was there stays, in its order."""
    out: list[bytes] = []
    last = 0
    # Two comments may ask that the spaces of one text are kept.
    for insertion in sorted(dict.fromkeys(insertions), key=lambda one: (one.at, one.rank)):
        out += [part[last : insertion.at], insertion.content]
        last = insertion.at
    return b"".join([*out, part[last:]])


_SPACES, _END, _START = 0, 1, 2


def _anchored(part: bytes, every: Sequence[Paragraph], comment: Comment, number: int, prefix: str) -> list[_Insertion]:
    """The anchors of one comment, with the halves of runs that they part."""
    paragraph = every[_with_runs(every, comment.paragraph)]
    start = f'<{prefix}:commentRangeStart {prefix}:id="{number}"/>'.encode()
    end = (
        f'<{prefix}:commentRangeEnd {prefix}:id="{number}"/><{prefix}:r><{prefix}:commentReference '
        f'{prefix}:id="{number}"/></{prefix}:r>'
    ).encode()
    place = _found(part, paragraph, comment)
    if place is None:
        first, last = paragraph.runs[0], paragraph.runs[-1]
        return [_Insertion(first.start, _START, start), _Insertion(last.end, _END, end)]
    return [
        *_cut(place[0], place[0].start, start, _START, prefix),
        *_cut(place[1], place[1].end, end, _END, prefix),
    ]


def _with_runs(every: Sequence[Paragraph], number: int) -> int:
    """This paragraph; for one in a text box that on which it hangs, for one without runs the one before, or after."""
    if not any(paragraph.runs for paragraph in every):
        raise NotMarkable("mark_no_document")
    at = min(max(number, 0), len(every) - 1)
    while (outer := every[at].outer) is not None:
        at = outer
    before = [n for n in range(at, -1, -1) if every[n].runs and every[n].outer is None]
    after = [n for n in range(at, len(every)) if every[n].runs and every[n].outer is None]
    nearest = [*before, *after]
    if not nearest:
        raise NotMarkable("mark_no_document")
    return nearest[0]


def _found(part: bytes, paragraph: Paragraph, comment: Comment) -> tuple[Sign, Sign] | None:
    """The first and last sign of the words, those nearest to where they were read; None when they are not there."""
    wanted = bare(comment.words)
    if not wanted:
        return None
    every = signs(paragraph, part)
    whole = "".join(one.sign for one in every)
    expected = len(bare(comment.before))
    starts = [match.start() for match in re.finditer(f"(?={re.escape(wanted)})", whole)]
    if not starts:
        return None
    begin = min(starts, key=lambda at: abs(at - expected))
    return every[begin], every[begin + len(wanted) - 1]


def _cut(sign: Sign, at: int, anchor: bytes, rank: int, prefix: str) -> list[_Insertion]:
    """The anchor at this place in a text: beside the run where it begins or ends there, else between its halves."""
    run, piece = sign.run, sign.piece
    close = f"</{prefix}:t></{prefix}:r>".encode()
    if rank == _START and at == piece.start and piece.tag == run.content:
        return [_Insertion(run.start, rank, anchor)]
    if rank == _END and at == piece.end and run.end - piece.end == len(close):
        return [_Insertion(run.end, rank, anchor)]
    reopen = run.opening + run.properties + f'<{prefix}:t xml:space="preserve">'.encode()
    kept = [] if piece.keeps_spaces else [_Insertion(piece.name_end, _SPACES, b' xml:space="preserve"')]
    return [*kept, _Insertion(at, rank, close + anchor + reopen)]


def _add_comments(package: Package, main: str, names: Sequence[str], comments: Sequence[Comment]) -> int:
    """Put the comments in their part, after those that there are; the number of the first one."""
    related = (relation.part for relation in relations_of(package, main) if relation.kind == "comments")
    part = next((name for name in related if name in names), None)
    if part is None:
        part = _new_part(package, main, names)
        first = 0
    else:
        first = 1 + max((int(n) for n in re.findall(r':id=["\'](\d+)["\']', package.read(part))), default=-1)
    prefix = prefix_of(package.read(part), _WORD)
    if not prefix:
        raise NotMarkable("mark_no_document")
    whole = "".join(_comment(comment, number, prefix) for number, comment in enumerate(comments, first))
    try:
        package.insert(part, "comments", whole)
    except LookupError as error:
        raise NotMarkable("mark_no_document") from error
    return first


def _new_part(package: Package, main: str, names: Sequence[str]) -> str:
    folder = PurePosixPath(main).parent
    name = "comments.xml" if str(folder / "comments.xml") not in names else "comments-srtool.xml"
    part = str(folder / name)
    package.write(part, f'{_XML}<w:comments xmlns:w="{_WORD}"></w:comments>')
    add_relation(package, main, "comments", name)
    add_kinds(package, {part: _KIND})
    return part


def _comment(comment: Comment, number: int, prefix: str) -> str:
    """A comment without a date: the same draft gives the same bytes."""
    lines = "".join(_line(line, prefix, is_bold=n == 0) for n, line in enumerate(comment.lines))
    return (
        f'<{prefix}:comment {prefix}:id="{number}" {prefix}:author="{AUTHOR}" {prefix}:initials="sr">'
        f"{lines}</{prefix}:comment>"
    )


def _line(line: str, prefix: str, *, is_bold: bool) -> str:
    bold = f"<{prefix}:rPr><{prefix}:b/></{prefix}:rPr>" if is_bold else ""
    clean = escape(_FORBIDDEN.sub("", line))
    return (
        f'<{prefix}:p><{prefix}:r>{bold}<{prefix}:t xml:space="preserve">{clean}</{prefix}:t></{prefix}:r></{prefix}:p>'
    )

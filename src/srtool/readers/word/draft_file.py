"""A tender draft of any kind that is read, as passages."""

from __future__ import annotations

import hashlib
from pathlib import Path

from srtool.draft.passage import Passage
from srtool.errors import InputError, Problem, UsageError
from srtool.lazy_dataclass import dataclass
from srtool.place import Place
from srtool.readers.word.document import Document
from srtool.readers.word.plain_text import passages_of

WORD_KINDS = frozenset({".docx", ".docm", ".dotx", ".dotm"})
TEXT_KINDS = frozenset({".md", ".txt"})
_MAX_TEXT = 8 * 1024**2
"""Bytes of a text file; a text of a thousand pages takes some three million."""


@dataclass(frozen=True, slots=True)
class DraftFile:
    """What one file says, and what it said before the changes that are marked in it."""

    name: str
    passages: tuple[Passage, ...]
    before: tuple[Passage, ...] | None = None
    """With all changes refused; None where nothing is marked as changed."""
    sha256: str = ""


def read_draft(path: Path) -> DraftFile:
    """The passages of a draft; InputError when it cannot be read as one, UsageError without a file."""
    _refuse_no_file(path)
    suffix = path.suffix.lower()
    if suffix in WORD_KINDS:
        document = Document(path)
        before = document.passages(before=True) if document.has_changes else None
        return DraftFile(path.name, document.passages(), before, _sha256(path))
    if suffix in TEXT_KINDS:
        passages = passages_of(_text(path), path.name, is_markdown=suffix == ".md")
        return DraftFile(path.name, passages, sha256=_sha256(path))
    raise InputError([Problem("document_kind", Place(path.name))])


def _refuse_no_file(path: Path) -> None:
    if path.is_dir():
        raise UsageError([Problem("file_is_folder", str(path))])
    if not path.exists():
        from srtool.readers.missing_file import missing  # noqa: PLC0415 - hardly a path is wrong

        raise UsageError([missing(path)])
    if not path.is_file():  # a device could be read for ever
        raise UsageError([Problem("file_not_regular", str(path))])


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_TEXT + 1)
    except OSError as error:
        raise InputError([Problem("document_locked", Place(path.name))]) from error
    if len(content) > _MAX_TEXT:
        raise InputError([Problem("document_too_large", Place(path.name))])
    if not content.strip():
        raise InputError([Problem("document_empty", Place(path.name))])
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Notepad and old Word exports write on Windows; every byte stands for a character.
        return content.decode("cp1252", errors="replace")

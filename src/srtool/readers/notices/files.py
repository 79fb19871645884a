"""Notices in a file, a folder or a zip: what each file is shows from its content, and a bad one costs only itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field
from io import BytesIO
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from typing import IO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - zlib names it in lower case

from srtool.errors import InputError, Problem, UsageError
from srtool.lazy_dataclass import dataclass
from srtool.notice.amounts import estimates
from srtool.notice.contracts import contracts_of
from srtool.notice.published import PublishedContract
from srtool.place import Place
from srtool.readers.notices import eforms, ocds, tables
from srtool.readers.notices.collecting import no_collecting
from srtool.readers.notices.remarks import Remarks
from srtool.readers.notices.xml_tree import MOST_BYTES
from srtool.readers.raw import named

MOST_EXPANDED = 512 * 1024**2
_ENDINGS = frozenset({".xml", ".json", ".jsonl", ".zip", ".csv", ".xlsx"})
_BROKEN = (BadZipFile, ZlibError, LZMAError, EOFError, OSError, NotImplementedError, RuntimeError)
"""What zipfile raises on a damaged or encrypted archive."""
_ZIP = b"PK\x03\x04"
_WORKBOOK = "xl/workbook.xml"
_IN_FRONT = b"\xef\xbb\xbf \t\r\n"


@dataclass(slots=True)
class NoticesRead:
    """What was published, what could not be read of it, and the files that could not be read at all."""

    told: Remarks
    published: list[PublishedContract] = field(default_factory=list)
    unread: list[Problem] = field(default_factory=list)

    @property
    def remarks(self) -> list[Problem]:
        """What is to be said of the notices that were read."""
        return list(self.told.problems())


def read(path: Path) -> NoticesRead:
    """All notices at the path; UsageError when there is no such path, InputError when not one could be read."""
    notices = NoticesRead(Remarks(path.name))
    if not path.exists():
        from srtool.readers.missing_file import missing  # noqa: PLC0415 - hardly a path is wrong

        raise UsageError([missing(path)])
    with no_collecting():
        for name in _passed_over(path):
            notices.told.add("notices_passed_over", name, Place(path.name, name))
        for file, name in inside(path):
            try:
                with _opened(file, name) as content:
                    _read_one(content, name, notices)
            except InputError as error:
                notices.unread += error.problems
    if not notices.published:
        raise InputError(notices.unread or [Problem("notices_none", str(path))])
    return notices


def inside(path: Path) -> Iterator[tuple[Path, str]]:
    """The files by name, so that the same folder gives the same order; hidden ones are none of the officer's."""
    if path.is_file():
        yield path, path.name
        return
    for file, name in _files(path):
        if file.suffix.lower() in _ENDINGS:
            yield file, name


def _files(folder: Path) -> Iterator[tuple[Path, str]]:
    for file in sorted(folder.rglob("*")):
        within = file.relative_to(folder)
        if file.is_file() and not any(part.startswith((".", "~$")) for part in within.parts):
            yield file, within.as_posix()


def _passed_over(path: Path) -> Iterator[str]:
    """The files in a folder that are no notices by their name."""
    if path.is_dir():
        yield from (name for file, name in _files(path) if file.suffix.lower() not in _ENDINGS)


@contextmanager
def _opened(path: Path, name: str) -> Iterator[IO[bytes]]:
    try:
        file = path.open("rb")
    except OSError as error:
        raise InputError([Problem("file_unreadable", name)]) from error
    with file:
        yield file


def _read_one(file: IO[bytes], name: str, notices: NoticesRead) -> None:
    """One file by its first characters."""
    start = file.read(64)
    file.seek(0)
    first = start.lstrip(_IN_FRONT)[:1]
    if start.startswith(_ZIP):
        _read_archive(file, name, notices)
    elif first in {b"{", b"["} or PurePosixPath(name).suffix.lower() == ".jsonl":
        broken: list[int] = []
        _keep(ocds.read(file, name, broken), notices)
        if broken:
            lines = named([str(line) for line in broken], len(broken))
            notices.unread.append(Problem("notice_lines_broken", name, {"lines": lines, "count": len(broken)}))
    elif first in {b"<", b""} or b"\0" in start:
        _read_notice(file.read(MOST_BYTES + 1), name, notices)
    else:
        _keep(tables.of_csv(file, name), notices)


def _keep(contracts: Iterator[PublishedContract], notices: NoticesRead) -> None:
    """What comes before a mistake stays read."""
    for contract in contracts:
        notices.published.append(contract)


def _read_notice(data: bytes, name: str, notices: NoticesRead) -> None:
    notice, reading = eforms.read(data, name)
    notices.published += contracts_of(notice)
    for unread in reading.unread:
        of_part = f"{notice.number}/{unread.part}" if unread.part else notice.number
        notices.told.add(unread.code, of_part, unread.place, unread.word)
    estimate = notice.project.estimate
    both = estimates(estimate, (lot.project.estimate for lot in notice.lots))
    if estimate is not None and both.differ:
        notices.told.add("notice_values_differ", notice.number, estimate.place, (both.procedure, both.lots))


def _read_archive(file: IO[bytes], name: str, notices: NoticesRead) -> None:
    """The notices in a zip, of which nothing is unpacked to disk."""
    try:
        with ZipFile(file) as archive:
            members = [part for part in archive.infolist() if not part.is_dir()]
            if any(part.filename == _WORKBOOK for part in members):
                _keep(tables.of_workbook(file, name), notices)
                return
            if sum(part.file_size for part in members) > MOST_EXPANDED:
                raise InputError([Problem("notices_too_large", name, {"limit": MOST_EXPANDED // 1024**2})])
            for part in sorted(members, key=lambda part: part.filename):
                inside = f"{name}/{part.filename}"
                if PurePosixPath(part.filename).suffix.lower() not in {".xml", ".json", ".jsonl"}:
                    notices.told.add("notices_passed_over", part.filename, Place(name, part.filename))
                    continue
                try:
                    with archive.open(part) as content:
                        _read_one(BytesIO(content.read(part.file_size)), inside, notices)
                except InputError as error:
                    notices.unread += error.problems
    except _BROKEN as error:
        raise InputError([Problem("notices_zip_broken", name)]) from error

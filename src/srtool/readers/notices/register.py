"""Notices as a register: what they publish, joined and taken over, with all that could not be read said."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from srtool.errors import InputError
from srtool.notice.published import PublishedContract
from srtool.readers.notices import files
from srtool.readers.notices.collecting import no_collecting
from srtool.readers.notices.to_register import records
from srtool.readers.raw import RawRegister

UNREAD = frozenset(
    f"notice_{what}"
    for what in (
        *("amount_currency", "amount_unread", "day_unread", "duration_unit"),
        *("lot_without_number", "reference_unknown"),
    )
)
"""Remarks on what stands in a notice and could not be read; a placeholder or a price per unit is read, and no value."""


def read(path: Path) -> RawRegister:
    """The raw register of a file, a folder or a zip of notices; UsageError and InputError as with `files.read`.

    A file that could not be read is a remark: the others were.
    """
    with no_collecting():
        notices = files.read(path)
        register = records(_handed_over(notices.published), path.name)
    register.remarks[:0] = (*notices.unread, *notices.remarks)
    register.has_unread = bool(notices.unread) or any(remark.code in UNREAD for remark in register.remarks)
    return register


def refuse_all_closed(raw: RawRegister) -> None:
    """InputError where every lot was closed without award, so that there is no contract."""
    closed = [remark for remark in raw.remarks if remark.code == "notice_lot_closed"]
    if closed and not raw.tables["contracts"].records:
        raise InputError([replace(one, code="notices_all_closed") for one in closed])


def _handed_over(published: list[PublishedContract]) -> Iterator[PublishedContract]:
    """Each in turn, held no longer than it is needed."""
    published.reverse()
    while published:
        yield published.pop()


def digest(path: Path) -> str:
    """The SHA-256 of a file, or of the names and contents of all that is read of a folder."""
    if path.is_file():
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    whole = hashlib.sha256()
    for member, name in files.inside(path):
        whole.update(f"{name} {digest(member)}\n".encode())
    return whole.hexdigest()

"""Notices as a register: what they publish, joined and taken over, with all that could not be read said."""

from __future__ import annotations

from pathlib import Path

from srtool.readers.notices import files
from srtool.readers.notices.collecting import no_collecting
from srtool.readers.notices.to_register import records
from srtool.readers.raw import RawRegister


def read(path: Path) -> RawRegister:
    """The raw register of a file, a folder or a zip of notices; UsageError and InputError as with `files.read`.

    A file that could not be read is a remark: the others were.
    """
    with no_collecting():
        notices = files.read(path)
        register = records(notices.published)
    register.remarks[:0] = (*notices.unread, *notices.remarks)
    return register

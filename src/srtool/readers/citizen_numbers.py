"""A citizen number in any field that may speak of a person: refused by its place, its value never shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from srtool.errors import Problem
from srtool.readers.privacy import holds_number, passes_eleven_test
from srtool.readers.raw import RawTable

FIELDS: Mapping[str, tuple[str, ...]] = {
    "efforts": ("id", "person", "path", "evidence", "corrects"),
    "contacts": ("by", "note", "next_step", "next_by", "cause"),
}
"""Per table the fields in which somebody may write who it is; the number of a contract may pass the test by chance."""


_CODES = frozenset({"person", "path"})
_SHORTEST = 8


def taken_out(table: str, raw: RawTable) -> Iterator[Problem]:
    """Takes such values out of a table, each named by its place."""
    for key in FIELDS.get(table, ()):
        for record, row in zip(raw.records, raw.rows, strict=True):
            value = record.get(key)
            # The quick answer for most cells: a short code is no number of eight or nine digits.
            if value is None or (value.__class__ is str and len(value) < _SHORTEST):
                continue
            if is_citizen_number(key, value):
                yield Problem("person_bsn", row.at(key))
                del record[key]


def is_citizen_number(key: str, value: object) -> bool:
    """Whether it may be such a number, by itself or somewhere in a text.

    Eight digits, which may have lost a zero, count only as a code of a person: elsewhere they are a KvK number.
    """
    if key in _CODES and passes_eleven_test(value):
        return True
    return isinstance(value, str | int) and len(str(value)) > _SHORTEST and holds_number(value)

"""Contracts of which the heading of the estimate says that it holds the options: *Raming incl. opties*."""

from __future__ import annotations

from srtool.readers.vocabulary import says_with_options
from srtool.register.model import RegisterFile


def estimates_with_options(register_file: RegisterFile) -> frozenset[str]:
    """Their numbers; none where no heading says it."""
    sheets = {
        column.place.table
        for column in register_file.columns
        if column.key == "estimated_value" and column.table == "contracts" and says_with_options(column.heading)
    }
    if not sheets:
        return frozenset()
    pairs = zip(register_file.register.contracts, register_file.rows["contracts"], strict=True)
    return frozenset(one.id for one, row in pairs if row.table in sheets and one.estimated_value is not None)

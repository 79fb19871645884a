"""Days as they stand in registers: a period gives its first or its last day."""

from __future__ import annotations

from datetime import date

import pytest

from srtool.readers.values.days import INDEFINITE, Edge, day_of
from srtool.readers.values.reading import Read, Unread


@pytest.mark.parametrize(
    "text",
    [
        *("22-11-2026", "2026-11-22", "22 november 2026", "22 November 2026", "22/11/2026"),
        *("November 22, 2026", "Nov. 22 2026", "november 22nd, 2026"),
    ],
)
def test_a_day_written_out_is_no_derivation(text: str) -> None:
    assert day_of(text) == Read(date(2026, 11, 22))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1-1-26", date(2026, 1, 1), date(2026, 1, 1)),
        ("1-1-'24", date(2024, 1, 1), date(2024, 1, 1)),
        ("1-1-\u201924", date(2024, 1, 1), date(2024, 1, 1)),
        ("31-12-69", date(2069, 12, 31), date(2069, 12, 31)),
        ("31-12-70", date(1970, 12, 31), date(1970, 12, 31)),
        ("2026-01-01T00:00:00Z", date(2026, 1, 1), date(2026, 1, 1)),
        ("2026-01-01+01:00", date(2026, 1, 1), date(2026, 1, 1)),
        ("2026-01-01T23:30:00-05:00", date(2026, 1, 1), date(2026, 1, 1)),
        ("22-11-2026 14:30", date(2026, 11, 22), date(2026, 11, 22)),
        ("3/14/2026", date(2026, 3, 14), date(2026, 3, 14)),
        ("jan-24", date(2024, 1, 1), date(2024, 1, 31)),
        ("feb-24", date(2024, 2, 1), date(2024, 2, 29)),
        ("feb. 2023", date(2023, 2, 1), date(2023, 2, 28)),
        ("mrt '27", date(2027, 3, 1), date(2027, 3, 31)),
        ("03-2024", date(2024, 3, 1), date(2024, 3, 31)),
        ("2024-03", date(2024, 3, 1), date(2024, 3, 31)),
        ("Q1 2025", date(2025, 1, 1), date(2025, 3, 31)),
        ("2025-Q4", date(2025, 10, 1), date(2025, 12, 31)),
        ("1e kwartaal 2025", date(2025, 1, 1), date(2025, 3, 31)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_a_period_or_a_hint_gives_a_derived_day(text: str, first: date, last: date) -> None:
    assert day_of(text, "first") == Read(first, derived=True)
    assert day_of(text, "last") == Read(last, derived=True)


@pytest.mark.parametrize(
    "text", ["onbepaald", "Onbepaalde tijd", "voor onbepaalde tijd", "doorlopend", "tot wederopzegging", "31-12-9999"]
)
def test_what_has_no_end_is_said_so(text: str) -> None:
    assert day_of(text, "last") == Read(INDEFINITE, derived=True)


@pytest.mark.parametrize(
    ("text", "edge", "day"),
    [
        ("per 1-1-2025", "first", date(2025, 1, 1)),
        ("t/m 31-12-2025", "last", date(2025, 12, 31)),
        ("t/m 2028", "last", date(2028, 12, 31)),
    ],
)
def test_a_word_that_fits_the_edge_is_read(text: str, edge: Edge, day: date) -> None:
    assert day_of(text, edge) == Read(day, derived=True)


@pytest.mark.parametrize(
    ("text", "edge", "why", "proposed"),
    [
        ("medio 2026", "first", "date_type", None),
        ("4 weken na gunning", "first", "date_type", None),
        ("eind 2026", "last", "date_type", date(2026, 12, 31)),
        ("tot 1-1-2026", "last", "date_type", date(2026, 1, 1)),
        ("t/m 31-12-2025", "first", "date_type", date(2025, 12, 31)),
        ("30-2-2024", "first", "date_unknown", None),
        ("0030-06-01", "first", "date_bounds", None),
        ("1-1-3000", "first", "date_bounds", None),
        ("1899", "first", "date_bounds", None),
        (" " * 40_000 + "1-1-2026", "first", "date_long", None),
        ("zie contract", "first", "date_type", None),
    ],
)
def test_anything_else_is_unread(text: str, edge: Edge, why: str, proposed: date | None) -> None:
    assert day_of(text, edge) == Unread(why, proposed)

"""Terms and options in words, as whole months."""

from __future__ import annotations

from datetime import date

import pytest

from srtool.readers.values.days import INDEFINITE
from srtool.readers.values.reading import Read, Unread
from srtool.readers.values.terms import Term, options_of, term_of


@pytest.mark.parametrize(
    ("text", "months", "options"),
    [
        ("4 jaar + 2x1 jaar optie", 48, 24),
        ("4 jaar + 2 x 1", 48, 24),
        ("4 + 2 x 1 jaar", 48, 24),
        ("36 mnd", 36, None),
        ("48", 48, None),
        ("48 maanden", 48, None),
        ("2 jr", 24, None),
        ("2+1+1", 24, 24),
        ("3 jr (+1+1)", 36, 24),
        ("1,5 jaar", 18, None),
        ("vier jaar met 2 x 1 jaar verlenging", 48, 24),
        ("24 maanden, optie 2 keer 1 jaar", 24, 24),
        ("2 jaar en 2 optiejaren", 24, 24),
        ("2 jaar + 2 x 12 mnd", 24, 24),
        ("24 (vierentwintig) maanden", 24, None),
        ("4 years + 2 x 1 year option", 48, 24),
    ],
)
def test_a_term_in_words(text: str, months: int, options: int | None) -> None:
    assert term_of(text) == Read(Term(months, options), derived=True)


def test_a_unit_column_says_what_a_bare_number_is() -> None:
    assert term_of("4", "jaar") == Read(Term(48), derived=True)
    assert term_of("4", "maanden") == Read(Term(4), derived=True)
    assert term_of("4") == Unread("term_unit", 48)


def test_an_end_and_no_end_are_no_months() -> None:
    assert term_of("t/m 2028") == Read(date(2028, 12, 31), derived=True)
    assert term_of("onbepaald") == Read(INDEFINITE, derived=True)


@pytest.mark.parametrize(
    ("text", "why", "proposed"),
    [
        ("6 weken", "term_short", None),
        ("90 dagen", "term_short", None),
        ("4 jaar met optie tot verlenging", "term_options", 48),
        ("4 jaar of 5", "term_type", None),
        ("maximaal 8 jaar", "term_type", None),
        ("12,5 maand", "term_type", None),
        ("0 jaar", "term_bounds", None),
        ("2000 maanden", "term_bounds", None),
        ("n.v.t.", "term_type", None),
        ("4 jaar" + " " * 600, "term_long", None),
    ],
)
def test_anything_else_is_unread(text: str, why: str, proposed: int | None) -> None:
    assert term_of(text) == Unread(why, proposed)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2 x 12 mnd", 24),
        ("24", 24),
        ("1 jr", 12),
        ("2 maal 1 jaar", 24),
        ("2x1", 24),
        ("1+1", 24),
        ("geen", 0),
        ("nee", 0),
    ],
)
def test_options_in_words(text: str, months: int) -> None:
    assert options_of(text) == Read(months, derived=True)


@pytest.mark.parametrize("text", ["ja", "2", "2x", "in overleg", "6 weken"])
def test_options_that_say_no_term_are_unread(text: str) -> None:
    assert isinstance(options_of(text), Unread)

"""Codes of people: what may tell who somebody is, what only looks like it, and what is a code."""

from __future__ import annotations

import pytest

from srtool.readers.person_codes import looks_like_name, why_refused


@pytest.mark.parametrize(
    "code", ["12-03-1985", "P 12-3-85", "1985-03-12", "Jansen 12/03/1985", "12 maart 1985", "12031985", "19850312"]
)
def test_a_date(code: str) -> None:
    assert why_refused(code) == "person_date"


@pytest.mark.parametrize(
    "code",
    [
        "J. Jansen",
        "J Jansen",
        "J.P. van den Berg",
        "A. de Vries-Bakker",
        "Jansen, J.",
        "Jansen J",
        "E. Çelik",
        "Vries, P. de",
        "Vries, P.J. de",
        "Berg J. van den",
        "Vries, Piet de",
        "Jansen, Jan",
        "Bakker-Smit, Fatima el",
    ],
)
def test_an_initial_with_a_surname(code: str) -> None:
    assert why_refused(code) == "person_name"


@pytest.mark.parametrize(
    "code", ["Kandidaat A", "Deelnemer B", "Fatima", "Jan Jansen", "Jan van der Berg", "Candidate C"]
)
def test_words_with_capitals_only(code: str) -> None:
    assert why_refused(code) is None
    assert looks_like_name(code)


@pytest.mark.parametrize(
    "code",
    ["K-001", "p12", "P-001", "9f86d081884c7d65", "d41d8cd98f00b204e9800998ecf8427e", "SCH-1-3", "2026-001", "2026-12",
     "A1", "kandidaat 3", "WW-2026-04", "00000001", "19990231", "20990101", "X"],
)  # fmt: skip
def test_a_code(code: str) -> None:
    assert why_refused(code) is None
    assert not looks_like_name(code) or code == "X"

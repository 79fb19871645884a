"""Rows laid aside come back pile by pile, each in its order, and cost no memory meanwhile."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from srtool.views.sheets import piles
from srtool.views.sheets.piles import Piles

NAMES = ("light", "heavy")


@pytest.mark.parametrize("at_once", [1, 2, 7, 500])
def test_in_the_order_of_the_piles(monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(piles, "_AT_ONCE", at_once)
    laid = Piles()
    rows = [(str(number), None, "€ é\ud800\n") for number in range(15)]
    for number, row in enumerate(rows):
        laid.add(NAMES[number % 2], row)
    assert laid.counted == {"light": 8, "heavy": 7}
    assert list(laid.rows(["heavy", "nothing", "light"])) == [*rows[1::2], *rows[0::2]]
    laid.close()


def test_no_more_than_some_rows_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(piles, "_AT_ONCE", 10)
    laid = Piles()
    most = 0
    for number in range(95):
        laid.add("pile", (str(number),))
        most = max(most, len(laid._waiting["pile"]))  # noqa: SLF001 - what stays in memory cannot be seen from outside
    assert most < 10
    laid.close()


def test_nothing_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(piles, "_AT_ONCE", 1)
    laid = Piles()
    laid.add("pile", ("row",))
    laid.close()
    assert list(tmp_path.iterdir()) == []

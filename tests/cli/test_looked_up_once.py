"""How often a command works out what it needs: each fact of a register once, and nothing that it does not show."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import CodeType, FrameType

import pytest

from srtool.cli.program import run
from srtool.contract.estimate import estimate
from srtool.progress.agenda import agenda
from srtool.register.call_offs import tops
from srtool.register.history import histories
from srtool.register.last_day import end_of
from srtool.register.status import status_of
from srtool.register.suppliers import Suppliers
from tests.support.paths import EXAMPLES

REGISTER = str(EXAMPLES / "portfolio.xlsx")
CONTRACTS, FOLLOWED, SHOWN = 66, 34, 10


def _numbers_of_suppliers() -> Callable[..., object]:
    numbers = vars(Suppliers)["numbers"]
    assert isinstance(numbers, cached_property)
    return numbers.func


WATCHED: dict[CodeType, str] = {
    function.__code__: name
    for name, function in {
        "status": status_of,
        "last day": end_of,
        "estimate": estimate,
        "call-offs": tops,
        "histories": histories,
        "suppliers": _numbers_of_suppliers(),
        "agenda": agenda,
    }.items()
    if hasattr(function, "__code__")
}


def _counted(*arguments: str) -> Counter[str]:
    """How often each of the watched functions is called by a command, whoever imported it under whatever name."""
    calls: Counter[str] = Counter()

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in WATCHED:
            calls[WATCHED[frame.f_code]] += 1

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        assert run([*arguments, "--on", "2026-11-22", "--lang", "en"]) in {0, 1}
    finally:
        sys.setprofile(before)
    return calls


def test_all_are_watched() -> None:
    assert len(WATCHED) == 7


@pytest.mark.parametrize(
    ("command", "agendas"),
    [
        ("check", 0),
        ("check --why", 0),
        ("monitor --format csv", FOLLOWED),
        ("monitor --format json", FOLLOWED),
        ("monitor --agenda", FOLLOWED),
        ("report --out out.xlsx", FOLLOWED),
    ],
)
def test_each_fact_is_worked_out_once(
    command: str, agendas: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    name, *options = command.split()
    calls = _counted(name, REGISTER, *options)
    capsys.readouterr()
    for fact in ("status", "last day"):
        assert calls[fact] == CONTRACTS, fact
    # Of a register at a glance only what the screen shows is made in full, and for that once more.
    assert calls["estimate"] == CONTRACTS + (SHOWN if command == "check" else 0)
    for fact in ("call-offs", "histories", "suppliers"):
        assert calls[fact] == 1, fact
    assert calls["agenda"] == agendas

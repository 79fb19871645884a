"""What a person sees while the program is at work: on a terminal, and there only when it takes a while."""

from __future__ import annotations

import io
import sys

import pytest

from srtool.cli import progress_bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _watch(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(progress_bar, "_RHYTHM", 0.0)
    return terminal


def _work() -> None:
    with progress_bar.bar("Writing", 3) as step:
        for _ in range(3):
            step()
    with progress_bar.sign_of_life("Reading", slow=True):
        pass


def test_long_work_is_told_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    watched = _watch(monkeypatch)
    monkeypatch.setattr(progress_bar, "_PATIENCE", 0.0)
    _work()
    assert "Writing" in watched.getvalue()
    assert "Reading" in watched.getvalue()


def test_short_work_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    watched = _watch(monkeypatch)
    with progress_bar.bar("Writing", 3) as step:
        step()
    with progress_bar.sign_of_life("Reading", slow=False):
        pass
    assert "Writing" not in watched.getvalue()
    assert "Reading" not in watched.getvalue()


def test_nothing_is_told_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = io.StringIO()
    monkeypatch.setattr(sys, "stderr", nowhere)
    monkeypatch.setattr(progress_bar, "_PATIENCE", 0.0)
    _work()
    assert not nowhere.getvalue()

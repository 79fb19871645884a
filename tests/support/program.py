"""The program as it is run, with what it printed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import NamedTuple
from unittest import mock

from srtool.cli.program import run
from srtool.texts import Lang


class Printed(NamedTuple):
    """One run: its exit code and both streams."""

    code: int
    stdout: str
    stderr: str


def printed(arguments: Sequence[str], columns: int = 100, lang: Lang = "en") -> Printed:
    """A run at a fixed width; in this language unless --lang says otherwise."""
    raw = io.BytesIO(), io.BytesIO()
    out, error = (io.TextIOWrapper(stream, "utf-8", newline="") for stream in raw)
    environment = {"COLUMNS": str(columns), "SRTOOL_LANG": lang}
    with mock.patch("sys.stdout", out), mock.patch("sys.stderr", error), mock.patch.dict("os.environ", environment):
        code = run(arguments)
    out.flush()
    error.flush()
    return Printed(code, raw[0].getvalue().decode(), raw[1].getvalue().decode())

"""srtool verify: does the same input give the same answer again?"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from srtool import __version__
from srtool.cli import output, reading
from srtool.cli.made_again import asked_again, asked_for, changed, found, typed_again
from srtool.cli.options import Options
from srtool.cli.temporary import temporary_files
from srtool.errors import InputError, Problem
from srtool.place import Place
from srtool.readers.register import content
from srtool.texts import Lang
from srtool.verification.differences import Difference, differences, is_number
from srtool.verification.earlier import Earlier, earlier
from srtool.views.verification import to_lines

WORKBOOK = ".xlsx"


def run(options: Options) -> int:
    """0 when the answer is the same, 1 when it is not."""
    path = options.argument("result")
    given = options.texts("inputs")
    if Path(path).suffix.lower() == WORKBOOK:
        from srtool.cli import verify_report

        told, different = verify_report.verified(path, given)
    else:
        told, different = _verified(path, given, options.lang)
    output.write_wrapped(to_lines.verified(told, different, options.lang))
    return int(bool(different))


def _verified(path: str, given: Sequence[str], lang: Lang) -> tuple[to_lines.Told, Sequence[Difference]]:
    kept = _kept(path)
    inputs = found(asked_for(kept), given, Path(path).parent)
    remarks = tuple(changed(kept, inputs))
    other_version = kept.srtool != __version__
    now = _asked_again(kept, inputs, lang)
    every = differences(kept.answer, now)
    different = [each for each in every if not other_version or is_number(each)]
    return to_lines.Told(Path(path).name, kept.command, kept.srtool, remarks, is_whole=not other_version), different


def _kept(path: str) -> Earlier:
    """The answer in the file; InputError when it is none that can be asked again."""
    data = reading.of_path(content, path)
    try:
        answer: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError([Problem("verify_no_answer", Place(Path(path).name))]) from error
    kept = earlier(answer)
    if kept is None:
        raise InputError([Problem("verify_no_answer", Place(Path(path).name))])
    return kept


def _asked_again(kept: Earlier, inputs: dict[str, Path], lang: Lang) -> Any:  # noqa: ANN401 - JSON
    """The answer of today to the same question; OutputError when there is none."""
    arguments = [kept.command, *typed_again(kept, inputs), "--format", "json"]
    with temporary_files():
        target = Path(tempfile.gettempdir(), "again.json")
        asked_again([*arguments, "--out", str(target)], lang)
        return json.loads(target.read_bytes())

"""The notices of --notices, for the registers that they are held against."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from srtool.checks.evaluate import Evaluation
from srtool.checks.notices import ALL, held_against
from srtool.cli import reading, saying
from srtool.cli.progress_bar import sign_of_life
from srtool.finding import Report
from srtool.readers.notices import files
from srtool.readers.notices.register import digest
from srtool.rules.rulebook import RuleBook
from srtool.texts import Lang, sentence

CODES = tuple(check.code for check in ALL)
_SLOW_BYTES = 2_000_000

Compare = Callable[[Sequence[Evaluation], RuleBook, Collection[str] | None], list[Report]]
"""From what the checks say of the registers to the reports, with what the notices add to them."""


def read(path: str, lang: Lang, *, quiet: bool) -> Compare:
    """Reads the notices, says what of them could not be read, and gives what compares registers with them.

    UsageError and InputError as with `files.read`.
    """
    name = Path(path).name
    notice = sentence(lang, "cli.wrong.reading").format(name=name)
    with sign_of_life(notice, slow=_is_slow(Path(path))):
        notices = reading.of_path(files.read, path)
        sha256 = reading.of_path(digest, path)
    if not quiet:
        saying.remark([*notices.unread, *notices.remarks], lang)

    def compare(evaluations: Sequence[Evaluation], book: RuleBook, codes: Collection[str] | None) -> list[Report]:
        first, *others = held_against(notices.published, evaluations, book, codes)
        receipt = replace(first.receipt, inputs=(*first.receipt.inputs, (name, sha256)))
        return [replace(first, receipt=receipt), *others]

    return compare


def _is_slow(path: Path) -> bool:
    """Whether it is a folder, or a file that takes a while."""
    return path.is_dir() or (path.is_file() and path.stat().st_size >= _SLOW_BYTES)

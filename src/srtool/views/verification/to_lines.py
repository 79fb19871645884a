"""The same answer again, or the first differences by contract and step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from srtool import __version__
from srtool.lazy_dataclass import dataclass
from srtool.texts import Lang, words
from srtool.verification.differences import Difference
from srtool.views.shared.lines import Line
from srtool.views.shared.names import counted

_MOST = 10


@dataclass(frozen=True, slots=True)
class Told:
    """Which answer was asked again, and what was not as it was."""

    file: str
    command: str
    srtool: str
    """The version that gave it."""
    remarks: Sequence[tuple[str, str]]
    """(what, name): an input, a rule set or the settings that changed."""
    is_whole: bool
    """Whether all was compared, or only the numbers."""


def verified(told: Told, different: Sequence[Difference], lang: Lang) -> Iterator[Line]:
    """What changed before it, then whether the answer is the same, else the first differences."""
    phrases = words(lang, "verification.line")
    if not told.is_whole:
        yield Line(phrases["other_version"].format(was=told.srtool, now=__version__), "notice")
    for what, name in told.remarks:
        yield Line(phrases[what].format(name=name), "warning")
    if not different:
        key = ("same" if told.is_whole else "same_numbers") + ("_now" if told.remarks else "")
        yield Line(phrases[key].format(file=told.file, command=told.command), "strong")
        return
    many = counted(lang, "verification.differences", len(different))
    yield Line(phrases["different"].format(file=told.file, differences=many), "error")
    for difference in different[:_MOST]:
        yield Line(_difference(difference, lang), "", 2, 4)
    if len(different) > _MOST:
        yield Line(counted(lang, "verification.more", len(different) - _MOST), "dim", 2)


def _difference(difference: Difference, lang: Lang) -> str:
    phrases = words(lang, "verification.line")
    about = "" if difference.contract is None else f"{difference.contract}: "
    was, now = (phrases["absent"] if value is None else str(value) for value in (difference.was, difference.again))
    return phrases["difference"].format(about=about, where=difference.where, was=was, now=now)

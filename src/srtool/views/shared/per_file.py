"""What each of several files comes to, a line for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from srtool.texts import Lang, sentence
from srtool.views.shared.lines import Line, clean
from srtool.views.shared.names import counted

_MOST = 6
"""So many files are shown; JSON has them all."""


def file_lines(told: Mapping[str, str], lang: Lang) -> Iterator[Line]:
    """The lines, by the names of the files; none where there is one file."""
    if not told:
        return
    yield Line(sentence(lang, "shared.head.per_file"), "title")
    for name, text in list(told.items())[:_MOST]:
        yield Line(f"{clean(name)}: {text}", "", 2, 4)
    if len(told) > _MOST:
        yield Line(counted(lang, "shared.more_files", len(told) - _MOST), "dim", 2)

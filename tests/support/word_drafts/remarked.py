"""What is remarked on a draft that is written here in Markdown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from srtool.draft.judging import remarks
from srtool.draft.reading import Reading, read_claims
from srtool.draft.remark import Matter, Remark
from srtool.finding import Level, Outcome
from srtool.readers.word.plain_text import passages_of

YEARS_OF = {
    Decimal(193_000): "2010-2011",
    Decimal(207_000): "2014-2015",
    Decimal(214_000): "2020-2021",
    Decimal(221_000): "2024-2025",
    Decimal(216_000): "2026-2027",
    Decimal(140_000): "2026-2027",
}
CODES = {matter: f"SR6{number:02d}" for number, matter in enumerate(Matter, 1)}
"""The check of each matter."""
TODAY = frozenset({Decimal(216_000), Decimal(140_000), Decimal(5_404_000)})
OF_THE_STATE = frozenset({Decimal(250_000)})
ON = date(2026, 11, 22)


def reading(*files: str) -> Reading:
    """The reading of these texts together."""
    return read_claims(
        *(passages_of(file, f"stuk-{number}.md", is_markdown=True) for number, file in enumerate(files, 1))
    )


def remarked(*files: str, code: str = "") -> tuple[Remark, ...]:
    """All remarks on these texts together, or those of one check."""
    every = remarks(reading(*files), years_of=YEARS_OF, thresholds_today=TODAY, of_the_state=OF_THE_STATE, on=ON)
    return tuple(remark for remark in every if code in {"", CODES[remark.matter]})


def lacking(code: str, *files: str) -> list[object]:
    """What each remark under a code says is lacking."""
    return [remark.values["lacks"] for remark in remarked(*files) if CODES[remark.matter] == code]


def says(*files: str, code: str) -> list[str]:
    """What is said under one code."""
    return [remark.says for remark in remarked(*files) if CODES[remark.matter] == code]


def faults(*files: str) -> list[tuple[str, str]]:
    """The errors and warnings."""
    return [
        (CODES[remark.matter], remark.says)
        for remark in remarked(*files)
        if remark.outcome is Outcome.NOT_MET and remark.level is not Level.NOTICE
    ]

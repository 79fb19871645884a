"""Word drafts of 2 to 60 pages in ten shapes: each seeded fault is found, and nothing is held against a sound draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.draft.judging import remarks
from srtool.draft.reading import read_claims
from srtool.draft.remark import Remark
from srtool.finding import Level, Outcome
from srtool.readers.word.draft_file import read_draft
from tests.support.word_drafts.drafts import Draft, drafts, written
from tests.support.word_drafts.remarked import CODES, TODAY, YEARS_OF

_ALL = drafts()
_QUESTIONS = 3


def _remarks(draft: Draft, folder: Path) -> tuple[Remark, ...]:
    reading = read_claims(read_draft(written(draft, folder)).passages)
    return remarks(reading, years_of=YEARS_OF, thresholds_today=TODAY)


def _faults(given: tuple[Remark, ...]) -> set[tuple[str, str]]:
    return {
        (CODES[remark.matter], remark.says)
        for remark in given
        if remark.outcome is Outcome.NOT_MET and remark.level is not Level.NOTICE
    }


def test_there_are_enough_of_them() -> None:
    assert len([draft for draft in _ALL if draft.fault is None]) == 10
    assert len([draft for draft in _ALL if draft.fault is not None]) >= 40
    assert {draft.fault.code for draft in _ALL if draft.fault} == {f"SR6{number:02d}" for number in range(1, 13)}
    assert min(draft.pages for draft in _ALL) == 2
    assert max(draft.pages for draft in _ALL) >= 55


@pytest.mark.parametrize("draft", [draft for draft in _ALL if draft.fault is None], ids=lambda draft: draft.name)
def test_a_sound_draft(tmp_path: Path, draft: Draft) -> None:
    given = _remarks(draft, tmp_path)
    assert not _faults(given)
    assert len([remark for remark in given if remark.outcome is Outcome.UNDECIDED]) <= _QUESTIONS


@pytest.mark.parametrize("draft", [draft for draft in _ALL if draft.fault], ids=lambda draft: draft.name)
def test_a_seeded_fault_is_found_and_no_other(tmp_path: Path, draft: Draft) -> None:
    assert draft.fault is not None
    given = _remarks(draft, tmp_path)
    seeded = (draft.fault.code, draft.fault.says)
    assert seeded in {(CODES[remark.matter], remark.says) for remark in given}
    assert _faults(given) <= {seeded}

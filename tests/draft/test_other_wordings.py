"""Faults and harmless sentences in other words than those that the patterns were first written after."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from srtool.finding import Level, Outcome
from tests.support.word_drafts.remarked import CODES, remarked

_SETS = tomllib.loads((Path(__file__).parent / "other_wordings.toml").read_text(encoding="utf-8"))
_WHOLE = tomllib.loads((Path(__file__).parent / "whole_drafts.toml").read_text(encoding="utf-8"))["draft"]
_FAULTS = [
    (name, code, sentence)
    for name, texts in _SETS.items()
    for code, sentences in texts["faults"].items()
    for sentence in sentences
]
_HARMLESS = [(name, sentence) for name, texts in _SETS.items() for sentence in texts["harmless"]]


def _new(name: str, sentence: str) -> set[tuple[str, str, bool]]:
    """(code, says, whether it is an error or warning) of what one more sentence adds."""
    texts = _SETS[name]
    with_it = texts["draft"].format(basis=texts["basis"], more=sentence.format(basis=texts["basis"]))
    return _told(with_it) - _told(texts["draft"].format(basis=texts["basis"], more=""))


def _told(draft: str) -> set[tuple[str, str, bool]]:
    return {
        (CODES[remark.matter], remark.says, remark.outcome is Outcome.NOT_MET and remark.level is not Level.NOTICE)
        for remark in remarked(draft)
    }


@pytest.mark.parametrize(("name", "code", "sentence"), _FAULTS)
def test_a_fault_is_remarked(name: str, code: str, sentence: str) -> None:
    assert code in {remark[0] for remark in _new(name, sentence)}


@pytest.mark.parametrize(("name", "sentence"), _HARMLESS)
def test_a_harmless_sentence_is_not(name: str, sentence: str) -> None:
    assert not _new(name, sentence)


@pytest.mark.parametrize("name", list(_SETS))
def test_the_sound_draft_has_no_fault_and_few_questions(name: str) -> None:
    texts = _SETS[name]
    told = _told(texts["draft"].format(basis=texts["basis"], more=""))
    assert not [remark for remark in told if remark[2]]
    assert len(told) <= 3


@pytest.mark.parametrize("draft", _WHOLE, ids=lambda draft: draft["fault"] or "sound")
def test_a_whole_draft(draft: dict[str, str]) -> None:
    told = _told(draft["text"])
    assert {code for code, _, is_fault in told if is_fault} <= {draft["fault"]}
    if draft["fault"]:
        assert draft["fault"] in {code for code, *_ in told}
    else:
        assert len(told) <= 3

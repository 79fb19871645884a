"""What `explain` tells of a check holds: its examples have the outcomes they state, and no check goes untold."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest

from srtool import texts
from srtool.case.build import Own
from srtool.checks import ALL, drafts, notices
from srtool.checks.evaluate import evaluate
from srtool.readers import register
from srtool.readers.notices import ocds
from srtool.readers.rules import rule_sets
from srtool.rules.rulebook import DEFAULT, EUROPEAN, RuleBook
from srtool.texts import LANGUAGES, Lang, codes, example, load, words
from tests.support.word_drafts.remarked import reading

ON = date(2026, 11, 22)
OF_DRAFTS = [check.code for check in drafts.ALL]
OF_NOTICES = [check.code for check in notices.ALL]
CODES = sorted([*(check.code for check in ALL), *OF_DRAFTS, *OF_NOTICES])
EXAMPLES = {path.stem: example(path.stem) for path in (Path(texts.__file__).parent / "examples").glob("*.toml")}


@cache
def _book() -> RuleBook:
    loaded = {
        name: rule_sets.load(rule_sets.find(name, None)) for name in (DEFAULT, EUROPEAN, "provincie-noord-holland")
    }
    return RuleBook({name: it.rules for name, it in loaded.items()}, {name: it.sha256 for name, it in loaded.items()})


def _outcomes(code: str, text: str) -> set[str]:
    if code in OF_DRAFTS:
        *old, new = text.split("--- de versie daarna ---")
        ground = drafts.Ground(_book().sets[EUROPEAN], None, ON)
        versions = drafts.Versions(old=reading(old[0])) if old else None
        return {finding.outcome.value for finding in drafts.judged(reading(new), ground, None, versions, [code])}
    text, _, published = text.partition("--- notice.json ---")
    register_file = register.from_bytes(text.encode(), f"{code}.toml")
    evaluation = evaluate(register_file, _book(), ON, Own(), [code])
    report = evaluation.report
    if code in OF_NOTICES:
        contracts = list(ocds.read(BytesIO(published.encode()), "notice.json", []))
        (report,) = notices.held_against(contracts, [evaluation], _book(), [code])
    return {finding.outcome.value for finding in report.findings}


@pytest.mark.parametrize("which", ["wrong", "right"])
@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_has_the_outcome_it_states(code: str, which: str) -> None:
    found = _outcomes(code, EXAMPLES[code][which])
    # With several contracts the others may have nothing to say.
    assert EXAMPLES[code][f"{which}_outcome"] in found
    assert which == "wrong" or EXAMPLES[code]["wrong_outcome"] not in found


def test_every_check_has_an_example_that_is_wrong_and_one_that_is_right() -> None:
    assert sorted(EXAMPLES) == CODES
    for shown in EXAMPLES.values():
        assert set(shown) == {"wrong", "right", "wrong_outcome", "right_outcome"}
        assert shown["wrong_outcome"] != shown["right_outcome"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_check_is_explained(lang: Lang) -> None:
    assert sorted(codes()) == CODES
    for code in CODES:
        assert set(load(lang, f"explain/{code}")) - {"remedy"} == {"title", "what", "why", "says"}
        assert all(words(lang, f"explain/{code}").values())

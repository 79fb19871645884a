"""On what each check rests, and that what is known of a check stands with the check."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator

import pytest

from srtool.checks import ALL, LOGIC_ALONE, drafts, notices
from srtool.readers.rules import rule_sets
from tests.support.paths import SOURCE

_CODES = [check.code for checks in (ALL, drafts.ALL, notices.ALL) for check in checks]
_CODE = re.compile(r"SR[0-9]{1,3}")


def _grounded() -> set[str]:
    """The checks of which a shipped rule set says on what ground they stand."""
    shipped, problems = rule_sets.load_all(None)
    assert not problems
    return {rule.id for loaded in shipped for rule in loaded.rules.check if rule.source}


def _wrong(codes: Collection[str], grounded: Collection[str], alone: Collection[str]) -> set[str]:
    """Checks that have neither a ground nor are said to need none, or have both."""
    return {code for code in (*codes, *alone) if (code in grounded) == (code in alone)}


def test_each_check_has_a_ground_or_rests_on_logic_alone() -> None:
    assert _wrong(_CODES, _grounded(), LOGIC_ALONE) == set()


@pytest.mark.parametrize(
    ("codes", "alone", "wrong"),
    [
        (["SR101"], [], set()),
        (["SR999"], [], {"SR999"}),
        (["SR101"], ["SR101"], {"SR101"}),
        (["SR901"], ["SR901"], set()),
    ],
    ids=["ground", "neither", "both", "logic"],
)
def test_neither_and_both_are_wrong(codes: list[str], alone: list[str], wrong: set[str]) -> None:
    assert _wrong(codes, _grounded(), alone) == wrong


def test_only_checks_that_there_are_rest_on_logic() -> None:
    assert set(LOGIC_ALONE) <= set(_CODES)
    assert list(LOGIC_ALONE) == sorted(set(LOGIC_ALONE))


def _codes_outside() -> Iterator[str]:
    for path in sorted(SOURCE.rglob("*.py")):
        if path.parent.name == "checks":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _CODE.fullmatch(node.value):
                yield f"{path.relative_to(SOURCE)}: {node.value}"


def test_no_code_of_a_check_stands_outside_the_checks() -> None:
    assert list(_codes_outside()) == []

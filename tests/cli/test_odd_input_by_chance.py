"""Mutated input of every kind, the same in each run: exit 0 to 3, a sentence, and nothing written but what was asked.

`python -m tests.fuzz` tries more of it, and runs a case again by its seed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.cli.commands import COMMANDS
from tests.support.fuzz.kinds import KINDS, case
from tests.support.fuzz.trials import Case, tried

RUNS = 500
_IS_OF_OURS = frozenset({"code", "out", "authority"})
"""First arguments of commands that read no file of the user."""
SEED = "gate"


def cases(kind: str) -> list[Case]:
    """So many cases of this kind that all kinds together make the whole number."""
    numbers = range(list(KINDS).index(kind), RUNS, len(KINDS))
    return [case(kind, f"{SEED}-{number}") for number in numbers]


@pytest.mark.parametrize("kind", KINDS)
def test_no_input_gets_more_than_a_sentence(kind: str, tmp_path: Path) -> None:
    faults = {}
    for number, one in enumerate(cases(kind)):
        trial = tried(one, tmp_path / str(number))
        if trial.faults:
            faults[one.name] = (" ".join(one.arguments), trial.faults)
    assert faults == {}


def test_every_command_is_tried() -> None:
    tried_ones = {" ".join(one.arguments[:2]) for kind in KINDS for one in cases(kind)}
    takes_a_file = [command for command in COMMANDS if not _IS_OF_OURS.intersection(command.parameters[:1])]
    names = [command.name for command in takes_a_file if command.name != "rulesets list"]
    assert [name for name in names if not any(line.startswith(name) for line in tried_ones)] == []


def test_a_case_is_the_same_for_the_same_seed() -> None:
    assert case("toml", "7-1") == case("toml", "7-1")
    assert case("toml", "7-1") != case("toml", "7-2")

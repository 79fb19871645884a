"""What differs between two rule sets, and the words for it."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from srtool.readers.rules import rule_sets
from srtool.rules.differences import differences, head_differences
from srtool.rules.record import Record
from srtool.rules.ruleset import RuleSet
from srtool.texts import LANGUAGES, words
from srtool.views.rules import comparison
from srtool.views.rules.comparison import Side


def rules(name: str) -> RuleSet:
    return rule_sets.load(rule_sets.find(name, None)).rules


@pytest.mark.parametrize("name", rule_sets.shipped())
def test_a_rule_set_does_not_differ_from_itself(name: str) -> None:
    assert list(differences(rules(name), rules(name))) == []
    assert head_differences(rules(name), rules(name)) == ()


def test_every_difference_is_found_once() -> None:
    found = {(each.table, each.id): each for each in differences(rules("utrecht-a"), rules("utrecht-b"))}
    assert found["limit", "full-time"].fields == ("hours_per_week",)
    assert found["block", "bbl"].one is None
    assert found["bonus", "permanent"].fields == ()
    assert ("block", "ww-short") not in found
    assert len(found) == 10


def test_what_a_reduction_is_for_is_said_where_its_sentence_does_not(tmp_path: Path) -> None:
    head = 'id = "%s"\ntitle = { nl = "T", en = "T" }\n[[source]]\nid = "law"\ntitle = "Law"\n'
    record = '[[reduction]]\nid = "pso"\nlabel = { nl = "PSO" }\npercent = 25\nsource = ["law"]\ncertainty = "stated"\n'
    for name, steps in (("one", '["2"]'), ("two", '["2", "3"]')):
        (tmp_path / f"{name}.toml").write_text(head % name + record + f"pso = {steps}\n", "utf-8")
    one, two = (rule_sets.load(tmp_path / f"{name}.toml").rules for name in ("one", "two"))
    on = date(2026, 1, 1)
    lines = [line.text for line in comparison.lines(Side("A", one, "", on), Side("B", two, "", on), "en")]
    assert "A: PSO step: 2" in lines
    assert "B: PSO step: 2, 3" in lines


def test_one_rule_set_on_two_days() -> None:
    classic = rules("rijk-classic")
    (only,) = differences(classic.on(date(2020, 6, 15)), classic.on(date(2020, 6, 16)))
    assert (only.table, only.id, only.one) == ("obligation", "ambition", None)


def test_every_field_that_may_differ_has_a_name() -> None:
    records = [each for each in Record.__subclasses__() if each.__module__.startswith("srtool.rules.")]
    assert {"Block", "Limit", "Reduction"} <= {record.__name__ for record in records}
    names = {one.name for record in records for one in fields(record)} - {"id", "source"}
    names |= {"title", "authority_kind", "anchor", "family", "counting", "blocks_from", "note"}
    for lang in LANGUAGES:
        assert names <= words(lang, "rules.fields").keys()

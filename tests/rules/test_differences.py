"""What differs between two rule sets, and the words for it."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from srtool.readers.rules import rule_sets
from srtool.rules.differences import differences, head_differences
from srtool.rules.record import Record
from srtool.rules.ruleset import RuleSet
from srtool.texts import LANGUAGES, words


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


def test_one_rule_set_on_two_days() -> None:
    classic = rules("rijk-classic")
    (only,) = differences(classic.on(date(2020, 6, 15)), classic.on(date(2020, 6, 16)))
    assert (only.table, only.id, only.one) == ("obligation", "ambition", None)


def test_every_field_that_may_differ_has_a_name() -> None:
    records = [each for each in Record.__subclasses__() if each.__module__ == Record.__module__]
    names = {one.name for record in records for one in fields(record)} - {"id", "source"}
    names |= {"title", "authority_kind", "anchor", "family", "counting", "note"}
    for lang in LANGUAGES:
        assert names <= words(lang, "rules.fields").keys()

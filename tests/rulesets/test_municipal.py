"""The municipal tables as they were seen: amounts, hours, limits, and nothing that was not there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from srtool.errors import RuleSetError
from srtool.readers.rules import rule_sets
from srtool.rules.ruleset import RuleSet
from srtool.texts import LANGUAGES, say

TABLES = {
    "utrecht-a": {
        "participatiewet-short": 30000,
        "participatiewet-long": 40000,
        "ww-short": 15000,
        "ww-long": 20000,
        "wia-wao": 30000,
        "banenafspraak": 35000,
    },
    "utrecht-b": {
        "participatiewet-short": 30000,
        "participatiewet-long": 40000,
        "ww-short": 15000,
        "ww-long": 20000,
        "wia-wao": 30000,
        "banenafspraak": 35000,
        "bbl": 15000,
        "bol": 10000,
        "nug": 10000,
    },
    "utrecht-c": {
        "participatiewet": 40000,
        "banenafspraak": 50000,
        "pro-vso-entree": 35000,
        "wia-wao": 40000,
        "ww": 20000,
        "bbl-2-4": 35000,
        "bol-2-4": 20000,
        "nug": 10000,
    },
    "haaglanden": {
        "nug": 5000,
        "youth-unqualified": 10000,
        "intern-mbo-hbo": 5000,
        "intern-vso-pro": 7500,
        "bbl-to-2": 25000,
        "bbl-from-3": 15000,
        "ww": 20000,
        "wia": 30000,
        "participatiewet": 40000,
        "banenafspraak": 50000,
    },
    "leiden": {
        "nug": 5000,
        "nug-disability": 10000,
        "bol": 10000,
        "bbl": 25000,
        "pro-vso": 25000,
        "ww": 15000,
        "wia": 40000,
        "wajong": 25000,
        "participatiewet": 30000,
        "participatiewet-disability": 50000,
        "wsw": 50000,
    },
    "alphen": {
        "nug": 5000,
        "nug-disability": 10000,
        "bol": 5000,
        "bbl": 25000,
        "pro-vso": 25000,
        "ww": 10000,
        "wia": 20000,
        "wajong": 25000,
        "participatiewet-short": 25000,
        "participatiewet-long": 30000,
        "participatiewet-disability": 50000,
        "wsw": 50000,
    },
    "harlingen": {
        "participatiewet-short": 35000,
        "participatiewet-long": 40000,
        "ww-short": 15000,
        "ww-long": 20000,
        "wia-wao": 35000,
        "banenafspraak": 40000,
        "work-experience": 7500,
        "bbl-new": 15000,
        "bbl-existing": 10000,
        "intern-mbo-1-2": 5000,
        "intern-mbo-3-4-hbo": 2500,
    },
}
TABLES["utrecht-d"] = TABLES["utrecht-c"]
BONUSES = {
    "utrecht-a": {},
    "utrecht-b": {"permanent": 10000, "age-50-plus": 5000},
    "utrecht-c": {"permanent": 10000, "age-over-50": 10000, "status-holder": 10000},
    "utrecht-d": {"permanent": 10000, "age-over-50": 10000, "status-holder": 10000},
    "haaglanden": {"age-55-plus": 10000, "training-costs": None, "pro-vso-contract": 25000, "disability": 10000},
    "leiden": {"age-55-plus": 15000, "pro-vso-contract": 10000},
    "alphen": {"age-55-plus": 10000},
    "harlingen": {"age-50-plus": 5000, "age-55-plus": 7500},
}
HOURS = {"utrecht-a": 40, "utrecht-b": 36, "utrecht-c": 36, "utrecht-d": 36, "haaglanden": 36, "harlingen": 36}
SINCE = {"haaglanden": date(2023, 7, 1), "leiden": date(2023, 9, 1)}


def rules(name: str) -> RuleSet:
    return rule_sets.load(rule_sets.find(name, None)).rules


@pytest.mark.parametrize("name", TABLES)
def test_the_table_as_seen(name: str) -> None:
    found = rules(name)
    yearly = {one.id: one.amount for one in found.block if one.per in {"year", "year_full_time"}}
    assert yearly == TABLES[name]
    assert {one.id: one.amount for one in found.bonus} == BONUSES[name]
    basis = found.limit_for("full_time", None)
    assert (None if basis is None else basis.hours_per_week) == HOURS.get(name)
    assert all((one.per == "year") == (name not in HOURS) for one in found.block if one.id in yearly)
    assert found.period() == (SINCE.get(name), None)
    assert not found.threshold
    assert not found.obligation
    assert found.authority_kind == "decentral"


@pytest.mark.parametrize("name", TABLES)
def test_names_lead_to_one_block_or_to_those_of_one_group(name: str) -> None:
    found = rules(name)
    for block in found.block:
        assert found.blocks_named(block.id) == (block,)
        assert found.blocks_named(block.label["nl"].upper()) == (block,)
    ids = {block.id for block in found.block}
    assert not ids & {other for block in found.block for other in block.also}


def test_the_limits_of_haaglanden() -> None:
    found = rules("haaglanden")
    limits = {one.id: found.limit_for("maximum_months", one) for one in found.block}
    months = {name: one.months for name, one in limits.items() if one is not None}
    longer = {"wia": 24, "intern-vso-pro": 24, "participatiewet": 24, "bbl-to-2": 24, "bbl-from-3": 36}
    assert months == dict.fromkeys(limits, 12) | longer | {"banenafspraak": None}
    window = found.limit_for("start_window", None)
    assert window is not None
    assert window.months == 12


def test_only_harlingen_asks_for_hours_and_only_haaglanden_limits_months() -> None:
    assert {n for n in TABLES if rules(n).limit_for("minimum_hours", None)} == {"harlingen"}
    assert {n for n in TABLES if rules(n).limit_for("maximum_months", None)} == {"haaglanden"}
    least = rules("harlingen").limit_for("minimum_hours", None)
    assert least is not None
    assert least.hours_per_week == Decimal(12)


def test_the_plain_name_is_the_newest_table() -> None:
    assert rules("utrecht").id == "utrecht-d"
    assert {rules(f"utrecht-{letter}").family for letter in "abcd"} == {"utrecht"}
    assert [rules(f"utrecht-{letter}").newest for letter in "abcd"] == [False, False, False, True]


def test_an_own_file_may_not_take_the_plain_name(tmp_path: Path) -> None:
    (tmp_path / "utrecht.toml").write_text('id = "utrecht"\ntitle = { nl = "X", en = "X" }\n', "utf-8")
    with pytest.raises(RuleSetError) as caught:
        rule_sets.find("utrecht", tmp_path)
    assert caught.value.problems[0].code == "rule_set_shipped"


HEAD = 'id = "x"\ntitle = { nl = "X", en = "X" }\n[[source]]\nid = "law"\ntitle = "Law"\n'
BLOCK = '[[block]]\nid = "ww"\nlabel = { nl = "WW" }\nsource = ["law"]\ncertainty = "stated"\n'
LIMIT = '[[limit]]\nid = "%s"\nsource = ["law"]\ncertainty = "stated"\nbounds = "%s"\n'


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        (BLOCK + 'per = "month"\n', "value_missing", "block[0].amount"),
        (LIMIT % ("a", "full_time"), "bound_missing", "limit[0].hours_per_week"),
        (LIMIT % ("a", "full_time") + "hours_per_week = 0\n", "bound_missing", "limit[0].hours_per_week"),
        (LIMIT % ("a", "maximum_months"), "bound_missing", "limit[0].months"),
        (
            LIMIT % ("a", "maximum_months") + "months = 1\n" + LIMIT % ("b", "maximum_months") + "unlimited = true\n",
            "bound_double",
            "limit[1].bounds",
        ),
        (
            BLOCK + LIMIT % ("a", "maximum_months") + 'months = 1\nblocks = ["wv"]\n',
            "block_of_none",
            "limit[0].blocks",
        ),
        (BLOCK + 'amount = 5\nper = "fortnight"\n', "rule_choice_unknown", "block[0].per"),
        (BLOCK + 'condition = { fr = "Non" }\n', "key_missing", "block[0].condition.nl"),
    ],
)
def test_a_mistake_in_a_value_is_named_with_its_place(tmp_path: Path, text: str, code: str, place: str) -> None:
    (tmp_path / "x.toml").write_text(HEAD + text, "utf-8")
    with pytest.raises(RuleSetError) as caught:
        rule_sets.load(tmp_path / "x.toml")
    found = {(problem.code, str(problem.place).removeprefix("x.toml: ")) for problem in caught.value.problems}
    assert (code, place) in found
    assert all(say.problem(lang, problem) for lang in LANGUAGES for problem in caught.value.problems)

"""A rule set that takes its blocks from a shipped table: what is added, what goes before, and what is never taken."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from srtool.readers.rules.rule_sets import find, load, shipped
from srtool.rules.ruleset import RuleSet

HEAD = 'id = "own"\nblocks_from = "%s"\ntitle = { nl = "Eigen", en = "Own" }\n'
SOURCE = '[[source]]\nid = "%s"\ntitle = "Own policy"\n'
BLOCK = '[[block]]\nid = "ww"\nlabel = { nl = "WW" }\namount = 1234\nper = "month"\nsource = ["law"]\n'
WITH_BLOCKS = [name for name in shipped() if load(find(name, None)).rules.block]


def own(tmp_path: Path, text: str) -> RuleSet:
    path = tmp_path / "own.toml"
    path.write_text(text, "utf-8")
    return load(path).rules


@pytest.mark.parametrize("name", WITH_BLOCKS)
def test_what_efforts_count_for_is_taken_and_what_a_contract_owes_is_not(tmp_path: Path, name: str) -> None:
    table = load(find(name, None)).rules
    rules = own(tmp_path, HEAD % name)
    for part in ("block", "bonus", "limit", "reduction", "counting"):
        assert getattr(rules, part) == getattr(table, part)
    assert (rules.threshold, rules.obligation, rules.process, rules.check, rules.members) == ((), (), (), (), ())
    assert {source for block in rules.block for source in block.source} <= {source.id for source in rules.source}


def test_a_record_of_ones_own_goes_before_one_of_the_same_id(tmp_path: Path) -> None:
    rules = own(tmp_path, HEAD % "haaglanden" + SOURCE % "law" + BLOCK + 'certainty = "stated"\n')
    (block,) = rules.blocks_named("ww")
    assert (block.amount, block.per) == (Decimal(1234), "month")
    assert len(rules.block) == len(load(find("haaglanden", None)).rules.block)


def test_a_limit_of_ones_own_may_be_for_a_block_that_was_taken(tmp_path: Path) -> None:
    limit = '[[limit]]\nid = "mine"\nbounds = "maximum_months"\nmonths = 3\nblocks = ["nug"]\nsource = ["law"]\n'
    rules = own(tmp_path, HEAD % "leiden" + SOURCE % "law" + limit + 'certainty = "stated"\n')
    found = rules.limit_for("maximum_months", rules.blocks_named("nug")[0])
    assert found is not None
    assert found.months == 3


def test_sources_of_one_name_stay_apart(tmp_path: Path) -> None:
    rules = own(tmp_path, HEAD % "parkstad" + SOURCE % "kopie-gemeenten")
    titles = {source.id: source.title for source in rules.source}
    assert titles["kopie-gemeenten"] == "Own policy"
    assert {titles[source] for block in rules.block for source in block.source} == {titles["parkstad:kopie-gemeenten"]}

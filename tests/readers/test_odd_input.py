"""Odd input ends in a sentence with its place: endless numbers, missing ones, long chains, folders that are none."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from srtool.errors import InputError, RuleSetError
from srtool.readers import register
from srtool.readers.rules import rule_sets
from srtool.readers.settings import NAME, load
from srtool.readers.toml_file import parse
from srtool.texts import LANGUAGES
from srtool.texts.say import problem
from tests.support.told import codes, told

CONTRACT = '[[contracts]]\nid = "A"\ntitle = "T"\n'


def _wrong(text: str) -> list[str]:
    wrong = told(lambda: register.from_bytes(text.encode(), "a.toml"))
    for lang in LANGUAGES:
        assert all(problem(lang, one) for one in wrong)
    return codes(wrong)


@pytest.mark.parametrize("digits", [4000, 5000])
@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("wage_sum = {}", "contracts[0].wage_sum"),
        ("title2 = {}", "contracts[0].title2"),
        ("[contracts.social_return]\npeople = {}", "contracts[0].social_return.people"),
        ("[contracts.social_return]\ngrowth = [{{ from = 2026-01-01, percent = {} }}]",
         "contracts[0].social_return.growth[0].percent"),
    ],
)  # fmt: skip
def test_a_number_without_end(line: str, place: str, digits: int) -> None:
    assert _wrong(CONTRACT + line.format("0x" + "f" * digits)) == [f"number_long {place}"]
    assert _wrong(CONTRACT + line.format("9" * 100)) == [f"number_long {place}"]


def test_no_key_that_may_be_a_citizen_number_is_repeated() -> None:
    assert _wrong(f"{CONTRACT}123456782 = 0x{'f' * 99}") == ["number_long contracts[0].…"]


def test_a_number_that_is_only_too_long_for_its_field_keeps_its_sentence() -> None:
    assert _wrong(f"{CONTRACT}wage_sum = {10**16}")[0].startswith("amount_")


def test_the_missing_number_of_an_effort_is_the_mistake_that_is_told() -> None:
    effort = '[[efforts]]\n{}contract = "A"\nkind = "purchase"\namount = 1\n{}'
    text = CONTRACT + effort.format("", 'corrects = "E2"\n') + effort.format('id = "E2"\n', 'corrects = "E3"\n')
    assert "key_missing efforts[0].id" in _wrong(text)


def _chain(count: int, last: str = "") -> str:
    efforts = (
        f'[[efforts]]\nid = "E{n}"\ncontract = "A"\nkind = "purchase"\namount = 1\n'
        + (f'corrects = "E{n - 1}"\n' if n else last)
        for n in range(count)
    )
    return CONTRACT + "".join(efforts)


def test_a_chain_of_corrections_is_walked_once() -> None:
    def seconds(count: int) -> float:
        text, begin = _chain(count).encode(), process_time()
        register.from_bytes(text, "a.toml")
        return process_time() - begin

    assert seconds(4000) < 12 * seconds(1000) + 0.5


def test_a_circle_of_corrections_is_still_named() -> None:
    assert _wrong(_chain(3, 'corrects = "E2"\n')) == ["corrects_circle efforts[0].corrects"]


@pytest.mark.parametrize("folder", ["a" * 300, "a" * 5000])
def test_a_folder_that_the_system_refuses(tmp_path: Path, folder: str) -> None:
    (tmp_path / NAME).write_text(f'rule_sets = "{folder}"\n', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load(tmp_path / NAME)
    (wrong,) = caught.value.problems
    assert (wrong.code, str(wrong.place)) == ("rule_sets_unusable", "srtool.toml: rule_sets")
    assert all(len(problem(lang, wrong)) < 400 for lang in LANGUAGES)


@pytest.mark.parametrize(("months", "is_right"), [(1200, True), (1201, False), (120_000, False)])
def test_a_limit_of_a_rule_set_stays_in_the_calendar(tmp_path: Path, months: int, is_right: bool) -> None:  # noqa: FBT001
    text = (
        'id = "town"\nauthority_kind = "decentral"\nanchor = "publication"\n[title]\nnl = "S"\nen = "T"\n'
        '[[source]]\nid = "p"\ntitle = "P"\n[[limit]]\nid = "l"\n'
        f'months = {months}\nbounds = "start_window"\nsource = ["p"]\ncertainty = "stated"\n'
    )
    (tmp_path / "town.toml").write_text(text, encoding="utf-8")
    try:
        rule_sets.load(tmp_path / "town.toml")
        codes: list[str] = []
    except RuleSetError as error:
        codes = [wrong.code for wrong in error.problems]
    assert ("months_range" in codes) is not is_right


def test_the_walk_takes_every_kind_of_value() -> None:
    assert parse(b"a = [1, [2.5, {b = true}]]\nd = 2026-01-01\n", "a.toml")["a"][0] == 1


@pytest.mark.parametrize("value", ["[]", '["n.v.t."]', "{ a = 1 }", "[[]]", "[{}]", "1", "2026-01-01", "true"])
@pytest.mark.parametrize("line", ["contract_manager = {}", "unit = {}", "[contracts.social_return]\nmotivation = {}"])
def test_what_is_no_text_where_a_text_belongs(line: str, value: str) -> None:
    """Beside the word of another contract that says nothing."""
    other = '[[contracts]]\nid = "B"\ntitle = "T"\nunit = "n.v.t."\ncontract_manager = "n.v.t."\n'
    assert len(_wrong(other + CONTRACT + line.format(value))) == 1

"""Lines added to the text of a srtool.toml: every byte of what stands there is kept, and it reads as it should."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srtool.inspection.answers import Path
from srtool.views.inspection.settings_text import inserted, line_of

ANSWER: dict[Path, list[str]] = {("assume",): ['basis = "wage_sum"']}


def _kept(before: str, after: str) -> bool:
    """Whether every line that stood there stands there still, in its order."""
    lines = iter(after.splitlines(keepends=True))
    return all(any(line == other for other in lines) for line in before.splitlines(keepends=True))


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# only a remark\n",
        'lang = "nl"\n',
        "[assume]\n",
        "[assume] # what we decided\n# why\nextended = true # all of them\n\n[columns]\nKleur = ''\n",
        "[ assume ]\nextended = true\n",
        '["assume"]\nextended = true\n',
        '[columns]\n"Status" = "status"\n[assume]\nextended = true\n',
        "assume.extended = true\n",
        '[values]\n"[assume]" = "ja"\n',
        "[values]\nlong = '''\n[assume]\n'''\n",
        '[values."Status van het contract"]\nVerlengd = "lopend"\n',
        "[assume]\r\nextended = true\r\n",
        'lang = "nl"\r\n',
        "\ufefflang = 'nl'\n",
        'lang = "nl"\n\n\n',
    ],
)
def test_an_answer_is_added_and_all_else_stays(before: str) -> None:
    after = inserted(before, ANSWER)
    assert after is not None
    assert _kept(before, after)
    was = tomllib.loads(before.removeprefix("\ufeff").replace("\r\n", "\n"))
    now = tomllib.loads(after.removeprefix("\ufeff").replace("\r\n", "\n"))
    assert now == {**was, "assume": {**was.get("assume", {}), "basis": "wage_sum"}}
    assert after.startswith("\ufeff") == before.startswith("\ufeff")
    if "\r\n" in before:
        assert "\n" not in after.replace("\r\n", "")


def test_a_last_line_without_its_end_gets_one() -> None:
    assert inserted('lang = "nl"', ANSWER) == 'lang = "nl"\n\n[assume]\nbasis = "wage_sum"\n'


def test_a_table_on_one_line_takes_nothing() -> None:
    assert inserted("assume = { extended = true }\n", ANSWER) is None


def test_a_key_of_the_file_itself_comes_above_all_tables() -> None:
    after = inserted("[assume]\nextended = true\n", {(): ['rule_set = "utrecht"']})
    assert after == 'rule_set = "utrecht"\n\n[assume]\nextended = true\n'


def test_a_comment_that_stands_there_is_not_written_again() -> None:
    block: dict[Path, list[str]] = {("assume",): ["# Of what is it?", '# basis = ""  # wage sum']}
    once = inserted("[columns]\n", block)
    assert once == '[columns]\n\n[assume]\n# Of what is it?\n# basis = ""  # wage sum\n'
    assert inserted(once, block) == once


def test_two_columns_may_ask_the_same_of_one_word() -> None:
    block: dict[Path, list[str]] = {
        ("values", "A"): ['# x = ""  # yes or no'],
        ("values", "B"): ['# x = ""  # yes or no'],
    }
    after = inserted("", block)
    assert after is not None
    assert after.count("# x = ") == 2


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (Decimal("37.50"), "37.50"),
        (Decimal(80), "80"),
        (date(2026, 11, 1), "2026-11-01"),
        (["Vastgoed", 'a "b"'], '["Vastgoed", "a \\"b\\""]'),
        ("C:\\rules\\own.toml", '"C:\\\\rules\\\\own.toml"'),
    ],
)
def test_a_value_is_written_as_toml(value: object, text: str) -> None:
    assert line_of("key", value) == f"key = {text}"


@given(key=st.text(), value=st.text())
def test_any_word_reads_back(key: str, value: str) -> None:
    try:
        (key + value).encode()
    except UnicodeEncodeError:
        return
    after = inserted("", {("values", key): [line_of(key, value)]})
    assert after is not None
    assert tomllib.loads(after) == {"values": {key: {key: value}}}

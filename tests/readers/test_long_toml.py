"""A long TOML file read a table at a time says what it says as a whole, or is left to the library."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from srtool.errors import InputError
from srtool.readers.long_toml import in_parts
from srtool.readers.toml_file import parse

_EFFORT = '[[efforts]]\nid = "E1"\nstart = 2026-01-01\namount = 5\n\n'
_IN_PARTS = {
    "every kind of value": '[[efforts]]\na = "x"\nb = 1.50\nc = true\nd = 1979-05-27T07:32:00\ne = 0x1F\nf = 1_000\n',
    "an empty text": '[[efforts]]\nid = ""\n',
    "a table above": f'title = "x"\n[[contracts]]\nid = "C1"\n{_EFFORT * 2}',
    "a table below": f'{_EFFORT * 2}[[contracts]]\nid = "C1"\n[contracts.social_return]\npercent = 5\n',
    "an inner table": f"{_EFFORT}[[efforts]]\n[efforts.more]\na = 1\n",
    "a list": f'{_EFFORT}[[efforts]]\nbonuses = ["a", "b"]\n{_EFFORT}',
    "a list over lines": f"{_EFFORT}[[efforts]]\nhours = [\n[1, 2],\n[3]]\n{_EFFORT}",
    "what is escaped": f'{_EFFORT}[[efforts]]\nid = "a \\" b"\n{_EFFORT}',
    "a text as it stands": f"{_EFFORT}[[efforts]]\nid = 'a\"'\n{_EFFORT}",
    "a remark": f'{_EFFORT}[[efforts]]\nid = "a" # b\n# [[efforts]]\n{_EFFORT}',
    "a sign of a remark in a text": f'{_EFFORT}[[efforts]]\nid = "[[efforts]] # = x"\n',
    "lines that end as in Windows": f"{_EFFORT * 3}".replace("\n", "\r\n"),
    "no last line end": f"{_EFFORT}[[efforts]]",
    "a dotted key": f"{_EFFORT}[[efforts]]\na.b = 1\n",
    "a quoted key": f'{_EFFORT}[[efforts]]\n"a b" = 1\n',
}
_AS_A_WHOLE = {
    "no list of tables": 'title = "x"\n',
    "a text over lines": f'{_EFFORT}[[efforts]]\nid = """\n[[efforts]]\n"""\n',
    "a name that is a value": "[[true]]\na = 1\n",
    "a table in between": f'{_EFFORT}[[contracts]]\nid = "C1"\n{_EFFORT}',
    "a header with a blank": f"{_EFFORT}[[ efforts ]]\nid = 1\n{_EFFORT}",
    "a key twice": f"{_EFFORT}[[efforts]]\nid = 1\nid = 2\n",
    "a table twice": f"[one]\na = 1\n{_EFFORT}[one]\nb = 1\n",
    "a list that is no list of tables": f"efforts = []\n{_EFFORT}",
    "a list that is not closed": f"one = [\n{_EFFORT}]\n",
    "no value": f"{_EFFORT}[[efforts]]\nid = \n",
    "a number with a zero in front": f"{_EFFORT}[[efforts]]\nid = 007\n",
    "a day that is none": f"{_EFFORT}[[efforts]]\nstart = 2026-02-30\n",
    "a number that is too long": f"{_EFFORT}[[efforts]]\namount = {'9' * 60}\n",
    "an exponent that is too long": f"{_EFFORT}[[efforts]]\namount = 1e{'9' * 25}\n",
    "lists without end": f"{_EFFORT}[[efforts]]\namount = {'[' * 5000}\n",
}


def _as_a_whole(text: str) -> dict[str, Any]:
    return tomllib.loads(text, parse_float=Decimal)


@pytest.mark.parametrize("text", _IN_PARTS.values(), ids=_IN_PARTS.keys())
def test_in_parts_a_file_says_the_same(text: str) -> None:
    assert repr(in_parts(text)) == repr(_as_a_whole(text))


@pytest.mark.parametrize("text", _AS_A_WHOLE.values(), ids=_AS_A_WHOLE.keys())
def test_what_may_mean_something_else_in_parts_is_read_as_a_whole(text: str) -> None:
    assert in_parts(text) is None


_LINES = st.sampled_from(
    [
        "[[efforts]]",
        "[[contracts]]",
        "[efforts.more]",
        "[one]",
        'id = "E1"',
        "id = 1",
        "start = 2026-01-01",
        'a = ["[[efforts]]"]',
        "b = [",
        "]",
        "[[1]],",
        'c = """',
        '"""',
        "# [[efforts]]",
        "  d = 1.5  ",
        "",
    ]
)


@given(st.lists(_LINES, max_size=12).map("\n".join))
def test_whatever_the_lines_a_file_says_the_same_or_is_read_as_a_whole(text: str) -> None:
    tables = in_parts(text)
    assert tables is None or repr(tables) == repr(_as_a_whole(text))


def test_in_a_long_file_the_line_of_a_mistake_is_told() -> None:
    text = f"{_EFFORT * 1100}[[efforts]]\nid = \n"
    with pytest.raises(InputError) as error:
        parse(text.encode(), "register.toml")
    (problem,) = error.value.problems
    assert (problem.code, problem.values["line"]) == ("toml_value", 1100 * 5 + 2)


def test_what_many_tables_of_a_long_file_repeat_is_one_object() -> None:
    first, *_, last = parse((_EFFORT * 1100).encode(), "register.toml")["efforts"]
    assert all(one is other for one, other in zip(first.values(), last.values(), strict=True))
    assert all(one is other for one, other in zip(first, last, strict=True))

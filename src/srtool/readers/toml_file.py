"""The bytes of a TOML file as tables, or the one problem that keeps it from being read. Loads no model."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from srtool.errors import InputError, Problem
from srtool.place import Place

_WORKBOOK = (b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1"))
"""How an Excel file begins, a new and an old one."""
_LONG = 1_000
"""Tables in lists from which a file is long."""
_MOST_BITS = 128
"""Of an integer: what is shorter, and still too long, has a sentence of its own field."""
_AT = re.compile(r"\(at line (\d+), column (\d+)\)$")
_COMMENT_OR_TEXT = re.compile(
    r"""#|["]{3}(?:\\.|[^\\])*?["]{3,5}|["](?:\\.|[^"\\\n])*["]|'{3}.*?'{3,5}|'[^'\n]*'""", re.DOTALL
)
"""A `#`, or a text in which it is none."""
_REASONS = (
    ("Invalid value", "toml_value"),
    ("Invalid date", "toml_value"),
    ("Cannot overwrite", "toml_twice"),
    ("Cannot declare", "toml_twice"),
    ("Cannot mutate", "toml_twice"),
    ("Cannot redefine", "toml_twice"),
    ("Duplicate inline table key", "toml_twice"),
    ("Unescaped '\\'", "toml_backslash"),
    ("Expected '='", "toml_equals"),
    ("Invalid statement", "toml_equals"),
    ("Expected newline", "toml_after_value"),
)
"""How tomllib starts its message, and the code whose sentence tells an officer what to do."""


def parse(data: bytes, name: str) -> dict[str, Any]:
    """The tables of a file, numbers as Decimal; InputError with the line where it cannot be read."""
    text = _text(data, name)
    try:
        if (tables := _in_parts(text)) is not None:
            return tables
        document = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise InputError([_syntax(str(error), text, name)]) from error
    except RecursionError as error:
        raise InputError([Problem("toml_nested", Place(name))]) from error
    except (
        ValueError,
        ArithmeticError,
    ) as error:  # a number of thousands of digits, or with such an exponent
        raise InputError([Problem("toml_number", Place(name))]) from error
    if problems := [Problem("number_long", Place(name, _unsaid(path))) for path in long_numbers(document, "")]:
        raise InputError(problems)
    return document


def _in_parts(text: str) -> dict[str, Any] | None:
    """The tables of a long file; None of one that is to be read as a whole."""
    if text.count("\n[[") < _LONG:
        return None
    from srtool.readers.long_toml import in_parts  # noqa: PLC0415 - hardly a file is long

    return in_parts(text)


def long_numbers(value: object, path: str) -> Iterator[str]:
    """Where an integer stands that has more digits than can be a number of anything; Python cannot even print some."""
    match value:
        case dict():
            for key, inner in value.items():
                yield from long_numbers(inner, f"{path}.{key}".removeprefix("."))
        case list():
            for number, inner in enumerate(value):
                yield from long_numbers(inner, f"{path}[{number}]")
        case int() if value.bit_length() > _MOST_BITS:
            yield path


def _unsaid(path: str) -> str:
    from srtool.readers.privacy import without_numbers  # noqa: PLC0415 - only needed when something is wrong

    return without_numbers(path)


def has_comments(text: str) -> bool:
    """Whether there are comments in a TOML file that can be read."""
    return any(match[0] == "#" for match in _COMMENT_OR_TEXT.finditer(text))


def _text(data: bytes, name: str) -> str:
    if data.startswith(_WORKBOOK):
        raise InputError([Problem("toml_is_workbook", Place(name))])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise InputError([Problem("not_utf8", Place(name), {"line": line})]) from error


def _syntax(message: str, text: str, name: str) -> Problem:
    at = _AT.search(message)
    if at is None:  # "at end of document": something was opened and never closed
        lines = text.rstrip().split("\n")
        return Problem("toml_unfinished", Place(name), {"line": len(lines), "column": len(lines[-1]) + 1})
    code = next((code for start, code in _REASONS if message.startswith(start)), "toml_syntax")
    return Problem(code, Place(name), {"line": int(at[1]), "column": int(at[2])})

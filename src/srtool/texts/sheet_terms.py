"""The names of fields as the reader of a sheet knows them: by the heading of the column, not by the key of TOML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache, partial

from srtool.finding import SheetColumns
from srtool.texts import Lang, keys, lists, sentence

_WORD = re.compile(r"(?P<open>\()?(?P<key>(?<![\w.{/-])[a-z]+(?:[_.][a-z]+)*(?![\w}]|\.[a-z]))")
_ALONE = frozenset({"indefinite", "exemptions", "merges", "adjustments"})
"""Keys without a mark in them that are no words of either language."""


@lru_cache
def in_sheet_terms(lang: Lang, text: str, own: SheetColumns | None = None) -> str:
    """The text with each key of a field or table called as in a sheet; a key that is a word too only in brackets.

    `own` gives the letter and the heading of the columns of contracts that the reader has: others are new ones.
    """
    return _WORD.sub(partial(_called, _names(lang) if own is None else _names(lang) | _own_names(lang, own)), text)


@cache
def _own_names(lang: Lang, columns: SheetColumns) -> dict[str, str]:
    """What each key of a contract is called on the sheet of the reader."""
    there, new = (sentence(lang, f"checks.sheet.{what}") for what in ("own_column", "new_column"))
    own, names = dict(columns), dict[str, str]()
    for key, headings in lists(lang, "vocabulary.headings.contracts").items():
        letter, heading = own.get(key, ("", ""))
        called = there.format(letter=letter, heading=shortened(heading)) if letter else new.format(heading=headings[0])
        names |= {key.rpartition(".")[2]: called, key: called, f"contracts.{key}": called}
    return names


def shortened(heading: str, most: int = 40) -> str:
    """A heading on one line, cut where it is a whole sentence."""
    line = " ".join(heading.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _called(names: Mapping[str, str], match: re.Match[str]) -> str:
    key, bracket = match["key"], match["open"] or ""
    in_brackets = bracket and match.string[match.end() : match.end() + 1] in {")", ",", ";"}
    marked = "_" in key or "." in key or key in _ALONE or in_brackets
    return f"{bracket}{names[key]}" if marked and key in names else match[0]


@cache
def _names(lang: Lang) -> dict[str, str]:
    """What each key is called; that of a contract goes before that of another table."""
    column, sheet = (sentence(lang, f"checks.sheet.{what}") for what in ("column", "sheet"))
    names: dict[str, str] = {}
    for table in reversed(keys("vocabulary.headings")):
        for key, headings in lists(lang, f"vocabulary.headings.{table}").items():
            called = column.format(heading=headings[0])
            names |= {key: called, f"{table}.{key}": called}
    for key, headings in lists(lang, "vocabulary.headings.contracts").items():
        names[key.rpartition(".")[2]] = column.format(heading=headings[0])
    tables = {name: sheet.format(title=titles[0]) for name, titles in lists(lang, "vocabulary.tables").items()}
    return tables | names | {"social_return": sentence(lang, "checks.sheet.social_return")}

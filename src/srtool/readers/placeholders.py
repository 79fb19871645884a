"""Words that stand where nothing is filled in: `n.v.t.`, `diverse`, `vacature`, `redacted (personal data)`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from srtool.errors import Problem
from srtool.readers.problems import shown
from srtool.readers.raw import MOST_CELLS, RawTable, named
from srtool.readers.vocabulary import placeholder_starts, placeholder_words, plain, words_for_no
from srtool.register.columns import infos
from srtool.register.unread import PERSON_TABLES

_NAMES = frozenset({"id", "title", "contract", "category", "corrects", "rule_set", "block", "cause"})
"""Fields in which such a word is a name like any other, or is judged by its own list."""
_NOTHING_BY_NO = frozenset(
    {
        "supplier",
        "client",
        "buyer",
        "contract_manager",
        "social_return_adviser",
        "social_return.motivation",
        "social_return.subject_link",
        "social_return.shortfall_clause",
        "social_return.pilot",
        "reason",
        "decided_by",
    }
)
"""Fields in which `nee` or `geen` answers that there is none."""
_LONGEST = 60
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def taken_out(table: str, raw: RawTable) -> Iterator[tuple[str, Problem]]:
    """Takes such words out of the text fields of a table; per field a remark with its words and places."""
    for key in _text_fields(table):
        empty = {text for text in _texts(key, raw.records) if _says_nothing(key, text)}
        if not empty:
            continue
        leaf = key.rpartition(".")[2]
        texts = [(number, record, record.get(leaf)) for number, record in _holders(key, raw.records)]
        taken = [(number, record, text) for number, record, text in texts if isinstance(text, str) and text in empty]
        numbers = [number for number, _, _ in taken]
        words = dict.fromkeys(text for _, _, text in taken)
        for _, record, _ in taken:
            del record[leaf]
        places = [raw.rows[number].at(key) for number in numbers]
        values = {
            "words": ("…",) if table in PERSON_TABLES else named([shown(word) for word in words], len(words)),
            "count": len(places),
            "cells": named([place.inside for place in places[:MOST_CELLS]], len(places)),
        }
        yield key, Problem("placeholder", places[0], values)


@cache
def is_placeholder(text: str) -> bool:
    """Whether the text only says that nothing is filled in, in either language."""
    # An empty text and an error value (`#N/A`) are mistakes of their own.
    if not text.strip() or text.startswith("#") or len(text) > _LONGEST:
        return False
    whole, bare = plain(text), plain(_IN_BRACKETS.sub(" ", text))
    words = placeholder_words()
    return whole in words or bare in words or not whole or _points_elsewhere(text)


def _points_elsewhere(text: str) -> bool:
    """`zie bijlage 3`: what should stand here stands elsewhere, and nothing else is said."""
    start = next((start for start in placeholder_starts() if text.strip().casefold().startswith(start)), None)
    return start is not None and len(text.strip()[len(start) :].split()) <= 1


def _says_nothing(key: str, text: str) -> bool:
    # A code with figures in it, as of a person, is no such word: the quick answer for most cells.
    if text.isascii() and text.isalnum() and not text.isalpha():
        return False
    return is_placeholder(text) or (key in _NOTHING_BY_NO and len(text) <= _LONGEST and plain(text) in words_for_no())


@cache
def _text_fields(table: str) -> tuple[str, ...]:
    return tuple(
        key for key, info in infos(table).items() if info.sort == "text" and not info.required and key not in _NAMES
    )


def _texts(key: str, records: Iterable[Mapping[str, object]]) -> set[str]:
    """What stands under a (dotted) key, each text once; what is no text is a mistake of its own."""
    parent, dot, leaf = key.rpartition(".")
    if not dot:
        return {text for record in records if isinstance(text := record.get(leaf), str)}
    holders = (holder for record in records if isinstance(holder := record.get(parent), dict))
    return {text for holder in holders if isinstance(text := holder.get(leaf), str)}


def _holders(key: str, records: Iterable[Mapping[str, object]]) -> Iterator[tuple[int, dict[str, object]]]:
    """The tables in which the last part of a (dotted) key may stand, with the number of their record."""
    parent, dot, _ = key.rpartition(".")
    for number, record in enumerate(records):
        holder = record.get(parent) if dot else record
        if isinstance(holder, dict):
            yield number, holder

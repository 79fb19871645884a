"""The ideas in the language of the reader."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from srtool.ideas.idea import Idea
from srtool.texts import LANGUAGES, Lang, records


@cache
def ideas(lang: Lang) -> tuple[Idea, ...]:
    """All of them, in the order of the file."""
    return tuple(_idea(record, lang) for record in records("ideas"))


def _idea(record: Mapping[str, Any], lang: Lang) -> Idea:
    told = record[lang]
    categories = (record[each]["category"].casefold() for each in LANGUAGES)
    return Idea(
        id=record["id"],
        kind=record["kind"],
        category=told["category"],
        example=told["example"],
        caution=told.get("caution"),
        source=record["source"],
        url=record["url"] or None,
        parties=record["parties"] or None,
        certainty=record["certainty"],
        cpv=tuple(record["cpv"]),
        terms=tuple(dict.fromkeys((*(word.casefold() for word in record["words"]), *categories))),
    )

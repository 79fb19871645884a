"""The blocks that a file of rules takes from a shipped rule set, added to its own before both are judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from srtool.errors import Problem
from srtool.place import Place
from srtool.readers.nearest import nearest
from srtool.readers.problems import shown

_TABLES = ("block", "bonus", "limit", "reduction")


def with_blocks(
    data: Mapping[str, Any],
    file: str,
    shipped: Callable[[str], Mapping[str, Any] | None],
    names: Callable[[], set[str]],
) -> tuple[dict[str, Any], list[Problem]]:
    """The tables of a file with what its `blocks_from` adds; a record of its own goes before one of the same id.

    `shipped` gives the tables of the shipped rule set of a name, `names` those that there are.
    """
    name = data.get("blocks_from")
    if not isinstance(name, str) or not name.strip():
        return dict(data), []
    table = shipped(name.strip())
    if table is None:
        values = {"value": shown(name), "near": nearest(name, names())}
        return dict(data), [Problem("blocks_from_unknown", Place(file, "blocks_from"), values)]
    if not table.get("block"):
        return dict(data), [Problem("blocks_from_none", Place(file, "blocks_from"), {"value": shown(name)})]
    return _added(data, table), []


def _added(data: Mapping[str, Any], table: Mapping[str, Any]) -> dict[str, Any]:
    own_sources = _ids(data, "source")
    called = {name: f"{table['id']}:{name}" if name in own_sources else name for name in _ids(table, "source")}
    sources = [record | {"id": called[record["id"]]} for record in table["source"]]
    added = {"source": [*_records(data, "source"), *sources]}
    for key in _TABLES:
        own = _ids(data, key)
        taken = [
            record | {"source": [called[name] for name in record["source"]]}
            for record in table.get(key, [])
            if record["id"] not in own
        ]
        if taken:
            added[key] = [*_records(data, key), *taken]
    counting = {"counting": table["counting"]} if "counting" in table and "counting" not in data else {}
    return {**data, **counting, **{key: records for key, records in added.items() if _is_list(data, key)}}


def _is_list(data: Mapping[str, Any], key: str) -> bool:
    """Whether there is room for more: a table that is no list is wrong, and told as it stands."""
    return isinstance(data.get(key, []), list)


def _records(data: Mapping[str, Any], key: str) -> list[Any]:
    records = data.get(key)
    return records if isinstance(records, list) else []


def _ids(data: Mapping[str, Any], key: str) -> set[str]:
    return {str(record["id"]) for record in _records(data, key) if isinstance(record, dict) and "id" in record}

"""One number with several names in the suppliers table: one supplier, which goes by the other names as well."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from srtool.errors import Problem
from srtool.place import Row
from srtool.register.model import Supplier

_NAMED = frozenset({"id", "name", "aliases"})


def with_aliases(pairs: Iterable[tuple[Row, Any]]) -> tuple[list[tuple[Row, Any]], list[Problem]]:
    """The suppliers, later rows of a number taken into its first if they contradict nothing, and remarks."""
    first: dict[str, int] = {}
    joined: list[tuple[Row, Any]] = []
    remarks: list[Problem] = []
    for row, supplier in pairs:
        earlier = first.setdefault(supplier.id, len(joined)) if supplier.id and supplier.name else len(joined)
        if earlier == len(joined) or _contradict(joined[earlier][1], supplier):
            joined.append((row, supplier))
            continue
        at, kept = joined[earlier]
        joined[earlier] = at, _one(kept, supplier)
        if supplier.name != kept.name:
            values = {"id": supplier.id, "name": kept.name, "alias": supplier.name}
            remarks.append(Problem("supplier_alias", row.at("name"), values))
    return joined, remarks


def _contradict(one: Supplier, other: Supplier) -> bool:
    """Whether they say something different about more than what the supplier is called."""
    if one.name is None:
        return True
    pairs = ((getattr(one, it.name), getattr(other, it.name)) for it in fields(Supplier) if it.name not in _NAMED)
    return any(a is not None and b is not None and a != b for a, b in pairs)


def _one(kept: Supplier, other: Supplier) -> Supplier:
    names = dict.fromkeys((*kept.aliases, other.name, *other.aliases))
    filled = {it.name: getattr(other, it.name) for it in fields(Supplier) if getattr(kept, it.name) is None}
    return replace(kept, **filled, aliases=tuple(name for name in names if name not in {kept.name, kept.id}))

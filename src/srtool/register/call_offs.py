"""Which contract carries the obligation of a call-off."""

from __future__ import annotations

from collections.abc import Mapping

from srtool.register.model import Register


def tops(register: Register) -> Mapping[str, str]:
    """Each call-off to the contract that carries the obligation; the reader has refused circles."""
    parents = {one.id: one.part_of for one in register.contracts if one.part_of is not None}
    found: dict[str, str] = {}
    for name in parents:
        top: str = name
        while top in parents:
            top = parents[top]
        found[name] = top
    return found

"""Which contract carries the obligation of a call-off."""

from __future__ import annotations

from collections.abc import Mapping

from srtool.register.model import Register


def tops(register: Register) -> Mapping[str, str]:
    """Each call-off to the contract that carries the obligation; the reader has refused circles."""
    parents = {contract.id: contract.part_of for contract in register.contracts if contract.part_of is not None}
    carriers: dict[str, str] = {}
    for name in parents:
        top: str = name
        while top in parents:
            top = parents[top]
        carriers[name] = top
    return carriers

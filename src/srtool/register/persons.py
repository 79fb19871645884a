"""Who an effort is about: a code belongs to its supplier, and only a path makes one person over several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from srtool.register.model import Effort

_APART = "\N{NULL}"
"""Between the parts of a code, in none of which it can occur."""
_ON_A_PATH = f"path{_APART}"


def with_persons(efforts: Sequence[Effort], supplier_of: Mapping[str, str]) -> Sequence[Effort]:
    """The efforts, each code of a person made different where it is not the same person, and one where a path says so.

    `supplier_of` gives the supplier of each contract. Where every code is of one supplier they are left as they are.
    """
    first: dict[str, str | None] = {}
    shared: set[str] = set()
    paths: dict[tuple[str | None, str], str] = {}
    has_path = False
    for effort in efforts:
        if effort.person is not None:
            supplier = supplier_of.get(effort.contract)
            if first.setdefault(effort.person, supplier) != supplier:
                shared.add(effort.person)
            if effort.path is not None:
                paths[supplier, effort.person] = effort.path
        has_path = has_path or effort.path is not None
    if not shared and not has_path:
        return efforts
    return [_with_person(effort, supplier_of.get(effort.contract), shared, paths) for effort in efforts]


def is_on_a_path(person: str | None) -> bool:
    """Whether this is somebody, as `with_persons` names people, whose path was given."""
    return person is not None and person.startswith(_ON_A_PATH)


def _with_person(
    effort: Effort, supplier: str | None, shared: set[str], paths: Mapping[tuple[str | None, str], str]
) -> Effort:
    path = effort.path or (None if effort.person is None else paths.get((supplier, effort.person)))
    if path is not None:
        return replace(effort, person=f"{_ON_A_PATH}{path}")
    if effort.person in shared:
        return replace(effort, person=_APART.join(("code", supplier or "", effort.person or "")))
    return effort

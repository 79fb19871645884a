"""Changes to parsed data: keys and rows taken away, doubled, moved, misspelled; values replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from random import Random
from typing import Any

import tomli_w

from srtool.register.columns import LISTS, SHEETS, infos
from tests.support.fuzz.odd_values import fit, near, odd

Tree = dict[str, Any]
Spot = tuple[Any, Any]
"""A dictionary or list, and a key or index in it."""


def changed(tree: Tree, chance: Random, changes: int, *, register: bool = False) -> Tree:
    """A copy with so many changes; of a register also fields that it may have and did not."""
    copy = deepcopy(tree)
    # what is refused at once tells nothing about what comes behind the readers
    steps = _GENTLE if chance.random() < 0.7 else _CHANGES
    if register:
        steps = (*steps, _fill, _fill)
    for _ in range(changes):
        chance.choice(steps)(copy, chance)
    return copy


def spots(tree: Any) -> Iterator[Spot]:  # noqa: ANN401 - any part of a tree
    """Every place in the tree that has a value."""
    for key in list(tree) if isinstance(tree, dict) else range(len(tree)):
        yield tree, key
        if isinstance(tree[key], dict | list):
            yield from spots(tree[key])


def as_toml(tree: Tree, chance: Random) -> bytes:
    """The tree in TOML; what TOML cannot say is left out."""
    try:
        return tomli_w.dumps(tree, multiline_strings=chance.random() < 0.1).encode("utf-8", "surrogatepass")
    except (TypeError, ValueError):
        return tomli_w.dumps(_sayable(tree)).encode("utf-8", "surrogatepass")


def _sayable(value: Any) -> Any:  # noqa: ANN401 - any part of a tree
    if isinstance(value, dict):
        return {str(key): _sayable(part) for key, part in value.items() if part is not None}
    if isinstance(value, list | tuple):
        return [_sayable(part) for part in value if part is not None]
    try:
        tomli_w.dumps({"a": value})
    except (TypeError, ValueError):
        return 0
    return value


def _spot(tree: Any, chance: Random) -> Spot | None:  # noqa: ANN401 - idem
    places = list(spots(tree))
    return chance.choice(places) if places else None


def _at_spot(change: Callable[[Any, Any, Random], None]) -> Callable[[Tree, Random], None]:
    def step(tree: Tree, chance: Random) -> None:
        spot = _spot(tree, chance)
        if spot is not None:
            change(*spot, chance)

    return step


def _remove(inside: Any, at: Any, _: Random) -> None:  # noqa: ANN401 - idem
    del inside[at]


def _replace(inside: Any, at: Any, chance: Random) -> None:  # noqa: ANN401 - idem
    inside[at] = odd(chance)


def _shift(inside: Any, at: Any, chance: Random) -> None:  # noqa: ANN401 - idem
    inside[at] = near(inside[at], chance)


def _shift_number(tree: Tree, chance: Random) -> None:
    """A number, a day or a yes becomes another."""
    measures = [(inside, at) for inside, at in spots(tree) if not isinstance(inside[at], str | dict | list)]
    if measures:
        _shift(*chance.choice(measures), chance)


def _misspell(inside: Any, at: Any, chance: Random) -> None:  # noqa: ANN401 - idem
    if isinstance(inside, dict) and isinstance(at, str):
        wrong = chance.choice((at[:-1], at + "s", at.upper(), at.replace("_", "-"), "123456782", "naam", "bsn", " "))
        inside[wrong] = inside.pop(at)


def _double(inside: Any, at: Any, _: Random) -> None:  # noqa: ANN401 - idem
    if isinstance(inside, list):
        inside.insert(at, deepcopy(inside[at]))


def _wrap(inside: Any, at: Any, chance: Random) -> None:  # noqa: ANN401 - idem
    for _ in range(chance.choice((1, 1, 2, 40))):
        inside[at] = chance.choice(([inside[at]], {"x": inside[at]}))


def _swap(tree: Tree, chance: Random) -> None:
    """Two values change places."""
    first, second = _spot(tree, chance), _spot(tree, chance)
    if first is None or second is None:
        return
    (inside, at), (other, place) = first, second
    if not isinstance(inside[at], dict | list) and not isinstance(other[place], dict | list):
        inside[at], other[place] = other[place], inside[at]


def _borrow(tree: Tree, chance: Random) -> None:
    """A value takes the place of another under the same key."""
    spot = _spot(tree, chance)
    if spot is not None and isinstance(spot[1], str):
        others = [inside[key] for inside, key in spots(tree) if key == spot[1]]
        spot[0][spot[1]] = deepcopy(chance.choice(others))


def _fill(tree: Tree, chance: Random) -> None:
    """A field that the register may have gets a value: mostly as it should be."""
    table = chance.choice(SHEETS)
    nested = next((path for path in LISTS if path.endswith(f".{table}")), None)
    info = chance.choice(list(infos(table).values()))
    value = odd(chance) if chance.random() < 0.1 else fit(info, chance)
    rows = tree.get("contracts" if nested else table)
    if not isinstance(rows, list):
        return
    records = [row for row in rows if isinstance(row, dict)]
    if not records:
        rows.append({info.key: value, "id": "N-1", "contract": "A"})
    elif nested is None:
        _put(chance.choice(records), info.key, value)
    else:
        _put(chance.choice(records), nested, [{info.key: value}])


def _put(record: Tree, key: str, value: object) -> None:
    *path, name = key.split(".")
    for part in path:
        inner = record.setdefault(part, {})
        if not isinstance(inner, dict):
            return
        record = inner
    record[name] = value


_CHANGES: Sequence[Callable[[Tree, Random], None]] = (
    *map(_at_spot, (_remove, _replace, _replace, _replace, _shift, _shift, _shift, _misspell, _double, _wrap)),
    _swap,
    _borrow,
    _borrow,
)
_GENTLE: Sequence[Callable[[Tree, Random], None]] = (_shift_number, _shift_number, _borrow, _borrow, _at_spot(_remove))
"""After which most files can still be read."""

"""What counts of a contract when bundles are made, and when items are a bundle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

Members = tuple[int, ...]
"""Positions of the items of one bundle."""


class Item(NamedTuple):
    """Days as ordinals, cents as whole numbers; items sort by their start."""

    start: int
    end: int
    reach: int
    """The last day on which another contract may start and still follow this one."""
    long_by: int
    """The last day of the minimum term of a bundle that starts with this one."""
    weight: int
    """The wage sum in cents, above zero."""


class Whole(NamedTuple):
    """What decides whether items hang together: the first and the last of their days."""

    first: int
    """Of the starts, as is `last`."""
    last: int
    end: int
    reach: int
    long_by: int

    def plus(self, item: Item) -> Whole:
        """With one item more."""
        return Whole(
            min(self.first, item.start),
            max(self.last, item.start),
            max(self.end, item.end),
            min(self.reach, item.reach),
            min(self.long_by, item.long_by),
        )

    @property
    def hangs_together(self) -> bool:
        """Every two overlap or follow, and all together have the minimum term.

        Terms that meet two by two share one moment, so the last start and the first reach decide.
        """
        return self.last <= self.reach and self.end >= self.long_by

    @property
    def spread(self) -> int:
        """Days between the first and the last start."""
        return self.last - self.first


def alone(item: Item) -> Whole:
    """One item by itself."""
    return Whole(item.start, item.start, item.end, item.reach, item.long_by)


def together(items: Iterable[Item]) -> Whole:
    """Of one item or more."""
    first, *others = items
    whole = alone(first)
    for item in others:
        whole = whole.plus(item)
    return whole


def fits(items: Sequence[Item], target: int) -> bool:
    """Whether these items are a bundle: two or more that hang together, and at least the target."""
    return len(items) > 1 and sum(item.weight for item in items) >= target and together(items).hangs_together


def capped(items: Iterable[Item], target: int) -> list[int]:
    """Weights below the target, so that no item makes a bundle alone."""
    return [min(item.weight, target - 1) for item in items]

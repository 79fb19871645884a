"""How many bundles exact planning finds beside the simple rule, and how long it takes.

Run: python -m tests.bench.bundles [contracts ...]
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from random import Random
from time import perf_counter

from srtool.packing.item import Item
from srtool.packing.partition import partition

TARGET = 25_000_001
SIZES = (10, 50, 200, 1_000, 10_000)
_DAYS = 730


def _uniform(chance: Random) -> int:
    return chance.randint(100_000, 24_900_000)


def _clustered(chance: Random) -> int:
    return round(chance.choice((4_500_000, 9_000_000, 12_000_000, 18_000_000)) * chance.uniform(0.9, 1.1))


def _near(chance: Random) -> int:
    return chance.randint(20_000_000, 24_999_999) if chance.random() < 0.7 else chance.randint(50_000, 2_000_000)


CLASSES: dict[str, Callable[[Random], int]] = {"uniform": _uniform, "clustered": _clustered, "near": _near}


def items(count: int, weight: Callable[[Random], int], *, terms: bool, seed: int = 20261122) -> list[Item]:
    """So many contracts of a year; with terms they start spread over ten years, else all at once."""
    chance = Random(seed + count)
    days = sorted(chance.randint(0, 3650) if terms else 0 for _ in range(count))
    return [Item(day, day + 364, day + _DAYS, day + 180, weight(chance)) for day in days]


def next_fit(every: list[Item]) -> int:
    """The simple rule: the heaviest first, into one bundle until it is full; how many become full."""
    bundles = mass = 0
    for item in sorted(every, key=lambda one: -one.weight):
        mass += min(item.weight, TARGET - 1)
        if mass >= TARGET:
            bundles, mass = bundles + 1, 0
    return bundles


def main() -> None:
    """One line per class, kind and size."""
    sizes = [int(size) for size in sys.argv[1:]] or list(SIZES)
    sys.stdout.write(
        f"{'class':<10}{'kind':<7}{'terms':<7}{'n':>7}{'seconds':>9}{'bundles':>9}{'bound':>7}{'gap':>5}{'covered':>9}{'next-fit':>10}\n"
    )
    for name, weight in CLASSES.items():
        for kind in ("merge", "pool"):
            for terms in (False, True):
                for size in sizes:
                    _line(name, kind, size, items(size, weight, terms=terms), terms=terms)


def _line(name: str, kind: str, size: int, every: list[Item], *, terms: bool) -> None:
    started = perf_counter()
    found = partition(every, TARGET, fewest=kind == "pool")
    seconds = perf_counter() - started
    gap = abs(found.bound - len(found.bundles))
    covered = 100 * found.covered / found.covered_bound if found.covered_bound else 100
    simple = "" if terms or kind == "pool" else str(next_fit(every))
    sys.stdout.write(
        f"{name:<10}{kind:<7}{'yes' if terms else 'no':<7}{size:>7}{seconds:>9.2f}{len(found.bundles):>9}"
        f"{found.bound:>7}{gap:>5}{covered:>8.2f}%{simple:>10}\n"
    )


if __name__ == "__main__":
    main()

"""Who may import whom: downwards only, and each third party in its rooms. A part without a floor fails."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "srtool"
# From the ground up; parts of one line do not know each other.
FLOORS = (
    ("__init__",),
    ("place",),
    ("errors",),
    ("money", "term", "packing"),
    ("fields",),
    ("model", "finding"),
    ("ruleset", "columns"),
    ("differences", "call_offs"),
    ("trace", "last_day"),
    ("facts", "demand"),
    ("counted_term",),
    ("bonuses",),
    ("obligation", "estimate", "valuation"),
    ("grouping", "tally"),
    ("progress",),
    ("checks",),
    ("rulebook",),
    ("cases",),
    ("evaluate", "bundle", "monitor", "what_if"),
    ("overview",),
    ("texts",),
    ("readers", "views"),
    ("cli",),
    ("__main__",),
)
ROOMS = {
    "typer": {"cli"},
    "rich": {"cli", "views"},
    "openpyxl": {"readers", "views"},
    "tomli_w": {"views"},
    "pydantic": {"fields", "model", "ruleset", "readers", "views"},
    "pydantic_core": {"fields", "readers"},
}
FLOOR = {part: height for height, parts in enumerate(FLOORS) for part in parts}


def _part(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_part_has_a_floor_and_imports_downwards() -> None:
    for path in SOURCE.rglob("*.py"):
        part = _part(path)
        for name in _imports(path):
            if name.split(".")[0] != "srtool":
                continue
            other = name.split(".")[1]
            other = other if other in FLOOR else "__init__"
            assert FLOOR[other] < FLOOR[part] or other == part, f"{path}: {name}"


def test_third_parties_stay_in_their_rooms() -> None:
    for path in SOURCE.rglob("*.py"):
        for name in _imports(path):
            rooms = ROOMS.get(name.split(".")[0])
            assert rooms is None or _part(path) in rooms, f"{path}: {name}"


def test_the_clock_is_read_once() -> None:
    calls = [
        path.relative_to(SOURCE).parts[0]
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow"}
    ]
    assert calls == ["cli"]

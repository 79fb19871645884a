"""Who may import whom: downwards only, and each third party in its rooms. A part without a floor fails."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from srtool.cli.commands import COMMANDS
from tests.support.paths import SOURCE

# From the ground up; parts of one line do not know each other.
FLOORS = (
    ("__init__", "lazy_dataclass"),
    ("place", "money", "sums", "term", "packing", "garbage"),
    ("errors",),
    ("finding",),
    ("register",),
    ("rules",),
    ("contract",),
    ("progress",),
    ("draft", "notice", "ideas", "verification"),
    ("case",),
    ("checks", "bundle"),
    ("portfolio", "inspection"),
    ("texts",),
    ("readers", "views"),
    ("cli",),
    ("__main__",),
)
# Inside `views`: what several subjects share, the workbook engine, the subjects, and the overview of all of them.
# No subject knows another: what two of them say stands in `shared`.
FLOORS_OF_VIEWS = (
    ("__init__",),
    ("shared",),
    ("sheets", "word"),
    (
        "inspection",
        "check",
        "draft",
        "clause",
        "rules",
        "register",
        "marked",
        "monitor",
        "bundle",
        "value",
        "ideas",
        "simulation",
        "meeting",
        "verification",
    ),
    ("report",),
)
# A room is a part, or a part of a part.
ROOMS = {
    "typer": {"cli"},
    "rich": {"cli", "views"},
    "openpyxl": {
        "readers/excel",
        "readers/returned",
        "readers/notices",
        "views/sheets",
        "views/register",
        "views/report",
    },
    "tomli_w": {"views"},
    "pydantic": set(),  # its layer of models costs half the start of a command
    "pydantic_core": {"register", "readers"},
}


def _parts(path: Path) -> tuple[str, ...]:
    """`views/check/to_lines.py` as views, check, to_lines."""
    return path.relative_to(SOURCE).with_suffix("").parts


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _own_imports(path: Path) -> Iterator[tuple[str, ...]]:
    """The parts of srtool that a module imports, without the name of the package."""
    for name in _imports(path):
        first, *rest = name.split(".")
        if first == "srtool":
            yield tuple(rest)


def _heights(floors: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    return {part: height for height, parts in enumerate(floors) for part in parts}


def test_every_part_has_a_floor_and_imports_downwards() -> None:
    heights = _heights(FLOORS)
    assert len(FLOORS) <= 16
    for path in SOURCE.rglob("*.py"):
        part = _parts(path)[0]
        for other, *_ in _own_imports(path):
            target = other if other in heights else "__init__"
            assert heights[target] < heights[part] or target == part, f"{path}: {other}"


def test_inside_views_every_subject_has_a_floor_and_imports_downwards() -> None:
    heights = _heights(FLOORS_OF_VIEWS)
    for path in (SOURCE / "views").rglob("*.py"):
        part = _parts(path)[1]
        for first, *rest in _own_imports(path):
            if first == "views" and rest:
                assert heights[rest[0]] < heights[part] or rest[0] == part, f"{path}: {rest}"


def test_no_command_imports_another() -> None:
    modules = {command.module for command in COMMANDS}
    for path in (SOURCE / "cli").glob("*.py"):
        others = {parts[1] for parts in _own_imports(path) if parts[0] == "cli" and len(parts) > 1}
        assert not others & modules - {path.stem}, path


def test_third_parties_stay_in_their_rooms() -> None:
    for path in SOURCE.rglob("*.py"):
        parts = _parts(path)
        for name in _imports(path):
            rooms = ROOMS.get(name.split(".")[0])
            assert rooms is None or parts[0] in rooms or "/".join(parts[:2]) in rooms, f"{path}: {name}"


def test_the_clock_is_read_once() -> None:
    calls = [
        _parts(path)[0]
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow"}
    ]
    assert calls == ["cli"]

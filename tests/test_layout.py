"""The tests stand where the code stands, and share makers of data only through tests/support."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.paths import SOURCE, TESTS

MODULES = sorted(TESTS.rglob("*.py"))

DATA_FOLDERS = {"rulesets"}


def imported_by(path: Path) -> Iterator[str]:
    """The modules of the tests that this module imports, by their full names."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.ImportFrom(module=str(module)):
                yield from (f"{module}.{name.name}" for name in node.names)
            case ast.Import():
                yield from (name.name for name in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(TESTS)))
def test_what_tests_share_stands_in_support(path: Path) -> None:
    shared = [name for name in imported_by(path) if name.split(".")[0] in {"tests", "conftest"}]
    allowed = ("tests.support.", "tests.bench.") if path.parent.name == "bench" else ("tests.support.",)
    assert [name for name in shared if not name.startswith(allowed)] == []


def test_a_folder_of_tests_is_a_package_named_as_the_part_that_it_tests() -> None:
    folders = {path.parent.relative_to(TESTS) for path in TESTS.rglob("test_*.py")}
    parts = {path.parent.relative_to(SOURCE) for path in SOURCE.rglob("*.py")}
    data = {Path(name) for name in DATA_FOLDERS}
    assert folders - parts - data == set()
    assert [folder for folder in folders if not (TESTS / folder / "__init__.py").is_file()] == []


@pytest.mark.parametrize("path", sorted((TESTS / "support").glob("[a-z]*.py")), ids=lambda path: path.stem)
def test_each_maker_of_data_says_what_it_makes_and_is_used(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    name = f"tests.support.{path.stem}."
    assert [other for other in MODULES if any(one.startswith(name) for one in imported_by(other))]


@pytest.mark.parametrize("path", sorted((TESTS / "bench").glob("[a-z]*.py")), ids=lambda path: path.stem)
def test_each_benchmark_says_how_it_is_run(path: Path) -> None:
    module = ast.parse(path.read_text(encoding="utf-8"))
    assert re.search(rf"python -m tests\.bench\.{path.stem}\b", ast.get_docstring(module) or "")
    assert any(isinstance(node, ast.FunctionDef) and node.name == "main" for node in module.body)

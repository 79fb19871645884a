"""What a command loads is what it costs to start: exact, where a clock is not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from srtool import __version__

_PROBE = """
import json, sys
from srtool.cli.program import run
code = run({arguments!r})
sys.stderr.write(json.dumps([code, sorted(sys.modules)]))
"""


def loaded(*arguments: str) -> set[str]:
    """The modules in memory after a command that went well."""
    done = subprocess.run(
        [sys.executable, "-c", _PROBE.format(arguments=list(arguments))], capture_output=True, check=True
    )
    code, modules = json.loads(done.stderr.splitlines()[-1])
    assert code == 0
    return set(modules)


def test_the_version_needs_no_typer() -> None:
    modules = loaded("--version")
    assert not modules & {"typer", "tomllib", "pydantic_core", "typing"}
    assert len(modules) < 70


@pytest.mark.parametrize(
    "command",
    [(), ("check",), ("import",), ("init",), ("explain",), ("value",), ("rulesets", "compare")],
)
def test_help_needs_no_heavy_module(command: tuple[str, ...]) -> None:
    modules = loaded(*command, "--help", "--lang", "nl")
    assert not modules & {"typer", "pydantic_core", "openpyxl", "rich", "dataclasses", "decimal", "shutil"}
    ours = {name for name in modules if name.startswith("srtool.") and not name.startswith("srtool.cli")}
    assert ours == {"srtool.texts"}


def test_what_only_typer_can_tell_loads_it() -> None:
    modules = loaded("--lang", "nl", "check", "--help")
    assert "typer" in modules
    assert not modules & {"pydantic", "pydantic_core", "openpyxl", "rich", "decimal", "srtool.register.model"}


def test_a_toml_check_loads_little(tmp_path: Path) -> None:
    path = tmp_path / "draft.toml"
    loaded("init", str(path))
    modules = loaded("check", str(path), "--fail-on", "never")
    assert not modules & {
        "typer",
        "pydantic",
        "openpyxl",
        "rich",
        "numpy",
        "xlsxwriter",
        "shutil",
        "difflib",
        "zipfile",
    }
    assert not {name for name in modules if name.startswith(("srtool.portfolio", "srtool.bundle", "srtool.draft"))}
    assert len(modules) < 280


def test_a_check_makes_no_dataclass_whose_methods_are_compiled_at_once(tmp_path: Path) -> None:
    path = tmp_path / "draft.toml"
    loaded("init", str(path))
    probe = """
import gc, json, sys
from srtool.cli.program import run
run(["check", {path!r}, "--fail-on", "never", "--quiet"])
made = [kind for kind in gc.get_objects() if isinstance(kind, type) and "__dataclass_params__" in vars(kind)]
dear = [kind.__qualname__ for kind in made if kind.__dataclass_params__.init and kind.__module__.startswith("srtool")]
sys.stderr.write(json.dumps([len(made), dear]))
"""
    done = subprocess.run([sys.executable, "-c", probe.format(path=str(path))], capture_output=True, check=True)
    number, dear = json.loads(done.stderr.splitlines()[-1])
    assert (dear, number > 50) == ([], True)


def test_the_version_is_the_package_s() -> None:
    done = subprocess.run([sys.executable, "-m", "srtool", "--version"], capture_output=True, check=True, text=True)
    assert done.stdout == f"srtool {__version__}\n"

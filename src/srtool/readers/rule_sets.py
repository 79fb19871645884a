"""Rule sets from TOML files: those shipped, those in the user's own folder, or any by its path."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from srtool.errors import Problem, RuleSetError, UsageError
from srtool.readers.problems import shown
from srtool.readers.rule_types import judged
from srtool.ruleset import RuleSet

_SHIPPED = Path(__file__).parent.parent / "rulesets"


@dataclass(frozen=True, slots=True)
class Loaded:
    """A rule set and the SHA-256 of the bytes it was read from."""

    rules: RuleSet
    sha256: str


def shipped() -> tuple[str, ...]:
    """The names of the rule sets that come with the program, sorted."""
    return tuple(sorted(_by_name(_SHIPPED)))


def find(name: str, folder: Path | None) -> Path:
    """The file of a rule set: by its path, from the user's folder, or shipped; else UsageError."""
    if name.endswith(".toml") or "/" in name or "\\" in name:
        return Path(name)
    files = _by_name(_SHIPPED) | (_by_name(folder) if folder else {})
    if name in files:
        return files[name]
    from difflib import get_close_matches  # noqa: PLC0415 - only needed when something is wrong

    near = get_close_matches(name, files, n=1, cutoff=0)
    values = {"value": shown(name), "near": tuple(near), "known": tuple(sorted(files))}
    raise UsageError([Problem("rule_set_unknown", "", values)])


def load(path: Path) -> Loaded:
    """The rules in a file; RuleSetError names every mistake in it, UsageError a file that cannot be read."""
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise UsageError([Problem("rule_set_unreadable", str(path), {"value": shown(path.name)})]) from error
    rules, problems = judged(_parsed(content, path.name), path.name)
    if problems:
        raise RuleSetError(problems)
    return Loaded(rules, hashlib.sha256(content).hexdigest())


def _by_name(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in folder.glob("*.toml")}


def _parsed(content: bytes, name: str) -> dict[str, Any]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise RuleSetError([Problem("rule_set_encoding", name, {"line": line})]) from error
    try:
        return tomllib.loads(text, parse_float=Decimal)
    # Beside its own error tomllib lets through what Python says of absurd numbers and of deep nesting.
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise RuleSetError([_syntax(str(error), text, name)]) from error


def _syntax(message: str, text: str, name: str) -> Problem:
    lines = text.split("\n")
    if not (at := re.search(r"at line (\d+), column (\d+)", message)):
        return Problem("rule_set_not_toml", name, {"line": len(lines)})
    line, column = int(at[1]), int(at[2])
    return Problem(
        "rule_set_syntax", name, {"line": line, "column": column, "value": shown(lines[line - 1].strip())}
    )

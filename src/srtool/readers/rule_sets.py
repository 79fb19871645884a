"""Rule sets from TOML files: those shipped, those in the user's own folder, or any by its path."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from srtool.errors import InputError, Problem, RuleSetError, UsageError
from srtool.readers.problems import shown
from srtool.readers.rule_types import judged
from srtool.readers.toml_file import parse
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
    try:
        data = parse(content, path.name)
    except InputError as error:
        raise RuleSetError(error.problems) from error
    rules, problems = judged(data, path.name)
    if problems:
        raise RuleSetError(problems)
    return Loaded(rules, hashlib.sha256(content).hexdigest())


def _by_name(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in folder.glob("*.toml")}

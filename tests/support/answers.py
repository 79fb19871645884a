"""What srtool answers about a register, as data without words and places: to compare two registers by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomli_w

from tests.support.program import printed

ON = "2026-11-22"
Tables = dict[str, Any]
Key = tuple[str | None, str]
"""Of a finding: contract and code."""


def written(tables: Tables, name: str = "a.toml") -> str:
    """The register as a file in the folder of the test."""
    Path(name).write_bytes(tomli_w.dumps(tables).encode())
    return name


def answered(*arguments: str, lang: str = "en", on: str = ON) -> Any:  # noqa: ANN401 - JSON
    """The JSON of a command, whatever it found."""
    ran = printed([*arguments, "--format", "json", "--internal", "--lang", lang, "--on", on])
    assert ran.code in {0, 1}, ran.stderr
    return json.loads(ran.stdout)


def verdicts(*files: str, lang: str = "en", on: str = ON) -> tuple[dict[str, Any], dict[Key, Any]]:
    """The amounts of each contract and the outcome of each check, without words and places."""
    told = answered("check", *files, lang=lang, on=on)
    contracts = {one["id"]: {key: one[key] for key in one if key not in {"id", "steps"}} for one in told["contracts"]}
    findings = {
        (one["contract"], one["code"]): (one["outcome"], one["level"], one["owner"], one["remedy"] != "")
        for one in told["findings"]
    }
    return contracts, findings


def standings(file: str, lang: str = "en", on: str = ON) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """The progress of each contract, the sums and the figures on people."""
    told = answered("monitor", file, lang=lang, on=on)
    left_out = {"contract", "steps", "efforts", "title", "contacts", "adjustments"}
    progress = {one["contract"]: {key: one[key] for key in one if key not in left_out} for one in told["progress"]}
    return progress, told["summary"], told["portfolio"]["people"]


def applicable(findings: Mapping[Key, Any]) -> dict[Key, Any]:
    """The findings on a contract that mean something: a column that one contract alone has is asked of no other."""
    return {key: one for key, one in findings.items() if key[0] is not None and one[0] != "not_applicable"}


def renamed(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever stands in a table
    """The tables with other texts in the place of these."""
    if isinstance(value, dict):
        return {key: renamed(part, names) for key, part in value.items()}
    if isinstance(value, list):
        return [renamed(part, names) for part in value]
    return names.get(value, value) if isinstance(value, str) else value

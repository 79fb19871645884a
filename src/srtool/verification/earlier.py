"""An earlier answer, and what it says it was made with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from srtool.lazy_dataclass import dataclass

COMMANDS = frozenset({"check", "monitor", "bundle", "simulate", "ideas"})
"""The commands whose answer in JSON can be asked again."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An answer that was kept."""

    command: str
    srtool: str
    on: date
    inputs: tuple[tuple[str, str], ...]
    """(name, SHA-256)"""
    rule_sets: tuple[tuple[str, str], ...]
    """(id, SHA-256)"""
    options: Mapping[str, str]
    settings: str | None
    """SHA-256 of the settings that held, where the answer says so."""
    answer: Mapping[str, Any]


def earlier(answer: Any) -> Earlier | None:  # noqa: ANN401 - JSON
    """What was kept; None when it is no answer of a command that can be asked again."""
    try:
        receipt = answer["receipt"]
        kept = Earlier(
            command=answer["command"],
            srtool=receipt["srtool"],
            on=date.fromisoformat(receipt["on"]),
            inputs=tuple((used["name"], used["sha256"]) for used in receipt["inputs"]),
            rule_sets=tuple((used["id"], used["sha256"]) for used in receipt["rule_sets"]),
            options=dict(receipt.get("options", {})),
            settings=receipt.get("settings"),
            answer=answer,
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return kept if kept.command in COMMANDS and kept.inputs and _is_plain(kept) else None


def _is_plain(kept: Earlier) -> bool:
    """Whether all of it is text, as it was written."""
    texts = (kept.srtool, kept.settings or "", *kept.options, *kept.options.values())
    pairs = (part for pair in (*kept.inputs, *kept.rule_sets) for part in pair)
    return all(isinstance(text, str) for text in (*texts, *pairs))

"""What a whole register does not keep of what was done: said once, the same in every command."""

from __future__ import annotations

from collections.abc import Iterable

from srtool.finding import Finding
from srtool.texts import Lang, words

_DONE, _LIFE = "social_return.realised", "last_contact_on"
"""The fields that stand for what was done and for signs of life, among those a check misses."""


def not_kept_text(findings: Iterable[Finding], lang: Lang) -> str | None:
    """Whether efforts or signs of life are not kept, from the checks not done; None where both are."""
    absent = {
        field
        for finding in findings
        if finding.is_undone
        for step in finding.steps
        if step.name == "absent"
        for field in str(step.value).split()
    }
    phrases = words(lang, "shared.not_kept")
    if {_DONE, _LIFE} <= absent:
        return phrases["both"]
    return phrases["done"] if _DONE in absent else phrases["life"] if _LIFE in absent else None

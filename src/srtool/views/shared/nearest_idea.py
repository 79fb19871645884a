"""With a finding that nothing is asked: in which category others did, and where that can be read."""

from __future__ import annotations

from collections.abc import Mapping

from srtool.finding import Finding
from srtool.ideas.matching import of_contract
from srtool.register.model import Contract
from srtool.texts import Lang, sentence
from srtool.texts.ideas import ideas


def nearest_idea(finding: Finding, contracts: Mapping[str, Contract], lang: Lang) -> str | None:
    """The category of the idea that is nearest to its contract, and the command that shows it; None without any."""
    contract = contracts.get(finding.contract or "")
    match = None if contract is None else next(iter(of_contract(ideas(lang), contract)), None)
    if match is None:
        return None
    topic = f'"{match.on}"' if " " in match.on else match.on
    return sentence(lang, "shared.nearest_idea.line").format(category=match.idea.category, topic=topic)

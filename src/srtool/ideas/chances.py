"""The contracts of a register that ask no social return, each with the ideas that fit it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from srtool.contract.demand import asks
from srtool.finding import Answer
from srtool.ideas.idea import Idea
from srtool.ideas.matching import Match, of_contract
from srtool.lazy_dataclass import dataclass
from srtool.register.index import Index
from srtool.register.model import Contract


@dataclass(frozen=True, slots=True)
class Chance:
    """A contract that asks no social return, so far as the register says, and what fits it: nothing, or the nearest."""

    contract: Contract
    matches: tuple[Match, ...]


def chances(index: Index, ideas: Sequence[Idea]) -> tuple[Chance, ...]:
    """Of every contract that is not ended and does not ask yet; call-offs follow the contract above them."""
    called_off = {contract.id for contracts in index.call_offs.values() for contract in contracts}
    return tuple(
        Chance(contract, of_contract(ideas, contract))
        for contract in index.contracts.values()
        if contract.id not in called_off and index.statuses[contract.id] != "ended" and asks(contract) is not Answer.YES
    )


def by_idea(found: Sequence[Chance]) -> Mapping[str, tuple[Match, tuple[Contract, ...]]]:
    """Each nearest idea once, by its id, with its contracts; the idea that fits most of them first."""
    contracts: dict[str, list[Contract]] = {}
    matches: dict[str, Match] = {}
    for chance in found:
        for match in chance.matches[:1]:
            matches.setdefault(match.idea.id, match)
            contracts.setdefault(match.idea.id, []).append(chance.contract)
    ranked = sorted(contracts, key=lambda name: -len(contracts[name]))
    return {name: (matches[name], tuple(contracts[name])) for name in ranked}

"""What several notices on one procedure come to: changes replace, an award takes the place of its call, awards add."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from srtool.lazy_dataclass import dataclass
from srtool.notice.published import PublishedContract, Stage
from srtool.notice.several_lots import added, agreed, social_return
from srtool.notice.social_return import NOT_STATED
from srtool.notice.stated import Stated

_CALLS = (Stage.TENDERED, Stage.PLANNED)
_TERM = frozenset({"start", "end", "term_months", "indefinite"})
_AMOUNTS = ("estimated_value", "framework_maximum")


@dataclass(frozen=True, slots=True)
class Joined:
    """The contracts that count, and those that a later notice replaced or that were closed without award."""

    contracts: tuple[PublishedContract, ...]
    replaced: tuple[PublishedContract, ...] = ()
    closed: tuple[PublishedContract, ...] = ()


def joined(published: Iterable[PublishedContract]) -> Joined:
    """The contracts of all notices, in the order of their procedures; within one the newest notice wins."""
    procedures: dict[str, list[PublishedContract]] = defaultdict(list)
    for contract in published:
        procedures[contract.procedure or contract.publication].append(contract)
    kept: list[PublishedContract] = []
    replaced: list[PublishedContract] = []
    closed: list[PublishedContract] = []
    for contracts in procedures.values():
        if _is_one_notice(contracts):
            kept += contracts
            continue
        part = _of_procedure(contracts)
        kept += part.contracts
        replaced += part.replaced
        closed += part.closed
    return Joined(tuple(kept), tuple(replaced), tuple(closed))


def publication_key(number: str) -> str:
    """`00191536-2024` and `191536-2024` are one number."""
    return number.strip().lstrip("0").casefold()


def _of_procedure(contracts: list[PublishedContract]) -> Joined:
    newest_first = sorted(_once(contracts), key=_age, reverse=True)
    replaced = set(_replaced(newest_first))
    valid = [contract for contract in newest_first if contract.number not in replaced]
    closed = [contract for contract in valid if contract.stage is Stage.CLOSED]
    awarded = list(_awards(valid))
    calls = list(_calls(valid))
    decided = {lot for contract in (*awarded, *closed) for lot in contract.lots or ("",)}
    still_open = [call for call in calls if not decided.intersection(call.lots or ("",)) and "" not in decided]
    start = _start(contracts)
    kept = [*(_filled(contract, calls) for contract in awarded), *still_open]
    kept = [_started(contract, start) for contract in _with_names(kept, contracts)]
    kept.sort(key=lambda contract: contract.number)
    numbers = {contract.number for contract in (*kept, *closed, *calls)}
    return Joined(tuple(kept), tuple(c for c in contracts if c.number not in numbers), tuple(closed))


def _is_one_notice(contracts: Sequence[PublishedContract]) -> bool:
    """Whether all comes from one notice that closes nothing: then there is nothing to join."""
    publication = contracts[0].publication
    if any(one.publication != publication or one.stage is Stage.CLOSED for one in contracts):
        return False
    return len(contracts) == 1 or len({one.number for one in contracts}) == len(contracts)  # not one file twice


def _once(contracts: Iterable[PublishedContract]) -> Iterator[PublishedContract]:
    """Each contract of each publication once, although its file may be there twice; of two versions the newest."""
    newest: dict[str, PublishedContract] = {}
    for contract in contracts:
        before = newest.get(contract.number)
        if before is None or _age(before) < _age(contract):
            newest[contract.number] = contract
    return iter(newest.values())


def _age(contract: PublishedContract) -> tuple[date, str]:
    return (contract.published_on or date.min, contract.notice or "")


def _replaced(newest_first: Sequence[PublishedContract]) -> Iterator[str]:
    """The contracts of notices that a later one says it replaces, by the identifier or number it gives.

    A change of a notice that is not there (its number was given wrongly, or changed too) replaces the newest one
    before it at the same stage.
    """
    for at, contract in enumerate(newest_first):
        if contract.replaces is None:
            continue
        before = [one for one in newest_first[at + 1 :] if one.publication != contract.publication]
        named = [one for one in before if _is_named(one, contract.replaces)]
        if not named:
            alike = [one for one in before if one.stage is contract.stage]
            named = [one for one in alike if one.publication == alike[0].publication]
        yield from (one.number for one in named)


def _is_named(contract: PublishedContract, number: str) -> bool:
    return contract.notice == number or publication_key(contract.publication) == publication_key(number)


def _awards(newest_first: Iterable[PublishedContract]) -> Iterator[PublishedContract]:
    """Every award, but of a contract that was modified only its newest state."""
    modified: list[PublishedContract] = []
    for contract in newest_first:
        if any(_is_same_award(contract, later) for later in modified):
            continue
        if contract.stage is Stage.MODIFIED:
            modified.append(contract)
        if contract.stage in {Stage.AWARDED, Stage.MODIFIED}:
            yield contract


def _is_same_award(contract: PublishedContract, later: PublishedContract) -> bool:
    """Whether they are about the same contract: the same reference of the buyer's own, or lots and winners."""
    if contract.own_reference is not None and contract.own_reference == later.own_reference:
        return True
    names = [{winner.name.value for winner in one.winners if winner.name} for one in (contract, later)]
    return contract.lots == later.lots and names[0] == names[1]


def _calls(newest_first: Iterable[PublishedContract]) -> Iterator[PublishedContract]:
    """The newest call per lot; without any call the newest announcement."""
    contracts = list(newest_first)
    stage = next((stage for stage in _CALLS if any(one.stage is stage for one in contracts)), None)
    seen: set[tuple[str, ...]] = set()
    for contract in contracts:
        if contract.stage is stage and contract.lots not in seen:
            seen.add(contract.lots)
            yield contract


def _with_names(kept: Sequence[PublishedContract], every: Iterable[PublishedContract]) -> Iterator[PublishedContract]:
    """The contracts with every number that they had before: a register may hold that of the first publication."""
    numbers = {contract.number for contract in kept}
    before = [contract for contract in every if contract.number not in numbers]
    heirs = [(old, _heirs(old, kept)) for old in before]
    for contract in kept:
        names = [name for old, of_old in heirs if contract.number in of_old for name in old.references]
        yield replace(contract, references=tuple(dict.fromkeys((*contract.references, *names)))) if names else contract


def _heirs(old: PublishedContract, kept: Iterable[PublishedContract]) -> set[str]:
    """The contracts that an earlier publication became: those of its lots, and of an award only the same one."""
    of_lots = [one for one in kept if set(one.lots or ("",)) & set(old.lots or ("",))]
    if old.stage in {Stage.AWARDED, Stage.MODIFIED}:
        of_lots = [one for one in of_lots if one.stage not in _CALLS and _is_same_award(old, one)]
    return {one.number for one in of_lots}


def _start(contracts: Iterable[PublishedContract]) -> Stated[date] | None:
    """When the procedure starts (art. 2.15 Aanbestedingswet 2012): a change that was sent later moves no threshold."""
    starts = (contract.facts.get("procedure_start") for contract in contracts)
    return min((start for start in starts if start is not None), key=lambda start: start.value, default=None)


def _started(contract: PublishedContract, start: Stated[date] | None) -> PublishedContract:
    return contract if start is None else replace(contract, facts={**contract.facts, "procedure_start": start})


def _filled(award: PublishedContract, calls: Iterable[PublishedContract]) -> PublishedContract:
    """The award with what only its call says: a result holds no reservation and often no term."""
    of_lots = [one for one in calls if set(one.lots or ("",)) & set(award.lots or ("",))]
    if not of_lots:
        return award
    called = _stated_by_all(of_lots)
    more = {key: stated for key, stated in called.items() if key not in award.facts}
    if _TERM & award.facts.keys():  # one account of the term, never two halves
        more = {key: stated for key, stated in more.items() if key not in _TERM}
    asked = social_return([("/".join(call.lots), call.social_return) for call in of_lots])
    return replace(
        award,
        facts={**award.facts, **more},
        references=tuple(dict.fromkeys((*award.references, *(name for call in of_lots for name in call.references)))),
        social_return=award.social_return if award.social_return != NOT_STATED else asked,
        reserved_participation=award.reserved_participation
        or agreed([call.reserved_participation for call in of_lots]),
        reserved_execution=award.reserved_execution or agreed([call.reserved_execution for call in of_lots]),
        procedure_estimate=award.procedure_estimate or of_lots[0].procedure_estimate,
    )


def _stated_by_all(calls: Sequence[PublishedContract]) -> dict[str, Stated[Any]]:
    """What the call states; of several, one for each lot, what all of them do, and their estimates together."""
    first, *others = calls
    if not others:
        return dict(first.facts)
    facts = {key: agreed([call.facts.get(key) for call in calls]) for key in first.facts if key not in _AMOUNTS}
    facts |= {key: added([call.facts.get(key) for call in calls]) for key in _AMOUNTS}
    return {key: stated for key, stated in facts.items() if stated is not None}

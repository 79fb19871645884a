"""What keeps execution back according to the contacts: over which contracts, categories, units and suppliers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from srtool.lazy_dataclass import dataclass
from srtool.money import quotient, to_cents
from srtool.portfolio.totals import total
from srtool.progress.standing import Progress
from srtool.sums import Sum

_NOTHING = Decimal("0.00")


class Times(NamedTuple):
    """A category, unit or supplier (None: not given), and on how many of its contracts a cause is named."""

    name: str | None
    contracts: int


@dataclass(frozen=True, slots=True)
class Cause:
    """What contacts say keeps execution back."""

    code: str
    contracts: int
    gap: Sum
    """Of the contracts that name it; a contract with several causes stands under each."""
    share: Decimal | None
    """Of the gap as far as it is known, in percent; None of nothing."""
    is_whole: bool
    """Whether all of both is known."""
    categories: tuple[Times, ...]
    """In which the contracts are that name it, the most frequent first; so units and suppliers."""
    units: tuple[Times, ...]
    suppliers: tuple[Times, ...] | None
    """None where these are not passed on."""


def causes(followed: Sequence[Progress], on: date, names: Mapping[str, str]) -> tuple[Cause, ...]:
    """The causes named in contacts up to the day, over contracts; the most frequent first. `names` are of suppliers."""
    named: dict[str, list[Progress]] = defaultdict(list)
    for progress in followed:
        codes = {_code(contact.cause) for contact, _ in progress.dossier.contacts if contact.cause and contact.on <= on}
        for code in sorted(codes):
            named[code].append(progress)
    whole = total("gap", followed)
    every = [_cause(code, of, whole, names) for code, of in named.items()]
    return tuple(sorted(every, key=lambda cause: (-cause.contracts, -(cause.gap.known or _NOTHING), cause.code)))


def without_suppliers(found: Iterable[Cause]) -> tuple[Cause, ...]:
    """The same causes, without with whom they occur."""
    return tuple(replace(cause, suppliers=None) for cause in found)


def _cause(code: str, named_by: Sequence[Progress], whole: Sum, names: Mapping[str, str]) -> Cause:
    gap = total("gap", named_by)
    contracts = [progress.dossier.contract for progress in named_by]
    return Cause(
        code=code,
        contracts=len(named_by),
        gap=gap,
        share=to_cents(quotient(100 * gap.known, whole.known)) if gap.known is not None and whole.known else None,
        is_whole=None not in {gap.whole, whole.whole},
        categories=_times(contract.category for contract in contracts),
        units=_times(contract.unit for contract in contracts),
        suppliers=_times(
            contract.supplier and names.get(contract.supplier, contract.supplier) for contract in contracts
        ),
    )


def _times(names: Iterable[str | None]) -> tuple[Times, ...]:
    """Each with how often it occurs; the most frequent first, and what has no name last."""
    counts = Counter(names).items()
    ranked = sorted(counts, key=lambda pair: (pair[0] is None, -pair[1], pair[0] or ""))
    return tuple(Times(name, contracts) for name, contracts in ranked)


def _code(cause: str) -> str:
    return " ".join(cause.split()).lower()

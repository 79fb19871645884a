"""Published contracts beside those of a register: which are the same, surely or perhaps, and which stand alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from srtool.lazy_dataclass import dataclass
from srtool.notice.amounts import Amount
from srtool.notice.joined import publication_key
from srtool.notice.published import PublishedContract, Stage
from srtool.register.model import Contract
from srtool.register.supplier_names import supplier_name

_SHORTEST_NUMBER = 5
"""A reference of fewer characters, such as the number of a lot, names nothing by itself."""
_NEAR = Decimal("0.1")
_EXPECTED_IN_NOTICES = frozenset({"tendered", "awarded"})


class Ground(StrEnum):
    """On what a match rests; only a number makes it certain."""

    NUMBER = "number"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Match:
    """A published contract and the contract of the register that it is, or with a title perhaps is."""

    published: PublishedContract
    contract: Contract
    ground: Ground


@dataclass(frozen=True, slots=True)
class Matches:
    """Every pair, and what has no other half."""

    pairs: tuple[Match, ...]
    only_published: tuple[PublishedContract, ...]
    """SR701."""
    only_registered: tuple[Contract, ...]
    """SR702, a question: tendered or awarded, no call-off, and in none of the notices given."""


def matches(published: Sequence[PublishedContract], contracts: Sequence[Contract]) -> Matches:
    """Each published contract with its contract: by a number that only one has, else by title, authority and value."""
    by_number = _by_number(published)
    pairs: dict[str, Match] = {}
    for contract in contracts:
        for one in _numbered(contract, by_number):
            pairs.setdefault(one.number, Match(one, contract, Ground.NUMBER))
    taken = {match.contract.id for match in pairs.values()}
    left = [contract for contract in contracts if contract.id not in taken and contract.part_of is None]
    for match in _titled([one for one in published if one.number not in pairs], left):
        pairs[match.published.number] = match
    matched = {match.contract.id for match in pairs.values()}
    return Matches(
        tuple(pairs[one.number] for one in published if one.number in pairs),
        tuple(one for one in published if one.number not in pairs and one.stage is not Stage.PLANNED),
        tuple(one for one in contracts if one.id not in matched and _is_expected(one)),
    )


def _is_expected(contract: Contract) -> bool:
    """Whether a notice of it can be expected; a call-off falls under the notice of its framework."""
    return contract.status in _EXPECTED_IN_NOTICES and contract.part_of is None


def _key(number: str) -> str:
    return publication_key(re.sub(r"[\s._]", "", number))


def _by_number(published: Iterable[PublishedContract]) -> Mapping[str, list[PublishedContract]]:
    numbers: dict[str, list[PublishedContract]] = defaultdict(list)
    for one in published:
        for key in dict.fromkeys(map(_key, one.references)):
            if len(key) >= _SHORTEST_NUMBER:
                numbers[key].append(one)
    return numbers


def _numbered(contract: Contract, numbers: Mapping[str, list[PublishedContract]]) -> list[PublishedContract]:
    """What carries the number of the contract; of several, those that also have its title or its supplier.

    A register may number a lot as number/lot where the notice has its own number for it.
    """
    named = numbers.get(_key(contract.id)) or numbers.get(_key(contract.id.partition("/")[0]), [])
    if len(named) <= 1:
        return named
    alike = [one for one in named if _same_title(one, contract) or is_supplier(one, contract)]
    return alike or named


def _titled(published: Iterable[PublishedContract], contracts: Iterable[Contract]) -> Iterable[Match]:
    """Pairs of one title that no other has, whose authority and value do not contradict each other."""
    titles: dict[str, list[Contract]] = defaultdict(list)
    for contract in contracts:
        titles[_plain(contract.title)].append(contract)
    for one in published:
        title = one.facts.get("title")
        alike = [c for c in titles.get(_plain(title.value), ()) if _agrees(one, c)] if title is not None else []
        if len(alike) == 1:
            titles[_plain(alike[0].title)].remove(alike[0])
            yield Match(one, alike[0], Ground.TITLE)


def _same_title(published: PublishedContract, contract: Contract) -> bool:
    title = published.facts.get("title")
    return title is not None and _plain(title.value) == _plain(contract.title)


def _agrees(published: PublishedContract, contract: Contract) -> bool:
    authority = published.facts.get("authority")
    if (
        authority is not None
        and contract.authority is not None
        and _plain(authority.value) != _plain(contract.authority)
    ):
        return False
    for key, own in (("contract_value", contract.contract_value), ("estimated_value", contract.estimated_value)):
        stated = published.facts.get(key)
        value = stated.value.euro if stated is not None and isinstance(stated.value, Amount) else None
        if value is not None and own is not None and abs(value - own) > _NEAR * max(value, own):
            return False
    return True


class SameSupplier(StrEnum):
    """Whether a winner is the supplier of the register: surely, but for a legal form, or not."""

    YES = "yes"
    FORM_MISSING = "form_missing"
    """One of the two has no legal form: probably the same."""
    FORMS_DIFFER = "forms_differ"
    """Both have one, and not the same: a question."""
    NO = "no"


def is_supplier(published: PublishedContract, contract: Contract) -> bool:
    """Whether one of the winners is, surely or probably, the supplier of the contract, by number or by name."""
    return same_supplier(published, contract) in {SameSupplier.YES, SameSupplier.FORM_MISSING}


def same_supplier(published: PublishedContract, contract: Contract) -> SameSupplier:
    """How sure it is that one of the winners is the supplier of the contract."""
    if contract.supplier is None:
        return SameSupplier.NO
    stated = [one.value for winner in published.winners for one in (winner.name, winner.number) if one]
    for own in filter(None, (contract.supplier, contract.supplier_id)):
        if _plain(own).lstrip("0") in {_plain(name).lstrip("0") for name in stated}:
            return SameSupplier.YES
    core, form = supplier_name(contract.supplier)
    forms = {name.form for name in map(supplier_name, stated) if name.core == core}
    if form in forms:
        return SameSupplier.YES
    if forms and (form is None or None in forms):
        return SameSupplier.FORM_MISSING
    return SameSupplier.FORMS_DIFFER if forms else SameSupplier.NO


def _plain(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())

"""Each contract of a register beside the rules of its day: what every check and every combination looks at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from srtool.checks.check import Books, Case
from srtool.estimate import estimate
from srtool.model import Assumption, Contract, Portfolio
from srtool.obligation import assess
from srtool.place import Row
from srtool.rulebook import EUROPEAN, Versions, event_day, events
from srtool.ruleset import RuleSet


def cases(portfolio: Portfolio, versions: Versions, on: date, assumptions: Mapping[str, Assumption]) -> Iterator[Case]:
    """The contracts in the order of the register, each under the version of its rule set that its own day decides."""
    register = portfolio.register
    books = Books.of(register)
    for contract, row in zip(register.contracts, portfolio.rows["contracts"], strict=True):
        yield _case(contract, row, versions, books, on, assumptions)


def _case(
    contract: Contract,
    row: Row,
    versions: Versions,
    books: Books,
    on: date,
    assumptions: Mapping[str, Assumption],
) -> Case:
    name = versions.book.name_for(contract)
    rules: RuleSet | None = None
    in_force: tuple[date | None, date | None] = (None, None)
    day, anchor = on, "publication"
    if name is not None:
        whole = versions.book.sets[name]
        anchor = whole.anchor
        day = event_day(contract, anchor, on)
        if whole.covers(day):
            rules = versions.on(name, day)
        else:
            in_force = whole.period()
    procedure_day = event_day(contract, "publication", on)
    european = versions.on(EUROPEAN, procedure_day)
    found = assess(contract, row, rules, on, assumptions)
    return Case(
        contract=contract,
        row=row,
        found=found,
        rules=rules,
        rules_day=day,
        rules_events=events(anchor),
        in_force=in_force,
        rules_name=name,
        estimate=estimate(contract, found.places, found.kind.value if found.kind else None, european),
        european=european,
        procedure_day=procedure_day,
        on=on,
        books=books,
    )

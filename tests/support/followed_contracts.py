"""Contracts after their award, made by hand, as the monitor and the overview see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from srtool.finding import Given, Step, Unit
from srtool.place import Row
from srtool.progress.dossier import Dossier, Tolerances
from srtool.progress.reckoning import progress
from srtool.progress.standing import Progress
from srtool.readers.rules import rule_sets
from srtool.register.last_day import end_of, is_end_open
from srtool.register.model import Adjustment, Contact, Contract, Effort, SocialReturn
from srtool.register.places import Places
from srtool.rules.ruleset import RuleSet

ON = date(2026, 6, 1)
CONTRACT = Contract(
    "A", "t", supplier="S", client="Cleo", start=date(2025, 1, 1), end=date(2026, 12, 31), social_return=SocialReturn()
)
_PLACES = Places(Row("case.toml", "contracts", 0))
_RULES = rule_sets.load(rule_sets.find("rijk-classic", None)).rules
WITH_TABLE = rule_sets.load(rule_sets.find("haaglanden", None)).rules
"""Building blocks with an amount a year: WW 20,000 at 36 hours."""
AMOUNTS = st.integers(0, 3_000_000).map(lambda cents: Decimal(cents) / 100)


def adjustments(days: st.SearchStrategy[date]) -> st.SearchStrategy[list[Adjustment]]:
    """Up to three of every kind, decided and ending on any of these days."""
    return st.lists(
        st.builds(
            Adjustment,
            contract=st.just("A"),
            kind=st.sampled_from(["leniency", "extension", "waiver"]),
            from_=days,
            until=st.none() | days,
            new_end=st.none() | days,
            amount=st.none() | AMOUNTS,
            percent=st.none() | st.integers(0, 100).map(Decimal),
        ),
        max_size=3,
    )


def a_progress(
    *,
    owed: int | None = 20_000,
    on: date = ON,
    efforts: Sequence[Effort] = (),
    contacts: Sequence[Contact] = (),
    adjustments: Sequence[Adjustment] = (),
    contract: dict[str, Any] | None = None,
    rules: RuleSet | None = _RULES,
    **asked: Any,  # noqa: ANN401 - fields of the demand
) -> Progress:
    """A contract of 2025 and 2026 where it stands on the day; owed in whole euros, None when it is not known."""
    followed = replace(CONTRACT, social_return=SocialReturn(asked=True, **asked), **(contract or {}))
    dossier = Dossier(
        followed,
        _PLACES,
        None if owed is None else Step("asked_obligation", Decimal(owed), Unit.EUR, Given("x")),
        rules,
        on,
        end_of(followed, adjustments, on),
        is_end_open(followed, adjustments, on),
        efforts=tuple((one, _PLACES) for one in efforts),
        contacts=tuple((one, _PLACES) for one in contacts),
        adjustments=tuple((one, _PLACES) for one in adjustments),
    )
    return progress(dossier, Tolerances())


def a_contact(on: date, **more: Any) -> Contact:  # noqa: ANN401 - fields of a contact
    """Contact with the supplier; of no kind, unless one is given."""
    return Contact("A", on, **more)


def paid(amount: int, number: str = "E") -> Effort:
    """A confirmed purchase of so many euros."""
    return Effort(number, "A", "purchase", start=date(2025, 3, 1), amount=Decimal(amount), status="confirmed")


def placed(number: str, start: date | None = date(2025, 1, 1), **more: Any) -> Effort:  # noqa: ANN401 - fields
    """A confirmed placement of one person, for 100 euro; any field of it may be another."""
    fields = {"status": "confirmed", "amount": Decimal(100), "person": f"P{number}", "start": start, **more}
    return Effort(number, "A", "placement", **fields)

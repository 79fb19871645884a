"""A dossier is opened when somebody first asks how the contract stands, and worked out as far as is asked."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

from srtool.finding import Derived, Given, Step, Unit
from srtool.place import Row
from srtool.progress.dossier import Balance, Dossier, Tolerances
from srtool.progress.following import Following
from srtool.progress.reckoning import Reckoning, progress
from srtool.progress.state import State
from srtool.register.model import Contract, Effort, SocialReturn
from srtool.register.places import Places

START, ON, END = date(2025, 1, 1), date(2025, 9, 1), date(2026, 12, 31)
PLACES = Places(Row("case.toml", "contracts", 0))
ASKED = Step("asked_obligation", Decimal(20_000), Unit.EUR, Given("x"))
CONTRACT = Contract("A", "t", supplier="S", start=START, end=END, social_return=SocialReturn(asked=True))
DOSSIER = Dossier(CONTRACT, PLACES, ASKED, None, ON, END)


def test_the_dossier_is_opened_once_and_not_before() -> None:
    opened: list[Dossier] = []

    def open_it() -> Dossier:
        opened.append(DOSSIER)
        return DOSSIER

    following = Following(open_it, Tolerances())
    assert opened == []
    assert following.state is progress(DOSSIER, Tolerances()).state
    assert following.progress.state is following.state
    assert following.progress is following.progress
    assert opened == [DOSSIER]


def test_the_state_needs_no_forecast_where_nothing_is_kept() -> None:
    reckoning = Reckoning(replace(DOSSIER, keeps_efforts=False, keeps_life=False), Tolerances())
    assert reckoning.judged == (State.UNKNOWN, "not_kept")
    assert vars(reckoning).keys().isdisjoint({"life", "pace", "best", "in_proportion", "gap_months", "due"})


def test_all_that_is_worked_out_is_what_progress_holds() -> None:
    effort = Effort("E1", "A", kind="purchase", status="confirmed", start=date(2025, 3, 1), amount=Decimal(4_000))
    dossier = replace(DOSSIER, efforts=((effort, PLACES),))
    settled, reckoning = progress(dossier, Tolerances()), Reckoning(dossier, Tolerances())
    assert {each.name: getattr(settled, each.name) for each in fields(Balance)} == {
        each.name: getattr(reckoning, each.name) for each in fields(Balance)
    }


def test_what_the_user_assumes_comes_after_the_steps() -> None:
    answer = Step("status", "running", Unit.WORD, Derived("assume"))
    plain = Following(lambda: DOSSIER, Tolerances()).progress
    assert Following(lambda: DOSSIER, Tolerances(), (answer,)).progress.steps == (*plain.steps, answer)

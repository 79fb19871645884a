"""Why execution lags: each cause over categories, units and suppliers, counted per contract."""

from __future__ import annotations

from typing import Any

import pytest

from srtool.portfolio.causes import Cause
from srtool.portfolio.monitoring import monitor, nameless
from srtool.progress.standing import Progress
from srtool.register.model import Contract, Register
from srtool.texts import LANGUAGES, Lang, words
from srtool.views.monitor.causes import cause_lines
from srtool.views.shared.nameless import nameless as without_names
from tests.support.followed_contracts import ON, a_contact, a_progress

NAMES = {"12345678": "Glans BV", "Glans": "Glans BV"}


def on(name: str, *causes: str, **contract: Any) -> Progress:  # noqa: ANN401 - fields of a contract
    contacts = [a_contact(ON, cause=cause) for cause in causes]
    return a_progress(contract={"id": name, **contract}, contacts=contacts)


def causes_of(*followed: Progress) -> tuple[Cause, ...]:
    return monitor(followed, (), ON, NAMES).causes


def told(cause: Cause) -> dict[str, list[tuple[str | None, int]] | None]:
    return {
        key: None if (times := getattr(cause, key)) is None else [tuple(each) for each in times]
        for key in ("categories", "units", "suppliers")
    }


def test_a_cause_counts_once_for_each_contract_that_names_it() -> None:
    first, second = causes_of(
        on("A", "selection", "Selection ", category="Inhuur", unit="P", supplier="12345678"),
        on("B", "selection", category="Inhuur", unit="F", supplier="Glans"),
        on("C", "selection", "no_checks", category="Schoonmaak", unit="F", supplier="Hap"),
        on("D", "no_checks", category=None, unit=None, supplier=None),
    )
    assert (first.code, first.contracts) == ("selection", 3)
    assert told(first) == {
        "categories": [("Inhuur", 2), ("Schoonmaak", 1)],
        "units": [("F", 2), ("P", 1)],
        "suppliers": [("Glans BV", 2), ("Hap", 1)],
    }
    assert (second.code, second.contracts) == ("no_checks", 2)
    assert told(second) == {
        "categories": [("Schoonmaak", 1), (None, 1)],
        "units": [("F", 1), (None, 1)],
        "suppliers": [("Hap", 1), (None, 1)],
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_line_names_the_two_largest_and_below_it_what_helped_elsewhere(lang: Lang) -> None:
    causes = causes_of(*(on(str(n), "selection", category=f"C{n}", unit="F", supplier="Hap") for n in range(3)))
    _, title, line, helped = cause_lines(causes, lang)
    assert title.style == "title"
    assert "C0 (1), C1 (1), …; F (3); Hap (3)" in line.text
    assert words(lang, "causes.helped")["selection"] in helped.text


def test_where_no_source_says_what_helped_nothing_is_said() -> None:
    assert len(list(cause_lines(causes_of(on("A", "low_priority")), "nl"))) == 3
    assert list(cause_lines((), "nl")) == []


def test_for_others_there_are_no_suppliers_and_no_names_in_lessons() -> None:
    contract = Contract("A", "t", supplier="Hap Catering B.V.")
    followed = on("A", "selection", supplier="Hap Catering B.V.", category="Catering")
    asked: dict[str, Any] = {
        "pilot": "Met HAP catering en Glans.",
        "lesson": "Hap Catering B.V. hielp; Glansrijk (12345678).",
    }
    piloted = a_progress(contract={"id": "P", "supplier": "Glans"}, **asked)
    monitoring = nameless(
        monitor([followed, piloted], (), ON, NAMES), without_names(Register(contracts=(contract,)), NAMES, "nl")
    )
    assert told(monitoring.causes[0]) == {"categories": [("Catering", 1)], "units": [(None, 1)], "suppliers": None}
    (pilot,) = monitoring.pilots
    assert pilot.pilot == "Met [opdrachtnemer] en [opdrachtnemer]."
    assert pilot.lesson == "[opdrachtnemer] hielp; Glansrijk ([opdrachtnemer])."
    assert "Hap" not in "".join(line.text for line in cause_lines(monitoring.causes, "nl"))


def test_without_suppliers_a_text_stays_as_it_is() -> None:
    assert without_names(Register(), {}, "nl")("De les.") == "De les."

"""What a finding about efforts may say outside the register: no figure about fewer than five people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.support.followed_contracts import paid, placed

from srtool.case.build import Own
from srtool.checks.evaluate import evaluate
from srtool.finding import Given, Report, Step, Unit
from srtool.place import Place
from srtool.readers import register
from srtool.readers.rules import rule_sets
from srtool.register.model import Effort
from srtool.register.unread import UnreadCell
from srtool.rules.rulebook import EUROPEAN, RuleBook
from srtool.texts import load
from srtool.texts.say import message
from srtool.views.shared.discreet import discreet, discreet_cells
from srtool.views.shared.json_document import step as as_json

PLACE = Place("register.xlsx", "Efforts", 7, column="K")
FEW = load("en", "shared")["discreet"]["few_people"].format(fewest=5)
SEVERAL = [placed(str(number)) for number in range(5)]
ONE = [replace(effort, person="P1") for effort in SEVERAL]
BOUGHT = [paid(100, f"B{number}") for number in range(3)]


@pytest.mark.parametrize(
    ("efforts", "said"),
    [
        (SEVERAL, "5 efforts (which: srtool check)"),
        (SEVERAL[:4], FEW),
        (ONE, FEW),  # five efforts, and one person who did them
        (BOUGHT, "3 efforts (which: srtool check)"),
        ([*BOUGHT, *ONE], FEW),
        ([placed("a; b; c; d; e; f")], FEW),
    ],
)
def test_the_number_of_efforts_is_told_where_not_few_people_did_them(
    one: Report, efforts: list[Effort], said: str
) -> None:
    ids = Step("efforts", tuple(effort.id for effort in efforts), Unit.IDS, Given(PLACE))
    about = replace(one.findings[0], place=PLACE, steps=(ids,))
    (found,) = discreet(replace(one, findings=(about,)), efforts, "en").findings
    assert found.place == Place("register.xlsx", "Efforts")
    assert found.steps == (Step("efforts", said, Unit.TEXT, Given(Place("register.xlsx", "Efforts"))),)


def test_one_effort_whose_number_reads_like_six_is_one_person() -> None:
    """From the register to the report: a number may hold what separates numbers."""
    toml = """
[[contracts]]
id = "A"
title = "Schoonmaak"
supplier = "Glans"
start = 2025-01-01
end = 2028-12-31
social_return = { amount = 20000 }

[[efforts]]
id = "a; b; c; d; e; f"
contract = "A"
kind = "placement"
status = "disputed"
"""
    register_file = register.from_bytes(toml.encode(), "register.toml")
    loaded = {name: rule_sets.load(rule_sets.find(name, None)) for name in ("rijk-tailored", "rijk-classic", EUROPEAN)}
    book = RuleBook({n: one.rules for n, one in loaded.items()}, {n: one.sha256 for n, one in loaded.items()})
    report = evaluate(register_file, book, date(2026, 11, 22), Own()).report
    efforts = register_file.register.efforts
    (disputed,) = (one for one in discreet(report, efforts, "en").findings if one.code == "SR504")
    assert [str(step.value) for step in disputed.steps] == [FEW]
    assert "6 efforts" not in message("en", disputed)
    (open_one,) = (one for one in report.findings if one.code == "SR504")
    assert "a; b; c; d; e; f" in message("en", open_one)
    assert as_json(open_one.steps[0])["value"] == "a; b; c; d; e; f"


def test_a_cell_of_an_effort_that_cannot_be_read_says_only_in_which_column() -> None:
    of_effort = UnreadCell("efforts", "hours_per_week", PLACE, "Uren per week", "drie dagen", "number", 24)
    of_contract = replace(of_effort, table="contracts")
    hidden, shown = discreet_cells([of_effort, of_contract])
    assert (hidden.value, hidden.place, hidden.proposed) == ("…", Place("register.xlsx", "Efforts"), None)
    assert hidden.heading == "Uren per week"
    assert shown == of_contract


@pytest.mark.parametrize(("effort", "is_told"), [(placed("1"), False), (paid(100, "1"), True)])
def test_amounts_of_efforts_one_by_one(one: Report, effort: Effort, is_told: bool) -> None:  # noqa: FBT001
    amounts = Step("claimed_parts", (("1", Decimal(700)),), Unit.PARTS, Given(PLACE))
    about = replace(one.findings[0], place=PLACE, steps=(amounts,))
    (found,) = discreet(replace(one, findings=(about,)), [effort], "en").findings
    assert (found == about) is is_told
    assert is_told or (found.steps[0].value, found.place) == ("(not shown; which: srtool check)", PLACE.whole_table())

"""What a finding about efforts may say outside the register: no figure about fewer than five people."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.support.followed_contracts import paid, placed

from srtool.finding import Given, Report, Step, Unit
from srtool.register.model import Effort
from srtool.texts import load
from srtool.views.report.discreet import discreet

PLACE = "register.xlsx: Efforts!K7"
FEW = load("en", "report")["table"]["few_people"].format(fewest=5)
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
        ([placed("a; b")], FEW),
    ],
)
def test_the_number_of_efforts_is_told_where_not_few_people_did_them(
    one: Report, efforts: list[Effort], said: str
) -> None:
    ids = Step("efforts", "; ".join(effort.id for effort in efforts), Unit.TEXT, Given(PLACE))
    about = replace(one.findings[0], place=PLACE, steps=(ids,))
    (found,) = discreet(replace(one, findings=(about,)), efforts, "en").findings
    assert found.place == "register.xlsx: Efforts"
    assert found.steps == (Step("efforts", said, Unit.TEXT, Given("register.xlsx: Efforts")),)

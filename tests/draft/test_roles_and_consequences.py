"""SR604: role, recovery and consequence."""

from __future__ import annotations

import pytest

from srtool.draft.claim import Subject
from tests.support.word_drafts.remarked import reading, says

_RECOVERY = "Na ingebrekestelling geldt een hersteltermijn van vier weken."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De gemeente streeft naar 5% van de opdrachtsom aan social return.", ["role_unclear"]),
        ("De opdrachtnemer is verplicht 5% van de opdrachtsom in te zetten.", []),
        ("Social return van 5% is een bijzondere uitvoeringsvoorwaarde.", []),
        (
            (
                "Social return is een knock-out eis van 5%.\n\nDe "
                "uitvoeringsvoorwaarde social return geldt de hele looptijd."
            ),
            ["roles_differ"],
        ),
        ("De eis is 5% van de opdrachtsom.\n\nHet gunningscriterium is 5% van de opdrachtsom.", ["roles_differ"]),
        (
            (
                "De eis is 2% van de opdrachtsom.\n\nHet gunningscriterium is een "
                "hoger percentage, tot 5% van de opdrachtsom."
            ),
            [],
        ),
        ("De eis is 5% van de opdrachtsom.\n\nAls gunningscriterium wordt het plan beoordeeld.", []),
        (
            "Social return is een geschiktheidseis.\n\nSocial return wordt beoordeeld als gunningscriterium.",
            ["roles_differ"],
        ),
        ("Social return is een knock-out eis.\n\nHet plan voor social return is een gunningscriterium.", []),
        ("Social return is geen gunningscriterium maar een uitvoeringsvoorwaarde van 5%.", []),
    ],
)
def test_role(text: str, expected: list[str]) -> None:
    assert says(f"# Social return\n\n{text}", code="SR604") == expected


def test_the_role_may_stand_above() -> None:
    text = "# Uitvoeringsvoorwaarden\n\n## Social return\n\n5% van de opdrachtsom."
    assert says(text, code="SR604") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{_RECOVERY} Daarna volgt een boete voor het niet gerealiseerde deel.", []),
        ("Bij niet nakomen volgt een boete.", ["no_recovery"]),
        ("Het tekort wordt naar rato ingehouden op de laatste termijn.", ["no_recovery"]),
        ("De opdrachtgever houdt het niet gerealiseerde deel in.", ["no_recovery"]),
        (_RECOVERY, ["no_consequence"]),
        (f"{_RECOVERY} De boete bedraagt 125% van het tekort.", ["above_shortfall"]),
        (f"{_RECOVERY} De boete bedraagt 100% van het tekort.", []),
        (f"{_RECOVERY} Anderhalf maal het niet gerealiseerde bedrag is als boete verschuldigd.", ["above_shortfall"]),
        (f"{_RECOVERY} Het tekort wordt verrekend met factor 1,5.", ["above_shortfall"]),
        (f"{_RECOVERY} Er geldt een malus. Twee keer per jaar wordt gerapporteerd.", []),
    ],
)
def test_recovery_and_consequence(text: str, expected: list[str]) -> None:
    demand = "De opdrachtnemer is verplicht 5% van de opdrachtsom in te zetten."
    assert says(f"# Social return\n\n{demand} {text}", code="SR604") == expected


def test_the_minimum_that_a_bid_may_exceed_is_not_itself_a_criterion() -> None:
    text = (
        "# Gunningscriterium social return\n\nWie meer dan de minimumeis van 2% van de loonsom aanbiedt, krijgt punten."
        "\n\n# Social return\n\nDe minimumeis is 2% van de loonsom."
    )
    assert says(text, code="SR604") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Wie 2% of meer korting geeft op de prijs krijgt punten.",
        "Inschrijvers die korting bieden krijgen meer punten.",
        "De inschrijver biedt een korting van ten minste 2% op de tarieven.",
        "Een plan voor social return levert een fictieve korting van € 5.000 op.",
        "De volumekorting is 3%, en de betalingskorting 1%.",
    ],
)
def test_a_discount_on_the_price_is_no_consequence(sentence: str) -> None:
    text = f"# Social return\n\nDe opdrachtnemer besteedt 5% van de loonsom aan social return.\n\n{sentence}"
    assert reading(text).of(Subject.CONSEQUENCE, Subject.CONSEQUENCE_KIND) == ()
    shown = reading(f"{text}\n\nDe boete bij te weinig social return is 10% van het tekort.")
    assert [claim.words for claim in shown.of(Subject.CONSEQUENCE)] == ["boete"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bij een tekort geeft de opdrachtnemer een korting op de prijs.",
        "Anders volgt een korting op de factuur.",
        "Wat niet is gerealiseerd leidt tot een korting op het tarief.",
    ],
)
def test_a_discount_for_a_shortfall_is_one(sentence: str) -> None:
    text = f"# Social return\n\nDe opdrachtnemer besteedt 5% van de loonsom aan social return. {sentence}"
    assert [claim.value for claim in reading(text).of(Subject.CONSEQUENCE_KIND)] == ["discount"]

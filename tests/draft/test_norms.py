"""SR606 and SR609 to SR612."""

from __future__ import annotations

import pytest

from tests.support.word_drafts.remarked import says

_DEMAND = "# Social return\n\nDe opdrachtnemer is verplicht 5% van de opdrachtsom in te zetten."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["link_not_found"]),
        ("De inzet houdt verband met het voorwerp van de opdracht.", ["link_said"]),
        ("De kandidaten werken bij de uitvoering van de opdracht.", ["link_said"]),
        ("Het werk sluit aan bij de opdracht: de kandidaten maken schoon in de gebouwen.", ["link_said"]),
        ("De inzet past bij de aard van de opdracht.", ["link_said"]),
        ("De kandidaten doen werk dat bij de dienstverlening hoort.", ["link_said"]),
        ("De werkzaamheden vloeien voort uit de overeenkomst.", ["link_said"]),
        ("De opdracht wordt gegund op prijs.", ["link_not_found"]),
        ("De inzet kan binnen en buiten de opdracht plaatsvinden.", ["outside"]),
    ],
)
def test_link_with_the_subject(text: str, expected: list[str]) -> None:
    assert says(f"{_DEMAND} {text}", code="SR606") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mensen met een WWB-uitkering tellen mee.", ["wwb"]),
        ("Mensen met een uitkering op grond van de Participatiewet (voorheen WWB) tellen mee.", []),
        ("Voor de banenafspraak is een doelgroepverklaring nodig.", ["target_group_statement"]),
        ("Per kandidaat wordt een doelgroepverklaring ingevuld.", []),
        ("De Europese drempel van € 193.000 geldt.", ["threshold"]),
        ("Boven het drempelbedrag (EUR 221.000,00) geldt social return.", ["threshold"]),
        ("De Europese drempel van € 216.000 geldt.", []),
        ("De Europese drempel was in 2025 € 221.000.", []),
        ("Social return geldt vanaf € 250.000.", []),
        ("Social return geldt vanaf € 221.000.", ["like_threshold"]),
        ("Het Rijk vraagt SROI bij opdrachten met een opdrachtwaarde boven € 200.000.", ["state_threshold"]),
        ("Conform het Rijksbeleid geldt SROI boven een opdrachtwaarde van € 221.000.", ["state_threshold_european"]),
        ("Het Rijk vraagt social return boven een loonsom van € 250.000.", []),
        ("Volgens het Rijksbeleid geldt SROI boven de Europese drempel van € 221.000.", ["threshold"]),
        ("Wij vragen social return boven € 200.000; zie ook het beleid van de regio.", []),
        ("Het Rijksvastgoedbedrijf betaalt facturen tot € 200.000 binnen een week.", []),
        ("Het budget is € 221.000.", []),
    ],
)
def test_outdated(text: str, expected: list[str]) -> None:
    assert says(f"{_DEMAND} {text}", code="SR609") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kandidaten moeten inwoner van Utrecht zijn.", ["local_only"]),
        ("Uitsluitend mensen uit de regio tellen mee.", ["local_only"]),
        ("De kandidaten komen uit de kaartenbak van de gemeente.", ["local"]),
        ("Kandidaten wonen bij voorkeur in de gemeente.", []),
        ("Zoveel mogelijk worden inwoners van de gemeente geplaatst.", []),
        ("Kandidaten uit de hele Europese Unie tellen mee.", []),
    ],
)
def test_local(text: str, expected: list[str]) -> None:
    assert says(f"{_DEMAND} {text}", code="SR610") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vermeld per kandidaat het BSN.", ["citizen_number"]),
        ("Het burgerservicenummer van de kandidaat wordt overgelegd.", ["citizen_number"]),
        ("Vermeld geen BSN.", []),
        ("De kandidaat Jan de Vries (BSN 111222333) is al geselecteerd.", ["number_stands"]),
        ("De kandidaat 111222333 is al geselecteerd.", ["number_stands"]),
        ("De waarde is € 111.222.333.", []),
        ("Meld de namen van de geplaatste kandidaten.", ["names"]),
        ("De rapportage bevat naam en geboortedatum van de medewerker.", ["names"]),
        ("Meld de naam van de contactpersoon.", []),
        ("De rapportage bevat geen namen van kandidaten.", []),
        ("Namens de opdrachtnemer tekent de medewerker.", []),
    ],
)
def test_personal_data(text: str, expected: list[str]) -> None:
    assert says(f"{_DEMAND} {text}", code="SR611") == expected


def test_a_citizen_number_elsewhere_is_no_matter_of_social_return() -> None:
    assert says(f"{_DEMAND}\n\n# Klanten\n\nVermeld het BSN van de klant.", code="SR611") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deze opdracht is voorbehouden aan sociale werkplaatsen.", ["reserved_without_notice"]),
        ("Het betreft een voorbehouden opdracht (artikel 2.82).", ["reserved_without_notice"]),
        ("Het betreft een voorbehouden opdracht; dit is vermeld in de aankondiging.", []),
        ("De gemeente behoudt zich het recht voor de opdracht niet te gunnen.", []),
        ("Alle rechten voorbehouden.", []),
        ("De gunning is onder voorbehoud van goedkeuring.", []),
    ],
)
def test_reserved_also_under_another_heading(text: str, expected: list[str]) -> None:
    assert says(f"# Deelname\n\n{text}\n\n{_DEMAND}", code="SR612") == expected


def test_a_citizen_number_that_stands_anywhere_is_told() -> None:
    assert says(f"{_DEMAND}\n\n# Klanten\n\nMevrouw Bakker (BSN 111222333) tekent.", code="SR611") == ["number_stands"]
    drawn = "\u2022" * 30
    assert says(f"{_DEMAND} {drawn}\n\n# BSN\n\nHet BSN {drawn}", code="SR611") == []

"""SR602, SR603 and SR607: base, people, table of values."""

from __future__ import annotations

import pytest

from tests.support.word_drafts.remarked import lacking, says


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("De inzet is 5% van de gefactureerde omzet, excl. btw.", None),
        ("De inzet is 5% van de gegunde opdrachtsom exclusief btw.", None),
        ("De inzet is 5%.", ("basis", "without_vat", "moment")),
        ("De inzet is 5% van de opdrachtsom.", ("without_vat", "moment")),
        ("De inzet is 5% van de opdrachtsom (ex. BTW) bij gunning.", None),
        ("De inzet is 5% van de opdrachtsom, exclusief 21% btw, op de datum van ondertekening.", None),
        ("De opdrachtnemer maakt een plan van aanpak voor social return.", None),
    ],
)
def test_what_the_base_lacks(text: str, lacks: tuple[str, ...] | None) -> None:
    assert lacking("SR602", f"# Social return\n\n{text}") == ([] if lacks is None else [lacks])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De inschrijver dient 5% van de winst in te zetten voor SROI.", ["unknown_basis", "base"]),
        ("Opdrachtnemer zet 5% van de nettowinst in voor social return.", ["unknown_basis", "base"]),
        ("Voor SROI wordt 2% van het budget besteed.", ["unknown_basis", "base"]),
        ("Opdrachtnemer zet 5% van de bouwkosten, excl. btw bij gunning, in voor SROI.", ["unknown_basis"]),
        ("Het bedrijf heeft vorig jaar 5% winst gemaakt.", []),
        ("Van de leges gaat 5% van het budget naar groen.", []),
        ("De SROI-inzet is 5% van de gegunde opdrachtsom, incl. btw.", ["with_vat"]),
        ("De SROI-inzet is 5% van de omzet inclusief 21% btw bij gunning.", ["with_vat"]),
        ("De SROI-inzet is 5% van de gegunde opdrachtsom excl. btw. De opleiding kost € 500 inclusief btw.", []),
    ],
)
def test_bases_that_are_asked_after(text: str, expected: list[str]) -> None:
    assert says(f"# Social return\n\n{text}", code="SR602") == expected


def test_turnover_with_vat_in_a_row_of_a_table() -> None:
    rows = "| SROI-percentage | 5% |\n|---|---|\n| Grondslag SROI | omzet incl. btw |"
    assert "with_vat" in says(f"# SROI\n\n{rows}", code="SR602")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hij garandeert dat zij in dienst blijven.", ["guaranteed_outflow"]),
        ("Hij garandeert dat zij na afloop in dienst blijven.", ["guaranteed_outflow"]),
        ("Dat kandidaten in dienst blijven wordt gegarandeerd.", ["guaranteed_outflow"]),
        ("Opdrachtnemer garandeert het behoud van werk.", ["guaranteed_outflow"]),
        ("Hij garandeert uitstroom naar regulier werk.", ["guaranteed_outflow"]),
        ("Hij staat ervoor in dat zij daarna een vaste aanstelling krijgen.", ["guaranteed_outflow"]),
        ("Hij verzekert een contract voor onbepaalde tijd.", ["guaranteed_outflow"]),
        ("Hij spant zich in dat zij in dienst blijven.", []),
        ("Hij garandeert niet dat zij in dienst blijven.", []),
        ("Opdrachtnemer garandeert de kwaliteit van het werk.", []),
    ],
)
def test_guarantees(text: str, expected: list[str]) -> None:
    assert says(f"# Social return\n\n{text}", code="SR603") == expected


def test_a_general_sentence_on_vat_suffices() -> None:
    text = (
        "# Begrippen\n\nAlle bedragen in dit document zijn exclusief btw.\n\n# Social "
        "return\n\nDe inzet is 5% van de gegunde opdrachtsom."
    )
    assert says(text, code="SR602") == []


def test_options_and_lots_are_missed_only_where_there_are_any() -> None:
    demand = "# Social return\n\nDe inzet is 5% van de gegunde opdrachtsom, excl. btw."
    extendable = "# Looptijd\n\nDe overeenkomst kan twee keer met een jaar worden verlengd (optie).\n\n" + demand
    lots = "# Percelen\n\nPerceel 1 betreft groen, perceel 2 betreft grijs.\n\n" + demand
    assert lacking("SR602", extendable) == [("options",)]
    assert lacking("SR602", lots) == [("lots",)]
    assert says(lots + " Dit geldt voor alle percelen.", code="SR602") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De opdrachtnemer plaatst twee kandidaten.", ["people_without_hours"]),
        ("Opdrachtnemer dient 1 persoon uit de doelgroep een jaar in dienst te nemen.", ["people_without_hours"]),
        ("Er moet een leerling in dienst worden genomen.", []),
        ("De opdrachtnemer zet ten minste 3 medewerkers met een arbeidsbeperking in.", ["people_without_hours"]),
        ("De opdrachtnemer plaatst 1 kandidaat voor 32 uur per week gedurende 12 maanden.", []),
        ("De opdrachtnemer zet 2 fte in gedurende de looptijd.", []),
        ("De opdrachtnemer zet 2 fte in.", ["people_without_term"]),
        ("Een kandidaat telt ten hoogste twee jaar mee.", []),
        ("De opdrachtnemer wijst één contactpersoon aan en zet die in.", []),
        ("De waarde per persoon moet ten minste 1.000 uren zijn.", []),
        ("Minimaal 2 werkervaringsplaatsen worden aangeboden.", ["people_without_hours"]),
    ],
)
def test_people(text: str, expected: list[str]) -> None:
    assert says(f"# Social return\n\n{text}", code="SR603") == expected


def test_hours_in_the_next_paragraph_or_the_same_row() -> None:
    assert (
        says(
            "# Social return\n\nDe opdrachtnemer plaatst 1 kandidaat.\n\nDat is 24 uur per week, 6 maanden lang.",
            code="SR603",
        )
        == []
    )
    row = (
        "# Social return\n\n| Inzet | Omvang |\n|---|---|\n| De opdrachtnemer "
        "plaatst 1 kandidaat | 24 uur per week, een jaar |"
    )
    assert says(row, code="SR603") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De uitstroom van kandidaten wordt door de opdrachtnemer gegarandeerd.", ["guaranteed_outflow"]),
        ("De opdrachtnemer garandeert een vast dienstverband.", ["guaranteed_outflow"]),
        ("Een uitstroomgarantie maakt deel uit van de verplichting.", ["guaranteed_outflow"]),
        ("Uitstroom wordt niet gegarandeerd.", []),
        ("De garantie op het werk is twee jaar.", []),
        ("De opdrachtnemer kan het bedrag storten in het SROI-fonds.", ["payment"]),
        ("De waarde kan worden afgekocht.", ["payment"]),
        ("Afkopen is niet toegestaan.", []),
        ("Het niet gerealiseerde deel wordt betaald aan de opdrachtgever.", []),
    ],
)
def test_outflow_and_payment(text: str, expected: list[str]) -> None:
    assert says(f"# Social return\n\n{text}", code="SR603") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De bouwblokken van de regio gelden.", ["table_without_version"]),
        ("De inspanningswaarden staan op de website.", ["table_without_version"]),
        ("De bouwblokken van de regio gelden, versie V05 van april 2023.", []),
        ("De waarderingstabel (d.d. 12 januari 2026) geldt.", []),
        ("De waarden staan in de menukaart 2026.", []),
        ("Het regionale SROI-protocol is van toepassing.", ["table_without_version"]),
        ("De invulling is vrij.", []),
    ],
)
def test_table_of_values(text: str, expected: list[str]) -> None:
    assert says(f"# Social return\n\n{text}", code="SR607") == expected

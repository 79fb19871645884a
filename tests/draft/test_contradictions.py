"""SR601: what contradicts itself, and the many pairs of percentages and bases that do not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from srtool.draft.judgements.contradictions import against_agreed
from tests.support.word_drafts.remarked import reading, remarked, says


def test_a_choice_between_two_is_no_contradiction() -> None:
    text = "De opdrachtnemer zet 5% van de loonsom {} 2% van de opdrachtsom in voor social return."
    assert says(f"# Social return\n\n{text.format('of')}", code="SR601") == []
    assert says(f"# Social return\n\n{text.format('óf')}", code="SR601") == []
    assert says(f"# Social return\n\n{text.format('en')}", code="SR601") != []


def test_a_scale_of_points_is_no_contradiction() -> None:
    table = "| Percentage social return | Punten |\n|---|---|\n| 5% | 0 |\n| 7% | 10 |"
    assert says(f"# Gunningscriterium social return\n\n{table}", code="SR601") == []
    assert says(f"# Social return\n\n{table}", code="SR601") != []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5% van de opdrachtsom gaat naar de inzet. De norm is 7% van de opdrachtsom.", ["two_percentages"]),
        ("De opdrachtnemer zet 5% in. Ten minste twee procent wordt besteed aan social return.", ["two_percentages"]),
        ("De verplichting is 2,5% van de loonsom. De verplichting is 2.5 % van de loonsom.", []),
        ("De verplichting is vijf procent (5%) van de loonsom. Het gaat om 5 (vijf) procent.", []),
        ("Inzet: 5% van de opdrachtsom. De grondslag is de loonsom.", ["two_bases"]),
        ("Inzet: 5% van de loonsom. De inzet is 5% van de gefactureerde omzet.", ["two_bases"]),
        ("Inzet: 2,5% van de jaaromzet. Het percentage wordt berekend over de opdrachtwaarde.", ["two_bases"]),
        ("Inzet: 5% van de aanneemsom. De inzet van 5% van de opdrachtsom vervalt niet.", ["like_bases"]),
        ("Inzet: 5% van de loonsom. De inzet is 5% van de loonkosten.", ["like_bases"]),
    ],
)
def test_two_values_for_one_thing(text: str, expected: list[str]) -> None:
    assert says(f"# Social return\n\n{text}", code="SR601") == expected


@pytest.mark.parametrize(
    "text",
    [
        "De inzet is 5% van de opdrachtsom. Prijs weegt voor 40% en kwaliteit voor 60%.",
        "De inzet is 5% van de opdrachtsom. Over de inzet wordt geen 21% btw gerekend.",
        (
            "De inzet is 5% van de opdrachtsom. Een PSO-certificaat geeft een verlaging "
            "van 10% (trede 1), 25% (trede 2) of 50% (trede 3)."
        ),
        "De inzet is 5% van de opdrachtsom. Ten minste 30% van de werknemers is arbeidsbeperkt (art. 2.82).",
        "De inzet is 5% van de opdrachtsom. De boete is 125% van het niet gerealiseerde deel.",
        "De inzet is 5% van de opdrachtsom, of 2% van de opdrachtsom als de arbeidscomponent minder dan 30% is.",
        (
            "De inzet is 5% van de opdrachtsom. Bedraagt het loonaandeel minder dan 30% van "
            "de opdrachtsom, dan is de inzet 2% van de opdrachtsom."
        ),
        (
            "De eis is 2% van de opdrachtsom. Als gunningscriterium kan de "
            "inschrijver tot 5% van de opdrachtsom aanbieden."
        ),
        "De inzet wijzigt van 2% naar 5% van de opdrachtsom.",
        "De inzet is 5% van de opdrachtsom (was 2%).",
        "De inzet is 5% van de opdrachtsom, in plaats van 2% van de opdrachtsom.",
        "De inzet is 5% van de inschrijfsom. Na afloop wordt herrekend naar 5% van de gefactureerde omzet.",
        (
            "De inzet is 5% van de opdrachtsom. Rekenvoorbeeld: bij 2% van de "
            "opdrachtsom van € 100.000 is de inzet € 2.000."
        ),
        "Tot € 1.000.000 is de inzet 5% van de opdrachtsom, vanaf € 1.000.000 is de inzet 7% van de opdrachtsom.",
        "De inzet is 5% van de opdrachtsom. Ten hoogste 25% van de verplichting mag met inkoop worden ingevuld.",
        "De inzet is 5% van de opdrachtsom. Inkoop bij een sociale onderneming telt voor 50% mee.",
        "De inzet is 5% van de opdrachtsom. De loonkosten worden verhoogd met 30% werkgeverslasten.",
        "In het eerste jaar is de inzet 5% van de opdrachtsom, in het tweede jaar is de inzet 7% van de opdrachtsom.",
        "Vanaf 2027 is de inzet 7% van de opdrachtsom. In 2026 is de inzet 5% van de opdrachtsom.",
        "Voor perceel 1 is de inzet 5% van de opdrachtsom. Voor perceel 2 is de inzet 3% van de opdrachtsom.",
        "Voor kapitaalintensieve opdrachten is de inzet 5% van de loonsom. De inzet is 5% van de opdrachtsom.",
        "Voor diensten is de inzet 5% van de opdrachtsom. Voor leveringen is de inzet 2% van de opdrachtsom.",
        "Social return geldt bij een opdrachtwaarde boven € 250.000. De inzet is 5% van de loonsom.",
        "De inzet is 5% van de loonsom. Ten minste 20% van de inzet vindt plaats binnen de gemeente.",
        "De inzet is 5% van de loonsom in 2027 en 6% van de loonsom in 2028.",
        "De inzet is 5% van de loonsom over 2027, 6% van de loonsom over 2028 en 7% van de loonsom over 2029.",
        "De inzet is 5% van de loonsom in het eerste jaar en 6% van de loonsom in het tweede jaar.",
        "De inzet is 5% van de loonsom in de eerste twee jaar en 7% van de loonsom in de jaren daarna.",
        "De inzet is 5% van de loonsom tot 1 januari 2028 en 6% van de loonsom vanaf 1 januari 2028.",
        "De inzet is 5% van de loonsom in de bouwfase en 2% van de loonsom in de onderhoudsfase.",
        "De inzet is 5% van de loonsom in fase A en 3% van de loonsom in fase B.",
        "De inzet is 5% van de loonsom voor perceel 1 en 3% van de loonsom voor perceel 2.",
        "De inzet is 5% van de loonsom voor perceel 1, 3% van de loonsom voor perceel 2 en 2% voor perceel 3.",
        "De inzet is 5% van de loonsom voor deelopdracht A en 3% van de loonsom voor deelopdracht B.",
        "De inzet is 5% van de loonsom voor perceel 1 en voor perceel 2 3% van de loonsom.",
        "De inzet is 5% en 3% van de loonsom voor perceel 1 respectievelijk perceel 2.",
        "De inzet is 5% van de loonsom. Bij gebruik van de optie is de inzet 6% van de loonsom.",
        "De inzet is 5% van de loonsom. Wordt de opdracht verlengd, dan is de inzet 6% van de loonsom.",
        "De inzet is 5% van de loonsom en 7% van de loonsom na verlenging.",
        "De inzet is 5% van de loonsom. Van de inspanning is maximaal 20% via sociaal inkopen mogelijk.",
        "De inzet is 5% van de loonsom. Van de SROI-verplichting mag hoogstens 25% met stages worden ingevuld.",
        "De inzet is 5% van de loonsom. Ten hoogste 30% via sociale inkoop, de rest met mensen in dienst.",
        "De inzet is 5% van de loonsom. De inzet is maximaal 20% via onderaannemers te realiseren.",
        "Minimaal 3% van de loonsom wordt ingezet, met een streefpercentage van 5% van de loonsom.",
        "De inzet is 5% van de loonsom. Gedurende de eerste zes maanden volstaat 2% van de loonsom.",
    ],
)
def test_pairs_that_do_not_contradict(text: str) -> None:
    assert says(f"# Social return\n\n{text}", code="SR601") == []


@pytest.mark.parametrize(
    "text",
    [
        "De inzet is 5% van de loonsom in 2027 en 6% van de loonsom in 2027.",
        "De inzet is 5% van de loonsom voor perceel 1 en 3% van de loonsom voor perceel 1.",
        "Voor perceel 1 is de inzet 5% van de loonsom en de inzet 3% van de loonsom.",
        "Van de loonsom is 5% voor SROI. Van de loonsom is maximaal 20% voor SROI.",
    ],
)
def test_one_period_or_lot_with_two_values(text: str) -> None:
    assert says(f"# Social return\n\n{text}", code="SR601") == ["two_percentages"]


@pytest.mark.parametrize(
    "part",
    [
        "Van de inspanning is maximaal 20% via sociaal inkopen mogelijk.",
        "In 2028 is de inzet 20% van de loonsom.",
        "Bij verlenging is de inzet 20% van de loonsom.",
    ],
)
def test_a_part_of_what_is_asked_is_not_held_against_the_register(part: str) -> None:
    draft = reading(f"# Social return\n\nDe inzet is 5% van de loonsom. {part}")
    assert list(against_agreed(draft, Decimal(5), "loonsom")) == []


def test_only_what_is_about_social_return_is_compared() -> None:
    text = (
        "# Social return\n\nDe inzet is 5% van de loonsom.\n\n# Hout\n\nDe "
        "inzet van gerecycled hout is 30% van de opdrachtsom."
    )
    assert says(text, code="SR601") == []


def test_sr_alone_is_no_anchor() -> None:
    text = "# SR-keuring\n\nVan de machines is 5% verplicht gekeurd. De norm is verplicht 7% van de opdrachtsom."
    assert says(text, code="SR601") == []


def test_lots_by_heading_and_by_row() -> None:
    headed = (
        "# Social return\n\n## Perceel 1\n\nDe inzet is 5% van de "
        "loonsom.\n\n## Perceel 2\n\nDe inzet is 3% van de loonsom."
    )
    assert says(headed, code="SR601") == []
    rows = (
        "# Social return\n\n| Perceel | Verplichting |\n|---|---|\n| Perceel 1 | 5% "
        "van de loonsom |\n| Perceel 2 | 3% van de loonsom |"
    )
    assert says(rows, code="SR601") == []
    assert says(rows.replace("Perceel 2", "Perceel 1"), code="SR601") == ["two_percentages"]


def test_one_lot_beside_all_lots() -> None:
    text = "# Social return\n\nDe inzet is 5% van de loonsom.\n\nVoor perceel 2 is de inzet 3% van de loonsom."
    assert says(text, code="SR601") == ["percentage_beside_lots"]


def test_all_percentages_for_one_thing_are_one_remark() -> None:
    text = "# Social return\n\nDe inzet is 5% van de loonsom. Minimaal 2% van de loonsom gaat naar SROI."
    assert says(text, code="SR601") == ["two_percentages"]
    (remark,) = remarked(text + " Voor SROI geldt 7,5% van de loonsom.", code="SR601")
    assert (remark.says, remark.values) == ("several_percentages", {"percentages": "2%, 5%, 7,5%"})
    assert len(remark.quotes) == 3
    lots = " | SROI-percentage per perceel | Perceel 1: 5%; perceel 2: 7,5% |\n"
    (remark,) = remarked(f"# SROI\n\nDe inzet is 2% van de opdrachtsom.\n\n{lots}|---|---|\n", code="SR601")
    assert (remark.says, remark.values) == ("percentage_beside_lots", {"percentages": "2%, 5%, 7,5%"})


def test_all_bases_of_one_percentage_are_one_remark() -> None:
    text = "# Social return\n\nDe inzet is 5% van de loonsom. Zij wordt berekend over de opdrachtsom."
    assert says(text, code="SR601") == ["two_bases"]
    (remark,) = remarked(text + " De SROI-verplichting is 5% van de winst.", code="SR601")
    assert (remark.says, remark.values) == ("several_bases", {"bases": "loonsom, opdrachtsom, winst"})


def test_turnover_and_invoiced_turnover_are_one() -> None:
    text = "# Social return\n\nDe inzet is 5% van de gefactureerde omzet. Bij SROI telt 5% van de omzet in dat jaar."
    assert says(text, code="SR601") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Het percentage van 10% van de loonsom geldt voor de bonus.",
        "Wie meer doet krijgt een bonus van 1% van de opdrachtsom.",
        "Een toeslag van 3% van de opdrachtsom volgt bij spoed.",
    ],
)
def test_a_bonus_is_no_demand(sentence: str) -> None:
    text = f"# Social return\n\nMinimaal 5 procent van de opdrachtsom wordt ingezet. {sentence}"
    assert says(text, code="SR601") == []


def test_a_table_of_was_and_becomes() -> None:
    text = (
        "# Social return\n\n| Onderwerp | Was | Wordt |\n|---|---|---|\n| "
        "Inzet | 2% van de loonsom | 5% van de opdrachtsom |"
    )
    assert says(text, code="SR601") == []
    text += "\n\nDe inzet is 7% van de opdrachtsom."
    assert says(text, code="SR601") == ["two_percentages"]


def test_rates_by_size_in_a_table() -> None:
    text = (
        "# Social return\n\n| Opdrachtwaarde | Inzet |\n|---|---|\n| tot € 500.000 | 2% van de opdrachtsom |\n"
        "| vanaf € 500.000 | 5% van de opdrachtsom |"
    )
    assert says(text, code="SR601") == []


def test_between_files() -> None:
    guide = "# Social return\n\nDe inzet is 5% van de opdrachtsom."
    contract = "# Artikel 9 Social return\n\nDe inzet is 5% van de loonsom."
    assert says(guide, contract, code="SR601") == ["two_bases"]
    assert says(guide, contract.replace("loonsom", "opdrachtsom"), code="SR601") == []


def test_a_contradiction_is_told_once() -> None:
    text = "# Social return\n\n" + "De inzet is 5% van de loonsom. De inzet is 7% van de loonsom.\n\n" * 3
    assert says(text, code="SR601") == ["two_percentages"]


def test_against_what_the_register_says() -> None:
    draft = reading(
        "# Social return\n\nDe inzet is 5% van de opdrachtsom. Voor perceel 2 is de inzet 3% van de opdrachtsom."
    )
    assert [remark.says for remark in against_agreed(draft, Decimal(5), "opdrachtwaarde")] == []
    assert [remark.says for remark in against_agreed(draft, Decimal(2), "loonsom")] == [
        "register_percent",
        "register_basis",
    ]
    assert list(against_agreed(draft, None, None)) == []

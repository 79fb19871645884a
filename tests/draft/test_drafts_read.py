"""What of a whole draft is read: percentage, basis, and what is arranged around it, in words of other makers."""

from __future__ import annotations

import pytest

from srtool.draft.bases import family
from srtool.draft.claim import Subject
from tests.support.word_drafts.remarked import lacking, reading, says


@pytest.mark.parametrize(
    ("sentence", "percent", "basis"),
    [
        ("Hij wendt 5% van de som die hij in een kalenderjaar factureert aan voor social return.", "5", "invoiced"),
        ("De aannemer wendt van de aanneemsom (zonder btw) minimaal 2% aan voor social return.", "2", "contract"),
        ("Aanbieder wendt 3% van de in dat jaar gedeclareerde bedragen aan voor social return.", "3", "invoiced"),
        ("De vervoerder besteedt 4% van de jaarlijkse vervoersomzet aan social return.", "4", "yearly"),
        ("Social return heeft een waarde van 5% van de gerealiseerde jaaromzet.", "5", "yearly"),
        ("De opdrachtnemer zet 5% van de personeelskosten in voor social return.", "5", "wages"),
        ("Er geldt een social return van 5% van de waarde van de nadere overeenkomst.", "5", "contract"),
    ],
)
def test_a_percentage_and_what_it_is_of(sentence: str, percent: str, basis: str) -> None:
    claims = reading(f"# Social return\n\n{sentence}")
    assert [str(claim.value) for claim in claims.of(Subject.PERCENTAGE)] == [percent]
    assert {family(str(claim.value)).value for claim in claims.of(Subject.BASIS)} == {basis}


@pytest.mark.parametrize(
    "text",
    [
        "Opdrachtnemer is verplicht gedurende de overeenkomst € 60.000 in te zetten.",
        "De kandidaten worden bij aanvang van deze opdracht gemeld; 5% van de loonsom is verplicht.",
        "Zij werken de volle looptijd van deze opdracht; 5% van de loonsom is verplicht.",
    ],
)
def test_a_term_is_no_link_with_the_subject(text: str) -> None:
    assert says(f"# Social return\n\n{text}", code="SR606") == ["link_not_found"]


_DEMAND = "# Social return\n\nDe opdrachtnemer is verplicht 5% van de loonsom in te zetten."


@pytest.mark.parametrize(
    "sentence",
    [
        "Over een tekort wordt een verbetertermijn van drie maanden afgesproken, daarna volgt inhouding.",
        "Bij een tekort krijgt u zes maanden extra; daarna brengen wij het in mindering.",
        "Na een termijn van zes weken volgt een boete gelijk aan het tekort.",
        "Bij een tekort krijgt hij 3 maanden de gelegenheid tot herstel; daarna volgt een inhouding.",
        "Hij herstelt een tekort binnen drie maanden; wat dan nog ontbreekt wordt verrekend.",
        "Bij tekortschieten krijgt de leverancier zes weken voor herstel, daarna volgt een malus.",
        "Bij een tekort krijgt hij een laatste termijn van twee maanden; daarna wordt het ingehouden.",
        "Partijen maken herstelafspraken; leidt dat niet tot resultaat dan volgt een korting.",
        "Levert hij na schriftelijke sommatie niet, dan wordt het van de eindafrekening afgetrokken.",
        "Bij een tekort is er acht weken om het in te lopen; daarna volgt een boete.",
    ],
)
def test_time_to_recover(sentence: str) -> None:
    assert says(f"{_DEMAND} {sentence}", code="SR604") == []


def test_a_fine_without_notice_has_no_time_to_recover() -> None:
    text = f"{_DEMAND} Bij een tekort volgt zonder ingebrekestelling een boete."
    assert says(text, code="SR604") == ["no_recovery"]


@pytest.mark.parametrize(
    "sentence",
    [
        "De kandidaten verrichten werkzaamheden op dit werk.",
        "De kandidaten werken op de plekken waar deze overeenkomst wordt uitgevoerd.",
        "Chauffeurs uit de doelgroep tellen mee: zij voeren deze opdracht uit.",
        "Zij doen werk dat onder deze raamovereenkomst valt.",
        "Voor het groen zijn er voldoende eenvoudige taken.",
        "De bezorgers uit de doelgroep werken in de postronde van deze opdracht.",
        "Functies binnen de opdracht zijn gastheer en surveillant.",
        "De kandidaten worden ingezet op het werk zelf.",
        "De kandidaten maken schoon in de zwembaden van deze opdracht.",
        "Zij lopen mee bij het onderhoud: dat is het werk waar deze opdracht over gaat.",
        "De aanpak is passend bij deze ontwerpopdracht.",
    ],
)
def test_the_link_with_the_subject_in_other_words(sentence: str) -> None:
    assert says(f"{_DEMAND} {sentence}", code="SR606") == ["link_said"]


@pytest.mark.parametrize(
    ("sentence", "lacks"),
    [
        ("Het plan is er voor 1 maart van ieder jaar. Hij rapporteert.", ("consequence",)),
        ("Hij maakt bij inschrijving een plan en rapporteert. De vergoeding kan met € 15.000 worden verlaagd.", None),
    ],
)
def test_what_is_arranged_around_it(sentence: str, lacks: tuple[str, ...] | None) -> None:
    assert lacking("SR608", f"{_DEMAND} {sentence}") == ([] if lacks is None else [lacks])

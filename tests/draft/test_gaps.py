"""SR605 and SR608: marks left open, articles switched off, and what was not found."""

from __future__ import annotations

import pytest

from tests.support.word_drafts.remarked import CODES, lacking, remarked, says


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("De inzet is [percentage]% van de opdrachtsom.", ["[percentage]"]),
        ("De inzet is [...] van de [opdrachtsom/loonsom].", ["[...]", "[opdrachtsom/loonsom]"]),
        ("Vanaf 1 januari 20\\*\\* en 202\\*.", ["20**", "202*"]),
        ("De inzet is X% van de opdrachtsom.", ["X%"]),
        ("De inzet is … % van de loonsom.", ["…"]),
        ("De inzet is ...% van de loonsom.", ["..."]),
        ("De termijn is XX weken.", ["XX"]),
        ("Klik of tik om tekst in te voeren.", ["Klik of tik om tekst in te voeren"]),
        ("Kies een item.", ["Kies een item"]),
        ("De hoogte is n.t.b. en de dag PM", ["n.t.b.", "PM"]),
        ("Naam: \\_\\_\\_\\_\\_\\_", ["______"]),
        ("Zie <naam bijlage>.", ["<naam bijlage>"]),
        ("Zie voetnoot [1] en [2].", []),
        ("De inzet is 5% van de opdrachtsom ...", []),
        ("Om 14:00 pm wordt gebeld; xxl is een maat.", []),
        ("Het jaar 2026 en het jaar 2027.", []),
    ],
)
def test_marks(text: str, marks: list[str]) -> None:
    remarks = [remark for remark in remarked(f"# Social return\n\n{text}") if remark.says == "mark"]
    assert [remark.values["mark"] for remark in remarks] == marks


def test_marks_elsewhere_are_one_count() -> None:
    text = "# Prijs\n\n[naam] en [bedrag]\n\n20\\*\\*\n\n# Social return\n\nDe opdrachtnemer is verplicht tot 5%."
    remarks = [remark for remark in remarked(text) if CODES[remark.matter] == "SR605"]
    assert [(remark.says, remark.values) for remark in remarks] == [("marks_elsewhere", {"count": 3})]


@pytest.mark.parametrize(
    "text",
    [
        "# 1.9 Social return (NVT)\n\nDe opdrachtnemer is verplicht tot 5% van de [grondslag].",
        "# 1.9 [Optioneel] Social return\n\nNVT",
        "# 1.9 Social return\n\nn.v.t.",
        "# 1.9 Social return\n\nNiet van toepassing.",
    ],
)
def test_an_article_that_is_switched_off_asks_nothing(text: str) -> None:
    assert [(CODES[remark.matter], remark.says) for remark in remarked(text)] == [("SR605", "switched_off")]


def test_optional_before_a_heading_is_a_mark() -> None:
    text = "# 1.9 [Optioneel] Social return\n\nDe opdrachtnemer is verplicht tot 5% van de opdrachtsom."
    assert says(text, code="SR605") == ["mark"]


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("", ("plan", "reporting", "consequence")),
        (
            (
                "Binnen vier weken na gunning volgt een plan van aanpak. Er wordt per "
                "kwartaal gerapporteerd. Een tekort wordt verrekend."
            ),
            None,
        ),
        ("Er is een plan van aanpak. Er wordt gerapporteerd. Een tekort wordt verrekend.", ("plan_day", "plan_from")),
        ("Binnen vier weken volgt een plan. Er wordt gerapporteerd. Een tekort wordt verrekend.", ("plan_from",)),
        (
            (
                "Bij de inschrijving voegt u een plan. Halfjaarlijks is er een "
                "voortgangsgesprek. De boete is gelijk aan het tekort."
            ),
            None,
        ),
    ],
)
def test_one_question_names_what_was_not_found(text: str, lacks: tuple[str, ...] | None) -> None:
    draft = f"# Social return\n\nDe opdrachtnemer is verplicht tot 5% van de opdrachtsom. {text}"
    assert lacking("SR608", draft) == ([] if lacks is None else [lacks])


def test_an_annex_completes_the_draft() -> None:
    draft = "# Social return\n\nDe opdrachtnemer is verplicht tot 5% van de opdrachtsom."
    annex = (
        "# Bijlage 7 Social return\n\nUiterlijk 1 maand na gunning volgt een plan. Per "
        "kwartaal wordt gerapporteerd. Een tekort wordt ingehouden."
    )
    assert says(draft, code="SR608") == ["not_found"]
    assert says(draft, annex, code="SR608") == []


def test_a_text_that_asks_nothing_is_not_questioned() -> None:
    assert remarked("# Inleiding\n\nDe gemeente vindt duurzaamheid en social return belangrijk.") == ()
    assert remarked("# Prijs\n\nDe prijs weegt voor 40%.") == ()


_DEMAND = (
    "# SROI\n\nDe opdrachtnemer zet 5% van de loonsom in en maakt bij inschrijving een plan. "
    "Bij een tekort volgt een boete."
)


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Hij neemt mensen aan die na afloop in dienst blijven.", False),
        ("Hij plaatst per jaar twee mensen voor 24 uur per week.", False),
        ("De waarde is € 10.000 per jaar.", False),
        ("Hij voert een gesprek met de adviseur over het plan.", False),
        ("Na afloop legt hij verantwoording af.", True),
        ("Na afloop volgt een overzicht van de plaatsingen.", True),
        ("Hij doet per half jaar verslag.", True),
        ("Iedere maand levert hij de gerealiseerde uren aan.", True),
        ("In het contractgesprek licht hij elk kwartaal de stand toe.", True),
        ("Hij informeert de contractmanager over de inzet.", True),
    ],
)
def test_reporting_is_what_is_told_and_no_rhythm_alone(text: str, is_found: bool) -> None:  # noqa: FBT001 - a case
    assert ("reporting" not in str(lacking("SR608", f"{_DEMAND} {text}"))) is is_found


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Een plan is niet nodig.", ("reporting", "consequence")),
        ("Er wordt geen plan gevraagd.", ("reporting", "consequence")),
        ("Hij schrijft een kort stuk.", ("plan", "reporting", "consequence")),
        ("Uiterlijk twintig werkdagen na ondertekening legt hij zijn aanpak voor.", ("reporting", "consequence")),
        ("Hij houdt ons op de hoogte.", ("plan", "consequence")),
        ("Een tekort wordt niet uitbetaald.", ("plan", "reporting")),
    ],
)
def test_what_is_and_is_not_arranged(text: str, lacks: tuple[str, ...]) -> None:
    demand = "# SROI\n\nDe opdrachtnemer is verplicht 5% van de loonsom in te zetten."
    assert lacking("SR608", f"{demand} {text}") == [lacks]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Het plan dient u in vóór 1 februari 2026.", ["plan_day_past"]),
        ("Het plan van aanpak is uiterlijk 1-3-2026 bij ons.", ["plan_day_past"]),
        ("Het plan dient u in vóór 1 februari 2027.", []),
        ("Het plan dient u in op 31-02-2026.", []),
        ("Het plan volgt de waardentabel versie 2 van 1 februari 2026.", []),
        ("De waardentabel is van 1 februari 2026.", []),
    ],
)
def test_a_day_for_the_plan_that_has_passed(text: str, expected: list[str]) -> None:
    assert [said for said in says(f"{_DEMAND} {text}", code="SR608") if said == "plan_day_past"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wij vragen u mee te denken. SROI is op deze opdracht niet van toepassing.", ["not_applied"]),
        ("Op deze opdracht wordt social return niet toegepast.", ["not_applied"]),
        ("Voor deze opdracht geldt geen SROI-verplichting.", ["not_applied"]),
        ("Social return: n.v.t.", ["not_applied"]),
        ("Wij zien af van social return, omdat het om een levering van software gaat.", ["not_applied_reason"]),
        ("SROI wordt voor deze levering niet als eis gesteld, aangezien er geen arbeid is.", ["not_applied_reason"]),
        ("Er is van afgezien om een social-returnverplichting op te nemen.", ["not_applied"]),
        ("Van social return wordt in deze aanbesteding afgezien.", ["not_applied"]),
        ("Gezien de omvang wordt geen social return gevraagd.", ["not_applied_reason"]),
    ],
)
def test_a_sentence_that_it_is_not_asked(text: str, expected: list[str]) -> None:
    assert [remark.says for remark in remarked(f"# Duurzaamheid\n\n{text}")] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Op perceel 3 is social return niet van toepassing.",
        "Onder de € 50.000 geldt geen SROI-verplichting.",
        "Social return geldt niet voor onderaannemers met minder dan 10 medewerkers.",
        "Bij verlenging is SROI niet van toepassing.",
        "Bij social return gelden geen extra eisen.",
    ],
)
def test_a_part_that_is_left_out_is_no_refusal(text: str) -> None:
    told = says(f"{_DEMAND} {text}", code="SR608")
    assert not [said for said in told if said.startswith("not_applied")]

"""Drafts are read in Dutch: what is in another language is said to be unread, and nothing is made of it."""

from __future__ import annotations

import pytest

from srtool.draft.claim import Subject
from srtool.draft.language import is_dutch
from tests.support.word_drafts.remarked import reading, remarked, says

_ENGLISH = (
    "# 2 Social return\n\nThe contractor shall spend 5% of the wage sum on social return. The contractor reports "
    "quarterly. In case of a shortfall a penalty of 150% applies. [contact point] The SROI requirement is 3% of the "
    "contract value. People under the Participation Act (formerly WWB) count."
)
_DUTCH = (
    "# Social return\n\nDe opdrachtnemer zet 5% van de loonsom in voor social return. Binnen vier weken na gunning "
    "levert hij een plan van aanpak, en hij rapporteert elk kwartaal over de voortgang."
)


@pytest.mark.parametrize(
    "text",
    [
        "De opdrachtnemer besteedt 5% van de loonsom aan social return.",
        "Social Return on Investment (SROI)",
        "5% van de loonsom",
        "SROI perceel A 5%; SROI perceel B 3%; SROI perceel A, optie A 6%",
        "SROI: 5%",
        "Wie op basis van best practices de beste prijs-kwaliteitverhouding biedt, krijgt de opdracht.",
        (
            "Social return (in English: the duty of a contractor to spend a part of the sum) is een eis bij de "
            "uitvoering van deze opdracht en geldt voor de hele looptijd."
        ),
    ],
)
def test_dutch(text: str) -> None:
    assert is_dutch(text)


@pytest.mark.parametrize(
    "text",
    [
        "The SROI requirement is 3% of the contract value.",
        "Tenderers must accept social return as a condition of performance.",
        "Der Auftragnehmer setzt 5% der Lohnsumme für Social Return ein.",
        "Le titulaire consacre 5 % de la masse salariale à social return.",
    ],
)
def test_another_language(text: str) -> None:
    assert not is_dutch(text)


def test_of_a_draft_in_english_only_the_open_marks_are_told() -> None:
    assert reading(_ENGLISH).claims == ()
    assert [(remark.says, dict(remark.values)) for remark in remarked(_ENGLISH)] == [
        ("mark", {"mark": "[contact point]"}),
        ("not_dutch", {}),
    ]


def test_a_citizen_number_is_told_in_any_language() -> None:
    text = "# Social return\n\nThe candidate has been chosen by the contractor: BSN 111222333."
    assert says(text, code="SR611") == ["number_stands"]


def test_a_draft_in_english_that_does_not_name_it_is_unread_too() -> None:
    text = "# Community benefits\n\nThe contractor shall hire people who are out of work. The share is 5% of the wages."
    assert says(text, code="SR608") == ["not_dutch"]


def test_an_english_paragraph_in_a_dutch_draft_is_asked_after_and_not_read() -> None:
    text = f"{_DUTCH}\n\nThe contractor shall spend 3% of the wage sum on social return."
    asked = reading(text)
    assert [claim.words for claim in asked.of(Subject.PERCENTAGE)] == ["5%"]
    (remark,) = [remark for remark in remarked(text, code="SR608") if remark.says == "not_dutch_part"]
    assert remark.values == {"count": 1}
    assert remark.quotes[0].passage.text.startswith("The contractor")


def test_a_quotation_in_english_leaves_the_rest_of_the_passage_read() -> None:
    text = (
        '# Social return\n\nDe richtlijn zegt: "Contracting authorities may lay down special conditions relating to '
        'the performance of a contract, provided that they are linked to it." Daarom is 5% van de loonsom de eis.'
    )
    asked = reading(text)
    assert [claim.words for claim in asked.of(Subject.PERCENTAGE)] == ["5%"]
    assert asked.foreign == ()


def test_an_english_sentence_in_a_dutch_passage_is_asked_after() -> None:
    text = f"{_DUTCH} The contractor shall spend 3% of the wage sum on social return."
    asked = reading(text)
    assert [claim.words for claim in asked.of(Subject.PERCENTAGE)] == ["5%"]
    assert [sentence.text[:14] for sentence in asked.foreign] == ["The contractor"]


def test_english_words_in_a_dutch_draft_are_no_reason_to_ask() -> None:
    text = _DUTCH + " Best value en the winner takes it all gelden niet: social return is bij elke gunning een eis."
    assert [one for one in says(text, code="SR608") if one.startswith("not_dutch")] == []

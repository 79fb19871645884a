"""Headings as people shorten and turn them round: the same words are the same field, other words are another."""

from __future__ import annotations

import itertools

import pytest

from srtool.readers.heading_words import field_by_words, words_of
from srtool.readers.vocabulary import beside_of, field_of, fields_of
from srtool.texts import LANGUAGES, lists


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Contr.nr.", "id"),
        ("Overeenkomstnr", "id"),
        ("Registratienr.", "id"),
        ("Omschr.", "title"),
        ("Lev.", "supplier"),
        ("Bedr. ex btw", "contract_value"),
        ("Waarde ex btw", "contract_value"),
        ("Total value excl. VAT (EUR)", "contract_value"),
        ("Ingangsdat.", "start"),
        ("Einddat.", "end"),
        ("Expiratie", "end"),
        ("Einde initieel", "end"),
        ("T/m", "end"),
        ("Einddatum (zonder verlenging)", "end"),
        ("Einddatum (met verlenging)", "end_latest"),
        ("Einde incl. opties", "end_latest"),
        ("Basis SR", "social_return.basis"),
        ("SR-grondslag", "social_return.basis"),
        ("Verplichting SR (%)", "social_return.percent"),
        ("Gerealiseerd SR (€)", "social_return.realised"),
        ("Adviseur SR", "social_return_adviser"),
        ("SR gevraagd", "social_return.asked"),
        ("Afd.", "unit"),
    ],
)
def test_a_heading_is_known_by_its_words(heading: str, field: str) -> None:
    assert field_of("contracts", heading) == field


@pytest.mark.parametrize(
    "heading",
    [
        "Startdatum (werkelijk)",
        "Waarde (incl. btw)",
        "Contractwaarde incl. btw",
        "SR nog in te vullen (€)",
        "Einddatum opzegtermijn",
        "Contactpersoon leverancier",
        "Naam kandidaat",
        "Waarde vorig contract",
        "Percentage",
        "Verlengd",
    ],
)
def test_another_word_makes_it_another_heading(heading: str) -> None:
    assert field_of("contracts", heading) is None


def test_the_words_of_each_heading_lead_back_to_its_field() -> None:
    for table in ("contracts", "suppliers", "efforts"):
        by_words = field_by_words(table)
        for lang, key in itertools.product(LANGUAGES, fields_of(table)):
            for heading in lists(lang, f"vocabulary.headings.{table}")[key]:
                assert by_words.get(words_of(heading), key) == key


def test_what_stands_beside_the_fields_stays_there() -> None:
    for heading in ("Looptijd", "Opties", "Perceel", "Per", "Looptijd opties"):
        assert beside_of(heading) is not None
        assert field_of("contracts", heading) is None

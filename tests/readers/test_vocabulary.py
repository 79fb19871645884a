"""The vocabulary names every field and value once, and is read back in both languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from srtool.readers.vocabulary import choice_of, field_of, plain, table_of
from srtool.register.columns import LISTS, columns, table_types
from srtool.texts import LANGUAGES, load

WORDS = {lang: load(lang, "vocabulary") for lang in LANGUAGES}
TABLES = {**table_types(), **{key.rpartition(".")[2]: record for key, record in LISTS.items()}}


def keys(words: Mapping[str, Any], prefix: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for key, value in words.items():
        yield from keys(value, (*prefix, key)) if isinstance(value, dict) else [(*prefix, key)]


def claims(part: str, table: str | None = None) -> Mapping[str, set[str]]:
    claimed = defaultdict(set)
    for lang in LANGUAGES:
        for key, synonyms in (WORDS[lang][part][table] if table else WORDS[lang][part]).items():
            for word in (*synonyms, key):
                claimed[plain(word)].add(key)
    return claimed


def test_both_languages_have_the_same_keys() -> None:
    assert set(keys(WORDS["nl"])) == set(keys(WORDS["en"]))


@pytest.mark.parametrize("table", TABLES)
def test_each_field_has_a_heading(table: str) -> None:
    own = {info.key for info in columns(TABLES[table])} | ({"contract"} if table in {"growth", "schedule"} else set())
    assert set(WORDS["nl"]["headings"][table]) == own
    assert table in WORDS["nl"]["tables"]


@pytest.mark.parametrize("table", TABLES)
def test_a_heading_belongs_to_one_field(table: str) -> None:
    assert {word: fields for word, fields in claims("headings", table).items() if len(fields) > 1} == {}


def test_a_sheet_name_belongs_to_one_table() -> None:
    assert {word: tables for word, tables in claims("tables").items() if len(tables) > 1} == {}


@pytest.mark.parametrize("table", table_types())
def test_a_word_names_one_value_of_a_field(table: str) -> None:
    for info in columns(TABLES[table]):
        for lang in LANGUAGES:
            for choice in info.choices:
                for word in (*WORDS[lang]["values"][choice], choice):
                    assert choice_of(info.choices, word) == choice, (info.key, word)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Contract-ID", "id"),
        ("contract_nummer", "id"),
        ("  WAARDE  excl.\nBTW ", "contract_value"),
        ("Wage sum", "wage_sum"),
        ("social_return.percent", "social_return.percent"),
        ("Social return %", "social_return.percent"),
        ("Social return", "social_return.asked"),
        ("Loonsom (in euro)", "wage_sum"),
        ("Loonsom (incl. btw)", None),
        ("Waarde (incl. btw)", None),
        ("Waarde (in €, excl. btw)", "contract_value"),
        ("Opdrachtwaarde [excl. VAT]", "contract_value"),
        ("Opdrachtwaarde (x € 1.000)", None),
        ("Opdrachtwaarde (%)", None),
        ("Startdatum (dd-mm-jjjj)", "start"),
        ("Startdatum (werkelijk)", None),
        ("Startdatum (dd-mm-jjjj, werkelijk)", None),
        ("Arbeidsaandeel (in %)", "labour_share"),
        ("Social return (ja/nee)", "social_return.asked"),
        ("Alleen lokaal (J/N)", "social_return.local_only"),
        ("CPV-code (8 cijfers)", "cpv"),
        ("Rapportagefrequentie in maanden (aantal)", "social_return.report_every_months"),
        ("Einddatum (incl. opties)", "end_latest"),
        ("Contractmanager (verplicht)", "contract_manager"),
        ("Contractmanager (vervanger)", None),
        ("KvK-nummer leverancier", "supplier_id"),
        ("Contractwaarde per jaar", "value_per_year"),
        ("Verlengd tot", "extended_until"),
        ("Looptijd (maanden)", "term_months"),
        ("Opties (in maanden)", "option_months"),
        ("Laatste contact", "last_contact_on"),
        ("SROI gerealiseerd (€)", "social_return.realised"),
        ("Gerealiseerd akkoord (ja/nee)", "social_return.realised_approved"),
        ("Kleur", None),
        ("", None),
    ],
)
def test_a_heading_of_contracts(heading: str, field: str | None) -> None:
    assert field_of("contracts", heading) == field


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("Contracten", "contracts"),
        ("Contracten (2)", "contracts"),
        ("efforts", "efforts"),
        ("Groei", "growth"),
        ("Blad1", None),
    ],
)
def test_a_sheet_name(name: str, table: str | None) -> None:
    assert table_of(name) == table


def test_a_value_outside_the_field_is_not_found() -> None:
    assert choice_of(("works", "services"), "leveringen") is None
    assert choice_of(("works", "services"), "DIENST") == "services"


def test_a_column_beside_the_fields_is_no_heading_of_a_field() -> None:
    beside = claims("beside")
    assert {word: kinds for word, kinds in beside.items() if len(kinds) > 1} == {}
    assert not beside.keys() & claims("headings", "contracts").keys()

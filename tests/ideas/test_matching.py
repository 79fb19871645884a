"""Ideas by CPV code, by word and by contract: the nearest first, and none by a word that merely looks alike."""

from __future__ import annotations

import pytest

from srtool.ideas.matching import is_cpv, of_contract, of_cpv, of_words
from srtool.register.model import Contract
from srtool.texts import LANGUAGES
from srtool.texts.ideas import ideas

IDEAS = ideas("nl")


def _by_code(code: str) -> list[str]:
    return [match.idea.id for match in of_cpv(IDEAS, code)]


def _by_words(text: str) -> list[str]:
    return [match.idea.id for match in of_words(IDEAS, text)]


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("90910000-9", "cleaning"),
        ("90911200", "cleaning"),
        ("9091", "cleaning"),
        ("77310000", "green"),
        ("80500000", "training"),
        ("80000000", "guest-lessons"),
        ("72254000", "software-testing"),
        ("30197630", "pure-supplies"),
        ("79100000", "finance-and-legal"),
        ("79110000", "lawyers"),
    ],
)
def test_the_longest_prefix_comes_first(code: str, first: str) -> None:
    assert _by_code(code)[0] == first


def test_the_first_digits_alone_give_all_below_them() -> None:
    assert {"cleaning", "waste-and-sewers", "sorting-and-repair"} <= set(_by_code("90"))
    assert {"cleaning", "waste-and-sewers", "sorting-and-repair"} <= set(_by_code("90000000"))
    assert "archives" not in _by_code("90000000")


@pytest.mark.parametrize("code", ["15000000", "22", "98100000"])
def test_a_code_that_no_idea_is_for_gives_none(code: str) -> None:
    assert _by_code(code) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Schoonmaak", "cleaning"),
        ("gebouwschoonmaakdiensten", "cleaning"),
        ("scho", "cleaning"),
        ("cleaning", "cleaning"),
        ("Leerlingenvervoer 2027", "energy-and-transport"),
        ("Groenonderhoud noord", "green"),
        ("GWW raamovereenkomst", "roads"),
        ("Civil engineering works", "roads"),
    ],
)
def test_a_word_may_go_on_stand_inside_another_or_be_typed_in_part(text: str, first: str) -> None:
    assert _by_words(text)[0] == first


@pytest.mark.parametrize("text", ["wegens ziekte", "posters drukken", "zorgvuldig", "samenwerking", "careful", "", "x"])
def test_a_word_that_only_begins_alike_finds_nothing(text: str) -> None:
    assert _by_words(text) == []


def test_what_is_a_code() -> None:
    assert all(map(is_cpv, ("90", "9091", "90910000", "90910000-9", " 90910000 ")))
    assert not any(map(is_cpv, ("9", "909100001", "schoonmaak", "90.91", "")))


def test_the_code_of_a_contract_goes_before_its_category_and_that_before_its_title() -> None:
    def found(title: str, category: str | None = None, cpv: str | None = None) -> list[str]:
        contract = Contract(id="A", title=title, category=category, cpv=cpv)
        return [match.idea.id for match in of_contract(IDEAS, contract)]

    assert found(title="Catering", category="Groen", cpv="90910000")[0] == "cleaning"
    assert found(title="Catering", category="Groen", cpv="9091")[0] == "green"
    assert found(title="Catering", category="Groen", cpv="15000000")[0] == "green"
    assert found(title="Catering", category="Overig")[0] == "catering"
    assert found(title="Drukwerk") == []


def test_every_idea_has_words_source_and_category_in_both_languages() -> None:
    dutch, english = (ideas(lang) for lang in LANGUAGES)
    assert len(dutch) == 35
    assert len({idea.id for idea in dutch}) == 35
    assert [idea.id for idea in dutch] == [idea.id for idea in english]
    for one, other in zip(dutch, english, strict=True):
        assert (one.kind, one.cpv, one.source, one.certainty) == (other.kind, other.cpv, other.source, other.certainty)
        assert (one.caution is None) == (other.caution is None)
        assert one.example != other.example
        assert one.kind in {"did", "can", "caution"}
        assert one.certainty in {"stated", "second_hand"}
        assert one.source
        assert all(prefix.isdigit() and 2 <= len(prefix) <= 8 for prefix in one.cpv)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_of_firms_stand_under_their_source_only(lang: str) -> None:
    for idea in ideas("nl" if lang == "nl" else "en"):
        for party in (idea.parties or "").replace("(", ",").split(","):
            name = party.strip()
            assert not name or name not in f"{idea.category} {idea.example} {idea.caution}"

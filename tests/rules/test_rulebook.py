from __future__ import annotations

from dataclasses import replace

import pytest

from srtool.readers.rules import rule_sets
from srtool.register.model import AuthorityKind, Contract
from srtool.rules.members import is_listed
from srtool.rules.rulebook import DEFAULT, RuleBook

_BOOK = RuleBook({}, {}, members=rule_sets.members(None))


def _contract(authority: str | None, kind: AuthorityKind | None = None) -> Contract:
    return Contract("A", "Schoonmaak", authority=authority, authority_kind=kind)


@pytest.mark.parametrize(
    "authority",
    [
        None,
        "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
        "MINISTERIE VAN VWS",
        "het Ministerie van Financiën",
        "Ministerie van Voorbeelden",
        "Rijkswaterstaat",
        "Rijkswaterstaat Zee en Delta",
        "SZW",
        "SZW, directie Kennis",
        "Dienst Justitiële Inrichtingen (DJI)",
    ],
)
def test_what_is_recognisably_of_the_state_or_has_no_name_falls_under_its_policy(authority: str | None) -> None:
    assert _BOOK.name_for(_contract(authority)) == DEFAULT


@pytest.mark.parametrize(
    "authority",
    [
        "Gemeente Voorbeeld",
        "Universiteit Voorbeeld",
        "Rijksuniversiteit Groningen",
        "Rijksmuseum",
        "Waterschap De Dommel",
        "Provincie Utrecht",
        "Stichting Ministerie van Verbeelding",
        "X",
    ],
)
def test_any_other_name_falls_under_none_that_is_known(authority: str) -> None:
    assert _BOOK.name_for(_contract(authority)) is None


def test_the_kind_of_authority_goes_before_its_name() -> None:
    assert _BOOK.name_for(_contract("Gemeente Voorbeeld", "central")) == DEFAULT
    assert _BOOK.name_for(_contract("Ministerie van Voorbeelden", "decentral")) is None
    assert _BOOK.name_for(_contract(None, "decentral")) is None


def test_a_named_rule_set_goes_before_both() -> None:
    named = replace(_contract("Gemeente Voorbeeld", "decentral"), rule_set="utrecht")
    assert _BOOK.name_for(named) == "utrecht"
    assert replace(_BOOK, configured="leiden").name_for(_contract("Gemeente Voorbeeld")) == "leiden"


def test_rule_sets_that_list_the_authority_go_before_the_others() -> None:
    listed, others = _BOOK.policies_for("gemeente Zoetermeer")
    assert listed == ("haaglanden",)
    assert "utrecht" in others
    assert "utrecht-a" not in others
    assert "haaglanden" not in others
    assert _BOOK.policies_for("Gemeente Voorbeeld")[0] == ()
    assert _BOOK.policies_for(None)[0] == ()


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Gemeente Den Haag", True),
        ("den haag", True),
        ("Gemeente 's-Gravenhage", True),
        ("Gemeente  Den  Haag.", True),
        ("Haag", False),
        ("Gemeente Den Haag Zuid", False),
        ("Provincie Den Haag", False),
        ("Gemeente", False),
        ("", False),
    ],
)
def test_a_name_is_compared_by_its_words(name: str, listed: bool) -> None:  # noqa: FBT001 - the expected answer
    assert is_listed(("Gemeente Den Haag", "Gemeente 's-Gravenhage"), name) is listed

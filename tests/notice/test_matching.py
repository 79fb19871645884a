"""Published contracts held against a register: SR701 to SR705 as values."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Literal

import pytest

from srtool.notice.amounts import amount
from srtool.notice.differences import (
    ReservationGap,
    SocialReturnGap,
    differences,
    reservation_gap,
    social_return_gap,
)
from srtool.notice.matching import Ground, Matches, SameSupplier, matches
from srtool.notice.published import PublishedContract, Stage, Winner
from srtool.notice.social_return import Answer, SocialReturnStatement
from srtool.notice.stated import Stated
from srtool.place import Place
from srtool.register.model import Contract, SocialReturn


def _stated(value: Any) -> Stated[Any]:  # noqa: ANN401 - of any field
    return Stated(value, Place("n.xml"), "/a")


def _published(number: str = "00012345-2026/LOT-0001", **more: Any) -> PublishedContract:  # noqa: ANN401
    facts = {"title": "Schoonmaak van kantoren", "authority": "Gemeente Voorbeeld", **more.pop("facts", {})}
    usual: dict[str, Any] = {
        "publication": number.partition("/")[0],
        "source": Place("n.xml"),
        "stage": Stage.AWARDED,
        "references": (number, number.partition("/")[0]),
        **more,
    }
    return PublishedContract(number=number, facts={k: _stated(v) for k, v in facts.items()}, **usual)


def _contract(number: str = "C-1", **more: Any) -> Contract:  # noqa: ANN401
    usual: dict[str, Any] = {"title": "Schoonmaak van kantoren", "status": "awarded", **more}
    return Contract(id=number, **usual)


def _grounds(found: Matches) -> list[tuple[str, Ground]]:
    return [(match.contract.id, match.ground) for match in found.pairs]


@pytest.mark.parametrize(
    "number", ["00012345-2026/LOT-0001", "00012345-2026", "12345-2026", "401234", "C-2026-88", "401234/1"]
)
def test_a_number_makes_a_match_certain(number: str) -> None:
    published = _published(references=("00012345-2026/LOT-0001", "00012345-2026", "401234", "C-2026-88"))
    assert _grounds(matches([published], [_contract(number, title="Anders")])) == [(number, Ground.NUMBER)]


def test_a_short_number_names_nothing() -> None:
    published = _published(references=("1", "12345-2026"))
    assert matches([published], [_contract("1", title="Anders")]).pairs == ()


def test_a_title_is_a_question_and_only_when_nothing_contradicts_it() -> None:
    published = _published(facts={"contract_value": amount(Decimal(250_000), "EUR")})
    same = _contract(authority="gemeente voorbeeld", contract_value=Decimal(255_000))
    assert _grounds(matches([published], [same])) == [("C-1", Ground.TITLE)]
    for other in ({"authority": "Gemeente Anders"}, {"contract_value": Decimal(900_000)}):
        assert matches([published], [_contract(**other)]).pairs == ()


def test_two_contracts_of_one_title_are_no_match() -> None:
    assert matches([_published()], [_contract("C-1"), _contract("C-2")]).pairs == ()


def test_a_contract_is_matched_with_one_title_only() -> None:
    found = matches([_published("1-2026/A"), _published("2-2026/A")], [_contract()])
    assert len(found.pairs) == 1
    assert [one.number for one in found.only_published] == ["2-2026/A"]


def test_what_is_in_one_of_them_only() -> None:
    published = [_published("1-2026/A", facts={"title": "Beveiliging"}), _published("2-2026/A", stage=Stage.PLANNED)]
    contracts = [
        _contract("C-1", title="Catering"),
        _contract("C-2", title="Groen", part_of="C-1"),  # a call-off falls under the notice of its framework
        _contract("C-3", title="Inhuur", status="draft"),
        _contract("C-4", title="Post", status="running"),
        _contract("C-5", title="Energie", status="tendered"),
    ]
    found = matches(published, contracts)
    assert [one.number for one in found.only_published] == ["1-2026/A"]  # an announcement is no contract yet
    assert [one.id for one in found.only_registered] == ["C-1", "C-5"]


def test_lots_of_one_publication_are_told_apart_by_title_or_supplier() -> None:
    winner = Winner(_stated("Voorbeeld B.V."), _stated("10000003"))
    lots = [
        _published("12345-2026/A", facts={"title": "Noord"}),
        _published("12345-2026/B", facts={"title": "Zuid"}, winners=(winner,)),
    ]
    for contract in (_contract("12345-2026", title="Zuid"), _contract("12345-2026", title="x", supplier="10000003")):
        found = matches(lots, [contract])
        assert [match.published.number for match in found.pairs] == ["12345-2026/B"]


def test_figures_that_differ_come_with_both_values() -> None:
    published = _published(
        facts={
            "contract_value": amount(Decimal(250_000), "EUR"),
            "end": date(2028, 5, 31),
            "cpv": "90919200",
            "procedure": "open",
            "start": date(2026, 6, 1),
        },
        winners=(Winner(_stated("Voorbeeld B.V."), _stated("10000003")),),
    )
    contract = _contract(
        contract_value=Decimal(240_000),
        end=date(2028, 12, 31),
        cpv="90919200-4",
        procedure="restricted",
        supplier="Ander B.V.",
    )
    assert [(one.field, one.registered, one.published.value) for one in differences(published, contract)] == [
        ("contract_value", Decimal(240_000), Decimal(250_000)),
        ("end", date(2028, 12, 31), date(2028, 5, 31)),
        ("procedure", "restricted", "open"),
        ("supplier", "Ander B.V.", "Voorbeeld B.V."),
    ]


@pytest.mark.parametrize("supplier", ["10000003", "Voorbeeld B.V.", "voorbeeld bv", "1000.0003"])
def test_a_supplier_by_number_or_name_is_no_difference(supplier: str) -> None:
    published = _published(winners=(Winner(_stated("Voorbeeld B.V."), _stated("10000003")),))
    assert list(differences(published, _contract(supplier=supplier))) == []


@pytest.mark.parametrize(
    ("supplier", "doubt"),
    [
        ("Voorbeeld besloten vennootschap", None),
        ("Voorbeeld", SameSupplier.FORM_MISSING),
        ("Voorbeeld N.V.", SameSupplier.FORMS_DIFFER),
    ],
)
def test_a_legal_form_is_no_other_supplier(supplier: str, doubt: SameSupplier | None) -> None:
    published = _published(winners=(Winner(_stated("Voorbeeld B.V."), None),))
    found = list(differences(published, _contract(supplier=supplier)))
    assert [one.doubt for one in found] == ([] if doubt is None else [doubt])  # not a difference without more


def test_what_is_no_value_differs_from_nothing() -> None:
    published = _published(facts={"contract_value": amount(Decimal(1), "EUR")})
    assert list(differences(published, _contract(contract_value=Decimal(240_000)))) == []


@pytest.mark.parametrize(
    ("answer", "own", "gap"),
    [
        (Answer.NOT_STATED, {"asked": True}, SocialReturnGap.NOT_IN_NOTICE),
        (Answer.NOT_STATED, {"asked": True, "stated_in": "documents"}, None),  # art. 2.80: notice or documents
        (Answer.NOT_STATED, {"percent": Decimal(5)}, SocialReturnGap.NOT_IN_NOTICE),
        (Answer.NOT_STATED, {}, None),
        (Answer.NOT_STATED, {"asked": False}, None),
        (Answer.STATED, {"asked": True}, None),
        (Answer.STATED, {}, SocialReturnGap.NOT_IN_REGISTER),
        (Answer.STATED, {"asked": False}, SocialReturnGap.DENIED_IN_REGISTER),
        (Answer.STATED_NOT, {"asked": True}, SocialReturnGap.DENIED_IN_NOTICE),
        (Answer.STATED_NOT, {}, None),
    ],
)
def test_social_return_in_one_of_them_only(answer: Answer, own: dict[str, Any], gap: SocialReturnGap | None) -> None:
    published = _published(social_return=SocialReturnStatement(answer))
    assert social_return_gap(published, _contract(social_return=SocialReturn(**own))) is gap


@pytest.mark.parametrize(
    ("participation", "execution", "form", "gap"),
    [
        (None, None, "reserved", None),  # a result cannot say it
        ("none", "no", "reserved", ReservationGap.NOT_IN_NOTICE),
        ("none", "yes", "reserved", None),
        ("res-ws", None, "reserved", None),
        ("res-ws", None, None, ReservationGap.NOT_IN_REGISTER),
        ("none", None, None, None),
    ],
)
def test_reserved_in_one_of_them_only(
    participation: str | None,
    execution: str | None,
    form: Literal["reserved"] | None,
    gap: ReservationGap | None,
) -> None:
    published = _published(
        reserved_participation=_stated(participation) if participation else None,
        reserved_execution=_stated(execution) if execution else None,
    )
    assert reservation_gap(published, _contract(social_return=SocialReturn(form=form))) is gap

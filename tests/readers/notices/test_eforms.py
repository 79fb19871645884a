"""Facts of eForms that are easily got wrong; each test names the wrong answer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from srtool.notice.amounts import Flaw, estimates
from srtool.notice.contracts import contracts_of
from srtool.notice.kinds import Kind
from srtool.notice.notice import Notice
from srtool.notice.published import PublishedContract, Stage
from srtool.readers.notices import eforms
from tests.support.notices.eforms_maker import (
    Lot,
    Made,
    Organisation,
    Project,
    a_result,
    amount,
    awarded,
    code,
    contract,
    extension,
    lot_result,
    party,
    tag,
    tender,
    words,
)

EUR = "cbc:PayableAmount"


def _notice(made: Made) -> Notice:
    return eforms.read(made.bytes(), "n.xml")[0]


def _contracts(made: Made) -> list[PublishedContract]:
    return list(contracts_of(_notice(made)))


def _one(made: Made) -> PublishedContract:
    (published,) = _contracts(made)
    return published


def _value(published: PublishedContract, key: str) -> Any:  # noqa: ANN401 - of any field
    stated = published.facts.get(key)
    return None if stated is None else stated.value


def _euro(published: PublishedContract, key: str) -> Decimal | None:
    stated = published.facts.get(key)
    return None if stated is None else stated.value.euro


def _flaw(published: PublishedContract, key: str = "contract_value") -> Flaw | None:
    flaw: Flaw | None = published.facts[key].value.flaw
    return flaw


# --- what kind of notice -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("root", "subtype", "type_code", "kind"),
    [
        ("ContractNotice", "16", "cn-standard", Kind.CALL),
        ("ContractNotice", "10", "pin-cfc-standard", Kind.CALL),  # not planning, whatever its code begins with
        ("PriorInformationNotice", "10", "pin-cfc-standard", Kind.CALL),  # not planning, by its root
        ("PriorInformationNotice", "4", "pin-only", Kind.PLANNING),
        ("ContractNotice", "15", "qu-sy", Kind.CALL),
        ("ContractAwardNotice", "25", "veat", Kind.DIRECT_AWARD),  # not a result, by its root
        ("ContractAwardNotice", "38", "can-modif", Kind.MODIFICATION),
        ("ContractAwardNotice", "E5", "compl", Kind.COMPLETION),
        ("ContractNotice", "", "pin-cfc-social", Kind.CALL),
        ("ContractNotice", "99", "unheard-of", Kind.UNKNOWN),
    ],
)
def test_the_kind_is_told_by_subtype_and_code_not_by_the_root(
    root: str, subtype: str, type_code: str, kind: Kind
) -> None:
    assert _notice(Made(root=root, subtype=subtype, type_code=type_code)).kind is kind


def test_a_light_regime_for_social_services_is_no_social_return() -> None:
    published = _one(Made(subtype="21", type_code="cn-social"))
    assert published.social_return.answer == "not_stated"  # not "stated", for the word social


# --- amounts -------------------------------------------------------------------------------------------------------


def test_a_value_at_the_procedure_and_at_the_lot_counts_once() -> None:
    project = Project(estimate=1_000_000)
    published = _one(Made(project=project, lots=[Lot(project=project)]))
    assert _euro(published, "estimated_value") == 1_000_000  # not 2,000,000
    assert published.facts["estimated_value"].path.startswith("/ContractNotice/cac:ProcurementProjectLot/")


def test_where_procedure_and_lots_differ_both_are_known() -> None:
    lots = [Lot(f"LOT-000{n}", Project(estimate=300_000)) for n in (1, 2)]
    notice = _notice(Made(project=Project(estimate=700_000), lots=lots))
    both = estimates(notice.project.estimate, [lot.project.estimate for lot in notice.lots])
    assert (both.procedure, both.lots, both.differ) == (
        Decimal(700_000),
        Decimal(600_000),
        True,
    )  # not one of them, nor 1,300,000


def test_an_estimate_of_the_procedure_alone_is_of_no_lot() -> None:
    made = Made(project=Project(estimate=900_000), lots=[Lot("LOT-0001"), Lot("LOT-0002")])
    first, second = _contracts(made)
    assert _value(first, "estimated_value") is None  # not 900,000, and not half of it
    assert _value(second, "estimated_value") is None
    assert {one.procedure_estimate.value.euro for one in (first, second) if one.procedure_estimate} == {900_000}


def test_the_only_lot_is_the_procedure() -> None:
    published = _one(Made(project=Project(estimate=900_000)))
    assert _euro(published, "estimated_value") == 900_000


def test_the_framework_maximum_stands_apart_from_the_estimate() -> None:
    project = Project(estimate=400_000, framework_maximum=600_000)
    published = _one(Made(lots=[Lot(project=project)]))
    assert _euro(published, "estimated_value") == 400_000  # not 600,000, nor 1,000,000
    assert _euro(published, "framework_maximum") == 600_000


@pytest.mark.parametrize(
    ("offered", "flaw"),
    [
        (amount(EUR, 1), Flaw.PLACEHOLDER),
        (amount(EUR, 0), Flaw.PLACEHOLDER),
        (amount(EUR, "9.99"), Flaw.PLACEHOLDER),
        (amount(EUR, -1), Flaw.PLACEHOLDER),
        (amount(EUR, 250_000, "GBP"), Flaw.CURRENCY),  # not 250,000 euro
        (amount(EUR, "1e3x"), Flaw.UNREADABLE),
        (amount(EUR, "NaN"), Flaw.UNREADABLE),
        (amount(EUR, "4535.88"), Flaw.UNIT_PRICE),  # nothing tells that it is a sum
        (amount(EUR, 250_000), None),
    ],
)
def test_what_stands_in_an_amount_field_is_not_always_a_value(offered: str, flaw: Flaw | None) -> None:
    result = "".join(
        (
            lot_result("LOT-0001", ["TEN-0001"], ["CON-0001"]),
            tender("TEN-0001", "LOT-0001", "TPA-0001", offered),
            contract("CON-0001", ["TEN-0001"]),
            party("TPA-0001", "ORG-0003"),
        )
    )
    assert _flaw(_one(a_result(result))) is flaw


def test_a_withheld_amount_is_invented() -> None:
    result = "".join(
        (
            amount("cbc:TotalAmount", 250_000),
            lot_result("LOT-0001", ["TEN-0001"], ["CON-0001"]),
            tender("TEN-0001", "LOT-0001", "TPA-0001", amount(EUR, 250_000), privacy="win-ten-val"),
            contract("CON-0001", ["TEN-0001"]),
            party("TPA-0001", "ORG-0003"),
        )
    )
    published = _one(a_result(result))
    assert (_flaw(published), _euro(published, "contract_value")) == (Flaw.WITHHELD, None)  # not 250,000


def test_a_withheld_ranking_leaves_the_amount_alone() -> None:
    result = awarded().replace("<efac:LotTender><cbc:ID", f"<efac:LotTender>{_withheld('ten-ran')}<cbc:ID")
    assert _euro(_one(a_result(result)), "contract_value") == 250_000


def _withheld(field: str) -> str:
    return tag("efac:FieldsPrivacy", tag("efbc:FieldIdentifierCode", field))


def test_a_price_far_below_the_estimate_is_a_price_per_unit() -> None:
    lots = [Lot(project=Project(estimate=2_000_000))]
    assert _flaw(_one(a_result(awarded(48), lots=lots))) is Flaw.PLACEHOLDER
    assert _flaw(_one(a_result(awarded(4_800), lots=lots))) is Flaw.UNIT_PRICE  # not 4,800
    assert _flaw(_one(a_result(awarded(1_200_000), lots=lots))) is None


def test_one_framework_for_several_suppliers_has_its_value_once() -> None:
    published = _one(a_result(_framework(500_000, 500_000)))
    assert _euro(published, "contract_value") == 500_000  # not 1,000,000
    assert [winner.name.value for winner in published.winners if winner.name] == [
        "Voorbeeld Schoonmaak B.V.",
        "Ander Voorbeeld B.V.",
    ]


def test_tenders_for_one_lot_that_differ_give_no_value() -> None:
    assert _value(_one(a_result(_framework(500_000, 400_000))), "contract_value") is None  # not 900,000


def _framework(first: int, second: int) -> str:
    return "".join(
        (
            lot_result("LOT-0001", ["TEN-0001", "TEN-0002"], ["CON-0001"]),
            tender("TEN-0001", "LOT-0001", "TPA-0001", amount(EUR, first)),
            tender("TEN-0002", "LOT-0001", "TPA-0002", amount(EUR, second)),
            contract("CON-0001", ["TEN-0001", "TEN-0002"]),
            party("TPA-0001", "ORG-0003"),
            party("TPA-0002", "ORG-0004"),
        )
    )


# --- who got what --------------------------------------------------------------------------------------------------


def _several() -> str:
    """One contract for lots 1, 4 and 6, another for 2 and 3, and lot 5 without a winner."""
    lots = {1: "TPA-0001", 4: "TPA-0001", 6: "TPA-0001", 2: "TPA-0002", 3: "TPA-0002"}
    tenders = {n: f"TEN-000{n}" for n in lots}
    own = {n: "CON-0001" if party_number == "TPA-0001" else "CON-0002" for n, party_number in lots.items()}
    return "".join(
        (
            amount("cbc:TotalAmount", 500_000),
            *(lot_result(f"LOT-000{n}", [tenders[n]], [own[n]]) for n in lots),
            lot_result("LOT-0005"),
            *(tender(tenders[n], f"LOT-000{n}", lots[n], amount(EUR, 100_000)) for n in lots),
            contract("CON-0001", [tenders[n] for n in (1, 4, 6)], tag("cbc:IssueDate", "2026-05-07+02:00")),
            contract("CON-0002", [tenders[n] for n in (2, 3)]),
            party("TPA-0001", "ORG-0003"),
            party("TPA-0002", "ORG-0004"),
        )
    )


def test_a_result_gives_a_contract_per_settled_contract_with_its_lots() -> None:
    lots = [Lot(f"LOT-000{n}", Project(f"Perceel {n}")) for n in range(1, 7)]
    first, second, closed = _contracts(a_result(_several(), lots=lots))  # not five contracts, one for each tender
    assert (first.number, first.lots) == ("00054321-2026/CON-0001", ("LOT-0001", "LOT-0004", "LOT-0006"))
    assert (second.number, second.lots) == ("00054321-2026/CON-0002", ("LOT-0002", "LOT-0003"))
    assert (closed.lots, closed.stage) == (("LOT-0005",), Stage.CLOSED)  # not an award without a supplier
    assert (_euro(first, "contract_value"), _euro(second, "contract_value")) == (Decimal(300_000), Decimal(200_000))


def test_the_winner_is_found_by_result_tender_party_and_organisation() -> None:
    published = _one(a_result())
    (winner,) = published.winners  # not the court, which is an organisation too
    assert winner.name is not None
    assert winner.number is not None
    assert (winner.name.value, winner.number.value) == ("Voorbeeld Schoonmaak B.V.", "10000003")


def test_bare_references_are_no_tenders_or_contracts() -> None:
    result = _notice(a_result()).result
    assert result is not None
    assert (len(result.tenders), len(result.contracts)) == (1, 1)  # not three and two, with the references


def test_of_a_group_the_lead_comes_first() -> None:
    result = awarded().replace(
        party("TPA-0001", "ORG-0003"), party("TPA-0001", "ORG-0003", "ORG-0004", lead="ORG-0004")
    )
    names = [winner.name.value for winner in _one(a_result(result)).winners if winner.name]
    assert names == ["Ander Voorbeeld B.V.", "Voorbeeld Schoonmaak B.V."]


def test_an_award_without_a_settled_contract_goes_by_its_lot() -> None:
    result = "".join(
        (
            lot_result("LOT-0001", ["TEN-0001"]),
            tender("TEN-0001", "LOT-0001", "TPA-0001", amount(EUR, 250_000)),
            party("TPA-0001", "ORG-0003"),
        )
    )
    assert _one(a_result(result)).number == "00054321-2026/LOT-0001"


# --- days and terms ------------------------------------------------------------------------------------------------

AWARD, ISSUE = tag("cbc:AwardDate", "2026-05-06+02:00"), tag("cbc:IssueDate", "2026-05-20Z")


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (AWARD, date(2026, 5, 6)),
        (ISSUE, date(2026, 5, 20)),
        (AWARD + ISSUE, date(2026, 5, 6)),
        (tag("cbc:AwardDate", "2000-01-01Z"), None),  # not the year 2000: it only fills the field
        (tag("cbc:AwardDate", "2000-01-01+01:00"), None),
        ("<!-- none -->", None),  # not the day on which the notice was sent
    ],
)
def test_the_day_of_award_is_that_of_the_settled_contract(days: str, expected: date | None) -> None:
    assert _value(_one(a_result(awarded(days=days))), "awarded_on") == expected


@pytest.mark.parametrize("written", ["2026-06-01+02:00", "2026-06-01Z", "2026-06-01+00:00", "2026-06-01"])
def test_a_day_is_the_day_that_is_written(written: str) -> None:
    lot = Lot(project=Project(period=tag("cbc:StartDate", written)))
    assert _value(_one(Made(lots=[lot])), "start") == date(2026, 6, 1)  # not 31 May, by the offset


def _term(inner: str) -> dict[str, object]:
    published = _one(Made(lots=[Lot(project=Project(period=inner))]))
    return {
        key: _value(published, key) for key in ("start", "end", "term_months", "indefinite") if key in published.facts
    }


START = tag("cbc:StartDate", "2026-06-01Z")


def _measure(number: object, unit: str) -> str:
    return tag("cbc:DurationMeasure", str(number), unitCode=unit)


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (START + tag("cbc:EndDate", "2028-05-31Z"), {"start": date(2026, 6, 1), "end": date(2028, 5, 31)}),
        (START + _measure(24, "MONTH"), {"start": date(2026, 6, 1), "end": date(2028, 5, 31)}),
        (START + _measure(2, "YEAR"), {"start": date(2026, 6, 1), "end": date(2028, 5, 31)}),
        (START + _measure(1826, "CALENDAR_DAY"), {"start": date(2026, 6, 1), "end": date(2031, 5, 31)}),
        (START + _measure(10, "FORTNIGHT"), {"start": date(2026, 6, 1)}),
        (_measure(36, "MONTH"), {"term_months": 36}),
        (_measure(1440, "DAY"), {}),  # not 48 months
        (tag("cbc:DescriptionCode", "UNLIMITED", listName="Duration"), {"indefinite": True}),
        (tag("cbc:DescriptionCode", "UNLIMITED", listName="timeperiod"), {"indefinite": True}),
        (tag("cbc:DescriptionCode", "UNKNOWN", listName="duration"), {}),  # not indefinite
        (START + _measure(0, "MONTH"), {"start": date(2026, 6, 1)}),
        (START + _measure("9" * 30, "YEAR"), {"start": date(2026, 6, 1)}),
    ],
)
def test_a_term_comes_in_four_shapes(inner: str, expected: dict[str, object]) -> None:
    assert _term(inner) == expected


def test_renewals_are_counted_and_never_added_to_the_end() -> None:
    more = START + _measure(24, "MONTH")
    renewals = tag("cac:ContractExtension", tag("cbc:MaximumNumberNumeric", "2"), tag("cac:Renewal", "<!-- -->"))
    project = Project(period=more, more=renewals)
    notice = _notice(Made(lots=[Lot(project=project)]))
    period = notice.lots[0].project.period
    assert period.renewals is not None
    assert period.renewals.value == 2
    assert period.last_day is not None
    assert period.last_day.value == date(2028, 5, 31)  # not four years later


# --- lots, texts, organisations ------------------------------------------------------------------------------------


def test_groups_and_parts_are_no_lots() -> None:
    lots = [Lot("LOT-0001"), Lot("GLO-0001", scheme="LotsGroup"), Lot("PAR-0001", scheme="Part")]
    assert _one(Made(lots=lots)).lots == ("LOT-0001",)  # not three contracts


def test_a_notice_without_lots_is_one_contract() -> None:
    assert _one(Made(lots=[], project=Project("Vooraankondiging"))).number == "00012345-2026"


def test_kind_and_cpv_are_those_of_the_lot() -> None:
    made = Made(
        project=Project(nature="services", cpv="72500000"),
        lots=[Lot("LOT-0001", Project(nature="supplies", cpv="48000000")), Lot("LOT-0002", Project(cpv="72600000"))],
    )
    first, second = _contracts(made)
    assert (_value(first, "kind"), _value(first, "cpv")) == ("supplies", "48000000")  # not those of the procedure
    assert (_value(second, "kind"), _value(second, "cpv")) == ("services", "72600000")


def test_a_text_is_read_in_the_language_of_the_notice() -> None:
    names = {"FRA": "Commune Exemple", "NLD": "Gemeente Voorbeeld"}
    buyer = Organisation("ORG-0001", names, "10000001")
    assert _value(_one(Made(organisations=[buyer])), "authority") == "Gemeente Voorbeeld"  # not the first, nor both
    assert _value(_one(Made(organisations=[buyer], language="FRA")), "authority") == "Commune Exemple"
    assert _value(_one(Made(organisations=[buyer], language="ENG")), "authority") == "Gemeente Voorbeeld"


def test_one_number_for_two_units_makes_them_not_one() -> None:
    units = [
        Organisation("ORG-0001", {"NLD": "Dienst A"}, "0243.405.860"),
        Organisation("ORG-0002", {"NLD": "Dienst B"}, "0243.405.860"),
    ]
    notice = _notice(Made(organisations=units, buyers=["ORG-0001", "ORG-0002"]))
    assert [buyer.name.value for buyer in notice.buyers if buyer.name] == ["Dienst A", "Dienst B"]


def test_persons_are_never_read() -> None:
    notice = _notice(a_result())
    assert "Nietlezen" not in repr(notice)
    assert "p@voorbeeld" not in repr(notice)


@pytest.mark.parametrize(
    ("kind", "expected"), [("cga", "central"), ("la", "decentral"), ("body-pl-cga", None), (None, None)]
)
def test_the_kind_of_buyer_is_taken_where_it_is_certain(kind: str | None, expected: str | None) -> None:
    assert _value(_one(Made(buyer_kind=kind)), "authority_kind") == expected


# --- social return and reservation ---------------------------------------------------------------------------------


def _listed(value: str, code_list: str, text: str = "") -> str:
    return tag("cac:ProcurementAdditionalType", code("cbc:ProcurementTypeCode", value, code_list), text)


def _criterion(name: str, description: str = "Zie de stukken") -> str:
    inner = words("cbc:Name", name) + words("cbc:Description", description)
    return tag("cac:AwardingTerms", tag("cac:AwardingCriterion", tag("cac:SubordinateAwardingCriterion", inner)))


def _execution(text: str) -> str:
    condition = code("cbc:ExecutionRequirementCode", "performance", "conditions")
    return tag("cac:ContractExecutionRequirement", condition, words("cbc:Description", text))


@pytest.mark.parametrize(
    ("more", "terms", "answer", "form"),
    [
        ("", "", "not_stated", None),  # no BT-775 is not "no"
        (_listed("opp", "social-objective"), "", "stated", None),
        (_listed("acc-all", "social-objective"), "", "not_stated", None),  # another social objective
        (_listed("acc-all", "social-objective") + _listed("soc-obj", "strategic-procurement"), "", "not_stated", None),
        (_listed("soc-obj", "strategic-procurement"), "", "stated", None),
        (_listed("env-imp", "strategic-procurement"), "", "not_stated", None),
        (_listed("none", "strategic-procurement"), "", "stated_not", None),
        (
            _listed("none", "strategic-procurement"),
            _criterion("Social Return (criterium 5)"),
            "stated",
            "award_criterion",
        ),
        ("", _criterion("Kwaliteit", "Onder meer SROI."), "stated", "award_criterion"),
        ("", _execution("De opdrachtnemer zet 5% in voor social return."), "stated", "performance_condition"),
        ("", _execution("Social return is niet van toepassing."), "stated_not", None),
        ("", _execution("Er wordt geen social return gevraagd."), "stated_not", None),
        ("", _execution("Social return geldt, geen maximum."), "stated", "performance_condition"),
        ("", _execution("Inzet van mensen met een afstand tot de arbeidsmarkt."), "stated", "performance_condition"),
        ("", _execution("De sociale dienst is het aanspreekpunt."), "not_stated", None),
        (words("cbc:Description", "Met social return van 2%."), "", "stated", None),
    ],
)
def test_social_return_has_three_answers(more: str, terms: str, answer: str, form: str | None) -> None:
    lot = Lot(project=Project(more=more), terms=terms)
    said = _one(Made(lots=[lot])).social_return
    assert (said.answer, said.form) == (answer, form)


def test_the_passage_is_given_with_its_place() -> None:
    lot = Lot(terms=_execution("De opdracht duurt een jaar. De opdrachtnemer zet 5% in voor social return. Meer niet."))
    passage = _one(Made(lots=[lot])).social_return.passage
    assert passage is not None
    assert passage.value == "De opdrachtnemer zet 5% in voor social return."
    assert str(passage.place) == (
        "n.xml: /ContractNotice/cac:ProcurementProjectLot/cac:TenderingTerms/cac:ContractExecutionRequirement"
        "/cbc:Description"
    )


def test_reserved_participation_and_execution_stand_apart() -> None:
    requirement = code("cbc:TendererRequirementTypeCode", "res-ws", "reserved-procurement")
    terms = tag("cac:TendererQualificationRequest", tag("cac:SpecificTendererRequirement", requirement)) + tag(
        "cac:ContractExecutionRequirement", code("cbc:ExecutionRequirementCode", "no", "reserved-execution")
    )
    published = _one(Made(lots=[Lot(terms=terms)]))
    assert published.reserved_participation is not None
    assert published.reserved_execution is not None
    assert (published.reserved_participation.value, published.reserved_execution.value) == ("res-ws", "no")
    assert published.social_return.answer == "not_stated"  # a reservation is no social return


# --- what is left out, and said ------------------------------------------------------------------------------------


def _codes(made: Made) -> list[str]:
    return [unread.code for unread in eforms.read(made.bytes(), "n.xml")[1].unread]


def test_a_lot_without_a_number_costs_that_lot() -> None:
    made = Made(lots=[Lot(None), Lot("LOT-0002")])
    assert _one(made).lots == ("LOT-0002",)
    assert _codes(made) == ["notice_lot_without_number"]


def test_a_reference_to_nothing_is_said() -> None:
    result = awarded().replace(party("TPA-0001", "ORG-0003"), party("TPA-0009", "ORG-0003"))
    made = a_result(result)
    assert _one(made).winners == ()
    assert _codes(made) == ["notice_reference_unknown"]
    assert _codes(Made(buyers=["ORG-0099"])) == ["notice_reference_unknown"]


def test_an_unknown_unit_and_a_day_that_is_none_are_said() -> None:
    made = Made(lots=[Lot(project=Project(period=tag("cbc:StartDate", "later") + _measure(10, "FORTNIGHT")))])
    assert _codes(made) == ["notice_day_unread", "notice_duration_unit"]


def test_the_number_of_tenderned_in_an_address_is_a_reference() -> None:
    address = "https://www.tenderned.nl/aankondigingen/overzicht/401234/documenten"
    uri = tag("cac:Attachment", tag("cac:ExternalReference", tag("cbc:URI", address)))
    published = _one(Made(lots=[Lot(terms=tag("cac:CallForTendersDocumentReference", uri))]))
    assert "401234" in published.references


def test_the_extension_of_a_tender_total_is_not_mistaken_for_the_estimate() -> None:
    totals = extension(amount("efbc:FrameworkMaximumAmount", 600_000))
    lot = Lot(project=Project(more=tag("cac:RequestedTenderTotal", totals)))
    assert _value(_one(Made(lots=[lot])), "estimated_value") is None

"""The plan by hand-computed cases: the boundary, one cent and one day either side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations
from typing import Any, Literal

import pytest

from srtool.bundle.candidates import By
from srtool.bundle.plan import Sorting, plan_of
from srtool.bundle.proposal import Plan
from tests.support.small_contracts import ON, a_contract, looked_at, planned, several

SIX = (200, 100, 90, 60, 130, 150)
LATER = {"supplier": "12345678"}
"""Awarded, not yet started."""


def shown(plan: Plan) -> list[tuple[str, tuple[str, ...], str]]:
    return [(one.group.bundle, one.members, str(one.total)) for one in plan.bundles]


def test_three_of_90_make_one_tender() -> None:
    plan = planned(several(90, 90, 90))
    assert shown(plan) == [("merge", ("A", "B", "C"), "270000.00")]
    (one,) = plan.bundles
    assert str(one.excess) == "20000.00"
    assert str(one.obligation) == "13500.00"
    assert str(one.obligation_ambition) == "27000.00"
    assert one.state == "needs_motivation"
    assert one.per_year == ((2027, Decimal("13500.00")),)


def test_six_drafts_make_two_tenders_for_three_is_impossible() -> None:
    plan = planned(several(*SIX))
    assert len(plan.bundles) == 2
    assert all(one.excess > 0 for one in plan.bundles)
    assert sum(one.total for one in plan.bundles) == 730_000
    assert plan.shortfalls == ()
    (proof,) = plan.proofs
    assert proof.optimal
    assert (proof.bundles, proof.bound, str(proof.covered)) == (2, 2, "730000.00")


def test_the_same_six_awarded_make_one_joint_plan() -> None:
    (one,) = planned(several(*SIX, **LATER)).bundles
    assert (one.group.bundle, str(one.total), str(one.obligation)) == ("pool", "730000.00", "36500.00")
    assert (one.state, one.missing_texts, one.european) == ("by_agreement", (), None)


def test_of_running_contracts_only_what_is_left_is_to_be_discussed() -> None:
    # 364 days, of which 182 have passed on 2 July 2026.
    term = {"start": date(2026, 1, 1), "end": date(2026, 12, 30), **LATER}
    (one,) = planned(several(90, 90, 90, **term), on=date(2026, 7, 2)).bundles
    assert str(one.total) == "270000.00"
    assert str(one.wage_sum_left) == "135000.00"
    assert str(one.obligation) == "6750.00"
    assert str(one.obligation_whole) == "13500.00"
    assert one.per_year == ((2026, Decimal("6750.00")),)


def test_what_is_left_is_rounded_per_contract() -> None:
    # 100,000.01 x 183 / 365 = 50,136.991315...; 2 x 50,136.99 = 100,273.98; 5% = 5,013.699, rounded 5,013.70
    term = {"start": date(2026, 1, 1), "end": date(2026, 12, 31), **LATER}
    contracts = [*several(100.00001, 100.00001, **term), a_contract("C", 60, start=date(2027, 1, 1), **LATER)]
    (one,) = planned(contracts, on=date(2026, 7, 2)).bundles
    assert str(one.wage_sum_left) == "160273.98"
    assert str(one.obligation) == "8013.70"
    assert sum(amount for _, amount in one.per_year) == one.obligation


def test_drafts_of_three_cpv_groups_make_none_unless_asked_by_supplier() -> None:
    groups = ("73110000", "79410000", "90911200")
    contracts = [
        {**one, "cpv": cpv, "supplier": "Bureau", "status": "draft"}
        for one, cpv in zip(several(90, 90, 90), groups, strict=True)
    ]
    assert planned(contracts).bundles == ()
    (one,) = planned(contracts, By("supplier")).bundles
    assert set(one.marks) == {"no_coherence", "supplier_no_ground", "names_supplier"}
    assert one.named_suppliers == ("Bureau",)


def test_twice_125_is_not_above_250_and_short_by_one_cent() -> None:
    plan = planned(several(125, 125))
    assert plan.bundles == ()
    (short,) = plan.shortfalls
    assert (short.members, str(short.missing), short.reason) == (("A", "B"), "0.01", "amount")
    assert [reading.operator for reading in short.readings] == ["at_least"]


def test_one_cent_more_is_enough() -> None:
    assert shown(planned(several(125, 125.00001))) == [("merge", ("A", "B"), "250000.01")]


def test_two_of_249_and_two_of_2_make_two_of_251() -> None:
    assert [str(one.total) for one in planned(several(249, 249, 2, 2)).bundles] == ["251000.00", "251000.00"]


@pytest.mark.parametrize(
    ("start", "bundles"), [("2027-12-31", 1), ("2028-01-01", 1), ("2028-01-02", 0), ("2029-01-01", 0)]
)
def test_terms_follow_within_the_window(start: str, bundles: int) -> None:
    first = a_contract("A", 160, start=date(2026, 1, 1), end=date(2026, 12, 31))
    second = a_contract("B", 160, start=date.fromisoformat(start), end=date(2029, 12, 31))
    plan = planned([first, second], window=12, on=date(2025, 1, 1))
    assert len(plan.bundles) == bundles
    if not bundles:
        assert [(one.members, str(one.missing)) for one in plan.shortfalls] == [
            (("A",), "90000.01"),
            (("B",), "90000.01"),
        ]


def test_running_and_draft_are_never_mixed() -> None:
    plan = planned(
        [
            a_contract("A", 200, supplier="Bureau", start=date(2026, 1, 1)),
            a_contract("B", 200, supplier="Bureau", status="draft"),
        ]
    )
    assert plan.bundles == ()
    assert {one.members: (one.group.bundle, one.other_kind) for one in plan.shortfalls} == {
        ("A",): ("pool", ("B",)),
        ("B",): ("merge", ("A",)),
    }


def test_a_merge_that_reaches_the_european_threshold() -> None:
    drafts = several(100, 100, 100, estimated_value=120_000, authority_kind="central", specific_service=False)
    (one,) = planned([{**draft, "start": date(2026, 12, 1)} for draft in drafts]).bundles
    assert one.european is not None
    assert (str(one.european.value), str(one.european.low)) == ("360000.00", "140000.00")
    assert one.european.reached == "yes"
    assert one.state == "needs_motivation"


@pytest.mark.parametrize(("value", "reached"), [("375000.00", "yes"), ("374999.99", "no")])
def test_the_merged_value_at_the_threshold_of_social_services_and_one_cent_below(value: str, reached: str) -> None:
    more = {"cpv": "55500000", "specific_service": True}
    drafts = [
        a_contract("A", 130, estimated_value=375_000, **more),
        a_contract("B", 130, estimated_value=Decimal(value), **more),
    ]
    (one,) = planned(drafts).bundles
    assert one.european is not None
    assert (one.european.reached, str(one.european.low)) == (reached, "750000.00")


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"estimated_value": 100_000, "cpv": "55500000", "authority_kind": "central"}, "social"),
        ({"estimated_value": 100_000, "cpv": "55500000"}, "several"),
        ({}, "no_value"),
        ({"contract_value": 100_000, "kind": "works", "cpv": "45200000"}, "options"),
        ({"estimated_value": 100_000, "start": date(2030, 1, 1), "end": date(2030, 12, 31)}, "no_table"),
    ],
)
def test_why_it_cannot_be_said_whether_the_whole_is_european(changed: dict[str, Any], why: str) -> None:
    (one,) = planned(
        [{**draft, **changed} for draft in several(100, 100)] + [{**a_contract("C", 60), **changed}]
    ).bundles
    assert one.european is not None
    assert (one.european.reached, one.european.why) == ("undecided", why)


def test_a_single_procedure_is_not_as_proposed_once_the_whole_is_european() -> None:
    more: dict[str, Any] = {"estimated_value": 120_000, "authority_kind": "central", "specific_service": False}
    drafts = [*several(100, 100, **more), a_contract("C", 100, procedure="single", **more)]
    (one,) = planned(drafts).bundles
    assert one.state == "not_as_proposed"
    assert one.european is not None
    assert one.european.procedures == ("single",)


def test_a_supplier_under_two_numbers_is_one_group() -> None:
    contracts = [a_contract("A", 130, supplier="12345678"), a_contract("B", 130, supplier="87654321")]
    assert planned(contracts).bundles == ()
    suppliers = [{"id": "12345678", "name": "Bureau", "aliases": ["87654321"]}]
    assert shown(planned(contracts, suppliers=suppliers)) == [("pool", ("A", "B"), "260000.00")]


def test_an_alias_of_two_suppliers_says_nothing() -> None:
    contracts = [a_contract("A", 130, supplier="12345678"), a_contract("B", 130, supplier="Samen")]
    one = {"id": "12345678", "name": "Een", "aliases": ["Samen"]}
    assert len(planned(contracts, suppliers=[one]).bundles) == 1
    assert planned(contracts, suppliers=[one, {"id": "87654321", "name": "Twee", "aliases": ["Samen"]}]).bundles == ()


def test_the_order_of_the_register_does_not_matter() -> None:
    contracts = several(200, 100, 90, 160)
    plans = {
        tuple((one.id, one.members, one.total) for one in planned(list(order)).bundles)
        for order in permutations(contracts)
    }
    assert len(plans) == 1


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"status": "ended"}, "ended"),
        ({"status": "tendered"}, "tendered"),
        ({"social_return": {"asked": True}}, "asks"),
        ({"kind": "supplies", "cpv": "30210000"}, "supplies"),
        ({"kind": None, "cpv": None}, "kind_unknown"),
        ({"wage_sum": Decimal("250000.01")}, "in_scope"),
        ({"wage_sum": None}, "no_wage_sum"),
        ({"wage_sum": Decimal(0)}, "no_wage_sum"),
        ({"wage_sum": Decimal(1)}, "no_wage_sum"),
        ({"wage_sum": None, "contract_value": 90_000, "labour_share": 0}, "zero"),
        ({"wage_sum": 100_000, "contract_value": 90_000}, "contradictory"),
        ({"start": None}, "no_dates"),
        ({"end": None}, "no_dates"),
        ({"cpv": None}, "no_cpv"),
        ({"cpv": "00110000"}, "no_cpv"),
        ({"status": "awarded"}, "no_supplier"),
        ({"authority_kind": "decentral"}, "no_rules"),
        ({"part_of": "Z"}, "call_off"),
    ],
)
def test_why_a_contract_takes_no_part(changed: dict[str, Any], reason: str) -> None:
    contract = {key: value for key, value in {**a_contract("A", 100), **changed}.items() if value is not None}
    plan = planned([contract, a_contract("Z", 10, cpv="90911200")])
    assert {one.contract: one.reason for one in plan.left_out} == {"A": reason}


@pytest.mark.parametrize(("by", "field"), [("supplier", "supplier"), ("category", "category"), ("unit", "unit")])
def test_what_it_is_grouped_by_may_be_missing(by: Literal["supplier", "category", "unit"], field: str) -> None:
    contract = {key: value for key, value in a_contract("A", 100).items() if key != field}
    assert [one.reason for one in planned([contract], By(by)).left_out] == [f"no_{field}"]


def test_without_a_wage_sum_the_share_is_said_above_which_it_would_help() -> None:
    # 50,000 is missing: 62.5% of 80,000, and the whole of 50,000 does not get above. 250,000 is 31.25% of 800,000.
    values = {"C": 80_000, "D": 50_000, "E": 800_000}
    unknown = [a_contract(number, None, contract_value=value) for number, value in values.items()]
    own = {**unknown[2], "unit": "V"}
    plan = planned([*several(120, 80), *unknown[:2], own])
    assert {one.contract: (one.share, one.helps) for one in plan.left_out} == {
        "C": (Decimal("62.50"), "group"),
        "D": (None, None),
        "E": (Decimal("31.25"), "own"),
    }


@pytest.mark.parametrize(("end", "own"), [("2027-06-30", Decimal("50.00")), ("2027-06-29", None)])
def test_by_itself_only_where_the_term_is_long_enough(end: str, own: Decimal | None) -> None:
    plan = planned([a_contract("A", None, contract_value=500_000, end=date.fromisoformat(end))])
    assert [one.share for one in plan.left_out] == [own]


def test_a_share_is_rounded_up_to_where_it_is_enough() -> None:
    # 150,000 of 450,010 is 33.3326%.
    plan = planned([a_contract("A", 100), a_contract("B", None, contract_value=450_010)])
    assert [(one.share, one.operator) for one in plan.left_out] == [(Decimal("33.34"), "at_least")]


def test_what_has_ended_by_its_dates_takes_no_part_whatever_its_status() -> None:
    past = {"start": date(2025, 1, 1), "end": date(2026, 11, 21)}
    for status, reason in (("draft", "ended"), ("ended", "ended"), ("running", "end_passed")):
        plan = planned(several(130, 130, status=status, supplier="S", **past))
        assert [one.reason for one in plan.left_out] == [reason, reason]
    assert len(planned(several(130, 130, status="running", supplier="S", **{**past, "end": ON})).bundles) == 1


def test_a_merge_is_not_judged_by_a_threshold_of_the_past() -> None:
    # On 1 June 2025 the threshold was 143,000; on 22 November 2026 it is 140,000.
    more = {"authority_kind": "central", "specific_service": False, "rule_set": "rijk-classic"}
    drafts = [
        a_contract("A", 130, estimated_value=71_000, procedure_start=date(2025, 6, 1), **more),
        a_contract("B", 130, estimated_value=70_000, procedure_start=date(2026, 12, 20), **more),
    ]
    (one,) = planned([{**draft, "wage_sum": 130_000, "estimated_value": 141_000} for draft in drafts]).bundles
    assert one.european is not None
    assert (one.european.day, one.european.reached, str(one.european.low)) == (ON, "yes", "140000.00")


def test_who_asks_already_is_of_the_same_authority() -> None:
    pooled = several(130, 130, supplier="S", authority="Ministerie A")
    asking = a_contract("X", 10, supplier="S", authority="Ministerie B", social_return={"asked": True})
    assert planned([*pooled, asking]).bundles[0].already == ()
    assert planned([*pooled, {**asking, "authority": "Ministerie A"}]).bundles[0].already == ("X",)


def test_suppliers_that_name_each_other_are_one() -> None:
    suppliers: list[dict[str, Any]] = [
        {"id": "12345678", "name": "Een", "aliases": ["87654321"]},
        {"id": "87654321", "name": "Twee", "aliases": ["12345678", "11112222"]},
        {"id": "11112222", "name": "Drie"},
    ]
    contracts = [a_contract(n, 90, supplier=s["id"]) for n, s in zip("ABC", suppliers, strict=True)]
    assert [one.members for one in planned(contracts, suppliers=suppliers).bundles] == [("A", "B", "C")]


def test_texts_for_other_contracts_are_not_passed_over_in_silence() -> None:
    merge = {"members": ["A", "B"], "market": "m" * 80}
    (one,) = planned(several(90, 90, 90), merges=[merge]).bundles
    assert one.other_texts == (("A", "B"),)


def test_a_term_that_is_too_short_together() -> None:
    term = {"start": date(2027, 1, 1), "end": date(2027, 3, 31)}
    (short,) = planned(several(300, 300, **term)).shortfalls
    assert (short.reason, str(short.missing)) == ("term", "0.00")
    late = a_contract("C", 1, start=date(2027, 4, 1), end=date(2027, 6, 30))
    assert len(planned([*several(300, 300, **term), late]).bundles) == 1
    sooner = {**late, "end": date(2027, 6, 29)}
    assert planned([*several(300, 300, **term), sooner]).bundles == ()


def test_a_nearby_group_that_would_close_the_gap() -> None:
    plan = planned([*several(100, 100), a_contract("Y", 60, unit="V"), a_contract("Z", 60, cpv="90911200")])
    near = {one.members: [other.members for other in one.nearby] for one in plan.shortfalls}
    assert near == {("A", "B"): [("Y",)], ("Y",): [("A", "B")], ("Z",): []}


def test_before_and_after() -> None:
    own = a_contract("X", 300, supplier="Ander")
    asking = a_contract("W", 20, supplier="Bureau", social_return={"asked": True, "amount": 1000})
    pooled = several(90, 90, 90, supplier="Bureau", start=date(2026, 12, 1))
    drafts = [{**one, "id": f"M{one['id']}"} for one in several(130, 130)]
    plan = planned([own, asking, *pooled, *drafts])
    overall = plan.overall
    assert (overall.contracts, str(overall.norm.whole)) == (2, "15000.00")
    assert (overall.contracts + overall.merged_members, str(overall.merged_norm.whole)) == (4, "28000.00")
    assert (overall.pooled_contracts, str(overall.to_discuss)) == (3, "13500.00")
    assert {one.group.bundle: one.already for one in plan.bundles} == {"pool": ("W",), "merge": ()}


def test_tailored_rules_have_no_percentage() -> None:
    (one,) = planned(several(130, 130), rule_set="rijk-tailored").bundles
    assert (one.obligation, one.obligation_ambition, one.per_year) == (None, None, ())


def test_texts_of_80_characters_complete_a_merge() -> None:
    names = ("market", "own_organisation", "entrepreneur", "coherence", "lots")
    merge = {"members": ["B", "A"], **{name: name[0] * 80 for name in names}}
    assert planned(several(130, 130), merges=[merge]).bundles[0].state == "complete"
    (one,) = planned(several(130, 130), merges=[{**merge, "lots": "l" * 79}]).bundles
    assert (one.state, one.missing_texts) == ("needs_motivation", ("lots",))


def test_of_a_term_without_end_what_is_left_cannot_be_said() -> None:
    contracts = [a_contract("A", 130, end=None, indefinite=True, **LATER), a_contract("B", 130, **LATER)]
    (one,) = planned(contracts).bundles
    assert (one.wage_sum_left, one.obligation, str(one.obligation_whole)) == (None, None, "13000.00")


def test_without_what_was_left_out_the_proposals_are_the_same() -> None:
    contracts = [*several(*SIX), a_contract("X", 500), a_contract("Y", None), a_contract("Z", 90, **LATER)]
    made, grouping = looked_at(contracts)
    sorting = Sorting(grouping, keep_left_out=False)
    for case in made:
        sorting.add(case)
    whole, brief = planned(contracts), plan_of(sorting, ON, {})
    assert sorting.left_out == []
    assert {one.contract for one in whole.left_out} >= {"X", "Y"}
    assert replace(whole, left_out=()) == brief

"""The regional tables as they were seen: every amount, kind and limit, literally; and nothing that was not there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from srtool.readers.rules import rule_sets
from srtool.rules.ruleset import Block, RuleSet

# Block, amount (a recognition or a surcharge where there is none), per what, and how long it counts.
TABLES = {
    "oost-nederland-2026": """
        participatiewet 45000 year 24 months
        banenafspraak 50000 year unlimited
        ww 20000 year 12 months
        nug 15000 year 12 months
        work-experience 750 month
        bbl-1-2 25000 learning_year
        bbl-3-4 15000 learning_year
        bol-1-2 10000 period
        bol-3-4 5000 period
        intern-hbo-wo 5000 period
        pro-vso 15000 period
        pro-vso-employed 25000 once
        social-procurement - costs
        pso-purchase-1 10 costs
        pso-purchase-2 20 costs
        pso-purchase-3 30 costs
        pso-purchase-3-30plus - costs
        community-activity 125 hour
    """,
    "oost-nederland-2023": """
        participatiewet-short 30000 year 24 months
        participatiewet-long 40000 year 24 months
        banenafspraak 40000 year unlimited
        ww-short 10000 year 12 months
        ww-long 15000 year 12 months
        nug 10000 year 12 months
        work-experience 750 month
        bbl-1-2 20000 learning_year
        bbl-3-4 15000 learning_year
        bol-1-2 7500 period
        bol-3-4 5000 period
        intern-hbo-wo 5000 period
        pro-vso 5000 period
        pro-vso-employed 25000 once
        social-procurement - costs
        pso-purchase-1 10 costs
        pso-purchase-2 20 costs
        pso-purchase-3-30plus 30 costs
        community-activity 100 hour
    """,
    "rijnmond-2024": """
        participatiewet 50000 year_full_time 3 years
        banenafspraak 50000 year_full_time unlimited
        ww 25000 year_full_time 2 years
        nug 15000 year_full_time 24 months
        social-procurement - costs
        community-activity 150 hour
        social-investment - costs
        open-social-impact - agreement
    """,
    "mvs-2024": """
        participatiewet 50000 year_full_time 3 years
        banenafspraak 50000 year_full_time unlimited
        ww 25000 year_full_time 2 years
        nug 15000 year_full_time 24 months
        bbl 15000 year_full_time
        pro-vso 15000 year_full_time
        bol 7500 year_full_time
        training - costs
        language-training - costs
        social-procurement - costs
        guest-lesson 150 hour
        company-visit 150 hour
        social-investment - costs
        open-social-impact - agreement
    """,
    "noordoost-brabant-2025": """
        participatiewet 45000 year
        nug 45000 year
        wia-wao 45000 year
        wsw 45000 year
        banenafspraak 45000 year
        ww 30000 year
        bbl-1-2 20000 year
        bol-1-2 5000 year
        pro-vso 10000 year
        guest-lesson 100 hour
        company-visit 100 hour
        underlying-problems 100 hour
        guidance 100 hour
        training - costs
        pso-purchase-1 10 costs
        pso-purchase-2 20 costs
        pso-purchase-3 30 costs
        social-procurement - costs
    """,
    "amersfoort": """
        participatiewet 40000 year
        banenafspraak 50000 year
        wia-wao 40000 year
        ww 20000 year
        nug 10000 year
        bbl-3-4 25000 year
        bbl-1-2 35000 year
        bol-3-4 10000 year
        bol-1-2 20000 year
        community-activity 100 hour
    """,
    "regio-amersfoort": """
        participatiewet 40000 year
        banenafspraak 50000 year
        sheltered-employment 60000 year
        ww 20000 year
        nug 10000 year
        work-experience 10000 once
        practice-learning 2500 once
        bbl-3-4 25000 year
        bbl-1-2 35000 year
        bol-3-4 10000 period
        intern-hbo-wo 5000 period
        bol-1-2 20000 period
        integration-b1 2000 once
        integration-z 4000 once
        taster 100 day
        social-activation 100 hour
    """,
    "westfriesland": """
        ww-short 15000 year 12 months
        ww-long 20000 year 12 months
        participatiewet-short 35000 year 24 months
        banenafspraak 40000 year 24 months
        wia-wao 35000 year unlimited
        wsw 35000 year unlimited
        bbl-bol-1-2 20000 period
        bbl-other 10000 period
        bol-other 5000 period
        pro-vso 5000 period
        work-experience 5000 once
        other - costs
    """,
    "holland-rijnland": """
        nug 5000 year
        nug-disability 10000 year
        ww 15000 year
        wajong 25000 year
        participatiewet 30000 year
        wia 40000 year
        participatiewet-disability 50000 year
        wsw 50000 year
        bol 10000 year
        bbl 25000 year
        pro-vso 25000 year
        sheltered-work - costs
        community-activity 1000 day_at_most
    """,
    "provincie-noord-holland": """
        participatiewet-short 40000 year unlimited
        participatiewet-long 45000 year unlimited
        banenafspraak 50000 year unlimited
        ww-short 20000 year 36 months
        ww-long 30000 year 36 months
        nug 25000 year 36 months
        student-disability 10000 year unlimited
        bbl-1-2 20000 period
        bbl-3-4 15000 period
        bol-1-2 10000 period
        bol-3-4 7500 period
        pro-vso 15000 period
        participation-activity 250 hour
        community-activity 250 hour
        impact-contribution - agreement
        social-procurement - costs
    """,
    "parkstad": """
        job 30 gross_wage
        participation-place 15 hour
        work-experience 15 hour
        bbl-bol 30 gross_wage
        social-procurement - costs
        guidance - costs
        guest-lesson 100 hour_at_most
        participation-activity 500 half_day
        project - agreement
        impact-package - costs
    """,
}
OF_OUR_OWN = {"parkstad": {"bbl-bol-training": "- costs"}, "provincie-noord-holland": {"extra-guidance": "250 hour"}}
"""One row of the source as two, and a bonus that counts by its own hours."""
BONUSES = {
    "oost-nederland-2026": "age-50-plus 5000 year, special-group 5000 year, permanent 10000 once",
    "oost-nederland-2023": "age-50-plus 5000 year, special-group 5000 year, permanent 10000 once",
    "rijnmond-2024": "permanent - yearly_value, age-56-plus 5000 year",
    "mvs-2024": "permanent - yearly_value, age-56-plus 5000 year, language-training - costs",
    "noordoost-brabant-2025": "age-50-54 5000 once, age-55-plus 10000 once",
    "amersfoort": "status-holder 10000 once, permanent 10000 once",
    "regio-amersfoort": "status-holder 10000 once, age-50-plus 10000 once, permanent 10000 once",
    "westfriesland": "age-50-plus 5000 -, status-holder 5000 -",
    "holland-rijnland": "age-55-plus 15000 year, pro-vso-contract 10000 -",
    "provincie-noord-holland": "age-50-plus 5000 once, status-holder 15000 once, permanent 10000 once",
    "parkstad": "",
}
SHARES = {
    "oost-nederland-2026": {50: ("pso-purchase-1", "pso-purchase-2", "pso-purchase-3")},
    "rijnmond-2024": {25: ("social-investment",), 10: ("open-social-impact",)},
    "mvs-2024": {25: ("social-investment",), 10: ("open-social-impact",)},
    "parkstad": {20: ("guidance",)},
}
STEPS = {"1": 10, "2": 25, "3": 50}
REDUCTIONS = {
    "oost-nederland-2026": STEPS
    | {"3-30plus": 100, "sheltered-company": 100, "code-sociale-ondernemingen": 100, "werkpakt": 50},
    "oost-nederland-2023": STEPS | {"3-30plus": 100, "code-sociale-ondernemingen": 100},
    "noordoost-brabant-2025": {"2-3": 100},
    "westfriesland": {"own-workforce": 100, "2-3": 100},
    "holland-rijnland": {"1": 25, "2": 50, "3": 75, "30plus": 75},
    "provincie-noord-holland": STEPS | {"30plus": 100},
}
MEMBERS = {
    "oost-nederland-2026": 17,
    "oost-nederland-2023": 3,
    "rijnmond-2024": 13,
    "mvs-2024": 3,
    "noordoost-brabant-2025": 11,  # 's-Hertogenbosch under both of its names
    "amersfoort": 1,
    "regio-amersfoort": 6,
    "westfriesland": 7,
    "holland-rijnland": 13,
    "provincie-noord-holland": 1,
    "parkstad": 7,
}
COPY = "Overgenomen uit een kopie van derden; vraag de "


def rules(name: str) -> RuleSet:
    return rule_sets.load(rule_sets.find(name, None)).rules


def as_seen(found: RuleSet) -> Iterator[tuple[str, str]]:
    for block in found.block:
        number = next((each for each in (block.amount, block.recognition, block.surcharge) if each is not None), None)
        limit = _limit(found, block)
        shown = "-" if number is None else f"{number.normalize():f}"
        yield block.id, f"{block.id} {shown} {block.per}" + (f" {limit}" if limit else "")


def _limit(found: RuleSet, block: Block) -> str | None:
    months, years = found.limit_for("maximum_months", block), found.limit_for("years_after_benefit", block)
    if months is not None:
        return "unlimited" if months.unlimited else f"{months.months} months"
    return None if years is None else f"{years.years} years"


@pytest.mark.parametrize("name", TABLES)
def test_the_table_as_seen(name: str) -> None:
    lines = dict(as_seen(rules(name)))
    for block, own in OF_OUR_OWN.get(name, {}).items():
        assert lines.pop(block) == f"{block} {own}"
    assert list(lines.values()) == [line.strip() for line in TABLES[name].strip().splitlines()]


@pytest.mark.parametrize("name", TABLES)
def test_bonuses_shares_and_reductions_as_seen(name: str) -> None:
    found = rules(name)
    bonuses = [
        f"{each.id} {'-' if each.amount is None else int(each.amount)} {each.per or '-'}" for each in found.bonus
    ]
    assert ", ".join(bonuses) == BONUSES[name]
    shares = {limit.percent: limit.blocks for limit in found.limit if limit.bounds == "share_of_obligation"}
    assert shares == SHARES.get(name, {})
    assert {each.id.removeprefix("pso-"): each.percent for each in found.reduction} == REDUCTIONS.get(name, {})


@pytest.mark.parametrize("name", TABLES)
def test_a_regional_table_says_nothing_of_a_threshold_or_a_percentage_and_asks_to_ask(name: str) -> None:
    found = rules(name)
    assert (found.threshold, found.obligation, found.authority_kind) == ((), (), "decentral")
    assert found.note["nl"].partition(COPY)[1] == COPY
    assert "Taken from a copy made by a third party; ask the " in found.note["en"]
    assert len(found.members) == MEMBERS[name]
    records = (*found.block, *found.bonus, *found.limit, *found.reduction)
    stated = {record.id for record in records if record.certainty == "stated"}
    rows = ["participatiewet-short", "participatiewet-long", "banenafspraak", "ww-short", "ww-long", "nug"]
    seen = {*rows, *(f"months-{row}" for row in rows), "work-experience"}
    assert stated == (seen if name == "oost-nederland-2023" else set())
    if name != "holland-rijnland":
        assert found.undated


@pytest.mark.parametrize(("name", "hours"), [("rijnmond-2024", 40), ("mvs-2024", 40), ("oost-nederland-2026", None)])
def test_the_hours_of_full_time_only_where_they_follow_from_the_amounts(name: str, hours: int | None) -> None:
    basis = rules(name).limit_for("full_time", None)
    assert (None if basis is None else basis.hours_per_week) == hours


def test_rijnmond_names_an_hour_beside_each_year() -> None:
    hourly = {block.id: block.hourly for block in rules("rijnmond-2024").block if block.hourly is not None}
    wanted = {"participatiewet": "24.04", "banenafspraak": "24.04", "ww": "12.02", "nug": "7.21"}
    assert hourly == {name: Decimal(amount) for name, amount in wanted.items()}
    more = {"bbl": Decimal("7.21"), "pro-vso": Decimal("7.21"), "bol": Decimal("3.60")}
    assert {each.id: each.hourly for each in rules("mvs-2024").block if each.hourly is not None} == hourly | more
    assert [each.hourly for each in rules("noordoost-brabant-2025").block[:9]] == [24, 24, 24, 24, 24, 16, 11, 3, 5]


def test_an_amount_without_basis_or_operator_is_told_and_is_no_threshold() -> None:
    for name, amount in (
        ("noordoost-brabant-2025", "221.000"),
        ("provincie-noord-holland", "150.000"),
        ("krimpen", "50.000"),
    ):
        found = rules(name)
        assert found.threshold == ()
        assert amount in found.note["nl"]
        assert [amount in record.label["nl"] for record in found.process if record.id == "amount-named"] == [True]


def test_krimpen_is_a_rule_until_the_end_of_2025() -> None:
    found = rules("krimpen")
    assert found.period() == (date(2022, 1, 1), date(2025, 12, 31))
    assert (found.covers(date(2025, 12, 31)), found.covers(date(2026, 1, 1))) == (True, False)
    (norm,) = found.obligation
    assert (norm.percent, norm.basis, norm.certainty) == (Decimal(5), "contract_value", "inferred")
    assert found.block == ()
    assert "indien mogelijk" in found.note["nl"]
    assert "rijnmond-2024" in found.note["nl"]


def test_holland_rijnland_has_the_amounts_of_leiden_from_the_same_day() -> None:
    region, leiden = rules("holland-rijnland"), rules("leiden")
    assert {each.id: each.amount for each in leiden.block if each.per == "year"} == {
        each.id: each.amount for each in region.block if each.per == "year"
    }
    assert region.period() == leiden.period() == (date(2023, 9, 1), None)


def test_haaglanden_is_complete_with_projects_and_activities() -> None:
    added = {each.id: (each.amount, each.per, each.or_costs) for each in rules("haaglanden").block[-3:]}
    assert added == {
        "social-procurement": (None, "costs", False),
        "social-return-project": (None, "agreement", False),
        "community-activity": (Decimal(1000), "day", True),
    }


def test_westfriesland_exempts_by_the_own_workforce() -> None:
    (own,) = (each for each in rules("westfriesland").reduction if each.workforce_percent is not None)
    assert (own.workforce_percent, own.percent, own.pso) == (Decimal(5), Decimal(100), ())

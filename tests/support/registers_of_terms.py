"""Registers of chance that hang together: real terms, efforts within them, days that follow one another."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from srtool.term import add_months

Tables = dict[str, Any]
_SUPPLIERS = ("Glans Schoonmaak", "Hap Catering", "Groen & Zo")
_CPV = ("90910000-9", "55500000-5", "77310000-6", "45210000-2")


@st.composite
def registers(draw: st.DrawFn, least: int = 1) -> Tables:
    """Up to four contracts that ask social return, most of them running, with what was done for them."""
    tables: Tables = {"contracts": [], "efforts": [], "contacts": [], "adjustments": []}
    for number in range(draw(st.integers(least, 4))):
        contract = draw(_contract(f"C{number}"))
        tables["contracts"].append(contract)
        for table, records in (("efforts", _efforts), ("contacts", _contacts), ("adjustments", _adjustments)):
            tables[table] += draw(records(contract))
    return {table: records for table, records in tables.items() if records}


@st.composite
def _contract(draw: st.DrawFn, number: str) -> Tables:
    start = draw(st.dates(date(2024, 1, 1), date(2026, 9, 1)))
    end = add_months(start, draw(st.integers(6, 48))) - timedelta(days=1)
    # whole hundreds, so that a percentage of them needs no rounding
    wage_sum = 100 * draw(st.integers(3_000, 50_000))
    contract: Tables = {
        "id": number,
        "title": f"Contract {number}",
        "supplier": draw(st.sampled_from(_SUPPLIERS)),
        "cpv": draw(st.sampled_from(_CPV)),
        "wage_sum": wage_sum,
        "contract_value": 2 * wage_sum,
        "start": start,
        "end": end,
        "client": "D",
        "social_return": draw(_demand(start, end, wage_sum)),
    }
    if draw(st.booleans()):
        contract["end_latest"] = add_months(end, draw(st.integers(1, 24)))
    if draw(st.booleans()):
        contract["awarded_on"] = start - timedelta(days=draw(st.integers(0, 90)))
    return contract


@st.composite
def _demand(draw: st.DrawFn, start: date, end: date, wage_sum: int) -> Tables:
    shape = draw(st.sampled_from(("percent", "amount", "growth", "schedule")))
    demand: Tables = {"asked": True, "percent": draw(st.integers(1, 10)), "basis": "wage_sum"}
    half = start + (end - start) // 2
    if shape == "amount":
        demand = {"asked": True, "amount": 100 * draw(st.integers(10, 5_000))}
    elif shape == "growth":
        demand |= {"growth": [{"from": half, "percent": draw(st.integers(5, 10))}]}
    elif shape == "schedule":
        whole = wage_sum * 5 // 100
        demand = {"asked": True, "amount": whole, "schedule": [{"date": half, "amount": whole // 2}]}
        demand["schedule"].append({"date": end, "amount": whole})
    if draw(st.booleans()):
        demand["report_every_months"] = draw(st.sampled_from((1, 3, 6, 12)))
    if draw(st.booleans()):
        demand["plan_due"] = start + timedelta(days=draw(st.integers(0, 60)))
    return demand


@st.composite
def _efforts(draw: st.DrawFn, contract: Tables) -> list[Tables]:
    efforts = []
    for number in range(draw(st.integers(0, 3))):
        start = contract["start"] + timedelta(days=draw(st.integers(0, 150)))
        effort: Tables = {
            "id": f"{contract['id']}-E{number}",
            "contract": contract["id"],
            "kind": draw(st.sampled_from(("placement", "purchase", "activity"))),
            "amount": 100 * draw(st.integers(1, 900)),
            "start": start,
            "status": draw(st.sampled_from(("claimed", "confirmed", "disputed"))),
        }
        if effort["kind"] == "placement":
            effort |= {"person": f"P{number}", "hours_per_week": draw(st.sampled_from((16, 24, 36)))}
            effort["end"] = start + timedelta(days=draw(st.integers(1, 400)))
        efforts.append(effort)
    return efforts


@st.composite
def _contacts(draw: st.DrawFn, contract: Tables) -> list[Tables]:
    days = draw(st.lists(st.integers(0, 700), max_size=2, unique=True))
    kinds = st.sampled_from(("visit", "call", "report"))
    return [
        {"contract": contract["id"], "on": contract["start"] + timedelta(days=day), "kind": draw(kinds)}
        for day in sorted(days)
    ]


@st.composite
def _adjustments(draw: st.DrawFn, contract: Tables) -> list[Tables]:
    start = contract["start"] + timedelta(days=30)
    own = {"contract": contract["id"], "from": start, "reason": "Ziekte bij de opdrachtnemer", "decided_by": "D"}
    waiver = own | {"kind": "waiver", "amount": 500}
    leniency = own | {"kind": "leniency", "until": start + timedelta(days=60)}
    return draw(st.sampled_from(([], [], [waiver], [leniency])))

"""Makes examples/portfolio.xlsx, the register of a made-up ministry: python examples/make_portfolio.py [OUT].

The stories stand in portfolio_stories.py. Around them chance, with a seed per contract, makes up the bulk of the
efforts and contacts: always the same. The day on which the stories are told is 22 November 2026.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from portfolio_stories import (
    ADJUSTMENTS,
    ADVISER,
    AGENCY,
    CATEGORIES,
    CONTACTS,
    CONTRACTS,
    EFFORTS,
    EXEMPTIONS,
    MERGES,
    MINISTRY,
    SUPPLIERS,
    TARGETS,
)

from srtool.readers.rules import rule_sets
from srtool.register.model import Register
from srtool.register.validation import Validator
from srtool.term import add_months
from srtool.views.register.to_workbook import write

ON = date(2026, 11, 22)
OUT = Path(__file__).with_name("portfolio.xlsx")
RULES = rule_sets.load(rule_sets.find("rijk-classic", None)).rules
Row = dict[str, Any]

# Target group, how many in a hundred, and how many of them are in the jobs register.
ADULTS = (("participatiewet", 56, 65), ("ww", 30, 0), ("wia", 9, 30), ("wga", 2, 30), ("nugger", 2, 0), ("ioaw", 1, 0))
PUPILS = (("bol-bbl-vso-pro", 62, 25), ("early-school-leaver", 16, 0), ("participatiewet", 22, 65))
# Kind of effort, how many in a hundred, and what it costs from and to, in euro.
KINDS = (
    ("placement", 50, 7_500, 18_500),
    ("learning_place", 22, 4_200, 9_400),
    ("work_experience", 12, 1_400, 3_600),
    ("purchase", 13, 2_800, 16_500),
    ("activity", 3, 400, 1_500),
)
ENDS = (("stayed", 50), ("moved_on", 28), ("left", 22))
MONTHS = {"placement": 12, "learning_place": 10, "work_experience": 3}
EVIDENCE = {
    "placement": "Arbeidsovereenkomst en loonstroken",
    "learning_place": "Leerovereenkomst",
    "work_experience": "Overeenkomst werkervaring",
    "purchase": "Factuur",
    "activity": "Verslag van de activiteit",
}
REPORTS = (
    "Cijfers ontvangen en nagekeken.",
    "Rapportage besproken; de bewijsstukken zijn volledig.",
    "Rapportage ontvangen; een bewijsstuk kwam later na.",
    "Rapportage ontvangen; de volgende graag een week eerder.",
)
VISITS = ("Voortgang besproken met de opdrachtnemer.", "Gesprek op locatie.", "Gesprek over werving en begeleiding.")


def contract(story: Row) -> Row:
    """The row of a contract: its story, and around it what every contract of its category has."""
    category, cpv, unit, client, manager, specific, link = CATEGORIES[story["id"].partition("-")[0]]
    start, end = _term(story)
    every: Row = {
        "authority": AGENCY if category == "Werken" else MINISTRY,
        "authority_kind": "central",
        "kind": {"Werken": "works", "Hardware": "supplies"}.get(category, "services"),
        "unit": unit,
        "cpv": cpv,
        "category": category,
        "specific_service": specific if specific is not None else (False if "supplier" not in story else None),
        "procedure_start": add_months(start, -8 if story.get("procedure") != "single" else -2),
        "rule_set": "rijk-classic",
        "client": client,
        "buyer": "Inkooppunt Water en Ruimte",
        "contract_manager": manager,
        "social_return_adviser": ADVISER if "social_return" in story else None,
    }
    if "supplier" in story:
        status = "ended" if end < ON else "running" if start <= ON else "awarded"
        every |= {"status": status, "procedure": "open", "awarded_on": add_months(start, -1)}
    else:
        every |= {"status": "draft", "option_value": 0, "estimated_value": story["contract_value"]}
    row = every | {key: value for key, value in story.items() if key not in _TOLD}
    if "social_return" in story:
        row["social_return"] = _known(_asked(start, end, link) | story["social_return"])
    return _known(row)


def _term(story: Row) -> tuple[date, date]:
    """The first and the last day, with extensions."""
    later = [one["new_end"] for one in ADJUSTMENTS if one["contract"] == story["id"] and "new_end" in one]
    return date.fromisoformat(story["start"]), date.fromisoformat(max(later, default=story["end"]))


_TOLD = frozenset({"delivered", "planned", "claimed", "heard", "causes"})


def _asked(start: date, end: date, link: str) -> Row:
    """What a careful buyer writes down."""
    plan_due = add_months(start, 3)
    return {
        "asked": True,
        "form": "performance_condition",
        "stated_in": "documents",
        "subject_link": link,
        "plan_due": plan_due,
        "plan_agreed_on": plan_due + timedelta(days=9) if plan_due < ON else None,
        "report_every_months": 6,
        "shortfall_clause": "Wat aan het eind ontbreekt, vult de opdrachtnemer binnen zes maanden aan of betaalt hij.",
        "evaluation_on": add_months(end, -2),
        "local_only": False,
        "market_consulted": True,
        "market_response": "Drie tot zes partijen reageerden; de eis is haalbaar als er tijd is voor werving.",
    }


def _known(row: Row) -> Row:
    return {key: value for key, value in row.items() if value is not None}


def efforts(story: Row) -> Iterator[Row]:
    """Efforts by chance: confirmed until `delivered` is reached, then what is planned and what still waits."""
    chance = Random(story["id"])
    start, end = _term(story)
    heard = date.fromisoformat(story.get("heard", ON.isoformat()))
    last = min(end - timedelta(days=100), heard - timedelta(days=75))
    told = sum(one["amount"] for one in EFFORTS if one["contract"] == story["id"] and _counts(one))
    for amount, kind in _amounts(chance, story.get("delivered", 0) - told):
        begun = start + timedelta(days=chance.randint(15, max(16, (last - start).days)))
        claimed = begun + timedelta(days=chance.randint(10, 40))
        row = _effort(chance, story, (kind, amount), begun, end, heard)
        confirmed = claimed + timedelta(days=chance.randint(7, 30))
        yield row | {"status": "confirmed", "claimed_on": claimed, "confirmed_on": confirmed}
    soon = min(end, ON + timedelta(days=120))
    for amount, kind in _amounts(chance, story.get("planned", 0)):
        begun = ON + timedelta(days=chance.randint(8, (soon - ON).days - 10))
        row = _effort(chance, story, (kind, amount), begun, end, heard)
        yield row | {"status": "confirmed", "claimed_on": date(2026, 10, 12), "confirmed_on": date(2026, 11, 5)}
    for _ in range(story.get("claimed", 0)):
        begun = ON - timedelta(days=chance.randint(55, 110))
        amount = Decimal(chance.randint(480_000, 1_150_000)) / 100
        row = _effort(chance, story, ("placement", amount), begun, end, heard)
        yield row | {"status": "claimed", "claimed_on": ON - timedelta(days=chance.randint(8, 50))}


def _counts(effort: Row) -> bool:
    return effort.get("status") is None and "amount" in effort and effort.get("id") != "I-9001"


def _amounts(chance: Random, euros: int) -> Iterator[tuple[Decimal, str]]:
    """Amounts with their kinds that come to so many euros and a little; what is left in the end is a purchase."""
    left = euros * 100
    while left > 0:
        kind, _, least, most = chance.choices(KINDS, [of for _, of, _, _ in KINDS])[0]
        cents = chance.randint(least * 100, most * 100)
        if cents >= left:
            kind, cents = "purchase", left + chance.randint(1, 49_900)
        left -= cents
        yield Decimal(cents) / 100, kind


def _effort(chance: Random, story: Row, what: tuple[str, Decimal], begun: date, end: date, heard: date) -> Row:
    kind, amount = what
    row: Row = {"contract": story["id"], "kind": kind, "start": begun, "amount": amount, "evidence": EVIDENCE[kind]}
    if kind in {"purchase", "activity"}:
        return row | {"where": chance.choice(("social_enterprise", "network")) if kind == "purchase" else "supplier"}
    groups = PUPILS if kind == "learning_place" else ADULTS
    group, _, registered = chance.choices(groups, [of for _, of, _ in groups])[0]
    until = min(end, add_months(begun, MONTHS[kind]))
    follows = chance.choices([name for name, _ in ENDS], [of for _, of in ENDS])[0]
    if follows == "left":
        until -= timedelta(days=chance.randint(10, 70) * (until - begun).days // 100)
    ladder = chance.randint(2, 4)
    row |= {
        "block": group,
        "end": until,
        "hours_per_week": chance.choice((16, 18, 20, 24, 24, 28, 32, 36)),
        "employment": {"learning_place": "learning", "work_experience": None}.get(
            kind, chance.choice(("temporary", "temporary", "permanent", "secondment"))
        ),
        "where": chance.choice(("supplier", "supplier", "supplier", "network", "client")),
        "jobs_register": chance.randint(1, 100) <= registered,
    }
    if (heard - begun).days > 120:
        row |= {"ladder_start": ladder, "ladder_now": min(6, ladder + chance.choice((0, 0, 1, 1, 2)))}
    if until < heard:
        row["outcome"] = follows
    elif chance.random() < 0.4:
        del row["end"]
    return _known(row)


def numbered(rows: list[Row]) -> list[Row]:
    """With numbers in order of time; who stayed after an effort may be back at the contract for the next."""
    called = {block.id: block.label["nl"] for block in RULES.block}
    chance = Random("people")
    free: dict[str, list[tuple[date, str]]] = {}
    people = 0
    for number, row in enumerate(sorted(rows, key=lambda one: (str(one["start"]), one["contract"])), start=1):
        row.setdefault("id", f"I-{number:04}")
        row.setdefault("status", "confirmed")
        if "block" not in row:
            continue
        row["block"] = called.get(row["block"], row["block"])
        if "person" in row:
            continue
        start = date.fromisoformat(str(row["start"]))
        before = [one for one in free.get(row["contract"], []) if one[0] < start]
        if before and chance.random() < 0.15:
            free[row["contract"]].remove(before[0])
            row["person"] = before[0][1]
        else:
            people += 1
            row["person"] = f"P-{people:04}"
        if row.get("outcome") == "stayed" and "amount" in row:
            free.setdefault(row["contract"], []).append((row["end"], row["person"]))
    return sorted(rows, key=lambda one: one["id"])


def contacts(story: Row) -> Iterator[Row]:
    """The plan, reports by their rhythm, a visit a year, the evaluation; causes of delay stand with the reports."""
    if "social_return" not in story or "supplier" not in story:
        return
    row, chance = contract(story), Random(f"contacts of {story['id']}")
    asked, manager = row["social_return"], row.get("contract_manager", "Projectleider")
    start, end = _term(story)
    last = min(end, date.fromisoformat(story.get("heard", ON.isoformat())))
    causes = [cause for cause in story.get("causes", ()) if cause != "other"]
    if (day := asked.get("plan_agreed_on", ON)) < last:
        yield _contact(story, day, "plan", manager, "Plan van aanpak besproken en goedgekeurd.")
    rhythm = asked["report_every_months"]
    turn = 1
    while (due := add_months(start, turn * rhythm)) <= last:
        day = min(due + timedelta(days=chance.randint(0, 12)), last)
        if causes and add_months(due, 2 * rhythm) > last:
            note = "Rapportage ontvangen; er is minder gelukt dan gepland."
            yield _contact(story, day, "report", manager, note) | {"cause": causes[-1]}
        else:
            yield _contact(story, day, "report", manager, chance.choice(REPORTS))
        if turn % 2 and (visit := day + timedelta(days=chance.randint(40, 80))) <= last:
            yield _contact(story, visit, chance.choice(("visit", "call")), ADVISER, chance.choice(VISITS))
        turn += 1
    if (day := asked.get("evaluation_on", ON)) < last:
        yield _contact(story, day + timedelta(days=5), "evaluation", manager, "Evaluatie gehouden en vastgelegd.")


def _contact(story: Row, on: date, kind: str, by: str, note: str) -> Row:
    return {"contract": story["id"], "on": on, "kind": kind, "by": by, "note": note}


def register() -> Register:
    """The whole register."""
    told = [_with_dates(one) for one in EFFORTS]
    noted = [row for story in CONTRACTS for row in contacts(story)] + list(CONTACTS)
    return Validator[Register](Register).validate(
        {
            "contracts": [contract(story) for story in CONTRACTS],
            "suppliers": SUPPLIERS,
            "efforts": numbered([*told, *(row for story in CONTRACTS for row in efforts(story))]),
            "contacts": sorted(noted, key=lambda row: str(row["on"])),
            "adjustments": ADJUSTMENTS,
            "exemptions": EXEMPTIONS,
            "targets": TARGETS,
            "merges": MERGES,
        }
    )


def _with_dates(effort: Row) -> Row:
    """An effort that was told, with the days on which it was claimed and confirmed."""
    if "status" in effort:
        return dict(effort)
    begun = date.fromisoformat(effort["start"])
    return {"claimed_on": begun + timedelta(days=21), "confirmed_on": begun + timedelta(days=44)} | effort


if __name__ == "__main__":
    with Path(sys.argv[1] if len(sys.argv) > 1 else OUT).open("wb") as stream:
        write(register(), "nl", stream)

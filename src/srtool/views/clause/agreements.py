"""The paragraph on social return, from a contract and its rule set: in sentences of our own, with marks for choices."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.lazy_dataclass import dataclass
from srtool.register.model import Contract
from srtool.rules.ruleset import RuleSet
from srtool.texts import Lang, words
from srtool.texts.say import amount, day, number, percent, word
from srtool.views.word.blocks import MARK, Block, Heading, Table, Text, Title

_ELEMENTS = (
    "demand",
    "cap",
    "groups",
    "values",
    "link",
    "plan",
    "contact",
    "reporting",
    "pso",
    "surplus",
    "shortfall",
    "review",
    "decides",
)
_MOST_GROUPS = 12


@dataclass(frozen=True, slots=True)
class Clause:
    """What the paragraph is made from."""

    contract: Contract
    rules: RuleSet | None
    """As they hold on the day of the contract; None where it falls under none."""
    is_outside: bool = False
    """Whether the policy does not apply to the contract."""


def blocks(clause: Clause, lang: Lang) -> Iterator[Block]:
    """The paragraph for the tender documents, then the table of what is agreed."""
    phrases, titles = words(lang, "clause.parts"), words(lang, "clause.titles")
    yield Title(phrases["title"].format(title=clause.contract.title))
    yield Text(phrases["own_model"])
    if clause.is_outside:
        yield Text(phrases["outside"])
    yield Heading(1, phrases["heading"])
    said = {element: " ".join(_said(element, clause, lang)) for element in _ELEMENTS}
    for element in _ELEMENTS:
        yield Heading(2, titles[element])
        yield Text(said[element])
    yield Heading(1, phrases["annex"])
    head = [phrases["subject"], phrases["agreed"]]
    rows = ([titles[element], _briefly(said[element], n, phrases["see"])] for n, element in enumerate(_ELEMENTS, 1))
    yield Table([head, *rows])


def _briefly(said: str, number: int, see: str) -> str:
    """What is agreed, or where it is still to be chosen: a mark is filled in at one place only."""
    return see.format(number=f"1.{number}") if MARK.search(said) else said


def _said(element: str, clause: Clause, lang: Lang) -> Iterator[str]:
    match element:
        case "demand":
            yield from _demand(clause, lang)
        case "cap":
            yield from _cap(clause, lang)
        case "groups":
            yield from _groups(clause, lang)
        case "values":
            yield from _values(clause, lang)
        case _:
            yield from _agreed(element, clause.contract, lang)


def _demand(clause: Clause, lang: Lang) -> Iterator[str]:
    phrases, asked = words(lang, "clause.demand"), clause.contract.social_return
    yield phrases[f"form_{asked.form}" if asked.form is not None else "form"]
    basis = phrases["basis"] if asked.basis is None else word(lang, asked.basis)
    if asked.amount is not None:
        yield phrases["amount"].format(amount=amount(lang, asked.amount))
        return
    if asked.percent is not None or not (asked.people or asked.growth):
        share = phrases["percent_open"] if asked.percent is None else percent(lang, asked.percent)
        yield phrases["percent"].format(percent=share, basis=basis)
    for step in asked.growth:
        share = percent(lang, step.percent)
        yield phrases["growth"].format(day=day(lang, step.from_), percent=share, basis=basis)
    if asked.people:
        yield phrases["people"].format(people=number(lang, asked.people))
    yield phrases["without_vat"]
    yield phrases["moment"]
    yield phrases[{True: "options_with", False: "options_without", None: "options"}[asked.over_extension]]


def _cap(clause: Clause, lang: Lang) -> Iterator[str]:
    phrases = words(lang, "clause.cap")
    rules = () if clause.rules is None else clause.rules.obligation
    limit = next((rule.max_amount for rule in rules if rule.max_amount is not None), None)
    yield phrases["open"] if limit is None else phrases["known"].format(amount=amount(lang, limit))
    yield phrases["lower"]


def _groups(clause: Clause, lang: Lang) -> Iterator[str]:
    phrases = words(lang, "clause.groups")
    every = () if clause.rules is None else clause.rules.block
    labels = list(dict.fromkeys(block.label[lang] for block in every if lang in block.label))
    if labels and len(labels) <= _MOST_GROUPS:
        yield phrases["known"].format(groups="; ".join(labels))
    else:
        yield phrases["open"]
    yield phrases["day"]


def _values(clause: Clause, lang: Lang) -> Iterator[str]:
    phrases, rules = words(lang, "clause.values"), clause.rules
    if rules is not None and rules.counting == "costs":
        yield phrases["costs"]
    elif rules is None or not rules.block:
        yield phrases["open"]
    else:
        yield phrases["known"].format(table=rules.title[lang])


def _agreed(element: str, contract: Contract, lang: Lang) -> Iterator[str]:
    """What the contract says of this element itself, else the choice that is to be made."""
    phrases, asked = words(lang, f"clause.{element}"), contract.social_return
    match element:
        case "link" if asked.subject_link is not None:
            yield phrases["known"].format(link=asked.subject_link.strip().removesuffix("."))
        case "plan" if asked.plan_due is not None:
            yield phrases["known"].format(day=day(lang, asked.plan_due))
        case "reporting" if asked.report_every_months is not None:
            key = "known_one" if asked.report_every_months == 1 else "known"
            yield phrases[key].format(months=number(lang, asked.report_every_months))
        case "shortfall" if asked.shortfall_clause is not None:
            yield phrases["known"].format(clause=asked.shortfall_clause.strip().removesuffix("."))
        case _:
            yield phrases["open"]
    if "always" in phrases:
        yield phrases["always"]

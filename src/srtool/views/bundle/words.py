"""What is known of a bundle, a sentence each: its group, its sum, its gain, its law and what is in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from srtool.bundle.proposal import Bundle, Coherence, European, Group
from srtool.finding import Step, Unit
from srtool.texts import Lang, load
from srtool.texts.say import amount, day, heading, percent, show, word

_MEMBERS = 12
"""So many contracts are named in a sentence; JSON and CSV name all."""


def group_label(group: Group, lang: Lang, names: Mapping[str, str]) -> str:
    """What the contracts are grouped by, in words."""
    text = words(lang, "group")
    parts = []
    for what, value in group.by:
        name = f"{value} ({names[value]})" if what == "supplier" and value and value in names else value
        parts.append(text["no_unit" if name is None else what].format(value=name))
    who = [group.authority] if group.authority else []
    return ", ".join([*parts, *who, word(lang, group.kind)])


def words(lang: Lang, part: str) -> dict[str, Any]:
    """One part of what is said of bundles."""
    table: dict[str, Any] = load(lang, "bundle")[part]
    return table


def state(one: Bundle, lang: Lang) -> str:
    """The legal state, with what is still to be written."""
    missing = ", ".join(heading(lang, name, "merges") for name in one.missing_texts)
    return str(words(lang, "states")[one.state].format(missing=missing))


def years(one: Bundle, lang: Lang) -> str:
    """The obligation per calendar year."""
    text = words(lang, "bundle")["year"]
    return ", ".join(text.format(year=year, amount=amount(lang, value)) for year, value in one.per_year)


def fact_lines(one: Bundle, lang: Lang) -> Iterator[str]:
    """What is known of a merge, a sentence each: the sum, the gain, the European threshold, what is in common."""
    found = {step.name: step for step in one.steps}
    yield _total(one, lang)
    yield from _gain(one, found, lang)
    if one.european is not None:
        yield _european(one.european, lang)
    if one.coherence is not None:
        yield words(lang, "bundle")["coherence"].format(facts=_coherence(one.coherence, lang))


def members_of(ids: Sequence[str]) -> str:
    """The first contracts, with how many there are besides."""
    more = len(ids) - _MEMBERS
    return ", ".join(ids[:_MEMBERS]) + (f" … (+{more})" if more > 0 else "")


def _total(one: Bundle, lang: Lang) -> str:
    threshold = one.group.threshold
    return str(
        words(lang, "bundle")["total"].format(
            total=amount(lang, one.total),
            basis=word(lang, threshold.basis),
            excess=amount(lang, one.excess),
            threshold=amount(lang, threshold.amount),
        )
    )


def _gain(one: Bundle, found: Mapping[str, Step], lang: Lang) -> Iterator[str]:
    text = words(lang, "bundle")
    if one.obligation_whole is None:
        yield text["no_percent"]
        return
    values = {"whole": amount(lang, one.obligation_whole), "amount": "", "ambition": "", "ambition_percent": ""}
    if one.obligation_ambition is not None:
        values["ambition"] = amount(lang, one.obligation_ambition)
        values["ambition_percent"] = percent(lang, found["ambition_percent"].value)
    plain = "" if one.obligation_ambition is not None else "_plain"
    if one.obligation is None:
        yield text["no_end"].format_map(values)
        return
    values["amount"] = amount(lang, one.obligation)
    if one.group.bundle == "merge":
        yield text["gain" + plain].format_map(values)
        yield text[f"lots_{one.lots}"]
        return
    values |= {
        "percent": percent(lang, found["norm_percent"].value),
        "left": amount(lang, found["left_total"].value),
        "day": show(lang, found["on"].value, Unit.DATE),
    }
    yield text["to_discuss" + plain].format_map(values)


def _european(found: European, lang: Lang) -> str:
    key = found.why or found.reached.value
    if key == "yes" and found.high != found.low:
        key = "yes_two"
    if key in {"no_value", "no_table"} and found.value is None:
        key += "_at_all"
    return str(
        words(lang, "european")[key].format(
            value=_amount(found.value, lang),
            low=_amount(found.low, lang),
            high=_amount(found.high, lang),
            day=day(lang, found.day),
            amounts=", ".join(amount(lang, one) for one in found.amounts),
            without=members_of(found.without_value),
        )
    )


def _amount(value: Decimal | None, lang: Lang) -> str:
    return "-" if value is None else amount(lang, value)


def _coherence(facts: Coherence, lang: Lang) -> str:
    text = words(lang, "bundle")
    parts = [word(lang, facts.kind)]
    parts += [
        text[key].format_map({name: members_of(values)})
        for key, name, values in (
            ("coherence_cpv", "cpv", facts.cpv),
            ("coherence_units", "units", facts.units),
            ("coherence_categories", "categories", facts.categories),
        )
        if values
    ]
    if facts.overlap is None:
        parts.append(text["coherence_no_overlap"])
    else:
        start, end = facts.overlap
        key = "coherence_overlap" if end else "coherence_overlap_open"
        parts.append(text[key].format(start=day(lang, start), end=day(lang, end) if end else ""))
    if facts.first_start != facts.last_start:
        first, last = day(lang, facts.first_start), day(lang, facts.last_start)
        parts.append(text["coherence_starts"].format(first=first, last=last))
    return "; ".join(parts)

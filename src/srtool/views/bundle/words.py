"""What is known of a bundle, a sentence each: its group, its sum, its gain, its law and what is in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from srtool.bundle.proposal import Bundle, Coherence, European, Group
from srtool.finding import Step, Unit
from srtool.texts import Lang, sentence, words
from srtool.texts.say import amount, day, heading, percent, show, word

_MEMBERS = 12
"""So many contracts are named in a sentence; JSON and CSV name all."""


def group_label(group: Group, lang: Lang, names: Mapping[str, str]) -> str:
    """What the contracts are grouped by, in words."""
    phrases = words(lang, "bundle.group")
    parts = []
    for what, value in group.by:
        name = f"{value} ({names[value]})" if what == "supplier" and value and value in names else value
        parts.append(phrases["no_unit" if name is None else what].format(value=name))
    who = [group.authority] if group.authority else []
    return ", ".join([*parts, *who, word(lang, group.kind)])


def state(bundle: Bundle, lang: Lang) -> str:
    """The legal state, with what is still to be written."""
    missing = ", ".join(heading(lang, name, "merges") for name in bundle.missing_texts)
    return words(lang, "bundle.states")[bundle.state].format(missing=missing)


def years(bundle: Bundle, lang: Lang) -> str:
    """The obligation per calendar year."""
    template = sentence(lang, "bundle.bundle.year")
    return ", ".join(template.format(year=year, amount=amount(lang, value)) for year, value in bundle.per_year)


def fact_lines(bundle: Bundle, lang: Lang) -> Iterator[str]:
    """What is known of a merge, a sentence each: the sum, the gain, the European threshold, what is in common."""
    steps = {step.name: step for step in bundle.steps}
    yield _total(bundle, lang)
    yield from _gain(bundle, steps, lang)
    if bundle.european is not None:
        yield _european(bundle.european, lang)
    if bundle.coherence is not None:
        yield sentence(lang, "bundle.bundle.coherence").format(facts=_coherence(bundle.coherence, lang))


def members_of(ids: Sequence[str]) -> str:
    """The first contracts, with how many there are besides."""
    more = len(ids) - _MEMBERS
    return ", ".join(ids[:_MEMBERS]) + (f" … (+{more})" if more > 0 else "")


def _total(bundle: Bundle, lang: Lang) -> str:
    threshold = bundle.group.threshold
    return sentence(lang, "bundle.bundle.total").format(
        total=amount(lang, bundle.total),
        basis=word(lang, threshold.basis),
        excess=amount(lang, bundle.excess),
        threshold=amount(lang, threshold.amount),
    )


def _gain(bundle: Bundle, steps: Mapping[str, Step], lang: Lang) -> Iterator[str]:
    phrases = words(lang, "bundle.bundle")
    if bundle.obligation_whole is None:
        yield phrases["no_percent"]
        return
    values = {"whole": amount(lang, bundle.obligation_whole), "amount": "", "ambition": "", "ambition_percent": ""}
    if bundle.obligation_ambition is not None:
        values["ambition"] = amount(lang, bundle.obligation_ambition)
        values["ambition_percent"] = percent(lang, steps["ambition_percent"].value)
    plain = "" if bundle.obligation_ambition is not None else "_plain"
    if bundle.obligation is None:
        yield phrases["no_end"].format_map(values)
        return
    values["amount"] = amount(lang, bundle.obligation)
    if bundle.group.bundle == "merge":
        yield phrases["gain" + plain].format_map(values)
        yield phrases[f"lots_{bundle.lots}"]
        return
    values |= {
        "percent": percent(lang, steps["norm_percent"].value),
        "left": amount(lang, steps["left_total"].value),
        "day": show(lang, steps["on"].value, Unit.DATE),
    }
    yield phrases["to_discuss" + plain].format_map(values)


def _european(european: European, lang: Lang) -> str:
    key = european.why or european.reached.value
    if key == "yes" and european.high != european.low:
        key = "yes_two"
    if key in {"no_value", "no_table"} and european.value is None:
        key += "_at_all"
    return words(lang, "bundle.european")[key].format(
        value=_amount(european.value, lang),
        low=_amount(european.low, lang),
        high=_amount(european.high, lang),
        day=day(lang, european.day),
        amounts=", ".join(amount(lang, value) for value in european.amounts),
        without=members_of(european.without_value),
    )


def _amount(value: Decimal | None, lang: Lang) -> str:
    return "-" if value is None else amount(lang, value)


def _coherence(facts: Coherence, lang: Lang) -> str:
    phrases = words(lang, "bundle.bundle")
    parts = [word(lang, facts.kind)]
    parts += [
        phrases[key].format_map({name: members_of(values)})
        for key, name, values in (
            ("coherence_cpv", "cpv", facts.cpv),
            ("coherence_units", "units", facts.units),
            ("coherence_categories", "categories", facts.categories),
        )
        if values
    ]
    if facts.overlap is None:
        parts.append(phrases["coherence_no_overlap"])
    else:
        start, end = facts.overlap
        key = "coherence_overlap" if end else "coherence_overlap_open"
        parts.append(phrases[key].format(start=day(lang, start), end=day(lang, end) if end else ""))
    if facts.first_start != facts.last_start:
        first, last = day(lang, facts.first_start), day(lang, facts.last_start)
        parts.append(phrases["coherence_starts"].format(first=first, last=last))
    return "; ".join(parts)

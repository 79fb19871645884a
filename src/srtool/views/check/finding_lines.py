"""One finding, one verdict and one computation as lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from srtool.checks.summary import COUNTED
from srtool.finding import ContractVerdict, Derived, Finding, Given, Origin, Set, Step, Unit
from srtool.register.status import BEFORE_AWARD
from srtool.texts import Lang
from srtool.texts.say import amount, day, message, other_readings, percent, remedy, show, step_label, step_labels, word
from srtool.views.check.view_options import Demand, How
from srtool.views.shared.lines import Line
from srtool.views.shared.names import capital, counted, label_key, source_titles, words

_SOURCES = 2
"""So many sources are named beside a finding; --why names them all."""


def verdict_line(verdict: ContractVerdict, lang: Lang, how: How) -> Line:
    """Whether social return applies, what the norm aims for and what is asked, in one line."""
    text = words(lang, "verdict")
    parts = [text[verdict.applies.value]]
    if verdict.by_estimate and verdict.wage_sum is not None:
        parts.append(text["estimated"].format(amount=amount(lang, verdict.wage_sum)))
    if verdict.counted:
        figures = figures_text(verdict, lang, how)
        parts += [figures + "."] if figures else []
    else:
        parts.append(text["not_counted"])
    return Line(" ".join(parts), "strong")


def figures_text(verdict: ContractVerdict, lang: Lang, how: How) -> str:
    """The aim and what is asked; nothing for a call-off, nor for what is not in scope and asks nothing."""
    text = words(lang, "verdict")
    demand = how.demands.get(verdict.id)
    asked = _asked(verdict, lang) or _otherwise(demand, lang)
    if not verdict.counted:
        return ""
    if verdict.applies == "no":
        return "" if demand is not None and demand.kind == "silent" else capital(asked or "")
    norm = verdict.norm_obligation
    absent = text["agreed_norm"] if verdict.rule_set in how.agreed else text["no_norm"]
    aim = absent if norm is None else text["norm"].format(amount=amount(lang, norm))
    return f"{aim} · {asked or text['no_asked']}"


def _otherwise(demand: Demand | None, lang: Lang) -> str | None:
    if demand is None:
        return None
    many = counted(lang, "people", demand.count) if demand.kind == "people" else ""
    return str(words(lang, "demand")[demand.kind].format(people=many))


def _asked(verdict: ContractVerdict, lang: Lang) -> str | None:
    text = words(lang, "verdict")
    known: dict[str, str] = {}
    key = "asked"
    if verdict.asked_obligation is not None:
        known["amount"] = amount(lang, verdict.asked_obligation)
    if verdict.asked_percent is not None:
        known["percent"] = percent(lang, verdict.asked_percent)
        if verdict.asked_basis is None:
            key = "asked_percent_bare"
        else:
            key = "asked_percent" if "amount" in known else "asked_percent_only"
            known["basis"] = word(lang, verdict.asked_basis)
    return str(text[key]).format_map(known) if known else None


def counts_text(counts: Counter[str], lang: Lang) -> str:
    """`1 fout, 2 waarschuwingen`; in words when there is nothing."""
    parts = [counted(lang, what, counts[what]) for what in COUNTED if counts[what]]
    return ", ".join(parts) or words(lang, "counts")["none"]


def finding_lines(finding: Finding, lang: Lang, *, why: bool, indent: int, column: int) -> Iterator[Line]:
    """The label, code and message; below it what to do, where, why and, if asked, the computation.

    `column` is the width of the labels, so that the codes stand below each other.
    """
    text = words(lang, "check")
    key = label_key(finding)
    label = words(lang, "labels")[key]
    head = f"{label:<{column}}  {finding.code}  "
    yield Line(head + message(lang, finding), key, indent, len(head), len(label))
    below = indent + len(head)
    todo = remedy(lang, finding)
    if todo:
        yield Line(text["remedy"].format(text=todo), "", below)
    if finding.place:
        yield Line(text["place"].format(place=finding.place), "dim", below)
    if finding.sources:
        source = text["source_inferred" if finding.inferred else "source"]
        yield Line(source.format(titles=_sources(finding, lang, why=why)), "dim", below)
    if why:
        yield from step_lines(finding.steps, lang, below)


def _sources(finding: Finding, lang: Lang, *, why: bool) -> str:
    """The titles of all sources, or of the first ones with how many there are besides."""
    if why or len(finding.sources) <= _SOURCES:
        return source_titles(finding.sources)
    more = words(lang, "check")["source_more"]
    titles, rest = source_titles(finding.sources[:_SOURCES]), len(finding.sources) - _SOURCES
    return str(more.format(titles=titles, n=rest))


def step_lines(steps: Sequence[Step], lang: Lang, indent: int) -> Iterator[Line]:
    """The computation: what each number is called, what it is and where it comes from."""
    text = words(lang, "check")
    for step in steps:
        shown = value_text(step, lang)
        origin = origin_text(step.origin, lang)
        yield Line(f"{text['step'].format(label=step_label(lang, step), value=shown)} [{origin}]", "dim", indent, 2)


def value_text(step: Step, lang: Lang) -> str:
    """What a number or fact is, in words."""
    text = words(lang, "check")
    if step.value is None:
        return str(text["nothing"])
    if isinstance(step.value, bool):
        return str(text["yes" if step.value else "no"])
    return show(lang, step.value, step.unit)


def origin_text(origin: Origin, lang: Lang) -> str:
    """Where a number comes from: a place, a record of a rule set, or a formula."""
    text = words(lang, "check")
    match origin:
        case Given():
            return str(text["given"].format(place=origin.place))
        case Derived():
            return str(text["derived"].format(formula=formula_text(origin.formula, lang)))
        case Set():
            return str(
                text["set" if origin.since else "set_undated"].format(
                    rule_set=origin.rule_set,
                    record=origin.record,
                    since=origin.since and day(lang, origin.since),
                    certainty=words(lang, "certainty").get(origin.certainty, origin.certainty),
                    sources=", ".join(origin.sources),
                )
            )


def formula_text(formula: str, lang: Lang) -> str:
    """The formula with the names under which the reader sees the numbers."""
    labels = {**words(lang, "formula"), **step_labels(lang)}
    return re.sub(r"[a-z_]+", lambda name: labels.get(name[0], name[0]), formula).replace(
        "*", "\N{MULTIPLICATION SIGN}"
    )


def award_line(contracts: Iterable[ContractVerdict], codes: Sequence[str], lang: Lang) -> Iterator[Line]:
    """How many contracts are awarded, so that these checks were not done for them; nothing when that is none."""
    awarded = sum(verdict.status not in BEFORE_AWARD for verdict in contracts)
    if awarded and codes:
        names = words(lang, "families")
        families: dict[str, list[str]] = {}
        for code in sorted(codes):
            families.setdefault(code[:3], []).append(code)
        parts = [f"{'-'.join(dict.fromkeys((of[0], of[-1])))} ({names[key]})" for key, of in families.items()]
        text = words(lang, "check")["awarded"]
        contracts_text = counted(lang, "awarded", awarded)
        yield Line(text.format(contracts=contracts_text, checks=", ".join(parts)), "undecided")


def reading_lines(findings: Iterable[Finding], lang: Lang, *, several: bool) -> Iterator[Line]:
    """What another reading of the policy would give, from findings that are not shown themselves."""
    contracts: dict[str, list[str]] = {}
    for finding in findings:
        if said := other_readings(lang, finding):
            contracts.setdefault(said, []).append(finding.contract or "")
    for said, of in contracts.items():
        yield Line(f"{', '.join(of)}: {said}" if several else said, "undecided")


def absent_lines(findings: Iterable[Finding], lang: Lang, *, several: bool) -> Iterator[Line]:
    """The checks that a whole register gave no data for, a line for each register."""
    per: dict[str, list[Finding]] = {}
    for finding in findings:
        per.setdefault(finding.place, []).append(finding)
    for file, of in per.items():
        yield _absent_line(of, lang, file if several else None)


def _absent_line(findings: Sequence[Finding], lang: Lang, file: str | None) -> Line:
    text = words(lang, "check")
    parts: dict[str, str] = {}
    for finding in findings:
        fields = [show(lang, step.value, Unit.FIELDS) for step in finding.steps if step.name == "absent"]
        parts[finding.code] = (
            text["absent_part"].format(code=finding.code, fields=", ".join(fields)) if fields else finding.code
        )
    sentence = text["absent_in"] if file else text["absent"]
    return Line(sentence.format(parts=", ".join(parts.values()), file=file), "undecided", 0, 2)

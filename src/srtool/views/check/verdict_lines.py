"""Verdicts and whole registers in sentences: what applies and is asked, and what was not looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from srtool.checks.summary import Summary
from srtool.finding import ContractVerdict, Finding, Unit
from srtool.place import Where
from srtool.register.status import BEFORE_AWARD
from srtool.sums import Sum
from srtool.texts import Lang, sentence, words
from srtool.texts.say import amount, other_readings, percent, show, word
from srtool.views.check.check_options import CheckOptions, Demand
from srtool.views.shared.lines import Line
from srtool.views.shared.names import capital, counted, whole
from srtool.views.shared.sum_text import sum_text
from srtool.views.shared.totals_text import asking_text

_MOST_FILES = 2
"""From more registers than these a screen says only that columns are missing in them."""


def verdict_line(verdict: ContractVerdict, lang: Lang, options: CheckOptions) -> Line:
    """Whether social return applies, what the norm aims for and what is asked, in one line."""
    phrases = words(lang, "check.verdict")
    parts = [phrases[verdict.applies.value]]
    if verdict.by_estimate and verdict.wage_sum is not None:
        parts.append(phrases["estimated"].format(amount=amount(lang, verdict.wage_sum)))
    if verdict.counted:
        figures = figures_text(verdict, lang, options)
        parts += [figures + "."] if figures else []
    else:
        parts.append(phrases["not_counted"])
    return Line(" ".join(parts), "strong")


def figures_text(verdict: ContractVerdict, lang: Lang, options: CheckOptions) -> str:
    """The aim and what is asked; nothing for a call-off, nor for what is not in scope and asks nothing."""
    phrases = words(lang, "check.verdict")
    demand = options.demands.get(verdict.id)
    asked = _asked(verdict, lang) or _otherwise(demand, lang)
    if not verdict.counted:
        return ""
    if verdict.applies == "no":
        return "" if demand is not None and demand.kind == "silent" else capital(asked or "")
    norm = verdict.norm_obligation
    absent = phrases["agreed_norm"] if verdict.rule_set in options.agreed else phrases["no_norm"]
    aim = absent if norm is None else phrases["norm"].format(amount=amount(lang, norm))
    return f"{aim} · {asked or phrases['no_asked']}"


def _otherwise(demand: Demand | None, lang: Lang) -> str | None:
    if demand is None:
        return None
    return words(lang, "check.demand")[demand.kind].format(many=how_many(demand, lang))


def how_many(demand: Demand, lang: Lang) -> str:
    """The people and hours that are asked; empty where neither is."""
    people = counted(lang, "shared.people", demand.count) if demand.count else ""
    hours = counted(lang, "shared.hours", demand.hours) if demand.hours else ""
    return ", ".join(part for part in (people, hours) if part)


def _asked(verdict: ContractVerdict, lang: Lang) -> str | None:
    phrases = words(lang, "check.verdict")
    values: dict[str, str] = {}
    key = "asked"
    if verdict.asked_obligation is not None:
        values["amount"] = amount(lang, verdict.asked_obligation)
    if verdict.asked_percent is not None:
        values["percent"] = percent(lang, verdict.asked_percent)
        if verdict.asked_basis is None:
            key = "asked_percent_bare"
        else:
            key = "asked_percent" if "amount" in values else "asked_percent_only"
            values["basis"] = word(lang, verdict.asked_basis)
    return phrases[key].format_map(values) if values else None


def award_line(contracts: Iterable[ContractVerdict], codes: Sequence[str], lang: Lang) -> Iterator[Line]:
    """How many contracts are awarded, so that these checks were not done for them; nothing when that is none."""
    awarded = sum(verdict.status not in BEFORE_AWARD for verdict in contracts)
    if awarded and codes:
        names = words(lang, "check.families")
        families: dict[str, list[str]] = {}
        for code in sorted(codes):
            families.setdefault(code[:3], []).append(code)
        parts = [f"{'-'.join(dict.fromkeys((of[0], of[-1])))} ({names[key]})" for key, of in families.items()]
        contracts_text = counted(lang, "shared.awarded", awarded)
        told = sentence(lang, "check.lines.awarded").format(contracts=contracts_text, checks=", ".join(parts))
        yield Line(told, "undecided")


def money_line(total: Summary, lang: Lang) -> Iterator[Line]:
    """What is aimed for and asked of all contracts together; nothing where neither is an amount."""
    if total.norm_obligation.of or total.asked_obligation.of:
        norm, asked = _sum(total.norm_obligation, lang), _sum(total.asked_obligation, lang)
        yield Line(sentence(lang, "check.lines.money").format(norm=norm, asked=asked))


def _sum(total: Sum, lang: Lang) -> str:
    """An amount with the number of contracts that it is of: aim and demand need not be known of the same ones."""
    phrases = words(lang, "check.lines")
    if not total.of:
        return phrases["no_amount"]
    if total.whole is None:
        return sum_text(total, lang)
    contracts = counted(lang, "shared.contracts", total.of)
    return phrases["summed"].format(amount=amount(lang, total.whole), contracts=contracts)


def selected_line(options: CheckOptions, lang: Lang) -> Iterator[Line]:
    """Which checks were done, where only some were asked for: of the others nothing is said."""
    if options.selected:
        told = sentence(lang, "check.lines.selected").format(codes=", ".join(options.selected))
        yield Line(told, "undecided", 0, 2)


def reading_lines(findings: Iterable[Finding], lang: Lang, *, several: bool) -> Iterator[Line]:
    """What another reading of the policy would give, from findings that are not shown themselves."""
    contracts: dict[str, list[str]] = {}
    for finding in findings:
        if reading := other_readings(lang, finding):
            contracts.setdefault(reading, []).append(finding.contract or "")
    for reading, of in contracts.items():
        yield Line(f"{', '.join(of)}: {reading}" if several else reading, "undecided")


def files_lines(files: Mapping[str, Summary], lang: Lang) -> Iterator[Line]:
    """What each of several files adds up to."""
    from srtool.views.shared.per_file import file_lines  # noqa: PLC0415 - nearly all ask of one file

    phrases = words(lang, "check.lines")
    told = {
        name: phrases["file"].format(
            contracts=counted(lang, "shared.contracts", total.contracts),
            in_scope=whole(lang, total.in_scope),
            asking=asking_text(total, lang),
            open=whole(lang, total.open_scope),
            norm=_sum(total.norm_obligation, lang),
        )
        for name, total in files.items()
    }
    yield from file_lines(told, lang)


def absent_lines(findings: Iterable[Finding], lang: Lang, *, several: bool, is_brief: bool = False) -> Iterator[Line]:
    """What a whole register does not keep, and the checks that it gave no data for, for each register.

    `is_brief` for a screen: of more than two registers only of how many this holds.
    """
    per: dict[Where, list[Finding]] = {}
    for finding in findings:
        per.setdefault(finding.place, []).append(finding)
    if is_brief and len(per) > _MOST_FILES:
        names = [str(file) for file in per]
        told = sentence(lang, "check.lines.absent_files").format(count=len(per), first=", ".join(names[:_MOST_FILES]))
        yield Line(told, "undecided", 0, 2)
        return
    for file, of in per.items():
        from srtool.views.shared.not_kept import not_kept_text  # noqa: PLC0415 - a draft keeps all it has

        if not_kept := not_kept_text(of, lang):
            yield Line(f"{file}: {not_kept}" if several else not_kept, "undecided", 0, 2)
        yield _absent_line(of, lang, file if several else None)


def _absent_line(findings: Sequence[Finding], lang: Lang, file: Where | None) -> Line:
    phrases = words(lang, "check.lines")
    codes: dict[str, list[str]] = {}
    for finding in findings:
        fields = [show(lang, step.value, Unit.FIELDS) for step in finding.steps if step.name == "absent"]
        codes.setdefault(", ".join(fields), []).append(finding.code)
    told = [
        phrases["absent_part"].format(codes=", ".join(of), fields=fields) if fields else ", ".join(of)
        for fields, of in codes.items()
    ]
    sentence = phrases["absent_in"] if file else phrases["absent"]
    return Line(sentence.format(parts="; ".join(told), file=file), "undecided", 0, 2)

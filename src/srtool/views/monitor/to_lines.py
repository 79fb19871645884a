"""The portfolio for a person: one summary, then the contracts that need attention first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from srtool.checks.summary import summary
from srtool.finding import Report
from srtool.portfolio.monitoring import Category, Monitoring
from srtool.progress.agenda import Due
from srtool.progress.standing import Progress
from srtool.texts import Lang
from srtool.texts.say import amount, day, percent
from srtool.views.monitor.people import people_lines, target_line
from srtool.views.monitor.words import bar, left, who, why, words
from srtool.views.shared.lines import Line, clean, wrapped
from srtool.views.shared.names import counted, whole
from srtool.views.shared.report_head import head


def monitor(  # noqa: PLR0913 - what is shown, and how
    found: Monitoring,
    report: Report,
    lang: Lang,
    width: int,
    top: int,
    names: dict[str, str],
    *,
    internal: bool,
) -> list[Line]:
    """The lines of the portfolio; `top` is how many contracts are shown, `names` those of suppliers by number.

    `internal` says that figures about few people may stand there, and that they are not to be passed on.
    """
    return list(wrapped(_monitor(found, report, lang, top, names, internal=internal), width))


def agenda(found: Monitoring, report: Report, lang: Lang, width: int, names: dict[str, str]) -> list[Line]:
    """Everything with a date, in order; `names` are those of suppliers by number."""
    lines = [head(report, lang, "monitor"), Line(""), Line(words(lang, "titles")["agenda"], "title")]
    lines += [_due(one, lang, names) for one in found.agenda] or [Line(words(lang, "agenda")["none"])]
    return list(wrapped(lines, width))


def due_text(one: Due, lang: Lang) -> str:
    """What is due, in words."""
    text = words(lang, "agenda")
    sum_of = "" if one.amount is None else f", {amount(lang, one.amount)}"
    late = f", {text['overdue']}" if one.overdue else ""
    return f"{text[one.what]}{sum_of}{late}"


def _monitor(
    found: Monitoring, report: Report, lang: Lang, top: int, names: dict[str, str], *, internal: bool
) -> Iterator[Line]:
    yield head(report, lang, "monitor")
    yield Line("")
    yield from _summary(found, lang)
    yield from _findings(report, lang)
    if not found.contracts:
        return
    yield Line("")
    yield Line(words(lang, "titles")["attention"], "title")
    attention = found.attention
    if not attention:
        yield Line(words(lang, "summary")["calm"], "", 2)
    for one in attention[:top]:
        yield from _contract(one, lang, names, found.on)
    if len(attention) > top:
        yield Line(counted(lang, "more", len(attention) - top, "monitor"), "dim", 2)
    yield from _section("people", people_lines(found, lang, internal=internal), lang)
    yield from _section("targets", [target_line(one, lang) for one in found.targets], lang)
    yield from _section("causes", _causes(found, lang), lang)
    yield from _section("categories", _categories(found, lang), lang)
    yield from _section("pilots", _pilots(found, lang), lang)


def _summary(found: Monitoring, lang: Lang) -> Iterator[Line]:
    text, total = words(lang, "summary"), found.totals
    if not found.contracts:
        yield Line(text["none"], "strong")
        return
    contracts = counted(lang, "contracts", total.contracts, "monitor")
    yield Line(
        text["line"].format(contracts=contracts, attention=counted(lang, "attention", len(found.attention), "monitor")),
        "strong",
    )
    states = words(lang, "states")
    said = ", ".join(f"{whole(lang, count)} {states[state]}" for state, count in found.states.items())
    yield Line(text["states"].format(states=said))
    yield Line(
        text["money"].format(
            owed=amount(lang, total.obligation - total.waived),
            due=amount(lang, total.due),
            confirmed=amount(lang, total.confirmed),
            claimed=amount(lang, total.claimed),
            open=amount(lang, total.open),
        )
    )
    best = sum((one.best for one in found.contracts if one.obligation is not None), Decimal("0.00"))
    yield Line(
        text["forecast"].format(
            worst=amount(lang, total.confirmed),
            expected=amount(lang, total.expected),
            best=amount(lang, best),
            gap=amount(lang, total.gap),
        )
    )
    for key in ("waived", "surplus"):
        value = getattr(total, key)
        if value:
            yield Line(text[key].format_map({key: amount(lang, value)}))
    unvalued = sum(len(one.unvalued) for one in found.contracts)
    for what, count in (("unknown", total.unknown), ("unvalued", unvalued)):
        if count:
            yield Line(counted(lang, what, count, "monitor") + ".", "undecided")


def _findings(report: Report, lang: Lang) -> Iterator[Line]:
    """How many errors and warnings the checks give, and where they can be read."""
    counts = summary(report).counts
    parts = [counted(lang, what, counts[what]) for what in ("error", "warning") if counts[what]]
    if parts:
        yield Line(words(lang, "summary")["findings"].format(counts=", ".join(parts)), "warning")


def _contract(one: Progress, lang: Lang, names: dict[str, str], on: date) -> Iterator[Line]:
    text, states = words(lang, "line"), words(lang, "states")
    rest = [text["gap"].format(gap=amount(lang, one.gap))] if one.gap is not None else []
    if one.end is None:
        rest.append(text["endless"])
    elif one.end >= on:
        rest.append(left(one.days_left or 0, lang))
    head_text = text["contract"].format(
        id=clean(one.dossier.contract.id),
        state=states[one.state.value],
        width=max(map(len, states.values())),
        bar=bar(one),
        rest=" · ".join(rest),
    )
    yield Line(
        head_text, "error" if one.state.value == "ended_short" else "warning", 2, 4, len(one.dossier.contract.id)
    )
    yield Line(f"{why(one, lang)} · {text['act'].format(who=who(one, lang, names))}", "", 6)


def _section(key: str, lines: Sequence[str], lang: Lang) -> Iterator[Line]:
    if lines:
        yield Line("")
        yield Line(words(lang, "titles")[key], "title")
        yield from (Line(line, "", 2, 2) for line in lines)


def cause_label(code: str, lang: Lang) -> str:
    """What a cause is called; what is no code is the officer's own words."""
    codes = words(lang, "causes")["codes"]
    return str(codes.get(code.strip().lower(), code))


def _causes(found: Monitoring, lang: Lang) -> list[str]:
    text = words(lang, "causes")
    lines = []
    for cause in found.causes:
        one, many = text["contracts"]
        contracts = (one if cause.contracts == 1 else many).format(n=whole(lang, cause.contracts))
        key = "line_bare" if cause.share is None else "line"
        share = "" if cause.share is None else percent(lang, cause.share)
        lines.append(
            text[key].format(
                cause=cause_label(cause.code, lang), contracts=contracts, gap=amount(lang, cause.gap), share=share
            )
        )
    return lines


def _categories(found: Monitoring, lang: Lang) -> list[str]:
    if len(found.categories) < 2:
        return []
    return [_category(one, lang) for one in found.categories]


def _category(one: Category, lang: Lang) -> str:
    """The sums of the contracts with an amount, and how many have none."""
    text = words(lang, "categories")
    name, many = one.name or text["none"], words(lang, "causes")["contracts"]
    contracts = many[one.contracts != 1].format(n=whole(lang, one.contracts))
    unknown = text["unknown"].format(n=whole(lang, one.unknown)) if one.unknown else ""
    if one.owed is None or one.confirmed is None or one.expected is None:
        return str(text["bare"].format(name=name, contracts=contracts, unknown=unknown))
    line = text["line"].format(
        name=name,
        contracts=contracts,
        owed=amount(lang, one.owed),
        confirmed=amount(lang, one.confirmed),
        expected=amount(lang, one.expected),
    )
    return f"{line}; {unknown}" if unknown else str(line)


def _pilots(found: Monitoring, lang: Lang) -> list[str]:
    text = words(lang, "pilots")
    return [
        text["line" if one.lesson else "no_lesson"].format(
            contract=one.contract, pilot=one.pilot.rstrip("."), lesson=one.lesson
        )
        for one in found.pilots
    ]


def _due(one: Due, lang: Lang, names: dict[str, str]) -> Line:
    text = words(lang, "agenda")
    said = text["line"].format(
        day=day(lang, one.day),
        contract=one.contract,
        what=due_text(one, lang),
        text=text["text"].format(text=one.text) if one.text else "",
        who=text["who"].format(who=names.get(one.who, one.who)) if one.who else "",
    )
    return Line(said, "warning" if one.overdue else "", 2, 2)

"""The portfolio for a person: one summary, then the contracts that need attention first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from srtool.checks.summary import summary
from srtool.finding import Report
from srtool.lazy_dataclass import dataclass
from srtool.portfolio.monitoring import Category, Monitoring
from srtool.portfolio.totals import Totals
from srtool.progress.agenda import Due
from srtool.progress.standing import Progress
from srtool.sums import Sum
from srtool.texts import Lang, sentence, words
from srtool.texts.say import amount, day, message, remedy
from srtool.views.monitor.causes import cause_lines
from srtool.views.monitor.people import people_lines, target_line
from srtool.views.shared.lines import Line, clean, wrapped
from srtool.views.shared.names import capital, counted, whole
from srtool.views.shared.not_kept import not_kept_text
from srtool.views.shared.per_file import file_lines
from srtool.views.shared.report_head import head
from srtool.views.shared.standing_words import bar, due_text, left, who, why
from srtool.views.shared.sum_text import sum_text

_MOST_NAMED = 10
"""Contracts in one line."""


@dataclass(frozen=True, slots=True)
class MonitorView:
    """How the portfolio is shown."""

    width: int
    top: int
    """So many contracts."""
    internal: bool
    """Whether figures about few people may stand there, which are not to be passed on."""
    files: Mapping[str, Monitoring]
    """What each file comes to, where there are several."""


def monitor(
    monitoring: Monitoring, report: Report, lang: Lang, names: Mapping[str, str], view: MonitorView
) -> list[Line]:
    """The lines of the portfolio; `names` are those of suppliers by number."""
    return list(wrapped(_monitor(monitoring, report, lang, names, view), view.width))


def agenda(monitoring: Monitoring, report: Report, lang: Lang, width: int, names: Mapping[str, str]) -> list[Line]:
    """Everything with a date, in order; `names` are those of suppliers by number."""
    lines = [head(report, lang, "monitor"), Line(""), Line(sentence(lang, "monitor.titles.agenda"), "title")]
    lines += [_due(due, lang, names) for due in monitoring.agenda] or [Line(sentence(lang, "monitor.agenda.none"))]
    return list(wrapped(lines, width))


def _monitor(
    monitoring: Monitoring, report: Report, lang: Lang, names: Mapping[str, str], view: MonitorView
) -> Iterator[Line]:
    top = view.top
    yield head(report, lang, "monitor")
    yield Line("")
    yield from _summary(monitoring, lang)
    yield from _demand_unknown(monitoring, lang)
    yield from _files(view.files, lang)
    if not_kept := not_kept_text(report.findings, lang):
        yield Line(not_kept, "undecided")
    yield from _asked_once(report, lang)
    yield from _findings(report, lang)
    if not monitoring.contracts:
        return
    yield Line("")
    yield Line(sentence(lang, "monitor.titles.attention"), "title")
    attention = monitoring.attention
    if not attention:
        yield Line(sentence(lang, "monitor.summary.calm"), "", 2)
    states = words(lang, "monitor.states")
    width = max((len(states[progress.state.value]) for progress in attention[:top]), default=0)
    for progress in attention[:top]:
        yield from _contract(progress, lang, names, monitoring, width)
    if len(attention) > top:
        yield Line(counted(lang, "monitor.more", len(attention) - top), "dim", 2)
    yield from _section("people", people_lines(monitoring, lang, internal=view.internal), lang)
    yield from _section("targets", [target_line(target, lang) for target in monitoring.targets], lang)
    yield from cause_lines(monitoring.causes, lang)
    yield from _section("categories", _categories(monitoring, lang), lang)
    yield from _section("pilots", _pilots(monitoring, lang), lang)


def _files(files: Mapping[str, Monitoring], lang: Lang) -> Iterator[Line]:
    """What each of several files comes to."""
    phrases = words(lang, "monitor.summary")
    told = {
        name: phrases["file"].format(
            contracts=counted(lang, "monitor.contracts", part.totals.contracts),
            attention=counted(lang, "monitor.attention", len(part.attention)),
            owed=sum_text(part.totals.owed, lang),
            confirmed=sum_text(part.totals.confirmed, lang),
        )
        if part.contracts
        else phrases["none"]
        for name, part in files.items()
    }
    yield from file_lines(told, lang)


def _summary(monitoring: Monitoring, lang: Lang) -> Iterator[Line]:
    phrases, total = words(lang, "monitor.summary"), monitoring.totals
    if not monitoring.contracts:
        yield Line(phrases["none"], "strong")
        return
    contracts = counted(lang, "monitor.contracts", total.contracts)
    yield Line(
        phrases["line"].format(
            contracts=contracts, attention=counted(lang, "monitor.attention", len(monitoring.attention))
        ),
        "strong",
    )
    states = words(lang, "monitor.states")
    parts = ", ".join(f"{whole(lang, count)} {states[state]}" for state, count in monitoring.states.items())
    yield Line(phrases["states"].format(states=parts))
    yield Line(capital(" · ".join(_money(total, lang))) + ".")
    yield Line(
        phrases["forecast"].format(
            worst=sum_text(total.confirmed, lang),
            expected=sum_text(total.expected, lang),
            best=sum_text(total.best, lang),
            gap=sum_text(total.gap, lang),
        )
    )
    for key in ("waived", "surplus"):
        value: Sum = getattr(total, key)
        if value.known:
            yield Line(phrases[key].format_map({key: sum_text(value, lang)}))
    if monitoring.unvalued is None:
        yield Line(phrases["some_unvalued"], "undecided")
    doubtful = sum(progress.improbable_day is not None for progress in monitoring.contracts)
    for what, count in (("unknown", total.unknown), ("unvalued", monitoring.unvalued), ("improbable", doubtful)):
        if count:
            yield Line(counted(lang, f"monitor.{what}", count) + ".", "undecided")


def _demand_unknown(monitoring: Monitoring, lang: Lang) -> Iterator[Line]:
    """How many contracts are not followed because it is not known whether they ask, and which."""
    unknown = monitoring.demand_unknown
    if unknown:
        names = ", ".join((*map(clean, unknown[:_MOST_NAMED]), *("…" for _ in unknown[_MOST_NAMED : _MOST_NAMED + 1])))
        yield Line(f"{counted(lang, 'monitor.demand_unknown', len(unknown))}: {names}.", "undecided")


def _asked_once(report: Report, lang: Lang) -> Iterator[Line]:
    """What is asked of the whole register, with what answers it."""
    for finding in report.findings:
        if finding.contract is None and not finding.is_undone:
            yield Line(" ".join(part for part in (message(lang, finding), remedy(lang, finding)) if part), "undecided")


def _money(total: Totals, lang: Lang) -> Iterator[str]:
    """What is owed and where it stands; an interim standing only where there is one."""
    phrases = words(lang, "monitor.money")
    for name in ("owed", "due", "in_proportion", "confirmed", "claimed", "open"):
        value: Sum = getattr(total, name)
        if value.of:
            yield phrases[name].format_map({name: sum_text(value, lang)})


def _findings(report: Report, lang: Lang) -> Iterator[Line]:
    """How many errors and warnings the checks give, and where they can be read."""
    counts = summary(report).counts
    parts = [counted(lang, f"shared.{what}", counts[what]) for what in ("error", "warning") if counts[what]]
    if parts:
        yield Line(sentence(lang, "monitor.summary.findings").format(counts=", ".join(parts)), "warning")


def _contract(
    progress: Progress, lang: Lang, names: Mapping[str, str], monitoring: Monitoring, width: int
) -> Iterator[Line]:
    """Two lines; `width` is that of the states in the list."""
    phrases, states = words(lang, "monitor.line"), words(lang, "monitor.states")
    gap = progress.shown("gap")
    rest = [] if gap is None else [phrases["gap"].format(gap=amount(lang, gap))]
    if progress.end is None:
        rest.append(phrases["endless" if progress.dossier.contract.indefinite else "end_unknown"])
    elif progress.end >= monitoring.on:
        rest.append(left(progress.days_left or 0, lang))
    head_text = phrases["contract"].format(
        id=clean(progress.dossier.contract.id),
        state=states[progress.state.value],
        width=width,
        bar=bar(progress),
        rest=" · ".join(rest),
    )
    yield Line(
        head_text,
        "error" if progress.state.value == "ended_short" else "warning",
        2,
        4,
        len(progress.dossier.contract.id),
    )
    yield Line(f"{why(progress, lang)} · {phrases['act'].format(who=who(progress, lang, names))}", "", 6)


def _section(key: str, lines: Sequence[str], lang: Lang) -> Iterator[Line]:
    if lines:
        yield Line("")
        yield Line(words(lang, "monitor.titles")[key], "title")
        yield from (Line(line, "", 2, 2) for line in lines)


def _categories(monitoring: Monitoring, lang: Lang) -> list[str]:
    if len(monitoring.categories) < 2:
        return []
    return [_category(category, lang) for category in monitoring.categories]


def _category(category: Category, lang: Lang) -> str:
    """The sums of the contracts with an amount, and how many have none."""
    phrases = words(lang, "monitor.categories")
    name, contracts = category.name or phrases["none"], counted(lang, "shared.contracts", category.contracts)
    unknown = phrases["unknown"].format(n=whole(lang, category.unknown)) if category.unknown else ""
    if category.unknown == category.contracts:
        return phrases["bare"].format(name=name, contracts=contracts, unknown=unknown)
    line = phrases["line"].format(
        name=name,
        contracts=contracts,
        owed=sum_text(category.owed, lang),
        confirmed=sum_text(category.confirmed, lang),
        expected=sum_text(category.expected, lang),
    )
    return f"{line}; {unknown}" if unknown else line


def _pilots(monitoring: Monitoring, lang: Lang) -> list[str]:
    phrases = words(lang, "monitor.pilots")
    return [
        phrases["line" if pilot.lesson else "no_lesson"].format(
            contract=pilot.contract, pilot=pilot.pilot.rstrip("."), lesson=pilot.lesson
        )
        for pilot in monitoring.pilots
    ]


def _due(due: Due, lang: Lang, names: Mapping[str, str]) -> Line:
    phrases = words(lang, "monitor.agenda")
    sentence = phrases["line"].format(
        day=day(lang, due.day),
        contract=due.contract,
        what=due_text(due, lang),
        text=phrases["text"].format(text=due.text) if due.text else "",
        who=phrases["who"].format(who=names.get(due.who, due.who)) if due.who else "",
    )
    return Line(sentence, "warning" if due.overdue else "", 2, 2)

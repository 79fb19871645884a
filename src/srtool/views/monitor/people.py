"""People, jobs and targets in words; what is not passed on is said to be so."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from srtool.portfolio.monitoring import Monitoring
from srtool.portfolio.people import Jobs
from srtool.portfolio.targets import TargetReached
from srtool.texts import Lang, sentence, words
from srtool.texts.say import day, number
from srtool.views.shared.names import counted, whole


def people_lines(monitoring: Monitoring, lang: Lang, *, internal: bool) -> list[str]:
    """Each figure by itself; `internal` says that these are not to be passed on."""
    return list(_people(monitoring, lang, internal=internal))


def target_line(target_reached: TargetReached, lang: Lang) -> str:
    """A target with the jobs of the day; of a closed one only that it is closed."""
    target = target_reached.target
    phrases = words(lang, "monitor.targets")
    named = {
        "name": target.name,
        "jobs": "" if target.jobs is None else number(lang, target.jobs),
        "until": "" if target.until is None else day(lang, target.until),
    }
    if target_reached.jobs is None or target_reached.pace is None:
        return phrases["closed" if target.jobs is not None else "closed_bare"].format(**named)
    key = "no_jobs" if target.jobs is None else "no_until" if target.until is None else "open"
    months = "" if target_reached.months_left is None else counted(lang, "monitor.months", target_reached.months_left)
    of_day = "" if target_reached.jobs.on is None else phrases["of_day"].format(day=day(lang, target_reached.jobs.on))
    line = phrases[key].format(
        **named,
        reached=_decimal(target_reached.jobs.number, lang),
        confirmed=_decimal(target_reached.jobs.confirmed, lang),
        open=_decimal(target_reached.open, lang),
        pace=_decimal(target_reached.pace.number, lang),
        months=months,
    )
    return line + of_day


def _people(monitoring: Monitoring, lang: Lang, *, internal: bool) -> Iterator[str]:
    phrases, people = words(lang, "monitor.people"), monitoring.people
    if people.placed == 0:
        return
    if people.shielded:
        yield phrases["shielded" if people.placed is not None else "too_few"]
        if people.placed is None:
            return
    elif internal:
        yield phrases["internal"]
    yield phrases["placed"].format(
        people=counted(lang, "monitor.people", people.placed or 0),
        confirmed=_count(people.confirmed, lang),
        claimed=_count(people.claimed, lang),
    )
    yield phrases["of_them"].format(permanent=_count(people.permanent, lang), register=_count(people.in_register, lang))
    yield phrases["after"].format(after_6=_ratio(people.after_6, lang), after_12=_ratio(people.after_12, lang))
    if people.left_undated != 0:
        yield phrases["left_undated"].format(people=_people_of(people.left_undated, lang))
    grown, measured = people.grown
    if measured:
        steps = _count(people.steps_grown, lang)
        yield phrases["ladder"].format(n=_count(grown, lang), of=whole(lang, measured), steps=steps)
    yield _jobs(people.jobs, monitoring, lang)
    if people.jobs.without_hours != 0:
        yield phrases["without_hours"].format(people=_people_of(people.jobs.without_hours, lang))


def _jobs(jobs: Jobs, monitoring: Monitoring, lang: Lang) -> str:
    return sentence(lang, "monitor.people.jobs").format(
        jobs=_decimal(jobs.number, lang),
        confirmed=_decimal(jobs.confirmed, lang),
        day=day(lang, jobs.on or monitoring.on),
    )


def _ratio(of: tuple[int | None, int | None], lang: Lang) -> str:
    phrases, (part, measured) = words(lang, "monitor.people"), of
    if measured is None:
        return phrases["hidden"]
    return phrases["ratio"].format(n=_count(part, lang), of=whole(lang, measured)) if measured else phrases["nobody"]


def _people_of(count: int | None, lang: Lang) -> str:
    return sentence(lang, "monitor.people.some") if count is None else counted(lang, "monitor.people", count)


def _count(count: int | None, lang: Lang) -> str:
    return sentence(lang, "monitor.people.hidden") if count is None else whole(lang, count)


def _decimal(value: Decimal | None, lang: Lang) -> str:
    return sentence(lang, "monitor.people.hidden") if value is None else number(lang, value)

"""People, jobs and targets in words; what is not passed on is said to be so."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from srtool.portfolio.monitoring import Monitoring
from srtool.portfolio.people import Jobs
from srtool.portfolio.targets import TargetReached
from srtool.texts import Lang
from srtool.texts.say import day, number
from srtool.views.monitor.words import words
from srtool.views.shared.names import counted, whole


def people_lines(found: Monitoring, lang: Lang, *, internal: bool) -> list[str]:
    """Each figure by itself; `internal` says that these are not to be passed on."""
    return list(_people(found, lang, internal=internal))


def target_line(one: TargetReached, lang: Lang) -> str:
    """A target with the jobs of the day; of a closed one only that it is closed."""
    target = one.target
    text = words(lang, "targets")
    named = {
        "name": target.name,
        "jobs": "" if target.jobs is None else number(lang, target.jobs),
        "until": "" if target.until is None else day(lang, target.until),
    }
    if one.jobs is None or one.pace is None:
        return str(text["closed" if target.jobs is not None else "closed_bare"].format(**named))
    key = "no_jobs" if target.jobs is None else "no_until" if target.until is None else "open"
    months = "" if one.months_left is None else counted(lang, "months", one.months_left, "monitor")
    return str(
        text[key].format(
            **named,
            reached=_decimal(one.jobs.number, lang),
            confirmed=_decimal(one.jobs.confirmed, lang),
            open=_decimal(one.open, lang),
            pace=_decimal(one.pace.number, lang),
            months=months,
        )
    )


def _people(found: Monitoring, lang: Lang, *, internal: bool) -> Iterator[str]:
    text, people = words(lang, "people"), found.people
    if people.placed == 0:
        return
    if people.shielded:
        yield text["shielded" if people.placed is not None else "too_few"]
        if people.placed is None:
            return
    elif internal:
        yield text["internal"]
    yield text["placed"].format(
        people=counted(lang, "people", people.placed or 0, "monitor"),
        confirmed=_count(people.confirmed, lang),
        claimed=_count(people.claimed, lang),
    )
    yield text["of_them"].format(permanent=_count(people.permanent, lang), register=_count(people.in_register, lang))
    yield text["after"].format(after_6=_ratio(people.after_6, lang), after_12=_ratio(people.after_12, lang))
    if people.left_undated != 0:
        yield text["left_undated"].format(people=_people_of(people.left_undated, lang))
    grown, known = people.grown
    if known:
        steps = _count(people.steps_grown, lang)
        yield text["ladder"].format(n=_count(grown, lang), of=whole(lang, known), steps=steps)
    yield _jobs(people.jobs, found, lang)
    if people.jobs.without_hours != 0:
        yield text["without_hours"].format(people=_people_of(people.jobs.without_hours, lang))


def _jobs(jobs: Jobs, found: Monitoring, lang: Lang) -> str:
    text = words(lang, "people")["jobs"]
    return str(
        text.format(jobs=_decimal(jobs.number, lang), confirmed=_decimal(jobs.confirmed, lang), day=day(lang, found.on))
    )


def _ratio(of: tuple[int | None, int | None], lang: Lang) -> str:
    text, (part, measured) = words(lang, "people"), of
    if measured is None:
        return str(text["hidden"])
    return str(text["ratio"].format(n=_count(part, lang), of=whole(lang, measured)) if measured else text["nobody"])


def _people_of(count: int | None, lang: Lang) -> str:
    return str(words(lang, "people")["some"]) if count is None else counted(lang, "people", count, "monitor")


def _count(count: int | None, lang: Lang) -> str:
    return str(words(lang, "people")["hidden"]) if count is None else whole(lang, count)


def _decimal(value: Decimal | None, lang: Lang) -> str:
    return str(words(lang, "people")["hidden"]) if value is None else number(lang, value)

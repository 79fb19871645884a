"""Marks left open, articles switched off, and what was not found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from srtool.draft.alternatives import any_of
from srtool.draft.claim import Subject
from srtool.draft.days import days, names_a_version
from srtool.draft.not_applied import gives_reason
from srtool.draft.open_marks import open_marks
from srtool.draft.reading import Reading
from srtool.draft.remark import Matter, Quote, Remark, fault, question, quoted_in, whole
from srtool.draft.sentence import Sentence
from srtool.draft.wordings import WORDINGS
from srtool.finding import Level, Outcome


def marks_left_open(reading: Reading) -> Iterator[Remark]:
    """Each mark in a passage on social return by itself; those elsewhere as one count."""
    seen: set[Quote] = set()
    for passage in (sentence.passage for sentence in (*reading.judged, *reading.foreign)):
        for start, end in open_marks(passage):
            quote = Quote(passage, start, end)
            if quote not in seen:
                seen.add(quote)
                yield fault(Matter.MARK, Level.ERROR, "mark", [quote], {"mark": passage.text[start:end]})
    if reading.switched_off:
        yield question(Matter.MARK, "switched_off", whole(reading.switched_off[:1]))
    hidden = [passage for passage in reading.passages if passage.is_hidden]
    if hidden:
        yield question(Matter.MARK, "hidden", whole(hidden[:1]), {"count": len(hidden)})
    count = sum(1 for passage in reading.elsewhere if not passage.is_hidden for _ in open_marks(passage))
    if count:
        yield Remark(Matter.MARK, Outcome.NOT_MET, "marks_elsewhere", (), {"count": count}, Level.NOTICE)


_NO_PLAN = any_of(
    r"\bgeen\s+(?:\w+\s+){0,2}\w*plan\b",
    r"\b\w*plan\b[^.;]{0,30}\b(?:niet\s+(?:nodig|vereist|gevraagd)|hoeft\s+niet)\b",
)
_LOOKED_FOR = (
    (Subject.PLAN, "plan"),
    (Subject.PLAN_DAY, "plan_day"),
    (Subject.PLAN_FROM, "plan_from"),
    (Subject.REPORTING, "reporting"),
    (Subject.CONSEQUENCE, "consequence"),
)


def not_found(reading: Reading) -> Iterator[Remark]:
    """One question that names what was not found of plan, its day and from when, reporting and consequence."""
    if not reading.asks:
        return
    lacks = [name for subject, name in _LOOKED_FOR if not _is_said(reading, subject)]
    if "plan" in lacks or any(_NO_PLAN.search(sentence.text) for sentence in reading.judged):
        lacks = [name for name in lacks if name not in ("plan_day", "plan_from")]
    if lacks:
        yield question(Matter.NOT_FOUND, "not_found", (), {"lacks": tuple(lacks)})


def not_dutch(reading: Reading) -> Iterator[Remark]:
    """What is said about social return in another language, of which nothing is read."""
    if not reading.is_read:
        yield question(Matter.NOT_FOUND, "not_dutch", _first_whole(reading.foreign))
    elif reading.foreign:
        yield question(
            Matter.NOT_FOUND, "not_dutch_part", _first_whole(reading.foreign), {"count": len(reading.foreign)}
        )


def _first_whole(sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    return tuple(quote for one in sentences[:1] for quote in quoted_in(one, (0, len(one.text))))


def plan_days_past(reading: Reading, on: date | None) -> Iterator[Remark]:
    """A day for the plan that lies before this one."""
    plans = {claim.passage for claim in reading.of(Subject.PLAN)}
    for sentence in reading.judged:
        if on is None or sentence.passage not in plans or WORDINGS[Subject.PLAN].search(sentence.text) is None:
            continue
        for day, start, end in days(sentence.text):
            if day < on and not names_a_version(sentence.text[:start]):
                yield question(Matter.NOT_FOUND, "plan_day_past", quoted_in(sentence, (start, end)), {"plan_day": day})
                return


def not_applied(reading: Reading) -> Iterator[Remark]:
    """The draft says that social return does not apply, with its reason or without."""
    if reading.asks or not reading.refused:
        return
    sentence, span = reading.refused[0]
    says = "not_applied_reason" if gives_reason(sentence.passage.text) else "not_applied"
    yield question(Matter.NOT_FOUND, says, quoted_in(sentence, span))


def _is_said(reading: Reading, subject: Subject) -> bool:
    claims = reading.of(subject, near=True)
    if subject in (Subject.PLAN_DAY, Subject.PLAN_FROM):
        plans = {claim.passage for claim in reading.of(Subject.PLAN, near=True)}
        return any(claim.passage in plans for claim in claims)
    return bool(claims)

"""Marks left open, articles switched off, and what was not found."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.draft.claim import Subject
from srtool.draft.open_marks import open_marks
from srtool.draft.reading import Reading
from srtool.draft.remark import Matter, Quote, Remark, fault, question, whole
from srtool.finding import Level, Outcome


def marks_left_open(reading: Reading) -> Iterator[Remark]:
    """Each mark in a passage on social return by itself; those elsewhere as one count."""
    seen: set[Quote] = set()
    for sentence in reading.judged:
        for start, end in open_marks(sentence.passage):
            quote = Quote(sentence.passage, start, end)
            if quote not in seen:
                seen.add(quote)
                yield fault(Matter.MARK, Level.ERROR, "mark", [quote], {"mark": sentence.passage.text[start:end]})
    if reading.switched_off:
        yield question(Matter.MARK, "switched_off", whole(reading.switched_off[:1]))
    hidden = [passage for passage in reading.passages if passage.is_hidden]
    if hidden:
        yield question(Matter.MARK, "hidden", whole(hidden[:1]), {"count": len(hidden)})
    count = sum(1 for passage in reading.elsewhere if not passage.is_hidden for _ in open_marks(passage))
    if count:
        yield Remark(Matter.MARK, Outcome.NOT_MET, "marks_elsewhere", (), {"count": count}, Level.NOTICE)


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
    if "plan" in lacks:
        lacks = [name for name in lacks if name not in ("plan_day", "plan_from")]
    if lacks:
        yield question(Matter.NOT_FOUND, "not_found", (), {"lacks": tuple(lacks)})


def _is_said(reading: Reading, subject: Subject) -> bool:
    claims = reading.of(subject, near=True)
    if subject in (Subject.PLAN_DAY, Subject.PLAN_FROM):
        plans = {claim.passage for claim in reading.of(Subject.PLAN, near=True)}
        return any(claim.passage in plans for claim in claims)
    if subject is Subject.REPORTING:
        return bool(claims or reading.of(Subject.RHYTHM))
    return bool(claims)

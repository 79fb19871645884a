"""Whether what is asked can be reckoned: base, people, table of values."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.draft.alternatives import any_of
from srtool.draft.bases import BASIS, Family, family
from srtool.draft.claim import Claim, Subject
from srtool.draft.open_marks import open_marks
from srtool.draft.passage import Passage
from srtool.draft.people import guaranteed_outflow, has_hours, has_term, payment_into_a_fund
from srtool.draft.reading import Reading
from srtool.draft.remark import Matter, Remark, fault, question, quoted, quoted_in
from srtool.draft.scope import lots_named
from srtool.draft.sentence import Sentence
from srtool.draft.wordings import WORDINGS
from srtool.finding import Level

_VAT = any_of(
    r"\binc(?:l(?:usief|\.)?)?\.?\s+(?:de\s+)?(?:\d+\s?%\s+)?(?:btw|b\.t\.w\.|omzetbelasting)",
    r"\bmet\s+(?:btw|omzetbelasting)\b",
)


def base_complete(reading: Reading) -> Iterator[Remark]:
    """One question that names what the base of the percentage lacks: of what, VAT, options, moment, lots."""
    asked = [claim for claim in reading.of(Subject.PERCENTAGE) if not claim.scope.is_example and not claim.scope.was]
    if not asked:
        return
    vat = next(((sentence, span) for sentence in reading.judged if (span := _with_vat(sentence))), None)
    lacks = [name for name, is_there in _ELEMENTS if not is_there(reading, asked)]
    if vat is not None:
        yield question(Matter.BASE, "with_vat", quoted_in(*vat))
        lacks = [name for name in lacks if name != "without_vat"]
    for claim in reading.of(Subject.BASIS):
        if family(str(claim.value)) is Family.UNKNOWN:
            yield question(Matter.BASE, "unknown_basis", quoted([claim]), {"unknown_basis": claim.value})
            break
    if lacks:
        yield question(Matter.BASE, "base", quoted(asked[:1]), {"lacks": tuple(lacks)})


def _with_vat(sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence says that the sum which is reckoned over holds VAT."""
    match = _VAT.search(sentence.text)
    return match.span() if match is not None and BASIS.search(f"{sentence.text}\n{sentence.around}") else None


def _names_base(reading: Reading, asked: list[Claim]) -> bool:
    return bool(reading.of(Subject.BASIS)) and all(asked)


def _without_vat(reading: Reading, _: list[Claim]) -> bool:
    """A general sentence or definition anywhere in the file suffices."""
    pattern = WORDINGS[Subject.WITHOUT_VAT]
    return any(pattern.search(passage.text) for passage in reading.passages)


def _with_options(reading: Reading, _: list[Claim]) -> bool:
    """Whether options are spoken of; where nothing in the draft can be extended, there is nothing to say."""
    pattern = WORDINGS[Subject.OPTIONS]
    spoken_of = [passage.text for passage in reading.elsewhere if pattern.search(passage.text)]
    if not spoken_of or reading.of(Subject.OPTIONS, near=True):
        return True
    return any(BASIS.search(text) for text in spoken_of)  # the base is defined elsewhere


def _at_moment(reading: Reading, _: list[Claim]) -> bool:
    return bool(reading.of(Subject.MOMENT, near=True))


def _which_lots(reading: Reading, asked: list[Claim]) -> bool:
    """Whether lots are spoken of; where the draft knows fewer than two, there is nothing to say."""
    named = frozenset(lot for passage in reading.passages for lot in lots_named(passage.text))
    is_said = any(claim.scope.lots for claim in asked) or any(
        "percelen" in sentence.text.lower() or "perceel" in sentence.text.lower() for sentence in reading.judged
    )
    return len(named) < 2 or is_said


_ELEMENTS = (
    ("basis", _names_base),
    ("without_vat", _without_vat),
    ("options", _with_options),
    ("moment", _at_moment),
    ("lots", _which_lots),
)


def demand_clear(reading: Reading) -> Iterator[Remark]:
    """People without hours or term, a guarantee of outflow (Advies 290), payment instead of work."""
    for claim in reading.of(Subject.PEOPLE):
        if claim.scope.is_example or claim.scope.was:
            continue
        words = _with_what_follows(claim.passage, reading.passages)
        if not has_hours(words):
            yield fault(Matter.DEMAND, Level.WARNING, "people_without_hours", quoted([claim]), {"people": claim.value})
        elif not has_term(words):
            yield question(Matter.DEMAND, "people_without_term", quoted([claim]), {"people": claim.value})
    for sentence in reading.judged:
        outflow, payment = guaranteed_outflow(sentence), payment_into_a_fund(sentence)
        if outflow is not None:
            yield fault(Matter.DEMAND, Level.WARNING, "guaranteed_outflow", quoted_in(sentence, outflow))
        if payment is not None:
            yield fault(Matter.DEMAND, Level.WARNING, "payment", quoted_in(sentence, payment))


def _with_what_follows(passage: Passage, passages: tuple[Passage, ...]) -> str:
    """The passage with the rest of its row, or with the paragraph after it under the same heading."""
    if passage.cell is not None:
        row = passage.file, passage.cell.table, passage.cell.row
        same = (one for one in passages if one.cell and (one.file, one.cell.table, one.cell.row) == row)
        return " ".join(one.text for one in same) + f" {passage.cell.row_heading} {passage.cell.column_heading}"
    place = passages.index(passage)
    after = passages[place + 1 : place + 2]
    return " ".join([passage.text, *(one.text for one in after if one.headings == passage.headings)])


def value_table_dated(reading: Reading) -> Iterator[Remark]:
    """A table of values or a protocol that is named without its version or date."""
    named = reading.of(Subject.VALUE_TABLE)
    dated = [claim for claim in reading.of(Subject.TABLE_VERSION) if any(_same(claim, one) for one in named)]
    if named and not dated:
        marks = tuple(open_marks(named[0].passage))
        if not marks:
            yield question(Matter.VALUE_TABLE, "table_without_version", quoted(named[:1]), {"table": named[0].value})


def _same(claim: Claim, other: Claim) -> bool:
    return claim.passage.file == other.passage.file and claim.passage.text == other.passage.text

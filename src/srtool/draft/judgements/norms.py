"""The link with the subject, outdated words, locality, personal data, reservation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from srtool.draft.alternatives import any_of
from srtool.draft.claim import Subject
from srtool.draft.local_only import is_exclusive, local_words
from srtool.draft.outdated import is_called_european, old_name, old_threshold, other_than_of_the_state
from srtool.draft.people_data import HIDDEN, citizen_number, is_called_citizen_number, names, number_that_stands
from srtool.draft.reading import Reading
from srtool.draft.remark import Matter, Remark, fault, question, quoted, quoted_in
from srtool.draft.reserved import may_be_reserved, names_the_notice, reserved_words
from srtool.draft.sentence import sentences
from srtool.finding import Level

_OUTSIDE = any_of(
    r"\b(?:buiten|los\s+van|niet\s+(?:op|binnen|gebonden\s+aan))\s+(?:de|deze|het)\s+(?:opdracht|overeenkomst|contract|project|werk)",
    r"\bandere\s+(?:projecten|opdrachten|werken)\b",
    r"\belders\s+in\s+(?:de|het|zijn|haar)\s+(?:bedrijf|organisatie|onderneming)",
)


def linked_with_subject(reading: Reading) -> Iterator[Remark]:
    """An open norm (art. 2.80): what the draft says of the link is shown and asked after, never approved."""
    if not reading.asks:
        return
    outside = next(
        ((sentence, match) for sentence in reading.judged if (match := _OUTSIDE.search(sentence.text))), None
    )
    said = reading.of(Subject.SUBJECT_LINK, near=True)
    if outside is not None:
        yield question(Matter.SUBJECT_LINK, "outside", quoted_in(outside[0], outside[1].span()))
    elif said:
        yield question(Matter.SUBJECT_LINK, "link_said", quoted(said[:1]))
    else:
        yield question(Matter.SUBJECT_LINK, "link_not_found")


def outdated(
    reading: Reading, years_of: Mapping[Decimal, str], today: frozenset[Decimal], of_the_state: frozenset[Decimal]
) -> Iterator[Remark]:
    """Names and duties that are no more, and thresholds given as that of today, or of the State, that are not."""
    for sentence in reading.judged:
        name = old_name(sentence)
        if name is not None:
            yield question(Matter.OUTDATED, name[0], quoted_in(sentence, name[1:]))
        threshold = old_threshold(sentence, years_of, today)
        other = other_than_of_the_state(sentence, of_the_state)
        if other is not None and not is_called_european(sentence):
            value, start, end = other
            given: dict[str, object] = {"own_threshold": value, "state_threshold": min(of_the_state)}
            says = "state_threshold"
            if threshold is not None and threshold[0] == value:
                says, given["years"] = "state_threshold_european", threshold[1]
            yield question(Matter.OUTDATED, says, quoted_in(sentence, (start, end)), given)
        elif threshold is not None:
            value, years, start, end = threshold
            quotes, values = quoted_in(sentence, (start, end)), {"old_threshold": value, "years": years}
            if is_called_european(sentence):
                yield fault(Matter.OUTDATED, Level.WARNING, "threshold", quotes, values)
            else:
                yield question(Matter.OUTDATED, "like_threshold", quotes, values)


def local_only(reading: Reading) -> Iterator[Remark]:
    """People of one place only; a preference for them is another thing."""
    for sentence in reading.judged:
        span = local_words(sentence)
        if span is None:
            continue
        if is_exclusive(sentence):
            yield fault(Matter.LOCAL_ONLY, Level.WARNING, "local_only", quoted_in(sentence, span))
        else:
            yield question(Matter.LOCAL_ONLY, "local", quoted_in(sentence, span))


def personal_data(reading: Reading) -> Iterator[Remark]:
    """Citizen numbers, and names, of people who are placed: asked for, or standing there."""
    for sentence in reading.judged:
        number, name, stands = citizen_number(sentence), names(sentence), number_that_stands(sentence)
        if stands is not None and is_called_citizen_number(sentence):
            yield fault(Matter.PERSONAL_DATA, Level.WARNING, "number_stands", quoted_in(sentence, stands))
        elif stands is not None:
            yield question(Matter.PERSONAL_DATA, "number_stands", quoted_in(sentence, stands))
        elif number is not None:
            yield fault(Matter.PERSONAL_DATA, Level.WARNING, "citizen_number", quoted_in(sentence, number))
        elif name is not None:
            yield question(Matter.PERSONAL_DATA, "names", quoted_in(sentence, name))
    yield from numbers_that_stand(reading)


def numbers_that_stand(reading: Reading) -> Iterator[Remark]:
    """Citizen numbers that stand outside what is judged, in whatever language."""
    judged = {sentence.passage for sentence in reading.judged}
    for passage in reading.passages:
        if HIDDEN not in passage.text or passage in judged:
            continue
        for sentence in sentences(passage):
            stands = number_that_stands(sentence)
            if stands is not None and is_called_citizen_number(sentence):
                yield fault(Matter.PERSONAL_DATA, Level.WARNING, "number_stands", quoted_in(sentence, stands))


def reserved_in_notice(reading: Reading) -> Iterator[Remark]:
    """A reservation (art. 2.82) must stand in the notice; the whole draft is looked at, for it has its own heading."""
    for passage in reading.passages:
        if passage.is_hidden or not may_be_reserved(passage.text):
            continue
        for sentence in sentences(passage):
            span = reserved_words(sentence)
            if span is not None:
                under = [
                    one.text
                    for one in reading.passages
                    if one.headings == passage.headings and one.file == passage.file
                ]
                if not any(names_the_notice(text) for text in under):
                    yield question(Matter.RESERVED, "reserved_without_notice", quoted_in(sentence, span))
                return

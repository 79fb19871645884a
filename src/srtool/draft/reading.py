"""What a whole draft says about social return: its passages, how each bears on it, and the claims in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from srtool.draft.amounts import amounts
from srtool.draft.bases import basis_after, basis_before, calculated_bases, unknown_basis_after
from srtool.draft.bearing import Bearing, bearings
from srtool.draft.claim import Claim, Subject
from srtool.draft.consequences import consequence_kinds, is_offered_discount
from srtool.draft.language import is_dutch, is_surely_dutch
from srtool.draft.not_applied import refused_words
from srtool.draft.open_marks import heading_is_switched_off, is_switched_off
from srtool.draft.passage import Passage
from srtool.draft.people import people_asked
from srtool.draft.percentage_uses import Use, use_of
from srtool.draft.percentages import percentages
from srtool.draft.periods import periods
from srtool.draft.roles import roles
from srtool.draft.scope import scope_of
from srtool.draft.sentence import Sentence, sentences
from srtool.draft.target_groups import target_groups
from srtool.draft.wordings import WORDINGS, is_about_height
from srtool.lazy_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """One draft, or a draft with its annexes."""

    passages: tuple[Passage, ...]
    judged: tuple[Sentence, ...]
    """The sentences about social return, those of articles that were switched off left out."""
    claims: tuple[Claim, ...]
    """What the judged sentences say."""
    near: tuple[Claim, ...]
    """What is said near them, which may complete it."""
    elsewhere: tuple[Passage, ...]
    """Passages about other things."""
    switched_off: tuple[Passage, ...]
    """Articles on social return that say of themselves that they do not apply."""
    refused: tuple[tuple[Sentence, tuple[int, int]], ...] = ()
    """Sentences that say that social return is not asked, with where; they make no claims."""
    foreign: tuple[Sentence, ...] = ()
    """Sentences about social return that are not in Dutch; they are not judged and make no claims."""

    def of(self, *subjects: Subject, near: bool = False) -> tuple[Claim, ...]:
        """The claims about these subjects, with `near` those around them too."""
        claims = (*self.claims, *self.near) if near else self.claims
        return tuple(claim for claim in claims if claim.subject in subjects)

    @property
    def is_read(self) -> bool:
        """Whether most of what is said about social return is in Dutch; where nothing is, of the whole text."""
        if self.judged or self.foreign:
            read = sum(len(sentence.text) for sentence in self.judged if not sentence.passage.is_heading)
            return sum(len(sentence.text) for sentence in self.foreign) <= read
        return is_dutch(" ".join(passage.text for passage in self.passages))

    @property
    def asks(self) -> bool:
        """Whether any of it asks for social return, so that there is something to judge."""
        return any(claim.subject in _ASKING for claim in self.claims)


_ASKING = frozenset(
    {Subject.PERCENTAGE, Subject.PEOPLE, Subject.ROLE, Subject.PLAN, Subject.AMOUNT, Subject.CONSEQUENCE}
)


def read_claims(*files: Iterable[Passage]) -> Reading:
    """What these files say together; the outline of each is its own."""
    passages: list[Passage] = []
    held: list[Bearing] = []
    for file in files:
        own = tuple(file)
        passages.extend(own)
        held.extend(bearings(own))
    switched_off = _switched_off(passages, held)
    judged: list[Sentence] = []
    near: list[Sentence] = []
    elsewhere: list[Passage] = []
    foreign: list[Sentence] = []
    for passage, bearing in zip(passages, held, strict=True):
        if bearing is Bearing.JUDGED and passage not in switched_off:
            is_own = is_dutch if is_dutch(passage.text) else is_surely_dutch
            for sentence in sentences(passage):
                (judged if is_own(sentence.text) else foreign).append(sentence)
        elif bearing is Bearing.NEAR:
            near.extend(sentences(passage))
        elif passage not in switched_off:
            elsewhere.append(passage)
    refused = {sentence: span for sentence in judged if (span := refused_words(sentence)) is not None}
    return Reading(
        passages=tuple(passages),
        judged=tuple(judged),
        claims=tuple(claim for sentence in judged if sentence not in refused for claim in claims(sentence)),
        refused=tuple(refused.items()),
        near=tuple(claim for sentence in near for claim in _elements(sentence)),
        elsewhere=tuple(elsewhere),
        foreign=tuple(foreign),
        switched_off=tuple(passage for passage in passages if passage in switched_off),
    )


def _switched_off(passages: Iterable[Passage], held: Iterable[Bearing]) -> frozenset[Passage]:
    """The passages under a heading on social return that is NVT, or that has nothing but NVT below it."""
    below: dict[object, list[Passage]] = {}
    for passage, bearing in zip(passages, held, strict=True):
        if bearing is Bearing.JUDGED and passage.headings:
            below.setdefault((passage.file, passage.headings), []).append(passage)
    off: set[Passage] = set()
    for under in below.values():
        body = [passage for passage in under if not passage.is_heading]
        is_named = heading_is_switched_off(under[0].headings[-1].text)
        if is_named or (body and all(is_switched_off(passage.text) for passage in body)):
            off.update(under)
    return frozenset(off)


def claims(sentence: Sentence) -> Iterator[Claim]:
    """Everything that one sentence says."""
    yield from _percentages(sentence)
    for name, start, end in calculated_bases(sentence):
        yield _claim(sentence, Subject.BASIS, name, start, end)
    for subject, value, start, end in amounts(sentence):
        yield replace(_claim(sentence, subject, "", start, end), value=value)
    for count, start, end in people_asked(sentence):
        yield _claim(sentence, Subject.PEOPLE, count, start, end)
    for role, start, end in roles(sentence):
        yield _claim(sentence, Subject.ROLE, role, start, end)
    for subject, values in _NAMED:
        for name, start, end in values(sentence):
            yield _claim(sentence, subject, name, start, end)
    yield from _elements(sentence)


_NAMED: tuple[tuple[Subject, Callable[[Sentence], Iterator[tuple[str, int, int]]]], ...] = (
    (Subject.TARGET_GROUP, target_groups),
    (Subject.CONSEQUENCE_KIND, consequence_kinds),
    (Subject.TERM, periods),
)


def _percentages(sentence: Sentence) -> Iterator[Claim]:
    for percentage in percentages(sentence):
        use = use_of(percentage)
        if use not in (Use.DEMAND, Use.HIGHER):
            continue
        claim = _claim(sentence, Subject.PERCENTAGE, "", percentage.start, percentage.end)
        is_award = claim.scope.is_award or use is Use.HIGHER
        scope = replace(claim.scope, is_award=is_award)
        yield replace(claim, value=percentage.value, scope=scope)
        basis = (
            basis_after(sentence.text, percentage.end)
            or unknown_basis_after(sentence.text, percentage.end)
            or basis_before(sentence.text, percentage.start)
        )
        if basis is not None:
            yield replace(_claim(sentence, Subject.BASIS, *basis), scope=scope)


def _elements(sentence: Sentence) -> Iterator[Claim]:
    cell = sentence.passage.cell
    label = "" if cell is None else cell.row_heading
    for subject, pattern in WORDINGS.items():
        match = _first(pattern, sentence.text)
        if match is not None and (subject is not Subject.MOMENT or is_about_height(sentence.text)):
            yield _claim(sentence, subject, match[0], match.start(), match.end())
        elif label and pattern.search(label):
            # A row such as "Plan van aanpak | binnen 15 werkdagen": the label says what the cell is about.
            yield _claim(sentence, subject, label, 0, len(sentence.text))


def _first(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first words that the pattern has, those on a discount of the price left out."""
    return next((match for match in pattern.finditer(text) if not is_offered_discount(text, match.start())), None)


def _claim(sentence: Sentence, subject: Subject, value: str, start: int, end: int) -> Claim:
    place = sentence.start
    return Claim(subject, value, sentence.passage, place + start, place + end, scope_of(sentence, start, end))

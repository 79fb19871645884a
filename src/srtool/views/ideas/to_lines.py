"""Ideas for a person: by topic, for a register, or the categories that there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from srtool.ideas.chances import Chance, by_idea
from srtool.ideas.idea import Idea
from srtool.ideas.matching import Match
from srtool.register.model import Contract
from srtool.texts import Lang, words
from srtool.views.shared.lines import Line
from srtool.views.shared.names import counted

_MOST_IDS = 8
_MOST_IDEAS = 8
"""So many ideas for a register fit a screen."""
_MARK = {"did": "strong", "can": "strong", "caution": "warning"}


def categories(ideas: Sequence[Idea], lang: Lang) -> Iterator[Line]:
    """A line per category."""
    phrases = words(lang, "ideas.line")
    yield Line(phrases["all"], "title")
    for idea in ideas:
        yield Line(f"{', '.join(idea.cpv)}  {idea.category}", "", 2, 4)
    yield Line(phrases["all_hint"], "dim")


def of_topic(topic: str, matches: Sequence[Match], lang: Lang) -> Iterator[Line]:
    """The ideas that fit, in full, with the questions for the market."""
    phrases = words(lang, "ideas.line")
    if not matches:
        yield Line(phrases["nothing"].format(topic=topic))
        return
    yield Line(phrases["of"].format(topic=topic), "title")
    for match in matches:
        yield from _idea(match, lang)
    yield from _questions(lang)


def of_register(found: Sequence[Chance], lang: Lang) -> Iterator[Line]:
    """Each idea once, with the contracts that it fits, those that fit most first; then the contracts without any."""
    phrases = words(lang, "ideas.line")
    if not found:
        yield Line(phrases["all_ask"])
        return
    yield Line(phrases["title"], "title")
    fitting = by_idea(found)
    for match, contracts in list(fitting.values())[:_MOST_IDEAS]:
        yield from _idea(match, lang, contracts)
    if len(fitting) > _MOST_IDEAS:
        yield Line("")
        yield Line(counted(lang, "ideas.more", len(fitting) - _MOST_IDEAS), "dim")
    if without := [chance.contract for chance in found if not chance.matches]:
        yield Line("")
        yield Line(_listed("without", without, lang))
    yield Line("")
    yield Line(phrases["more_hint"], "dim")


def _idea(match: Match, lang: Lang, contracts: Sequence[Contract] = ()) -> Iterator[Line]:
    phrases, idea = words(lang, "ideas.line"), match.idea
    yield Line("")
    yield Line(idea.category, "strong")
    kind = words(lang, "ideas.kinds")[idea.kind]
    yield Line(phrases["example"].format(kind=kind, example=idea.example), _MARK[idea.kind], 2, 0, len(kind) + 1)
    if idea.caution:
        yield Line(phrases["caution"].format(caution=idea.caution), "warning", 2)
    if contracts:
        yield Line(_listed("contracts", contracts, lang), "", 2)
    key = "source" if idea.certainty == "stated" else "source_second_hand"
    parties = phrases["parties"].format(parties=idea.parties) if idea.parties else ""
    found_by = phrases[match.by].format(on=match.on)
    yield Line(" ".join(filter(None, (phrases[key].format(source=idea.source), parties, found_by))), "dim", 2)
    if idea.url and not contracts:
        yield Line(idea.url, "dim", 2)


def _listed(key: str, contracts: Sequence[Contract], lang: Lang) -> str:
    ids = ", ".join(contract.id for contract in contracts[:_MOST_IDS])
    more = ", …" if len(contracts) > _MOST_IDS else ""
    count = counted(lang, "ideas.contracts", len(contracts))
    return words(lang, "ideas.line")[key].format(contracts=count, ids=ids + more)


def _questions(lang: Lang) -> Iterator[Line]:
    yield Line("")
    yield Line(words(lang, "ideas.line")["questions"], "title")
    for number, question in enumerate(words(lang, "ideas.questions").values(), 1):
        yield Line(f"{number}. {question}", "", 2, 3)

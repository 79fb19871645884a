"""The longer story of a check: what, why, on what ground, and an example of wrong and right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from srtool.rules.ruleset import RuleSet
from srtool.texts import Lang, example, sentence, words
from srtool.texts import words as texts_of
from srtool.views.shared.lines import Line
from srtool.views.shared.names import check_title, counted

_TOLD = ("what", "why")
_MOST = 10
"""So many checks are listed when a word stands in several."""


def overview(codes: Iterable[str], lang: Lang) -> Iterator[Line]:
    """Every code with its title."""
    for code in codes:
        yield _name(code, lang, "")


def with_word(word: str, codes: Iterable[str], lang: Lang) -> list[str]:
    """The checks whose texts have this word: those with it in their title first."""
    wanted = word.casefold()
    named = {code: check_title(lang, code).casefold() for code in codes}
    in_title = [code for code, title in named.items() if wanted in title]
    told = [code for code in named if any(wanted in texts_of(lang, f"explain/{code}")[key].casefold() for key in _TOLD)]
    return list(dict.fromkeys([*in_title, *told]))


def search(word: str, codes: Sequence[str], lang: Lang) -> Iterator[Line]:
    """The first of the checks that have a word, by their titles."""
    yield Line(counted(lang, "check.with_word", len(codes)).format(word=word), "title")
    yield from overview(codes[:_MOST], lang)
    if len(codes) > _MOST:
        yield Line(sentence(lang, "check.explain.more"), "dim")


def check(code: str, rule_sets: Iterable[RuleSet], lang: Lang) -> Iterator[Line]:
    """One check in full."""
    phrases = words(lang, "check.explain")
    story, shown = texts_of(lang, f"explain/{code}"), example(code)
    yield _name(code, lang, "title")
    for key in ("what", "why"):
        yield Line("")
        yield Line(phrases[key], "title")
        yield Line(story[key].strip(), "", 2)
    yield Line("")
    yield Line(phrases["ground"], "title")
    yield from list(_ground(code, rule_sets, lang)) or [Line(phrases["no_ground"], "dim", 2)]
    for key in ("wrong", "right"):
        outcome = words(lang, "shared.outcomes")[shown[f"{key}_outcome"]]
        yield Line("")
        yield Line(phrases[key].format(outcome=outcome), "title")
        yield from (Line(line, "dim", 2) for line in shown[key].strip().splitlines())


def _ground(code: str, rule_sets: Iterable[RuleSet], lang: Lang) -> Iterator[Line]:
    phrases = words(lang, "check.explain")
    for rules in rule_sets:
        sources = {source.id: source for source in rules.source}
        records = [record for record in rules.check if record.id == code]
        cited = dict.fromkeys(key for record in records for key in record.source)
        if cited:
            inferred = any(record.certainty == "inferred" for record in records)
            template = phrases["ground_line_inferred" if inferred else "ground_line"]
            titles = "; ".join(_cited(sources[key].title, sources[key].article, sources[key].url) for key in cited)
            yield Line(template.format(rule_set=rules.id, titles=titles), "", 2, 2)


def _name(code: str, lang: Lang, style: str) -> Line:
    line = sentence(lang, "check.explain.list_line").format(code=code, title=check_title(lang, code))
    return Line(line, style, 0, len(code) + 2)


def _cited(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)

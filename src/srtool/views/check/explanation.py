"""The longer story of a check: what, why, on what ground, and an example of wrong and right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from srtool.rules.ruleset import RuleSet
from srtool.texts import Lang, example, sentence, words
from srtool.texts import words as texts_of
from srtool.views.shared.lines import Line
from srtool.views.shared.names import check_title


def overview(codes: Iterable[str], lang: Lang) -> Iterator[Line]:
    """Every code with its title."""
    for code in codes:
        yield _name(code, lang, "")


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

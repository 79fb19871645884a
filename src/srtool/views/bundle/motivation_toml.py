"""The file in which an officer motivates merges: facts as comments, one question per text, and the texts open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import tomli_w

from srtool.bundle.proposal import Bundle
from srtool.case.grouping import TEXTS
from srtool.register.model import Merge
from srtool.texts import LANGUAGES, Lang, sentence, words
from srtool.views.bundle.words import fact_lines, group_label
from srtool.views.shared.lines import Line, clean, plain, wrapped
from srtool.views.shared.names import capital

_WIDTH = 100


def text(proposals: Sequence[tuple[Bundle | None, Merge]], least: int, lang: Lang) -> str:
    """A table `merges` per proposal, with what was written before; without a bundle one that is no longer proposed."""
    head = [sentence(each, "bundle.motivation.title") for each in LANGUAGES]
    lines = [*_comment(" · ".join(head))]
    for each in LANGUAGES:
        motivation = words(each, "bundle.motivation")
        lines += _comment(motivation["how"].format(least=least))
        lines += _comment(motivation["back"])
    for bundle, merge in proposals:
        lines += ["", *_facts(bundle, lang), "[[merges]]", _pair("members", list(merge.members))]
        for name in TEXTS:
            lines.append("")
            for each in LANGUAGES:
                lines += _comment(words(each, "bundle.motivation.questions")[name])
            lines.append(_pair(name, getattr(merge, name) or ""))
        lines.append("")
        for each in LANGUAGES:
            lines += _comment(sentence(each, "bundle.motivation.date_by"))
        lines.append(_pair("on", merge.on) if merge.on else "# on = 2026-01-31")
        lines.append(_pair("by", merge.by or ""))
    return "\n".join(lines) + "\n"


def facts(bundle: Bundle, lang: Lang) -> Iterator[str]:
    """The members, and what the plan knows of the whole, a sentence each."""
    for name, title in zip(bundle.members, bundle.titles, strict=True):
        yield f"{name}  {title}"
    yield from fact_lines(bundle, lang)


def _facts(bundle: Bundle | None, lang: Lang) -> Iterator[str]:
    if bundle is None:
        yield from _comment(capital(sentence(lang, "bundle.motivation.no_longer")))
        return
    yield from _comment(f"{bundle.id}  {group_label(bundle.group, lang, {})}")
    for fact in facts(bundle, lang):
        yield from _comment(fact)


def _comment(sentence: str) -> Iterator[str]:
    for line in wrapped([Line(clean(sentence), hang=2)], _WIDTH):
        yield f"# {plain(line)}"


def _pair(key: str, value: object) -> str:
    return tomli_w.dumps({key: value}, multiline_strings=False).rstrip("\n")

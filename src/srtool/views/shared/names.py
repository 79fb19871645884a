"""The short words that several views share, from texts/."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from srtool.finding import Finding, Outcome, Source
from srtool.texts import Lang, load
from srtool.texts.say import day, number

_SHARED = {"head", "labels", "counts", "owners", "outcomes", "certainty"}
_PLACES = {"check": ("check", "lines"), "rules": ("rules", "show"), "schema": ("register", "schema")}


def words(lang: Lang, part: str) -> dict[str, Any]:
    """One part of the words of the views, such as `verdict`."""
    file, name = _PLACES.get(part, ("shared" if part in _SHARED else "check", part))
    table: dict[str, Any] = load(lang, file)[name]
    return table


def check_title(lang: Lang, code: str) -> str:
    """What a check is called."""
    title: str = load(lang, f"explain/{code}")["title"]
    return title


def whole(lang: Lang, count: int) -> str:
    """A count with its thousands apart."""
    return number(lang, Decimal(count))


def counted(lang: Lang, what: str, count: int, of: str = "shared") -> str:
    """`1 fout`, `3 fouten`; `of` is the file of sentences."""
    singular, plural = load(lang, of)["counts"][what]
    return str(singular if count == 1 else plural).format(n=whole(lang, count))


def capital(sentence: str) -> str:
    """The sentence with a capital first, and the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def source_titles(sources: Iterable[Source]) -> str:
    """The titles with their articles, each once."""
    return "; ".join(dict.fromkeys(_cited(source) for source in sources))


def _cited(source: Source) -> str:
    return f"{source.title}, {source.article}" if source.article else source.title


def label_key(finding: Finding) -> str:
    """What a finding is called before its code: its level when it is not met, else its outcome."""
    return finding.level.value if finding.outcome is Outcome.NOT_MET else finding.outcome.value


def period(since: date | None, until: date | None, lang: Lang) -> str:
    """From when until when a rule holds."""
    phrases = words(lang, "rules")
    if since and until:
        return str(phrases["since_until"].format(since=day(lang, since), until=day(lang, until)))
    if since:
        return str(phrases["since"].format(day=day(lang, since)))
    return str(phrases["until"].format(day=day(lang, until)) if until else phrases["undated"])

"""The short words that several views share, from texts/."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from srtool.finding import Finding, Outcome, Source
from srtool.texts import Lang, lists, sentence, words
from srtool.texts.say import day, number


def check_title(lang: Lang, code: str) -> str:
    """What a check is called."""
    return sentence(lang, f"explain/{code}.title")


def whole(lang: Lang, count: int | Decimal) -> str:
    """A count with its thousands apart."""
    return number(lang, Decimal(count))


def counted(lang: Lang, key: str, count: int | Decimal) -> str:
    """`1 fout`, `3 fouten`; the key names the file and what is counted: `shared.error`."""
    file, _, what = key.partition(".")
    one, many = lists(lang, f"{file}.counts")[what]
    return (one if count == 1 else many).format(n=whole(lang, count))


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
    phrases = words(lang, "rules.show")
    if since and until:
        return phrases["since_until"].format(since=day(lang, since), until=day(lang, until))
    if since:
        return phrases["since"].format(day=day(lang, since))
    return phrases["until"].format(day=day(lang, until)) if until else phrases["undated"]

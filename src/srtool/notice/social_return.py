"""Whether a notice says that social return is asked: stated, stated as not, or not stated. Silence is no "no"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from srtool.lazy_dataclass import dataclass
from srtool.notice.stated import Stated


class Answer(StrEnum):
    STATED = "stated"
    STATED_NOT = "stated_not"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class SocialReturnStatement:
    """The answer, the form in which it is asked (a word of the register) and the passage or code that says so."""

    answer: Answer
    form: str | None = None
    passage: Stated[str] | None = None
    of_lots: tuple[str, ...] = ()
    """The lots of a contract that it is about, where the others are silent or deny it; else nothing."""


NOT_STATED = SocialReturnStatement(Answer.NOT_STATED)

_LONGEST = 240
_NAME = (
    r"(?:\bsocial[\s\u00a0-]+returns?\b|\bsroi\b|\bafstand tot de arbeidsmarkt\b"
    r"|\bdistance to the labou?r market\b|\blangdurig (?:werkloz|werkzoekend)\w*|\blong[- ]term unemployed\b"
    r"|\bbanenafspraak\b|\bdoelgroep(?:en)?register\b)"
)
_NAMES = re.compile(_NAME, re.IGNORECASE)
_DENIES = re.compile(
    rf"\b(?:geen|zonder|no|without)\s+(?:\w+\s+){{0,3}}{_NAME}"
    rf"|{_NAME}\W+(?:\w+\W+){{0,4}}(?:niet\s+(?:van toepassing|gevraagd|vereist)|n\.?v\.?t\b|not\s+(?:asked|required))"
    rf"|{_NAME}\s*[:=]\s*(?:nee|geen|no|none)\b",
    re.IGNORECASE,
)
"""Words that deny it must stand by its name: "social return, geen maximum" denies nothing."""
_SENTENCES = re.compile(r"[^.;\n!?]+(?:\.(?=[a-z\d])[^.;\n!?]*)*[.;\n!?]?", re.IGNORECASE)
_OPPORTUNITIES = "opp"
"""Code of BT-775: employment opportunities for the long-term unemployed, disadvantaged or disabled."""


@dataclass(frozen=True, slots=True)
class Said:
    """One text of a notice that may name social return, with the form that naming it there has."""

    text: Stated[str]
    form: str | None = None


def passage_in(text: str) -> str | None:
    """The sentence that names social return, at most 240 characters of it; None when none does.

    "Social" in the name of a regime (the light one for social services) is no social return.
    """
    match = _NAMES.search(text) if may_name(text) else None
    if match is None:
        return None
    sentence = next((s for s in _SENTENCES.finditer(text) if s.start() <= match.start() < s.end()), None)
    passage = " ".join((sentence.group() if sentence else match.group()).split())
    return passage if len(passage) <= _LONGEST else _around(passage, match.group())


def may_name(text: str) -> bool:
    """Whether a word stands there without which no passage names it: asked in a hundredth of the time."""
    lower = text.lower()
    return (
        "return" in lower
        or "roi" in lower
        or "arbeidsmarkt" in lower
        or "r market" in lower
        or "langdurig" in lower
        or "unemployed" in lower
        or "banenafspraak" in lower
        or "doelgroep" in lower
    )


def _around(passage: str, name: str) -> str:
    at = max(0, passage.casefold().find(" ".join(name.split()).casefold()) - _LONGEST // 2)
    return f"{'…' if at else ''}{passage[at : at + _LONGEST]}…"


def statement(
    objectives: Iterable[Stated[str]], strategies: Iterable[Stated[str]], texts: Iterable[Said]
) -> SocialReturnStatement:
    """What codes (BT-775, BT-06) and texts together say; a text that names it outweighs a code that denies it."""
    named = [(said, passage) for said in texts if (passage := passage_in(said.text.value)) is not None]
    asked = [(said, passage) for said, passage in named if not _DENIES.search(passage)]
    if asked:
        said, passage = next(((s, p) for s, p in asked if s.form), asked[0])
        return SocialReturnStatement(Answer.STATED, said.form, said.text._replace(value=passage))
    codes = tuple(objectives)
    strategy = tuple(strategies)
    if code := next((code for code in codes if code.value == _OPPORTUNITIES), None):
        return SocialReturnStatement(Answer.STATED, None, code)
    social = next((code for code in strategy if code.value == "soc-obj"), None)
    if social and not codes:  # a social objective that no code makes more precise
        return SocialReturnStatement(Answer.STATED, None, social)
    if named:
        said, passage = named[0]
        return SocialReturnStatement(Answer.STATED_NOT, None, said.text._replace(value=passage))
    if strategy and not codes and all(code.value == "none" for code in strategy):
        return SocialReturnStatement(Answer.STATED_NOT, None, strategy[0])
    return NOT_STATED

"""Sentences that say that social return is not asked."""

from __future__ import annotations

from srtool.draft.alternatives import any_of
from srtool.draft.sentence import Sentence

_IT = r"(?:social(?:e)?[\s-]+return|SROI)(?:[\s-]?(?:verplichting|eis|voorwaarde|paragraaf|bepaling))?"
_REFUSED = any_of(
    rf"{_IT}\b:?(?:\s+[\w()-]+){{0,8}}?\s+(?:niet\s+(?:als\s+(?:eis|voorwaarde)\s+)?(?:van\s+toepassing|aan\s+de\s+orde|gevraagd|verlangd|opgenomen|toegepast|ge[ëe]ist|opgelegd|gesteld|voorgeschreven)"
    r"|n\.?v\.?t\b|buiten\s+(?:beschouwing|toepassing)|achterwege)",
    rf"{_IT}\s+(?:geldt|speelt|past)\s+(?:\w+\s+){{0,4}}?niet\b",
    rf"\bgeen\s+(?:(?!andere|extra|hogere|aanvullende|hoger|nieuwe)\w+\s+){{0,2}}?{_IT}\b(?![\s-]+(?:kandida|activiteit|plan|waarde))",
    rf"\b(?:afgezien\s+om|(?:afgezien|af\s?te\s?zien|zie(?:t|n)\s+(?:\w+\s+){{0,2}}?af)\s+van)\s+(?:\w+\s+){{0,4}}?{_IT}",
    rf"\bvan\s+(?:\w+\s+){{0,4}}?{_IT}\s+(?:\w+\s+){{0,6}}?(?:afgezien|af\b)",
    rf"\bniet\s+van\s+toepassing\b[^.;]{{0,40}}{_IT}",
)
_PARTIAL = any_of(
    r"\bperceel\s+\w{1,2}\b",
    r"\b(?:indien|als(?!\s+(?:eis|voorwaarde|verplichting)\b)|wanneer|tenzij|voor\s+zover|mits)\b",
    r"\bonder\s+de\b",
    r"\btot\s+€",
    r"\bonderaannemer",
)
_REASON = any_of(
    r"\bomdat\b",
    r"\bhet\s+(?:betreft|gaat\s+om)\b",
    r"\bwant\b",
    r"\baangezien\b",
    r"\bvanwege\b",
    r"\bwegens\b",
    r"\bgezien\b",
    r"\bgelet\s+op\b",
    r"\bdoordat\b",
    r"\breden\w*\b",
    r"\bdaarom\b",
    r"\bmotivering\b",
)


def refused_words(sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence says that social return is not asked; of a part, or under a condition, is another thing."""
    match = _REFUSED.search(sentence.text)
    return None if match is None or _PARTIAL.search(sentence.text) else match.span()


def gives_reason(text: str) -> bool:
    """Whether a passage says why."""
    return _REASON.search(text) is not None

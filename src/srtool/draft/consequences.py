"""What follows when social return is not realised, and whether it is more than what was not realised."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from srtool.draft.alternatives import any_of
from srtool.draft.percentage_uses import Use, use_of
from srtool.draft.percentages import percentages
from srtool.draft.sentence import Sentence

_TIMES = any_of(
    r"anderhalf\s*(?:maal|keer)",
    r"(?:1[.,]\d+|2|twee)\s*(?:maal|keer|x)\b",
    r"factor\s+(?:1[.,]\d+|2)",
    r"\bdubbele?\b",
    "tweemaal",
    r"verdubbel\w+",
)
_SHORTFALL = any_of(
    r"niet[\s-](?:\w+\s+){0,2}(?:gerealiseerd|ingevuld|nagekomen|behaald|besteed|geheel|volledig|voldaan)",
    r"te\s+weinig",
    "tekort",
    "ontbrekend",
    "resterend",
    "openstaand",
    "verschil",
    r"niet\s+nakom",
    r"niet\s+vol",
    r"niet[\s-]nakoming",
    "boete",
    "inhou",
)


_KINDS = {
    "fine": r"\bboete\w*",
    "withholding": r"\binhoud(?:en|ing|t)\b|\bin\s+te\s+houden\b|\bingehouden\b|\bhoudt\b[^.;]{0,80}\bin\b",
    "settlement": r"\bverreken\w*|in\s+mindering|\bgecrediteerd\b|\bcrediteer\w*",
    "malus": r"\bmalus\w*",
    "discount": r"\bkorting\b|\bgekort\b",
    "termination": r"\bontbind\w*|\bontbonden\b|\bopzeg\w*",
    "damages": r"schadevergoeding\w*",
    "payment": r"opeisbaar|verschuldigd|\bnaheffing",
}
_KIND = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _KINDS.items()), re.IGNORECASE)


_DISCOUNT = re.compile(r"\bkorting\b", re.IGNORECASE)
_OFFERED = any_of(
    r"\bfictieve\s+korting",
    r"\b(?:bied(?:t|en)?|aan(?:ge)?bied\w*|aangeboden|offre\w+|ge(?:eft|ven))\b[^.;]{0,60}\bkorting\b",
    r"\bkorting\b[^.;]{0,60}\b(?:bied(?:t|en)?|aan(?:ge)?bied\w*|aangeboden|offre\w+|ge(?:eft|ven)|punten|tarie(?:f|ven)|prij(?:s|zen)|eenheidsprij\w+)\b",
    r"\b(?:staffel|volume|kwantum|prijs|betalings|inkoop)korting",
    r"\b(?:inschrijver\w*|inschrijving\w*)\b[^.;]{0,80}\bkorting\b",
)


def is_offered_discount(text: str, start: int) -> bool:
    """Whether the word that stands here is a discount which a bidder offers, and not what follows on a shortfall."""
    is_discount = _DISCOUNT.match(text, start) is not None
    return is_discount and _OFFERED.search(text) is not None and _SHORTFALL.search(text) is None


def consequence_kinds(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """(kind, start, end) of what may follow, each once in a sentence."""
    seen: set[str] = set()
    for match in _KIND.finditer(sentence.text):
        if match.lastgroup and match.lastgroup not in seen and not is_offered_discount(sentence.text, match.start()):
            seen.add(match.lastgroup)
            yield match.lastgroup, match.start(), match.end()


def above_shortfall(sentence: Sentence) -> tuple[str, int, int] | None:
    """(how much, start, end) where a sentence takes more than the whole of what was not realised."""
    if not _SHORTFALL.search(sentence.text):
        return None
    for percentage in percentages(sentence):
        if use_of(percentage) is Use.CONSEQUENCE and percentage.value > Decimal(100):
            return f"{percentage.value}%", percentage.start, percentage.end
    match = _TIMES.search(sentence.text)
    return None if match is None else (match[0], match.start(), match.end())

"""What follows when social return is not realised, and whether it is more than what was not realised."""

from __future__ import annotations

import re
from decimal import Decimal

from srtool.draft.percentages import Use, percentages
from srtool.draft.sentence import Sentence

_TIMES = re.compile(
    r"anderhalf\s*(?:maal|keer)|(?:1[.,]\d+|2|twee)\s*(?:maal|keer|x)\b|factor\s+(?:1[.,]\d+|2)|\bdubbele?\b|tweemaal|verdubbel\w+",
    re.IGNORECASE,
)
_SHORTFALL = re.compile(
    r"niet[\s-](?:gerealiseerd|ingevuld|nagekomen|behaald|besteed|geheel|volledig|voldaan)|tekort|ontbrekend|resterend|openstaand|verschil|niet\s+nakom|niet\s+vol"
    r"|niet[\s-]nakoming|boete|inhou",
    re.IGNORECASE,
)


def above_shortfall(sentence: Sentence) -> tuple[str, int, int] | None:
    """(how much, start, end) where a sentence takes more than the whole of what was not realised."""
    if not _SHORTFALL.search(sentence.text):
        return None
    for percentage in percentages(sentence):
        if percentage.use is Use.CONSEQUENCE and percentage.value > Decimal(100):
            return f"{percentage.value}%", percentage.start, percentage.end
    match = _TIMES.search(sentence.text)
    return None if match is None else (match[0], match.start(), match.end())

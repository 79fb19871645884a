"""A sum in words: where a part of it is not known, what is known and of how many contracts."""

from __future__ import annotations

from srtool.sums import Sum
from srtool.texts import Lang, sentence
from srtool.texts.say import amount
from srtool.views.shared.names import whole


def sum_text(total: Sum, lang: Lang, *, brief: bool = False) -> str:
    """The amount, else `bekend € x van 3 van de 5 contracten`, `brief` in a narrow cell, else that it is not known."""
    if total.whole is not None:
        return amount(lang, total.whole)
    if total.known is None or not total.parts:
        return sentence(lang, "shared.sums.unknown")
    known, parts, of = amount(lang, total.known), whole(lang, total.parts), whole(lang, total.of)
    return sentence(lang, "shared.sums.brief" if brief else "shared.sums.known").format(known=known, parts=parts, of=of)

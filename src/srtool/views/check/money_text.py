"""What a whole register aims for and asks, in one sentence."""

from __future__ import annotations

from srtool.checks.summary import Summary
from srtool.sums import Sum
from srtool.texts import Lang, sentence, words
from srtool.texts.say import amount
from srtool.views.shared.names import counted
from srtool.views.shared.sum_text import sum_text


def money_text(total: Summary, lang: Lang) -> str | None:
    """Both sums, each with the contracts that it is of; None where nothing is aimed for nor asked."""
    norm, asked = total.norm_obligation, total.asked_obligation
    if not (norm.of or asked.of):
        return None
    return sentence(lang, "check.lines.money").format(norm=_of(norm, lang), asked=_of(asked, lang))


def _of(total: Sum, lang: Lang) -> str:
    """An amount with the number of contracts that it is of: aim and demand need not be known of the same ones."""
    phrases = words(lang, "check.lines")
    if not total.of:
        return phrases["no_amount"]
    if total.whole is None:
        return sum_text(total, lang)
    contracts = counted(lang, "shared.contracts", total.of)
    return phrases["summed"].format(amount=amount(lang, total.whole), contracts=contracts)

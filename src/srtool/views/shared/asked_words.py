"""What a contract asks, in words: the amount, or the percentage and of what, and what of it is not known."""

from __future__ import annotations

from srtool.register.model import Contract
from srtool.texts import Lang, words
from srtool.texts.say import amount, number, percent, word
from srtool.views.shared.names import counted


def asked_text(contract: Contract, basis: str | None, lang: Lang) -> str:
    """The amount, the path, the percentage, the hours or the people; `basis` is that of the contract, else assumed."""
    phrases, asked = words(lang, "shared.asked"), contract.social_return
    if asked.amount is not None:
        return amount(lang, asked.amount)
    if asked.growth:
        return phrases["growth"] + _basis_text(contract, basis, lang)
    if asked.percent is not None:
        return percent(lang, asked.percent) + _basis_text(contract, basis, lang)
    if asked.hours is not None:
        return phrases["hours"].format(hours=number(lang, asked.hours))
    if asked.people is not None:
        return counted(lang, "shared.people", asked.people)
    return phrases["not_known"]


def _basis_text(contract: Contract, basis: str | None, lang: Lang) -> str:
    """Of what it is, whether the contract says so, and else that nobody does."""
    phrases, stated = words(lang, "shared.asked"), contract.social_return.basis
    if stated is None and basis is None:
        return phrases["of_unknown"]
    return phrases["of" if stated is not None else "of_assumed"].format(basis=word(lang, stated or basis or ""))

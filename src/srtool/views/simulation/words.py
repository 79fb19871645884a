"""The words that the writers of a simulation share, and what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from srtool.bundle.proposal import Overall
from srtool.finding import Receipt
from srtool.lazy_dataclass import dataclass
from srtool.portfolio.simulation import Part, Result, Scheme, Simulation, Span
from srtool.texts import Lang, words
from srtool.texts.say import amount, number, percent
from srtool.texts.say import word as say_word


@dataclass(frozen=True, slots=True)
class Shown:
    """A simulation with what is told beside it."""

    simulation: Simulation
    bundling: Overall
    """What combining small contracts would add under the rules of today."""
    price: Decimal | None
    """What a job costs a year, as the user says; euro. None: not asked for."""
    receipt: Receipt

    @property
    def results(self) -> Sequence[Result]:
        """Today first, then each scheme."""
        return (self.simulation.present, *self.simulation.results)


def name(result: Result, tried: Sequence[Result], lang: Lang) -> str:
    """`boven € 100.000, 5%`; the basis, term and kinds only where they differ between the schemes."""
    phrases, scheme = words(lang, "simulation.scheme"), result.scheme
    if scheme is None:
        return phrases["today"]
    others = [each.scheme for each in tried if each.scheme is not None]
    parts = [phrases[scheme.operator].format(amount=whole_euro(scheme.threshold, lang)), percent(lang, scheme.norm)]
    if len({other.min_months for other in others}) > 1:
        parts.append(months(scheme, lang))
    if len({other.basis for other in others}) > 1:
        parts.append(say_word(lang, scheme.basis))
    return ", ".join(parts)


def months(scheme: Scheme, lang: Lang) -> str:
    """The term from which it holds."""
    phrases = words(lang, "simulation.scheme")
    return phrases["any_term"] if scheme.min_months is None else phrases["term"].format(n=scheme.min_months)


def whole_euro(value: Decimal, lang: Lang) -> str:
    """An amount without cents where it has none."""
    return amount(lang, value) if value % 1 else f"€ {number(lang, int(value))}"


def span(value: Span, lang: Lang) -> str:
    """One amount, from one to another, or `vanaf € 5.000` where nothing bounds it."""
    if is_unknown(value):
        return words(lang, "simulation.span")["unknown"]
    if value.unbounded:
        return words(lang, "simulation.span")["from"].format(low=whole_euro(value.low, lang))
    if value.low == value.high:
        return whole_euro(value.low, lang)
    return words(lang, "simulation.span")["between"].format(
        low=whole_euro(value.low, lang), high=whole_euro(value.high, lang)
    )


def is_unknown(value: Span) -> bool:
    """Whether nothing is known of an amount: it has neither a lowest nor a highest."""
    return bool(value.unbounded) and not value.low


def contracts(part: Part, lang: Lang) -> str:
    """One number, or from one to another where of some it cannot be said."""
    return between(part.sure, part.possible, lang)


def between(sure: int, possible: int, lang: Lang) -> str:
    """One number, or from one to another where more are possible."""
    low, high = number(lang, sure), number(lang, sure + possible)
    return low if not possible else words(lang, "simulation.span")["between"].format(low=low, high=high)

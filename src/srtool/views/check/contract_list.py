"""The contracts of a report below each other: whether social return applies, what is aimed for and asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from srtool.finding import ContractVerdict
from srtool.texts import Lang, sentence, words
from srtool.texts.say import percent
from srtool.views.check.check_options import CheckOptions
from srtool.views.check.verdict_lines import figures_text, how_many
from srtool.views.shared.lines import Line, clean
from srtool.views.shared.table import Column
from srtool.views.shared.terminal_table import aligned
from srtool.views.shared.totals_text import counts_text


def table(
    contracts: Sequence[ContractVerdict], counts: Mapping[str | None, Counter[str]], lang: Lang, options: CheckOptions
) -> Iterator[Line]:
    """One row per contract under headings."""
    columns = _columns(counts, lang, options)
    for place, text in enumerate(aligned(columns, contracts, lang, words(lang, "check.columns"))):
        yield Line(text, "title" if place == 0 else "", 0, 4)


def _columns(
    counts: Mapping[str | None, Counter[str]], lang: Lang, options: CheckOptions
) -> tuple[Column[ContractVerdict], ...]:
    return (
        Column("id", "text", lambda verdict: _short(clean(verdict.id))),
        Column("applies", "text", lambda verdict: _scope(verdict, lang)),
        Column("norm", "euro", lambda verdict: verdict.norm_obligation),
        Column("asked", "euro", lambda verdict: _asked(verdict, lang, options)),
        Column("counts", "text", lambda verdict: _findings(verdict, counts, lang, options)),
    )


def narrow(
    contracts: Sequence[ContractVerdict], counts: Mapping[str | None, Counter[str]], lang: Lang, options: CheckOptions
) -> Iterator[Line]:
    """The same for a narrow terminal: two lines per contract."""
    for verdict in contracts:
        findings = _findings(verdict, counts, lang, options)
        yield Line(f"{_short(clean(verdict.id))}  {_scope(verdict, lang)} · {findings}", "", 0, 4)
        figures = figures_text(verdict, lang, options)
        if figures:
            yield Line(figures, "dim", 4)


def _findings(
    verdict: ContractVerdict, counts: Mapping[str | None, Counter[str]], lang: Lang, options: CheckOptions
) -> str:
    if verdict.id in options.not_looked_at:
        return sentence(lang, "check.lines.not_looked_at")
    return counts_text(counts.get(verdict.id, Counter()), lang)


def _scope(verdict: ContractVerdict, lang: Lang) -> str:
    """Whether social return applies, whether that rests on an estimate, and whether another contract carries it."""
    applies: str = words(lang, "check.applies")[verdict.applies.value]
    if not verdict.counted:
        return sentence(lang, "check.verdict.call_off").format(applies=applies)
    return f"{applies} ({sentence(lang, 'check.applies.estimated')})" if verdict.by_estimate else applies


def _asked(verdict: ContractVerdict, lang: Lang, options: CheckOptions) -> Decimal | str | None:
    """The amount that is asked, else the percentage of a base that is not known or stated, else the people or hours."""
    if verdict.asked_obligation is None and verdict.counted:
        if verdict.asked_percent is not None:
            return percent(lang, verdict.asked_percent)
        demand = options.demands.get(verdict.id)
        if demand is not None and (many := how_many(demand, lang)):
            return many
    return verdict.asked_obligation


def _short(text: str, most: int = 24) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"

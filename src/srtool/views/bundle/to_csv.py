"""A plan as CSV that a Dutch or English Excel opens as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from srtool.bundle.proposal import Bundle, Plan
from srtool.texts import Lang, words
from srtool.texts.say import heading
from srtool.views.bundle.words import group_label
from srtool.views.shared.csv_table import csv_lines, number
from srtool.views.shared.table import Column


def pieces(plan: Plan, lang: Lang, names: Mapping[str, str]) -> Iterator[str]:
    """One row per proposal; amounts as a spreadsheet of that language reads them."""
    return csv_lines(_columns(lang, names), plan.bundles, words(lang, "bundle.csv"), lang)


def _columns(lang: Lang, names: Mapping[str, str]) -> tuple[Column[Bundle], ...]:
    kinds, states = words(lang, "bundle.kinds"), words(lang, "bundle.short_states")
    return (
        Column("id", "text", lambda bundle: bundle.id),
        Column("kind", "text", lambda bundle: kinds[bundle.group.bundle]),
        Column("group", "text", lambda bundle: group_label(bundle.group, lang, names)),
        Column("state", "text", lambda bundle: states[bundle.state]),
        Column("members", "text", lambda bundle: "; ".join(bundle.members)),
        Column("count", "count", lambda bundle: len(bundle.members)),
        Column("wage_sum", "euro", lambda bundle: bundle.wage_sum),
        Column("excess", "euro", lambda bundle: bundle.excess),
        Column("obligation", "euro", lambda bundle: bundle.obligation),
        Column("obligation_ambition", "euro", lambda bundle: bundle.obligation_ambition),
        Column("wage_sum_left", "euro", lambda bundle: bundle.wage_sum_left),
        Column("merged_value", "euro", lambda bundle: bundle.european.value if bundle.european else None),
        Column("missing_texts", "text", lambda bundle: _headings(bundle.missing_texts, lang)),
        Column("per_year", "text", lambda bundle: _per_year(bundle, lang)),
        Column("already", "text", lambda bundle: "; ".join(bundle.already)),
        Column("rule_set", "text", lambda bundle: bundle.group.rule_set),
    )


def _headings(fields: tuple[str, ...], lang: Lang) -> str:
    return "; ".join(heading(lang, name, "merges") for name in fields)


def _per_year(bundle: Bundle, lang: Lang) -> str:
    return "; ".join(f"{year} {number(amount, lang)}" for year, amount in bundle.per_year)

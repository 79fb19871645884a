"""A plan as CSV that a Dutch or English Excel opens as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from srtool.bundle.proposal import Bundle, Plan
from srtool.texts import Lang
from srtool.texts.say import heading
from srtool.views.bundle.words import group_label, words
from srtool.views.shared.csv_table import as_text, number, table

_COLUMNS = (
    "id",
    "kind",
    "group",
    "state",
    "members",
    "count",
    "wage_sum",
    "excess",
    "obligation",
    "obligation_ambition",
    "wage_sum_left",
    "merged_value",
    "missing_texts",
    "per_year",
    "already",
)


def pieces(plan: Plan, lang: Lang, names: Mapping[str, str]) -> Iterator[str]:
    """One row per proposal; amounts as a spreadsheet of that language reads them."""
    headings = words(lang, "csv")
    rows = ([as_text(cell) for cell in _cells(one, lang, names)] for one in plan.bundles)
    return table([headings[column] for column in _COLUMNS], rows, lang)


def _cells(one: Bundle, lang: Lang, names: Mapping[str, str]) -> Iterator[str]:
    cells = {
        "id": one.id,
        "kind": words(lang, "kinds")[one.group.bundle],
        "group": group_label(one.group, lang, names),
        "state": words(lang, "short_states")[one.state],
        "members": "; ".join(one.members),
        "count": str(len(one.members)),
        "wage_sum": number(one.wage_sum, lang),
        "excess": number(one.excess, lang),
        "obligation": number(one.obligation, lang),
        "obligation_ambition": number(one.obligation_ambition, lang),
        "wage_sum_left": number(one.wage_sum_left, lang),
        "merged_value": number(one.european.value if one.european else None, lang),
        "missing_texts": "; ".join(heading(lang, name, "merges") for name in one.missing_texts),
        "per_year": "; ".join(f"{year} {number(value, lang)}" for year, value in one.per_year),
        "already": "; ".join(one.already),
    }
    return (cells[column] for column in _COLUMNS)

"""The numbers behind the charts of the first page: years, states, categories, target groups and causes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from srtool.portfolio.changes import SERIOUS
from srtool.portfolio.target_groups import TargetGroup
from srtool.texts import Lang
from srtool.texts.say import word
from srtool.views.monitor.words import words as followed
from srtool.views.report.contents import Contents
from srtool.views.shared.table import Kind, Value
from srtool.views.sheets.book import words

_MOST = 9
"""So many bars stand in a chart; what follows is taken together."""
_NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class ChartData:
    """The numbers behind a chart: a heading per column, and its rows."""

    key: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]]
    kind: Kind
    lying: bool = True

    @property
    def most(self) -> Decimal:
        """The largest of its values."""
        values = (value for row in self.rows for value in row[1:])
        return max((Decimal(value) for value in values if isinstance(value, int | Decimal)), default=Decimal(0))


def chart_data(contents: Contents, lang: Lang) -> Iterator[ChartData]:
    """One per chart, in their order; a chart without rows is not drawn."""
    text, states = words(lang, "overview"), followed(lang, "states")
    found = contents.years
    years = [(str(one.year), one.obligation, one.realised, one.expected) for one in found.years]
    if found.undated_owed or found.undated_confirmed:
        years.append((text["undated"], found.undated_owed, found.undated_confirmed, _NOTHING))
    yield ChartData(
        "years",
        (text["year"], text["owed"], text["realised"], text["expected"]),
        years,
        "whole_euro",
        lying=False,
    )
    counts = sorted(contents.monitoring.states.items(), key=lambda pair: SERIOUS.index(pair[0]))
    yield ChartData(
        "states",
        (text["state"], text["contracts"]),
        [(states[state], count) for state, count in counts],
        "count",
    )
    yield ChartData("categories", (text["category"], text["owed"]), _categories(contents, lang), "whole_euro")
    yield ChartData("groups", (text["group"], text["realised"]), _groups(contents, lang), "whole_euro")
    codes = followed(lang, "causes")["codes"]
    causes = [(codes.get(one.code, one.code), one.contracts) for one in contents.monitoring.causes]
    yield ChartData("causes", (text["cause"], text["contracts"]), causes[:_MOST], "count")


def _categories(contents: Contents, lang: Lang) -> list[tuple[Value, ...]]:
    """The largest obligations by category; what follows together."""
    known = [(one.name, one.owed) for one in contents.monitoring.categories if one.owed]
    none = followed(lang, "categories")["none"]
    ranked = sorted(known, key=lambda pair: -pair[1])
    return _largest([(none if name is None else name, owed) for name, owed in ranked], lang)


def _groups(contents: Contents, lang: Lang) -> list[tuple[Value, ...]]:
    """The target groups that brought most; what follows together, the groups of few people among it."""
    groups = [one for one in (*contents.groups.rows, contents.groups.hidden) if one is not None]
    return _largest([(group_label(one, lang), one.value) for one in groups if one.value], lang)


def _largest(ranked: Sequence[tuple[str, Decimal]], lang: Lang) -> list[tuple[Value, ...]]:
    """As many as a chart has room for, and one bar for all that follows, so that they add up."""
    rows: list[tuple[Value, ...]] = [*ranked[:_MOST]]
    if rest := ranked[_MOST:]:
        rows.append((words(lang, "overview")["rest"], sum((value for _, value in rest), _NOTHING)))
    return rows


def group_label(one: TargetGroup, lang: Lang) -> str:
    """What a target group is called."""
    if one.label is not None:
        return one.label[lang]
    if one.block is not None:
        return one.block
    if one.kind is not None:
        return word(lang, one.kind)
    text: str = words(lang, "overview")["other_groups"]
    return text

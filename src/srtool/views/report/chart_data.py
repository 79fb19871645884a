"""The numbers behind the charts of the first page: years, states, categories, target groups and causes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from srtool.lazy_dataclass import dataclass
from srtool.portfolio.changes import SERIOUS
from srtool.portfolio.target_groups import TargetGroup
from srtool.progress.state import State
from srtool.texts import Lang, sentence, words
from srtool.texts.say import word
from srtool.views.report.contents import Contents
from srtool.views.report.tones import STATES
from srtool.views.shared.names import counted
from srtool.views.shared.table import Kind, Tone, Value

_MOST = 9
"""So many bars stand in a chart; what follows is taken together."""
_NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True)
class ChartData:
    """The numbers behind a chart: a heading per column, and its rows."""

    key: str
    headings: Sequence[str]
    rows: Sequence[tuple[Value, ...]]
    kind: Kind
    lying: bool = True
    tones: Sequence[Tone] = ()
    """Of each row, where its word has a colour on the other sheets."""
    note: str | None = None
    """What of it is not known."""

    @property
    def most(self) -> Decimal:
        """The largest of its values."""
        values = (value for row in self.rows for value in row[1:])
        return max((Decimal(value) for value in values if isinstance(value, int | Decimal)), default=Decimal(0))


def chart_data(contents: Contents, lang: Lang) -> Iterator[ChartData]:
    """One per chart, in their order; a chart without rows is not drawn."""
    phrases, states = words(lang, "report.overview"), words(lang, "monitor.states")
    yield _years(contents, phrases, lang)
    counts = sorted(contents.monitoring.states.items(), key=lambda pair: SERIOUS.index(pair[0]))
    yield ChartData(
        "states",
        (phrases["state"], phrases["contracts"]),
        [(states[state], count) for state, count in counts],
        "count",
        tones=[STATES[State(state)] for state, _ in counts],
    )
    yield ChartData("categories", (phrases["category"], phrases["owed"]), _categories(contents, lang), "whole_euro")
    yield ChartData("groups", (phrases["group"], phrases["realised"]), _groups(contents, lang), "whole_euro")
    codes = words(lang, "monitor.causes.codes")
    causes = [(codes.get(cause.code, cause.code), cause.contracts) for cause in contents.monitoring.causes]
    yield ChartData("causes", (phrases["cause"], phrases["contracts"]), causes[:_MOST], "count")


def _years(contents: Contents, phrases: Mapping[str, str], lang: Lang) -> ChartData:
    """Owed, confirmed and expected by year, as far as the register keeps what was done and what is to come."""
    by_year = contents.years
    years: list[tuple[Value, ...]] = [
        (str(year.year), year.obligation, year.realised, year.expected) for year in by_year.years
    ]
    if by_year.undated_owed or by_year.undated_confirmed:
        years.append((phrases["undated"], by_year.undated_owed, by_year.undated_confirmed, _NOTHING))
    headings = [phrases[key] for key in ("year", "owed", "realised", "expected")]
    contracts, unknown = contents.monitoring.contracts, by_year.unknown
    note = counted(lang, "report.without_owed", unknown) if unknown else None
    if not any(progress.is_kept for progress in contracts):
        return ChartData("years_owed", headings[:2], [row[:2] for row in years], "whole_euro", lying=False, note=note)
    known = 4 if any(progress.dossier.keeps_efforts for progress in contracts) else 3
    rows = [row[:known] for row in years]
    return ChartData("years", headings[:known], rows, "whole_euro", lying=False, note=note)


def _categories(contents: Contents, lang: Lang) -> list[tuple[Value, ...]]:
    """The largest obligations by category; what follows together. None where no contract has a category."""
    if all(category.name is None for category in contents.monitoring.categories):
        return []
    owing = [(category.name, owed) for category in contents.monitoring.categories if (owed := category.owed.known)]
    none = sentence(lang, "monitor.categories.none")
    ranked = sorted(owing, key=lambda pair: -pair[1])
    return _largest([(none if name is None else name, owed) for name, owed in ranked], lang)


def _groups(contents: Contents, lang: Lang) -> list[tuple[Value, ...]]:
    """The target groups that brought most; what follows together, the groups of few people among it."""
    groups = [group for group in (*contents.groups.rows, contents.groups.hidden) if group is not None]
    return _largest([(group_label(group, lang), group.value) for group in groups if group.value], lang)


def _largest(ranked: Sequence[tuple[str, Decimal]], lang: Lang) -> list[tuple[Value, ...]]:
    """As many as a chart has room for, and one bar for all that follows, so that they add up."""
    rows: list[tuple[Value, ...]] = [*ranked[:_MOST]]
    if rest := ranked[_MOST:]:
        rows.append((sentence(lang, "report.overview.rest"), sum((value for _, value in rest), _NOTHING)))
    return rows


def group_label(group: TargetGroup, lang: Lang) -> str:
    """What a target group is called."""
    if group.label is not None:
        return group.label[lang]
    if group.block is not None:
        return group.block
    if group.kind is not None:
        return word(lang, group.kind)
    return sentence(lang, "report.overview.other_groups")

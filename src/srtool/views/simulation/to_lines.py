"""A simulation for a person: a table with bars, what decides, and the categories in which it would land."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from srtool.portfolio.simulation import Part, Result, jobs
from srtool.texts import Lang, words
from srtool.texts.say import amount, number
from srtool.views.shared.lines import NARROW, Line
from srtool.views.shared.names import counted
from srtool.views.shared.table import Column
from srtool.views.shared.terminal_table import aligned
from srtool.views.simulation.words import Shown, between, contracts, is_unknown, name, span, whole_euro

_BAR = 10
_INDENT = 2
_MOST_PARTS = 6


def simulation(shown: Shown, lang: Lang, width: int) -> Iterator[Line]:
    """The grid, what decides, what bundling would add, and the largest categories and units."""
    phrases = words(lang, "simulation.line")
    many = counted(lang, "simulation.contracts", shown.simulation.counted)
    yield Line(phrases["title"].format(contracts=many), "title")
    if width >= NARROW:
        yield from (Line(row, "", _INDENT) for row in _table(shown, lang, width - _INDENT))
    else:
        yield from (Line(_told(result, shown, lang), "", 2, 2) for result in shown.results)
    yield Line("")
    yield from _decides(shown, lang)
    yield from _parts(shown, lang)
    yield Line("")
    yield Line(phrases["not_weighed"], "warning")


def _table(shown: Shown, lang: Lang, width: int) -> list[str]:
    """The grid, with bars where these fit beside the numbers."""
    headings, columns = words(lang, "simulation.columns"), _columns(shown, lang)
    rows = aligned((*columns, _bars(shown)), shown.results, lang, headings)
    return rows if max(map(len, rows)) <= width else aligned(columns, shown.results, lang, headings)


def _bars(shown: Shown) -> Column[Result]:
    most = max(result.whole.norm.high for result in shown.results)
    return Column("bar", "text", lambda result: _bar(result, most))


def _columns(shown: Shown, lang: Lang) -> tuple[Column[Result], ...]:
    columns: list[Column[Result]] = [
        Column("scheme", "text", lambda result: name(result, shown.simulation.results, lang)),
        Column("contracts", "count", lambda result: contracts(result.whole, lang)),
        Column("enters", "count", lambda result: _change(result, lang)),
        Column("small", "count", lambda result: between(result.small, result.whole.possible, lang)),
        Column("norm", "count", lambda result: span(result.whole.norm, lang)),
    ]
    if (price := shown.price) is not None:
        columns.append(Column("jobs", "count", lambda result: _jobs(result, price, lang)))
    return tuple(columns)


def _change(result: Result, lang: Lang) -> str | None:
    """Contracts that come in and go out, against today."""
    if result.scheme is None:
        return None
    gone, perhaps = len(result.leaves), len(result.may_leave)
    leaves = f" -{between(gone, perhaps, lang)}" if gone or perhaps else ""
    return f"+{between(len(result.enters), len(result.may_enter), lang)}{leaves}"


def _jobs(result: Result, price: Decimal, lang: Lang) -> str:
    norm = result.whole.norm
    if is_unknown(norm):
        return words(lang, "simulation.span")["unknown"]
    least, most = number(lang, jobs(norm.low, price)), number(lang, jobs(norm.high, price))
    if norm.unbounded:
        return words(lang, "simulation.span")["from"].format(low=least)
    return least if least == most else words(lang, "simulation.span")["between"].format(low=least, high=most)


def _bar(result: Result, most: Decimal) -> str:
    """Full as far as it is sure, pale as far as it may go."""
    if not most:
        return ""
    sure = int(result.whole.norm.low * _BAR / most)
    return "█" * sure + "░" * (int(result.whole.norm.high * _BAR / most) - sure)


def _told(result: Result, shown: Shown, lang: Lang) -> str:
    phrases = words(lang, "simulation.line")
    return phrases["narrow"].format(
        scheme=name(result, shown.simulation.results, lang),
        contracts=contracts(result.whole, lang),
        norm=span(result.whole.norm, lang),
    )


def _decides(shown: Shown, lang: Lang) -> Iterator[Line]:
    """How many more contracts to follow, how many stay small, and what is not known."""
    phrases, widest = words(lang, "simulation.line"), _widest(shown)
    values = {
        "scheme": name(widest, shown.simulation.results, lang),
        "enters": _several(len(widest.enters), len(widest.may_enter), lang),
        "small": number(lang, widest.small),
        "of": number(lang, widest.whole.sure),
    }
    yield Line(phrases["decides" if widest.whole.sure else "decides_bare"].format(**values))
    unbounded = max(result.whole.norm.unbounded for result in shown.results)
    possible = max(result.whole.possible for result in shown.results)
    if possible:
        yield Line(phrases["possible"].format(contracts=counted(lang, "simulation.contracts", possible)))
    if unbounded:
        yield Line(phrases["unbounded"].format(contracts=counted(lang, "simulation.contracts", unbounded)))
    bundling = shown.bundling
    values = {
        "contracts": counted(lang, "simulation.contracts", bundling.merged_members),
        "norm": whole_euro(bundling.added_norm, lang),
        "pooled": counted(lang, "simulation.contracts", bundling.pooled_contracts),
        "to_discuss": amount(lang, bundling.to_discuss),
    }
    yield Line(phrases["bundling_known" if possible else "bundling"].format(**values))
    if shown.price is not None:
        yield Line(phrases["price"].format(price=whole_euro(shown.price, lang)), "dim")


def _several(sure: int, possible: int, lang: Lang) -> str:
    """So many contracts, or from one number to another."""
    most = sure + possible
    told = counted(lang, "simulation.contracts", most)
    return told.replace(number(lang, most), between(sure, possible, lang), 1)


def _parts(shown: Shown, lang: Lang) -> Iterator[Line]:
    phrases, widest = words(lang, "simulation.line"), _widest(shown)
    for key, parts in (("by_category", widest.by_category), ("by_unit", widest.by_unit)):
        if any(part.name for part in parts):
            yield Line("")
            yield Line(phrases[key].format(scheme=name(widest, shown.simulation.results, lang)), "title")
            yield from (Line(line, "", 2) for line in aligned(_part_columns(lang), parts[:_MOST_PARTS], lang))
            if len(parts) > _MOST_PARTS:
                yield Line(counted(lang, "simulation.more_parts", len(parts) - _MOST_PARTS), "dim", 2)


def _part_columns(lang: Lang) -> Sequence[Column[Part]]:
    empty = words(lang, "simulation.line")["no_name"]
    return (
        Column("name", "text", lambda part: part.name or empty),
        Column("contracts", "count", lambda part: contracts(part, lang)),
        Column("norm", "text", lambda part: span(part.norm, lang)),
    )


def _widest(shown: Shown) -> Result:
    """The scheme that brings most."""
    return max(shown.simulation.results, key=lambda result: _breadth(result.whole))


def _breadth(whole: Part) -> tuple[Decimal, int, int, Decimal]:
    """What is sure first, then what may be."""
    return whole.norm.low, whole.sure, whole.possible, whole.norm.high

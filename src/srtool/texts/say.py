"""Values, findings and problems into words, as a Dutch or an English reader writes them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from srtool.errors import Problem
from srtool.finding import Finding, OwnColumns, SheetColumns, Step, Unit
from srtool.place import Place, TablePlace, Where
from srtool.texts import Lang, keys, lists, sentence, words
from srtool.texts.sheet_terms import in_sheet_terms

_MONTH_NAMES: Mapping[Lang, str] = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_MONTHS = {lang: names.split() for lang, names in _MONTH_NAMES.items()}
_DUTCH = str.maketrans(",.", ".,")
_PARTS = 8
NO_COLUMNS: OwnColumns = {}
_OWN_WORDS = frozenset({"motivation", "exemption", "subject_link", "market_response"})
"""Steps whose value is a sentence of the user."""
_PRICES = {"amount_per_year": "value_per_year", "amount_per_month": "value_per_month"}
"""Why a total is not read, to the field in which such an amount belongs."""
_OF_CELLS = frozenset(
    {
        *("amount_type", "percent_type", "number_type", "day_type", "day_time", "yes_no_type", "kvk_type"),
        *("text_type", "texts_type", "hours_range"),
    }
)
"""Mistakes of which the advice for a cell differs from that for TOML."""
_QUOTED = re.compile("\u2018{value}\u2019")
_PLACEHOLDER = re.compile(r"\{(\w+)")


def number(lang: Lang, value: Decimal | int) -> str:
    """`1.234,50` or `1,234.50`, with the decimals the value has; nothing is rounded here."""
    text = f"{value:,}" if isinstance(value, int) else f"{value:,f}"
    return text.translate(_DUTCH) if lang == "nl" else text


def amount(lang: Lang, value: Decimal) -> str:
    """`€ 1.234,50`; amounts reach this point in whole cents."""
    return f"€ {number(lang, value)}"


def percent(lang: Lang, value: Decimal) -> str:
    """`5%`, `16,67%`: without needless zeros."""
    plain = value.normalize()
    return f"{number(lang, plain if int(plain.as_tuple().exponent) <= 0 else plain.quantize(Decimal(1)))}%"


def day(lang: Lang, value: date) -> str:
    """`1 juli 2011`, `1 July 2011`."""
    return f"{value.day} {_MONTHS[lang][value.month - 1]} {value.year}"


def word(lang: Lang, value: str) -> str:
    """A value of the register's vocabulary (`services` → `diensten`); an unknown one stays as it is."""
    values = lists(lang, "vocabulary.values")
    return values[value][0] if value in values else value


def heading(lang: Lang, key: str, table: str = "contracts") -> str:
    """The heading of a field, as Excel shows it; of a table, or of a list that is a sheet of its own, its name."""
    headings = lists(lang, f"vocabulary.headings.{table}")
    if key in headings:
        return headings[key][0]
    name = key.rpartition(".")[2]
    return table_name(lang, name) if name in keys("vocabulary.tables") else key


def table_name(lang: Lang, table: str) -> str:
    """The name of a table, as the sheet is called."""
    return lists(lang, "vocabulary.tables")[table][0]


def _counted(lang: Lang, value: int, unit: str) -> str:
    one, many = lists(lang, "checks.units")[unit]
    return f"{number(lang, value)} {one if value == 1 else many}"


def show(lang: Lang, value: Any, unit: Unit) -> str:  # noqa: ANN401, C901, PLR0912 - one case per unit; a step's value has the type of its unit
    """A step's value in words."""
    match unit:
        case Unit.EUR:
            return amount(lang, value)
        case Unit.PERCENT:
            return percent(lang, value)
        case Unit.MONTHS | Unit.DAYS:
            return _counted(lang, value, unit.value)
        case Unit.DATE:
            return day(lang, value)
        case Unit.COUNT:
            return number(lang, value)
        case Unit.WORD:
            return word(lang, value)
        case Unit.FIELDS:
            return ", ".join(_field(lang, key) for key in value.split())
        case Unit.PARTS:
            return _parts(lang, value)
        case Unit.GROWTH:
            since = sentence(lang, "checks.units.since")
            return "; ".join(since.format(percent=percent(lang, p), day=day(lang, d)) for d, p in value)
        case Unit.NORM_LEVEL:
            return sentence(lang, f"checks.units.{value}")
        case Unit.READINGS:
            return _readings(lang, value, {})
        case Unit.IDS:
            return "; ".join(value)
        case Unit.TERMS:
            return ", ".join(words(lang, "checks.terms")[term] for term in value)
        case Unit.TEXT:
            return str(value)


def _field(lang: Lang, key: str) -> str:
    """The heading of a field of a contract, or of `table.field`."""
    table, _, rest = key.partition(".")
    return heading(lang, rest, table) if rest and table in keys("vocabulary.headings") else heading(lang, key)


def _parts(lang: Lang, parts: Sequence[tuple[str, Decimal]]) -> str:
    """`A (€ 90.000,00), B (€ 95.000,00)`; of many the first, with how many there are besides."""
    shown = ", ".join(f"{name} ({amount(lang, value)})" for name, value in parts[:_PARTS])
    more = len(parts) - _PARTS
    return shown + sentence(lang, "checks.units.more_parts").format(n=number(lang, more)) if more > 0 else shown


def _readings(lang: Lang, thresholds: Iterable[Any], titles: Mapping[str, str]) -> str:
    """Each reading of the threshold with its first source, by the title when it is known."""
    units = words(lang, "checks.units")
    return "; ".join(
        units[threshold.operator].format(
            basis=word(lang, threshold.basis),
            amount=amount(lang, threshold.amount),
            how=units[threshold.certainty],
            source=titles.get(threshold.source[0], threshold.source[0]),
        )
        for threshold in thresholds
    )


def _cited(lang: Lang, finding: Finding, names: Collection[str]) -> dict[str, str]:
    """What a sentence cites: the steps of these names, in words."""
    if not names:
        return {}
    titles = {source.id: source.title for source in finding.sources}
    return {
        step.name: _readings(lang, step.value, titles)
        if step.unit is Unit.READINGS
        else _quoted(step.value)
        if step.name in _OWN_WORDS
        else show(lang, step.value, step.unit)
        for step in finding.steps
        if step.name in names
    }


def _quoted(text: str) -> str:
    """The user's own words between quotation marks; the sentence around them has a full stop of its own."""
    return f"‘{text.strip().removesuffix('.')}’"  # noqa: RUF001 - quotation marks are meant


def step_label(lang: Lang, step: Step) -> str:
    """What the number is called."""
    return step_labels(lang)[step.name]


@cache
def step_labels(lang: Lang) -> Mapping[str, str]:
    """What the steps of the checks and of the value of an effort are called, by their names."""
    return {**words(lang, "value.steps"), **words(lang, "checks.steps")}


def message(lang: Lang, finding: Finding) -> str:
    """The sentence of a finding, with the numbers its steps explain."""
    text, names = _sentence(lang, finding.code, (finding.says, *finding.also), sheet=_is_of_sheet(finding))
    return text.format_map(_cited(lang, finding, names))


def other_readings(lang: Lang, finding: Finding) -> str:
    """The sentences of a finding about readings that give another answer; empty when there are none."""
    keys = [key for key in finding.also if key.startswith("reading_")]
    text = " ".join(words(lang, "checks.also")[key] for key in keys)
    return text.format_map(_cited(lang, finding, _placeholders(text)))


def remedy(lang: Lang, finding: Finding, columns: OwnColumns = NO_COLUMNS) -> str | None:
    """What to do about it, which is something else where the reason stands there; None when there is nothing to do.

    With the `columns` of the report it names those that the reader has, and which are new.
    """
    instead = words(lang, "checks.instead")
    remedies = words(lang, f"explain/{finding.code}.remedy") if "remedy" in keys(f"explain/{finding.code}") else {}
    text = next((instead[key] for key in (finding.says, *finding.also) if key in instead), remedies.get(finding.says))
    if text and _is_of_sheet(finding):
        place = finding.place
        text = _of_sheet(lang, text, columns.get((place.file, place.table)) if isinstance(place, Place) else None)
    return text and text.format_map(_cited(lang, finding, _placeholders(text)))


@cache
def _of_sheet(lang: Lang, text: str, own: SheetColumns | None) -> str:
    """A sentence of ours as the reader of a sheet knows its words; each once for a whole report."""
    return in_sheet_terms(lang, text, own)


def _is_of_sheet(finding: Finding) -> bool:
    """Whether its reader has a sheet before him, in which a field is a column."""
    place = finding.place
    if not isinstance(place, Place) or place.key:  # a key stands in TOML
        return False
    return bool(place.column) or not place.file.lower().endswith((".toml", "stdin"))


@cache
def _sentence(lang: Lang, code: str, keys: tuple[str, ...], *, sheet: bool = False) -> tuple[str, frozenset[str]]:
    """The sentences of a check one after the other, and the names of the steps they cite."""
    says, common = words(lang, f"explain/{code}.says"), words(lang, "checks.also")
    text = " ".join(says[key] if key in says else common[key] for key in keys)
    text = in_sheet_terms(lang, text) if sheet else text
    return text, _placeholders(text)


@cache
def _placeholders(text: str) -> frozenset[str]:
    return frozenset(_PLACEHOLDER.findall(text))


def where(lang: Lang, place: Where) -> str:
    """A place as a sentence names it; that of a cell in Word by heading, row and column."""
    if not isinstance(place, TablePlace):
        return str(place)
    form = "in_table_below" if place.heading else "in_table"
    return sentence(lang, f"problems.{form}").format(**place._asdict())


def problem(lang: Lang, wrong: Problem) -> str:
    """`place: sentence` for a mistake in the input or a remark."""
    in_cell = isinstance(wrong.place, Place) and bool(wrong.place.column) and wrong.code in _OF_CELLS
    template = words(lang, "unread.because")[wrong.code] if in_cell else sentence(lang, f"problems.{wrong.code}")
    values = _values(lang, wrong)
    template = _unquoted(template, wrong)
    if wrong.code in {"unread", "unread_key"}:
        values["because"] = why_unread(lang, wrong)
    if wrong.code == "choice_unknown":  # of a register, which is read in either language
        values["choices"] = plain(lang, [word(lang, str(choice)) for choice in _choices(wrong)])
    if wrong.code == "column_other_table":
        values["table"] = table_name(lang, str(wrong.values["table"])).lower()
    text = template.format_map(values)
    return f"{where(lang, wrong.place)}: {text}" if wrong.place else text


def why_unread(lang: Lang, wrong: Problem) -> str:
    """Why a cell is not read, and what to do: the sentence for cells, else the one for the same mistake in TOML."""
    values = _values(lang, wrong)
    why = str(wrong.values["why"])
    reasons = words(lang, "unread.because")
    named = [word(lang, str(choice)) for choice in _choices(wrong)]
    of_toml = words(lang, "unread.because_in_toml") if wrong.code == "unread_key" else {}
    text = of_toml.get(why) or reasons.get(why) or sentence(lang, f"problems.{why}")
    text = _unquoted(text, wrong)
    cited = {**values, "choices": plain(lang, named)}
    if why in _PRICES:
        cited["price"] = heading(lang, _PRICES[why])
    offer = "over_term" if why in _PRICES else "proposed"
    proposal = reasons[offer].format_map(cited) if "proposed" in values else ""
    left_out = reasons["left_out"] if wrong.values.get("leaves_out") else ""
    return f"{text.format_map(cited)}{proposal}{left_out}"


def _unquoted(template: str, wrong: Problem) -> str:
    """The sentence without quotation marks around a value that may not be shown: these words are not in the cell."""
    return _QUOTED.sub("{value}", template) if wrong.values.get("value") == "…" else template


def _values(lang: Lang, wrong: Problem) -> dict[str, str]:
    """What its sentence cites, in words; what may say who somebody is stays out."""
    values = {key: plain(lang, value) for key, value in wrong.values.items()}
    if "cases" in values:
        values["cases"] = _cases(lang, wrong.values["cases"], wrong.values["more"])
    return values | {"value": sentence(lang, "problems.hidden")} if values.get("value") == "…" else values


def _cases(lang: Lang, cases: Any, more: Any) -> str:  # noqa: ANN401 - what a problem cites
    """`401234/LOT-0001 (10.000; 2026.xml); 401235`, each once, and how many more there are."""
    shown = []
    for name, value, where in cases:
        beside = "; ".join(filter(None, (plain(lang, value) if value is not None else "", where)))
        shown.append(f"{name} ({beside})" if beside else name)
    text = "; ".join(dict.fromkeys(shown))
    return text + sentence(lang, "checks.units.more_parts").format(n=number(lang, more)) if more > 0 else text


def _choices(wrong: Problem) -> Iterable[object]:
    choices = wrong.values["choices"]
    return choices if isinstance(choices, list | tuple) else (choices,)


def plain(lang: Lang, value: object) -> str:
    """What a problem cites, in words."""
    match value:
        case Decimal():
            return number(lang, value)
        case date():
            return day(lang, value)
        case Place():
            return str(value)
        case list() | tuple():
            names = any(isinstance(part, Mapping) for part in value)  # in which a comma may stand
            return ("; " if names else ", ").join(plain(lang, part) for part in value)
        case Mapping():  # a name in each language
            return str(value[lang])
        case _:
            return str(value)

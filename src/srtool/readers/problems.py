"""What the engine of pydantic found wrong, as problems with a code and a place in the user's own file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from srtool.errors import Problem
from srtool.place import Place, Where
from srtool.readers.nearest import nearest
from srtool.readers.privacy import holds_number
from srtool.readers.raw import BareNumber

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails, ValidationError

Loc = tuple[str | int, ...]
"""Where it was found: `("contracts", 0, "social_return", "percent")`."""

_MAX_SHOWN = 40
_OURS = re.compile(r"(text|kvk|amount|percent|number|count|hours|months|day|yes_no|texts)_[a-z_]+")
_BRANCH = re.compile(r"(function-\w+|literal|nullable|union|tuple|list|dict|is-instance)\[.*\]")
"""How the engine marks the branch of a union it tried; no place in a file."""
_TRANSLATED = {
    "missing": "key_missing",
    "unexpected_keyword_argument": "key_unknown",
    "extra_forbidden": "key_unknown",
    "literal_error": "choice_unknown",
    "enum": "choice_unknown",
    "dataclass_type": "table_type",
    "dict_type": "table_type",
    "mapping_type": "table_type",
    "tuple_type": "list_type",
    "list_type": "list_type",
    "string_type": "text_type",
    "date_from_datetime_inexact": "day_time",
    "date_type": "day_type",
    "date_parsing": "day_type",
    "date_from_datetime_parsing": "day_type",
}
_OTHERWISE_FOR_RULES = frozenset(
    {
        "amount_negative",
        "amount_type",
        "choice_unknown",
        "text_empty",
        "text_type",
        "texts_type",
        "toml_is_workbook",
        "toml_nested",
        "toml_twice",
        "yes_no_type",
    }
)


def translate(
    error: ValidationError,
    place: Callable[[Loc], Where],
    keys_beside: Callable[[Loc], Iterable[str]],
    is_needed: Callable[[Loc], bool] = lambda _: False,
) -> list[Problem]:
    """Each mistake once, in the order of the fields; `keys_beside(loc)` gives the keys allowed beside `loc[-1]`."""
    problems = [_problem(detail, place, keys_beside, is_needed) for detail in error.errors(include_url=False)]
    return list({(problem.place, problem.code): problem for problem in reversed(problems)}.values())[::-1]


def key_of(parts: Iterable[str | int]) -> str:
    """What pydantic names one by one as a dotted key: `social_return.growth[0].from`."""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts).removeprefix(".")


def shown(value: object) -> str:
    """A value as a message may cite it: as `…` where it may hold somebody's number."""
    return "…" if holds_number(value) else _on_one_line(value)


def _on_one_line(value: object) -> str:
    """At most 40 characters; a table or list as `…`."""
    match value:
        case bool():
            text = str(value).lower()
        case float() if value.is_integer():  # a sheet knows no whole numbers
            text = str(int(value))
        case dict() | list() | tuple() | None:
            text = "…"
        case _:
            text = "".join(sign if sign.isprintable() else " " for sign in str(value))
    return text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…"


def unknown_key(place: Where, key: str, known: Iterable[str], value: object = "") -> Problem:
    """With the known key that looks most like it, or all known ones when none does."""
    if holds_number(key):
        place, key = _without_key(place, key), "…"
    near = nearest(key, known)
    code = "key_unknown" if len(near) == 1 else "key_unknown_far"
    return Problem(code, place, {"value": value, "key": _on_one_line(key), "near": near})


def _without_key(place: Where, key: str) -> Where:
    """The place of a key that may be somebody's number, without it."""
    if not isinstance(place, Place):
        return place
    return place._replace(table=place.table.replace(key, "…"), key=place.key.replace(key, "…"))


def for_rules(problem: Problem) -> Problem:
    """The same mistake in a rule set, where the advice for a register does not fit."""
    return replace(problem, code=f"rule_{problem.code}") if problem.code in _OTHERWISE_FOR_RULES else problem


def _problem(
    detail: ErrorDetails,
    place: Callable[[Loc], Where],
    keys_beside: Callable[[Loc], Iterable[str]],
    is_needed: Callable[[Loc], bool],
) -> Problem:
    code = detail["type"]
    if code not in _TRANSLATED and not _OURS.fullmatch(code):
        code = "value_unfit"
    code = _TRANSLATED.get(code, code)
    loc = detail["loc"] if code == "key_unknown" else tuple(filter(_is_place, detail["loc"]))
    if code == "key_unknown":
        return unknown_key(place(loc), str(loc[-1]), keys_beside(loc), shown(detail.get("input")))
    values: dict[str, object] = {"value": shown(detail.get("input"))}
    values.update(_more(code, loc, detail.get("ctx", {})))
    return Problem(_closer(code, loc, detail.get("input"), is_needed), place(loc), values)


def _closer(code: str, loc: Loc, value: object, is_needed: Callable[[Loc], bool]) -> str:
    """The code of a sentence whose advice fits this field better."""
    match code:
        case "amount_ambiguous" if isinstance(value, BareNumber):
            return "amount_ambiguous_bare"
        case "text_empty" if is_needed(loc):
            return "text_empty_needed"
        case "day_range" if loc[-1] in {"end", "end_latest"}:
            return "day_range_end"
    return code


def _is_place(part: str | int) -> bool:
    return isinstance(part, int) or not _BRANCH.fullmatch(part)


def _more(code: str, loc: Loc, context: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    last = loc[-1] if loc else ""
    match code:
        case "key_missing":
            yield "key", last
        case "choice_unknown":
            yield "choices", tuple(re.findall(r"'([^']*)'", str(context.get("expected", ""))))

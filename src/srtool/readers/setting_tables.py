"""The tables of `srtool.toml` with an organisation's own numbers and names: labour shares, limits, days, units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from srtool.errors import Problem
from srtool.place import Place
from srtool.register.category import category_key
from srtool.register.cpv import DIVISIONS

if TYPE_CHECKING:
    from srtool.register.model import Assumption, OwnLimit

_ORGANISATION = ("independent_units",)
MONITOR = {"silent_after": 3650, "behind_percent": 100, "starting_months": 60, "unconfirmed_days": 3650}
"""The most that each may be."""


def shares(written: Mapping[str, Any], name: str, problems: list[Problem]) -> Iterator[tuple[str, Assumption]]:
    """The labour share per CPV division, or per category as it is looked up; a number is of a division."""
    for of, value in written.items():
        place = Place(name, "labour_share", key=of)
        if of.strip().isdigit() and of not in DIVISIONS:
            problems.append(Problem("division", place, {"division": of}))
            continue
        share: Assumption | None = _valid("Assumption", {"percent": value, "place": place}, place, problems)
        if share is not None:
            yield of if of in DIVISIONS else category_key(of), share


def limits(written: Mapping[str, Any], name: str, problems: list[Problem]) -> Iterator[tuple[str, OwnLimit]]:
    """The amounts from which the organisation asks for a heavier procedure, in euro excl. VAT."""
    for limit, value in written.items():
        place = Place(name, "limits", key=limit)
        read = _valid("OwnLimit", {"amount": value, "place": place}, place, problems)
        if read is not None:
            yield limit, read


def monitor(written: Mapping[str, Any], name: str, problems: list[Problem]) -> Iterator[tuple[str, int]]:
    """From when on a contract is called silent, behind or starting: days, percent, months."""
    for key, value in written.items():
        place = Place(name, "monitor", key=key)
        most = MONITOR.get(key)
        if most is None:
            from srtool.readers.problems import unknown_key  # noqa: PLC0415 - only needed when something is wrong

            problems.append(unknown_key(place, key, tuple(MONITOR)))
        elif isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= most:
            problems.append(Problem("setting_number", place, {"most": most}))
        else:
            yield key, value


def independent_units(written: Mapping[str, Any], name: str, problems: list[Problem]) -> tuple[str, ...]:
    """The names of these units; every other key of the table is a mistake."""
    for key in written:
        if key not in _ORGANISATION:
            from srtool.readers.problems import unknown_key  # noqa: PLC0415 - only needed when something is wrong

            problems.append(unknown_key(Place(name, "organisation", key=key), key, _ORGANISATION))
    units = written.get("independent_units", [])
    if isinstance(units, list) and all(isinstance(unit, str) and unit.strip() for unit in units):
        return tuple(unit.strip() for unit in units)
    problems.append(Problem("setting_not_texts", Place(name, "organisation", key="independent_units")))
    return ()


def _valid(record: str, values: Mapping[str, object], place: Place, problems: list[Problem]) -> Any:  # noqa: ANN401 - by name
    """The record of the model with these values; None when one of them is wrong."""
    # Only a file with such a table needs the model and the engine that validates.
    from pydantic_core import ValidationError  # noqa: PLC0415

    from srtool.readers.problems import translate  # noqa: PLC0415
    from srtool.register import model  # noqa: PLC0415
    from srtool.register.validation import Validator  # noqa: PLC0415

    try:
        return Validator[Any](getattr(model, record)).validate(values)
    except ValidationError as error:
        problems += translate(error, lambda _: place, lambda _: ())
        return None

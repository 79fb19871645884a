"""Values of an OCDS release as they are written, each with its JSON path; what has another type counts as absent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from srtool.notice.amounts import Amount, amount
from srtool.notice.stated import Stated
from srtool.place import Place

Json = Mapping[str, Any]
NOTHING: Json = {}
_WRITTEN = (str, int, Decimal)
_CPV = re.compile(r"(\d{8})(?:-\d|\.0)?(?!\d)")


def inner(value: Json, key: str) -> Json:
    """The object under the key; an empty one when there is none."""
    part = value.get(key)
    return part if isinstance(part, dict) else NOTHING


def items(value: Json, key: str) -> list[tuple[int, Json]]:
    """The objects of the list under the key, with their index."""
    part = value.get(key)
    return [(n, one) for n, one in enumerate(part) if isinstance(one, dict)] if isinstance(part, list) else []


def text(value: Json, key: str) -> str | None:
    part = value.get(key)
    if isinstance(part, str):
        return part.strip() or None
    return str(part) if isinstance(part, int) and not isinstance(part, bool) else None


def day(value: object) -> date | None:
    """`2026-01-01T00:00:00Z` as the calendar day that is written."""
    if not isinstance(value, str) or len(value) < 10:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def stated_amount(value: Json, source: Place, path: str) -> Stated[Amount] | None:
    """The amount of a value object; a text such as `Onbekend` or `30%` is an amount that cannot be read."""
    number = value.get("amount")
    if number is None or isinstance(number, bool):
        return None
    known = number if isinstance(number, Decimal) else Decimal(number) if isinstance(number, int) else None
    currency = value.get("currency")
    return Stated(amount(known, currency if isinstance(currency, str) else "EUR"), source, f"{path}.amount")


def cpv(value: Json) -> str | None:
    """The eight digits of a CPV code, written with a check digit, a label or as a float."""
    number = value.get("id")
    match = _CPV.match(str(number).strip()) if isinstance(number, _WRITTEN) else None
    return match[1] if match else None

"""What can still be compared of a record that has a mistake: its good fields, the others absent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from pydantic_core import ValidationError

from srtool.readers.problems import Loc
from srtool.register.columns import FieldInfo, columns, table_types
from srtool.register.validation import Validator

_STAND_INS: Mapping[str, object] = {"text": "-", "kvk": "0" * 8, "day": date(2000, 1, 1), "texts": ["-"]}


def salvaged(table: str, record: Mapping[str, object], wrong: Iterable[Loc]) -> Any | None:  # noqa: ANN401 - of any table
    """The record without the fields at these places; None when even that cannot be read.

    A needed field that is absent or wrong is None, although its type says otherwise: compare, do not judge.
    """
    left = dict(record)
    for loc in wrong:
        _remove(left, loc)
    absent = {info.key: _stand_in(info) for info in columns(table_types()[table]) if _is_absent(info, left)}
    try:
        read = _adapter(table).validate(left | absent)
    except ValidationError:
        return None
    names = {name.removesuffix("_"): name for name in read.__slots__}
    return replace(read, **{names[key]: None for key in absent})


def _remove(record: dict[str, object], loc: Loc) -> None:
    """Takes out the field, or what lies one table deeper when that is where the mistake is."""
    head = str(loc[0])
    inner = record.get(head)
    if len(loc) > 1 and isinstance(loc[1], str) and isinstance(inner, dict) and loc[1] in inner:
        record[head] = {key: value for key, value in inner.items() if key != loc[1]}
    else:
        record.pop(head, None)


def _is_absent(info: FieldInfo, record: Mapping[str, object]) -> bool:
    return info.required and info.key not in record


def _stand_in(info: FieldInfo) -> object:
    return info.choices[0] if info.choices else _STAND_INS[info.sort]


@cache
def _adapter(table: str) -> Validator[Any]:
    return Validator(table_types()[table])

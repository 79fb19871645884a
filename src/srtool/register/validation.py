"""Records from outside held against our dataclasses, by the engine of pydantic without its layer of models.

A model costs its layer at each start of the program; the engine takes a schema, made here from the annotations of a
dataclass, and tells the same mistakes. Unknown keys are mistakes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic_core import CoreSchema, SchemaValidator, core_schema

from srtool.place import Place
from srtool.register.fields import Alias, Check

Record = TypeVar("Record")
_PLAIN: Mapping[object, CoreSchema] = {
    str: core_schema.str_schema(),
    int: core_schema.int_schema(),
    bool: core_schema.bool_schema(),
    date: core_schema.date_schema(),
    Decimal: core_schema.decimal_schema(),
    Place: core_schema.is_instance_schema(Place),
    Any: core_schema.any_schema(),
}


class Validator(Generic[Record]):
    """Makes records of one type; ValidationError of pydantic_core with everything that is wrong."""

    def __init__(self, kind: Any) -> None:  # noqa: ANN401 - a type annotation has no narrower type
        self._engine = SchemaValidator(_schema(kind))

    def validate(self, value: object) -> Record:
        """The record that these plain values are."""
        record: Record = self._engine.validate_python(value)
        return record


def _schema(kind: Any) -> CoreSchema:  # noqa: ANN401 - idem
    """The schema of an annotation."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        check = next((mark for mark in kind.__metadata__ if isinstance(mark, Check)), None)
        return _schema(parts[0]) if check is None else core_schema.no_info_plain_validator_function(check.read)
    if origin is Literal:
        return core_schema.literal_schema(list(parts))
    if origin in {Union, UnionType}:
        inner = [part for part in parts if part is not NoneType]
        return core_schema.nullable_schema(_schema(inner[0]))
    if origin is tuple:
        return core_schema.tuple_schema([_schema(parts[0])], variadic_item_index=0)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return core_schema.dict_schema(_schema(parts[0]), _schema(parts[1]))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return core_schema.enum_schema(kind, list(kind))
    return _record(kind)


@cache
def _record(kind: type) -> CoreSchema:
    """The schema of a dataclass; its keys are its fields, or what they are called from outside."""
    if not is_dataclass(kind):
        raise TypeError(kind)
    hints = get_type_hints(kind, include_extras=True)
    arguments = core_schema.dataclass_args_schema(kind.__name__, [_field(one, hints[one.name]) for one in fields(kind)])
    return core_schema.dataclass_schema(
        kind,
        arguments,
        [one.name for one in fields(kind)],
        slots=True,
        config=core_schema.CoreConfig(extra_fields_behavior="forbid"),
    )


def _field(one: Field[Any], hint: Any) -> core_schema.DataclassField:  # noqa: ANN401 - idem
    schema = _schema(hint)
    if one.default is not MISSING:
        schema = core_schema.with_default_schema(schema, default=one.default)
    elif one.default_factory is not MISSING:
        schema = core_schema.with_default_schema(schema, default_factory=one.default_factory)
    alias = next((mark.name for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, Alias)), None)
    return core_schema.dataclass_field(
        one.name, schema, kw_only=bool(one.kw_only), validation_alias=alias, init_only=False
    )

"""The register as JSON Schema, for completion and validation in an editor."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, get_args, get_type_hints

from srtool.register.columns import FieldInfo, columns, table_types
from srtool.register.model import Contract, Growth, Instalment, Register, SocialReturn
from srtool.texts import Lang, lists, words
from srtool.views.register.field_schema import Schema, of_field

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def register(lang: Lang) -> str:
    """The schema of the tables of a TOML register; every field is described by its heading."""
    records = {
        "Growth": _record(Growth, columns(Growth), "growth", "", lang),
        "Instalment": _record(Instalment, columns(Instalment), "schedule", "", lang),
        "SocialReturn": _record(SocialReturn, columns(Contract), "contracts", "social_return.", lang),
    }
    for table, record in table_types().items():
        records[record.__name__] = _record(record, columns(record), table, "", lang)
    tables = _record(Register, (), "", "", lang)
    names = lists(lang, "vocabulary.tables")
    for table, field in tables["properties"].items():
        field["description"] = names[table][0] if table in names else table
    tables["required"] = ["contracts"]
    tables["properties"]["contracts"]["minItems"] = 1
    head = {"$schema": _DIALECT, **words(lang, "register.schema"), "$defs": dict(sorted(records.items()))}
    return json.dumps(head | tables, ensure_ascii=False, indent=2) + "\n"


def _record(record: type, infos: tuple[FieldInfo, ...], table: str, prefix: str, lang: Lang) -> Schema:
    """What the reader takes for each field of a record, with its heading; no other keys."""
    headings = lists(lang, f"vocabulary.headings.{table}") if table else {}
    by_key = {info.key: info for info in infos}
    properties = dict(_properties(record, by_key, prefix, headings))
    required = [_key(field) for field in fields(record) if field.default is field.default_factory is MISSING]
    needed: Schema = {"required": required} if required else {}
    return {"additionalProperties": False, "properties": properties, **needed, "type": "object"}


def _properties(
    record: type, by_key: Mapping[str, FieldInfo], prefix: str, headings: Mapping[str, Any]
) -> Iterator[tuple[str, Schema]]:
    hints = get_type_hints(record)
    for field in fields(record):
        key = prefix + _key(field)
        schema = dict(of_field(by_key[key])) if key in by_key else _inside(hints[field.name])
        if key in headings:
            schema["description"] = headings[key][0]
        yield _key(field), schema


def _inside(hint: Any) -> Schema:  # noqa: ANN401 - a type annotation has no narrower type
    """A table inside a record, or a list of them."""
    if is_dataclass(hint):
        return {"$ref": f"#/$defs/{getattr(hint, '__name__', '')}"}
    return {"items": _inside(get_args(hint)[0]), "type": "array"}


def _key(field: Field[Any]) -> str:
    return field.name.removesuffix("_")

"""The register as JSON Schema, for completion and validation in an editor."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from pydantic import TypeAdapter

from srtool.register.columns import FieldInfo, columns, table_types
from srtool.register.model import Contract, Growth, Instalment, Register
from srtool.texts import Lang, load
from srtool.views.register.field_schema import of_field
from srtool.views.shared.names import words

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def register(lang: Lang) -> str:
    """The schema of the tables of a TOML register; every field is described by its heading."""
    schema = TypeAdapter(Register).json_schema(by_alias=True, mode="validation")
    records = schema["$defs"]
    for table, record in table_types().items():
        _fields(records[record.__name__], columns(record), table, "", lang)
    _fields(records["SocialReturn"], columns(Contract), "contracts", "social_return.", lang)
    _fields(records["Growth"], columns(Growth), "growth", "", lang)
    _fields(records["Instalment"], columns(Instalment), "schedule", "", lang)
    for record in (schema, *records.values()):
        record.pop("title", None)
        record.pop("description", None)
        for field in record.get("properties", {}).values():
            field.pop("title", None)
            field.pop("default", None)
    schema["required"] = ["contracts"]
    schema["properties"]["contracts"]["minItems"] = 1
    names = load(lang, "words")["tables"]
    for table, field in schema["properties"].items():
        field["description"] = names[table][0] if table in names else table
    head = {"$schema": _DIALECT, **words(lang, "schema")}
    return json.dumps(head | schema, ensure_ascii=False, indent=2) + "\n"


def _fields(record: dict[str, Any], infos: Iterable[FieldInfo], table: str, prefix: str, lang: Lang) -> None:
    """Gives each field what the reader takes for it, and its heading; lists and tables inside a record stay."""
    headings = load(lang, "words")["headings"].get(table, {})
    known = {info.key: info for info in infos}
    for key, field in record["properties"].items():
        if prefix + key in known:
            field.clear()
            field.update(of_field(known[prefix + key]))
        if prefix + key in headings:
            field["description"] = headings[prefix + key][0]

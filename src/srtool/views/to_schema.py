"""The register as JSON Schema, for completion and validation in an editor."""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from srtool.columns import table_types
from srtool.model import Register
from srtool.texts import Lang, load
from srtool.views.names import words

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def register(lang: Lang) -> str:
    """The schema of the tables of a TOML register; every field is described by its heading."""
    schema = TypeAdapter(Register).json_schema(by_alias=True, mode="validation")
    records = schema["$defs"]
    for table, record in table_types().items():
        _describe(records[record.__name__], table, "", lang)
    _describe(records["SocialReturn"], "contracts", "social_return.", lang)
    _describe(records["Growth"], "growth", "", lang)
    _describe(records["Instalment"], "schedule", "", lang)
    for record in (schema, *records.values()):
        record.pop("title", None)
        record.pop("description", None)
        for field in record.get("properties", {}).values():
            field.pop("title", None)
    names = load(lang, "words")["tables"]
    for table, field in schema["properties"].items():
        field["description"] = names[table][0] if table in names else table
    head = {"$schema": _DIALECT, **words(lang, "schema")}
    return json.dumps(head | schema, ensure_ascii=False, indent=2) + "\n"


def _describe(record: dict[str, Any], table: str, prefix: str, lang: Lang) -> None:
    headings = load(lang, "words")["headings"].get(table, {})
    for key, field in record["properties"].items():
        if prefix + key in headings:
            field["description"] = headings[prefix + key][0]

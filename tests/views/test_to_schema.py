from __future__ import annotations

import json

import pytest

from srtool.texts import LANGUAGES, Lang
from srtool.views import to_schema


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_field_of_a_contract_is_described(lang: Lang) -> None:
    schema = json.loads(to_schema.register(lang))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for record in ("Contract", "SocialReturn", "Supplier", "Growth", "Exemption"):
        fields = schema["$defs"][record]["properties"]
        assert [key for key, field in fields.items() if "description" not in field and key not in _NESTED] == []


_NESTED = {"social_return", "growth", "schedule"}


def test_the_headings_are_in_the_language_of_the_reader() -> None:
    described = {
        lang: json.loads(to_schema.register(lang))["$defs"]["Contract"]["properties"]["wage_sum"]["description"]
        for lang in LANGUAGES
    }
    assert described["nl"] != described["en"]

from __future__ import annotations

import json
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from jsonschema import Draft202012Validator
from tests.support.paths import EXAMPLES

from srtool.errors import InputError
from srtool.readers import register
from srtool.texts import LANGUAGES, Lang
from srtool.views.register import to_schema


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


SCHEMA: Any = json.loads(to_schema.register("nl"))


VALIDATOR = Draft202012Validator(SCHEMA)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_a_schema(lang: Lang) -> None:
    Draft202012Validator.check_schema(json.loads(to_schema.register(lang)))


def fits(document: dict[str, Any]) -> bool:
    """Whether an editor would accept this document."""
    return VALIDATOR.is_valid(as_json(document))


def as_json(value: Any) -> Any:  # noqa: ANN401 - what TOML can hold
    """A TOML value as an editor offers it to a schema: dates as text."""
    match value:
        case dict():
            return {key: as_json(one) for key, one in value.items()}
        case list():
            return [as_json(one) for one in value]
        case date():
            return value.isoformat()
    return value


def is_read(document: dict[str, Any]) -> bool:
    """Whether all of it is read."""
    try:
        return not register.from_bytes(tomli_w.dumps(document).encode(), "a.toml").unread
    except InputError:
        return False


# A date in a text field is left out: an editor cannot tell it from text.
# fmt: off
VALUES: dict[str, list[Any]] = {
    "title": ["T", " T ", "", "  ", 5, True, ["T"]],
    "wage_sum": [
        0, 5, 250000.5, 999_999_999_999_999, 10**15, -1, -0.01, True, [5], "5", "1.234,56", "1,234.56", "1.234",
        "1,234", "1.234.567", "1 234,50", "€ 250.000,-", "€ 5", "eur 5", "5 euro", "€ 0,-", "1 234,-", "-5", "5,123",
        "veel", "", "€", "5 dollar", "12.34.56",
    ],
    "labour_share": [
        0, 5, 5.5, 100, 100.1, 150, -1, True, "5", "5%", " 5,5 % ", "100", "100,0", "101", "-1", "x", "", "5,1234",
        "5,12345", "5,12340", "007",
    ],
    "start": [
        date(2026, 1, 1), datetime(2026, 1, 1), datetime(2026, 1, 1, 12), date(1899, 1, 1), 2026,  # noqa: DTZ001
        "2026-01-31", "31-1-2026", "31/01/2026", "31.1.2026", "31-jan-2026", "31 januari 2026", "31-01-2026 00:00",
        "2026-01-31T00:00:00", "31-01-26", "31-01/2026", "gisteren", "", "3000-01-01", "31-01-2026 14:30",
    ],
    "indefinite": [True, False, "ja", "Nee", " YES ", "onwaar", "misschien", "", 1, 0],
    "kind": ["services", "diensten", "Diensten", "goods", "tovenarij", "", 5, True],
    "social_return.people": [0, 5, 5.0, 5.5, -1, 999_999, 1_000_000, True, "5", "5,0", "5,5", "vijf"],
    "social_return.percent": [5, "5%", 101],
    "social_return.growth": [[], [{"from": date(2026, 1, 1), "percent": 5}], [{"percent": 5}], 5, [5]],
}
# fmt: on


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in VALUES.items() for value in values])
def test_the_schema_takes_what_the_reader_takes(key: str, value: object) -> None:
    head, _, leaf = key.partition(".")
    contract = {"id": "A", "title": "T", head: {leaf: value} if leaf else value}
    document = {"contracts": [contract]}
    assert fits(document) is is_read(document)


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"contracts": []},
        {"contracts": [{"id": "A"}]},
        {"contracts": [{"id": "A", "title": "T", "colour": "red"}]},
        {"contracts": [{"id": "A", "title": "T"}], "colours": []},
        {"contracts": [{"id": "A", "title": "T"}], "suppliers": [{"id": "1234567", "name": "N"}]},
        {"contracts": [{"id": "A", "title": "T"}], "suppliers": [{"id": "12345678", "name": "N", "pso": 4}]},
    ],
)
def test_a_mistake_is_one_for_the_schema_too(document: dict[str, Any]) -> None:
    assert not is_read(document)
    assert not fits(document)


@pytest.mark.parametrize("pso", [1, "1", "trede 1", "aspirant"])
def test_a_step_of_the_ladder_may_be_a_number(pso: object) -> None:
    supplier = {"id": "12345678", "name": "N", "pso": pso, "aliases": ["M"], "pso_30plus": "nee"}
    document = {"contracts": [{"id": "A", "title": "T"}], "suppliers": [supplier]}
    assert is_read(document)
    assert fits(document)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_the_examples_fit_the_schema(path: Path) -> None:
    assert fits(tomllib.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("kind", ["works", "services", "supplies"])
def test_every_word_that_the_schema_offers_is_read(kind: str) -> None:
    offered = SCHEMA["$defs"]["Contract"]["properties"]["kind"]["enum"]
    assert kind in offered
    assert all(is_read({"contracts": [{"id": "A", "title": "T", "kind": word}]}) for word in offered)

"""Registers of chance: every field of every table, with the odd texts that officers and exports leave behind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import tomli_w
from hypothesis import strategies as st

from srtool.register.columns import LISTS, FieldInfo, infos, table_types

Document = dict[str, list[dict[str, Any]]]

# Texts that look like something else, and yet are to come back as they are.
STRANGE = (
    "=1+1", "+31 6", "-5", "@naam", "'t Hof", "007", "1.234", "5%", "2026-01-01", "n.v.t.", "WAAR", "ja", "Totaal",
    "a\nb", "a\tb", "€ 5,-", "één 😀", "x" * 300, "<b>&</b>", "1e5", "  in  het midden  ".strip(), "#hek", '"', "{}",
    "a, b", "x005F", "\\", "(anders)",
)  # fmt: skip
# What under a framework answers yes, no or nothing, and names none.
_ANSWERS = frozenset({"ja", "WAAR", "n.v.t."})
# What no workbook gives back.
UNHELD = ("-", "#N/A", "a\rb", "bel\x07", "_x000D_", "(voorbeeld)", "(example)", "1234567", "12.345.678")

_LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters=";")
_DECODED = re.compile(r"_x[0-9A-Fa-f]{4}_")
"""What Excel takes for a sign; it is among the texts that are not held."""
_ORDINARY = (
    st.text(_LETTERS, min_size=1, max_size=12)
    .map(lambda text: f"a{text}z")
    .filter(lambda text: _DECODED.search(text) is None)
)
_DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
_CENTS = st.integers(0, 10**15 - 1).map(lambda cents: Decimal(cents).scaleb(-2))


@st.composite
def documents(draw: st.DrawFn, *, complete: bool = False, unheld: bool = False) -> Document:
    """The tables of a register that can be read; `complete` fills in every field, `unheld` mixes in what is lost."""
    odd = st.one_of(_ORDINARY, st.sampled_from((*STRANGE, *UNHELD) if unheld else STRANGE))
    texts = _ORDINARY if complete else odd  # some odd texts fill nothing in
    count = 3 if complete else draw(st.integers(1, 3))
    ids = draw(st.lists(_without_semicolon(texts), min_size=count, max_size=count, unique=True))
    document: Document = {"contracts": []}
    for number, contract in enumerate(ids):
        record = _record(draw, "contracts", texts, complete=complete) | {"id": contract}
        _in_order(draw, record, "start", "end", "end_latest")
        _refer(draw, record, "part_of", [earlier for earlier in ids[:number] if earlier not in _ANSWERS])
        for path in LISTS:
            _put(record, path, _list(draw, path.rpartition(".")[2], texts, complete=complete))
        document["contracts"].append(_nested(record))
    for table in [table for table in table_types() if table != "contracts"]:
        times = 2 if complete else draw(st.integers(0, 2))
        records = [_of_table(draw, table, texts, ids, complete=complete) for _ in range(times)]
        document[table] = _numbered(draw, table, [record for record in records if record], texts)
    return {table: records for table, records in document.items() if records}


def written(document: Document) -> str:
    """The register in TOML, as a person might have written it."""
    return tomli_w.dumps(document)


def _of_table(draw: st.DrawFn, table: str, texts: Any, ids: Sequence[str], *, complete: bool) -> dict[str, Any]:  # noqa: ANN401 - a strategy
    record = _record(draw, table, texts, complete=complete)
    if "contract" in record:
        record["contract"] = ids[0] if complete else draw(st.sampled_from(ids))
    if "members" in record:
        if len(ids) < 2:
            return {}
        record["members"] = draw(st.lists(st.sampled_from(ids), min_size=2, unique=True))
    _in_order(draw, record, *(("from", "until") if table == "adjustments" else ("start", "end")))
    record.pop("corrects", None)
    return record


def _numbered(draw: st.DrawFn, table: str, records: list[dict[str, Any]], texts: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - idem
    """The records with a number of their own; the second effort corrects the first of the same contract."""
    if "id" in infos(table):
        own = st.from_regex(r"[0-9]{8}", fullmatch=True) if table == "suppliers" else texts
        numbers = draw(st.lists(own, min_size=len(records), max_size=len(records), unique=True))
        for record, number in zip(records, numbers, strict=True):
            record["id"] = number
    if table == "efforts" and len(records) == 2 and records[0]["contract"] == records[1]["contract"]:
        records[1]["corrects"] = records[0]["id"]
    return records


def _record(draw: st.DrawFn, table: str, texts: Any, *, complete: bool) -> dict[str, Any]:  # noqa: ANN401 - idem
    fields = [info for info in infos(table).values() if info.required or complete or draw(st.booleans())]
    return {info.key: draw(_value(info, texts)) for info in fields}


def _list(draw: st.DrawFn, table: str, texts: Any, *, complete: bool) -> list[dict[str, Any]]:  # noqa: ANN401 - idem
    days = sorted(draw(st.sets(_DAYS, min_size=2 if complete else 0, max_size=3)))
    key = "from" if table == "growth" else "date"
    records = [_record(draw, table, texts, complete=True) | {key: day} for day in days]
    return [{name: value for name, value in record.items() if name != "contract"} for record in records]


def _value(info: FieldInfo, texts: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - idem
    if info.choices:
        return st.sampled_from(info.choices)
    if info.key == "social_return.amount":  # below a euro it is taken for a share
        return _CENTS.filter(lambda euros: not 0 < euros < 1)
    if info.key == "hours_per_week":  # a week has no more than 168
        return st.integers(0, 168 * 10_000).map(lambda number: Decimal(number).scaleb(-4))
    if info.key == "supplier_id":
        return st.one_of(st.from_regex(r"[0-9]{8}", fullmatch=True), texts.filter(_has_letters))
    sorts: dict[str, st.SearchStrategy[Any]] = {
        "amount": st.one_of(st.just(Decimal(0)), _CENTS),
        "percent": st.integers(0, 1_000_000).map(lambda number: Decimal(number).scaleb(-4)),
        "number": st.integers(0, 10**10 - 1).map(lambda number: Decimal(number).scaleb(-4)),
        "count": st.integers(0, 999_999),
        "months": st.integers(0, 1200),
        "day": st.one_of(st.sampled_from([date(1900, 1, 1), date(1900, 2, 28), date(2999, 12, 31)]), _DAYS),
        "yes_no": st.booleans(),
        "kvk": st.from_regex(r"[0-9]{8}", fullmatch=True),
        "cpv": st.from_regex(r"[0-9]{8}(-[0-9])?", fullmatch=True),
        "texts": st.lists(_without_semicolon(texts), min_size=1, max_size=3),
    }
    found: st.SearchStrategy[Any] = sorts.get(info.sort, texts)
    return found


def _without_semicolon(texts: Any) -> Any:  # noqa: ANN401 - idem
    """Texts for lists, which a cell joins by `;`; merges list the numbers of contracts."""
    return texts.filter(lambda text: ";" not in text)


def _has_letters(text: str) -> bool:
    """A foreign number has them; one of figures alone is read as a number of the KvK."""
    return any(map(str.isalpha, text))


def _in_order(draw: st.DrawFn, record: dict[str, Any], *keys: str) -> None:
    present = [key for key in keys if key in record]
    days = draw(st.lists(_DAYS, min_size=len(present), max_size=len(present)))
    record.update(zip(present, sorted(days), strict=True))


def _refer(draw: st.DrawFn, record: dict[str, Any], key: str, earlier: Sequence[str]) -> None:
    if key in record and not earlier:
        del record[key]
    elif key in record:
        record[key] = draw(st.sampled_from(earlier))


def _put(record: dict[str, Any], key: str, value: object) -> None:
    if value:
        record[key] = value


def _nested(record: dict[str, Any]) -> dict[str, Any]:
    outer = {key: value for key, value in record.items() if "." not in key}
    inner = {key.partition(".")[2]: value for key, value in record.items() if "." in key}
    return outer | ({"social_return": inner} if inner else {})

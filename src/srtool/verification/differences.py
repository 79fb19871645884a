"""Where two answers in JSON differ: by contract and step, each with what it was and what it is now."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from srtool.lazy_dataclass import dataclass

WORDS = frozenset({"message", "remedy", "label", "title", "questions", "notes"})
"""Sentences: they cite what stands beside them, and differ by language and from version to version."""
_KEYS = ("id", "code", "name", "contract", "day")
"""By what a record in a list is known, together."""
_ABSENT = object()
_SENTENCE = "text"
"""The unit of a step that holds words: they may be those of the language that was asked for."""
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is not the same."""

    contract: str | None
    """The contract that it is about; None where it is about all."""
    where: str
    """The way to it, such as `steps wage_sum value`."""
    was: Any
    again: Any


def differences(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Difference]:
    """Every difference in the order of the earlier answer; what it was made with, and sentences, are not compared."""
    for key in dict.fromkeys((*was, *now)):
        if key not in {"receipt", "schema_version", *WORDS}:
            yield from _between(was.get(key, _ABSENT), now.get(key, _ABSENT), (key,), None)


def is_number(difference: Difference) -> bool:
    """Whether an amount, a percentage or a count became another."""
    return all(_is_number(value) for value in (difference.was, difference.again))


def _is_number(value: Any) -> bool:  # noqa: ANN401 - JSON
    if isinstance(value, bool):
        return False
    return isinstance(value, int) or (isinstance(value, str) and _NUMBER.fullmatch(value) is not None)


def _between(was: Any, now: Any, path: tuple[str, ...], contract: str | None) -> Iterator[Difference]:  # noqa: ANN401 - JSON
    if isinstance(was, Mapping) and isinstance(now, Mapping):
        if was.get("unit") == now.get("unit") == _SENTENCE:
            return
        for key in dict.fromkeys((*was, *now)):
            if key not in WORDS:
                yield from _between(was.get(key, _ABSENT), now.get(key, _ABSENT), (*path, key), contract)
    elif isinstance(was, Sequence) and isinstance(now, Sequence) and not isinstance(was, str):
        yield from _between_lists(was, now, path, contract)
    elif was != now:
        yield Difference(contract, " ".join(path), _shown(was), _shown(now))


def _between_lists(
    was: Sequence[Any], now: Sequence[Any], path: tuple[str, ...], contract: str | None
) -> Iterator[Difference]:
    before, after = _by_name(was), _by_name(now)
    for name in dict.fromkeys((*before, *after)):
        record = before.get(name, after.get(name))
        about = _contract(record, path) or contract
        yield from _between(before.get(name, _ABSENT), after.get(name, _ABSENT), (*path, name), about)


def _by_name(values: Sequence[Any]) -> dict[str, Any]:
    """The values by what they are known by, and a number where that is not enough."""
    times: Counter[str] = Counter()
    named: dict[str, Any] = {}
    for place, value in enumerate(values):
        name = _name(value) or str(place + 1)
        times[name] += 1
        named[name if times[name] == 1 else f"{name} ({times[name]})"] = value
    return named


def _name(value: Any) -> str:  # noqa: ANN401 - JSON
    if not isinstance(value, Mapping):
        return ""
    return " ".join(str(value[key]) for key in _KEYS if isinstance(value.get(key), str))


def _contract(record: Any, path: tuple[str, ...]) -> str | None:  # noqa: ANN401 - JSON
    if not isinstance(record, Mapping):
        return None
    named = record.get("contract", record.get("id") if path == ("contracts",) else None)
    return named if isinstance(named, str) else None


def _shown(value: Any) -> Any:  # noqa: ANN401 - JSON
    """None for what is not there; of a whole record only that it is."""
    if value is _ABSENT:
        return None
    return "…" if isinstance(value, Mapping | list) else value

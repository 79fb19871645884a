"""Releases or records of a JSON file one by one, so that a yearly file of 130 MB never stands in memory whole."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from decimal import Decimal
from json import JSONDecodeError, JSONDecoder
from typing import IO, Any

from srtool.errors import InputError, Problem
from srtool.readers.notices.json_lines import is_lines, objects

_CHUNK = 1 << 20
_LARGEST = 16 << 20
"""Characters of one release; a real one has some thousands, the largest frameworks some hundred thousands."""
_BETWEEN = re.compile(r"[\s,]*")
_LISTS = frozenset({"releases", "records"})


class _Buffer:
    """A window on the text of a file: what was read is let go."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self.name = name
        self.text = ""
        self.at = 0
        self._file = file
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._scan = JSONDecoder(parse_float=Decimal).raw_decode
        self._is_at_end = False
        self._lines = 1

    def more(self, size: int = _CHUNK) -> bool:
        """Reads on; False at the end of the file."""
        if self._is_at_end:
            return False
        data = self._file.read(size)
        self._lines += self.text.count("\n", 0, self.at)
        self._is_at_end = not data
        try:
            self.text = self.text[self.at :] + self._decode(data, not data)
        except UnicodeDecodeError as error:
            raise self.broken() from error
        self.at = 0
        return True

    def next_sign(self, between: re.Pattern[str] = _BETWEEN) -> str:
        """The next character that is no space or comma, without taking it; "" at the end of the file."""
        while True:
            match = between.match(self.text, self.at)
            self.at = match.end() if match else self.at
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""

    def take(self, sign: str) -> bool:
        """Whether the next character is this one; then it is taken."""
        if self.next_sign() != sign:
            return False
        self.at += 1
        return True

    def value(self) -> Any:  # noqa: ANN401 - any JSON
        """The next value as a whole; InputError when it is no JSON, or too large to be a release."""
        size = _CHUNK
        self.next_sign()
        while True:
            try:
                value, end = self._scan(self.text, self.at)
            except (JSONDecodeError, RecursionError, ValueError) as error:
                if len(self.text) - self.at > _LARGEST or not self.more(size):
                    raise self.broken(error.pos if isinstance(error, JSONDecodeError) else None) from error
            else:
                if end < len(self.text) or not self.more(size):  # a number at the edge may go on behind it
                    self.at = end
                    return value
            size *= 2

    def broken(self, at: int | None = None) -> InputError:
        """That the JSON is broken, on the line where that shows."""
        line = self._lines + self.text.count("\n", 0, self.at if at is None else at)
        return InputError([Problem("notice_json_broken", self.name, {"line": line})])


def releases(file: IO[bytes], name: str, broken: list[int]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each release with its path in the file: `releases[12]`, `records[3].compiledRelease` or `[7]` for line 8.

    Reads packages of releases and of records, and JSON lines of either; InputError when the file is nothing of these.
    The numbers of JSON lines that cannot be read are added to `broken`.
    """
    is_empty = True
    for where, release in _of_lines(file, broken) if is_lines(file) else _of_file(_Buffer(file, name)):
        is_empty = False
        yield where, release
    if is_empty:
        raise InputError([Problem("notice_json_other", name)])


def _of_lines(file: IO[bytes], broken: list[int]) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, value in objects(file, broken):
        yield from _of_object(value, f"[{number}]")


def _of_file(buffer: _Buffer) -> Iterator[tuple[str, dict[str, Any]]]:
    """Packages or releases after each other: one in a JSON file, or a list of them."""
    number = 0
    is_list = buffer.take("[")
    while (sign := buffer.next_sign()) and sign != "]":
        if sign != "{":
            raise InputError([Problem("notice_json_other", buffer.name)])
        prefix = f"[{number}]" if number or is_list else ""
        if number:
            yield from _of_object(buffer.value(), prefix)
        else:
            yield from _of_package(buffer, prefix)
        number += 1


def _of_package(buffer: _Buffer, prefix: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The parts of the object that comes now, read one by one; the object itself when it is a release."""
    buffer.take("{")
    rest: dict[str, Any] = {}
    while not buffer.take("}"):
        if buffer.next_sign() != '"':
            raise buffer.broken()
        key = buffer.value()
        if not buffer.take(":"):
            raise buffer.broken()
        if key in _LISTS and buffer.take("["):
            yield from _parts(buffer, f"{prefix}.{key}" if prefix else key)
        else:
            rest[key] = buffer.value()
    yield from _of_object(rest, prefix or "[0]")


def _parts(buffer: _Buffer, prefix: str) -> Iterator[tuple[str, dict[str, Any]]]:
    number = 0
    while not buffer.take("]"):
        if not buffer.next_sign():
            raise buffer.broken()
        yield from _of_object(buffer.value(), f"{prefix}[{number}]")
        number += 1


def _of_object(value: object, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The release that this is, or those of the record or package that it is."""
    if not isinstance(value, dict):
        return
    for key in _LISTS:
        if isinstance(value.get(key), list) and "ocid" not in value:
            for number, part in enumerate(value[key]):
                yield from _of_object(part, f"{path}.{key}[{number}]")
            return
    if isinstance(value.get("compiledRelease"), dict):
        yield f"{path}.compiledRelease", value["compiledRelease"]
    elif isinstance(value.get("releases"), list):  # a record with its history: the awards in it add
        full = [(n, part) for n, part in enumerate(value["releases"]) if isinstance(part, dict) and "ocid" in part]
        yield from ((f"{path}.releases[{n}]", part) for n, part in full)
    elif "ocid" in value and ("tender" in value or "awards" in value or "contracts" in value):
        yield path, value

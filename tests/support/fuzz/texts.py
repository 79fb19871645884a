"""Changes to plain text and bytes: lines, words and marks taken away, doubled, moved or replaced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from tests.support.fuzz.odd_values import ODD_TEXTS

_MARKS = ("[", "]", "{", "}", '"', "'", "=", "\n", "\r", ",", ";", "#", "|", "*", "_", "\x00", "\ufeff", "<", "&", "\\")
_ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "latin-1", "cp437", "utf-7")
Lines = list[str]


def changed(text: str, chance: Random, changes: int) -> bytes:
    """The text with so many changes; now and then in another encoding, or damaged."""
    lines = text.split("\n")
    for _ in range(changes):
        chance.choice(_CHANGES)(lines, chance)
    encoding = chance.choice(_ENCODINGS) if chance.random() < 0.12 else "utf-8"
    data = "\n".join(lines).encode(encoding, "replace")
    return damaged(data, chance) if chance.random() < 0.08 else data


def damaged(data: bytes, chance: Random) -> bytes:
    """The bytes cut off, or with a few others in them."""
    if not data:
        return b"\xff"
    if chance.random() < 0.3:
        return data[: chance.randrange(len(data))]
    changed_data = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 10))):
        changed_data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(changed_data)


def _line(lines: Lines, chance: Random) -> int:
    if not lines:
        lines.append("")
    return chance.randrange(len(lines))


def _drop(lines: Lines, chance: Random) -> None:
    del lines[_line(lines, chance)]


def _double(lines: Lines, chance: Random) -> None:
    at = _line(lines, chance)
    lines.insert(at, lines[at])


def _move(lines: Lines, chance: Random) -> None:
    line = lines.pop(_line(lines, chance))
    lines.insert(_line(lines, chance), line)


def _word(lines: Lines, chance: Random) -> None:
    at = _line(lines, chance)
    words = lines[at].split(" ")
    words[chance.randrange(len(words))] = chance.choice(ODD_TEXTS)
    lines[at] = " ".join(words)


def _mark(lines: Lines, chance: Random) -> None:
    at = _line(lines, chance)
    place = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:place] + chance.choice(_MARKS) + lines[at][place + chance.choice((0, 0, 1)) :]


def _join(lines: Lines, chance: Random) -> None:
    at = _line(lines, chance)
    lines[at : at + 2] = ["".join(lines[at : at + 2])]


_CHANGES: Sequence[Callable[[Lines, Random], None]] = (_drop, _double, _move, _word, _word, _word, _mark, _mark, _join)

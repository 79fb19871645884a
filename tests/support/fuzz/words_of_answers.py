"""What no answer may have in it: traces of a fault of our own, marks left open, words of the other language."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator

from srtool.texts import LANGUAGES, Lang, sentence

SCREEN_LINES = 60
SCREEN_SIGNS = 20_000
_OPEN_MARK = re.compile(r"\{[a-z_]+\}")
_INSIDE = re.compile(
    r"Traceback \(most|Decimal\(|datetime\.date|<[\w.]+ object at|frozenset\(|dict_keys|Exception ignored"
    r"|\bNone\b(?! of)"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_QUOTED = re.compile("\u2018[^\u2019]*\u2019|\u201c[^\u201d]*\u201d|'[^'\n]*'|`[^`]*`|" + r'"[^"\n]*"')
_WORD = re.compile(r"[a-zA-Zéë]+")
_FUNCTION_WORDS: dict[Lang, frozenset[str]] = {
    "nl": frozenset(
        (
            "niet",
            "wordt",
            "een",
            "het",
            "voor",
            "zijn",
            "deze",
            "geen",
            "staat",
            "moet",
            "dit",
            "kan",
            "maar",
            "met",
            "nog",
            "naar",
            "bij",
        )
    ),
    "en": frozenset(
        (
            "the",
            "this",
            "is",
            "not",
            "which",
            "write",
            "with",
            "and",
            "there",
            "has",
            "must",
            "no",
            "cannot",
            "for",
            "your",
            "that",
        )
    ),
}


def _unexpected() -> tuple[str, ...]:
    """How the sentence of the last resort begins, in each language."""
    return tuple(sentence(lang, "cli.wrong.unexpected").partition("{")[0] for lang in LANGUAGES)


def wrong_in(stdout: str, stderr: str, lang: Lang, given: str) -> Iterator[str]:
    """What is wrong with these two streams, of a run on these files."""
    if any(words in stderr for words in _unexpected()):
        yield "unexpected: " + stderr.strip().splitlines()[-1]
    if stderr.count("\n") > SCREEN_LINES or len(stderr) > SCREEN_SIGNS:
        yield f"stderr of {stderr.count(chr(10))} lines, {len(stderr)} signs"
    for name, text in (("stdout", stdout), ("stderr", stderr)):
        for pattern in (_OPEN_MARK, _INSIDE):
            trace = pattern.search(text)
            if trace is not None and trace[0] not in given:
                yield f"{name} with {text[max(0, trace.start() - 60) : trace.end() + 40]!r}"
    sign = _CONTROL.search(stderr)
    if sign is not None:
        yield f"stderr with {stderr[max(0, sign.start() - 60) : sign.end() + 20]!r}"
    yield from (f"stderr in two languages: {line}" for line in _foreign(stderr, lang, given))


def _foreign(text: str, lang: Lang, given: str) -> Iterator[str]:
    """Lines with words of the other language, outside of quotes and of what was given."""
    others = _FUNCTION_WORDS["nl" if lang == "en" else "en"] - _FUNCTION_WORDS[lang]
    for line in text.splitlines():
        words = [word.lower() for word in _WORD.findall(_QUOTED.sub(" ", line))]
        if len(others.intersection(words)) >= 3 and line[-40:] not in given:
            yield line


def not_of_format(stdout: str, format_: str) -> Iterator[str]:
    """What is wrong with an answer that is data."""
    try:
        if format_ == "json":
            json.loads(stdout)
        elif format_ == "csv":
            list(csv.reader(io.StringIO(stdout), strict=True))
    except (ValueError, csv.Error) as error:
        yield f"no {format_}: {error}"

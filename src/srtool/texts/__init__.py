"""Every sentence of srtool, in Dutch and English; the files beside this one are data, one file per subject.

Of the input `cli` holds help, options and what can go wrong, `problems` the mistakes and remarks, `vocabulary` the
headings and values of a register, `fields` what each field means, `draft` the register that `init` writes, `register`
its schema, `supplier` what suppliers read, `unread` why a cell could not be read.

Of the output `shared` holds the short words of several views, `inspection` first contact with a file, `check` the view
of findings, `rules` that of rule sets, `bundle` that of bundles, `monitor` that of the monitor, `report` the workbook,
`value` the worth of an effort, `tender` the check of a tender draft in Word, `clause` the paragraph that is written for
one, `ideas` what stands around the ideas, `simulation` what another threshold would bring,
`meeting` the sheets for a talk, `causes` what helped elsewhere against delay,
`verification` whether an answer is the same again.

Of the checks `checks` holds what their sentences share, and `explain/` one file per check: its title, what it looks at
(what), why that matters (why), its sentences per outcome (says) and what to do (remedy). `examples/` shows for each
check a wrong and a right register, the same in both languages. `ideas` holds what suppliers did or could do in a
category: one record with both languages, so that adding one is adding a record.

A key names file, table and word: `monitor.line.open`. `sentence` gives one sentence, `words` all that a table says,
`lists` its lists, such as one and many, or the words that are recognised.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

Lang = Literal["nl", "en"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)
_HERE = Path(__file__).parent
_HEADER = re.compile(r"^\[([\w.]+)\]$", re.MULTILINE)


@cache
def load(lang: Lang, part: str) -> dict[str, Any]:
    """One file of sentences, such as `monitor` or `explain/SR104`."""
    return _read(Path(lang, f"{part}.toml"))


@cache
def sentence(lang: Lang, key: str) -> str:
    """One sentence, such as `cli.wrong.converted`."""
    table, _, name = key.rpartition(".")
    return words(lang, table)[name]


@cache
def words(lang: Lang, key: str) -> Mapping[str, str]:
    """The sentences of one table, such as `monitor.line`; tables and lists in it have keys of their own."""
    return {name: text for name, text in _at(lang, key).items() if isinstance(text, str)}


@cache
def lists(lang: Lang, key: str) -> Mapping[str, Sequence[str]]:
    """The lists of one table, such as `shared.counts`; tables and sentences in it have keys of their own."""
    return {name: texts for name, texts in _at(lang, key).items() if isinstance(texts, list)}


@cache
def keys(key: str) -> tuple[str, ...]:
    """What there are words for, such as the tables of `vocabulary.headings`; the same in both languages."""
    return tuple(_at(LANGUAGES[0], key))


@cache
def codes() -> frozenset[str]:
    """The codes of the checks that have words."""
    return frozenset(path.stem for path in (_HERE / LANGUAGES[0] / "explain").glob("*.toml"))


def example(code: str) -> Mapping[str, str]:
    """A wrong and a right piece of a register for a check, with the outcome of each."""
    return _read(Path("examples", f"{code}.toml"))


def records(part: str) -> Sequence[Mapping[str, Any]]:
    """The records of a file that holds both languages, such as `ideas`."""
    (listed,) = _read(Path(f"{part}.toml")).values()
    return listed  # type: ignore[no-any-return]


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(_text(path))


@cache
def _text(path: Path) -> str:
    return (_HERE / path).read_text(encoding="utf-8")


def _at(lang: Lang, key: str) -> Any:  # noqa: ANN401 - a list or a table
    """What stands under a key; of a large file only its table is parsed, for most runs say little."""
    part, _, name = key.partition(".")
    headed = [f"[{head}]{body}" for head, body in _tables(lang, part) if f"{head}.".startswith(f"{name}.")]
    found: Any = tomllib.loads("".join(headed)) if headed else load(lang, part)
    for step in name.split(".") if name else ():
        found = found[step]
    return found


@cache
def _tables(lang: Lang, part: str) -> Sequence[tuple[str, str]]:
    """The name of each table of a file with the text below it, unparsed."""
    _, *pieces = _HEADER.split(_text(Path(lang, f"{part}.toml")))
    return list(zip(pieces[::2], pieces[1::2], strict=True))

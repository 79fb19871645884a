"""Answers kept in the `srtool.toml` beside a register: what stands there stays, byte for byte."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from srtool.cli import asking, output, saying
from srtool.cli.settings_file import NAME, find
from srtool.errors import OutputError, Problem, UsageError
from srtool.inspection.answers import Tables, entries, kept, with_answers
from srtool.inspection.question import Question
from srtool.readers.missing_file import missing
from srtool.readers.settings import of_tables
from srtool.readers.toml_file import parse
from srtool.texts import Lang, sentence
from srtool.views.inspection.settings_lines import blocks
from srtool.views.inspection.settings_text import inserted

_STDIN = "-"


def beside(register: str) -> Path:
    """Where the settings of this register go: in its folder; of one on standard input, where the program runs."""
    return Path(NAME) if register == _STDIN else Path(register).parent / NAME


def tables_in(path: Path | None) -> dict[str, Any]:
    """What a settings file says, without one nothing; UsageError where it cannot be read, InputError if it is wrong."""
    if path is None or not path.exists():
        return {}
    try:
        tables = parse(path.read_bytes(), path.name)
    except OSError as error:
        raise UsageError([Problem("file_unreadable", str(path))]) from error
    of_tables(tables, path)
    return tables


def answers_in(path: str) -> dict[str, Any]:
    """The answers in a file that is itself a `srtool.toml`; UsageError where there is none."""
    file = Path(path)
    if not path.strip() or not file.is_file():
        raise UsageError([missing(file) if path.strip() else Problem("empty_value", "--answers")])
    return tables_in(file)


def hidden_ending(target: Path) -> Problem | None:
    """What to say of a `srtool.toml.txt` in the place of the settings: Windows hides the second ending."""
    hidden = target.with_name(f"{NAME}.txt")
    return (
        Problem("settings_as_text", str(hidden), {"name": NAME}) if hidden.is_file() and not target.exists() else None
    )


def tell_kept(target: Path, existing: Tables, answers: Tables, lang: Lang) -> None:
    """Says which answers are not taken, for the settings decide otherwise already."""
    if keys := list(kept(existing, answers)):
        saying.announce(lang, "settings_kept", path=target, keys=", ".join(keys))


def keep(target: Path, answers: Tables, asked: Sequence[Question], lang: Lang, *, force: bool) -> None:
    """Writes the answers and what is still open into the file; OutputError or UsageError where that is not possible."""
    if (problem := hidden_ending(target)) is not None:
        raise UsageError([problem])
    existing = tables_in(target)
    was = target.read_bytes() if target.exists() else None
    text = "" if was is None else was.decode("utf-8")
    wanted = with_answers(existing, answers)
    there = dict(entries(existing))
    new = [(path, value) for path, value in entries(answers) if path not in there]
    grown = inserted(text, blocks(asked, new, lang, is_new=was is None))
    if grown is None or not _is_as_wanted(grown, wanted, target):
        raise UsageError([Problem("settings_not_extended", str(target))])
    if grown == text:
        saying.announce(lang, "settings_same", path=target)
        return
    if was is not None and not force and not (asking.is_watched() and _may_grow(target, lang)):
        raise OutputError([Problem("settings_exist", str(target))])
    shadowed = find(target.absolute().parent) if was is None else None
    output.write_whole(output.File(target, force=was is not None, was=was), [grown.encode()])
    saying.announce(lang, "settings_written", path=target, count=len(new))
    if target.absolute().parent != Path.cwd():
        saying.announce(lang, "settings_elsewhere", folder=target.absolute().parent)
    if shadowed is not None:
        saying.announce(lang, "settings_shadowed", path=shadowed)


def _may_grow(target: Path, lang: Lang) -> bool:
    return asking.agrees(sentence(lang, "inspection.asking.grow").format(path=target), lang)


def _is_as_wanted(text: str, wanted: Tables, target: Path) -> bool:
    """Whether the text, read back, gives the settings that there were and the answers."""
    tables = parse(text.encode(), target.name)
    return of_tables(tables, target) == of_tables(dict(wanted), target)

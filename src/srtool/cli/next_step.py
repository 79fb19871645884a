"""After a command the likely next one, in one line on stderr, for somebody who sits at a terminal."""

from __future__ import annotations

import sys
from pathlib import PurePath

from srtool.cli.commands import Typed
from srtool.cli.options import Options
from srtool.texts import sentence, words

_DRAFTS = frozenset({".docx", ".docm", ".md", ".txt"})
_FILES = ("paths", "register", "target", "into", "rule_set_file", "rule_set_id")
"""The parameters of which the value is used again in the next command; one at most is there."""
SAY_IT_THEMSELVES = frozenset({"clause", "init"})
"""Their own last sentence names the next command."""


def propose(options: Options) -> None:
    """Says what is usually done next, unless nobody is there to read it or it is not wanted."""
    if _is_wanted(options) and (line := line_after(options)) is not None:
        from srtool.cli.saying import say

        say(line)


def line_after(options: Options) -> str | None:
    """The line, with the file that was used just now; None where there is no next command, or no file to name."""
    template = words(options.lang, "cli.next").get(_key(options))
    if template is None:
        return None
    file = _file(options)
    if "{file}" in template and file is None:
        return None
    from srtool.cli.saying import typed

    stem, dot, kind = (file or "").rpartition(".")
    values = {
        "file": typed(file or ""),
        "marked": typed(f"{stem}-{sentence(options.lang, 'cli.next.marked')}{dot}{kind}"),
        "out": typed(_text(options, "out") or ""),
    }
    command = template.format_map(values)
    return sentence(options.lang, "cli.next.line").format(command=command)


def _key(options: Options) -> str:
    """The name of the command, with what was asked of it where that makes another next step."""
    name = options.command.removeprefix("srtool ").replace(" ", "_")
    match name:
        case "check" if PurePath(_file(options) or "").suffix.lower() in _DRAFTS:
            return "check_marked" if _text(options, "mark") else "check_draft"
        case "monitor" if options.values.get("agenda"):
            return "monitor_agenda"
        case "explain" if _text(options, "code") is None:
            return "explain_all"
        case "import" if not (_text(options, "out") or options.values.get("force")):
            return "import_only_shown"  # it has said how to write it
        case _:
            return name


def _is_wanted(options: Options) -> bool:
    """Whether somebody looks at both streams, asked for words and not for data, and did not ask for silence."""
    is_data = options.values.get("format", "terminal") not in {"terminal", "docx"}
    streams = (sys.stdout, sys.stderr)
    return not is_data and not options.values.get("quiet") and all(one is not None and one.isatty() for one in streams)


def _file(options: Options) -> str | None:
    """The file to name again: that of an import is what it wrote; None for standard input."""
    written = _text(options, "out") if "into" in options.values else None
    first = next((_first(options.values[name]) for name in _FILES if name in options.values), None)
    file = written or first
    return None if file == "-" else file


def _first(value: Typed) -> str | None:
    if isinstance(value, str):
        return value
    return value[0] if isinstance(value, list | tuple) and value else None


def _text(options: Options, name: str) -> str | None:
    value = options.values.get(name)
    return value if isinstance(value, str) else None

"""After a command the likely next one, in one line on stderr, for somebody who sits at a terminal."""

from __future__ import annotations

import sys
from pathlib import PurePath

from srtool.cli.commands import PARAMETERS, Command, Typed
from srtool.cli.options import Options
from srtool.texts import sentence, words

_WORD, _PLAIN = frozenset({".docx", ".docm"}), frozenset({".md", ".txt"})
"""Drafts that can be given comments, and those that cannot."""
SAY_IT_THEMSELVES = frozenset({"clause", "init"})
"""Their own last sentence names the next command."""


def propose(command: Command, options: Options) -> None:
    """Says what is usually done next, unless nobody is there to read it or it is not wanted."""
    if _is_wanted(options) and (line := line_after(command, options)) is not None:
        from srtool.cli.saying import say

        say(line)


def line_after(command: Command, options: Options) -> str | None:
    """The line, with the file that was used just now; None where there is no next command, or no file to name."""
    file = _file(command, options)
    template = words(options.lang, "cli.next").get(_key(command, options, file))
    if template is None:
        return None
    if "{file}" in template and file is None:
        return None
    from srtool.cli.saying import typed

    stem, dot, kind = (file or "").rpartition(".")
    values = {
        "file": typed(file or ""),
        "marked": typed(f"{stem}-{sentence(options.lang, 'cli.next.marked')}{dot}{kind}"),
        "out": typed(_text(options, "out") or ""),
    }
    return sentence(options.lang, "cli.next.line").format(command=template.format_map(values))


def _key(command: Command, options: Options, file: str | None) -> str:
    """The name of the command, with what was asked of it where that makes another next step."""
    kind = PurePath(file or "").suffix.lower()
    match command.name:
        case "check" if kind in _PLAIN or (kind in _WORD and _text(options, "mark")):
            return "check_marked"
        case "check" if kind in _WORD:
            return "check_draft"
        case "monitor" if options.values.get("agenda"):
            return "monitor_agenda"
        case "explain" if _text(options, "code") is None:
            return "explain_all"
        case "import" if not (_text(options, "out") or options.values.get("force")):
            return "import_only_shown"  # it has said how to write it
        case name:
            return name.replace(" ", "_")


def _is_wanted(options: Options) -> bool:
    """Whether somebody looks at both streams, asked for words and not for data, and did not ask for silence."""
    is_data = options.values.get("format", "terminal") not in {"terminal", "docx"}
    streams = (sys.stdout, sys.stderr)
    return not is_data and not options.values.get("quiet") and all(one is not None and one.isatty() for one in streams)


def _file(command: Command, options: Options) -> str | None:
    """The file to name again: the last argument, of an import what it wrote; None for standard input."""
    if command.name == "import":
        return _text(options, "out") or _text(options, "into")
    arguments = [key for key in command.parameters if PARAMETERS[key].kind.startswith("argument")]
    filled = [first for key in arguments if (first := _first(options.values[PARAMETERS[key].name or key]))]
    return filled[-1] if filled and filled[-1] != "-" else None


def _first(value: Typed) -> str | None:
    if isinstance(value, str):
        return value
    return value[0] if isinstance(value, list | tuple) and value else None


def _text(options: Options, name: str) -> str | None:
    value = options.values.get(name)
    return value if isinstance(value, str) else None

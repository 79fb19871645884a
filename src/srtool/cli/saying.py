"""Problems and remarks in words, on stderr."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from srtool import texts
from srtool.cli.streams import replacing
from srtool.errors import Problem
from srtool.readers.nearest import few
from srtool.texts import Lang

if TYPE_CHECKING:
    from srtool.register.suppliers import Suppliers

MOST_REMARKS = 25
"""So many remarks stay on a screen."""
_OF_A_KIND = 10
"""So many of them are of one kind, where there are more than fit."""


def complain(problems: Sequence[Problem], lang: Lang, header: str = "header") -> None:
    """How many on a first line of stderr, then each on a line of its own, safe for a terminal."""
    from srtool.views.shared.lines import clean

    one: str | None
    one, many = texts.lists(lang, "cli.wrong")[header]
    sentences = [clean(sentence(problem, lang)) for problem in problems]
    if len(sentences) == 1 and not problems[0].place:
        one = None
    head = [one if len(sentences) == 1 else many.format(n=len(sentences))] if one else []
    say("\n".join([*head, *sentences]))


def remark(problems: Sequence[Problem], lang: Lang) -> None:
    """Remarks on stderr: as many as a screen holds, of each kind some; then only how many more."""
    _remark(problems, _on_a_screen(problems), lang, "more_remarks")


def register_remarks(problems: Sequence[Problem], lang: Lang, *, full: bool = False) -> None:
    """The same of the remarks on a register, then also which command tells all; in full it is this one."""
    _remark(problems, problems if full else _on_a_screen(problems), lang, "more_of_register")


def _remark(problems: Sequence[Problem], told: Sequence[Problem], lang: Lang, more: str) -> None:
    if told:
        complain(told, lang, "remarks")
    if len(problems) > len(told):
        announce(lang, more, n=len(problems) - len(told))


def _on_a_screen(problems: Sequence[Problem]) -> Sequence[Problem]:
    """The remarks that are told, in their order."""
    if len(problems) <= MOST_REMARKS:
        return problems
    times: Counter[str] = Counter()
    told = []
    for problem in problems:
        times[problem.code] += 1
        if times[problem.code] <= _OF_A_KIND:
            told.append(problem)
    return told[:MOST_REMARKS]


def announce(lang: Lang, key: str, **values: object) -> None:
    """A sentence of the command line on stderr, such as which file was made."""
    say(texts.sentence(lang, f"cli.wrong.{key}").format(**values))


def sentence(problem: Problem, lang: Lang) -> str:
    """`place: sentence`; the sentences of the command line stand with the commands, those of the input elsewhere."""
    from srtool.texts.say import plain, where
    from srtool.texts.say import problem as of_input

    wrong = texts.words(lang, "cli.wrong")
    template = wrong.get(problem.code)
    if template is None:
        return of_input(lang, problem)
    values = {key: plain(lang, value) for key, value in problem.values.items()}
    near = problem.values.get("near", ())
    if isinstance(near, list | tuple):
        values["nearest"] = _nearest(values.get("name", values.get("option", "")), near, wrong)
    text = template.format_map(values)
    return f"{where(lang, problem.place)}: {text}" if problem.place else text


def _nearest(typed: str, known: Sequence[str], wrong: Mapping[str, str]) -> str:
    """The known name that looks most like what was typed; all of them when none does."""
    from difflib import get_close_matches

    bare = {name.lstrip("-"): name for name in known}
    matches = get_close_matches(typed.lstrip("-").lower(), bare, 1)
    if matches:
        return wrong["nearest"].format(name=bare[matches[0]])
    return wrong["known"].format(names=", ".join(few(known))) if known else ""


def typed(path: str) -> str:
    """A path as it is typed in a command: between quotes where a space would part it."""
    return f'"{path}"' if " " in path else path


def say(text: str) -> None:
    """Lines on stderr; a reader who is gone is no reason to fail."""
    if sys.stderr is None:
        return
    with suppress(OSError):
        replacing(sys.stderr)
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def likely_others(suppliers: Suppliers, number: str, lang: Lang) -> None:
    """Says which names are probably this supplier too, and which contracts are left out because of that."""
    from srtool.views.shared.lines import clean

    for name, contracts in suppliers.likely_others(number).items():
        announce(lang, "likely_supplier", name=clean(name), contracts=clean(", ".join(contracts)))

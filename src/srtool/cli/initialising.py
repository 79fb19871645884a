"""The work of `srtool init`: a draft in TOML, or an empty register in Excel."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING

from srtool import texts
from srtool.cli import output, session
from srtool.errors import OutputError, Problem
from srtool.texts import Lang, load

if TYPE_CHECKING:
    from srtool.readers.settings import Settings
    from srtool.rules.ruleset import RuleSet

SUPPORTED = (".toml", ".xlsx")
_RULE_SET = re.compile(r'^# rule_set = "[^"]*" {0,2}', re.MULTILINE)
"""The line of the draft that stays out until a rule set is chosen."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of one run."""

    path: str
    rule_set: str | None
    force: bool


def run(wanted: Wanted, lang: Lang) -> int:
    """Makes the file, and says what to do next."""
    suffix = Path(wanted.path).suffix.lower()
    if suffix not in SUPPORTED:
        raise OutputError([Problem("suffix", wanted.path, {"supported": ", ".join(SUPPORTED)})])
    output.target(wanted.path, force=wanted.force)
    out = Path(wanted.path)
    if suffix == ".toml":
        output.write(_draft(wanted, lang), out=out, force=wanted.force)
    else:
        _workbook(wanted, out, lang)
    session.write_error(
        load(lang, "cli")["wrong"]["written"].format(path=wanted.path, typed=session.typed(wanted.path)) + "\n"
    )
    return 0


def _draft(wanted: Wanted, lang: Lang) -> str:
    """The draft, with the rule set if one was named."""
    text = (Path(texts.__file__).parent / lang / "draft.toml").read_text(encoding="utf-8")
    if wanted.rule_set is None:
        return text
    _rules(wanted.rule_set, session.settings())
    name = dumps(_seen_from(Path(wanted.path).parent, wanted.rule_set), ensure_ascii=False)
    return _RULE_SET.sub(lambda _: f"rule_set = {name}  ", text, count=1)


def _workbook(wanted: Wanted, out: Path, lang: Lang) -> None:
    from srtool.readers.rules import rule_sets
    from srtool.rules.rulebook import DEFAULT
    from srtool.views.register import new_workbook

    settings = session.settings()
    rules = _rules(wanted.rule_set or settings.rule_set or DEFAULT, settings).on(session.day(None))
    known = {one.rules.id for one in rule_sets.load_all(settings.rule_sets)[0] if one.rules.block}
    with output.whole_file(out, force=wanted.force) as stream:
        new_workbook.write(rules, sorted(known), lang, stream)


def _rules(name: str, settings: Settings) -> RuleSet:
    """The rule set of this name or path; an error when there is none."""
    from srtool.readers.rules import rule_sets

    return rule_sets.load(rule_sets.find(name, settings.rule_sets)).rules


def _seen_from(folder: Path, name: str) -> str:
    """How a file in this folder names the rule set: a relative path counts from there."""
    from srtool.readers.settings import names_file

    if not names_file(name):
        return name
    return Path(name if Path(name).is_absolute() else os.path.relpath(name, folder)).as_posix()

"""srtool init: a commented draft to fill in, an empty register in Excel, or a workbook for a supplier."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING

from srtool import texts
from srtool.cli import output, saying
from srtool.cli import run as shared
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.errors import Problem, UsageError
from srtool.readers.rules import rule_sets
from srtool.readers.settings import Settings, names_file
from srtool.rules.rulebook import DEFAULT
from srtool.rules.ruleset import RuleSet
from srtool.texts import Lang

if TYPE_CHECKING:
    from srtool.views.draft.first_register import ReadDraft
    from srtool.views.shared.noted import Noted

NOTHING_READ: Mapping[str, Noted] = {}
SUPPORTED = (".toml", ".xlsx")
_RULE_SET = re.compile(r'^# rule_set = "[^"]*" {0,2}', re.MULTILINE)
"""The line of the draft that stays out until a rule set is chosen."""


def run(options: Options) -> int:
    """Makes the file, and says what to do next."""
    supplier = options.filled("supplier")
    if supplier is not None:
        from srtool.cli import supplier_workbook

        return supplier_workbook.make(supplier, options)
    extra = options.text("supplier_workbook")
    if extra is not None:
        raise UsageError([Problem("extra_arguments", "", {"extra": extra, "command": options.command})])
    path = options.argument("draft")
    from srtool.cli import own_rule_set

    if own_rule_set.is_meant(path, options):
        return own_rule_set.make(path, options)
    rule_set = options.filled("rule_set")
    source = options.filled("from")
    file = output.file_target(path, SUPPORTED, force=options.flag("force"), inputs=[source] if source else [])
    if file.path.suffix.lower() == ".toml":
        draft = _draft(file, rule_set, options.lang)
        output.write(draft if source is None else _read_from(source, draft, options.lang), file)
    else:
        _workbook(file, rule_set, options, NOTHING_READ if source is None else _contract_from(source, options.lang))
    saying.announce(options.lang, "written", path=path, typed=saying.typed(path))
    return 0


def _draft(file: output.File, rule_set: str | None, lang: Lang) -> str:
    """The draft, with the rule set if one was named."""
    draft = (Path(texts.__file__).parent / lang / "draft.toml").read_text(encoding="utf-8")
    if rule_set is None:
        return draft
    _rules(rule_set, settings(), file)
    name = dumps(_seen_from(file.path.parent, rule_set), ensure_ascii=False)
    return _RULE_SET.sub(lambda _: f"rule_set = {name}  ", draft, count=1)


def _read_from(source: str, template: str, lang: Lang) -> str:
    """The draft with what a tender text says filled in, and the rest left open."""
    from srtool.views.draft.first_register import first_register

    return first_register(template, _read_draft(source, lang), lang)


def _contract_from(source: str, lang: Lang) -> Mapping[str, Noted]:
    """What a tender text says, as the first contract of a workbook."""
    from srtool.views.draft.first_register import first_contract

    return first_contract(_read_draft(source, lang), lang)


def _read_draft(source: str, lang: Lang) -> ReadDraft:
    """What of a tender text fills a field, or leaves it undecided."""
    from srtool.cli import reading
    from srtool.draft.reading import read_claims
    from srtool.draft.register_facts import facts, several
    from srtool.readers.word.draft_file import read_draft
    from srtool.views.draft.first_register import ReadDraft

    draft = reading.of_path(read_draft, source)
    claims = read_claims(draft.passages)
    if not claims.is_read:
        saying.announce(lang, "draft_unread", path=source)
    return ReadDraft(draft.name, tuple(facts(claims)), tuple(several(claims)))


def _workbook(file: output.File, rule_set: str | None, options: Options, contract: Mapping[str, Noted]) -> None:
    from srtool.views.register import new_workbook

    decided = settings()
    rules = _rules(rule_set or decided.rule_set or DEFAULT, decided, file).on(options.on())
    known = {loaded.rules.id for loaded in rule_sets.load_all(decided.rule_sets)[0] if loaded.rules.block}
    with output.whole_file(file) as stream:
        new_workbook.write(rules, sorted(known), options.lang, stream, contract)


def _rules(name: str, settings: Settings, file: output.File) -> RuleSet:
    """The rule set of this name or path; an error when there is none, or when it would be written over."""
    loaded = rule_sets.load(rule_sets.find(name, settings.rule_sets))
    shared.refuse_rules(file, [loaded], settings)
    return loaded.rules


def _seen_from(folder: Path, name: str) -> str:
    """How a file in this folder names the rule set: a relative path counts from there."""
    if not names_file(name):
        return name
    return Path(name if Path(name).is_absolute() else os.path.relpath(name, folder)).as_posix()

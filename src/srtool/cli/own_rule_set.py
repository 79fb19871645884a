"""srtool init for a rule set: asks what an organisation's own rules are, or reads the answers, and writes the file."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from srtool.cli import output, saying
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.errors import InputError, Problem, SrtoolError, UsageError
from srtool.readers.rules import own_answers, rule_sets
from srtool.readers.rules.own_answers import WrongAnswer
from srtool.readers.toml_file import parse
from srtool.rules.own_rules import OwnRules
from srtool.rules.rulebook import EUROPEAN, RuleBook
from srtool.texts import Lang, words
from srtool.views.rules.own_file import own_file

_NAME = re.compile(r"regeling|regels|rule[ _-]?sets?|rules", re.IGNORECASE)


def is_meant(path: str, options: Options) -> bool:
    """Whether a file to make is a rule set: by its name, by the folder that it is for, or because answers are given."""
    if options.text("answers") is not None:
        return True
    if Path(path).suffix.lower() != ".toml":
        return False
    return _NAME.match(Path(path).stem) is not None or _is_in_folder(Path(path))


def _is_in_folder(path: Path) -> bool:
    """Whether it goes in the folder of own rule sets; what is wrong with the settings is no matter here."""
    try:
        folder = settings().rule_sets
    except SrtoolError:
        return False
    return folder is not None and path.absolute().parent.resolve() == folder.resolve()


def make(path: str, options: Options) -> int:
    """Writes the rule set; UsageError or InputError when an answer cannot be read."""
    unused = next((name for name in ("from", "rule_set") if options.text(name) is not None), None)
    if unused is not None:
        raise UsageError([Problem("own_rules_without", f"--{unused.replace('_', '-')}")])
    answers = options.filled("answers")
    file = output.file_target(path, (".toml",), force=options.flag("force"), inputs=[answers] if answers else [])
    folder = settings().rule_sets
    tables = _tables()
    rules = _asked(tables, options.lang) if answers is None else _read(Path(answers), tables, options.lang)
    taken = frozenset((*rule_sets.shipped(), *tables, *rule_sets.members(folder)))
    output.write(own_file(rules, taken, options.lang), file)
    key = "own_rules_written" if rules.threshold is not None else "own_rules_without_threshold"
    saying.announce(options.lang, key, path=path, typed=saying.typed(path))
    return 0


def _tables() -> tuple[str, ...]:
    """The shipped rule sets that have blocks, by the name that is chosen; of successive tables the plain name too."""
    names = {*rule_sets.shipped(), *rule_sets.members(None)} - {EUROPEAN}
    return tuple(sorted(name for name in names if rule_sets.load(rule_sets.find(name, None)).rules.block))


def _read(path: Path, tables: tuple[str, ...], lang: Lang) -> OwnRules:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError([Problem("answers_unreadable", str(path))]) from error
    return own_answers.from_file(parse(content, path.name), path.name, lang, tables)


def _asked(tables: tuple[str, ...], lang: Lang) -> OwnRules:
    """What somebody answers, question by question; on a terminal an answer that cannot be read is asked again."""
    if sys.stdin is None:
        raise UsageError([Problem("answers_ended", "--answers")])
    phrases = words(lang, "rules.own.questions")
    answers: dict[str, object] = {}
    saying.say(words(lang, "rules.own.asking")["intro"])
    for question in own_answers.QUESTIONS:
        if own_answers.is_asked(question, answers):
            text = phrases[question].format(tables=_offered(str(answers.get("authority")), tables))
            answers |= _one(question, text, answers, tables, lang)
    return own_answers.own_rules(answers)


def _one(
    question: str, text: str, answers: dict[str, object], tables: tuple[str, ...], lang: Lang
) -> dict[str, object]:
    while True:
        saying.say(text)
        typed = sys.stdin.readline()
        if not typed:
            raise UsageError([Problem("answers_ended", "--answers")])
        if not typed.strip() and not own_answers.needs(question, answers):
            return {}
        try:
            if typed.strip():
                return dict(own_answers.answer(question, typed, lang, tables))
            problem = Problem("answer_needed", "", {"value": question, "label": own_answers.label(question, lang)})
        except WrongAnswer as wrong:
            problem = Problem(wrong.code, "", wrong.values)
        if not sys.stdin.isatty():
            raise InputError([problem])
        saying.complain([problem], lang)


def _offered(authority: str, tables: tuple[str, ...]) -> str:
    """The tables to choose from: first those that list this authority."""
    listed, _ = RuleBook({}, {}, members=rule_sets.members(None)).policies_for(authority)
    first = [name for name in listed if name in tables]
    return ", ".join([*first, *(name for name in tables if name not in first)])

"""The first line of what a command shows."""

from __future__ import annotations

from srtool.finding import Report
from srtool.texts import Lang, sentence, words
from srtool.texts.say import day
from srtool.views.shared.lines import Line
from srtool.views.shared.names import counted, whole


def internal_line(lang: Lang) -> Line:
    """Says above what is written that it is not to be passed on."""
    return Line(sentence(lang, "shared.discreet.internal"), "warning")


def in_steps_line(lang: Lang) -> Line:
    """Says above what is written that some amounts come in steps."""
    return Line(sentence(lang, "shared.discreet.in_steps"), "dim")


def head(report: Report, lang: Lang, command: str) -> Line:
    """The command, the files, the rule sets and the day."""
    phrases = words(lang, "shared.head")
    names = [name for name, _ in report.receipt.inputs]
    files = names[0] if names else ""
    if len(names) > 1:
        others = counted(lang, "shared.more_files", len(names) - 1)
        files = phrases["more_files"].format(first=files, others=others)
    files = told_part(report.part, files, lang)
    used = dict.fromkeys(verdict.rule_set for verdict in report.contracts if verdict.rule_set)
    chosen = report.chosen[0] if report.chosen else None
    rules = ", ".join(phrases["chosen"].format(id=rules_id) if rules_id == chosen else rules_id for rules_id in used)
    parts = (f"srtool {command}", files, rules or phrases["no_rule_set"], day(lang, report.receipt.on))
    return Line(" · ".join(part for part in parts if part), "dim", 0, 2)


def told_part(part: tuple[int, int] | None, file: str, lang: Lang) -> str:
    """The name of a file, with how many of how many contracts are told of; None for all of them."""
    if part is None:
        return file
    kept, of = (whole(lang, count) for count in part)
    return sentence(lang, "shared.head.part").format(file=file, kept=kept, of=of)

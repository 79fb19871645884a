"""srtool explain: one check in full, or all of them in a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from srtool.checks import ALL, drafts, notices
from srtool.cli import output
from srtool.cli.options import Options
from srtool.errors import Problem, UsageError
from srtool.readers.nearest import closest
from srtool.texts import Lang
from srtool.views.check import explanation

_CODE = re.compile(r"(?:sr)?\d+", re.IGNORECASE)


def run(options: Options) -> int:
    """Shows the story of a check."""
    known = sorted(check.code for checks in (ALL, drafts.ALL, notices.ALL) for check in checks)
    code = None if options.text("code") is None else options.argument("code")
    if code is None:
        output.write_wrapped(explanation.overview(known, options.lang))
        return 0
    meant = _meant(code.strip(), known, options.lang)
    if not meant and _CODE.fullmatch(code.strip()):
        raise UsageError([Problem("unknown_code", "", {"codes": code, "known": closest(code.strip().upper(), known)})])
    if not meant:
        raise UsageError([Problem("nothing_explains", "", {"word": code})])
    if len(meant) > 1:
        output.write_wrapped(explanation.search(code, meant, options.lang))
        return 0
    from srtool.readers.rules import rule_sets

    rules = [rule_sets.load(rule_sets.find(name, None)).rules for name in rule_sets.shipped()]
    output.write_wrapped(explanation.check(meant[0], rules, options.lang))
    return 0


def _meant(typed: str, known: Sequence[str], lang: Lang) -> Sequence[str]:
    """The check of this code, with or without its letters; else those whose texts have the word."""
    code = typed.upper() if typed.upper().startswith("SR") else f"SR{typed}"
    return [code] if code in known else explanation.with_word(typed, known, lang)

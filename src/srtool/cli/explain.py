"""srtool explain: one check in full, or all of them in a list."""

from __future__ import annotations

from srtool.checks import ALL, drafts, notices
from srtool.cli import output
from srtool.cli.options import Options
from srtool.errors import Problem, UsageError
from srtool.views.check import explanation


def run(options: Options) -> int:
    """Shows the story of a check."""
    known = sorted(check.code for checks in (ALL, drafts.ALL, notices.ALL) for check in checks)
    code = None if options.text("code") is None else options.argument("code")
    if code is None:
        output.write_wrapped(explanation.overview(known, options.lang))
        return 0
    if code.strip().upper() not in known:
        raise UsageError([Problem("unknown_code", "", {"codes": code, "known": ", ".join(known)})])
    from srtool.readers.rules import rule_sets

    rules = [rule_sets.load(rule_sets.find(name, None)).rules for name in rule_sets.shipped()]
    output.write_wrapped(explanation.check(code.strip().upper(), rules, options.lang))
    return 0

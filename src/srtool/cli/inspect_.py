"""srtool inspect: first contact with a register."""

from __future__ import annotations

from srtool.checks.evaluate import evaluate
from srtool.cli import output, saying
from srtool.cli import run as shared
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.inspection.columns import column_notes
from srtool.inspection.questions import questions
from srtool.register.assumptions import NOTHING_ASSUMED
from srtool.register.index import Index
from srtool.views.inspection import to_lines


def run(options: Options) -> int:
    """Shows what the columns were taken for and what to answer first; 0 whatever is still open."""
    path, rule_set, on = options.argument("register"), options.filled("rule_set"), options.on()
    decided = settings()
    register_file = shared.register(
        [path], rule_set, decided, options.lang, allow_paths=options.flag("allow_paths"), may_be_empty=True
    )
    book = shared.rule_book([register_file], rule_set, decided)
    own = shared.own(decided)
    report = evaluate(register_file, book, on, own, frozenset(), keep_cases=False).report
    assume = decided.assume or NOTHING_ASSUMED
    is_policy_known = (rule_set or decided.rule_set) is not None
    index = Index(register_file, on, assume.extended)
    inspection = to_lines.Inspection(
        register_file,
        report,
        column_notes(register_file),
        questions(register_file, index, report, assume, is_policy_known=is_policy_known),
    )
    full = options.flag("full")
    output.write_lines(to_lines.inspection(inspection, options.lang, output.width(), full=full))
    if full:
        saying.remark(register_file.remarks, options.lang)
    return 0

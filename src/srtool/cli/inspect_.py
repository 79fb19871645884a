"""srtool inspect: first contact with a register."""

from __future__ import annotations

from dataclasses import replace

from srtool.cli import asking, output, saying
from srtool.cli.inspecting import Inspected, Inspector
from srtool.cli.keeping_answers import answers_in, beside, hidden_ending, keep, tables_in, tell_kept
from srtool.cli.options import Options
from srtool.cli.settings_file import find, settings
from srtool.errors import InputError
from srtool.inspection.answers import Tables, entries, with_answers
from srtool.inspection.columns import column_notes
from srtool.inspection.questions import COLUMNS
from srtool.texts import sentence
from srtool.views.inspection import to_json, to_lines

FORMATS = ("terminal", "json")


def run(options: Options) -> int:
    """Shows what the columns were taken for and what to answer first; 0 whatever is still open."""
    path, on = options.argument("register"), options.on()
    format_ = options.choice("format", FORMATS)
    is_kept, file = options.flag("write"), options.filled("answers")
    settings()  # says what is wrong with those that hold here
    target = beside(path)
    holding = target if is_kept else find()
    existing = tables_in(holding)
    answers: Tables = {} if file is None else answers_in(file)
    tell_kept(holding or target, existing, answers, options.lang)
    forced, allow_paths = options.filled("rule_set"), options.flag("allow_paths")
    inspector = Inspector(path, on, options.lang, holding or target, forced, allow_paths)
    tables = with_answers(existing, answers)
    before = _before(inspector, existing, answers)
    after = inspector.inspected(tables) if answers or before is None else before
    after = replace(after, questions=inspector.weighed(after, tables))
    _show(options, before if answers else None, after, format_)
    if target.exists() and (holding is None or not target.samefile(holding)):
        saying.announce(options.lang, "settings_not_here", path=target)
    if not is_kept and (hidden := hidden_ending(target)) is not None:
        saying.remark([hidden], options.lang)
    if file is None and not is_kept and format_ == "terminal" and asking.is_watched() and path != "-":
        answers = _asked(inspector, after, existing, options)
        is_kept = bool(answers) and asking.agrees(
            sentence(options.lang, "inspection.asking.keep").format(path=target), options.lang
        )
    if is_kept:
        keep(target, answers, after.questions, options.lang, force=options.flag("force"))
    return 0


def _before(inspector: Inspector, existing: Tables, answers: Tables) -> Inspected | None:
    """What there was to see before the answers; None where only these say how the register is to be read."""
    try:
        return inspector.inspected(existing)
    except InputError:
        if not answers:
            raise
        return None


def _show(options: Options, before: Inspected | None, after: Inspected, format_: str) -> None:
    full = options.flag("full")
    inspection = to_lines.Inspection(
        after.register_file,
        after.report,
        column_notes(after.register_file),
        after.questions,
        _undecided(after),
        None if before is None else _undecided(before),
    )
    if format_ == "json":
        output.write(to_json.inspection(inspection, options.lang))
        return
    output.write_lines(to_lines.inspection(inspection, options.lang, output.width(), full=full))
    if full and not options.flag("quiet"):
        saying.register_remarks(after.register_file.remarks, options.lang, full=True)


def _asked(inspector: Inspector, shown: Inspected, existing: Tables, options: Options) -> Tables:
    """What is answered on the terminal; says what the answers change."""

    def check(answers: Tables) -> object:
        return inspector.inspected(with_answers(existing, answers))

    first = [question for question in shown.questions if question.name == COLUMNS]
    answers = asking.answers(first, options.lang, check)
    # With a column that is read there is more to ask.
    now = inspector.inspected(with_answers(existing, answers)).questions if answers else shown.questions
    rest = [question for question in now if question.name != COLUMNS]
    answers = with_answers(answers, asking.answers(rest, options.lang, lambda more: check(with_answers(answers, more))))
    if any(True for _ in entries(answers)):
        after = inspector.inspected(with_answers(existing, answers))
        line = to_lines.changed(_undecided(shown), _undecided(after), options.lang)
        output.write_wrapped([line])
    return answers


def _undecided(inspected: Inspected) -> to_lines.Undecided:
    return to_lines.Undecided(inspected.undecided, inspected.undecided_contracts)

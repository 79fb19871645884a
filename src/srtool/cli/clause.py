"""srtool clause: the paragraph on social return for the tender documents, and the reasons for the file."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from srtool.checks import demand, preparation, scope
from srtool.checks.evaluate import evaluate
from srtool.checks.of_register import SCOPE
from srtool.cli import narrowing, output, saying
from srtool.cli import run as shared
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.draft.language import READ
from srtool.errors import Problem, UsageError
from srtool.finding import Answer, Finding, Report
from srtool.lazy_dataclass import dataclass
from srtool.readers.settings import Settings
from srtool.register.model import Contract, Exemption, RegisterFile
from srtool.rules.rulebook import RuleBook
from srtool.texts import Lang, sentence
from srtool.texts.say import message
from srtool.views.clause import agreements, reasons
from srtool.views.word.blocks import Block, filled, marks

FORMATS = ("docx", "md")
_SCOPE = frozenset({SCOPE})
_CODES = frozenset(check.code for check in (*scope.ALL, *demand.ALL, *preparation.ALL))


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The contract that the paragraph is for."""

    contract: Contract
    register_file: RegisterFile
    book: RuleBook


def run(options: Options) -> int:
    """Writes the paragraph, and with --reasons the page for the file."""
    path = options.argument("register")
    kind = options.choice("format", FORMATS)
    on, rule_set = options.on(), options.filled("rule_set")
    file = _target(options, kind, [path])
    of_reasons = _reasons_target(options, [path])
    chosen = _chosen(path, options, settings(), rule_set)
    report = _judged(chosen, on, _SCOPE if of_reasons is None else _CODES)
    outside = _outside(chosen.contract, report)
    clause = agreements.Clause(chosen.contract, chosen.book.version_for(chosen.contract, on), outside is not None)
    blocks = list(_with_answers(list(agreements.blocks(clause, options.lang)), options))
    _write(blocks, kind, file, options.lang)
    if outside is not None:
        saying.announce(options.lang, "clause_outside", reason=message(options.lang, outside))
    if file is not None:
        _announce(file, options.lang)
    if of_reasons is not None:
        shown = reasons.blocks(chosen.contract, _exemption(chosen), _findings(chosen, report), options.lang)
        _write(list(shown), "docx", of_reasons, options.lang)
        saying.announce(options.lang, "converted", path=str(of_reasons.path))
    return 0


def _announce(file: output.File, lang: Lang) -> None:
    """That the text is there, and how it can be checked where drafts are read in its language."""
    if lang == READ:
        saying.announce(lang, "clause_written", path=str(file.path), typed=saying.typed(str(file.path)))
    else:
        saying.announce(lang, "clause_unread", path=str(file.path))


def _target(options: Options, kind: str, inputs: Iterable[str]) -> output.File | None:
    """The file to write; Markdown may go to stdout, a Word document may not."""
    out = options.text("out")
    if kind == "md":
        return None if out is None or output.is_stdout(out) else output.text_target(options, inputs)
    if out is None or output.is_stdout(out):
        raise UsageError([Problem("clause_needs_out", "--out")])
    return output.file_target(out, (".docx",), force=options.flag("force"), inputs=inputs)


def _reasons_target(options: Options, inputs: Iterable[str]) -> output.File | None:
    path = options.filled("reasons")
    if path is None:
        return None
    return output.file_target(path, (".docx",), force=options.flag("force"), inputs=inputs, option="--reasons")


def _chosen(path: str, options: Options, decided: Settings, rule_set: str | None) -> _Chosen:
    """The contract that was named, or the only one."""
    register_file = shared.register([path], rule_set, decided, options.lang, allow_paths=options.flag("allow_paths"))
    contracts = {contract.id: contract for contract in register_file.register.contracts}
    name = options.filled("contract")
    if name is None and len(contracts) > 1:
        raise UsageError([Problem("which_contract", "--contract", {"count": len(contracts)})])
    contract = next(iter(contracts.values())) if name is None else narrowing.meant(name, contracts)
    return _Chosen(contract, register_file, shared.rule_book([register_file], rule_set, decided))


def _exemption(chosen: _Chosen) -> Exemption | None:
    exemptions = chosen.register_file.register.exemptions
    return next((one for one in reversed(exemptions) if one.contract == chosen.contract.id), None)


def _judged(chosen: _Chosen, on: date, codes: Collection[str]) -> Report:
    return evaluate(chosen.register_file, chosen.book, on, shared.own(settings()), codes, keep_cases=False).report


def _outside(contract: Contract, report: Report) -> Finding | None:
    """Why the policy does not apply to the contract; None where it does, or where that cannot be said."""
    applies = next(verdict.applies for verdict in report.contracts if verdict.id == contract.id)
    if applies is not Answer.NO:
        return None
    own = (finding for finding in report.findings if finding.contract == contract.id)
    return next((finding for finding in own if finding.code in _SCOPE), None)


def _findings(chosen: _Chosen, report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.contract == chosen.contract.id]


def _with_answers(blocks: list[Block], options: Options) -> Iterable[Block]:
    """The text with what somebody at a terminal answers to what it leaves open."""
    if sys.stdin is None or not sys.stdin.isatty() or options.flag("quiet"):
        return blocks
    saying.say(sentence(options.lang, "clause.asking.intro"))
    return filled(blocks, _answers(marks(blocks)))


def _answers(questions: Iterable[str]) -> Mapping[str, str]:
    answers: dict[str, str] = {}
    for question in questions:
        try:
            answer = input(f"{question}: ").strip()
        except EOFError:
            break
        if answer:
            answers[question] = answer
    return answers


def _write(blocks: list[Block], kind: str, file: output.File | None, lang: Lang) -> None:
    if kind == "md":
        from srtool.views.clause.to_md import markdown

        output.write(markdown(blocks), file)
    elif file is not None:
        from srtool.views.word.to_docx import document

        output.write_whole(file, [document(blocks, lang)])

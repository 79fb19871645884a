"""srtool meeting: sheets in Word: the meeting prepared, a letter to the supplier, a handover, the client's page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from srtool.checks.evaluate import Evaluation, evaluate
from srtool.checks.several import evaluate_all
from srtool.cli import narrowing, not_followed, output, saying
from srtool.cli import run as shared
from srtool.cli.folders import files_of
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.errors import OutputError, Problem, UsageError
from srtool.lazy_dataclass import dataclass
from srtool.portfolio.amounts_in_steps import in_steps, report_in_steps
from srtool.portfolio.people import people
from srtool.progress.standing import Progress
from srtool.texts import Lang, words
from srtool.views.meeting import client, handover, letter, sheet
from srtool.views.meeting.subject import Subject
from srtool.views.word.blocks import Block
from srtool.views.word.to_docx import SHEET, document

SUFFIX = ".docx"
KINDS = ("letter", "handover", "client")
"""Beside the meeting sheet, which is made where none of these is asked for."""
_UNFIT = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which kind of sheet, in which language, from what was judged."""

    kind: str
    lang: Lang
    evaluation: Evaluation


def run(options: Options) -> int:
    """Writes the sheets: one file, or with --all a folder with one for each contract or supplier."""
    paths, rule_set, on = options.arguments("registers"), options.filled("rule_set"), options.on()
    kind = _kind(options)
    out = options.text("out")
    if out is None or output.is_stdout(out):
        raise OutputError([Problem("meeting_needs_out", "--out")])
    inputs = files_of(paths)
    file = output.file_target(out, [SUFFIX], force=options.flag("force"), inputs=inputs) if _is_file(out) else None
    decided = settings()
    register_files = shared.registers(paths, rule_set, decided, options.lang, allow_paths=options.flag("allow_paths"))
    register_file = shared.together(register_files)
    book = shared.rule_book(register_files, rule_set, decided, file)
    shared.refuse_unknown_blocks(register_files, book, decided)
    if not options.flag("quiet"):
        saying.register_remarks(register_file.remarks, options.lang)
    own = shared.own(decided)
    evaluation = evaluate_all(
        register_files, register_file, lambda one: evaluate(one, book, on, own, shared.AFTER_AWARD)
    )
    asked = _Asked(kind, options.lang, evaluation)
    subjects = _subjects(options, asked)
    if file is not None:
        blocks = [block for place, subject in enumerate(subjects) for block in _blocks(subject, asked, place > 0)]
        files = {file: blocks}
    elif options.flag("all"):
        files = {
            _in_folder(out, subject, asked, options, inputs): list(_blocks(subject, asked, later=False))
            for subject in subjects
        }
    else:
        raise OutputError([Problem("meeting_needs_out", "--out")])
    for target, blocks in files.items():
        output.write_whole(target, [document(blocks, options.lang, SHEET)])
    if not options.flag("quiet"):
        if options.filled("supplier") is not None:
            suppliers = evaluation.index.suppliers
            number = suppliers.of(subjects[0].followed[0].dossier.contract)
            saying.likely_others(suppliers, number or "", options.lang)
        key = "meeting_written_one" if len(files) == 1 else "meeting_written"
        saying.announce(options.lang, key, count=len(files), path=out)
    return 0


def _is_file(out: str) -> bool:
    return Path(out).suffix != "" and not Path(out).is_dir()


def _kind(options: Options) -> str:
    asked = [kind for kind in KINDS if options.flag(kind)]
    if len(asked) > 1:
        raise UsageError([Problem("meeting_one_kind", f"--{asked[1]}")])
    return asked[0] if asked else "meeting"


def _subjects(options: Options, asked: _Asked) -> list[Subject]:
    """What each sheet is about; UsageError where nothing is named, or what is named is not followed."""
    contract, supplier = options.filled("contract"), options.filled("supplier")
    followed = asked.evaluation.followed
    if [contract is not None, supplier is not None, options.flag("all")].count(True) != 1:
        raise UsageError([Problem("meeting_which", "")])
    if contract is not None:
        not_followed.refuse(contract, asked.evaluation)
        meant = narrowing.meant(contract, {each.dossier.contract.id: each.dossier.contract for each in followed})
        return [_of_contract(each, asked) for each in followed if each.dossier.contract.id == meant.id]
    by_supplier = _by_supplier(followed, asked)
    if supplier is not None:
        return [_of_supplier(supplier, by_supplier, asked)]
    if asked.kind == "letter":
        return [_subject(name, contracts, asked) for name, contracts in by_supplier.items()]
    return [_of_contract(each, asked) for each in followed]


def _by_supplier(followed: Iterable[Progress], asked: _Asked) -> dict[str, list[Progress]]:
    """The contracts of each supplier, by the name that is shown; without a supplier a contract is in none."""
    names = asked.evaluation.index.suppliers.display_names
    grouped: dict[str, list[Progress]] = {}
    for progress in followed:
        if (number := progress.dossier.contract.supplier) is not None:
            grouped.setdefault(names.get(number, number), []).append(progress)
    return grouped


def _of_supplier(typed: str, by_supplier: Mapping[str, list[Progress]], asked: _Asked) -> Subject:
    wanted = typed.strip().casefold()
    exact = [
        name
        for name, contracts in by_supplier.items()
        if wanted in {name.casefold(), (contracts[0].dossier.contract.supplier or "").casefold()}
    ]
    like = exact or [name for name in by_supplier if wanted in name.casefold()]
    if len(like) == 1:
        return _subject(like[0], by_supplier[like[0]], asked)
    if like:
        values = {"name": typed, "numbers": "; ".join(like[:10])}
        raise UsageError([Problem("several_suppliers", "--supplier", values)])
    raise UsageError([Problem("no_such_supplier", "--supplier", {"name": typed, "near": tuple(by_supplier)})])


def _of_contract(progress: Progress, asked: _Asked) -> Subject:
    contract = progress.dossier.contract
    return _subject(f"{contract.id}, {contract.title}", [progress], asked)


def _subject(name: str, followed: Sequence[Progress], asked: _Asked) -> Subject:
    """What the client or the next contract manager reads is passed on: amounts of few people stand in steps."""
    passed_on = asked.kind in {"handover", "client"}
    shown = [in_steps(progress) for progress in followed] if passed_on else list(followed)
    on = asked.evaluation.report.receipt.on
    return Subject(name, shown, people(followed, on), asked.evaluation.index.suppliers.display_names, on)


def _blocks(subject: Subject, asked: _Asked, later: bool) -> Iterable[Block]:  # noqa: FBT001 - whether others stand before it
    match asked.kind:
        case "letter":
            return letter.blocks(subject, asked.lang, on_new_page=later)
        case "handover":
            return handover.blocks(subject, asked.lang, on_new_page=later)
        case "client":
            # The sentences cite the same amounts as the table, so they stand in the same steps.
            report = report_in_steps(asked.evaluation.report, subject.followed)
            ids = {progress.dossier.contract.id for progress in subject.followed}
            findings = [finding for finding in report.findings if finding.contract in ids]
            return client.blocks(subject, findings, asked.lang, on_new_page=later)
    return sheet.blocks(subject, asked.lang, on_new_page=later)


def _in_folder(folder: str, subject: Subject, asked: _Asked, options: Options, inputs: list[str]) -> output.File:
    """The file of one sheet in the folder, which is made where it is not there."""
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError([output.unusable(folder, error)]) from error
    several = len(subject.followed) > 1 or asked.kind == "letter"
    name = subject.name if several else subject.followed[0].dossier.contract.id
    kind = words(options.lang, "meeting.files")[asked.kind]
    target = Path(folder, f"{kind} {_UNFIT.sub('_', name).strip('_.')}{SUFFIX}")
    return output.file_target(str(target), [SUFFIX], force=options.flag("force"), inputs=inputs)

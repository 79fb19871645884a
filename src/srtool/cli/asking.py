"""The work of `srtool init --supplier`: a workbook with what one supplier may see, for it to fill in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from srtool.checks import evaluate
from srtool.cli import checking, monitoring, output, reading, session
from srtool.errors import OutputError, Problem, UsageError
from srtool.portfolio.request import request
from srtool.readers.rules import rule_sets
from srtool.register.suppliers import Suppliers
from srtool.texts import Lang, load
from srtool.views.register.supplier_workbook import workbook


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of one run."""

    register: str
    supplier: str
    path: str
    on: date
    force: bool


def run(wanted: Wanted, lang: Lang) -> int:
    """Writes the workbook; UsageError when the register knows no such supplier, or it has no contracts to follow."""
    if Path(wanted.path).suffix.lower() != ".xlsx":
        raise OutputError([Problem("suffix", wanted.path, {"supported": ".xlsx"})])
    output.target(wanted.path, force=wanted.force, inputs=[wanted.register])
    settings = session.settings()
    unknown = partial(rule_sets.unknown, folder=settings.rule_sets)
    (register_file,) = reading.registers([wanted.register], settings, lang, unknown)
    suppliers = Suppliers(register_file.register)
    number = suppliers.meant_by(wanted.supplier)
    if number is None and len(bearers := suppliers.bearers(wanted.supplier)) > 1:
        told = {"name": wanted.supplier, "numbers": ", ".join(bearers)}
        raise UsageError([Problem("several_suppliers", "--supplier", told)])
    if number is None:
        known = tuple(suppliers.called)
        raise UsageError([Problem("no_such_supplier", "--supplier", {"name": wanted.supplier, "near": known})])
    book = checking.rule_book([register_file], None, settings)
    own = replace(checking.own(settings), monitoring=checking.limits_of(settings))
    evaluation = evaluate.evaluate(register_file, book, wanted.on, own, monitoring.CODES)
    asked = request(evaluation.index, evaluation.cases, number)
    if not asked.contracts:
        raise UsageError([Problem("supplier_without_contracts", "--supplier", {"name": wanted.supplier})])
    output.write_whole(Path(wanted.path), [workbook(asked, lang)], force=wanted.force)
    words = load(lang, "cli")["wrong"]
    said = words["supplier_written" if Path(wanted.register).suffix.lower() == ".toml" else "supplier_written_no_toml"]
    told = {"path": wanted.path, "typed": session.typed(wanted.path), "register": session.typed(wanted.register)}
    session.write_error(said.format(**told) + "\n")
    return 0

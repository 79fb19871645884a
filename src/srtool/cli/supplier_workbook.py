"""The workbook of `srtool init --supplier`: what one supplier may see, for it to fill in."""

from __future__ import annotations

from pathlib import Path

from srtool.checks.evaluate import evaluate
from srtool.cli import output, saying
from srtool.cli import run as shared
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.errors import Problem, UsageError
from srtool.portfolio.request import request
from srtool.register.suppliers import Suppliers
from srtool.views.register.supplier_workbook import workbook


def make(supplier: str, options: Options) -> int:
    """Writes the workbook; UsageError when the register knows no such supplier, or it has no contracts to follow."""
    if options.text("rule_set") is not None:
        raise UsageError([Problem("rule_set_of_contracts", "--rule-set")])
    register, path = options.argument("draft"), options.argument("supplier_workbook")
    on = options.on()
    file = output.file_target(path, [".xlsx"], force=options.flag("force"), inputs=[register])
    decided = settings()
    register_file = shared.register([register], None, decided, options.lang, allow_paths=options.flag("allow_paths"))
    number = _number(Suppliers(register_file.register), supplier)
    book = shared.rule_book([register_file], None, decided, file)
    evaluation = evaluate(register_file, book, on, shared.own(decided), shared.AFTER_AWARD)
    asked = request(evaluation.index, evaluation.cases, number)
    if not asked.contracts:
        raise UsageError([Problem("supplier_without_contracts", "--supplier", {"name": supplier})])
    output.write_whole(file, [workbook(asked, options.lang)])
    saying.likely_others(evaluation.index.suppliers, number, options.lang)
    is_taken = Path(register).suffix.lower() in {".toml", ".xlsx", ".xlsm"}  # by srtool import
    key = "supplier_written" if is_taken else "supplier_written_other"
    saying.announce(options.lang, key, path=path, typed=saying.typed(path), register=saying.typed(register))
    return 0


def _number(suppliers: Suppliers, supplier: str) -> str:
    """The KvK number of the supplier of this number or name; UsageError when there is none, or more than one."""
    number = suppliers.meant_by(supplier)
    if number is not None:
        return number
    bearers = suppliers.bearers(supplier)
    if len(bearers) > 1:
        values = {"name": supplier, "numbers": ", ".join(bearers)}
        raise UsageError([Problem("several_suppliers", "--supplier", values)])
    wanted = supplier.strip().casefold()
    like = dict.fromkeys(number for name, number in suppliers.called.items() if wanted and wanted in name.casefold())
    if len(like) == 1:
        return next(iter(like))
    if like:
        values = {"name": supplier, "numbers": ", ".join(_named(number, suppliers) for number in like)}
        raise UsageError([Problem("several_suppliers", "--supplier", values)])
    near = tuple(_named(number, suppliers) for number in dict.fromkeys(suppliers.called.values()))
    raise UsageError([Problem("no_such_supplier", "--supplier", {"name": supplier, "near": near})])


def _named(number: str, suppliers: Suppliers) -> str:
    """The name that an officer knows, with the number."""
    name = suppliers.display_names.get(number, number)
    return name if name == number else f"{name} ({number})"

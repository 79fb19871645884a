"""srtool import: what a supplier sent back is judged, counted and put behind the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from srtool.cli import output, reading, saying
from srtool.cli import run as shared
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.errors import InputError, OutputError, Problem, UsageError
from srtool.readers import register
from srtool.readers.problems import shown
from srtool.readers.returned import claims, handed_in
from srtool.readers.rules import rule_sets
from srtool.readers.settings import Settings
from srtool.readers.toml_file import parse
from srtool.register.call_offs import tops
from srtool.register.model import Effort, Register, RegisterFile
from srtool.rules.ruleset import RuleSet
from srtool.texts import Lang, words
from srtool.views.register.records_toml import appended
from srtool.views.shared.lines import clean

WORKBOOKS = (".xlsx", ".xlsm")
"""Of these the register may be; in .xls, .ods and .csv no rows are put."""


def run(options: Options) -> int:
    """Adds the new efforts when all is well, and says how many there are and how many there were already."""
    workbook = options.argument("workbook")
    into = _register_path(options.text("into"))
    on = options.on()
    out = options.text("out")
    file = _target(options, [workbook, into])
    decided = settings()
    unknown = partial(rule_sets.unknown, folder=decided.rule_sets, allow_paths=options.flag("allow_paths"))
    register_file = shared.together(
        shared.as_written([into], None, decided, options.lang, allow_paths=options.flag("allow_paths"))
    )
    accept_codes = options.flag("accept_codes")
    handed = reading.of_path(partial(handed_in.read, accept_codes=accept_codes), workbook)
    judged = claims.judged(handed, register_file, _rules_of(register_file, decided, on, file), on)
    was = register.content(Path(into))
    whole = _with(register_file, judged.new, was, Path(into), unknown, options.lang)
    saying.remark(handed.left_out, options.lang)  # with --quiet too: a row that stays out is no side remark
    if not options.flag("quiet"):
        saying.remark([*handed.remarks, *_doubts(handed, register_file)], options.lang)
        saying.say("\n".join(_summary(judged, options.lang)))
    if out is not None:
        _write(whole, file)
    elif judged.new and not options.flag("force"):  # without --out only --force writes, into the register itself
        raise UsageError([Problem("import_where", "", {"register": into})])
    elif judged.new:
        output.write_whole(output.File(Path(into), force=True, was=was), [whole])
    return 0


def _register_path(into: str | None) -> str:
    """The register of --into, which must be TOML or a workbook in which rows can be put; UsageError otherwise."""
    if into is None:
        raise UsageError([Problem("missing_option", "", {"name": "--into", "command": "srtool import"})])
    if not into.strip():
        raise UsageError([Problem("empty_value", "--into")])
    if Path(into).suffix.lower() not in {".toml", *WORKBOOKS}:
        code = "into_workbook" if Path(into).suffix.lower() in register.SHEETS - {".txt"} else "into_other"
        raise UsageError([Problem(code, into)])
    return into


def _target(options: Options, inputs: list[str]) -> output.File | None:
    """The file of --out: a register of the same kind; OutputError when it is not, or cannot be written."""
    out, kind = options.text("out"), Path(inputs[-1]).suffix.lower()
    if out is None or (output.is_stdout(out) and kind not in WORKBOOKS):
        return None
    return output.file_target(out, [kind], force=options.flag("force"), inputs=inputs)


def _write(whole: bytes, file: output.File | None) -> None:
    if file is None:
        output.write(whole.decode())
    else:
        output.write_whole(file, [whole])


def _with(
    register_file: RegisterFile,
    new: Sequence[Effort],
    written: bytes,
    path: Path,
    unknown: register.Unknown,
    lang: Lang,
) -> bytes:
    """The register with the new efforts behind it, read again to be sure that all else is as it was."""
    if path.suffix.lower() in WORKBOOKS:
        from srtool.cli import import_rows

        whole = import_rows.with_efforts(written, register_file, new, lang)
        after = reading.of_sheets(whole, path, settings(), unknown)
        return _as_expected(whole, after.register, register_file, new, path)
    whole = appended(written, new)
    try:
        parse(whole, path.name)
    except InputError as error:  # it could be read without them, so its efforts stand in one list
        raise InputError([Problem("efforts_in_a_list", path.name)]) from error
    again = register.from_bytes(whole, path.name, path.parent, unknown).register
    return _as_expected(whole, again, register_file, new, path)


def _as_expected(
    whole: bytes, after: Register, register_file: RegisterFile, new: Sequence[Effort], path: Path
) -> bytes:
    """The register as written; OutputError where it is not what was read with only the new efforts behind it."""
    if after != replace(register_file.register, efforts=(*register_file.register.efforts, *new)):
        raise OutputError([Problem("register_changed_meanwhile", str(path))])
    return whole


def _doubts(handed: handed_in.HandedIn, register_file: RegisterFile) -> Iterator[Problem]:
    """What the workbook does not say about itself, or says otherwise."""
    if handed.supplier is None:
        yield Problem("claim_supplier_unsaid", handed.file)
    if handed.register not in {None, register_file.file.name}:
        values = {"made_from": shown(handed.register), "register": register_file.file.name}
        yield Problem("claim_register_other", handed.file, values)


def _summary(judged: claims.Claims, lang: Lang) -> Iterator[str]:
    """How many efforts are new and how many were there already: together, and per contract."""
    said = words(lang, "supplier.import")
    new = Counter(effort.contract for effort in judged.new)
    known = Counter(effort.contract for effort in judged.known)
    yield said["total"].format(new=new.total(), known=known.total())
    for contract in dict.fromkeys((*new, *known)):
        yield clean(said["contract"].format(contract=contract, new=new[contract], known=known[contract]))


def _rules_of(register_file: RegisterFile, settings: Settings, on: date, file: output.File | None) -> claims.RulesOf:
    """Per contract the rules of its own day, of the contract that it falls under; all there are where none is known."""
    book = shared.rule_book([register_file], None, settings, file)
    contracts = {contract.id: contract for contract in register_file.register.contracts}
    above = tops(register_file.register)

    @cache
    def every() -> Sequence[RuleSet]:
        return [loaded.rules for loaded in rule_sets.load_all(settings.rule_sets)[0]]

    @cache
    def rules_of(name: str) -> Sequence[RuleSet]:
        contract = contracts.get(above.get(name, name))
        rules = None if contract is None else book.version_for(contract, on)
        return [rules] if rules is not None and rules.block else every()

    return rules_of

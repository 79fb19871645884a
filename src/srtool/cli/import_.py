"""srtool import: what a supplier sent back is judged, counted and put behind the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path

from srtool.cli import into_register, output, reading, saying
from srtool.cli import run as shared
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.errors import InputError, Problem
from srtool.readers import register
from srtool.readers.problems import shown
from srtool.readers.returned import claims, handed_in
from srtool.readers.rules import rule_sets
from srtool.readers.settings import Settings
from srtool.register.call_offs import tops
from srtool.register.model import RegisterFile
from srtool.rules.ruleset import RuleSet
from srtool.texts import Lang, words
from srtool.views.shared.lines import clean

_MANY_HOURS = 60
"""A week: so many hours nobody works who is placed, so that it is asked."""
_OF_MEETINGS = frozenset({".docx", ".docm"})


def run(options: Options) -> int:
    """Adds the new efforts when all is well, and says how many there are and how many there were already."""
    workbook = options.argument("workbook")
    into = into_register.register_path(options.text("into"))
    on = options.on()
    file = into_register.target(options, [workbook, into])
    if Path(workbook).suffix.lower() in _OF_MEETINGS:
        from srtool.cli import import_notes

        return import_notes.run(options, workbook, into, file)
    decided = settings()
    unknown = partial(rule_sets.unknown, folder=decided.rule_sets, allow_paths=options.flag("allow_paths"))
    register_file = shared.together(
        shared.as_written([into], None, decided, options.lang, allow_paths=options.flag("allow_paths"))
    )
    accept_codes = options.flag("accept_codes")
    handed = reading.of_path(partial(handed_in.read, accept_codes=accept_codes), workbook)
    judged = _judged(handed, register_file, _rules_of(register_file, decided, on, file), on)
    was = register.content(Path(into))
    whole = into_register.with_records(register_file, judged.new, was, Path(into), unknown, options.lang)
    saying.remark(handed.left_out, options.lang)  # with --quiet too: a row that stays out is no side remark
    if not options.flag("quiet"):
        saying.remark([*handed.remarks, *_doubts(handed, register_file)], options.lang)
        saying.say("\n".join(_summary(judged, options.lang)))
    into_register.put(options, whole, file, was, is_new=bool(judged.new))
    return 0


def _judged(
    handed: handed_in.HandedIn, register_file: RegisterFile, rules_of: claims.RulesOf, on: date
) -> claims.Claims:
    """The claims; InputError with all that is wrong with them, and with the register that they are for."""
    lacking = list(into_register.lacking(register_file, "efforts"))
    try:
        judged = claims.judged(handed, register_file, rules_of, on)
    except InputError as error:
        raise InputError([*error.problems, *lacking]) from error
    if lacking and judged.new:
        raise InputError(lacking)
    return judged


def _doubts(handed: handed_in.HandedIn, register_file: RegisterFile) -> Iterator[Problem]:
    """What the workbook does not say about itself, or says otherwise."""
    for row, effort in handed.efforts:
        if effort.hours_per_week is not None and effort.hours_per_week > _MANY_HOURS:
            yield Problem("claim_many_hours", row.at("hours_per_week"))
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

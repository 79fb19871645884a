"""The work of `srtool import`: what a supplier sent back is judged, counted and put behind the register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from srtool.cli import checking, output, reading, session
from srtool.errors import InputError, OutputError, Problem, UsageError
from srtool.readers import register
from srtool.readers.problems import shown
from srtool.readers.returned import claims, handed_in
from srtool.readers.rules import rule_sets
from srtool.readers.settings import Settings
from srtool.readers.toml_file import parse
from srtool.register.call_offs import tops
from srtool.register.model import Effort, RegisterFile
from srtool.rules.ruleset import RuleSet
from srtool.texts import Lang, load
from srtool.views.register.efforts_toml import appended
from srtool.views.shared.lines import clean


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of one run, checked."""

    path: str
    into: str
    on: date
    out: Path | None
    out_given: bool
    """Whether --out says where: without it only --force writes, and then into the register itself."""
    force: bool
    quiet: bool


def register_path(into: str | None) -> str:
    """The register of --into, which must be TOML; UsageError otherwise."""
    if into is None:
        raise UsageError([Problem("missing_option", "", {"name": "--into", "command": "srtool import"})])
    if not into.strip():
        raise UsageError([Problem("empty_value", "--into")])
    if Path(into).suffix.lower() != ".toml":
        code = "into_workbook" if Path(into).suffix.lower() in {".xlsx", ".xlsm"} else "into_other"
        raise UsageError([Problem(code, into)])
    return into


def target(out: str | None, *, force: bool, inputs: Iterable[str]) -> Path | None:
    """The file of --out, known to be writable: a register in TOML; OutputError when it is not."""
    if out and out != output.STDOUT and Path(out).suffix.lower() != ".toml":
        raise OutputError([Problem("suffix", out, {"supported": ".toml"})])
    return output.target(out, force=force, inputs=inputs)


def run(wanted: Wanted, lang: Lang) -> int:
    """Adds the new efforts when all is well, and says how many there are and how many there were already."""
    settings = session.settings()
    unknown = partial(rule_sets.unknown, folder=settings.rule_sets)
    (register_file,) = reading.registers([wanted.into], settings, lang, unknown)
    handed = reading.of_path(handed_in.read, wanted.path)
    found = claims.judged(handed, register_file, _rules_of(register_file, settings, wanted.on), wanted.on)
    whole = _with(register_file, found.new, Path(wanted.into), unknown)
    if not wanted.quiet:
        session.remark([*handed.remarks, *_doubts(handed, register_file)], lang)
        session.write_error("".join(f"{line}\n" for line in _summary(found, lang)))
    if wanted.out_given:
        output.write(whole.decode(), out=wanted.out, force=wanted.force)
    elif found.new and not wanted.force:
        raise UsageError([Problem("import_where", "", {"register": wanted.into})])
    elif found.new:
        output.write_whole(Path(wanted.into), [whole], force=True)
    return 0


def _with(register_file: RegisterFile, new: Sequence[Effort], path: Path, unknown: register.Unknown) -> bytes:
    """The register with the new efforts behind it, read again to be sure that all else is as it was."""
    written = path.read_bytes()
    whole = appended(written, new)
    try:
        parse(whole, path.name)
    except InputError as error:  # it could be read without them, so its efforts stand in one list
        raise InputError([Problem("efforts_in_a_list", path.name)]) from error
    after = register.from_bytes(whole, path.name, path.parent, unknown).register
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


def _summary(found: claims.Claims, lang: Lang) -> Iterator[str]:
    """How many efforts are new and how many were there already: together, and per contract."""
    words = load(lang, "supplier")["import"]
    new, known = Counter(one.contract for one in found.new), Counter(one.contract for one in found.known)
    yield words["total"].format(new=new.total(), known=known.total())
    for contract in dict.fromkeys((*new, *known)):
        yield clean(words["contract"].format(contract=contract, new=new[contract], known=known[contract]))


def _rules_of(register_file: RegisterFile, settings: Settings, on: date) -> claims.RulesOf:
    """Per contract the rules of its own day, of the contract that it falls under; all there are where none is known."""
    book = checking.rule_book([register_file], None, settings)
    contracts = {contract.id: contract for contract in register_file.register.contracts}
    above = tops(register_file.register)

    @cache
    def every() -> Sequence[RuleSet]:
        return [one.rules for one in rule_sets.load_all(settings.rule_sets)[0]]

    @cache
    def rules_of(name: str) -> Sequence[RuleSet]:
        contract = contracts.get(above.get(name, name))
        rules = None if contract is None else book.version_for(contract, on)
        return [rules] if rules is not None and rules.block else every()

    return rules_of

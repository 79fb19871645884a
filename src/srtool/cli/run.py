"""What commands share: the registers, the rules that hold for them, the evaluation and the exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from srtool.case.build import Own
from srtool.checks import ALL
from srtool.cli import output, reading
from srtool.errors import InputError, Problem, UsageError
from srtool.finding import Finding, Level, Outcome
from srtool.place import Place, Where
from srtool.progress.dossier import Tolerances
from srtool.readers import unread
from srtool.readers.nearest import closest, nearest
from srtool.readers.rules import rule_sets
from srtool.readers.settings import Settings
from srtool.register.assumptions import NOT_KNOWN, NOTHING_ASSUMED
from srtool.register.model import Contract, RegisterFile
from srtool.rules import rulebook
from srtool.rules.ruleset import RuleSet
from srtool.texts import Lang

FAIL_ON = ("error", "warning", "notice", "never")
AFTER_AWARD = frozenset(check.code for check in ALL if check.after_award)
"""The checks on what was agreed and delivered."""
WINDOW = 12
"""Months that may lie between two terms that are combined, unless given."""


def registers(
    paths: Sequence[str],
    forced: str | None,
    settings: Settings,
    lang: Lang,
    *,
    allow_paths: bool,
    may_be_empty: bool = False,
) -> list[RegisterFile]:
    """The registers with the user's answers where they do not say themselves.

    A number that stands in two of them gets the name of its file before it.
    InputError also for what is wrong with the rule sets that they name; unless one is forced on all of them.
    """
    files = as_written(paths, forced, settings, lang, allow_paths=allow_paths, may_be_empty=may_be_empty)
    if settings.labour_share:
        from srtool.readers.unused_shares import unused_shares

        unused = tuple(unused_shares(settings.labour_share, files))
        files = [replace(files[0], remarks=(*files[0].remarks, *unused)), *files[1:]]
    if settings.assume is None:
        return files
    from srtool.readers.assumed import with_assumptions

    return [with_assumptions(register_file, settings.assume) for register_file in files]


def as_written(
    paths: Sequence[str],
    forced: str | None,
    settings: Settings,
    lang: Lang,
    *,
    allow_paths: bool,
    may_be_empty: bool = False,
) -> list[RegisterFile]:
    """The same without the user's answers, for a register that is written again."""
    unknown = None if forced else partial(rule_sets.unknown, folder=settings.rule_sets, allow_paths=allow_paths)
    register_files = reading.registers(paths, settings, lang, unknown, may_be_empty=may_be_empty)
    if len(register_files) == 1:
        return register_files
    from srtool.readers.joined_registers import told_apart

    return told_apart(register_files)


def register(
    paths: Sequence[str],
    forced: str | None,
    settings: Settings,
    lang: Lang,
    *,
    allow_paths: bool,
    may_be_empty: bool = False,
) -> RegisterFile:
    """The same, all of them as one register."""
    return together(registers(paths, forced, settings, lang, allow_paths=allow_paths, may_be_empty=may_be_empty))


def together(register_files: Sequence[RegisterFile]) -> RegisterFile:
    """The registers, whose numbers were told apart, as one."""
    if len(register_files) == 1:
        return register_files[0]
    from srtool.readers.joined_registers import joined

    return joined(register_files)


def file_of_each(register_file: RegisterFile) -> dict[str, str]:
    """In which file each contract stands, by its number."""
    contracts = register_file.register.contracts
    return {one.id: row.file for row, one in zip(register_file.rows["contracts"], contracts, strict=True)}


def own(settings: Settings, silent_after: int | None = None) -> Own:
    """What the organisation decides itself: the settings, before them the days of --silent-after."""
    decided = settings.monitor
    usual = Tolerances()
    tolerances = Tolerances(
        silent_after=silent_after or decided.get("silent_after"),
        behind_percent=Decimal(decided.get("behind_percent", usual.behind_percent)),
        starting_months=decided.get("starting_months", usual.starting_months),
        unconfirmed_days=decided.get("unconfirmed_days", usual.unconfirmed_days),
    )
    return Own(
        settings.labour_share,
        settings.limits,
        tolerances,
        settings.assume or NOTHING_ASSUMED,
        settings.independent_units,
    )


def refuse_unread(register_files: Iterable[RegisterFile]) -> None:
    """InputError for cells that could not be read, where a register is copied and they would be lost."""
    problems = [problem for register_file in register_files for problem in unread.remarks(register_file.unread)]
    if problems:
        raise InputError(problems)


def exit_code(findings: Iterable[Finding], fail_on: str, *, strict: bool, unread_cells: bool = False) -> int:
    """1 when a check is not met at or above the level, or, strictly, when any is undecided or a cell unread; else 0."""
    if fail_on == "never":
        return 0
    if strict and unread_cells:
        return 1
    limit = Level(fail_on).rank
    return int(
        any(
            (f.outcome is Outcome.NOT_MET and f.level.rank <= limit) or (strict and f.outcome is Outcome.UNDECIDED)
            for f in findings
        )
    )


def selected(codes: str | None, known: Sequence[str]) -> frozenset[str] | None:
    """The known codes that --select names, a family by its first letters; None for all of them."""
    if codes is None:
        return None
    if not codes.strip(" ,"):
        raise UsageError([Problem("empty_value", "--select")])
    asked = [part.strip().upper() for part in codes.split(",") if part.strip()]
    wrong = [part for part in asked if len(part) < 3 or not any(code.startswith(part) for code in known)]
    if wrong:
        values = {"codes": ", ".join(wrong), "known": closest(wrong[0], known)}
        raise UsageError([Problem("unknown_code", "--select", values)])
    return frozenset(code for code in known if code.startswith(tuple(asked)))


def rule_book(
    register_files: Iterable[RegisterFile],
    forced: str | None,
    settings: Settings,
    *targets: output.File | None,
) -> rulebook.RuleBook:
    """The rule sets that the contracts fall under, and the European thresholds that always count.

    OutputError where one of the files to write is that of a rule set.
    """
    contracts = [
        (row, contract)
        for register_file in register_files
        for row, contract in zip(register_file.rows["contracts"], register_file.register.contracts, strict=True)
    ]
    policy = None if settings.assume is None else settings.assume.policy
    book = rulebook.RuleBook({}, {}, forced, settings.rule_set, policy)
    if any(_is_asked_by_name(contract, book) for _, contract in contracts):
        book = replace(book, members=rule_sets.members(settings.rule_sets))
    used = dict.fromkeys(name for _, contract in contracts if (name := book.name_for(contract)) is not None)
    wrong: type[UsageError | InputError] = InputError
    named: dict[str, Where] = {}
    if forced is not None:
        named[forced] = "--rule-set"
        wrong = UsageError
    else:
        for row, contract in contracts:
            if contract.rule_set is not None:
                named.setdefault(contract.rule_set, row.at("rule_set"))
        if settings.rule_set is not None:
            named.setdefault(settings.rule_set, Place("srtool.toml", "rule_set"))
        if settings.assume is not None and book.assumed not in {None, NOT_KNOWN}:
            named.setdefault(str(book.assumed), settings.assume.place("policy"))
    unnamed: dict[str, Where] = dict.fromkeys((*used, rulebook.EUROPEAN), "")
    loaded = _loaded(unnamed | named, settings, wrong)
    for file in targets:
        refuse_rules(file, loaded.values(), settings)
    counting = {name: loaded[name] for name in (*used, rulebook.EUROPEAN)}
    if problems := list(_same_id(counting, named)):
        raise wrong(problems)
    return replace(
        book,
        sets={name: one.rules for name, one in counting.items()},
        sha256={name: one.sha256 for name, one in counting.items()},
    )


def _is_asked_by_name(contract: Contract, book: rulebook.RuleBook) -> bool:
    """Whether the name or the kind of its authority must say which policy holds, or the user does not know it."""
    if book.forced or contract.rule_set or book.configured:
        return False
    has_authority = contract.authority is not None or contract.authority_kind is not None
    return book.assumed == NOT_KNOWN or (book.assumed is None and has_authority)


def refuse_rules(file: output.File | None, loaded: Iterable[rule_sets.Loaded], settings: Settings) -> None:
    """OutputError where the file to write is that of a rule set: one of these, or one in the own folder."""
    own = [] if settings.rule_sets is None else settings.rule_sets.glob("*.toml")
    output.refuse_read(file, [*(one.path for one in loaded), *own])


def _same_id(loaded: Mapping[str, rule_sets.Loaded], places: Mapping[str, Where]) -> Iterator[Problem]:
    """Two files with one id: a verdict could not say which of the two it follows."""
    first: dict[str, str] = {}
    # What always counts comes first, so that the file that was named is the one to change.
    for name in sorted(loaded, key=lambda name: name in places):
        other = first.setdefault(loaded[name].rules.id, name)
        if loaded[other].sha256 != loaded[name].sha256:
            values = {"id": loaded[name].rules.id, "value": name, "other": other}
            yield Problem("rule_set_same_id", places.get(name, ""), values)


def _loaded(
    named: Mapping[str, Where], settings: Settings, wrong: type[UsageError | InputError]
) -> dict[str, rule_sets.Loaded]:
    """The rule sets by the names under which they are asked for; an unknown one is said where it is named."""
    loaded: dict[str, rule_sets.Loaded] = {}
    problems: list[Problem] = []
    for name, place in named.items():
        try:
            loaded[name] = rule_sets.load(rule_sets.find(name, settings.rule_sets))
        except UsageError as error:
            problems += [Problem(one.code, place, one.values) for one in error.problems]
    if problems:
        raise wrong(problems)
    return loaded


def refuse_unknown_blocks(register_files: Iterable[RegisterFile], book: rulebook.RuleBook, settings: Settings) -> None:
    """InputError for the building blocks that no rule set knows, in any version, with the nearest that is known."""
    used = {
        effort.block: row.at("block")
        for register_file in register_files
        for effort, row in zip(register_file.register.efforts, register_file.rows.get("efforts", ()), strict=True)
        if effort.block is not None
    }
    strange = _strange(used, book.sets.values())
    if not strange:
        return
    every = [one.rules for one in rule_sets.load_all(settings.rule_sets)[0]]
    strange = _strange(strange, every)
    if strange:
        known = sorted({block.id for rules in every for block in rules.block})
        raise InputError(
            Problem("block_nowhere", place, {"near": nearest(name, known)}) for name, place in strange.items()
        )


def _strange(used: Mapping[str, Place], sets: Iterable[RuleSet]) -> dict[str, Place]:
    """The names that none of these rule sets knows."""
    several = list(sets)
    return {name: place for name, place in used.items() if not any(rules.blocks_named(name) for rules in several)}

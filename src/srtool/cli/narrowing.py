"""Only a part of a register: one contract, a unit, what concerns somebody, one role, or from one level on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from srtool.cli.options import Options
from srtool.errors import Problem, UsageError
from srtool.finding import OPEN, Finding, Level, Outcome, Owner, Report
from srtool.lazy_dataclass import dataclass
from srtool.register.model import Contract
from srtool.texts import LANGUAGES, words

PARAMETERS = ("unit", "who", "owner", "level")
_ROLES = ("client", "buyer", "contract_manager", "social_return_adviser")
_MOST = 10
"""So many contracts are listed when a name fits several."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is asked of a register; None for no bound."""

    contract: str | None = None
    unit: str | None = None
    who: str | None = None
    owner: Owner | None = None
    level: Level | None = None

    @property
    def is_whole(self) -> bool:
        return self == Part()


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which contracts and findings are in a part, told before anything is judged."""

    part: Part
    contracts: Collection[str]
    """Those of its number, unit and person."""
    is_all: bool
    """Whether these are all that there are."""

    def told(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Those of these findings that are in the part; of what is in no contract only what is asked of all."""
        for one in findings:
            is_in = self.is_all or _is_shared(one) if one.contract is None else one.contract in self.contracts
            if is_in and concerns(one, self.part):
                yield one

    def holds(self, contract: str, told: Iterable[Finding]) -> bool:
        """Whether the contract is in the part, on which these findings are told: for a role or a level one is open."""
        if self.part.owner is None and self.part.level is None:
            return contract in self.contracts
        return any(finding.contract == contract and finding.outcome in OPEN for finding in told)


def chosen_of(contracts: Mapping[str, Contract], part: Part, absent: str = "no_such_contract") -> Chosen:
    """What is chosen of these contracts; UsageError when there is none."""
    chosen = contracts if part.is_whole else _chosen(contracts, part, absent)
    return Chosen(part, chosen.keys(), len(chosen) == len(contracts))


def part_of(options: Options) -> Part:
    """The part that was typed; UsageError for a role or level that there is not."""
    return Part(
        options.filled("contract") if "contract" in options.values else None,
        options.filled("unit"),
        options.filled("who"),
        _owner(options) if "owner" in options.values else None,
        _level(options) if "level" in options.values else None,
    )


def narrowed(report: Report, contracts: Mapping[str, Contract], part: Part, absent: str = "no_such_contract") -> Report:
    """The report on this part alone; UsageError when no contract is in it."""
    if part.is_whole:
        return report
    chosen = chosen_of(contracts, part, absent)
    findings = tuple(chosen.told(report.findings))
    return replace(
        report,
        contracts=tuple(verdict for verdict in report.contracts if verdict.id in chosen.contracts),
        findings=findings,
        counted=Counter(one.outcome for one in findings),
        part=None if chosen.is_all else (len(chosen.contracts), len(contracts)),
    )


def asking(
    report: Report, contracts: Mapping[str, Contract], part: Part, absent: str = "no_such_contract"
) -> tuple[Report, frozenset[str]]:
    """The report on this part, and its contracts; of a role or a level only those on which something is open for it."""
    narrow = narrowed(report, contracts, part, absent)
    kept = frozenset(_chosen(contracts, part, absent))
    if part.owner is not None or part.level is not None:
        kept &= {finding.contract for finding in narrow.findings if finding.outcome in OPEN}
        if not kept:
            raise UsageError([Problem("nothing_asked", "--owner" if part.owner is not None else "--level")])
        narrow = replace(narrow, contracts=tuple(verdict for verdict in narrow.contracts if verdict.id in kept))
    return replace(narrow, part=None if len(kept) == len(contracts) else (len(kept), len(contracts))), kept


def _chosen(contracts: Mapping[str, Contract], part: Part, absent: str) -> Mapping[str, Contract]:
    """The contracts of this number, unit and person; UsageError when there is none."""
    chosen = (
        contracts if part.contract is None else {found.id: found for found in [meant(part.contract, contracts, absent)]}
    )
    for name, value, values_of in (("unit", part.unit, _unit), ("who", part.who, _people)):
        if value is not None:
            chosen = _holding(chosen, value, values_of, f"--{name}", contracts)
    return chosen


def _is_shared(finding: Finding) -> bool:
    """Whether it is asked of every contract at once; what was published and is in no register is of none of them."""
    return finding.outcome is not Outcome.NOT_MET


def meant(name: str, contracts: Mapping[str, Contract], absent: str = "no_such_contract") -> Contract:
    """The contract of this number, capitals aside, or the only one with this in title or supplier; else UsageError.

    A number that stands in several files has the name of its file before it. `absent` is the sentence for when there
    is none.
    """
    wanted = name.strip().casefold()
    exact = [one for one in contracts.values() if one.id.casefold() == wanted]
    exact = exact or [one for one in contracts.values() if one.id.casefold().endswith(f": {wanted}")]
    like = exact or [one for one in contracts.values() if wanted in f"{one.title}\n{one.supplier or ''}".casefold()]
    if len(like) == 1:
        return like[0]
    if like:
        listed = "; ".join(f"{one.id} ({one.title})" for one in like[:_MOST])
        more = "" if len(like) <= _MOST else "; …"
        values = {"name": name, "count": len(like), "contracts": listed + more}
        raise UsageError([Problem("several_contracts", "--contract", values)])
    raise UsageError([Problem(absent, "--contract", {"name": name, "near": tuple(contracts)})])


def _holding(
    chosen: Mapping[str, Contract],
    value: str,
    values_of: Callable[[Contract], Iterable[str]],
    option: str,
    contracts: Mapping[str, Contract],
) -> dict[str, Contract]:
    wanted = value.strip().casefold()
    held = {
        name: one for name, one in chosen.items() if any(wanted in written.casefold() for written in values_of(one))
    }
    if not held:
        known: Sequence[str] = tuple(dict.fromkeys(text for one in contracts.values() for text in values_of(one)))
        raise UsageError([Problem("nowhere_named", option, {"name": value, "near": known})])
    return held


def _unit(contract: Contract) -> tuple[str, ...]:
    return () if contract.unit is None else (contract.unit,)


def _people(contract: Contract) -> tuple[str, ...]:
    return tuple(name for role in _ROLES if (name := getattr(contract, role)) is not None)


def concerns(finding: Finding, part: Part) -> bool:
    if part.owner is not None and finding.owner is not part.owner:
        return False
    if part.level is None:
        return True
    return finding.outcome is Outcome.NOT_MET and finding.level.rank <= part.level.rank


def _owner(options: Options) -> Owner | None:
    """A role by its name here, or as either language calls it."""
    typed = options.filled("owner")
    if typed is None:
        return None
    wanted = typed.strip().casefold()
    for lang in LANGUAGES:
        for name, called in words(lang, "shared.owners").items():
            whole = called.casefold()
            if wanted in {name, name.replace("_", " "), whole, whole.split()[0]}:
                return Owner(name)
    choices = ", ".join(words(options.lang, "shared.owners").values())
    raise UsageError([Problem("bad_choice", "--owner", {"value": typed, "choices": choices})])


def _level(options: Options) -> Level | None:
    typed = options.filled("level")
    if typed is None:
        return None
    wanted = typed.strip().casefold()
    for lang in LANGUAGES:
        labels = words(lang, "shared.labels")
        for level in Level:
            if wanted in {level.value, labels[level.value].casefold()}:
                return level
    labels = words(options.lang, "shared.labels")
    choices = ", ".join(labels[level.value] for level in Level)
    raise UsageError([Problem("bad_choice", "--level", {"value": typed, "choices": choices})])

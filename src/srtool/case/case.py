"""What every judgement looks at: one contract under the rules of its day, beside the register looked up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from srtool.case.gathered import Held
from srtool.case.grouping import Carried
from srtool.contract.estimate import Estimate
from srtool.contract.obligation import Assessment
from srtool.finding import Answer, Step, Unit
from srtool.place import Row
from srtool.progress.record import Limits, Progress
from srtool.register.last_day import extensions
from srtool.register.model import Adjustment, Contract, Exemption, Merge, Register, Supplier
from srtool.rules.ruleset import RuleSet

BEFORE_AWARD = frozenset({"draft", "tendered"})
NOT_ENDED = BEFORE_AWARD | {"awarded", "running"}


@dataclass(frozen=True, slots=True)
class Books:
    """The register looked up by id, made once for all checks."""

    suppliers: frozenset[str] = frozenset()
    """Numbers and aliases of the suppliers table."""
    supplier_ids: Mapping[str, str] = field(default_factory=dict)
    """Name to number, for a hint."""
    supplier_doubles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """A name or alias that several suppliers bear, with their numbers."""
    has_suppliers: bool = False
    exemptions: Mapping[str, tuple[int, Exemption]] = field(default_factory=dict)
    """The recorded deviations with their rows: only with a reason and with who decided."""
    unfinished: Mapping[str, Exemption] = field(default_factory=dict)
    """The recorded deviations that lack the reason or who decided."""
    twins: Mapping[tuple[object, ...], str] = field(default_factory=dict)
    """What makes a contract recognisable, to the first id that has it; only where several have it."""
    merges: Mapping[str, tuple[tuple[Row, Merge], ...]] = field(default_factory=dict)
    """The proposals to merge, each by the first of its members that has not ended."""
    settled: frozenset[str] = frozenset()
    """Contracts that cannot be merged any more: awarded, or part of another."""
    lots: Carried = field(default_factory=Carried)
    recurring: Carried = field(default_factory=Carried)
    splits: Carried = field(default_factory=Carried)
    """Values just below a European threshold."""
    own_splits: Carried = field(default_factory=Carried)
    """Just below a limit of the organisation."""
    extensions: Mapping[str, Sequence[Adjustment]] = field(default_factory=dict)
    """What extends a contract, by its id."""
    held: Mapping[str, Held] = field(default_factory=dict)
    """Efforts, contacts and adjustments by the contract that carries the obligation."""
    bare: Mapping[str, tuple[tuple[Row, Exemption], ...]] = field(default_factory=dict)
    """By contract the exemptions without a reason or without who decided."""
    doubled: Mapping[str, Decimal] = field(default_factory=dict)
    """By effort of a person with several at once the most hours a week of these together."""
    by_number: Mapping[str, Supplier] = field(default_factory=dict)
    """The suppliers by number, name and alias; a name or alias of several left out."""

    def supplier_of(self, contract: Contract) -> Supplier | None:
        """The supplier of a contract, where the table knows it."""
        return self.by_number.get(contract.supplier) if contract.supplier else None

    @classmethod
    def of(cls, register: Register) -> Books:
        """What the register says by itself; groups of contracts are added with `dataclasses.replace`."""
        seen = Counter(likeness(contract) for contract in register.contracts)
        twins: dict[tuple[object, ...], str] = {}
        for contract in register.contracts:
            like = likeness(contract)
            if seen[like] > 1 and any(part is not None for part in like[1:]):
                twins.setdefault(like, contract.id)
        return cls(
            suppliers=frozenset(n for s in register.suppliers for n in (s.id, *s.aliases)),
            supplier_ids={s.name: s.id for s in register.suppliers},
            supplier_doubles=_doubles(register.suppliers),
            has_suppliers=bool(register.suppliers),
            exemptions={e.contract: (i, e) for i, e in enumerate(register.exemptions) if e.reason and e.decided_by},
            unfinished={e.contract: e for e in register.exemptions if not (e.reason and e.decided_by)},
            twins=twins,
            extensions=extensions(register),
        )


def _doubles(suppliers: Iterable[Supplier]) -> dict[str, tuple[str, ...]]:
    """What several suppliers are called, with their numbers."""
    numbers: dict[str, dict[str, None]] = {}
    for supplier in suppliers:
        for name in (supplier.name, *supplier.aliases):
            numbers.setdefault(name, {})[supplier.id] = None
    return {name: tuple(of) for name, of in numbers.items() if len(of) > 1}


def likeness(contract: Contract) -> tuple[object, ...]:
    return (
        contract.title.casefold(),
        contract.supplier,
        contract.start,
        contract.contract_value,
        contract.wage_sum,
    )


@dataclass(frozen=True, slots=True)
class Case:
    """One contract as every check sees it."""

    contract: Contract
    row: Row
    found: Assessment
    rules: RuleSet | None
    """The policy in force for this contract, or None when there is none to be named."""
    rules_name: str | None
    """Under which name that policy was asked for; None when nothing names one."""
    rules_day: date
    """The day that decides which version of the policy counts for this contract."""
    rules_events: tuple[str, ...]
    """The dates of which that day is the first known."""
    in_force: tuple[date | None, date | None]
    """From when until when a policy held that was not in force on that day; (None, None) otherwise."""
    estimate: Estimate
    """The value that procurement law counts."""
    european: RuleSet
    """European thresholds and procurement law on the day of the procedure."""
    law_ahead: RuleSet
    """The same on the day itself, for a procedure that is still to start: never that of a day that is past."""
    procedure_day: date
    on: date
    end: date | None
    """The last day as it is known on the day: with its extensions, and with the options of one that runs on."""
    books: Books
    progress: Progress | None = None
    """Where it stands on the day, for a contract that was awarded and asks social return by itself."""
    monitoring: Limits = field(default_factory=Limits)
    """From when on it is called silent or behind."""

    def given(self, name: str, value: object, unit: Unit, key: str | None = None) -> Step:
        return Step(name, value, unit, self.found.places[key or name])

    @property
    def exemption(self) -> tuple[int, Exemption] | None:
        """The recorded deviation with its row."""
        return self.books.exemptions.get(self.contract.id)

    @property
    def wanted(self) -> Answer:
        """Whether social return is in play: in scope and not exempted, or asked all the same."""
        if self.found.asks is not Answer.YES and self.exemption is not None:
            return Answer.NO
        if Answer.YES in {self.found.applies, self.found.asks}:
            return Answer.YES
        return self.found.applies

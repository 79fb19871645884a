"""Each contract of a register beside the rules of its day: what every check and every combination looks at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from srtool.case.case import BEFORE_AWARD, NOT_ENDED, Books, Case
from srtool.case.gathered import Held, doubled, held
from srtool.case.grouping import CPV_GROUP, Carried, Order, lots, patterns, recurring
from srtool.case.grouping import Limit as NearLimit
from srtool.contract.estimate import candidates, estimate
from srtool.contract.facts import kind_of_cpv, status_of
from srtool.contract.obligation import assess
from srtool.contract.trace import Places, rule_origin
from srtool.finding import Answer, Given
from srtool.place import Row
from srtool.progress.record import Limits, Record
from srtool.progress.standing import progress
from srtool.register.last_day import extensions, last_day
from srtool.register.model import Assumption, Contract, Exemption, Merge, OwnLimit, RegisterFile
from srtool.register.suppliers import suppliers, suppliers_by_name
from srtool.rules.rulebook import EUROPEAN, Versions, event_day, events
from srtool.rules.ruleset import RuleSet


@dataclass(frozen=True, slots=True)
class Own:
    """What the organisation itself decides, in srtool.toml."""

    labour_share: Mapping[str, Assumption] = field(default_factory=dict)
    """The assumed share per CPV division."""
    limits: Mapping[str, OwnLimit] = field(default_factory=dict)
    """Amounts from which a heavier procedure is asked, by name."""
    monitoring: Limits = field(default_factory=Limits)


def cases(
    register_file: RegisterFile,
    versions: Versions,
    on: date,
    own: Own,
    *,
    after_award: bool = True,
    combined: bool = False,
) -> Iterator[Case]:
    """The contracts in the order of the register, each under the version of its rule set that its own day decides.

    Without `after_award` nothing is worked out of what happened after the award, without `combined` nothing of which
    contracts count together.
    """
    register = register_file.register
    books = Books.of(register)
    if register.merges:
        books = _with_merges(books, register_file, on)
    if combined:
        books = _combined(books, list(_orders(register_file, versions, on, own.limits)), versions.on(EUROPEAN, on))
    known = held(register_file) if after_award else {}
    if after_award:
        books = replace(
            books,
            held=known,
            bare=_bare(register_file),
            doubled=doubled(register_file),
            by_number=suppliers_by_name(register),
        )
    for contract, row in zip(register.contracts, register_file.rows["contracts"], strict=True):
        case = _case(contract, row, versions, books, on, own.labour_share)
        if after_award and _owes(case):
            standing = progress(_record(case, known.get(contract.id, Held())), on, own.monitoring)
            case = replace(case, progress=standing, monitoring=own.monitoring)
        yield case


def statuses(register_file: RegisterFile, on: date) -> Mapping[str, str]:
    """Per contract the status that it has on the day, its extensions counted."""
    register = register_file.register
    longer = extensions(register)
    return {one.id: status_of(one, last_day(one, longer.get(one.id, ()), on), on) for one in register.contracts}


def _with_merges(books: Books, register_file: RegisterFile, on: date) -> Books:
    """The same with the proposals to merge: of those for the same contracts the last counts."""
    stages = statuses(register_file, on)
    parts = {one.id for one in register_file.register.contracts if one.part_of is not None}
    rows = register_file.rows.get("merges", ())
    last = {
        frozenset(merge.members): (row, merge) for row, merge in zip(rows, register_file.register.merges, strict=True)
    }
    found: dict[str, tuple[tuple[Row, Merge], ...]] = {}
    for members, proposal in last.items():
        first = next((name for name in sorted(members) if stages.get(name) in NOT_ENDED and name not in parts), None)
        if first is not None:
            found[first] = (*found.get(first, ()), proposal)
    settled = frozenset(name for name, status in stages.items() if status not in BEFORE_AWARD or name in parts)
    return replace(books, merges=found, settled=settled)


def _bare(register_file: RegisterFile) -> dict[str, tuple[tuple[Row, Exemption], ...]]:
    """The exemptions that lack a reason or who decided, by contract."""
    found: dict[str, tuple[tuple[Row, Exemption], ...]] = {}
    for row, one in zip(register_file.rows.get("exemptions", ()), register_file.register.exemptions, strict=True):
        if not one.reason or not one.decided_by:
            found[one.contract] = (*found.get(one.contract, ()), (row, one))
    return found


def _owes(case: Case) -> bool:
    """Whether the contract was awarded and carries an obligation of its own."""
    awarded = case.found.status not in BEFORE_AWARD
    return awarded and case.contract.part_of is None and case.found.asks is Answer.YES


def _record(case: Case, of: Held) -> Record:
    return Record(
        contract=case.contract,
        places=case.found.places,
        asked=case.found.asked,
        rules=case.rules,
        efforts=tuple(of.efforts),
        contacts=tuple(of.contacts),
        adjustments=tuple(of.adjustments),
        ended=case.contract.status == "ended",
    )


def _case(
    contract: Contract,
    row: Row,
    versions: Versions,
    books: Books,
    on: date,
    assumptions: Mapping[str, Assumption],
) -> Case:
    name = versions.book.name_for(contract)
    rules: RuleSet | None = None
    in_force: tuple[date | None, date | None] = (None, None)
    day, anchor = on, "publication"
    if name is not None:
        whole = versions.book.sets[name]
        anchor = whole.anchor
        day = event_day(contract, anchor, on)
        if whole.covers(day):
            rules = versions.on(name, day)
        else:
            in_force = whole.period()
    procedure_day = event_day(contract, "publication", on)
    european = versions.on(EUROPEAN, procedure_day)
    end = last_day(contract, books.extensions.get(contract.id, ()), on)
    found = assess(contract, row, rules, status_of(contract, end, on), assumptions)
    return Case(
        contract=contract,
        row=row,
        found=found,
        rules=rules,
        rules_day=day,
        rules_events=events(anchor),
        in_force=in_force,
        rules_name=name,
        estimate=estimate(contract, found.places, found.kind.value if found.kind else None, european),
        european=european,
        law_ahead=versions.on(EUROPEAN, max(on, procedure_day)),
        procedure_day=procedure_day,
        on=on,
        end=end,
        books=books,
    )


def _orders(
    register_file: RegisterFile, versions: Versions, on: date, limits: Mapping[str, OwnLimit]
) -> Iterator[Order]:
    """The contracts as procurement law adds them up; a call-off counts with its parent."""
    register = register_file.register
    own = tuple(NearLimit(name, limit.amount, Given(limit.place), name) for name, limit in limits.items())
    known, stages = suppliers(register), statuses(register_file, on)
    for contract, row in zip(register.contracts, register_file.rows["contracts"], strict=True):
        if contract.part_of is not None:
            continue
        kind = contract.kind or kind_of_cpv(contract.cpv)
        european = versions.on(EUROPEAN, event_day(contract, "publication", on))
        value = estimate(contract, Places(row), kind, european).value
        status = stages[contract.id]
        thresholds = [t for part in candidates(contract, kind, european) for t in part] if kind else []
        yield Order(
            id=contract.id,
            stage=0 if status in BEFORE_AWARD else 2 if status == "ended" else 1,
            kind=kind,
            authority=contract.authority,
            unit=contract.unit,
            supplier=known.get(contract.supplier, contract.supplier) if contract.supplier else None,
            cpv=cpv_group(contract, CPV_GROUP),
            procedure_start=contract.procedure_start,
            placed=contract.procedure_start or contract.awarded_on or contract.start,
            start=contract.start,
            value=value.value if value else None,
            limits=(
                *(
                    NearLimit(
                        None,
                        threshold.amount,
                        rule_origin(european.id, threshold),
                        threshold.id.rpartition("-")[0],
                    )
                    for threshold in sorted(thresholds, key=lambda threshold: threshold.amount)
                ),
                *own,
            ),
        )


def cpv_group(contract: Contract, digits: int) -> str | None:
    """So many first digits of a CPV code of a known division."""
    return contract.cpv[:digits] if contract.cpv and kind_of_cpv(contract.cpv) else None


def _combined(books: Books, orders: Sequence[Order], law: RuleSet) -> Books:
    """The same with the groups of contracts to be looked at together, under each contract that is in one."""
    limit = {rule.id: rule for rule in law.limit}
    near = limit["near-limit"]
    percent, period = near.percent, near.months
    months = limit["recurring"].months
    if percent is None or period is None or months is None:
        return books
    return replace(
        books,
        lots=Carried.of(lots(orders)),
        recurring=Carried.of(recurring(orders, months)),
        splits=Carried.of(patterns(orders, percent, period, european=True)),
        own_splits=Carried.of(patterns(orders, percent, period, european=False)),
    )

"""SR901-SR909: data that can be read, but contradicts itself."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from decimal import Decimal

from srtool.case.case import Case
from srtool.checks.check import NOT_APPLICABLE, Check, Verdict, Whole, met, not_applicable, not_met, undecided
from srtool.contract.demand import asked_obligation, obligation_as
from srtool.contract.trace import Trace
from srtool.finding import Derived, Level, Owner, Step, Unit
from srtool.money import quotient, to_cents
from srtool.register.cpv import CPV, DIVISIONS, division_of_cpv
from srtool.register.improbable import DAYS, improbable, with_improbable_days
from srtool.register.model import NOTHING_ASKED, Contract, SocialReturn
from srtool.register.status import BEFORE_AWARD
from srtool.register.suppliers import Doubt


def wage_sum_within_value(case: Case) -> Verdict:
    """The wage sum is a part of the contract value, and before that is known of the estimate: it cannot be larger."""
    contract = case.contract
    if contract.wage_sum is None or (contract.contract_value is None and contract.estimated_value is None):
        return NOT_APPLICABLE
    by_estimate = contract.contract_value is None
    whole = contract.estimated_value if by_estimate else contract.contract_value

    def steps() -> tuple[Step, ...]:
        of_whole = case.given("estimated_value" if by_estimate else "contract_value", whole, Unit.EUR)
        return case.given("wage_sum", contract.wage_sum, Unit.EUR), of_whole

    if whole is not None and contract.wage_sum > whole:
        return not_met(by=steps, says="estimate" if by_estimate else "not_met")
    return met(by=steps, says="met_estimate" if by_estimate else "met")


def _with_wage_sum_above_value(whole: Whole) -> Collection[str]:
    return whole.contracts(_is_above_value)


def _is_above_value(contract: Contract) -> bool:
    value = contract.estimated_value if contract.contract_value is None else contract.contract_value
    return value is not None and contract.wage_sum is not None and contract.wage_sum > value


def labour_share_agrees(case: Case) -> Verdict:
    """The stated labour share against wage sum and contract value, in the decimals in which it is stated."""
    contract = case.contract
    value, wage_sum, stated = contract.contract_value, contract.wage_sum, contract.labour_share
    if not value or wage_sum is None or stated is None:
        return NOT_APPLICABLE
    computed = to_cents(quotient(100 * wage_sum, value))
    exponent = min(0, int(stated.as_tuple().exponent))
    share = case.given("labour_share", stated, Unit.PERCENT)
    by_sums = Step(
        "computed_share", computed, Unit.PERCENT, Derived("round_half_up(100 * wage_sum / contract_value, 2)")
    )
    steps = (*case.assessment.named("contract_value", "wage_sum"), share, by_sums)
    # Stated as 31 it stands for everything from 30.5 up to 31.5.
    half_a_unit = Decimal(1).scaleb(exponent) / 2
    return met(*steps) if abs(quotient(100 * wage_sum, value) - stated) <= half_a_unit else not_met(*steps)


def _with_labour_share(whole: Whole) -> Collection[str]:
    return whole.contracts(lambda contract: contract.labour_share is not None)


def supplier_after_award(case: Case) -> Verdict:
    """An awarded contract has a supplier."""
    contract = case.contract
    if contract.status is None or case.assessment.status in BEFORE_AWARD:
        return NOT_APPLICABLE

    def steps() -> tuple[Step, ...]:
        return (case.given("status", contract.status, Unit.WORD),)

    return not_met(by=steps) if _has_no_supplier(contract) else met(by=steps)


def _has_no_supplier(contract: Contract) -> bool:
    return contract.supplier is None and contract.supplier_id is None


def _without_supplier(whole: Whole) -> Collection[str]:
    return whole.contracts(_has_no_supplier)


def procedure_before_start(case: Case) -> Verdict:
    """The procedure starts before the contract does."""
    procedure, start = case.contract.procedure_start, case.contract.start
    if procedure is None or start is None:
        return NOT_APPLICABLE

    def steps() -> tuple[Step, ...]:
        return case.given("procedure_start", procedure, Unit.DATE), case.given("start", start, Unit.DATE)

    return not_met(by=steps) if procedure > start else met(by=steps)


def _with_late_procedure(whole: Whole) -> Collection[str]:
    return whole.contracts(_begins_too_late)


def _begins_too_late(contract: Contract) -> bool:
    procedure, start = contract.procedure_start, contract.start
    return procedure is not None and start is not None and procedure > start


def supplier_known(case: Case) -> Verdict:
    """The supplier stands in the suppliers table; otherwise it is a provisional one, known by its name alone."""
    supplier = case.contract.supplier
    if supplier is None:
        return NOT_APPLICABLE

    def written() -> Step:
        return case.given("supplier", supplier, Unit.TEXT)

    if case.contract.supplier_id is not None:
        by_number = case.given("supplier_id", case.contract.supplier_id, Unit.TEXT)
        return met(by=lambda: (written(), by_number), says="by_number")
    suppliers = case.index.suppliers
    numbers = suppliers.doubles.get(supplier)
    if numbers is not None:
        bearers = Step("supplier_ids", ", ".join(numbers), Unit.TEXT, Derived("suppliers.id"))
        return not_met(written(), bearers, says="ambiguous")
    if supplier in suppliers.in_table:
        return met(by=lambda: (written(),))
    doubt = suppliers.doubt(supplier) if case.index.first_by_supplier[supplier] == case.contract.id else None
    if doubt is not None:
        return _doubted(written(), doubt)
    if not suppliers.register.suppliers:
        return not_applicable(says="no_table")
    known = suppliers.by_name.get(suppliers.number(supplier))
    if known is None:
        return not_met(by=lambda: (written(),))
    return not_met(written(), Step("supplier_id", known.id, Unit.TEXT, Derived("suppliers.id")), says="by_name")


def _with_other_suppliers(whole: Whole) -> Collection[str]:
    """The contracts whose supplier has no number of its own, in the table or beside its name."""
    suppliers = whole.index.suppliers
    known = {None, *suppliers.in_table} - suppliers.doubles.keys()
    return whole.contracts(lambda contract: contract.supplier not in known and contract.supplier_id is None)


def _doubted(written: Step, doubt: Doubt) -> Verdict:
    """A likely match is said; whether names with another form, or close to each other, are one supplier is asked."""
    names = Step("other_names", doubt.names, Unit.IDS, Derived("supplier"))
    if doubt.why == "likely":
        return not_met(written, names, says="likely")
    return undecided(written, names, says=doubt.why)


def amount_agrees(case: Case) -> Verdict:
    """What is asked contradicts neither itself nor the statement that nothing is asked."""
    contract, asked = case.contract, case.contract.social_return
    if asked is NOTHING_ASKED:
        return NOT_APPLICABLE
    amounts = _sizes(asked)
    if asked.asked is False and any(amounts):
        return not_met(says="not_asked", field="social_return.asked")
    if asked.asked and not any(amounts) and any(value is not None for value in amounts):
        return not_met(says="nothing", field="social_return.asked")
    if asked.amount is None or (asked.percent is None and not asked.growth):
        return NOT_APPLICABLE
    # What the percentage or the path comes to by itself.
    alone = replace(contract, social_return=replace(asked, amount=None))
    trace = Trace(case.assessment.places, "")
    by_percent = asked_obligation(alone, case.assessment.wage_sum, case.assessment.contract_value, trace)
    if by_percent is None:
        return NOT_APPLICABLE
    base = "wage_sum" if asked.basis == "wage_sum" else "contract_value"
    steps = (
        case.given("asked_obligation", asked.amount, Unit.EUR, "social_return.amount"),
        *case.assessment.behind(base),
        *(step for step in trace.steps.values() if not step.name.startswith("asked_obligation")),
        obligation_as("amount_by_percent", trace),
    )
    says = "path" if asked.growth else "percent"
    return met(*steps, says=f"met_{says}") if by_percent.value == asked.amount else not_met(*steps, says=says)


def _with_several_demands(whole: Whole) -> Collection[str]:
    return whole.contracts(lambda contract: _may_contradict(contract.social_return))


def _may_contradict(asked: SocialReturn) -> bool:
    """Whether an amount is asked, which may differ from a percentage; or what is asked is denied, or is zero."""
    if asked is NOTHING_ASKED:
        return False
    return asked.amount is not None or (asked.asked is not None and asked.asked is not any(_sizes(asked)))


def _sizes(asked: SocialReturn) -> tuple[Decimal | int | None, ...]:
    """How much is asked, in each way that it may be put."""
    return (asked.amount, asked.percent, asked.people, *(point.percent for point in asked.growth))


def cpv_known(case: Case) -> Verdict:
    """Eight digits (a check digit may follow) of one of the 45 divisions."""
    cpv = case.contract.cpv
    if cpv is None:
        return NOT_APPLICABLE

    def written() -> tuple[Step, ...]:
        return (case.given("cpv", cpv, Unit.TEXT),)

    if not CPV.fullmatch(cpv):
        return not_met(by=written)
    return met(by=written) if cpv[:2] in DIVISIONS else not_met(by=written, says="division")


def _with_odd_codes(whole: Whole) -> Collection[str]:
    return whole.contracts(lambda contract: contract.cpv is not None and division_of_cpv(contract.cpv) is None)


def dates_probable(case: Case) -> Verdict:
    """No date lies more than 30 years from the day: more likely a slip of the pen."""
    far = next(improbable(case.contract, case.on), None)
    if far is None:
        return not_applicable() if all(getattr(case.contract, key) is None for key in DAYS) else met()
    key, day = far
    field = Step("which", key, Unit.FIELDS, Derived("field"))
    return not_met(case.given("improbable_day", day, Unit.DATE, key), field, field=key)


def _with_far_days(whole: Whole) -> Collection[str]:
    return with_improbable_days(whole.index.register.contracts, whole.index.on)


def written_once(case: Case) -> Verdict:
    """The same supplier, start and amounts under two ids is probably one contract; under two titles it is asked."""
    contract = case.contract
    first = case.index.likely_twins.get(contract.id)
    if first is not None and first != contract.id:
        return not_met(Step("twin", first, Unit.TEXT, Derived("title, supplier, start, contract_value, wage_sum")))
    other = case.index.twins_by_figures.get(contract.id)
    if other is None or other == contract.id:
        return met()
    twin = Step("twin", other, Unit.TEXT, Derived("supplier, start, end, contract_value"))
    return undecided(twin, case.given("contract_value", contract.contract_value, Unit.EUR), says="other_title")


def _with_twins(whole: Whole) -> Collection[str]:
    return whole.index.likely_twins.keys() | whole.index.twins_by_figures.keys()


def _check(
    code: str,
    judge: Callable[[Case], Verdict],
    level: Level,
    owner: Owner,
    field: str,
    opens_on: Callable[[Whole], Collection[str]],
) -> Check:
    return Check(code, judge, level, owner, field, call_offs=True, opens_on=opens_on)


ALL = (
    _check("SR901", wage_sum_within_value, Level.ERROR, Owner.BUYER, "wage_sum", _with_wage_sum_above_value),
    _check("SR902", labour_share_agrees, Level.WARNING, Owner.BUYER, "labour_share", _with_labour_share),
    replace(
        _check("SR903", supplier_after_award, Level.WARNING, Owner.CONTRACT_MANAGER, "supplier", _without_supplier),
        reads=("supplier", "supplier_id"),
    ),
    _check("SR904", procedure_before_start, Level.WARNING, Owner.BUYER, "procedure_start", _with_late_procedure),
    _check("SR905", supplier_known, Level.NOTICE, Owner.CONTRACT_MANAGER, "supplier", _with_other_suppliers),
    _check("SR906", amount_agrees, Level.ERROR, Owner.BUYER, "social_return.amount", _with_several_demands),
    _check("SR907", cpv_known, Level.WARNING, Owner.BUYER, "cpv", _with_odd_codes),
    _check("SR908", dates_probable, Level.WARNING, Owner.BUYER, "start", _with_far_days),
    _check("SR909", written_once, Level.WARNING, Owner.BUYER, "id", _with_twins),
)

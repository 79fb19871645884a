"""SR406-SR407: does a contract become more than what was put out to tender?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal

from srtool.case.case import Case
from srtool.checks.check import NOT_APPLICABLE, Check, Verdict, Whole, met, not_applicable, not_met, undecided
from srtool.contract.estimate import candidates
from srtool.contract.obligation import is_reached
from srtool.contract.trace import rule_origin
from srtool.finding import Answer, Derived, Given, Level, Owner, Step, Unit
from srtool.money import quotient, to_cents
from srtool.register.history import with_adjustments
from srtool.term import days_in

_NOTHING = Decimal("0.00")


def extended(case: Case) -> Verdict | tuple[Verdict, ...]:
    """What follows from the extensions, and a remark where the register says two things of the last of them."""
    if case.contract.extended_until is None and not case.index.history(case.contract).adjustments:
        return NOT_APPLICABLE
    if not (differing := _differing(case)):
        return _beyond(case)
    return not_met(*differing, says="differ", field="extended_until", level=Level.NOTICE), _beyond(case)


def _with_extensions(whole: Whole) -> Collection[str]:
    extended = whole.contracts(lambda contract: contract.extended_until is not None)
    return extended | with_adjustments(whole.index.histories)


def _differing(case: Case) -> tuple[Step, ...]:
    """`extended_until` and the last extension known on the day, where they differ; the last of both counts."""
    contract = case.contract
    known = [
        Step("last_extension", adjustment.new_end, Unit.DATE, places["new_end"])
        for adjustment, places in case.index.history(contract).adjustments
        if adjustment.kind == "extension" and adjustment.contract == contract.id and adjustment.from_ <= case.on
        if adjustment.new_end is not None
    ]
    last = max(known, key=lambda step: step.value, default=None)
    if contract.extended_until is None or last is None or last.value == contract.extended_until:
        return ()
    return (
        case.given("extended_until", contract.extended_until, Unit.DATE),
        last,
        Step("end_counted", case.end, Unit.DATE, Derived("last(end, extended_until, last_extension)")),
    )


def _beyond(case: Case) -> Verdict:
    """An extension past the last end that was tendered, or growth past the European threshold of the start.

    Whether that is a substantial change (art. 2.163) no register tells: it is asked.
    """
    longest = max(_ends(case), key=lambda step: step.value, default=None)
    if longest is None:
        return NOT_APPLICABLE
    tendered = _tendered_end(case)
    if tendered is None:
        return undecided(longest, says="end_unknown", field="end")
    grown = _growth(case, longest)
    if longest.value <= tendered.value:
        return undecided(longest, tendered, *grown, says="grown") if grown else met(longest, tendered)
    also = ("grown_too",) if grown else ()
    says = "past_end" if tendered.name == "end_latest" else "past_end_no_options"
    place = longest.origin.place if isinstance(longest.origin, Given) else None
    return undecided(longest, tendered, *grown, says=says, also=also)._replace(place=place)


def _ends(case: Case) -> Iterator[Step]:
    """Every day until which the contract was extended, with where that stands."""
    contract = case.contract
    if contract.extended_until is not None:
        yield case.given("extended_until", contract.extended_until, Unit.DATE)
    for adjustment, places in case.index.history(contract).adjustments:
        if adjustment.kind == "extension" and adjustment.contract == contract.id and adjustment.new_end is not None:
            yield Step("extended_until", adjustment.new_end, Unit.DATE, places["new_end"])


def _tendered_end(case: Case) -> Step | None:
    """The last day that was put out to tender: with all options, as far as the register names any."""
    contract = case.contract
    if contract.end_latest is not None:
        return case.given("end_latest", contract.end_latest, Unit.DATE)
    return None if contract.end is None else case.given("end", contract.end, Unit.DATE)


def _growth(case: Case, longest: Step) -> tuple[Step, ...]:
    """The value over the longer term, at the same amount a day, where it passes a threshold of the start."""
    contract, kind = case.contract, case.assessment.kind
    value, start, end = contract.contract_value, contract.start, contract.end
    if value is None or start is None or end is None or kind is None or longest.value <= end:
        return ()
    grown = to_cents(quotient(value * days_in(start, longest.value), Decimal(days_in(start, end))))
    at_first = max(value, case.estimate.value.value if case.estimate.value else value)
    passed = _passed(case, kind.value, at_first, grown)
    if passed is None:
        return ()
    formula = "round_half_up(contract_value * days(start, extended_until) / days(start, end))"
    return (
        case.given("contract_value", value, Unit.EUR),
        Step("extended_value", grown, Unit.EUR, Derived(formula)),
        passed,
        Step("procedure_day", case.procedure_day, Unit.DATE, Derived("procedure_start, awarded_on, start, on")),
    )


def _passed(case: Case, kind: str, at_first: Decimal, grown: Decimal) -> Step | None:
    """The lowest threshold of the start that may hold, which the value was under and now is not."""
    possible = (threshold for part in candidates(case.contract, kind, case.european) for threshold in part)
    for threshold in sorted(possible, key=lambda threshold: threshold.amount):
        if is_reached(threshold, at_first) is Answer.NO and is_reached(threshold, grown) is Answer.YES:
            return Step("european_threshold", threshold.amount, Unit.EUR, rule_origin(case.european.id, threshold))
    return None


def called_off(case: Case) -> Verdict:
    """The call-offs of a framework against its stated maximum, else against its value (art. 2.15 and 2.140)."""
    contract = case.contract
    call_offs = case.index.call_offs.get(contract.id, ())
    if not call_offs:
        return NOT_APPLICABLE
    known = tuple((one.id, one.contract_value) for one in call_offs if one.contract_value is not None)
    total = sum((value for _, value in known), _NOTHING)
    steps = (
        Step("call_off_parts", known, Unit.PARTS, Derived("part_of")),
        Step("call_off_total", total, Unit.EUR, Derived("sum(call_off_parts)")),
    )
    if contract.framework_maximum is not None:
        most = case.given("framework_maximum", contract.framework_maximum, Unit.EUR)
        if total > most.value:
            return not_met(*steps, most, field="framework_maximum")
        unknown = len(known) < len(call_offs)
        return undecided(*steps, most, says="unknown_values") if unknown else met(*steps, most)
    stated = case.estimate.own or case.estimate.value
    if stated is None or total <= stated.value:
        return not_applicable(*steps, says="no_maximum")
    value = Step("framework_value", stated.value, Unit.EUR, Derived(stated.name))
    return undecided(*case.estimate.steps, *steps, value, says="over_value", field="framework_maximum")


ALL = (
    Check("SR406", extended, Level.NOTICE, Owner.BUYER, "end_latest", after_award=True, opens_on=_with_extensions),
    Check("SR407", called_off, Level.WARNING, Owner.CONTRACT_MANAGER, "part_of", ("part_of",)),
)

"""SR101-SR105: does social return apply to this contract?"""

from __future__ import annotations

from srtool.checks.check import NOT_ENDED, Case, Check, Verdict, met, not_applicable, not_met, undecided
from srtool.finding import Answer, Derived, Level, Owner, Step, Unit
from srtool.money import quotient, to_cents
from srtool.obligation import kind_of_cpv


def wage_sum(case: Case) -> Verdict:
    """Known, estimated, settled by a value that cannot be smaller, or else: from which labour share the duty starts."""
    found = case.found
    if found.wage_sum is not None and found.wage_sum_origin == "given":
        return met(*found.named("wage_sum"))
    if found.wage_sum is not None:
        names = (
            "estimated_value",
            "option_value",
            "contract_value",
            "labour_share",
            "wage_sum_exact",
            "wage_sum",
        )
        return met(*found.named(*names), says="estimated")
    if found.threshold is None:
        return undecided()
    if Answer.NO in {found.kind_fits, found.term_fits}:
        return not_applicable()
    threshold = found.named("threshold")
    ceiling = found.contract_value or _estimate(case)
    if ceiling is None:
        return undecided(*threshold, says="unknown")
    if found.amount_fits is Answer.NO:
        return not_applicable(ceiling_step(ceiling), *threshold, says="settled")
    if ceiling.value == 0:  # a threshold of nothing
        return undecided(*threshold, says="unknown")
    share = to_cents(quotient(100 * found.threshold.amount, ceiling.value))
    from_share = Step("from_share", share, Unit.PERCENT, Derived("round_half_up(100 * threshold / ceiling, 2)"))
    return undecided(ceiling_step(ceiling), *threshold, from_share, says=f"share_{found.threshold.operator}")


def _estimate(case: Case) -> Step | None:
    value = case.contract.estimated_value
    return None if value is None else case.given("estimated_value", value, Unit.EUR)


def ceiling_step(known: Step) -> Step:
    """The amount that the wage sum cannot exceed."""
    return Step("ceiling", known.value, Unit.EUR, known.origin)


def kind(case: Case) -> Verdict:
    """The stated kind against the CPV division (45 works, 50-98 services, 03-44 and 48 supplies)."""
    contract = case.contract
    by_cpv = kind_of_cpv(contract.cpv) if contract.cpv else None
    if by_cpv is None:
        if contract.kind is None:
            return undecided()
        return not_applicable(case.given("kind", contract.kind, Unit.WORD))
    cpv = case.given("cpv", contract.cpv, Unit.TEXT)
    derived = Step("kind_by_cpv", by_cpv, Unit.WORD, Derived("division(cpv)"))
    if contract.kind is None:
        return met(cpv, derived, says="derived")
    stated = case.given("kind", contract.kind, Unit.WORD)
    return met(stated, cpv) if contract.kind == by_cpv else not_met(stated, cpv, derived)


def term(case: Case) -> Verdict:
    """The term without options against the minimum of the rule set."""
    found = case.found
    steps = found.named("indefinite", "start", "end", "term_months", "min_months")
    if found.threshold is None:
        return undecided(says="no_rules")
    if found.threshold.min_months is None:
        return not_applicable()
    if found.term_fits is Answer.UNDECIDED:
        return undecided(*steps)
    if found.term_fits is Answer.NO:
        return not_met(*steps)
    return met(*steps, says="indefinite" if case.contract.indefinite else "met")


def threshold(case: Case) -> Verdict:
    """The verdict on scope under the primary reading, and what another reading would give."""
    found = case.found
    if case.contract.part_of is not None:
        return not_applicable(case.given("part_of", case.contract.part_of, Unit.TEXT), says="call_off")
    if found.threshold is None:
        return _no_version(case)
    differing = {answer: tuple(t for t, a in found.readings if a is answer) for answer in Answer}
    del differing[found.applies]
    others = tuple((f"reading_{answer}", records) for answer, records in differing.items() if records)
    also = tuple(name for name, _ in others)
    said = tuple(Step(name, records, Unit.READINGS, Derived("other readings")) for name, records in others)
    amount = (found.wage_sum,) if found.wage_sum else (found.contract_value,) if found.contract_value else ()
    names = ("kind", "contract_value", "wage_sum", "term_months", "threshold", "min_months")
    steps = (*found.named(*names), *said)
    if found.applies is Answer.YES:
        return met(*steps, says="met" if found.wage_sum_origin == "given" else _estimated(case, "met"), also=also)
    if found.applies is Answer.UNDECIDED:
        return undecided(*steps, says=_missing(case), also=also)
    if found.kind_fits is Answer.NO:
        return not_applicable(*steps, says="other_kind", also=also)
    if found.term_fits is Answer.NO:
        return not_applicable(*steps, says="short_term", also=also)
    if found.threshold.basis == "wage_sum" and found.wage_sum is None:
        ceiling = found.contract_value or _estimate(case)
        extra = (ceiling_step(ceiling),) if ceiling else ()
        return not_applicable(*extra, *steps, says="ceiling", also=also)
    known = amount[0] if amount else None
    exact = known is not None and known.value == found.threshold.amount
    return not_applicable(*steps, says=_estimated(case, "exactly" if exact else "below"), also=also)


def _estimated(case: Case, says: str) -> str:
    if case.found.threshold is not None and case.found.threshold.basis != "wage_sum":
        return f"{says}_value"
    return f"{says}_estimated" if case.found.wage_sum_origin == "estimated" else says


def _missing(case: Case) -> str:
    found = case.found
    if found.kind_fits is Answer.UNDECIDED:
        return "kind_unknown"
    return "term_unknown" if found.term_fits is Answer.UNDECIDED else "amount_unknown"


def _no_version(case: Case) -> Verdict:
    since, until = case.in_force
    day = Step("rules_day", case.rules_day, Unit.DATE, Derived("procedure_start, awarded_on, start, on"))
    if since is not None and case.rules_day < since:
        begin = Step("rules_from", since, Unit.DATE, Derived("first(threshold.since)"))
        return undecided(day, begin, says="no_version", field="procedure_start")
    if until is not None:
        last = Step("rules_until", until, Unit.DATE, Derived("last(threshold.until)"))
        return undecided(day, last, says="version_ended", field="procedure_start")
    return undecided(says="no_rule_set", field="rule_set")


def chance(case: Case) -> Verdict:
    """Below the threshold: combine at one supplier, or ask all the same (the interview of 25 August 2020)."""
    found = case.found
    if found.applies is Answer.UNDECIDED:
        return undecided()
    if found.applies is Answer.YES:
        return not_applicable()
    if found.kind_fits is Answer.NO:
        return not_applicable(says="other_kind")
    if found.asks is Answer.YES:
        return met(says="asked")
    return not_met(*found.named("wage_sum", "contract_value", "term_months", "threshold", "min_months"))


ALL = (
    Check("SR101", wage_sum, Level.WARNING, Owner.BUYER, "wage_sum"),
    Check("SR102", kind, Level.WARNING, Owner.BUYER, "kind"),
    Check("SR103", term, Level.NOTICE, Owner.BUYER, "end"),
    Check("SR104", threshold, Level.NOTICE, Owner.BUYER, "wage_sum", call_offs=True),
    Check("SR105", chance, Level.NOTICE, Owner.CLIENT, "social_return.asked", stages=NOT_ENDED),
)

"""SR101-SR105: does social return apply to this contract?"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from srtool.case.case import Case
from srtool.checks.check import NOT_APPLICABLE, Check, Verdict, Whole, met, not_applicable, not_met, undecided
from srtool.contract.facts import is_contradicted, is_open_ended
from srtool.finding import Answer, Derived, Given, Level, Owner, Step, Unit
from srtool.money import quotient, to_cents
from srtool.place import Place
from srtool.register.assumptions import NOT_KNOWN
from srtool.register.cpv import kind_of_cpv
from srtool.register.model import Contract
from srtool.register.status import BEFORE_AWARD, NOT_ENDED
from srtool.rules.ruleset import Threshold

_WHOLE = 100
_OF_SCOPE = (
    "kind",
    "contract_value",
    "estimated_value",
    "labour_share",
    "wage_sum",
    "term_months",
    "threshold",
    "min_months",
)


def wage_sum(case: Case) -> Verdict:
    """Known, estimated, settled by a value that cannot be smaller, or else: from which labour share the duty starts."""
    assessment = case.assessment
    if assessment.unit_in_doubt:
        steps = (*assessment.behind("wage_sum"), *assessment.ceiling_steps, *assessment.named("threshold"))
        return undecided(*steps, says="unit", field="contract_value" if assessment.wage_sum is None else "wage_sum")
    if assessment.wage_sum is not None and assessment.wage_sum_origin == "given":
        return met(by=lambda: assessment.named("wage_sum"))
    if assessment.wage_sum is not None:
        return met(by=lambda: assessment.behind("wage_sum"), says="estimated")
    if assessment.threshold is None:
        return undecided()
    if Answer.NO in {assessment.kind_fits, assessment.term_fits}:
        return NOT_APPLICABLE
    if assessment.threshold.basis != "wage_sum":
        return not_applicable(by=lambda: assessment.named("threshold"), says="value_counts")
    if is_open_ended(case.contract):
        monthly = case.given("value_per_month", case.contract.value_per_month, Unit.EUR)
        return undecided(monthly, *assessment.named("threshold"), says="open_ended")
    if assessment.ceiling is None:
        return undecided(by=lambda: assessment.named("threshold"), says="unknown")
    return _by_ceiling(case, assessment.threshold, assessment.ceiling)


def _by_ceiling(case: Case, limit: Threshold, ceiling: Step) -> Verdict:
    """Settled by what the wage sum cannot exceed, or else: from which labour share the duty starts."""
    assessment = case.assessment
    if assessment.amount_fits is Answer.NO:
        return not_applicable(by=lambda: (*assessment.ceiling_steps, *assessment.named("threshold")), says="settled")
    threshold = assessment.named("threshold")
    if is_contradicted(case.contract):
        steps = dict.fromkeys((*_two_values(case), *assessment.ceiling_steps, *threshold))
        return undecided(*steps, says="contradicted", field="contract_value")
    share = assessment.named("labour_share")
    if share:
        return undecided(*assessment.named("estimated_value"), *share, *threshold, says="options_unknown")
    percent = to_cents(quotient(100 * limit.amount, ceiling.value))
    from_share = Step("from_share", percent, Unit.PERCENT, Derived("round_half_up(100 * threshold / ceiling, 2)"))
    says = "share_all" if percent >= _WHOLE else f"share_{limit.operator}"
    return undecided(*assessment.ceiling_steps, *threshold, from_share, says=says)


def _two_values(case: Case) -> tuple[Step, ...]:
    """The stated value beside what the monthly price comes to."""
    return (
        *case.assessment.named("contract_value"),
        case.given("value_per_month", case.contract.value_per_month, Unit.EUR),
    )


def kind(case: Case) -> Verdict:
    """The stated kind against the CPV division (45 works, 50-98 services, 03-44 and 48 supplies)."""
    contract = case.contract
    by_cpv = kind_of_cpv(contract.cpv)
    if by_cpv is None:
        no_code = () if contract.cpv is None else (case.given("cpv", contract.cpv, Unit.TEXT),)
        if contract.kind is None:
            return undecided(*no_code, says="no_code_undecided" if no_code else "undecided")
        stated = case.given("kind", contract.kind, Unit.WORD)
        return not_applicable(stated, *no_code, says="no_code" if no_code else "not_applicable")

    def steps(*, by_both: bool) -> tuple[Step, ...]:
        stated = () if contract.kind is None else (case.given("kind", contract.kind, Unit.WORD),)
        derived = (Step("kind_by_cpv", by_cpv, Unit.WORD, Derived("division(cpv)")),) if by_both else ()
        return (*stated, case.given("cpv", contract.cpv, Unit.TEXT), *derived)

    if contract.kind is None:
        return met(by=lambda: steps(by_both=True), says="derived")
    if contract.kind == by_cpv:
        return met(by=lambda: steps(by_both=False))
    return not_met(by=lambda: steps(by_both=True))


def _with_doubtful_kind(whole: Whole) -> Collection[str]:
    return whole.contracts(_has_doubtful_kind)


def _has_doubtful_kind(contract: Contract) -> bool:
    by_cpv = kind_of_cpv(contract.cpv)
    return contract.kind is None if by_cpv is None else contract.kind not in {None, by_cpv}


def term(case: Case) -> Verdict:
    """The term without options against the minimum of the rule set."""
    assessment = case.assessment

    def steps() -> tuple[Step, ...]:
        return assessment.named("indefinite", "start", "end", "term_months", "min_months")

    if assessment.threshold is None:
        return undecided(says="no_rules")
    if assessment.threshold.min_months is None:
        return NOT_APPLICABLE
    if assessment.term_fits is Answer.UNDECIDED:
        return undecided(by=steps, field=_missing_day(case))
    if assessment.term_fits is Answer.NO:
        return not_met(by=steps)
    return met(by=steps, says="indefinite", field="indefinite") if case.contract.indefinite else met(by=steps)


def _missing_day(case: Case) -> str:
    return "start" if case.contract.start is None else "end"


def threshold(case: Case) -> Verdict:
    """The verdict on scope under the primary reading, and what another reading would give."""
    assessment = case.assessment
    if case.contract.part_of is not None:
        parent = case.given("part_of", case.contract.part_of, Unit.TEXT)
        return not_applicable(parent, says="call_off", field="part_of")
    if assessment.threshold is None:
        return _no_version(case)
    verdict = _scope(case, assessment.threshold)
    return verdict.at(_deciding_field(case, verdict.says))


def _deciding_field(case: Case, says: str) -> str:
    """The field that this answer depends on."""
    match says:
        case "kind_unknown":
            return "kind"
        case "other_kind":
            return "kind" if case.contract.kind is not None else "cpv"
        case "term_unknown":
            return _missing_day(case)
        case "short_term":
            return "end"
        case "options_unknown":
            return "option_value"
        case "token":
            return case.token_fields[0]
        case "contradicted":
            return "contract_value"
    by_value = case.assessment.threshold is not None and case.assessment.threshold.basis != "wage_sum"
    return "contract_value" if by_value else "wage_sum"


def _scope(case: Case, limit: Threshold) -> Verdict:
    assessment = case.assessment
    also, readings = _readings(case)
    if case.rules is not None and case.rules.undated:
        also, readings = (*also, "undated"), (*readings, _rules_day(case))

    def steps() -> tuple[Step, ...]:
        return (*_unit(case), *assessment.behind(*_OF_SCOPE), *readings)

    if assessment.applies is Answer.YES:
        aim = assessment.norm_rule is not None and assessment.norm_rule.level == "aim"
        return met(by=steps, says=_by_operator(case, _by_basis(case, "met")), also=("aim", *also) if aim else also)
    if assessment.applies is Answer.UNDECIDED:
        says = _missing(case)
        if says in {"contradicted", "open_ended"}:
            return undecided(*dict.fromkeys((*_two_values(case), *steps())), says=says, also=also)
        if says == "token":
            return undecided(_token(case), *steps(), says=says, also=also)
        return undecided(by=steps, says=says, also=also)
    if assessment.kind_fits is Answer.NO:
        return not_applicable(by=steps, says="other_kind", also=also)
    if assessment.term_fits is Answer.NO:
        return not_applicable(by=steps, says="short_term", also=also)
    if limit.basis == "wage_sum" and assessment.wage_sum is None and assessment.ceiling is not None:
        return not_applicable(
            by=lambda: tuple(dict.fromkeys((*assessment.ceiling_steps, *steps()))), says="ceiling", also=also
        )
    known = assessment.wage_sum if limit.basis == "wage_sum" else assessment.contract_value
    exactly = known is not None and known.value == limit.amount
    return not_applicable(by=steps, says=_by_basis(case, "exactly" if exactly else "below"), also=also)


def _readings(case: Case) -> tuple[tuple[str, ...], tuple[Step, ...]]:
    """The sentences about the readings that give another answer, and the steps they cite."""
    assessment = case.assessment
    if all(given is assessment.applies for _, given in assessment.readings):
        return (), ()
    differing = [answer for answer in Answer if answer is not assessment.applies]
    steps = [
        Step(f"reading_{answer}", records, Unit.READINGS, Derived("other readings"))
        for answer in differing
        if (records := tuple(reading for reading, given in assessment.readings if given is answer))
    ]
    return tuple(step.name for step in steps), tuple(steps)


def _by_basis(case: Case, says: str) -> str:
    if case.assessment.threshold is not None and case.assessment.threshold.basis != "wage_sum":
        return f"{says}_value"
    return f"{says}_estimated" if case.assessment.wage_sum_origin == "estimated" else says


def _by_operator(case: Case, says: str) -> str:
    at_least = case.assessment.threshold is not None and case.assessment.threshold.operator == "at_least"
    return f"{says}_at_least" if at_least else says


def _missing(case: Case) -> str:
    assessment = case.assessment
    if assessment.unit_in_doubt:
        return "unit"
    if assessment.kind_fits is Answer.UNDECIDED:
        return "kind_unknown"
    if assessment.term_fits is Answer.UNDECIDED:
        return "term_unknown"
    if is_contradicted(case.contract) and not is_open_ended(case.contract):
        return "contradicted"
    if is_open_ended(case.contract) and assessment.threshold is not None and assessment.threshold.basis == "wage_sum":
        return "open_ended"
    if case.token_fields:
        return "token"
    return (
        "options_unknown"
        if assessment.ceiling and assessment.named("labour_share")
        else _by_basis(case, "amount_unknown")
    )


def _unit(case: Case) -> Iterator[Step]:
    """What the amounts are counted in, where a sheet says that they are not in euro or the user assumes what it is."""
    match case.unit_origin:
        case "stated":
            yield Step("amount_unit", "thousands", Unit.WORD, Given(Place(case.row.file, case.row.table)))
        case "assumed" if (unit := case.assume.unit) is not None:
            yield Step("amount_unit", unit, Unit.WORD, case.assume.origin("unit"))


def _token(case: Case) -> Step:
    """The amount that fills a field in without being a value."""
    key = case.token_fields[0]
    written = case.index.contracts[case.contract.id]
    return case.given("token_amount", getattr(written, key), Unit.EUR, key)


def _rules_day(case: Case) -> Step:
    return Step("rules_day", case.rules_day, Unit.DATE, Derived(", ".join(case.rules_events)))


def _no_version(case: Case) -> Verdict:
    if case.rules_name is None:
        return _no_rule_set(case)
    if case.rules is not None:
        return undecided(says="no_threshold", field="rule_set")
    since, until = case.in_force
    day, event = _rules_day(case), case.rules_events[0]
    if since is not None and case.rules_day < since:
        begin = Step("rules_from", since, Unit.DATE, Derived("first(threshold.since)"))
        return undecided(day, begin, says="no_version", field=event)
    if until is not None and until < case.rules_day:
        last = Step("rules_until", until, Unit.DATE, Derived("last(threshold.until)"))
        return undecided(day, last, says="version_ended", field=event)
    return undecided(day, says="version_gap", field=event)


def _no_rule_set(case: Case) -> Verdict:
    """Which rule sets there are to choose from: first those that list this authority."""
    listed, others = case.policies
    steps: tuple[Step, ...] = ()
    if case.contract.authority is not None:
        steps = (case.given("authority", case.contract.authority, Unit.TEXT),)
    if listed:
        steps = (*steps, Step("listed_in", listed, Unit.IDS, Derived("members")))
    steps = (*steps, Step("other_rule_sets", others, Unit.IDS, Derived("rule_set")))
    by_name = case.contract.authority is not None and case.contract.authority_kind is None
    says = "listed" if listed else "not_listed" if by_name else "no_rule_set"
    if case.assume.policy == NOT_KNOWN and not listed:
        steps = (*steps, Step("policy", NOT_KNOWN, Unit.WORD, case.assume.origin("policy")))
        says = "policy_not_known"
    return undecided(*steps, says=says, field="rule_set")


def chance(case: Case) -> Verdict:
    """Below the threshold: combine, or ask all the same (the interview of 25 August 2020)."""
    assessment = case.assessment
    if assessment.applies is Answer.UNDECIDED:
        return undecided()
    if assessment.applies is Answer.YES:
        return NOT_APPLICABLE
    if assessment.kind_fits is Answer.NO:
        is_supplies = assessment.kind is not None and assessment.kind.value == "supplies"
        return not_applicable(
            by=lambda: assessment.named("cpv", "kind"), says="supplies" if is_supplies else "other_kind"
        )
    if assessment.asks is Answer.YES:
        return met(says="asked")
    silent = "" if assessment.asks is Answer.NO else "_silent"
    if assessment.status not in BEFORE_AWARD:
        pooling = tuple(rule for rule in case.european.process if rule.id == "pooling")
        return not_met(says=f"after_award{silent}")._replace(ground=pooling)
    if assessment.term_fits is Answer.NO and assessment.amount_fits is not Answer.NO:
        return not_met(
            by=lambda: assessment.named("start", "end", "term_months", "min_months"), says=f"short_term{silent}"
        )
    return not_met(says=f"not_met{silent}")


ALL = (
    Check("SR101", wage_sum, Level.WARNING, Owner.BUYER, "wage_sum"),
    Check("SR102", kind, Level.WARNING, Owner.BUYER, "kind", opens_on=_with_doubtful_kind),
    Check("SR103", term, Level.NOTICE, Owner.BUYER, "end"),
    Check("SR104", threshold, Level.NOTICE, Owner.BUYER, "wage_sum", call_offs=True),
    Check(
        "SR105",
        chance,
        Level.NOTICE,
        Owner.CLIENT,
        "social_return.asked",
        stages=NOT_ENDED,
        repeats="SR104",
        is_about_a_chance=True,
        reads=("social_return.percent", "social_return.amount", "social_return.hours", "social_return.people"),
    ),
)

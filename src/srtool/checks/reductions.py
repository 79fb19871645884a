"""SR518: what the rule set takes off an obligation for the certificate of the supplier, beside what was decided."""

from __future__ import annotations

from srtool.case.case import Case
from srtool.checks.check import Check, Verdict, met, not_applicable, undecided
from srtool.contract.trace import rule_origin
from srtool.finding import Derived, Level, Owner, Step, Unit
from srtool.money import to_cents
from srtool.register.model import Supplier
from srtool.rules.reduction import Reduction
from srtool.rules.ruleset import RuleSet


def certified(case: Case) -> Verdict:
    """A valid certificate for which the rule set lessens the obligation; only somebody's decision does."""
    supplier, rules = case.index.supplier_of(case.contract), case.rules
    if supplier is None or rules is None or (supplier.pso_until is not None and supplier.pso_until < case.on):
        return not_applicable()
    reduction = _largest(rules, supplier)
    if reduction is None:
        return not_applicable()
    steps: tuple[Step, ...] = (
        Step("certificate", supplier.pso or "30+", Unit.WORD, Derived("suppliers")),
        Step("reduction_percent", reduction.percent, Unit.PERCENT, rule_origin(rules.id, reduction)),
    )
    if any(one.kind == "waiver" for one, _ in case.index.history(case.contract).adjustments):
        return met(*steps)
    obligation = None if case.progress is None else case.progress.obligation
    if obligation is None:
        return undecided(*steps, says="without_amount", field="supplier")
    left = to_cents(obligation * (100 - reduction.percent) / 100)
    steps += (
        Step("asked_obligation", obligation, Unit.EUR, Derived("asked_obligation")),
        Step("reduced_obligation", left, Unit.EUR, Derived("asked_obligation * (100 - reduction_percent) / 100")),
    )
    return undecided(*steps, field="supplier")


def _largest(rules: RuleSet, supplier: Supplier) -> Reduction | None:
    """Of the reductions that its certificate gives the largest."""
    fitting = (reduction for reduction in rules.reduction if reduction.fits(supplier))
    return max(fitting, key=lambda reduction: reduction.percent, default=None)


ALL = (
    Check(
        "SR518",
        certified,
        Level.NOTICE,
        Owner.ADVISER,
        "supplier",
        ("suppliers",),
        frozenset({"awarded", "running", "ended"}),
        owing=True,
        after_award=True,
    ),
)

"""A plan as JSON: the stable form for scripts; keys and meanings change only with `schema_version`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from srtool.bundle.proposal import Bundle, LeftOut, Plan, Proof, Shortfall
from srtool.checks.summary import Summary, summary
from srtool.finding import Report
from srtool.texts import Lang
from srtool.views.shared import json_document


def pieces(plan: Plan, report: Report, lang: Lang) -> Iterator[str]:
    """A plan with everything that was left out and proved, and the findings beside it, line by line."""
    return json_document.document(
        {
            "schema_version": json_document.SCHEMA_VERSION,
            "command": "bundle",
            "receipt": json_document.receipt(report.receipt),
            "summary": _overall(plan, summary(report)),
        },
        bundles=(_bundle(one) for one in plan.bundles),
        shortfalls=(_shortfall(one) for one in plan.shortfalls),
        left_out=(_left_out(one) for one in plan.left_out),
        proof=(_proof(one) for one in plan.proofs),
        findings=(json_document.finding(found, lang) for found in report.findings),
    )


def _overall(plan: Plan, total: Summary) -> dict[str, Any]:
    overall = plan.overall
    return {
        "contracts": total.contracts,
        "window_months": plan.window,
        "with_social_return": overall.contracts,
        "norm_obligation": json_document.amount(overall.norm),
        "with_social_return_after_merging": overall.merged_contracts,
        "norm_obligation_after_merging": json_document.amount(overall.merged_norm),
        "in_pools": overall.pooled_contracts,
        "to_discuss": json_document.amount(overall.to_discuss),
        "errors": total.counts["error"],
        "warnings": total.counts["warning"],
        "notices": total.counts["notice"],
        "undecided": total.counts["undecided"],
    }


def _bundle(one: Bundle) -> dict[str, Any]:
    european = one.european
    return {
        "id": one.id,
        "kind": one.group.bundle,
        "group": one.group.name,
        "members": list(one.members),
        "basis": one.group.threshold.basis,
        "total": json_document.amount(one.total),
        "wage_sum": json_document.amount(one.wage_sum),
        "excess": json_document.amount(one.excess),
        "obligation": json_document.amount(one.obligation),
        "obligation_ambition": json_document.amount(one.obligation_ambition),
        "obligation_whole": json_document.amount(one.obligation_whole),
        "obligation_per_lot": "0.00" if one.group.bundle == "merge" else None,
        "per_year": [[str(year), json_document.amount(value)] for year, value in one.per_year],
        "state": one.state,
        "missing_texts": list(one.missing_texts),
        "wage_sum_left": json_document.amount(one.wage_sum_left),
        "european": None
        if european is None
        else {
            "reached": european.reached.value,
            "why_undecided": european.why,
            "merged_value": json_document.amount(european.value),
            "day": european.day.isoformat(),
            "thresholds": [json_document.amount(one) for one in european.amounts],
            "procedures": list(european.procedures),
        },
        "marks": list(one.marks),
        "other_texts": [list(of) for of in one.other_texts],
        "already": list(one.already),
        "sources": [json_document.source(each) for each in one.sources],
        "steps": [json_document.step(each) for each in one.steps],
    }


def _shortfall(one: Shortfall) -> dict[str, Any]:
    return {
        "group": one.group.name,
        "kind": one.group.bundle,
        "members": list(one.members),
        "total": json_document.amount(one.total),
        "missing": json_document.amount(one.missing),
        "reason": one.reason,
        "short_term": one.short_term,
        "readings": [reading.id for reading in one.readings],
        "nearby": [
            {"group": near.group.name, "members": list(near.members), "total": json_document.amount(near.total)}
            for near in one.nearby
        ],
        "other_kind": list(one.other_kind),
    }


def _left_out(one: LeftOut) -> dict[str, Any]:
    share = None if one.share is None else json_document.decimal(one.share)
    return {
        "contract": one.contract,
        "reason": one.reason,
        "labour_share": share,
        "helps": one.helps,
        "place": str(one.place),
    }


def _proof(one: Proof) -> dict[str, Any]:
    return {
        "group": one.group.name,
        "kind": one.group.bundle,
        "contracts": one.contracts,
        "optimal": one.optimal,
        "bundles": one.bundles,
        "bound": one.bound,
        "covered": json_document.amount(one.covered),
        "covered_bound": json_document.amount(one.covered_bound),
    }

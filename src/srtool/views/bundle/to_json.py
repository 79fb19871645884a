"""A plan as JSON: the stable form for scripts; keys and meanings change only with `schema_version`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from srtool.bundle.proposal import Bundle, LeftOut, Plan, Proof, Shortfall
from srtool.checks.summary import Summary, summary
from srtool.finding import Report
from srtool.register.unread import UnreadCell
from srtool.texts import Lang
from srtool.views.shared import json_document


def pieces(plan: Plan, report: Report, lang: Lang, unread: Iterable[UnreadCell] = ()) -> Iterator[str]:
    """A plan with everything that was left out and proved, the findings beside it, and what could not be read."""
    return json_document.document(
        {
            "schema_version": json_document.SCHEMA_VERSION,
            "command": "bundle",
            "receipt": json_document.receipt(report.receipt),
            "summary": _overall(plan, summary(report)),
        },
        bundles=(_bundle(bundle) for bundle in plan.bundles),
        shortfalls=(_shortfall(shortfall) for shortfall in plan.shortfalls),
        left_out=(_left_out(left_out) for left_out in plan.left_out),
        proof=(_proof(proof) for proof in plan.proofs),
        findings=(json_document.finding(finding, lang) for finding in report.findings),
        **json_document.unread_list(unread, lang),
    )


def _overall(plan: Plan, total: Summary) -> dict[str, Any]:
    overall = plan.overall
    return {
        "contracts": total.contracts,
        "window_months": plan.window,
        "with_social_return": overall.contracts,
        "in_scope": overall.in_scope,
        "open_scope": overall.open_scope,
        "asking": overall.asking,
        **json_document.sum_of("norm_obligation", overall.norm),
        "with_social_return_after_merging": overall.contracts + overall.merged_members,
        **json_document.sum_of("norm_obligation_after_merging", overall.merged_norm),
        "in_pools": overall.pooled_contracts,
        "to_discuss": json_document.amount(overall.to_discuss),
        "errors": total.counts["error"],
        "warnings": total.counts["warning"],
        "notices": total.counts["notice"],
        "undecided": total.counts["undecided"],
    }


def _bundle(bundle: Bundle) -> dict[str, Any]:
    european = bundle.european
    return {
        "id": bundle.id,
        "kind": bundle.group.bundle,
        "group": bundle.group.name,
        "rule_set": bundle.group.rule_set,
        "members": list(bundle.members),
        "basis": bundle.group.threshold.basis,
        "total": json_document.amount(bundle.total),
        "wage_sum": json_document.amount(bundle.wage_sum),
        "excess": json_document.amount(bundle.excess),
        "obligation": json_document.amount(bundle.obligation),
        "obligation_ambition": json_document.amount(bundle.obligation_ambition),
        "obligation_whole": json_document.amount(bundle.obligation_whole),
        "obligation_per_lot": "0.00" if bundle.group.bundle == "merge" else None,
        "per_year": [[str(year), json_document.amount(value)] for year, value in bundle.per_year],
        "state": bundle.state,
        "missing_texts": list(bundle.missing_texts),
        "wage_sum_left": json_document.amount(bundle.wage_sum_left),
        "european": None
        if european is None
        else {
            "reached": european.reached.value,
            "why_undecided": european.why,
            "merged_value": json_document.amount(european.value),
            "day": european.day.isoformat(),
            "thresholds": [json_document.amount(limit) for limit in european.amounts],
            "procedures": list(european.procedures),
        },
        "marks": list(bundle.marks),
        "other_texts": [list(of) for of in bundle.other_texts],
        "already": list(bundle.already),
        "sources": [json_document.source(each) for each in bundle.sources],
        "steps": [json_document.step(each) for each in bundle.steps],
    }


def _shortfall(shortfall: Shortfall) -> dict[str, Any]:
    return {
        "group": shortfall.group.name,
        "rule_set": shortfall.group.rule_set,
        "kind": shortfall.group.bundle,
        "members": list(shortfall.members),
        "total": json_document.amount(shortfall.total),
        "missing": json_document.amount(shortfall.missing),
        "reason": shortfall.reason,
        "short_term": shortfall.short_term,
        "readings": [reading.id for reading in shortfall.readings],
        "nearby": [
            {"group": near.group.name, "members": list(near.members), "total": json_document.amount(near.total)}
            for near in shortfall.nearby
        ],
        "other_kind": list(shortfall.other_kind),
    }


def _left_out(left_out: LeftOut) -> dict[str, Any]:
    share = None if left_out.share is None else json_document.decimal(left_out.share)
    return {
        "contract": left_out.contract,
        "reason": left_out.reason,
        "labour_share": share,
        "helps": left_out.helps,
        "place": str(left_out.place),
    }


def _proof(proof: Proof) -> dict[str, Any]:
    return {
        "group": proof.group.name,
        "rule_set": proof.group.rule_set,
        "kind": proof.group.bundle,
        "contracts": proof.contracts,
        "optimal": proof.optimal,
        "bundles": proof.bundles,
        "bound": proof.bound,
        "covered": json_document.amount(proof.covered),
        "covered_bound": json_document.amount(proof.covered_bound),
    }

"""A report as JSON: the stable form for scripts; keys and meanings change only with `schema_version`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from srtool.checks.summary import Summary, summary
from srtool.finding import ContractVerdict, Report
from srtool.register.unread import UnreadCell
from srtool.texts import Lang
from srtool.views.shared.json_document import (
    SCHEMA_VERSION,
    amount,
    decimal,
    document,
    finding,
    receipt,
    step,
    sum_of,
    unread_list,
)

NO_FILES: Mapping[str, Summary] = MappingProxyType({})
"""A register of one file has no totals beside its own."""


def check(report: Report, lang: Lang, *, internal: bool = False) -> str:
    """All of a report, met findings too; one line per contract and per finding."""
    return "".join(pieces(report, lang, internal=internal))


def pieces(
    report: Report,
    lang: Lang,
    unread: Iterable[UnreadCell] = (),
    files: Mapping[str, Summary] = NO_FILES,
    *,
    internal: bool = False,
) -> Iterator[str]:
    """The same, line by line, with what could not be read of the registers, and what each of several files comes to.

    `internal` says that it tells about single people.
    """
    of_files = {"files": [{"name": name, **_summary(total)} for name, total in files.items()]} if files else {}
    return document(
        {
            "schema_version": SCHEMA_VERSION,
            "command": "check",
            "internal": internal,
            "receipt": receipt(report.receipt),
            "summary": _summary(summary(report)),
            **of_files,
        },
        contracts=(_contract(contract) for contract in report.contracts),
        findings=(finding(each, lang) for each in report.findings),
        **unread_list(unread, lang),
    )


def _summary(total: Summary) -> dict[str, Any]:
    return {
        "contracts": total.contracts,
        "in_scope": total.in_scope,
        "asking": total.asking,
        "asking_unknown": total.silent,
        "errors": total.counts["error"],
        "warnings": total.counts["warning"],
        "notices": total.counts["notice"],
        "undecided": total.counts["undecided"] + total.counts["undone"],
        **sum_of("norm_obligation", total.norm_obligation),
        **sum_of("asked_obligation", total.asked_obligation),
    }


def _contract(verdict: ContractVerdict) -> dict[str, Any]:
    return {
        "id": verdict.id,
        "rule_set": verdict.rule_set,
        "applies": verdict.applies.value,
        "wage_sum": amount(verdict.wage_sum),
        "wage_sum_origin": verdict.wage_sum_origin,
        "norm_obligation": amount(verdict.norm_obligation),
        "asked_obligation": amount(verdict.asked_obligation),
        "asked_percent": None if verdict.asked_percent is None else decimal(verdict.asked_percent),
        "asked_basis": verdict.asked_basis,
        "steps": [step(each) for each in verdict.steps],
    }

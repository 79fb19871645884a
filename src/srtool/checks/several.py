"""Several registers judged: each by itself, for a column that one keeps says nothing of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from srtool.checks.evaluate import Evaluation
from srtool.checks.summary import Summary, summary
from srtool.finding import ContractVerdict, Finding, Report
from srtool.place import Place
from srtool.register.index import Index
from srtool.register.model import RegisterFile


def evaluate_all(
    register_files: Sequence[RegisterFile], whole: RegisterFile, judge: Callable[[RegisterFile], Evaluation]
) -> Evaluation:
    """The answers of `judge` on each register, as one; `whole` is all of them together."""
    evaluations = [judge(register_file) for register_file in register_files]
    if len(evaluations) == 1:
        return evaluations[0]
    first = evaluations[0].index
    report = join([evaluation.report for evaluation in evaluations])
    cases = tuple(case for evaluation in evaluations for case in evaluation.cases)
    return Evaluation(report, Index(whole, first.on, first.extended), cases)


def join(reports: Sequence[Report]) -> Report:
    """The answers on several registers as one, in their order."""
    first = reports[0]
    sets = dict.fromkeys(used for report in reports for used in report.receipt.rule_sets)
    return Report(
        receipt=replace(
            first.receipt,
            rule_sets=tuple(sets),
            inputs=tuple(entry for report in reports for entry in report.receipt.inputs),
        ),
        contracts=tuple(verdict for report in reports for verdict in report.contracts),
        findings=tuple(finding for report in reports for finding in report.findings),
        labels={key: label for report in reports for key, label in report.labels.items()},
        chosen=next((report.chosen for report in reports if report.chosen), None),
        counted=sum((Counter(report.counted) for report in reports), Counter()),
        columns={sheet: columns for report in reports for sheet, columns in report.columns.items()},
    )


def per_file(report: Report, files: Mapping[str, str]) -> dict[str, Summary]:
    """What each file of which the report tells adds up to, by its name; `files` says where each contract stands.

    None of a single one.
    """
    names = list(dict.fromkeys(files[verdict.id] for verdict in report.contracts))
    if len(names) < 2:
        return {}
    contracts: dict[str, list[ContractVerdict]] = {name: [] for name in names}
    findings: dict[str, list[Finding]] = {name: [] for name in names}
    for verdict in report.contracts:
        contracts[files[verdict.id]].append(verdict)
    for finding in report.findings:
        if (name := _file_of(finding, files)) in findings:
            findings[name].append(finding)
    return {
        name: summary(replace(report, contracts=tuple(contracts[name]), findings=tuple(findings[name])))
        for name in names
    }


def _file_of(finding: Finding, files: Mapping[str, str]) -> str:
    """The file that a finding is about, on one contract or on a whole register."""
    if finding.contract is not None:
        return files.get(finding.contract, "")
    return finding.place.file if isinstance(finding.place, Place) else ""

"""A report as CSV that a Dutch or English Excel opens as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from srtool.finding import ContractVerdict, Finding, Outcome, Report, Source
from srtool.texts import Lang, sentence, words
from srtool.texts.say import message, remedy
from srtool.views.shared.csv_table import csv_lines
from srtool.views.shared.names import check_title, source_titles
from srtool.views.shared.table import Column


def check(report: Report, lang: Lang, *, internal: bool = False) -> str:
    """One row per finding, met ones too, under a heading row; starts with the mark Excel asks for."""
    return "".join(pieces(report, lang, internal=internal))


def pieces(report: Report, lang: Lang, *, internal: bool = False) -> Iterator[str]:
    """The same, row by row; `internal` adds a column that says that it tells about single people."""
    columns = (*_columns(report, lang), _internal(lang)) if internal else _columns(report, lang)
    return csv_lines(columns, report.findings, words(lang, "check.csv"), lang)


def _columns(report: Report, lang: Lang) -> tuple[Column[Finding], ...]:
    verdicts = {verdict.id: verdict for verdict in report.contracts}
    outcomes, labels, owners = (words(lang, part) for part in ("shared.outcomes", "shared.labels", "shared.owners"))
    grounds = _Grounds(lang)
    return (
        Column("contract", "text", lambda finding: finding.contract),
        Column("title", "text", lambda finding: _of(finding, verdicts, "title")),
        Column("code", "text", lambda finding: finding.code),
        Column("check", "text", lambda finding: check_title(lang, finding.code)),
        Column("outcome", "text", lambda finding: outcomes[finding.outcome.value]),
        Column("level", "text", lambda finding: labels[finding.level.value] if _counts(finding) else None),
        Column("owner", "text", lambda finding: owners[finding.owner.value]),
        Column("message", "text", lambda finding: message(lang, finding)),
        Column("remedy", "text", lambda finding: remedy(lang, finding, report.columns)),
        Column("place", "text", lambda finding: str(finding.place)),
        Column("sources", "text", grounds.of),
        Column("rule_set", "text", lambda finding: _of(finding, verdicts, "rule_set")),
    )


def _of(finding: Finding, verdicts: Mapping[str, ContractVerdict], name: str) -> str | None:
    """What the verdict on the contract of a finding says; None for one on the whole register."""
    verdict = verdicts.get(finding.contract or "")
    return None if verdict is None else getattr(verdict, name)


def _internal(lang: Lang) -> Column[Finding]:
    phrase = sentence(lang, "shared.discreet.internal")
    return Column("internal", "text", lambda _: phrase)


def _counts(finding: Finding) -> bool:
    """Whether its level means something: what is met, open or does not apply is neither error nor warning."""
    return finding.outcome is Outcome.NOT_MET


class _Grounds:
    """The sources of findings in words; many findings of a report share one tuple of them, and each is worded once."""

    def __init__(self, lang: Lang) -> None:
        self._inferred: str = sentence(lang, "check.lines.source_inferred")
        self._worded: dict[int, tuple[tuple[Source, ...], str]] = {}  # with the tuple, so that its id stays its own

    def of(self, finding: Finding) -> str:
        """The titles, and that they were inferred where they were."""
        if id(finding.sources) not in self._worded:
            self._worded[id(finding.sources)] = finding.sources, source_titles(finding.sources)
        titles = self._worded[id(finding.sources)][1]
        return self._inferred.format(titles=titles) if finding.inferred and titles else titles

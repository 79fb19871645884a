"""The notices of --notices, for the registers that they are held against."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from srtool.checks.evaluate import Evaluation
from srtool.checks.notices import ALL, beside, findings_of, held_against, with_findings
from srtool.cli import reading, saying
from srtool.cli.progress_bar import sign_of_life
from srtool.finding import Finding, Report
from srtool.lazy_dataclass import dataclass
from srtool.notice.published import PublishedContract
from srtool.notice.side_by_side import Beside
from srtool.readers.notices import files
from srtool.readers.notices.register import UNREAD, digest
from srtool.register.index import Index
from srtool.rules.rulebook import RuleBook
from srtool.texts import Lang, sentence

CODES = tuple(check.code for check in ALL)
_SLOW_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Notices:
    """What was published, as it was read, and what the receipt knows of it."""

    published: Sequence[PublishedContract]
    is_partly_unread: bool
    name: str
    sha256: str

    def held_against(
        self, evaluations: Sequence[Evaluation], book: RuleBook, codes: Collection[str] | None = None
    ) -> list[Report]:
        """The reports on the registers, with what the notices add to them."""
        first, *others = held_against(self.published, evaluations, book, codes)
        return [self._named(first), *others]

    def findings(self, index: Index, book: RuleBook) -> list[Finding]:
        """What the notices add to the report on one register."""
        (findings,) = findings_of(self.published, [index], book)
        return findings

    def added_to(self, report: Report, findings: Sequence[Finding]) -> Report:
        """The report with these findings, and the notices among what it was made from."""
        return self._named(with_findings(report, findings))

    def beside(self, evaluation: Evaluation) -> tuple[Beside, ...]:
        """Each publication beside its contract in this register, and what has no other half."""
        return beside(self.published, evaluation)

    def _named(self, report: Report) -> Report:
        inputs = (*report.receipt.inputs, (self.name, self.sha256))
        return replace(report, receipt=replace(report.receipt, inputs=inputs))


def read(path: str, lang: Lang, *, quiet: bool) -> Notices:
    """Reads the notices, and says what of them could not be read; UsageError and InputError as with `files.read`."""
    name = Path(path).name
    notice = sentence(lang, "cli.wrong.reading").format(name=name)
    with sign_of_life(notice, slow=_is_slow(Path(path))):
        notices = reading.of_path(files.read, path)
        sha256 = reading.of_path(digest, path)
    remarks = [*notices.unread, *notices.remarks]
    if not quiet:
        saying.remark(remarks, lang)
    is_partly_unread = bool(notices.unread) or any(remark.code in UNREAD for remark in notices.remarks)
    return Notices(notices.published, is_partly_unread, name, sha256)


def _is_slow(path: Path) -> bool:
    """Whether it is a folder, or a file that takes a while."""
    return path.is_dir() or (path.is_file() and path.stat().st_size >= _SLOW_BYTES)

"""The same as a workbook: a row per merge, the facts beside the open texts, the questions above them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

from srtool.bundle.proposal import Bundle
from srtool.case.grouping import TEXTS
from srtool.register.model import Merge
from srtool.texts import LANGUAGES, Lang, sentence, words
from srtool.texts.say import heading, table_name
from srtool.views.bundle.motivation_toml import facts
from srtool.views.shared.table import Column, Value
from srtool.views.sheets import question_sheet
from srtool.views.sheets.question_sheet import QuestionSheet

Proposal = tuple[Bundle | None, Merge]
"""Without a bundle one that is no longer proposed."""


def workbook(proposals: Sequence[Proposal], least: int, lang: Lang) -> bytes:
    """The bytes of the workbook; every text must be at least so many characters long."""
    columns = _columns(lang)
    asked = QuestionSheet(
        name=table_name(lang, "merges"),
        title=sentence(lang, "bundle.motivation.title"),
        intro=[sentence(each, "bundle.motivation.how").format(least=least) for each in LANGUAGES],
        columns=columns,
        headings={column.name: _heading(column.name, lang) for column in columns},
        questions={name: [words(each, "bundle.motivation.questions")[name] for each in LANGUAGES] for name in TEXTS},
        open=TEXTS,
    )
    return question_sheet.workbook(asked, proposals)


def _columns(lang: Lang) -> tuple[Column[Proposal], ...]:
    return (
        Column("members", "wrapped", lambda proposal: "; ".join(proposal[1].members), 18),
        Column("facts", "wrapped", lambda proposal: _facts(proposal[0], lang), 60),
        *(Column(name, "wrapped", _field(name), 40) for name in TEXTS),
        Column("on", "date", lambda proposal: proposal[1].on, 14),
        Column("by", "wrapped", lambda proposal: proposal[1].by, 20),
    )


def _field(name: str) -> Callable[[Proposal], Value]:
    """What was written before in this field of the merge."""
    field: Callable[[Merge], Value] = attrgetter(name)
    return lambda proposal: field(proposal[1])


def _facts(bundle: Bundle | None, lang: Lang) -> str:
    return "\n".join(facts(bundle, lang)) if bundle else sentence(lang, "bundle.motivation.no_longer")


def _heading(name: str, lang: Lang) -> str:
    return sentence(lang, "bundle.motivation.facts") if name == "facts" else heading(lang, name, "merges")

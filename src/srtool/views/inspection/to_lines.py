"""First contact on one screen: what was read, the columns to look at, and the questions that unlock most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from srtool.finding import Report
from srtool.inspection.columns import ColumnNote
from srtool.inspection.question import Key, Question
from srtool.lazy_dataclass import dataclass
from srtool.register.columns import infos
from srtool.register.model import RegisterFile
from srtool.texts import Lang, sentence, words
from srtool.texts.say import heading, number
from srtool.views.inspection.asked import LETTERS, MOST_WORDS, question_text, short, times
from srtool.views.shared.lines import Line, clean, wrapped
from srtool.views.shared.names import counted, whole

SCREEN = 40
"""So many lines has a screen."""
MOST_COLUMNS = 15
MOST_QUESTIONS = 5


class Undecided(NamedTuple):
    """What cannot be said yet."""

    judgements: int
    contracts: int
    """Of which it is open whether social return applies."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """All that is to be shown of one register."""

    register_file: RegisterFile
    report: Report
    notes: Sequence[ColumnNote]
    questions: Sequence[Question]
    undecided: Undecided
    before: Undecided | None = None
    """Without the answers that were given; None where there are none."""


def inspection(shown: Inspection, lang: Lang, width: int, *, full: bool) -> list[Line]:
    """The lines: at most a screen at 100 characters, unless all are wanted."""
    head = list(wrapped(_head(shown, lang), width))
    asked = shown.questions if full else shown.questions[:MOST_QUESTIONS]
    below = list(wrapped([*_questions(asked, len(shown.questions), lang), *_hint(lang, full=full)], width))
    notes = _in_order(shown) if full else [note for note in shown.notes if note.is_notable]
    room = len(notes) if full else max(min(MOST_COLUMNS, SCREEN - len(head) - len(below) - 3), 1)
    return [*head, *wrapped(_columns(notes, room, lang, width, full=full), width), *below]


def _in_order(shown: Inspection) -> list[ColumnNote]:
    """All columns as they stand in the file, sheet by sheet."""
    order = {column.place: number for number, column in enumerate(shown.register_file.columns)}
    return sorted(shown.notes, key=lambda note: order[note.column.place])


def _head(shown: Inspection, lang: Lang) -> Iterator[Line]:
    """What was read of each sheet; those beside the contracts on one line."""
    phrases, register_file = words(lang, "inspection.head"), shown.register_file
    sheets = dict.fromkeys((column.place.table, column.table) for column in register_file.columns)
    others = []
    for title, table in sheets:
        values = {"sheet": title, **_column_counts(register_file, title, lang)}
        if table == "contracts":
            count = sum(row.table == title for row in register_file.rows["contracts"])
            what = counted(lang, "shared.contracts", count)
            yield Line(phrases["sheet"].format(what=what, **values), "strong", 0, 2)
        else:
            others.append(phrases["other"].format(**values))
    if others:
        yield Line(phrases["also"].format(sheets=", ".join(others)), "", 0, 2)
    if not sheets:
        what = counted(lang, "shared.contracts", len(register_file.register.contracts))
        yield Line(phrases["no_sheets"].format(what=what, file=register_file.file.name), "strong", 0, 2)
    if shown.before is not None:
        yield changed(shown.before, shown.undecided, lang)
    elif shown.undecided.judgements:
        told = phrases["undecided" if shown.undecided.contracts else "only_judgements"]
        yield Line(told.format(**_counts(shown.undecided, lang)), "", 0, 2)


def changed(before: Undecided, after: Undecided, lang: Lang) -> Line:
    """What the answers change: `Not yet to be said: 47 → 9`."""
    phrases, counts = words(lang, "inspection.head"), zip(before, after, strict=True)
    judgements, contracts = (f"{whole(lang, was)} → {whole(lang, now)}" for was, now in counts)
    return Line(phrases["changed"].format(judgements=judgements, contracts=contracts), "strong", 0, 2)


def _counts(undecided: Undecided, lang: Lang) -> dict[str, str]:
    return {
        "judgements": counted(lang, "inspection.judgements", undecided.judgements),
        "contracts": counted(lang, "shared.contracts", undecided.contracts),
    }


def _column_counts(register_file: RegisterFile, title: str, lang: Lang) -> dict[str, str]:
    """How many columns a sheet has, and how many of these are read."""
    columns = [column for column in register_file.columns if column.place.table == title]
    read = sum(column.is_read for column in columns)
    return {"columns": whole(lang, len(columns)), "read": whole(lang, read)}


def _columns(notes: Sequence[ColumnNote], room: int, lang: Lang, width: int, *, full: bool) -> Iterator[Line]:
    if not notes:
        return
    phrases = words(lang, "inspection.columns")
    yield Line("")
    yield Line(phrases["all" if full else "title"], "title")
    several = len({note.column.place.table for note in notes}) > 1
    for note in notes[:room]:
        text = clean(_column(note, lang, several=several, full=full))
        yield Line(text if full or len(text) + 2 <= width else text[: width - 3] + "…", "", 2, 4)
    if len(notes) > room:
        yield Line(counted(lang, "inspection.more_columns", len(notes) - room), "dim", 2)


def _column(note: ColumnNote, lang: Lang, *, several: bool, full: bool) -> str:
    """Where it stands, its heading, what it was taken for, an example and what is unread."""
    phrases, column = words(lang, "inspection.columns"), note.column
    where = f"{column.place.table}!{column.place.column}" if several else column.place.column
    parts = [f"{where}  {column.heading} → {_taken_for(note, lang)}"]
    if column.example is not None:
        parts.append(phrases["example"].format(value=_value(column.example, lang)))
    if note.unread:
        cells = counted(lang, "inspection.unread", note.unread_cells)
        parts.append(f"{cells}: {_unread_words(note, lang, full=full)}" if _may_be_cited(note) else cells)
    if note.remarks:
        where = ", ".join(dict.fromkeys(note.remark_cells))
        parts.append(f"{counted(lang, 'inspection.remarks', note.remarks)} ({where})")
    return " · ".join(parts)


def _unread_words(note: ColumnNote, lang: Lang, *, full: bool) -> str:
    """The words that are not read with how often, and how many there are beside those that are shown."""
    shown = note.unread if full else note.unread[:MOST_WORDS]
    listed = ", ".join(times(_value(group.first.value, lang), group.count, lang) for group in shown)
    left = len(note.unread) - len(shown)
    return listed + (counted(lang, "inspection.more_words", left) if left else "")


def _taken_for(note: ColumnNote, lang: Lang) -> str:
    phrases, column = words(lang, "inspection.columns"), note.column
    if column.beside:
        return phrases[column.beside]
    return heading(lang, note.taken_for, column.table) if note.taken_for else phrases["not_read"]


def _may_be_cited(note: ColumnNote) -> bool:
    """Whether a word of the column cannot be a name or the number of somebody."""
    info = infos(note.column.table).get(note.column.key)
    return bool(note.column.beside) or (info is not None and (bool(info.choices) or info.sort not in {"text", "kvk"}))


def _value(value: object, lang: Lang) -> str:
    if isinstance(value, date):
        return f"{value.day}-{value.month}-{value.year}"
    return short(number(lang, value) if isinstance(value, Decimal) else str(value))


def _questions(asked: Sequence[Question], count: int, lang: Lang) -> Iterator[Line]:
    if not asked:
        return
    answers = words(lang, "inspection.answers")
    yield Line("")
    yield Line(sentence(lang, "inspection.head.questions"), "title")
    for letter, question in zip(LETTERS, asked, strict=False):
        yield Line(f"({letter}) {question_text(question, lang)} [{_weight(question, lang)}]", "", 2, 4)
        keys = dict.fromkeys(_key(key) for key in question.keys)
        told = answers[question.name if question.keys else f"{question.name}_column"]
        yield Line(f"→ {told.format(keys=', '.join(keys))}", "dim", 6, 2)
    if count > len(asked):
        yield Line(counted(lang, "inspection.more_questions", count - len(asked)), "dim", 2)


def _weight(question: Question, lang: Lang) -> str:
    """For how many contracts it is open, and how many judgements an answer decides."""
    contracts = counted(lang, "shared.contracts", question.contracts)
    if not question.decides:
        return contracts
    return f"{contracts}, {counted(lang, 'inspection.decides', question.decides)}"


def _key(key: Key) -> str:
    """A key of the settings as it is written: `[assume] basis`; of words and categories the table alone."""
    table, name, *_ = key.path
    return f"[{table}] {name}" if table == "assume" else f"[{table}]"


def _hint(lang: Lang, *, full: bool) -> Iterator[Line]:
    yield Line("")
    yield Line(sentence(lang, "inspection.head.done" if full else "inspection.head.hint"), "dim", 0, 2)

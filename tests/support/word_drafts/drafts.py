"""Drafts with known claims: the same elements in the shapes that real drafts have, with or without a fault."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.support.word_drafts.blocks import cell, contents_list, heading, paragraph, row, table
from tests.support.word_drafts.faults import FAULTS, Fault
from tests.support.word_drafts.package import ARTICLES, BULLETS, REQUIREMENTS, write
from tests.support.word_drafts.pieces import check_box, deleted, inserted, note_reference, run, split, text_box

_SENTENCES = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))
_ELEMENTS: dict[str, list[str]] = _SENTENCES["elements"]
_AROUND: dict[str, list[str]] = _SENTENCES["around"]
_PARAGRAPHS_A_PAGE = 9
_FAMILY = {"loonsom": "opdrachtsom", "gefactureerde omzet": "loonsom"}


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft to be written: its shape, its length in pages, and the fault in it."""

    name: str
    shape: str
    pages: int
    seed: int
    fault: Fault | None = None


def drafts() -> list[Draft]:
    """Ten drafts without a fault, one in each shape, and one for each fault, in every shape by turns."""
    shapes = list(SHAPES)
    clean = [Draft(f"schoon-{shape}", shape, 2 + 6 * number, 100 + number) for number, shape in enumerate(shapes)]
    seeded = [
        Draft(
            f"{number:02d}-{fault.code}-{fault.says}",
            shapes[number % len(shapes)],
            2 + (number * 7) % 59,
            number,
            fault,
        )
        for number, fault in enumerate(FAULTS)
    ]
    return clean + seeded


def written(draft: Draft, folder: Path) -> Path:
    """The draft as a Word file in this folder."""
    chance = Random(draft.seed)
    lines = _lines(draft, chance)
    section, parts = SHAPES[draft.shape](lines, chance)
    before = _filler(chance, draft.pages * 2 // 3)
    after = _filler(chance, draft.pages - draft.pages * 2 // 3)
    titles = contents_list(["1 Inleiding", "4 Social return", "5 Gunning"])
    return write(
        folder / f"{draft.name}.docx",
        [titles, *before, *section, *after],
        footnotes=parts.get("footnotes", ()),
        headers=parts.get("headers", ()),
    )


def _lines(draft: Draft, chance: Random) -> list[str]:
    """The sentences of the section on social return, in order."""
    basis = chance.choice(_AROUND["bases"])
    values = {"percent": chance.choice(_AROUND["percents"]), "basis": basis, "other": _FAMILY.get(basis, "loonsom")}
    chosen = {element: chance.choice(sentences) for element, sentences in _ELEMENTS.items()}
    added: Sequence[str] = ()
    if draft.fault is not None:
        chosen |= dict(draft.fault.instead)
        added = draft.fault.add
    extras = chance.sample(_AROUND["extras"], 4)
    return [line.format(**values) for line in (*chosen.values(), *extras, *added) if line]


def _filler(chance: Random, pages: int) -> list[str]:
    blocks: list[str] = []
    for _ in range(max(1, pages)):
        blocks.append(heading(chance.choice(_AROUND["filler_headings"])))
        texts = (" ".join(chance.sample(_AROUND["filler"], 3)) for _ in range(_PARAGRAPHS_A_PAGE))
        blocks.extend(paragraph(text) for text in texts)
    return blocks


Section = tuple[list[str], dict[str, Sequence[str]]]
"""The blocks of the section, and what stands outside the body: notes, headers."""


def _paragraphs(lines: list[str], chance: Random) -> Section:
    """A heading and a few paragraphs of several sentences."""
    title = chance.choice(("Social return", "Social Return On Investment (SROI)", "Eis social return"))
    half = len(lines) // 2
    return [heading(title, 2), paragraph(" ".join(lines[:half])), paragraph(" ".join(lines[half:]))], {}


def _split_runs(lines: list[str], _: Random) -> Section:
    return [heading("Social return", 2), *(paragraph(split(line)) for line in lines)], {}


def _requirements_table(lines: list[str], _: Random) -> Section:
    rows = [row(cell("Social return", properties='<w:gridSpan w:val="2"/>'))]
    rows += [row(cell(paragraph(" ", list_id=REQUIREMENTS)), line) for line in lines]
    return [
        heading("Programma van eisen", 1),
        table(
            ("Nr", "Eis"),
            *rows,
            row(cell("Prijs", properties='<w:gridSpan w:val="2"/>')),
            ("9", "De prijs weegt voor 30% mee."),
        ),
    ], {}


def _two_columns(lines: list[str], _: Random) -> Section:
    """A table without headings above it, of which the first column names the subject of each row."""
    content = "".join(paragraph(line) for line in lines)
    return [
        heading("Uitgangspunten", 1),
        table(("Kwaliteit", "De kwaliteit weegt voor 60% mee."), row("Social return", cell(content)), ("Btw", "21%")),
    ], {}


def _changes(lines: list[str], _: Random) -> Section:
    """Every sentence is an insertion, beside what was deleted for it."""
    blocks = [
        paragraph(deleted("De opdrachtnemer zet 3% van de jaaromzet in voor social return. "), inserted(lines[0]))
    ]
    blocks += [paragraph(inserted(line)) for line in lines[1:]]
    return [heading("", 2, deleted("SW-paragraaf"), inserted("Social return")), *blocks], {}


def _typed_headings(lines: list[str], chance: Random) -> Section:
    number = chance.randint(3, 8)
    return [
        paragraph(run(f"{number}.2 Social return", bold=True)),
        *(paragraph(f"{number}.2.{position} {line}") for position, line in enumerate(lines, 1)),
        paragraph(run(f"{number}.3 Overig", bold=True)),
    ], {}


def _articles(lines: list[str], _: Random) -> Section:
    """A contract: Artikel 1, with numbered members."""
    return [
        paragraph("Voorwerp van de overeenkomst", list_id=ARTICLES),
        paragraph("Deze overeenkomst heeft betrekking op de genoemde dienstverlening.", list_id=ARTICLES, level=1),
        paragraph("Social return", list_id=ARTICLES),
        *(paragraph(line, list_id=ARTICLES, level=1) for line in lines),
        paragraph("Aansprakelijkheid", list_id=ARTICLES),
        paragraph("De aansprakelijkheid is beperkt tot 100% van de opdrachtwaarde.", list_id=ARTICLES, level=1),
    ], {}


def _raw(lines: list[str], _: Random) -> Section:
    """The numbers of a RAW specification: typed, with spaces, and members numbered 01, 02."""
    return [
        paragraph(run("01 13 05  Social return", bold=True)),
        *(paragraph(f"{position:02d}  {line}") for position, line in enumerate(lines, 1)),
        paragraph(run("01 13 06  Verzekeringen", bold=True)),
        paragraph("01  De aannemer sluit een verzekering af voor ten minste 110% van de aannemingssom."),
    ], {}


def _controls(lines: list[str], _: Random) -> Section:
    """A form: the option that holds is ticked, the other is not."""
    first, *rest = lines
    return [
        heading("Social return", 2),
        paragraph(check_box(ticked=False), " Optie A: 7,5% van de jaaromzet"),
        paragraph(check_box(ticked=True), f" Optie B: {first}"),
        *(paragraph(line, list_id=BULLETS) for line in rest),
    ], {}


def _boxes_and_notes(lines: list[str], _: Random) -> Section:
    """Part of it in a text box, part in a footnote."""
    first, second, *rest = lines
    return [
        heading("Social return", 2),
        paragraph(first, note_reference(1)),
        paragraph(
            "In het kader hiernaast staat meer.", text_box(*(paragraph(line) for line in rest[: len(rest) // 2]))
        ),
        *(paragraph(line) for line in rest[len(rest) // 2 :]),
    ], {"footnotes": [paragraph(second)], "headers": [paragraph("Concept aanbestedingsleidraad")]}


SHAPES: dict[str, Callable[[list[str], Random], Section]] = {
    "alineas": _paragraphs,
    "stukjes": _split_runs,
    "eisentabel": _requirements_table,
    "twee-kolommen": _two_columns,
    "wijzigingen": _changes,
    "getypte-koppen": _typed_headings,
    "artikelen": _articles,
    "raw": _raw,
    "formulier": _controls,
    "kaders-en-noten": _boxes_and_notes,
}

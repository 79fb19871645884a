"""The kinds of input: of each a case by chance, the same for the same seed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from random import Random
from shlex import quote
from typing import Any

from tests.support.fuzz import archives, command_lines, grids, seeds, texts, trees
from tests.support.fuzz.odd_values import ODD_TEXTS
from tests.support.fuzz.trees import Tree
from tests.support.fuzz.trials import Case
from tests.support.paths import EXAMPLES
from tests.support.two_suppliers import REGISTER

_LIST = """\
Nr;Omschrijving;Leverancier;Soort opdracht;Waarde;Loonsom;Ingangsdatum;Einddatum;Status;SROI %;Categorie
C-1;Schoonmaak;Alfa B.V.;diensten;400000;300000;2026-01-01;2029-12-31;Verlengd;5;Facilitair
C-2;Catering;Beta B.V.;diensten;900000;;2026-01-01;2029-12-31;lopend;;Facilitair
"""
Named = tuple[str, bytes]
"""A file: its name and what is in it."""
Maker = Callable[[Random], tuple[Named, Sequence[str]]]
"""A mutated file, and the command lines that read a file of its role."""


def case(kind: str, seed: str) -> Case:
    """The case of this kind and seed, such as `toml` and `7-123`."""
    chance = Random(f"{kind}:{seed}")
    (name, content), templates = KINDS[kind](chance)
    files = {**_standing(), name: content}
    if chance.random() < 0.15:
        files["srtool.toml"] = _settings(chance)
    template = chance.choice(templates)
    line = command_lines.line_for(template, name, _number_in(content, chance), chance)
    if chance.random() < 0.1 and line.targets:
        files |= dict.fromkeys((target for target in sorted(line.targets) if target.endswith("x")), b"mine")
    return Case(f"{kind}:{seed}", files, line.arguments, line.targets, line.forced)


def _standing() -> Mapping[str, bytes]:
    """The files that stand beside the mutated one."""
    names = ("running.toml", "tender.toml", "drafts.toml", "register.toml")
    return {
        **{name: (EXAMPLES / name).read_bytes() for name in names},
        "two.toml": REGISTER.encode(),
        "list.csv": _LIST.encode(),
        "other.md": seeds.MARKDOWN.encode(),
        "notice.xml": seeds.notices()[0],
    }


def _number_in(content: bytes, chance: Random) -> str:
    """The number of a contract that is likely to be in it."""
    for line in content.splitlines() if content[:1] != b"P" else ():
        if line.startswith(b'id = "') and chance.random() < 0.5:
            return line[6:].partition(b'"')[0].decode("utf-8", "replace") or "A"
    return chance.choice(("A", "C-1", "P-1", "SCH-1"))


def _few(chance: Random) -> int:
    return chance.choice((1, 1, 1, 2, 2, 3, 5, 12))


def _tree(chance: Random) -> tuple[Named, Sequence[str]]:
    # whole registers are few beside the worked cases, and hold more
    pool = seeds.cases() if chance.random() < 0.4 else seeds.registers()[:7]
    tree = trees.changed(chance.choice(pool), chance, _few(chance), register=True)
    return ("file.toml", trees.as_toml(tree, chance)), command_lines.OF_REGISTER


def _joined(chance: Random) -> tuple[Named, Sequence[str]]:
    """Many small registers in one, each with numbers of its own."""
    whole: Tree = {}
    for part, tree in enumerate(chance.sample(seeds.cases(), 6)):
        for table, rows in trees.changed(tree, chance, 1, register=True).items():
            if isinstance(rows, list):
                whole.setdefault(table, []).extend(_numbered(rows, part) if table != "suppliers" else rows)
    return ("file.toml", trees.as_toml(whole, chance)), command_lines.OF_REGISTER


def _numbered(rows: Any, part: int) -> Any:  # noqa: ANN401 - any part of a tree
    if isinstance(rows, list):
        return [_numbered(row, part) for row in rows]
    if isinstance(rows, dict):
        own = ("id", "contract", "corrects", "part_of", "members")
        return {
            key: (
                [f"{one}-{part}" for one in value]
                if isinstance(value, list)
                else f"{value}-{part}"
                if key in own and isinstance(value, str)
                else value
            )
            if key in own
            else value
            for key, value in rows.items()
        }
    return rows


def _toml_text(chance: Random) -> tuple[Named, Sequence[str]]:
    return ("file.toml", texts.changed(chance.choice(seeds.texts()), chance, _few(chance))), command_lines.OF_REGISTER


def _kept_workbook(chance: Random) -> tuple[Named, Sequence[str]]:
    data = chance.choice((*seeds.kept(".xlsx"), seeds.workbook()))
    name = chance.choice(("file.xlsx", "file.xlsx", "file.xlsm", "file.xls"))
    return (name, archives.changed(archives.parts_of(data), chance, _few(chance))), command_lines.OF_REGISTER


def _grid(chance: Random) -> tuple[Named, Sequence[str]]:
    sheets = [(title, grids.changed(grid, chance, _few(chance))) for title, grid in chance.choice(seeds.grids())]
    if chance.random() < 0.1:
        sheets.append((chance.choice(("Inspanningen", "Leveranciers", "2025", "Totaal")), sheets[0][1]))
    if chance.random() < 0.65:
        return ("file.xlsx", grids.as_xlsx(sheets, chance)), command_lines.OF_REGISTER
    return ("file.ods", grids.as_ods(sheets, chance)), command_lines.OF_REGISTER


def _macro_workbook(chance: Random) -> tuple[Named, Sequence[str]]:
    parts = archives.parts_of(chance.choice(seeds.kept(".xlsx")))
    ordinary, macros = b"spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml"
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument." + ordinary, b"application/vnd." + macros
    )
    parts["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 macro"
    return ("file.xlsm", archives.changed(parts, chance, _few(chance))), command_lines.OF_REGISTER


def _calc(chance: Random) -> tuple[Named, Sequence[str]]:
    data = chance.choice(seeds.kept(".ods"))
    return ("file.ods", archives.changed(archives.parts_of(data), chance, _few(chance))), command_lines.OF_REGISTER


def _old_workbook(chance: Random) -> tuple[Named, Sequence[str]]:
    return ("file.xls", texts.damaged(chance.choice(seeds.kept(".xls")), chance)), command_lines.OF_REGISTER


def _csv(chance: Random) -> tuple[Named, Sequence[str]]:
    if chance.random() < 0.3:
        text = seeds.kept(".csv")[0].decode("cp1252")
        return ("file.csv", texts.changed(text, chance, _few(chance))), command_lines.OF_REGISTER
    sheets = chance.choice(seeds.grids())
    grid = grids.changed(chance.choice(sheets)[1], chance, _few(chance))
    name = chance.choice(("file.csv", "file.csv", "file.txt"))
    return (name, grids.as_csv(grid, chance)), command_lines.OF_REGISTER


def _word(chance: Random) -> tuple[Named, Sequence[str]]:
    parts = archives.parts_of(chance.choice(seeds.word()))
    name = chance.choice(("draft.docx", "draft.docx", "draft.docm", "draft.dotx"))
    return (name, archives.changed(parts, chance, _few(chance))), command_lines.OF_DRAFT


def _markdown(chance: Random) -> tuple[Named, Sequence[str]]:
    name = chance.choice(("draft.md", "draft.md", "draft.txt"))
    return (name, texts.changed(seeds.MARKDOWN, chance, _few(chance) * 2)), command_lines.OF_DRAFT


def _eforms(chance: Random) -> tuple[Named, Sequence[str]]:
    text = chance.choice(seeds.notices()).decode()
    return ("notice.xml", archives.changed_xml(text, chance, _few(chance))), command_lines.OF_NOTICES


def _ocds(chance: Random) -> tuple[Named, Sequence[str]]:
    tree = trees.changed(dict(chance.choice(seeds.releases())), chance, _few(chance))
    data = json.dumps(tree, default=lambda value: float(value) if isinstance(value, Decimal) else str(value)).encode()
    data = texts.damaged(data, chance) if chance.random() < 0.08 else data
    return ("notices.json", data), command_lines.OF_NOTICES


def _tenderned(chance: Random) -> tuple[Named, Sequence[str]]:
    grid = grids.changed(seeds.tables(), chance, _few(chance))
    if chance.random() < 0.5:
        return ("tenders.csv", grids.as_csv(grid, chance)), command_lines.OF_NOTICES
    return ("tenders.xlsx", grids.as_xlsx([("OpenData sheet", grid)], chance)), command_lines.OF_NOTICES


def _settings(chance: Random) -> bytes:
    tree = trees.changed(seeds.parsed(seeds.ANSWERS), chance, _few(chance))
    return trees.as_toml(tree, chance)


def _settings_file(chance: Random) -> tuple[Named, Sequence[str]]:
    data = texts.changed(seeds.ANSWERS, chance, _few(chance)) if chance.random() < 0.3 else _settings(chance)
    return ("srtool.toml", data), command_lines.OF_SETTINGS


def _rules(chance: Random) -> tuple[Named, Sequence[str]]:
    tree = trees.changed(chance.choice(seeds.rule_sets()), chance, _few(chance))
    if chance.random() < 0.8:
        tree["id"] = "own-rules"
    return ("rules.toml", trees.as_toml(tree, chance)), command_lines.OF_RULES


def _motivation(chance: Random) -> tuple[Named, Sequence[str]]:
    if chance.random() < 0.5:
        text = seeds.motivation(".toml").decode()
        tree = trees.changed(seeds.parsed(text), chance, _few(chance))
        data = texts.changed(text, chance, _few(chance)) if chance.random() < 0.3 else trees.as_toml(tree, chance)
        return ("motivation.toml", data), command_lines.OF_MOTIVATION
    parts = archives.parts_of(seeds.motivation(".xlsx"))
    return ("motivation.xlsx", archives.changed(parts, chance, _few(chance))), command_lines.OF_MOTIVATION


def _supplier(chance: Random) -> tuple[Named, Sequence[str]]:
    parts = archives.parts_of(seeds.supplier_workbook())
    return ("back.xlsx", archives.changed(parts, chance, _few(chance) * 2)), command_lines.OF_RETURNED


def _claims(chance: Random) -> tuple[Named, Sequence[str]]:
    """A workbook of a supplier's own, in the headings of efforts."""
    head = ["Nummer", "Contractnummer", "Soort inspanning", "Pseudoniem", "Begindatum", "Uren per week", "Bedrag"]
    grid: grids.Grid = [
        list(head),
        ["N1", "SCH-1", "plaatsing", "P7", "2026-09-01", 24, 5000],
        ["N2", "SCH-2", "inkoop"],
    ]
    grid[2] += [None] * 4
    sheets = [("Inspanningen", grids.changed(grid, chance, _few(chance)))]
    return ("back.xlsx", grids.as_xlsx(sheets, chance)), command_lines.OF_RETURNED


def _meeting(chance: Random) -> tuple[Named, Sequence[str]]:
    parts = archives.parts_of(seeds.meeting_sheet(chance))
    return ("sheet.docx", archives.changed(parts, chance, _few(chance) * 2)), command_lines.OF_RETURNED


def _earlier(chance: Random) -> tuple[Named, Sequence[str]]:
    parts = archives.parts_of(seeds.earlier_report())
    return ("earlier.xlsx", archives.changed(parts, chance, _few(chance))), command_lines.OF_EARLIER


def _answers(chance: Random) -> tuple[Named, Sequence[str]]:
    data = texts.changed(seeds.ANSWERS, chance, _few(chance)) if chance.random() < 0.3 else _settings(chance)
    return ("answers.toml", data), command_lines.OF_ANSWERS


def _typed(chance: Random) -> tuple[Named, Sequence[str]]:
    """Files as they should be, and odd words on the command line."""
    lines = list(command_lines.OF_NOTHING)
    for _ in range(3):
        words = chance.choice(command_lines.OF_NOTHING).split(" ")
        at = chance.randrange(len(words))
        if not words[at].startswith(">"):
            words[at] = quote(chance.choice(ODD_TEXTS).replace("\x00", ""))
        lines += [" ".join(words)] * 12
    return ("list.csv", _LIST.encode()), lines


KINDS: Mapping[str, Maker] = {
    "toml": _tree,
    "toml-joined": _joined,
    "toml-text": _toml_text,
    "xlsx": _kept_workbook,
    "grid": _grid,
    "xlsm": _macro_workbook,
    "ods": _calc,
    "xls": _old_workbook,
    "csv": _csv,
    "word": _word,
    "markdown": _markdown,
    "eforms": _eforms,
    "ocds": _ocds,
    "tenderned": _tenderned,
    "settings": _settings_file,
    "rules": _rules,
    "motivation": _motivation,
    "supplier": _supplier,
    "claims": _claims,
    "meeting": _meeting,
    "earlier": _earlier,
    "answers": _answers,
    "typed": _typed,
}

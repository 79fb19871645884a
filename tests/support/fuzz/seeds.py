"""What is mutated: the examples and cases of the project, and what srtool itself makes of them."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from python_calamine import CalamineWorkbook

from tests.support.fuzz.grids import Grid, plain
from tests.support.fuzz.trees import Tree
from tests.support.notices import eforms_maker as eforms
from tests.support.notices import ocds_maker, table_maker
from tests.support.paths import EXAMPLES, ROOT, TESTS
from tests.support.program import printed
from tests.support.two_suppliers import REGISTER
from tests.support.word_drafts import drafts

ON = ("--on", "2026-11-22")
KEPT = TESTS / "readers" / "registers"
RULES = ROOT / "src" / "srtool" / "rulesets"
ANSWERS = """\
lang = "nl"
rule_set = "rijk-classic"

[assume]
policy = "rijk-classic"
authority_kind = "decentraal"
stage = "beide"
vat = "exclusief btw"
period = "hele looptijd"
unit = "euro"
basis = "loonsom"
over_extension = "nee"
extended = "ja"
realised_approved = "nee"
realised_on = 2026-11-01

[columns]
"Waarde" = "contract_value"
"Vrij veld" = ""

[values]
Verlengd = "lopend"
"In optiejaar" = "lopend"
[values.Status]
Gereed = "ended"

[labour_share]
Diensten = 70
Schoonmaak = 85
90 = 85

[limits]
"meervoudig onderhands" = 50_000

[monitor]
silent_after = 60
behind_percent = 15
starting_months = 3
unconfirmed_days = 30

[organisation]
independent_units = ["Directie Noord"]
"""
MARKDOWN = """\
# Aanbestedingsleidraad

## 4.2 Social return

De opdrachtnemer besteedt ten minste 5% van de loonsom aan social return, gedurende de looptijd van 48 maanden.
Binnen 30 dagen na gunning levert de opdrachtnemer een plan van aanpak in. De opdrachtnemer rapporteert elk kwartaal.

| Eis | Tekst |
|---|---|
| SR-1 | Minimaal twee kandidaten voor 24 uur per week gedurende zes maanden. |
| SR-2 | Bij niet nakomen is 125% van het tekort verschuldigd; hersteltermijn XX weken. |

> De waarde kan worden gestort in het sociaal fonds.

* Kandidaten zijn inwoners van de gemeente; per kandidaat het BSN.
1. Social return geldt boven het Europese drempelbedrag van € 221.000.
"""


@cache
def registers() -> tuple[Tree, ...]:
    """Registers in TOML, from a single draft to contracts with all that can be known of them."""
    paths = (
        *sorted(EXAMPLES.glob("*.toml")),
        TESTS / "views" / "report" / "overview.toml",
        TESTS / "views" / "report" / "what_if" / "register.toml",
    )
    whole = [parsed(path.read_text(encoding="utf-8")) for path in paths]
    return (*whole, parsed(REGISTER), *cases())


@cache
def cases() -> tuple[Tree, ...]:
    """The registers of the worked cases."""
    files = sorted((TESTS / "checks" / "cases").glob("*.toml"))
    given = [case["given"] for path in files for case in parsed(path.read_text(encoding="utf-8"))["case"]]
    return tuple(one for one in given if isinstance(one, dict))


@cache
def texts() -> tuple[str, ...]:
    """Registers as they were written, with their comments."""
    return (*(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.toml"))), REGISTER)


@cache
def kept(suffix: str) -> tuple[bytes, ...]:
    """Files of this kind as people keep them."""
    return tuple(path.read_bytes() for path in sorted(KEPT.glob(f"*{suffix}")))


@cache
def grids() -> tuple[tuple[tuple[str, Grid], ...], ...]:
    """The sheets of those files, with their titles."""
    paths = sorted(path for path in KEPT.iterdir() if path.suffix in {".xlsx", ".ods", ".xls"})
    return tuple(_sheets(path) for path in paths)


def _sheets(path: Path) -> tuple[tuple[str, Grid], ...]:
    book = CalamineWorkbook.from_path(path)
    return tuple(
        (title, [[plain(value) for value in row] for row in book.get_sheet_by_name(title).to_python()])
        for title in book.sheet_names
    )


@cache
def rule_sets() -> tuple[Tree, ...]:
    """The rule sets that are shipped, but for the largest, and those that tests made up."""
    shipped = [path for path in sorted(RULES.glob("*.toml")) if path.stem != "eu-thresholds"]
    made_up = sorted((TESTS / "checks" / "rules").glob("*.toml"))
    return tuple(parsed(path.read_text(encoding="utf-8")) for path in (*shipped, *made_up))


@cache
def notices() -> tuple[bytes, ...]:
    """Notices in eForms, and the example."""
    found = [eforms.Made().bytes(), eforms.a_result().bytes()]
    return (*found, *(path.read_bytes() for path in sorted((EXAMPLES / "bekendmakingen").glob("*.xml"))))


@cache
def releases() -> tuple[dict[str, Any], ...]:
    """Packages of OCDS releases: a call, an award, some of the size of real ones."""
    award = ocds_maker.a_release(tag=["award"], awards=[ocds_maker.an_award()])
    return (
        {"releases": [ocds_maker.a_release()]},
        {"releases": [award]},
        {"releases": list(ocds_maker.releases(3))},
    )


@cache
def tables() -> Grid:
    """TenderNed's table."""
    other = {**table_maker.ROW, "ID publicatie": 301235, "Waarde - bedrag": "1.250.000,00", "Naam perceel": "Perceel 2"}
    rows = [[one.get(heading) for heading in table_maker.HEADINGS] for one in (table_maker.ROW, other)]
    return [list(table_maker.HEADINGS), *([plain(value) for value in row] for row in rows)]


@cache
def word() -> tuple[bytes, ...]:
    """Drafts in Word of each shape, short ones, and the example."""
    with TemporaryDirectory() as folder:
        short = sorted(drafts.drafts(), key=lambda draft: draft.pages)[:10]
        made = [drafts.written(draft, Path(folder)).read_bytes() for draft in short]
    return (*made, (EXAMPLES / "aanbestedingsleidraad.docx").read_bytes())


@cache
def own(*arguments: str) -> bytes:
    """What srtool makes with this command in a folder with the examples; the name of the file stands last."""
    with TemporaryDirectory() as folder:
        for path in EXAMPLES.glob("*.toml"):
            (Path(folder) / path.name).write_bytes(path.read_bytes())
        (Path(folder) / "two.toml").write_text(REGISTER, encoding="utf-8")
        *options, target = (argument.replace("@", f"{folder}/") for argument in arguments)
        made = printed([*options, target])
        if made.code:
            raise ValueError(made.stderr)
        return Path(target).read_bytes()


def supplier_workbook() -> bytes:
    """A workbook for a supplier, of the register of two."""
    return own("init", "--supplier", "23456789", "@two.toml", "@supplier.xlsx")


def meeting_sheet(chance: Random) -> bytes:
    """A sheet in Word of the running contract."""
    kind = chance.choice(((), ("--letter",), ("--handover",), ("--client",)))
    which = ("--supplier", "Glans") if kind == ("--letter",) else ("--contract", "SCH-1")
    return own("meeting", "@two.toml", *which, *kind, *ON, "--out", "@sheet.docx")


def earlier_report() -> bytes:
    return own("report", "@running.toml", "--on", "2026-05-22", "--out", "@report.xlsx")


def motivation(suffix: str) -> bytes:
    return own("bundle", "@drafts.toml", *ON, "--write", f"@motivation{suffix}")


def workbook() -> bytes:
    """A register in a workbook of our own."""
    return own("convert", "@running.toml", "@running.xlsx")


def parsed(text: str) -> Tree:
    return tomllib.loads(text, parse_float=Decimal)

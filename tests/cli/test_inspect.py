"""First contact: what was read as what, what was not, and the questions that decide most, on one screen."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from srtool.texts import LANGUAGES
from tests.support.notices.eforms_maker import Lot, Project, a_result
from tests.support.paths import EXAMPLES
from tests.support.program import Printed, printed

REGISTERS = Path(__file__).parents[1] / "readers" / "registers"
EVERY = sorted(path for path in REGISTERS.iterdir() if path.suffix in {".xlsx", ".xls", ".ods", ".csv"})
SCREEN = 40
BASE = ("Contractnummer", "Omschrijving", "Leverancier", "Opdrachtwaarde", "Ingangsdatum", "Einddatum")
ROW = ("C-1", "Schoonmaak", "Alfa B.V.", 300_000, "2026-01-01", "2029-12-31")


def _inspected(path: Path, *options: str) -> Printed:
    return printed(["inspect", str(path), "--on", "2026-11-22", *options])


def _register(folder: Path, extra: dict[str, object], count: int = 1) -> Path:
    """A register of so many contracts with these columns added to the usual ones."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Contracten"
    sheet.append([*BASE, *extra])
    for number in range(1, count + 1):
        sheet.append([f"C-{number}", *ROW[1:], *extra.values()])
    book.save(folder / "register.xlsx")
    return folder / "register.xlsx"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.name)
def test_each_kept_register_is_told_on_a_screen(path: Path, lang: str) -> None:
    run = _inspected(path, "--lang", lang)
    assert (run.code, run.stderr) == (0, "")
    lines = run.stdout.splitlines()
    assert len(lines) <= SCREEN
    assert max(map(len, lines)) <= 100
    assert ("kolommen" if lang == "nl" else "columns") in lines[0]
    assert "(a) " in run.stdout


def test_the_first_line_counts_contracts_and_columns(tmp_path: Path) -> None:
    path = _register(tmp_path, {"Kleur": "blauw", "Smaak": "zoet"}, count=3)
    assert _inspected(path, "--lang", "nl").stdout.startswith(
        "3 contracten op *Contracten*; van 8 kolommen zijn er 6 gelezen.\n"
    )
    assert _inspected(path).stdout.startswith("3 contracts on *Contracten*; of 8 columns 6 were read.\n")


def test_a_column_that_is_set_aside_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("srtool.toml").write_text('[columns]\n"Kleur" = ""\n', encoding="utf-8")
    run = _inspected(_register(tmp_path, {"Kleur": "blauw"}))
    assert "of 6 columns 6 were read" in run.stdout
    assert "Kleur" not in run.stdout


def test_a_column_says_what_it_was_taken_for_with_an_example_and_what_is_unread() -> None:
    lines = _inspected(REGISTERS / "p10-one-unknown-word.xlsx", "--lang", "nl").stdout.splitlines()
    status = next(line for line in lines if line.startswith("  H  "))
    assert status.startswith("  H  Status → Status · bijv. Lopend · 3 cellen niet gelezen: ")
    assert [word in status for word in ("Verlengd", "Opgezegd", "In optiejaar")] == [True] * 3
    assert lines.index("  E  Waarde excl. btw → Opdrachtwaarde · bijv. 300.000") > lines.index(status)


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Contractmanager", "Sanne de Boer"),
        ("Opdrachtgever", "Sanne de Boer"),
        ("Inkoper", "Sanne de Boer"),
        ("Contactpersoon", "Sanne de Boer"),
        ("Behandelaar", "Sanne de Boer"),
        ("Telefoonnummer", 612345678),
        ("Bereikbaar op", 612345678),
        ("Bijzonderheden", "bel Sanne de Boer"),
        ("Geb.", date(1987, 3, 12)),
        ("KvK-nummer", 12345678),
    ],
)
@pytest.mark.parametrize("full", [(), ("--full",)])
def test_no_example_tells_who_somebody_is(tmp_path: Path, heading: str, value: object, full: tuple[str, ...]) -> None:
    run = _inspected(_register(tmp_path, {heading: value}), *full)
    assert run.code == 0
    assert "Boer" not in run.stdout + run.stderr
    assert not [number for number in ("345", "1987") if number in run.stdout + run.stderr]


def test_a_column_of_people_is_named_without_example(tmp_path: Path) -> None:
    run = _inspected(_register(tmp_path, {"Contractmanager": "Sanne de Boer", "Kleur": 7}), "--full", "--lang", "nl")
    assert "  G  Contractmanager → Contractmanager\n" in run.stdout
    assert "  H  Kleur → niet gelezen · bijv. 7\n" in run.stdout


def test_at_most_fifteen_columns_are_shown_unless_all_are_asked(tmp_path: Path) -> None:
    path = _register(tmp_path, {f"Eigen {number}": number for number in range(30)})
    short, full = _inspected(path), _inspected(path, "--full")
    assert len(short.stdout.splitlines()) <= SCREEN
    assert 1 < short.stdout.count("→ not read") <= 15
    assert "more columns: --full shows them" in short.stdout
    assert full.stdout.count("→ not read") == 30
    assert "more column" not in full.stdout


def _asked(run: Printed, *starts: str) -> list[bool]:
    return [start in run.stdout for start in starts]


def test_organisation_stage_amounts_and_basis_come_first(tmp_path: Path) -> None:
    path = _register(tmp_path, {"SROI %": "5%", "SROI gerealiseerd": 100}, count=4)
    run = _inspected(path)
    assert all(
        _asked(
            run,
            "(a) Of which organisation",
            "(b) Are these running",
            "(c) Is *Opdrachtwaarde* excl. VAT",
            "(d) What is the percentage",
        )
    )
    assert "(e) *SROI gerealiseerd*: approved by you or claimed by the supplier" in run.stdout
    assert "→ [assume] basis in srtool.toml" in run.stdout
    assert "→ [assume] realised_approved, [assume] realised_on in srtool.toml" in run.stdout


ANSWERS = """rule_set = "rijk-classic"
[assume]
authority_kind = "central"
basis = "wage_sum"
over_extension = true
extended = true
realised_approved = true
realised_on = 2026-10-01
"""


def test_what_is_answered_is_not_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    extra: dict[str, object] = {"SROI %": "5%", "SROI gerealiseerd": 100, "Status": "lopend"}
    path = _register(tmp_path, extra)
    asked = ("Of which organisation", "What is the percentage", "approved by you")
    assert all(_asked(_inspected(path), *asked))
    Path("srtool.toml").write_text(ANSWERS, encoding="utf-8")
    after = _inspected(path)
    assert not any(_asked(after, *asked, "Are these running"))
    assert "(a) Is *Opdrachtwaarde* excl. VAT" in after.stdout


def test_a_status_that_is_not_read_is_asked_by_its_word_alone() -> None:
    run = _inspected(REGISTERS / "p10-one-unknown-word.xlsx")
    words = "What do ‘Verlengd’, ‘Opgezegd’, ‘In optiejaar’ mean? [3 contracts, decides"  # noqa: RUF001
    assert _asked(run, "Are these running", words) == [False, True]


def test_past_ends_are_asked_with_how_many(tmp_path: Path) -> None:
    path = _register(tmp_path, {"Status": "lopend"}, count=2)
    run = _inspected(path, "--on", "2030-06-01")
    assert "The end of 2 is past" in run.stdout
    assert "→ [assume] extended in srtool.toml" in run.stdout
    assert "is past" not in _inspected(path).stdout


def test_the_labour_share_is_asked_without_a_number_and_only_where_it_decides() -> None:
    run = _inspected(REGISTERS / "12-inkoopkalender.xlsx")
    assert "Which part of the value is labour?" in run.stdout
    assert "Diensten" in run.stdout
    assert "%" not in run.stdout.partition("These questions")[2].replace("SROI %", "")
    small = _inspected(REGISTERS / "32-een-foute-cel.xlsx")
    assert "Which part of the value is labour?" not in small.stdout


def test_a_register_in_toml_and_notices_are_told_as_well(tmp_path: Path) -> None:
    run = _inspected(EXAMPLES / "running.toml")
    assert (run.code, run.stdout.splitlines()[0]) == (
        0,
        "3 contracts in running.toml, where each value says itself what it is.",
    )
    assert "excl. VAT" not in run.stdout
    notices = tmp_path / "notices"
    notices.mkdir()
    (notices / "award.xml").write_bytes(a_result(lots=[Lot(project=Project(estimate=300_000))]).bytes())
    for path in (notices, notices / "award.xml"):
        run = _inspected(path)
        assert (run.code, run.stdout.startswith("1 contract in ")) == (0, True), run.stderr


def test_a_column_is_taken_for_what_was_read_in_it(tmp_path: Path) -> None:
    lines = _inspected(REGISTERS / "01-gemeente-register.xlsx", "--lang", "nl").stdout.splitlines()
    assert "  Q  SROI-verplichting → Social return gevraagd · bijv. ja" in lines
    run = _inspected(_register(tmp_path, {"Raamovereenkomst": "ja"}), "--lang", "nl")
    assert "  G  Raamovereenkomst → niet gelezen · 1 opmerking" in run.stdout.replace(" · bijv. ja", "")


@pytest.mark.parametrize(
    ("columns", "asked", "left_out"),
    [
        ({"SROI %": 5, "Grondslag": "loonsom", "Opties (maanden)": 12}, "(d) Do extensions count", "percentage of"),
        ({"SROI gerealiseerd": 5, "SROI gerealiseerd goedgekeurd": "ja"}, "as of which day?", "claimed by"),
    ],
)
def test_a_question_asks_only_what_is_open(
    tmp_path: Path, columns: dict[str, object], asked: str, left_out: str
) -> None:
    run = _inspected(_register(tmp_path, columns))
    assert (asked in run.stdout, left_out in run.stdout) == (True, False)


def test_what_a_heading_says_is_not_asked() -> None:
    run = _inspected(REGISTERS / "p10-one-unknown-word.xlsx")
    assert "Is *Waarde excl. btw* for the whole term or a year, with" in run.stdout
    assert "excl. VAT" not in run.stdout


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sheets_beside_the_contracts_take_one_line(lang: str) -> None:
    run = _inspected(EXAMPLES / "portfolio.xlsx", "--lang", lang)
    lines = run.stdout.splitlines()
    assert (run.code, len(lines) <= SCREEN) == (0, True)
    assert sum("*" in line for line in lines[:2]) == 1
    of = "van" if lang == "nl" else "of"
    told = re.search(rf"Inspanningen \(([0-9]+) {of} ([0-9]+)\)", " ".join(lines))
    assert told
    assert told[1] == told[2]


def test_a_sheet_without_contracts_yet_is_told(tmp_path: Path) -> None:
    run = _inspected(_register(tmp_path, {}, count=0))
    assert (run.code, run.stdout.startswith("0 contracts on *Contracten*; of 6 columns 6 were read.")) == (0, True)


@pytest.mark.parametrize(("worded", "realised", "first"), [(3, 1, "What do"), (1, 3, "*SROI")])
def test_the_other_questions_follow_by_how_much_they_decide(
    tmp_path: Path, worded: int, realised: int, first: str
) -> None:
    term = "1-1-2025;31-12-2027"
    rows = [
        f"C-{n};T;Alfa;100000;{'Verlengd' if n < worded else 'lopend'};{'5000' if n < realised else ''};5000;{term}"
        for n in range(3)
    ]
    path = tmp_path / "register.csv"
    head = "Contractnummer;Omschrijving;Leverancier;Opdrachtwaarde;Status;SROI gerealiseerd;SROI-bedrag;Begin;Einde"
    path.write_text("\n".join([head, *rows]), encoding="utf-8")
    asked = [line for line in _inspected(path).stdout.splitlines() if line.startswith(("(", "  ("))]
    assert [line.strip()[4:].startswith(first) for line in asked].index(True) == len(asked) - 2


def test_remarks_are_told_with_all_of_it() -> None:
    path = REGISTERS / "01-gemeente-register.xlsx"
    assert _inspected(path).stderr == ""
    assert "Contractenregister!" in _inspected(path, "--full").stderr


@pytest.mark.parametrize(("content", "code"), [(b"", 3), (b"PK\x03\x04 cut off", 3)])
def test_what_cannot_be_opened_is_said(tmp_path: Path, content: bytes, code: int) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    run = _inspected(path)
    assert (run.code, run.stdout) == (code, "")
    assert run.stderr
    assert _inspected(tmp_path / "absent.xlsx").code == 2

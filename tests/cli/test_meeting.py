"""srtool meeting: one page in Word per contract or supplier, and what of it is passed on."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.readers.word.draft_file import read_draft
from srtool.texts import LANGUAGES
from tests.support.paths import EXAMPLES
from tests.support.program import Printed, printed

PORTFOLIO = str(EXAMPLES / "portfolio.xlsx")
KINDS = ((), ("--letter",), ("--handover",), ("--client",))


def _made(out: Path, *options: str, lang: str = "nl") -> Printed:
    return printed(["meeting", PORTFOLIO, "--out", str(out), "--on", "2026-11-22", "--lang", lang, *options, "--quiet"])


def _text(path: Path) -> str:
    return "\n".join(passage.text for passage in read_draft(path).passages)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: "".join(kind) or "--meeting")
def test_every_kind_of_sheet_is_a_word_document(kind: tuple[str, ...], lang: str, tmp_path: Path) -> None:
    out = tmp_path / "blad.docx"
    run = _made(out, "--contract", "SCH-2401", *kind, lang=lang)
    assert (run.code, run.stdout, run.stderr) == (0, "", "")
    assert "115.975,36" in _text(out) if lang == "nl" else "115,975.36" in _text(out)
    assert run.code == 0
    again = tmp_path / "again.docx"
    _made(again, "--contract", "SCH-2401", *kind, lang=lang)
    assert again.read_bytes() == out.read_bytes()


def test_the_meeting_sheet_has_five_questions_causes_with_what_helped_and_a_table(tmp_path: Path) -> None:
    out = tmp_path / "blad.docx"
    _made(out, "--contract", "SCH-2401")
    text = _text(out)
    assert "Intern, niet om door te geven" in text
    assert [f"{number}. " in text for number in range(1, 7)] == [True] * 5 + [False]
    assert "Te weinig kandidaten. Bij de Afsluitdijk: vroeg beginnen" in text
    assert "4 mensen geplaatst, van wie 2 goedgekeurd" in text
    assert "Vervolgstap" in text


def test_the_letter_holds_the_suppliers_own_efforts(tmp_path: Path) -> None:
    out = tmp_path / "brief.docx"
    _made(out, "--contract", "SCH-2401", "--letter")
    text = _text(out)
    assert "I-0068" in text
    assert "6.238,28" in text
    assert "Intern" not in text


@pytest.mark.parametrize("kind", ["--client", "--handover"])
def test_what_is_passed_on_holds_no_amount_of_few_people(kind: str, tmp_path: Path) -> None:
    out = tmp_path / "blad.docx"
    _made(out, "--contract", "SCH-2401", kind)
    text = _text(out)
    assert "35.085,39" not in text
    assert "16.708,21" not in text
    assert "I-0068" not in text
    assert "mensen geplaatst" not in text


def test_the_sentences_of_the_client_stand_in_the_same_steps_as_its_table(tmp_path: Path) -> None:
    out = tmp_path / "blad.docx"
    _made(out, "--contract", "CAT-2201", "--client")
    text = _text(out)
    assert "€ 30.000,00 goedgekeurd van € 65.000,00" in text
    assert "34.381,32" not in text
    assert "30.618,68" not in text


def test_a_supplier_gets_one_sheet_over_its_contracts(tmp_path: Path) -> None:
    out = tmp_path / "blad.docx"
    run = _made(out, "--supplier", "helder")
    assert run.code == 0, run.stderr
    assert "SCH-" in _text(out)


def test_all_is_a_file_per_contract_in_a_folder_or_one_document(tmp_path: Path) -> None:
    folder, one = tmp_path / "bladen", tmp_path / "alle.docx"
    assert _made(folder, "--all").code == 0
    files = sorted(path.name for path in folder.iterdir())
    assert len(files) == 34
    assert "Gespreksblad SCH-2401.docx" in files
    assert _made(one, "--all").code == 0
    assert "SCH-2401" in _text(one)
    assert _made(folder, "--all").code == 2  # nothing is overwritten
    assert _made(folder, "--all", "--force").code == 0


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ((), "--contract"),
        (("--contract", "SCH-2401", "--all"), "--contract"),
        (("--contract", "SCH-2401", "--letter", "--client"), "--letter"),
        (("--contract", "bestaat niet"), "bestaat niet"),
        (("--supplier", "bestaat niet"), "bestaat niet"),
    ],
)
def test_a_mistake_is_a_sentence_and_writes_nothing(options: tuple[str, ...], word: str, tmp_path: Path) -> None:
    out = tmp_path / "blad.docx"
    run = _made(out, *options)
    assert (run.code, run.stdout) == (2, "")
    assert word in run.stderr
    assert not out.exists()


def test_a_word_document_is_needed(tmp_path: Path) -> None:
    assert _made(tmp_path / "blad.pdf", "--contract", "SCH-2401").code == 2
    assert printed(["meeting", PORTFOLIO, "--contract", "SCH-2401"]).code == 2

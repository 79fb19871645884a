"""A cell that was not read keeps a state from being said; what was done is then not said either, and nothing stops."""

from __future__ import annotations

from pathlib import Path

import pytest

from srtool.texts import LANGUAGES
from tests.support.program import printed

HEAD = (
    "Omschrijving;Leverancier;KvK-nummer;Inkoopcategorie;Contractwaarde;Ingangsdatum;Einddatum;SROI %;SROI gerealiseerd"
)
CLEANING = "Schoonmaak;Poetsgroep B.V.;81234567.0;Schoonmaak;1250000.0;2023-01-01;2026-12-31;0.05;{realised}"
SOFTWARE = "Zaaksysteem;Dossierwolk B.V.;11234567.0;Software;310000.0;2025-07-01;2029-06-30;;{other}"
ON = ("--on", "2026-11-22")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("realised", "other"), [("31250.0", ""), ("", "500"), ("", "")])
def test_the_answer_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, realised: str, other: str, lang: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("srtool.toml").write_text('[assume]\nbasis = "loonsom"\n[labour_share]\nSchoonmaak = 85\n', encoding="utf-8")
    rows = [HEAD, CLEANING.format(realised=realised), SOFTWARE.format(other=other)]
    Path("r.csv").write_text("\n".join(rows), encoding="utf-8")
    for command in (["check", "r.csv", "--full"], ["monitor", "r.csv"], ["report", "r.csv", "--out", "r.xlsx"]):
        run = printed([*command, *ON, "--lang", lang])
        assert run.code in {0, 1}, run.stderr


def test_an_effort_on_an_unknown_contract_beside_a_contract_without_a_number(tmp_path: Path) -> None:
    path = tmp_path / "r.toml"
    path.write_text(
        '[[contracts]]\nid = "A"\ntitle = "t"\n\n[[contracts]]\ntitle = "t"\n\n'
        '[[efforts]]\nid = "E"\ncontract = "A-2"\nkind = "placement"\n',
        encoding="utf-8",
    )
    run = printed(["check", str(path), *ON])
    assert run.code == 3
    assert "contracts[1].id" in run.stderr

"""What [assume] says, done by every command for each contract that does not say itself, and told as an assumption."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from srtool.texts import LANGUAGES
from tests.support.program import printed

HEAD = "Contractnummer;Omschrijving;Leverancier;Soort opdracht;Loonsom;Ingangsdatum;Einddatum"
ROW = "C-1;Schoonmaak;Alfa B.V.;diensten;300000;2026-01-01;2029-12-31"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _register(columns: dict[str, str] | None = None, row: str = ROW) -> None:
    """A register of one contract with these columns added."""
    extra = columns or {}
    lines = [";".join([HEAD, *extra]), ";".join([row, *extra.values()])]
    Path("register.csv").write_text("\n".join(lines), encoding="utf-8")


def _answer(text: str) -> None:
    Path("srtool.toml").write_text(text, encoding="utf-8")


def _checked(*options: str) -> dict[str, Any]:
    run = printed(["check", "register.csv", "--on", "2026-11-22", "--format", "json", "--fail-on", "never", *options])
    assert run.code == 0, run.stderr
    document: dict[str, Any] = json.loads(run.stdout)
    return document


def _contract(*options: str) -> dict[str, Any]:
    contract: dict[str, Any] = _checked(*options)["contracts"][0]
    return contract


def _steps(of: dict[str, Any]) -> dict[str, tuple[Any, str]]:
    """Value and place, or formula, per step."""
    return {
        step["name"]: (step["value"], step["origin"].get("place") or step["origin"].get("formula"))
        for step in of["steps"]
    }


def _finding(code: str) -> dict[str, Any]:
    (finding,) = [one for one in _checked()["findings"] if one["code"] == code]
    return dict(finding)


def test_an_assumed_policy_holds_where_nothing_names_one_and_every_step_under_it_says_so() -> None:
    _register({"Aanbestedende dienst": "Gemeente Voorbeeldrecht"})
    assert (_contract()["rule_set"], _contract()["applies"]) == (None, "undecided")
    _answer('[assume]\npolicy = "rijk-classic"\n')
    contract = _contract()
    assert (contract["rule_set"], contract["applies"]) == ("rijk-classic", "yes")
    assumed = ("rijk-classic", "srtool.toml: assume.policy")
    assert _steps(contract)["rule_set"] == assumed
    assert _steps(_finding("SR104"))["rule_set"] == assumed
    assert "rule_set" not in _steps(_finding("SR102"))  # what kind it is rests on no policy


@pytest.mark.parametrize(
    ("own", "option"), [({"Regeling": "rijk-tailored"}, ()), ({}, ("--rule-set", "rijk-tailored"))]
)
def test_a_policy_that_is_named_goes_before_the_assumed_one(own: dict[str, str], option: tuple[str, ...]) -> None:
    _register(own)
    _answer('[assume]\npolicy = "utrecht"\n')
    contract = _contract(*option)
    assert contract["rule_set"] == "rijk-tailored"
    assert "rule_set" not in _steps(contract)


@pytest.mark.parametrize("word", ["not_known", "niet bekend", "not known"])
def test_a_policy_that_is_not_known_leaves_it_undecided(word: str) -> None:
    _register()
    assert _contract()["applies"] == "yes"  # as the policy of the State has it
    _answer(f'[assume]\npolicy = "{word}"\n')
    contract = _contract()
    assert (contract["rule_set"], contract["applies"]) == (None, "undecided")
    assert "rijk-classic" in _finding("SR104")["remedy"]  # one of those to choose from


def test_a_policy_without_a_threshold_is_named_as_the_answer_that_it_is() -> None:
    _register()
    _answer('[assume]\npolicy = "utrecht"\n')
    finding = _finding("SR104")
    assert (finding["outcome"], _steps(finding)["rule_set"][1]) == ("undecided", "srtool.toml: assume.policy")


def test_an_assumed_policy_that_does_not_exist_is_said_with_its_place() -> None:
    _register()
    _answer('[assume]\npolicy = "utrcht"\n')
    run = printed(["check", "register.csv"])
    assert (run.code, run.stdout) == (3, "")
    assert "srtool.toml: assume.policy" in run.stderr
    assert "Traceback" not in run.stderr


def test_the_kind_of_authority_decides_the_threshold() -> None:
    row = ROW.replace("Alfa B.V.", "").replace("2026-01-01", "2027-01-01").replace("diensten", "leveringen")
    _register({"Raming": "180000", "Start procedure": "2026-12-10", "Procedure": "openbaar"}, row=row)
    before = _finding("SR402")
    assert before["outcome"] == "undecided"
    _answer('[assume]\nauthority_kind = "centraal"\n')
    after = _finding("SR402")
    assert after["outcome"] == "met"
    assert _steps(after)["authority_kind"] == ("central", "srtool.toml: assume.authority_kind")


@pytest.mark.parametrize(
    ("stage", "supplier", "status"),
    [
        ("lopend", "", "running"),
        ("concept", "Alfa B.V.", "draft"),
        ("beide", "", "draft"),
        ("beide", "Alfa", "running"),
    ],
)
def test_an_assumed_stage_is_the_status_of_a_contract_without_one(stage: str, supplier: str, status: str) -> None:
    _register(row=ROW.replace("Alfa B.V.", supplier))
    _answer(f'[assume]\nstage = "{stage}"\n')
    run = printed(["check", "register.csv", "--on", "2026-11-22", "--format", "json", "--fail-on", "never"])
    steps = _steps(json.loads(run.stdout)["contracts"][0])
    expected = None if stage == "beide" else (status, "srtool.toml: assume.stage")
    assert steps.get("status") == expected
    codes = {finding["code"] for finding in json.loads(run.stdout)["findings"]}
    assert ("SR201" in codes) is (status == "draft")


@pytest.mark.parametrize(
    ("row", "runs"),
    [
        ("C-1;T;;diensten;300000;2020-01-01;2023-12-31", False),  # it is over
        ("C-1;T;;diensten;300000;2027-01-01;2028-12-31", False),  # it is still to start
        ("C-1;T;;diensten;300000;2026-01-01;2028-12-31", True),
    ],
)
def test_running_contracts_run_only_between_their_days(row: str, runs: bool) -> None:  # noqa: FBT001 - a value
    _register(row=row)
    _answer('[assume]\nstage = "running"\n')
    assert (_steps(_contract())["status"][0] == "running") is runs


def test_a_status_of_its_own_goes_before_the_assumed_stage() -> None:
    _register({"Status": "gegund"})
    _answer('[assume]\nstage = "draft"\n')
    assert "status" not in _steps(_contract())


def test_a_value_per_year_is_taken_over_the_term() -> None:
    _register({"Contractwaarde": "100000"}, row=ROW.replace("300000", ""))
    assert _contract()["applies"] == "no"  # a value of 100,000 is below the threshold
    _answer('[assume]\nperiod = "per jaar"\n[labour_share]\n')
    contract = _contract()
    steps = _steps(contract)
    assert contract["applies"] == "undecided"
    assert steps["value_per_year"] == ("100000.00", "srtool.toml: assume.period")
    assert steps["contract_value"] == ("400000.00", "round_half_up(value_per_year * 48 / 12)")


def test_a_part_of_a_month_counts_as_a_part() -> None:
    _register({"Contractwaarde": "12000"}, row="C-1;T;Alfa;diensten;;2026-01-15;2027-02-20")
    _answer('[assume]\nperiod = "per_year"\n')
    # 13 months, and 6 of the 28 days of the month from 15 February
    assert _steps(_contract())["contract_value"][0] == "13214.29"


def test_a_value_per_month_is_a_price_of_the_month() -> None:
    _register({"Contractwaarde": "10000"}, row=ROW.replace("300000", ""))
    _answer('[assume]\nperiod = "per maand"\n')
    steps = _steps(_contract())
    assert steps["value_per_month"] == ("10000.00", "srtool.toml: assume.period")
    assert steps["contract_value"][0] == "480000.00"


def test_a_column_for_a_year_counts_over_the_term_once_that_is_answered() -> None:
    _register({"Waarde per jaar": "100000"}, row=ROW.replace("300000", ""))
    assert "contract_value" not in _steps(_contract())
    _answer('[assume]\nperiod = "per jaar"\n')
    assert _steps(_contract())["contract_value"][0] == "400000.00"


@pytest.mark.parametrize("heading", ["Totale contractwaarde", "Totale opdrachtwaarde excl. BTW"])
def test_a_heading_that_says_itself_goes_before_the_answer(heading: str) -> None:
    _register({heading: "100000"}, row=ROW.replace("300000", ""))
    _answer('[assume]\nperiod = "per jaar"\n')
    assert _steps(_contract())["contract_value"][0] == "100000.00"


def test_without_an_end_a_value_per_year_is_no_value() -> None:
    _register({"Contractwaarde": "100000"}, row="C-1;T;Alfa;diensten;;2026-01-01;")
    _answer('[assume]\nperiod = "per jaar"\n')
    contract = _contract()
    assert contract["applies"] == "undecided"
    assert "contract_value" not in _steps(contract)


def test_amounts_with_vat_are_not_read_as_in_a_column_that_is_called_so() -> None:
    _register({"Contractwaarde": "400000", "Raming excl. btw": "500000"}, row=ROW.replace("300000", ""))
    _answer('[assume]\nvat = "inclusief btw"\n')
    document = _checked()
    steps = _steps(document["contracts"][0])
    assert "contract_value" not in steps
    assert steps["estimated_value"][0] == "500000.00"  # its heading says that it is without
    ((heading, why),) = [(one["column"], one["why"]) for one in document["unread"]]
    assert (heading, why) == ("Contractwaarde", "assumed_with_vat")
    for lang in LANGUAGES:
        run = printed(["check", "register.csv", "--lang", lang])
        assert "assume.vat" in run.stderr


def test_a_value_with_extensions_is_an_estimate() -> None:
    extra = {"Contractwaarde": "600000", "Uiterste einddatum": "2031-12-31", "Arbeidscomponent": "50"}
    _register(extra, row=ROW.replace("300000", ""))
    assert _contract()["applies"] == "yes"
    _answer('[assume]\nextensions = "met verlengingen"\n')
    contract = _contract()
    steps = _steps(contract)
    assert contract["applies"] == "undecided"  # which part of it is for the first term is not known
    assert "contract_value" not in steps
    assert steps["estimated_value"] == ("600000.00", "srtool.toml: assume.extensions")


def test_a_contract_without_extensions_keeps_its_value() -> None:
    extra = {"Contractwaarde": "600000", "Uiterste einddatum": "2029-12-31", "Arbeidscomponent": "50"}
    _register(extra, row=ROW.replace("300000", ""))
    _answer('[assume]\nextensions = "with_options"\n')
    assert _steps(_contract())["contract_value"] == ("600000.00", "register.csv: register!H2")


def test_an_estimate_without_extensions_is_the_value() -> None:
    _register({"Geraamde waarde": "600000", "Arbeidscomponent": "50"}, row=ROW.replace("300000", ""))
    assert _contract()["applies"] == "undecided"
    _answer('[assume]\nextensions = "without_options"\n')
    assert _contract()["applies"] == "yes"
    assert _steps(_contract())["contract_value"] == ("600000.00", "srtool.toml: assume.extensions")


@pytest.mark.parametrize(("column", "value"), [("Categorie", "Schoonmaak"), ("CPV-code", "90910000-9")])
def test_a_labour_share_per_category_or_division_is_an_assumption(column: str, value: str) -> None:
    _register({"Contractwaarde": "600000", column: value}, row=ROW.replace("300000", ""))
    _answer('[labour_share]\n"schoonmaak " = 80\n90 = 80\n')
    contract = _contract()
    assert (contract["applies"], contract["wage_sum_origin"]) == ("yes", "estimated")
    key = "schoonmaak " if column == "Categorie" else "90"
    assert _steps(contract)["labour_share"] == ("80", f"srtool.toml: labour_share.{key}")


def test_a_category_goes_before_its_division() -> None:
    columns = {"Contractwaarde": "600000", "Categorie": "Schoonmaak", "CPV-code": "90910000-9"}
    _register(columns, row=ROW.replace("300000", ""))
    _answer("[labour_share]\nSchoonmaak = 40\n90 = 80\n")
    assert _steps(_contract())["labour_share"][0] == "40"


def test_a_number_that_is_no_division_is_refused() -> None:
    _register()
    _answer("[labour_share]\n02 = 40\n")
    run = printed(["check", "register.csv"])
    assert run.code == 3
    assert "CPV division" in run.stderr


def test_what_was_realised_until_when_rests_on_the_answer() -> None:
    columns = {"SROI %": "5", "Grondslag": "loonsom", "SROI gerealiseerd": "4000"}
    _register(columns)
    _answer("[assume]\nrealised_approved = true\nrealised_on = 2026-11-01\n")
    told = [_steps(one) for one in _checked()["findings"] if one["code"].startswith("SR5")]
    assert ("yes", "srtool.toml: assume.realised_approved") in [steps.get("realised_approved") for steps in told]
    run = printed(["monitor", "register.csv", "--on", "2026-11-22", "--format", "json", "--contract", "C-1"])
    assert "assume.realised_approved" in run.stdout


def test_the_report_lists_what_is_assumed_among_its_sources() -> None:
    _register({"Contractwaarde": "600000", "Categorie": "Schoonmaak"}, row=ROW.replace("300000", ""))
    _answer('[assume]\npolicy = "rijk-classic"\nextended = true\n[labour_share]\nSchoonmaak = 80\n')
    run = printed(["report", "register.csv", "--out", "report.xlsx", "--on", "2026-11-22", "--lang", "nl"])
    assert run.code == 0, run.stderr
    sheet = load_workbook("report.xlsx")["Bronnen en verantwoording"]
    every = list(sheet.iter_rows(values_only=True))
    head = next(row for row in every if "Wat het zegt" in row)
    says, sources = head.index("Wat het zegt"), head.index("Bron")
    rows = {row[1]: (row[says], row[sources]) for row in every if row[0] == "Aanname"}
    at = "aanname van de gebruiker: srtool.toml: "
    assert rows == {
        "beleid": ("rijk-classic", f"{at}assume.policy"),
        "verlengd na de einddatum": ("ja", f"{at}assume.extended"),
        "arbeidscomponent: Schoonmaak": ("80%", f"{at}labour_share.Schoonmaak"),
    }


def test_a_combination_is_made_of_what_is_assumed() -> None:
    rows = [f"C-{n};Schoonmaak {n};;diensten;;2027-01-01;2030-12-31;50000;Schoonmaak;90910000-9" for n in (1, 2, 3)]
    Path("register.csv").write_text("\n".join([f"{HEAD};Contractwaarde;Categorie;CPV-code", *rows]), encoding="utf-8")
    _answer('[assume]\nperiod = "per jaar"\nstage = "draft"\n[labour_share]\nSchoonmaak = 80\n')
    run = printed(["bundle", "register.csv", "--on", "2026-11-22", "--format", "json"])
    assert run.code == 0, run.stderr
    assert "assume.period" in run.stdout


@pytest.mark.parametrize(
    ("columns", "answer", "without"),
    [
        ({"Status": "Verlengd"}, 'stage = "draft"', "status"),
        ({"Soort aanbestedende dienst": "iets"}, 'authority_kind = "central"', "authority_kind"),
        ({"SROI %": "5", "Grondslag": "omzetje"}, 'basis = "loonsom"', "asked_basis"),
        ({"Arbeidscomponent": "veel", "Contractwaarde": "600000"}, 'period = "whole_term"', "labour_share"),
    ],
)
def test_no_answer_takes_the_place_of_what_could_not_be_read(
    columns: dict[str, str], answer: str, without: str
) -> None:
    _register({**columns, "Categorie": "Schoonmaak"}, row=ROW.replace("300000", ""))
    _answer(f"[assume]\n{answer}\n[labour_share]\n{'Schoonmaak = 80' if without == 'labour_share' else ''}\n")
    document = _checked()
    assert document["unread"]
    told = [document["contracts"][0], *document["findings"]]
    assert not [one for one in told if without in _steps(one)]


def test_an_unread_day_of_extension_is_no_contract_that_was_extended() -> None:
    columns = {"Uiterste einddatum": "2028-12-31", "Verlengd tot": "medio 2027", "SROI verplichting (€)": "9000"}
    _register(columns, row="C-1;T;Alfa;diensten;300000;2022-01-01;2025-12-31")
    _answer("[assume]\nextended = false\n")
    assert _finding("SR512")["outcome"] == "undecided"


def test_an_estimate_over_so_many_years_is_no_amount_for_a_year() -> None:
    _register({"Geraamde waarde (4 jaar)": "100000"}, row=ROW.replace("300000", ""))
    _answer('[assume]\nperiod = "per jaar"\n')
    assert "value_per_year" not in _steps(_contract())


def test_a_register_that_is_written_again_keeps_only_what_it_said(here: Path) -> None:
    _register()
    _answer('[assume]\nstage = "lopend"\nauthority_kind = "centraal"\n')
    run = printed(["convert", "register.csv", "register.toml"])
    assert run.code == 0, run.stderr
    written = (here / "register.toml").read_text(encoding="utf-8")
    assert "status" not in written
    assert "authority_kind" not in written


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_answer_has_a_name(lang: str) -> None:
    from dataclasses import fields  # noqa: PLC0415

    from srtool.register.assumptions import Assumptions  # noqa: PLC0415
    from srtool.texts import Lang, words  # noqa: PLC0415

    language: Lang = "nl" if lang == "nl" else "en"
    named = set(words(language, "shared.assumptions"))
    assert named == {field.name for field in fields(Assumptions)} - {"file"} | {"labour_share"}

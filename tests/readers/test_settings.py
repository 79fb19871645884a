"""`srtool.toml`: found upward, light to load, and all its mistakes at once."""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from srtool.errors import InputError, UsageError
from srtool.place import Place
from srtool.readers.settings import NAME, Settings, load
from srtool.register.model import Assumption
from srtool.texts import LANGUAGES
from srtool.texts.say import problem


def _load(folder: Path, text: str) -> Settings:
    (folder / NAME).write_text(text, encoding="utf-8")
    return load(folder / NAME)


def test_an_empty_file_decides_nothing(tmp_path: Path) -> None:
    assert _load(tmp_path, "") == Settings()


def test_all_settings(tmp_path: Path) -> None:
    (tmp_path / "regels").mkdir()
    text = (
        'lang = "en"\nrule_set = "utrecht"\nrule_sets = "regels"\n[columns]\n"Bedrag (ex)" = "wage_sum"\n'
        'Eis = "social_return.percent"\nBedrijf = "suppliers.name"\n[labour_share]\n90 = 60.5\n"45" = "30%"\n'
    )
    assert _load(tmp_path, text) == Settings(
        lang="en",
        rule_set="utrecht",
        rule_sets=tmp_path / "regels",
        columns={"Bedrag (ex)": "wage_sum", "Eis": "social_return.percent", "Bedrijf": "suppliers.name"},
        labour_share={
            "90": Assumption(Decimal("60.5"), Place("srtool.toml", "labour_share", key="90")),
            "45": Assumption(Decimal(30), Place("srtool.toml", "labour_share", key="45")),
        },
    )


def test_units_that_buy_on_their_own_account_are_a_list_of_names(tmp_path: Path) -> None:
    text = '[organisation]\nindependent_units = [" School Noord ", "Museum"]\n'
    assert _load(tmp_path, text).independent_units == ("School Noord", "Museum")


@pytest.mark.parametrize("target", ["", "contracts.cpv", "efforts.hours", "growth.from", "schedule.contract"])
def test_a_column_may_stand_for_a_field_of_any_sheet(tmp_path: Path, target: str) -> None:
    assert _load(tmp_path, f'[columns]\nX = "{target}"\n').columns == {"X": target}


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('rule_st = "utrecht"', "key_unknown", "rule_st"),
        ('lang = "fr"', "choice_unknown", "lang"),
        ("rule_set = 5", "setting_not_text", "rule_set"),
        ('rule_sets = ""', "setting_empty", "rule_sets"),
        ('rule_sets = "weg"', "rule_sets_missing", "rule_sets"),
        ('rule_sets = "srtool.toml"', "rule_sets_no_folder", "rule_sets"),
        ("zzzz = 3", "key_unknown_far", "zzzz"),
        ("columns = 5", "setting_not_table", "columns"),
        ('[columns]\nLoon = "wage_summ"', "column_target_near", "columns.Loon"),
        ('[columns]\nLoon = "?"', "column_target", "columns.Loon"),
        ("[columns]\nLoon = 5", "setting_not_text", "columns.Loon"),
        ("[labour_share]\n900 = 60", "division", "labour_share.900"),
        ("[labour_share]\n99 = 60", "division", "labour_share.99"),
        ("[labour_share]\n90 = 160", "percent_range", "labour_share.90"),
        ("[labour_share]\n90 = true", "percent_type", "labour_share.90"),
        ('[organisation]\nindependent_units = "V"', "setting_not_texts", "organisation.independent_units"),
        ("[organisation]\nindependent_units = [1]", "setting_not_texts", "organisation.independent_units"),
        ('[organisation]\nindependent_unit = ["V"]', "key_unknown", "organisation.independent_unit"),
    ],
)
def test_a_mistake_has_its_place_and_its_words(tmp_path: Path, text: str, code: str, place: str) -> None:
    with pytest.raises(InputError) as caught:
        _load(tmp_path, text)
    (found,) = caught.value.problems
    assert (found.code, str(found.place)) == (code, f"srtool.toml: {place}")
    assert all(problem(lang, found) for lang in LANGUAGES)


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        _load(tmp_path, 'lang = "fr"\nrule_set = 1\n[labour_share]\n9 = 1\n90 = 101\n')
    assert len(caught.value.problems) == 4


def test_a_syntax_error_has_its_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="toml_value"):
        _load(tmp_path, "lang = nl\n")


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="file_missing"):
        load(tmp_path / NAME)


def test_settings_load_without_pydantic_and_openpyxl() -> None:
    code = "import sys, srtool.readers.settings; print({'pydantic', 'openpyxl'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("name", ["mine.toml", "rules/mine.toml"])
def test_the_path_of_a_rule_set_counts_from_the_settings(tmp_path: Path, name: str) -> None:
    assert _load(tmp_path, f'rule_set = "{name}"\n').rule_set == str(tmp_path / name)


@pytest.mark.parametrize(
    ("target", "field"),
    [
        ("Contractwaarde", "contract_value"),
        ("Raming incl. opties", "estimated_value"),
        ("Opdrachtnemers.Naam", "suppliers.name"),
        ("Inspanningen.Uren totaal", "efforts.hours"),
        ("Wage sum", "wage_sum"),
    ],
)
def test_a_field_may_be_called_by_its_heading(tmp_path: Path, target: str, field: str) -> None:
    assert _load(tmp_path, f'[columns]\nX = "{target}"\n').columns == {"X": field}


def test_words_have_a_meaning_in_every_column_or_in_one(tmp_path: Path) -> None:
    text = '[values]\nVerlengd = "lopend"\n[values."SROI %"]\nx = " ja "\n'
    assert _load(tmp_path, text).values == {"": {"Verlengd": "lopend"}, "SROI %": {"x": "ja"}}


def test_a_meaning_is_text(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        _load(tmp_path, "[values]\nx = 5\n[values.SROI]\ny = true\n")
    assert [(wrong.code, str(wrong.place)) for wrong in caught.value.problems] == [
        ("setting_not_text", "srtool.toml: values.x"),
        ("setting_not_text", "srtool.toml: values.SROI.y"),
    ]

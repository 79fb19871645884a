"""srtool init for a rule set of one's own: asked, or from a file with answers; and what it makes of contracts."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from pathlib import Path

import pytest

from srtool.cli.program import run
from srtool.errors import RuleSetError
from srtool.readers.rules import rule_sets
from srtool.rules.ruleset import RuleSet
from srtool.texts import LANGUAGES
from tests.support.paths import ROOT

ALL = ("Gemeente Voorschoten", "meer dan 150.000", "loonsom", "5", "", "1-1-2026", "holland-rijnland", "Beleid 2026")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def answered(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def made(name: str = "regeling.toml") -> RuleSet:
    return rule_sets.load(Path(name)).rules


def test_what_is_answered_stands_in_a_valid_rule_set(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answered(monkeypatch, *ALL)
    assert run(["init", "regeling.toml", "--lang", "nl"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "Hoe heet uw organisatie?" in said.err
    assert "te kiezen: haaglanden, holland-rijnland, alphen" in said.err  # those that list the authority go first
    rules = made()
    (threshold,) = rules.threshold
    assert (threshold.operator, threshold.amount, threshold.basis) == ("above", Decimal(150000), "wage_sum")
    assert (str(threshold.since), threshold.certainty) == ("2026-01-01", "stated")
    assert rules.norm is not None
    assert (rules.norm.percent, rules.norm.basis) == (Decimal(5), "wage_sum")
    assert rules.members == ("Gemeente Voorschoten",)
    assert len(rules.block) == 13
    assert run(["rulesets", "validate", "regeling.toml"]) == 0
    assert run(["rulesets", "show", "./regeling.toml", "--lang", "nl"]) == 0
    assert "overgenomen van 'holland-rijnland'" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "operator", "amount"),
    [
        ("150000", "at_least", "150000"),
        ("vanaf € 150.000", "at_least", "150000"),
        ("150.000 of meer", "at_least", "150000"),
        ("> 150000,50", "above", "150000.50"),
        ("boven 150.000", "above", "150000"),
        (">= 150000", "at_least", "150000"),
    ],
)
def test_the_words_around_an_amount_say_whether_it_is_counted_in(
    monkeypatch: pytest.MonkeyPatch, text: str, operator: str, amount: str
) -> None:
    answered(monkeypatch, "Gemeente X", text, "opdrachtwaarde", "", "", "", "")
    assert run(["init", "regeling.toml", "--lang", "nl"]) == 0
    (threshold,) = made().threshold
    assert (threshold.operator, threshold.amount) == (operator, Decimal(amount))
    assert (threshold.since, threshold.certainty) == (None, "inferred")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_not_known_stays_open_and_is_no_zero(monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    answered(monkeypatch, "Gemeente Apeldoorn", "", "", "", "oost-nederland-2026", "")
    assert run(["init", "rules.toml", "--lang", lang]) == 0
    rules = made("rules.toml")
    assert (rules.threshold, rules.obligation) == ((), ())
    assert {"pso-purchase-1", "bbl-1-2"} <= {block.id for block in rules.block}
    opened = Path("rules.toml").read_text("utf-8").replace("# [[thr", "[[thr")
    lines = opened.splitlines()
    first = lines.index("[[threshold]]")
    lines[first + 1 : first + 8] = [line.removeprefix("# ") for line in lines[first + 1 : first + 8]]
    Path("opened.toml").write_text("\n".join(lines), "utf-8")
    with pytest.raises(RuleSetError) as caught:
        made("opened.toml")
    assert [str(problem.place) for problem in caught.value.problems] == ["opened.toml: threshold[0].amount"]


REGISTER = """
[[contracts]]
id = "{id}"
title = "Schoonmaak"
kind = "services"
authority = "Gemeente Apeldoorn"
rule_set = "regeling.toml"
contract_value = {value}
wage_sum = {value}
start = 2026-03-01
end = 2028-02-29
"""


def applies(threshold: str) -> dict[str, str]:
    answers = 'authority = "Gemeente Apeldoorn"\nblocks_from = "oost-nederland-2026"\nsince = 2026-01-01\n' + threshold
    Path("answers.toml").write_text(answers, "utf-8")
    assert run(["init", "regeling.toml", "--answers", "answers.toml", "--force"]) == 0
    values = {"below": "99999.99", "at": "100000.00", "over": "100000.01"}
    text = "".join(REGISTER.format(id=name, value=value) for name, value in values.items())
    Path("register.toml").write_text(text, "utf-8")
    assert run(["check", "register.toml", "--format", "json", "--out", "result.json", "--force"]) in {0, 1}
    result = json.loads(Path("result.json").read_text("utf-8"))
    return {contract["id"]: contract["applies"] for contract in result["contracts"]}


def test_a_member_of_a_region_without_a_threshold_of_its_own_is_undecided_on_every_contract() -> None:
    assert applies("") == dict.fromkeys(("below", "at", "over"), "undecided")
    own = 'threshold = 100000\nbasis = "contract_value"\n'
    assert applies(own) == {"below": "no", "at": "yes", "over": "yes"}
    above = 'threshold = "more than 100000"\nbasis = "contract_value"\n'
    assert applies(above) == {"below": "no", "at": "no", "over": "yes"}


def test_answers_in_dutch_are_read_by_their_dutch_names() -> None:
    text = (
        'opdrachtgever = "Gemeente Goes"\ndrempel = "100.000"\ngrondslag = "opdrachtwaarde"\npercentage = 2.5\n'
        'grondslag_percentage = "loonsom"\nvanaf_dag = "1-7-2026"\nbron = "Beleid"\n'
    )
    Path("antwoorden.toml").write_text(text, "utf-8")
    assert run(["init", "goes.toml", "--answers", "antwoorden.toml", "--lang", "nl"]) == 0
    rules = made("goes.toml")
    assert rules.threshold[0].amount == Decimal(100000)
    assert rules.norm is not None
    assert (rules.norm.percent, rules.norm.basis, str(rules.norm.since)) == (Decimal("2.5"), "wage_sum", "2026-07-01")


def test_every_answer_that_cannot_be_read_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    text = 'bedrag = 5\nthreshold = "veel"\npercent = "0.05"\nsince = "mei"\nblocks_from = "oost"\nsource = true\n'
    Path("answers.toml").write_text(text, "utf-8")
    assert run(["init", "regeling.toml", "--answers", "answers.toml", "--lang", "en"]) == 3
    said = capsys.readouterr().err
    for words in (
        "bedrag is not a known key",
        "veel is no amount",
        "0.05 is no percentage",
        "mei is no day",
        "oost is no shipped rule set with building blocks",
        "source: ",
        "authority is needed",
    ):
        assert words in said
    assert not Path("regeling.toml").exists()


@pytest.mark.parametrize("empty", ["", 'basis = ""\n', 'percent_basis = " "\n'])
def test_an_empty_answer_is_none_and_a_basis_is_never_filled_in(capsys: pytest.CaptureFixture[str], empty: str) -> None:
    for asked in ("threshold = 100000\n", "percent = 5\n"):
        Path("answers.toml").write_text('authority = "X"\nsource = ""\n' + asked + empty, "utf-8")
        assert run(["init", "regeling.toml", "--answers", "answers.toml", "--lang", "en"]) == 3
        assert "basis is needed" in capsys.readouterr().err


@pytest.mark.parametrize("name", ['Gemeente "X"\\t\\u0001 van\\nY', "G" * 3000, "ĳ \\u2028 é", "---"])
def test_whatever_an_organisation_is_called_the_file_is_valid(name: str) -> None:
    text = name if "\\" not in name else name.replace('"', '\\"')
    Path("answers.toml").write_text(f'authority = "{text}"\nsource = "{text}"\n', "utf-8")
    assert run(["init", "regeling.toml", "--answers", "answers.toml"]) == 0
    assert 0 < len(made().id) <= 60


@pytest.mark.parametrize(
    ("lines", "code", "words"),
    [
        ((), 2, "geen antwoorden meer"),
        (("Gemeente X", "100000"), 2, "geen antwoorden meer"),
        (("Gemeente X", "100000", ""), 3, "grondslag is nodig"),
        (("Gemeente X", "100000", "omzet"), 3, "omzet is geen grondslag"),
        (("",), 3, "opdrachtgever is nodig"),
    ],
)
def test_an_answer_that_is_missing_or_wrong_makes_no_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lines: tuple[str, ...], code: int, words: str
) -> None:
    answered(monkeypatch, *lines)
    assert run(["init", "regeling.toml", "--lang", "nl"]) == code
    assert words in capsys.readouterr().err
    assert not Path("regeling.toml").exists()


def test_on_a_terminal_a_wrong_answer_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answered(monkeypatch, "Gemeente X", "veel", "100000", "loonsom", "", "", "", "")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert run(["init", "regeling.toml", "--lang", "nl"]) == 0
    assert "veel is geen bedrag" in capsys.readouterr().err
    assert made().threshold[0].amount == Decimal(100000)


def test_the_id_is_none_that_a_shipped_rule_set_has(monkeypatch: pytest.MonkeyPatch) -> None:
    answered(monkeypatch, "Parkstad", "", "", "", "", "")
    assert run(["init", "regeling.toml"]) == 0
    assert made().id == "parkstad-2"


def test_a_file_in_the_folder_of_rule_sets_is_one_and_another_is_a_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("srtool.toml").write_text('rule_sets = "eigen"\n', "utf-8")
    Path("eigen").mkdir()
    answered(monkeypatch, "Gemeente X", "", "", "", "", "")
    assert run(["init", "eigen/x.toml"]) == 0
    assert made("eigen/x.toml").id == "gemeente-x"
    assert run(["init", "draft.toml"]) == 0
    assert "[[contracts]]" in Path("draft.toml").read_text("utf-8")


@pytest.mark.parametrize("option", ["--from", "--rule-set"])
def test_an_option_that_says_nothing_of_a_rule_set_is_refused(capsys: pytest.CaptureFixture[str], option: str) -> None:
    assert run(["init", "regeling.toml", option, "utrecht", "--lang", "en"]) == 2
    assert "made from answers" in capsys.readouterr().err


@pytest.mark.parametrize(("page", "lang"), [("nl/regelingen.md", "nl"), ("en/rule-sets.md", "en")])
def test_the_answers_of_the_page_are_read(page: str, lang: str) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")
    Path("answers.toml").write_text(text.partition("```toml\n")[2].partition("```")[0], "utf-8")
    assert run(["init", "regeling.toml", "--answers", "answers.toml", "--lang", lang]) == 0
    (threshold,) = made().threshold
    assert (threshold.operator, threshold.amount, threshold.basis) == ("above", Decimal(150000), "contract_value")
    assert made().norm is not None
    listed = {name for line in text.splitlines() if line.startswith("| `") for name in line.split("`")[1::2]}
    assert {name for name in listed if not name.startswith("-")} <= {*rule_sets.shipped()}

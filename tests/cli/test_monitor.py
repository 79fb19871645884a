from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from srtool.checks import ALL
from srtool.cli.program import run
from srtool.texts import LANGUAGES, load
from tests.support.paths import EXAMPLES

Golden = Callable[[str, str], None]
EXAMPLE = str(EXAMPLES / "running.toml")
ON = ("--on", "2026-11-22")


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("portfolio", ()),
        ("story", ("--contract", "SCH-1", "--why")),
        ("agenda", ("--agenda",)),
    ],
)
def test_what_is_shown(
    golden: Golden, capsys: pytest.CaptureFixture[str], lang: str, name: str, options: tuple[str, ...]
) -> None:
    assert run(["monitor", EXAMPLE, "--lang", lang, *options, *ON]) == 0
    golden(f"monitor-{name}-{lang}.txt", capsys.readouterr().out)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_calendar(golden: Golden, capsys: pytest.CaptureFixture[str], lang: str) -> None:
    assert run(["monitor", EXAMPLE, "--agenda", "--format", "ics", "--lang", lang, *ON]) == 0
    shown = capsys.readouterr().out
    assert all(len(line.encode()) <= 75 for line in shown.split("\r\n"))
    golden(f"monitor-{lang}.ics", shown)


def _json(capsys: pytest.CaptureFixture[str], path: str, *options: str) -> Any:  # noqa: ANN401 - JSON
    assert run(["monitor", path, "--format", "json", "--lang", "en", *options, *ON]) == 0
    return json.loads(capsys.readouterr().out)


def test_json_is_what_the_design_promises(capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, EXAMPLE)
    assert list(found) == [
        "schema_version",
        "command",
        "internal",
        "receipt",
        "summary",
        "portfolio",
        "progress",
        "findings",
    ]
    assert [one["contract"] for one in found["progress"]] == ["CAT-1", "SCH-1", "OND-9"]
    first = found["progress"][0]
    assert {
        key: first[key] for key in ("state", "rule", "obligation", "waived", "owed", "due", "confirmed", "open")
    } == {
        "state": "ended_short",
        "rule": "over_open",
        "obligation": "20000.00",
        "waived": "2000.00",
        "owed": "18000.00",
        "due": "18000.00",
        "confirmed": "6000.00",
        "open": "12000.00",
    }
    assert first["acts"] == {"role": "client", "name": "Directeur BV", "number": None}
    assert found["portfolio"]["people"]["jobs"] is None  # 24 / 25.5, of one person
    assert found["portfolio"]["people"]["suppressed_under"] == 5
    assert (found["summary"]["errors"], found["summary"]["warnings"]) == (1, 2)
    # In what is passed on stands nothing that tells about the health of few people.
    after_award = {check.code for check in ALL if check.after_award and not check.tells_of_somebody}
    assert {one["code"] for one in found["findings"]} == after_award


def test_csv_has_a_row_per_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["monitor", EXAMPLE, "--format", "csv", "--lang", "en", *ON]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert [row.split(",")[0] for row in rows] == ["\ufeffContract", "CAT-1", "SCH-1", "OND-9"]
    assert [row.rpartition(",")[2] for row in rows] == ["Rule set", *["rijk-classic"] * 3]


def test_what_is_written_leaves_out_few_people(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(["monitor", EXAMPLE, "--lang", "en", *ON]) == 0
    assert "Internal: under 5 people" in capsys.readouterr().out
    assert run(["monitor", EXAMPLE, "--lang", "en", "--out", "a.txt", *ON]) == 0
    written = " ".join((tmp_path / "a.txt").read_text(encoding="utf-8").split())
    assert (
        "The figures are not shown: fewer than 5 people placed, or beside other figures they would tell of so few."
        in written
    )
    assert "0.94" not in written


def test_one_contract_stands_beside_no_targets(capsys: pytest.CaptureFixture[str]) -> None:
    assert _json(capsys, EXAMPLE, "--contract", "SCH-1")["portfolio"]["targets"] == []


def test_a_closed_target_has_no_figures_of_today(capsys: pytest.CaptureFixture[str]) -> None:
    closed, own = _json(capsys, EXAMPLE)["portfolio"]["targets"]
    assert (closed["closed"], closed["reached"], closed["open"]) == (True, None, None)
    assert own["closed"] is False
    assert run(["monitor", EXAMPLE, "--lang", "en", *ON]) == 0
    assert "How it was counted is not known" in " ".join(capsys.readouterr().out.split())


def test_top_shows_so_many(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["monitor", EXAMPLE, "--top", "1", "--lang", "en", *ON]) == 0
    shown = capsys.readouterr().out
    assert "1 other on which something is to be done" in shown
    assert "  SCH-1  " not in shown


def test_silence_counts_from_the_option(capsys: pytest.CaptureFixture[str]) -> None:
    states = [_json(capsys, EXAMPLE, "--silent-after", days)["portfolio"]["states"] for days in ("143", "144")]
    assert [("silent" in one, "below_pace" in one) for one in states] == [(True, False), (False, True)]


def test_fail_on_counts_the_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["monitor", EXAMPLE, "--fail-on", "error", *ON]) == 1
    capsys.readouterr()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--contract", "SCH-2"], "SCH-1"),
        (["--contract", ""], "--contract"),
        (["--top", "0"], "--top"),
        (["--silent-after", "x"], "--silent-after"),
        (["--format", "ics"], "add --agenda"),
    ],
)
def test_what_is_wrong_is_said(capsys: pytest.CaptureFixture[str], options: list[str], said: str) -> None:
    assert run(["monitor", EXAMPLE, "--lang", "en", *options, *ON]) == 2
    assert said in capsys.readouterr().err


def test_a_register_of_which_nothing_was_awarded(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "draft.toml"
    path.write_text('[[contracts]]\nid = "A"\ntitle = "t"\n', encoding="utf-8")
    for lang in LANGUAGES:
        assert run(["monitor", str(path), "--lang", lang, *ON]) == 0
        assert load(lang, "monitor")["summary"]["none"] in " ".join(capsys.readouterr().out.split())


def test_settings_move_the_limits(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for percent, rule in ((38, "below_owed"), (39, "below_pace")):  # 9,000.00 of 23,648.19 is 38.06%
        settings = f"[monitor]\nbehind_percent = {percent}\nsilent_after = 300\n"
        (tmp_path / "srtool.toml").write_text(settings, encoding="utf-8")
        rules = {one["contract"]: one["rule"] for one in _json(capsys, EXAMPLE)["progress"]}
        assert rules["SCH-1"] == rule
    (tmp_path / "srtool.toml").write_text("[monitor]\nbehind_percent = 0\nsilent = 3\n", encoding="utf-8")
    assert run(["monitor", EXAMPLE, "--lang", "en", *ON]) == 3
    shown = capsys.readouterr().err
    assert "behind_percent" in shown
    assert "silent_after" in shown


def test_a_block_that_no_rule_set_knows_is_refused_with_the_nearest(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text = Path(EXAMPLE).read_text(encoding="utf-8").replace('person = "P1"', 'person = "P1"\nblock = "banenafspraakk"')
    path = tmp_path / "a.toml"
    path.write_text(text, encoding="utf-8")
    for command in ("monitor", "check"):
        assert run([command, str(path), "--lang", "en", *ON]) == 3
        shown = capsys.readouterr().err
        assert "efforts[0].block" in shown
        assert "Most alike: banenafspraak." in shown
    path.write_text(text.replace("banenafspraakk", "wajong"), encoding="utf-8")  # known elsewhere: a finding
    assert run(["monitor", str(path), *ON]) == 0
    capsys.readouterr()


KEPT_ELSEWHERE = """[[contracts]]
id = "C-{number}"
title = "t"
kind = "services"
supplier = "S"
client = "D"
contract_manager = "C"
start = 2025-01-01
end = 2028-12-31
last_contact_on = 2026-11-01
social_return = {{ amount = 15_000, realised = {realised} }}

"""


@pytest.mark.parametrize(
    ("lang", "phrases"),
    [
        (
            "nl",
            [
                "goedgekeurd niet bekend",
                "stand volgens register € 4.000,00 (dag niet bekend)",
                "3 nog niet te beoordelen",
            ],
        ),
        ("en", ["approved not known", "to the register € 4,000.00 (day not known)", "3 cannot be judged yet"]),
    ],
)
def test_what_is_kept_elsewhere_is_not_zero_in_any_view(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, phrases: list[str]
) -> None:
    path = tmp_path / "a.toml"
    contracts = (KEPT_ELSEWHERE.format(number=n, realised=4_000 * n) for n in (1, 2, 3))
    path.write_text("".join(contracts), encoding="utf-8")
    assert run(["monitor", str(path), "--lang", lang, *ON]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert [phrase for phrase in phrases if phrase not in shown] == []
    assert not re.search(r"€ 0[.,]00 \(|goedgekeurd € 0|approved € 0", shown)
    summary, progress = (_json(capsys, str(path))[key] for key in ("summary", "progress"))
    assert [summary[key] for key in ("confirmed", "confirmed_known", "open", "gap")] == [None] * 4
    assert summary["owed"] == "45000.00"
    first = progress[0]
    assert [first[key] for key in ("confirmed", "open", "gap", "realised", "realised_on", "state")] == [
        *[None] * 3,
        "4000.00",
        None,
        "unknown",
    ]
    assert first["life"]["silent"] is False


_HOURS = """
[[contracts]]
id = "A"
title = "t"
supplier = "S"
start = 2026-01-01
end = 2027-12-31
social_return = { hours = 400 }
[[efforts]]
id = "E1"
contract = "A"
kind = "activity"
start = 2026-10-01
hours = 120
status = "confirmed"
"""


@pytest.mark.parametrize(
    ("lang", "told", "cells"),
    [("nl", "120 van 400 uur goedgekeurd", ";400;120;"), ("en", "120 of 400 hours approved", ",400,120,")],
)
def test_progress_in_hours_stands_in_every_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str, told: str, cells: str
) -> None:
    register = tmp_path / "hours.toml"
    register.write_text(_HOURS, encoding="utf-8")
    for form, shown in (("terminal", told), ("csv", cells)):
        assert run(["monitor", str(register), "--format", form, "--lang", lang, *ON]) == 0
        assert shown in capsys.readouterr().out
    assert run(["monitor", str(register), "--contract", "A", "--lang", lang, *ON]) == 0
    assert told in capsys.readouterr().out
    (contract,) = _json(capsys, str(register))["progress"]
    wanted = {"asked": "400", "confirmed": "120", "confirmed_known": "120", "without_hours": 0}
    assert contract["hours"] == wanted

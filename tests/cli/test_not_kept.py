"""What a register of several contracts does not keep: said in one line, by check and monitor alike."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from srtool.cli.program import run

ON = ("--on", "2026-11-22")
_CONTRACTS = "".join(
    f"""
[[contracts]]
id = "C-{number}"
title = "t{number}"
kind = "services"
supplier = "S{number}"
client = "D"
contract_manager = "C"
wage_sum = 400000
start = 2025-01-01
end = 2027-12-31
social_return = {{ amount = 20000 }}
"""
    for number in (1, 2)
)
_CONTACT = '[[contacts]]\ncontract = "C-1"\non = 2026-11-01\n'
_EFFORT = (
    '[[efforts]]\nid = "E"\ncontract = "C-1"\nkind = "purchase"\nstart = 2026-11-01\namount = 9\nstatus = "claimed"\n'
)
_STANDING = _CONTRACTS.replace("amount = 20000 }", "amount = 20000, realised = 4000 }", 1)
_BOTH = {
    "nl": "Wat er is gedaan en tekenen van leven worden niet in dit register bijgehouden.",
    "en": "What was done and signs of life are not kept in this register.",
}
_DONE = {
    "nl": "Wat er is gedaan, wordt niet in dit register bijgehouden.",
    "en": "What was done is not kept in this register.",
}
_LIFE = {
    "nl": "Tekenen van leven worden niet in dit register bijgehouden.",
    "en": "Signs of life are not kept in this register.",
}


def said(tmp_path: Path, capsys: pytest.CaptureFixture[str], register: str, *command: str) -> str:
    path = tmp_path / "register.toml"
    path.write_text(register, encoding="utf-8")
    name, *options = command
    assert run([name, str(path), *options, *ON]) == 0
    return " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("command", [("check",), ("check", "--full"), ("monitor",)])
@pytest.mark.parametrize(
    ("register", "wanted"),
    [
        (_CONTRACTS, _BOTH),
        (_CONTRACTS + _CONTACT, _DONE),
        (_STANDING, _LIFE),
        (_CONTRACTS + _EFFORT, None),
    ],
    ids=["neither", "contacts", "a standing", "efforts"],
)
def test_it_is_said_once(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    register: str,
    wanted: dict[str, str] | None,
    command: tuple[str, ...],
    lang: str,
) -> None:
    shown = said(tmp_path, capsys, register, *command, "--lang", lang)
    for sentence in (_BOTH[lang], _DONE[lang], _LIFE[lang]):
        assert shown.count(sentence) == (wanted is not None and sentence == wanted[lang])


def test_where_one_contract_has_a_standing_the_others_are_neither_short_nor_zero(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = json.loads(said(tmp_path, capsys, _STANDING, "check", "--format", "json", "--lang", "en"))
    behind = {one["contract"]: one for one in shown["findings"] if one["code"] == "SR502"}
    assert {name: one["outcome"] for name, one in behind.items()} == {"C-1": "undecided", "C-2": "undecided"}
    assert "€ 4,000.00" in behind["C-1"]["message"]
    assert "not kept in this register" in behind["C-2"]["message"]
    assert "€" not in behind["C-2"]["message"]

"""The estimate of a procedure beside those of its lots: what counts for a threshold, and once in what is added up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from srtool.cli.program import run
from tests.support.notices.eforms_maker import Lot, Made, Project
from tests.support.notices.ocds_maker import a_release

DAY = ("--on", "2026-11-28", "--fail-on", "never")


def _findings(path: Path, capsys: pytest.CaptureFixture[str], *options: str) -> tuple[dict[str, Any], str]:
    """By code and lot what is found, and what is remarked."""
    assert run(["check", str(path), "--format", "json", "--lang", "en", *DAY, *options]) == 0
    printed = capsys.readouterr()
    findings = json.loads(printed.out)["findings"]
    return {f"{one['code']} {one['contract'][-1]}": one for one in findings if one["contract"]}, " ".join(
        printed.err.split()
    )


def _eforms(path: Path, lots: list[Lot], **more: Any) -> Path:  # noqa: ANN401 - whatever a notice holds
    path.write_bytes(Made(lots=lots, **more).bytes())
    return path


def _steps(finding: dict[str, Any]) -> dict[str, Any]:
    return {step["name"]: step["value"] for step in finding["steps"]}


ONE_OF_TWO = [Lot("LOT-0001", Project(estimate=100_000)), Lot("LOT-0002")]


def _of_release(path: Path) -> Path:
    lots = [{"id": "1", "title": "A", "value": {"amount": 100000}}, {"id": "2", "title": "B"}]
    tender = {"value": {"amount": 1200000, "currency": "EUR"}, "lots": lots, "procurementMethodDetails": "Openbaar"}
    path.write_text(json.dumps({"releases": [a_release(tender=tender)]}), encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", ["eforms", "ocds"])
def test_the_estimate_of_the_procedure_counts_for_a_lot_that_has_its_own(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if kind == "eforms":
        path = _eforms(tmp_path / "a.xml", ONE_OF_TWO, project=Project(estimate=1_200_000))
    else:
        path = _of_release(tmp_path / "a.json")
    found, told = _findings(path, capsys, "--select", "SR4")
    for lot in "12":
        assert found[f"SR402 {lot}"]["outcome"] == "met"  # art. 2.18: not below, and not without a value
        assert _steps(found[f"SR402 {lot}"])["procurement_value"] == "1200000.00"
    assert "€ 1,200,000.00: it counts for each of its lots" in found["SR402 1"]["message"]
    assert found["SR401 1"]["message"] == "The estimate is € 100,000.00."
    assert "1,200,000.00" in told  # that lot 2 has no estimate of its own


def test_lots_and_what_is_left_of_their_procedure_come_to_the_procedure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lots = [*ONE_OF_TWO, Lot("LOT-0003")]
    found, _ = _findings(
        _eforms(tmp_path / "a.xml", lots, project=Project(estimate=1_200_000)), capsys, "--select", "SR404"
    )
    counting = found["SR404 1"]
    assert _steps(counting)["lots_total"] == "1200000.00"  # once: not 100,000, nor 1,300,000, nor 2,500,000
    assert "what is left of that of the whole procedure is counted" in counting["message"]
    assert [found[f"SR404 {lot}"]["outcome"] for lot in "23"] == ["not_applicable"] * 2


def test_a_rest_is_no_contract_just_below_a_limit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lots = [Lot("LOT-0001", Project(estimate=210_000)), Lot("LOT-0002"), Lot("LOT-0003")]
    found, _ = _findings(
        _eforms(tmp_path / "a.xml", lots, project=Project(estimate=420_000)), capsys, "--select", "SR403"
    )
    assert {one["outcome"] for one in found.values()} == {"not_applicable"}


def test_where_every_lot_has_its_own_the_whole_still_decides_the_threshold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lots = [Lot(f"LOT-000{n}", Project(estimate=150_000)) for n in (1, 2)]
    path = _eforms(tmp_path / "a.xml", lots, project=Project(estimate=300_000))
    found, told = _findings(path, capsys, "--select", "SR402,SR404")
    assert [found[f"SR402 {lot}"]["outcome"] for lot in "12"] == ["met"] * 2  # not below
    assert _steps(found["SR402 1"])["procurement_value"] == "300000.00"
    assert _steps(found["SR404 1"])["lots_total"] == "300000.00"  # not 600,000
    assert told == ""


def test_a_small_lot_may_stay_outside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lots = [Lot("LOT-0001", Project(estimate=40_000)), Lot("LOT-0002", Project(estimate=1_160_000))]
    path = _eforms(tmp_path / "a.xml", lots, project=Project(estimate=1_200_000), procedure="oth-single")
    found, _ = _findings(path, capsys, "--select", "SR402")
    assert (found["SR402 1"]["outcome"], found["SR402 2"]["outcome"]) == ("undecided", "not_met")
    assert "one of the small lots" in found["SR402 1"]["message"]

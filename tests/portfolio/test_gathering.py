"""Of each contract that is judged only what the sheets need later is held."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from srtool.bundle.candidates import Grouping
from srtool.case.build import Own, cases
from srtool.case.case import Case
from srtool.contract.obligation import Assessment
from srtool.portfolio.amounts_in_steps import in_steps
from srtool.portfolio.gathering import Gathering
from srtool.readers import register
from srtool.register.index import Index
from srtool.rules.rulebook import Versions
from tests.support.paths import EXAMPLES
from tests.support.small_contracts import ON, book


def _cases() -> tuple[Index, list[Case]]:
    index = Index(register.read(EXAMPLES / "portfolio.xlsx"), ON)
    return index, list(cases(index, Versions.of(book("rijk-classic")), Own()))


def _gathered(index: Index, judged: Sequence[Case], *, discreet: bool) -> Gathering:
    gathering = Gathering(Grouping(None, 12, index.suppliers), discreet=discreet)
    for case in judged:
        gathering.add(case, gathering.as_given(case), case.assessment.steps)
    return gathering


def _value(assessment: Assessment, name: str) -> object:
    return next((step.value for step in assessment.steps if step.name == name), None)


def test_what_the_tool_went_by() -> None:
    index, judged = _cases()
    gathering = _gathered(index, judged, discreet=False)
    assert [basis.contract_value for basis in gathering.bases] == [
        _value(case.assessment, "contract_value") for case in judged
    ]
    assert [basis.end for basis in gathering.bases] == [index.last_days[case.contract.id] for case in judged]
    most = [
        max((step.value for step in case.assessment.steps if isinstance(step.value, Decimal)), default=0)
        for case in judged
    ]
    assert gathering.most == sum(most)


@pytest.mark.parametrize("discreet", [False, True])
def test_progress_is_held_without_its_steps(discreet: bool) -> None:  # noqa: FBT001 - by its name
    index, judged = _cases()
    followed = [case.progress for case in judged if case.progress is not None]
    assert all(progress.steps for progress in followed)  # worked out, as the sheet of reasoning does
    gathering = _gathered(index, judged, discreet=discreet)
    assert gathering.followed == followed
    assert not any("steps" in vars(progress) for progress in gathering.followed)
    assert gathering.given == ([in_steps(progress) for progress in followed] if discreet else followed)


def test_what_is_followed_takes_no_table_of_names() -> None:
    index, judged = _cases()
    gathering = _gathered(index, judged, discreet=False)
    assert not any(vars(progress) for progress in gathering.followed)
    gathering.followed[0].dues  # noqa: B018 - remembered
    assert set(vars(gathering.followed[0])) == {"dues"}


def test_the_threshold_of_most_contracts_is_that_of_what_if() -> None:
    index, judged = _cases()
    what_if = _gathered(index, judged, discreet=False).what_ifs.result()
    assert what_if is not None
    assert len(what_if.unchanged) == len(judged)
    call_offs = [reason == "call_off" for reason in what_if.unchanged]
    assert call_offs == [case.contract.part_of is not None for case in judged]
    thresholds = [case.assessment.threshold for case in judged if case.assessment.threshold]
    assert what_if.threshold.amount == max(thresholds, key=thresholds.count).amount


def test_without_contracts_there_is_nothing_to_change() -> None:
    index, _ = _cases()
    assert _gathered(index, [], discreet=False).what_ifs.result() is None


def test_a_text_that_recurs_is_held_once() -> None:
    contracts = Index(register.read(EXAMPLES / "portfolio.xlsx"), ON).register.contracts
    units = [contract.unit for contract in contracts if contract.unit is not None]
    assert len({id(unit) for unit in units}) == len(set(units)) < len(units)

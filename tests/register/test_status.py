from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from srtool.register.model import Contract
from srtool.register.status import status_of

ON = date(2026, 11, 22)
_CALENDAR = Contract("A", "Schoonmaak", status="running", start=date(2026, 11, 23))


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({}, "tendered"),
        ({"start": ON}, "running"),
        ({"start": None}, "running"),
        ({"supplier": "Glans"}, "running"),
        ({"supplier_id": "12345678"}, "running"),
        ({"awarded_on": date(2026, 11, 1)}, "running"),
        ({"status": "ended"}, "ended"),
        ({"status": None}, "draft"),
        ({"status": None, "supplier_id": "12345678"}, "awarded"),
        ({"status": "draft"}, "draft"),
    ],
)
def test_what_runs_in_a_purchasing_calendar_is_in_tender(changed: dict[str, object], status: str) -> None:
    contract = replace(_CALENDAR, **changed)  # type: ignore[arg-type]  # fields of a contract
    assert status_of(contract, None, ON) == status

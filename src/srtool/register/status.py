"""The status of a contract on a day, and whether it is over."""

from __future__ import annotations

from datetime import date

from srtool.register.assumed_stage import Stage
from srtool.register.model import Contract

BEFORE_AWARD = frozenset({"draft", "tendered"})
NOT_ENDED = BEFORE_AWARD | {"awarded", "running"}


def status_of(contract: Contract, end: date | None, on: date, stage: Stage | None = None) -> str:
    """The given status; else draft without a supplier, ended or running by its start and last day, or awarded.

    What the user assumes (`stage`) goes before what its supplier tells: planned until it is awarded, or not a draft.

    What runs without a supplier and is still to start is a procedure: a purchasing calendar says so of a tender.
    """
    has_supplier = contract.supplier is not None or contract.supplier_id is not None
    starts_later = contract.start is not None and contract.start > on
    if contract.status == "running" and not has_supplier and starts_later and contract.awarded_on is None:
        return "tendered"
    if contract.status is not None:
        return contract.status
    if stage in BEFORE_AWARD and contract.awarded_on is None:
        return str(stage)
    if not has_supplier and stage != "running":
        return "draft"
    if is_over(contract.status, end, on):
        return "ended"
    return "running" if contract.start is not None and contract.start <= on else "awarded"


def is_over(status: str | None, end: date | None, on: date) -> bool:
    """Whether a contract has ended: by its status, or because its last day is past."""
    return status == "ended" or (end is not None and end < on)

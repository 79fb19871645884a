"""Who must act on a contract: the one that its state calls for, by name where the register has it."""

from __future__ import annotations

from srtool.finding import Owner
from srtool.progress.record import Progress, State

_BY_STATE = {
    State.ENDED_SHORT: Owner.CLIENT,
    State.SILENT: Owner.CONTRACT_MANAGER,
    State.BEHIND: Owner.SUPPLIER,
    State.AT_RISK: Owner.ADVISER,
    State.UNKNOWN: Owner.CLIENT,
    State.STARTING: Owner.SUPPLIER,
    State.ON_TRACK: Owner.CONTRACT_MANAGER,
    State.MET: Owner.CLIENT,
}


def acts(found: Progress) -> tuple[Owner, str | None]:
    """The role that must act first, and its name; an overdue plan or report is the supplier's."""
    contract = found.record.contract
    late = found.life.overdue_plan or found.life.overdue_report
    owner = Owner.SUPPLIER if late and found.state is not State.ENDED_SHORT else _BY_STATE[found.state]
    names = {
        Owner.CLIENT: contract.client,
        Owner.CONTRACT_MANAGER: contract.contract_manager or contract.social_return_adviser,
        Owner.ADVISER: contract.social_return_adviser or contract.contract_manager,
        Owner.SUPPLIER: contract.supplier,
    }
    return owner, names.get(owner)

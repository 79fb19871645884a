"""Who must act on a contract: the one that its state calls for, by name where the register has it."""

from __future__ import annotations

from collections.abc import Iterable

from srtool.finding import Owner
from srtool.progress.agenda import Due
from srtool.progress.state import State
from srtool.register.model import Contract

_BY_STATE = {
    State.ENDED_SHORT: Owner.CLIENT,
    State.END_PASSED: Owner.CONTRACT_MANAGER,
    State.SILENT: Owner.CONTRACT_MANAGER,
    State.BEHIND: Owner.CONTRACT_MANAGER,
    State.BELOW_PACE: Owner.CONTRACT_MANAGER,
    State.AT_RISK: Owner.ADVISER,
    State.UNKNOWN: Owner.CONTRACT_MANAGER,
    State.STARTING: Owner.SUPPLIER,
    State.ON_TRACK: Owner.CONTRACT_MANAGER,
    State.MET: Owner.CLIENT,
}
_BY_DEADLINE = {
    "plan": Owner.SUPPLIER,
    "report": Owner.SUPPLIER,
    "instalment": Owner.SUPPLIER,
    "evaluation": Owner.CLIENT,
}
_STANDS_IN = {Owner.CONTRACT_MANAGER: Owner.ADVISER, Owner.ADVISER: Owner.CONTRACT_MANAGER}


def acts(contract: Contract, state: State, overdue: Iterable[Due]) -> tuple[Owner, str | None]:
    """The role that must act first, and its name: of the oldest overdue deadline, else of the state.

    Where only one of contract manager and adviser is named, that one follows the contract.
    """
    roles = named(contract)
    owner = _BY_STATE[state]
    if state is not State.ENDED_SHORT:
        owner = next((role for late in overdue if (role := _role(late, roles)) is not None), owner)
    other = _STANDS_IN.get(owner)
    if roles[owner] is None and other is not None and roles[other] is not None:
        owner = other
    return owner, roles[owner]


def named(contract: Contract) -> dict[Owner, str | None]:
    """Who has which role after the award."""
    return {
        Owner.CLIENT: contract.client,
        Owner.CONTRACT_MANAGER: contract.contract_manager,
        Owner.ADVISER: contract.social_return_adviser,
        Owner.SUPPLIER: contract.supplier,
    }


def _role(late: Due, roles: dict[Owner, str | None]) -> Owner | None:
    """Whose deadline it is; of a promised step the role of whom it names, None where that is nobody of these."""
    if late.what in _BY_DEADLINE:
        return _BY_DEADLINE[late.what]
    return next((role for role, name in roles.items() if name is not None and name == late.who), None)

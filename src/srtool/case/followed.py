"""How a contract is followed after its award, and what its dossier holds. No draft needs this."""

from __future__ import annotations

from functools import partial

from srtool.contract.demand import lacking
from srtool.contract.extension import asked_over_extension, open_demand
from srtool.contract.obligation import Assessment
from srtool.progress.dossier import OF_STATE, Dossier, Tolerances
from srtool.progress.following import Following
from srtool.register.assumptions import Assumptions
from srtool.register.index import Index
from srtool.register.last_day import may_be_longer
from srtool.register.missing_fields import AGREED
from srtool.register.model import Contract
from srtool.rules.ruleset import RuleSet

_ALL_READ = frozenset[str]()
"""One for all contracts of which everything was read."""


def followed(
    contract: Contract,
    assessment: Assessment,
    rules: RuleSet | None,
    index: Index,
    assume: Assumptions,
    tolerances: Tolerances,
) -> Following:
    """How this contract is followed, by what the organisation itself calls silent or behind."""
    return Following(partial(_dossier, contract, assessment, rules, index, assume), tolerances)


def _dossier(
    contract: Contract, assessment: Assessment, rules: RuleSet | None, index: Index, assume: Assumptions
) -> Dossier:
    name, history = contract.id, index.history(contract)
    end, is_end_open = index.last_days[name], name in index.open_ends
    approved, asked = contract.social_return.realised_approved, assessment.asked
    is_longer = may_be_longer(contract, end, is_open=is_end_open)
    is_open = open_demand(contract, asked, assume) if is_longer else None
    if is_open == "option_value" and not is_end_open:
        longer = asked_over_extension(contract, assessment, end)
        asked, is_open = (asked, is_open) if longer is None else (longer, None)
    events = index.unread_events.get(name, frozenset())
    is_unplaced = name in index.register_file.unplaced
    basis = next((step.value for step in assessment.named("asked_basis")), None)
    fields = index.unread_fields.get(name, _ALL_READ)
    unread = (fields & OF_STATE) | (events & {"efforts"})
    return Dossier(
        contract=contract,
        places=assessment.places,
        asked=None if is_open else asked,
        rules=rules,
        on=index.on,
        end=end,
        is_end_open=is_end_open,
        open_demand=is_open,
        keeps_efforts=index.keeps_efforts and not is_unplaced,
        keeps_life=index.keeps_life and not is_unplaced and not events,
        unread=unread or _ALL_READ,
        agreed_elsewhere=index.agreed_elsewhere,
        agreed_unread=((fields | events) & AGREED) or _ALL_READ,
        asked_basis=basis,
        lacks=lacking(contract, basis, assessment.wage_sum, assessment.contract_value),
        is_approved=bool(assume.realised_approved if approved is None else approved),
        efforts=tuple(history.efforts),
        contacts=tuple(history.contacts),
        adjustments=tuple(history.adjustments),
    )

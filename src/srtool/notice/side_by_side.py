"""Every publication beside the contract of the register that it is, and what has no other half: a row each."""

from __future__ import annotations

from collections.abc import Sequence

from srtool.lazy_dataclass import dataclass
from srtool.notice.differences import differences
from srtool.notice.matching import Ground, SameSupplier, matches
from srtool.notice.published import PublishedContract
from srtool.register.model import Contract


@dataclass(frozen=True, slots=True)
class Beside:
    """What was published, what is registered, or both; never neither."""

    published: PublishedContract | None
    contract: Contract | None
    ground: Ground | None = None
    """On what it rests that they are the same; None where one of them is missing."""
    differs: tuple[str, ...] = ()
    """The fields of the register that the notice contradicts."""


def side_by_side(published: Sequence[PublishedContract], contracts: Sequence[Contract]) -> tuple[Beside, ...]:
    """The publications in their order, then the contracts of which a notice was expected and none was given."""
    result = matches(published, contracts)
    pairs = {pair.published.number: pair for pair in result.pairs}
    alone = {one.number for one in result.only_published}
    rows: list[Beside] = []
    for one in published:
        if (pair := pairs.get(one.number)) is not None:
            fields = tuple(
                each.field for each in differences(one, pair.contract) if each.doubt is not SameSupplier.FORM_MISSING
            )
            rows.append(Beside(one, pair.contract, pair.ground, fields))
        elif one.number in alone:
            rows.append(Beside(one, None))
    return (*rows, *(Beside(None, contract) for contract in result.only_registered))

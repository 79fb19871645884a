"""All remarks on a draft, in the order of their use."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from srtool.draft.judgements.contradictions import contradictions
from srtool.draft.judgements.demand import base_complete, demand_clear, value_table_dated
from srtool.draft.judgements.gaps import marks_left_open, not_found
from srtool.draft.judgements.norms import (
    linked_with_subject,
    local_only,
    outdated,
    personal_data,
    reserved_in_notice,
)
from srtool.draft.judgements.roles_and_consequences import consequences_fit, roles_fit
from srtool.draft.reading import Reading
from srtool.draft.remark import Remark


def remarks(
    reading: Reading, *, years_of: Mapping[Decimal, str], thresholds_today: frozenset[Decimal]
) -> tuple[Remark, ...]:
    """The remarks on a reading; `years_of` names the years of each European threshold that there was (euro)."""
    return (
        *contradictions(reading),
        *base_complete(reading),
        *demand_clear(reading),
        *roles_fit(reading),
        *consequences_fit(reading),
        *marks_left_open(reading),
        *linked_with_subject(reading),
        *value_table_dated(reading),
        *not_found(reading),
        *outdated(reading, years_of, thresholds_today),
        *local_only(reading),
        *personal_data(reading),
        *reserved_in_notice(reading),
    )

"""All remarks on a draft, in the order of their use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from srtool.draft.judgements.contradictions import contradictions
from srtool.draft.judgements.demand import base_complete, demand_clear, value_table_dated
from srtool.draft.judgements.gaps import marks_left_open, not_applied, not_dutch, not_found, plan_days_past
from srtool.draft.judgements.norms import (
    linked_with_subject,
    local_only,
    numbers_that_stand,
    outdated,
    personal_data,
    reserved_in_notice,
)
from srtool.draft.judgements.roles_and_consequences import consequences_fit, roles_fit
from srtool.draft.reading import Reading
from srtool.draft.remark import Remark


def remarks(
    reading: Reading,
    *,
    years_of: Mapping[Decimal, str],
    thresholds_today: frozenset[Decimal],
    of_the_state: frozenset[Decimal] = frozenset(),
    on: date | None = None,
) -> tuple[Remark, ...]:
    """The remarks on a reading on a day; all amounts are in euro.

    `years_of` names the years of each European threshold that there was, `of_the_state` are those above which the
    central government asks social return. Of a text that is not in Dutch only open marks and citizen numbers are told.
    """
    if not reading.is_read:
        return (*marks_left_open(reading), *numbers_that_stand(reading), *not_dutch(reading))
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
        *not_dutch(reading),
        *plan_days_past(reading, on),
        *not_applied(reading),
        *outdated(reading, years_of, thresholds_today, of_the_state),
        *local_only(reading),
        *personal_data(reading),
        *reserved_in_notice(reading),
    )

"""The portfolio as CSV, one row per contract, in the order in which they need attention."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from srtool.portfolio.amounts_in_steps import is_in_steps
from srtool.portfolio.monitoring import Monitoring
from srtool.progress.standing import Progress
from srtool.texts import Lang, sentence, words
from srtool.views.shared.csv_table import csv_lines
from srtool.views.shared.standing_words import who, why
from srtool.views.shared.table import Column


def pieces(
    monitoring: Monitoring, lang: Lang, names: Mapping[str, str], rule_sets: Mapping[str, str | None]
) -> Iterator[str]:
    """The rows under their headings; `names` are those of suppliers by number, `rule_sets` by contract."""
    rules: Column[Progress] = Column("rule_set", "text", lambda progress: rule_sets.get(progress.dossier.contract.id))
    columns = (*_columns(lang, names), rules)
    if any(is_in_steps(progress) for progress in monitoring.contracts):
        columns = (*columns, _in_steps(lang))
    return csv_lines(columns, monitoring.contracts, words(lang, "monitor.csv"), lang)


def _columns(lang: Lang, names: Mapping[str, str]) -> tuple[Column[Progress], ...]:
    states = words(lang, "monitor.states")
    return (
        Column("id", "text", lambda progress: progress.dossier.contract.id),
        Column("title", "text", lambda progress: progress.dossier.contract.title),
        Column("supplier", "text", lambda progress: _supplier(progress, names)),
        Column("client", "text", lambda progress: progress.dossier.contract.client),
        Column("contract_manager", "text", lambda progress: progress.dossier.contract.contract_manager),
        Column("adviser", "text", lambda progress: progress.dossier.contract.social_return_adviser),
        Column("category", "text", lambda progress: progress.dossier.contract.category),
        Column("state", "text", lambda progress: states[progress.state.value]),
        Column("why", "text", lambda progress: why(progress, lang)),
        Column("obligation", "euro", lambda progress: progress.obligation),
        Column("waived", "euro", lambda progress: progress.waived),
        Column("owed", "euro", lambda progress: progress.owed),
        Column("due", "euro", lambda progress: progress.due),
        Column("in_proportion", "euro", lambda progress: progress.in_proportion),
        Column("confirmed", "euro", lambda progress: progress.shown("confirmed")),
        Column("realised", "euro", lambda progress: progress.realised),
        Column("claimed", "euro", lambda progress: progress.shown("claimed")),
        Column("open", "euro", lambda progress: progress.shown("open")),
        Column("surplus", "euro", lambda progress: progress.shown("surplus")),
        Column("expected", "euro", lambda progress: progress.shown("expected")),
        Column("best", "euro", lambda progress: progress.shown("best")),
        Column("gap", "euro", lambda progress: progress.shown("gap")),
        Column("hours_asked", "decimal", lambda progress: progress.hours.asked if progress.hours else None),
        Column("hours_confirmed", "decimal", lambda progress: progress.hours.confirmed if progress.hours else None),
        Column("end", "date", lambda progress: progress.end),
        Column("days_left", "count", lambda progress: progress.days_left),
        Column("silent_days", "count", lambda progress: progress.life.known_silence),
        Column("last_contact", "date", lambda progress: progress.life.last_contact),
        Column("last_effort", "date", lambda progress: progress.life.last_effort),
        Column("next_step", "text", lambda progress: progress.life.next_step),
        Column("next_on", "date", lambda progress: progress.life.next_on),
        Column("next_by", "text", lambda progress: progress.life.next_by),
        Column("acts", "text", lambda progress: who(progress, lang, names)),
    )


def _in_steps(lang: Lang) -> Column[Progress]:
    phrase = sentence(lang, "shared.discreet.in_steps")
    return Column("in_steps", "text", lambda progress: phrase if is_in_steps(progress) else None)


def _supplier(progress: Progress, names: Mapping[str, str]) -> str | None:
    """By name where the register has it under a number."""
    supplier = progress.dossier.contract.supplier
    return names.get(supplier or "", supplier)

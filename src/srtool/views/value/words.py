"""What an effort counts for under one rule set, in the words and numbers that several views share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from srtool.contract.valuation import Worth
from srtool.finding import Derived, Set, Step, Unit
from srtool.lazy_dataclass import dataclass
from srtool.rules.ruleset import RuleSet
from srtool.texts import Lang, sentence, words
from srtool.texts.say import amount, number, percent, show
from srtool.views.shared.names import period, source_titles

_SUMS = ("bonus_parts", "yearly_bonus_parts")


@dataclass(frozen=True, slots=True)
class Valued:
    """A worth with the rule set that it rests on, in force on the day."""

    rules: RuleSet
    sha256: str
    worth: Worth
    has_benefit_day: bool = False
    """Whether the last day of a benefit was given."""

    @property
    def certainty(self) -> str:
        """`inferred` when any rule behind the value is; `given` when none is behind it."""
        certainties: set[str] = {step.origin.certainty for step in self.worth.steps if isinstance(step.origin, Set)}
        if self.worth.block is not None and self.rules.counting == "blocks":
            certainties.add(self.worth.block.certainty)
        return "inferred" if "inferred" in certainties else "stated" if certainties else "given"

    @property
    def since(self) -> date | None:
        """Since when the block, else the policy holds; None when neither has a date."""
        return self.in_force[0]

    @property
    def in_force(self) -> tuple[date | None, date | None]:
        """The first and last day of the block, else of the policy."""
        block = self.worth.block
        dated = block is not None and (block.since is not None or block.until is not None)
        return (block.since, block.until) if block is not None and dated else self.rules.period()

    @property
    def bonuses(self) -> frozenset[str]:
        """The ids of the bonuses that count."""
        return frozenset(name for each in self.worth.steps if each.name in _SUMS for name, _ in each.value)

    def step(self, name: str) -> Step | None:
        return next((step for step in self.worth.steps if step.name == name), None)


def label(valued: Valued, lang: Lang) -> str | None:
    """What the group is called; None when no block was named."""
    return valued.worth.block.label[lang] if valued.worth.block else None


def why(valued: Valued, lang: Lang) -> str | None:
    """Why there is no value, or why it is nothing."""
    return None if valued.worth.why is None else words(lang, "value.why")[valued.worth.why]


def ground(valued: Valued, lang: Lang) -> str:
    """How sure the value is, in force since when, on which sources."""
    cited = {source for step in valued.worth.steps if isinstance(step.origin, Set) for source in step.origin.sources}
    cited |= set(valued.worth.block.source) if valued.worth.block else set()
    return sentence(lang, "value.show.certainty").format(
        certainty=certainty(valued, lang),
        dates=dates(valued, lang),
        titles=source_titles(source for source in valued.rules.source if source.id in cited),
    )


def certainty(valued: Valued, lang: Lang) -> str:
    phrases = words(lang, "shared.certainty")
    return phrases[valued.certainty] if valued.certainty in phrases else sentence(lang, "value.show.given")


def dates(valued: Valued, lang: Lang) -> str:
    return period(*valued.in_force, lang)


def computed(valued: Valued, lang: Lang) -> str | None:
    """The formula with its numbers, such as 40,000 times 18 / 36; None when there is nothing to compute."""
    step = valued.step("effort_value_exact") or valued.step("effort_value")
    if step is None or not isinstance(step.origin, Derived):
        return None
    values = {each.name: each for each in valued.worth.steps}

    def shown(match: re.Match[str]) -> str:
        each = values.get(match[0])
        if each is None:
            return match[0]
        return amount(lang, each.value) if each.unit is Unit.EUR else number(lang, each.value)

    return re.sub(r"[a-z_]+", shown, step.origin.formula).replace("*", "\N{MULTIPLICATION SIGN}")


def _has_unseen_period(valued: Valued) -> bool:
    """Whether of a bonus that counts the source did not say whether it counts once or each year."""
    return any(bonus.per is None for bonus in valued.rules.bonus if bonus.id in valued.bonuses)


def _bounds(valued: Valued, lang: Lang) -> Iterator[str]:
    """What bounds the value beside what was given: later periods, a last benefit, a share of the obligation."""
    phrases, block = words(lang, "value.show"), valued.worth.block
    if block is None:
        return
    if block.per in {"period", "learning_year"} and not block.pro_rata:
        yield phrases["one_period"]
    benefit = valued.rules.limit_for("years_after_benefit", block)
    if (
        benefit is not None
        and valued.worth.value is not None
        and not valued.worth.limited
        and not valued.has_benefit_day
    ):
        yield phrases["benefit"].format(years=benefit.years)
    share = valued.rules.limit_for("share_of_obligation", block)
    if share is not None and share.percent is not None:
        labels = [each.label[lang] for each in valued.rules.block if each.id in share.blocks and each.id != block.id]
        together = phrases["together"].format(names=", ".join(labels)) if labels else ""
        yield phrases["share"].format(together=together, percent=percent(lang, share.percent))


def notes(valued: Valued, lang: Lang) -> Iterator[str]:
    """What the reader must know of the value: limits, full-time, bonuses, conditions."""
    phrases = words(lang, "value.show")
    if valued.rules.counting == "costs" and valued.worth.value is not None:
        yield phrases["no_table"]
    hours, full = valued.step("hours_per_week"), valued.step("full_time_hours")
    if hours and full and valued.step("counted_hours"):
        yield phrases["above_full_time"].format(hours=number(lang, hours.value), full=number(lang, full.value))
    most = valued.step("maximum_months")
    if valued.worth.limited and valued.worth.counted_until is not None:
        yield phrases["limited"].format(day=show(lang, valued.worth.counted_until, Unit.DATE))
    elif valued.worth.limited and most is not None:
        yield phrases["limited_months"].format(months=show(lang, most.value, most.unit))
    for step in valued.worth.steps:
        if step.name in _SUMS and isinstance(step.origin, Set):
            key = "bonus_inferred" if step.name == "bonus_parts" and _has_unseen_period(valued) else "bonus"
            yield phrases[key].format(parts=show(lang, step.value, step.unit))
    block = valued.worth.block
    yield from _bounds(valued, lang)
    if block is not None and lang in block.condition:
        yield phrases["condition"].format(text=block.condition[lang])
    for each in valued.rules.bonus:
        if lang in each.condition and each.id in valued.bonuses:
            yield phrases["condition"].format(text=f"{each.label[lang]}: {each.condition[lang]}")

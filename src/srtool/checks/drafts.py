"""SR601-SR613: the checks on a tender draft, and the findings that its reading comes to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from srtool.checks import demand, preparation, scope
from srtool.checks.draft_steps import BASES, place_of, step_of
from srtool.contract.trace import rule_origin
from srtool.draft.comparison import Change, changes
from srtool.draft.judgements.contradictions import against_agreed
from srtool.draft.judging import remarks
from srtool.draft.reading import Reading
from srtool.draft.remark import Matter, Remark, fault, quoted, quoted_in
from srtool.finding import Finding, Given, Level, Outcome, Owner, Source, Step, Unit
from srtool.lazy_dataclass import dataclass
from srtool.place import Row
from srtool.register.model import Contract
from srtool.rules.ruleset import CheckRule, RuleSet, Threshold


@dataclass(frozen=True, slots=True)
class DraftCheck:
    """A check on the text of a draft; `level` is the heaviest that it can say."""

    code: str
    matter: Matter | None
    """What it judges; None for the comparison of two versions."""
    level: Level
    owner: Owner


ALL = (
    DraftCheck("SR601", Matter.CONTRADICTION, Level.ERROR, Owner.BUYER),
    DraftCheck("SR602", Matter.BASE, Level.NOTICE, Owner.BUYER),
    DraftCheck("SR603", Matter.DEMAND, Level.WARNING, Owner.ADVISER),
    DraftCheck("SR604", Matter.ROLE, Level.NOTICE, Owner.BUYER),
    DraftCheck("SR605", Matter.MARK, Level.ERROR, Owner.BUYER),
    DraftCheck("SR606", Matter.SUBJECT_LINK, Level.NOTICE, Owner.BUYER),
    DraftCheck("SR607", Matter.VALUE_TABLE, Level.NOTICE, Owner.ADVISER),
    DraftCheck("SR608", Matter.NOT_FOUND, Level.NOTICE, Owner.BUYER),
    DraftCheck("SR609", Matter.OUTDATED, Level.WARNING, Owner.BUYER),
    DraftCheck("SR610", Matter.LOCAL_ONLY, Level.WARNING, Owner.BUYER),
    DraftCheck("SR611", Matter.PERSONAL_DATA, Level.WARNING, Owner.BUYER),
    DraftCheck("SR612", Matter.RESERVED, Level.NOTICE, Owner.BUYER),
    DraftCheck("SR613", None, Level.WARNING, Owner.BUYER),
)
BESIDE = frozenset(check.code for check in (*scope.ALL, *demand.ALL, *preparation.ALL))
"""The checks on a register that a draft is read beside."""
_NAMES = frozenset({"wwb", "target_group_statement"})
"""Sentences on names that are no more: the ground of the check is on thresholds."""
_OF_THE_STATE = frozenset({"state_threshold", "state_threshold_european"})
_REFUSALS = frozenset({"not_applied", "not_applied_reason"})
_POLICIES = {"wage_sum": "policy_wage_sum", "contract_value": "policy_contract_value"}
"""The sentence on the limit of a policy, by what that is an amount of."""
UNREAD = "not_dutch"
"""What is said of a draft in another language than Dutch."""
_BY_MATTER = {check.matter: check for check in ALL}


@dataclass(frozen=True, slots=True)
class Ground:
    """The rules that a draft is judged by."""

    european: RuleSet
    """In all its versions."""
    policy: RuleSet | None
    on: date
    central: RuleSet | None = None
    """The policy of the central government, where the draft appeals to it."""

    @property
    def years_of(self) -> dict[Decimal, str]:
        """The years of each European threshold (euro) that there was, the newest where one came back."""
        return {
            threshold.amount: f"{threshold.since.year}-{threshold.until.year if threshold.until else ''}"
            for threshold in self.european.threshold
            if threshold.since is not None
        }

    @property
    def in_force(self) -> frozenset[Decimal]:
        """The European thresholds of the day (euro)."""
        return frozenset(threshold.amount for threshold in self.european.on(self.on).threshold)

    @property
    def of_the_state(self) -> frozenset[Decimal]:
        """The values above which the central government asks social return on the day (euro)."""
        if self.central is None:
            return frozenset()
        return frozenset(threshold.amount for threshold in self.central.on(self.on).threshold)

    @property
    def primary(self) -> Threshold | None:
        """The reading of that policy which verdicts follow."""
        return None if self.central is None else self.central.on(self.on).primary


@dataclass(frozen=True, slots=True)
class Agreed:
    """The contract of a register that the draft is held against."""

    contract: Contract
    row: Row


@dataclass(frozen=True, slots=True)
class Versions:
    """Other versions of the draft: with the marked changes read the other way round, and an older file."""

    other: Reading | None = None
    is_before: bool = False
    """Whether the draft itself is read without its changes, so that the other reading is the newer one."""
    old: Reading | None = None
    published: date | None = None
    """The day on which the old one was published."""


def judged(
    reading: Reading,
    ground: Ground,
    agreed: Agreed | None = None,
    versions: Versions | None = None,
    codes: Collection[str] | None = None,
) -> tuple[Finding, ...]:
    """The findings on a draft in the order of the codes; a check that has nothing to remark is met."""
    given = remarks(
        reading,
        years_of=ground.years_of,
        thresholds_today=ground.in_force,
        of_the_state=ground.of_the_state,
        on=ground.on,
    )
    if agreed is not None and reading.is_read:
        given = (*given, *_against(reading, agreed.contract))
    by_code: dict[str, list[Finding]] = {}
    for remark in given:
        check = _BY_MATTER[remark.matter]
        by_code.setdefault(check.code, []).append(_finding(check, remark, ground, agreed))
    if not reading.is_read:
        return _of_unread(by_code, codes, ground)
    if not reading.judged and not reading.switched_off:
        nothing = Remark(Matter.NOT_FOUND, Outcome.UNDECIDED, "nothing_found")
        check = _BY_MATTER[Matter.NOT_FOUND]
        by_code[check.code] = [_finding(check, nothing, ground, agreed)]
    for check in ALL:
        if check.matter is not None and check.code not in by_code:
            by_code[check.code] = [_without_remark(check, reading, ground, agreed)]
    by_code[ALL[-1].code] = list(_changed(reading, versions or Versions(), ground, agreed))
    return tuple(
        finding
        for check in ALL
        if (codes is None or check.code in codes) and ground_applies(check, ground)
        for finding in by_code[check.code]
    )


def _of_unread(
    by_code: Mapping[str, Sequence[Finding]], codes: Collection[str] | None, ground: Ground
) -> tuple[Finding, ...]:
    """Of a draft that is not in Dutch: what was found, that nothing else can be said, and no verdict beside it."""
    return tuple(
        finding
        for check in ALL
        if ground_applies(check, ground)
        for finding in by_code.get(check.code, ())
        if codes is None or check.code in codes or finding.says == UNREAD
    )


def _against(reading: Reading, contract: Contract) -> Iterator[Remark]:
    asked = contract.social_return
    if asked.asked and not reading.asks:
        for sentence, span in reading.refused[:1]:
            yield fault(Matter.CONTRADICTION, Level.ERROR, "register_asked", quoted_in(sentence, span))
    percent = None if asked.growth else asked.percent
    yield from against_agreed(reading, percent, None if asked.basis is None else BASES.get(asked.basis))


def ground_applies(check: DraftCheck, ground: Ground) -> bool:
    """Whether the rules leave the check in force."""
    return all(rule.applies for _, rule in _rules(check, ground))


def _rules(check: DraftCheck, ground: Ground) -> Iterator[tuple[RuleSet, CheckRule]]:
    """The policy's own word on the check, else that of the law."""
    for rules in (ground.policy, ground.european):
        if rules is not None:
            records = [record for record in rules.on(ground.on).check if record.id == check.code]
            if records:
                yield rules, records[0]
                return


def _sources(check: DraftCheck, ground: Ground, says: str) -> tuple[tuple[Source, ...], bool]:
    """Where the ground of the check can be read, and whether it was inferred from there."""
    if says in _OF_THE_STATE and ground.central is not None and ground.primary is not None:
        by_id = {source.id: source for source in ground.central.source}
        return tuple(by_id[name] for name in ground.primary.source), ground.primary.certainty == "inferred"
    for rules, rule in _rules(check, ground):
        by_id = {source.id: source for source in rules.source}
        return tuple(by_id[name] for name in rule.source), rule.certainty == "inferred"
    return (), False


def _finding(check: DraftCheck, remark: Remark, ground: Ground, agreed: Agreed | None) -> Finding:
    places = tuple(place_of(quote) for quote in remark.quotes)
    row = None if agreed is None else agreed.row
    finding = replace(
        _answer(check, remark.outcome, remark.says, ground, agreed),
        level=remark.level,
        place=places[0] if places else "",
        steps=tuple(step_of(name, value, remark, places, row) for name, value in remark.values.items()),
        places=places,
    )
    return _beside_policy(_of_central_policy(finding, ground), ground)


def _of_central_policy(finding: Finding, ground: Ground) -> Finding:
    """The limit of the central government with the rule that sets it, which is not in the draft."""
    if finding.says not in _OF_THE_STATE or ground.primary is None or ground.central is None:
        return finding
    origin = rule_origin(ground.central.id, ground.primary)
    return replace(
        finding,
        steps=tuple(step._replace(origin=origin) if step.name == "state_threshold" else step for step in finding.steps),
    )


def _beside_policy(finding: Finding, ground: Ground) -> Finding:
    """Beside a refusal the limit of the policy that the settings name, where it has one."""
    if finding.says not in _REFUSALS or ground.policy is None:
        return finding
    deciding = next((one for one in ground.policy.on(ground.on).deciding if one.basis in _POLICIES), None)
    if deciding is None:
        return finding
    origin = rule_origin(ground.policy.id, deciding)
    step = Step("policy_threshold", deciding.amount, Unit.EUR, origin)
    return replace(finding, also=(_POLICIES[deciding.basis],), steps=(*finding.steps, step))


def _answer(check: DraftCheck, outcome: Outcome, says: str, ground: Ground, agreed: Agreed | None) -> Finding:
    """An answer with its ground, without places or computation."""
    sources, inferred = ((), False) if says in _NAMES else _sources(check, ground, says)
    contract = None if agreed is None else agreed.contract.id
    return Finding(check.code, contract, outcome, Level.NOTICE, check.owner, "", says, (), sources, (), inferred)


def _without_remark(check: DraftCheck, reading: Reading, ground: Ground, agreed: Agreed | None) -> Finding:
    outcome = Outcome.MET if reading.judged else Outcome.NOT_APPLICABLE
    return _answer(check, outcome, outcome.value, ground, agreed)


def _changed(reading: Reading, versions: Versions, ground: Ground, agreed: Agreed | None) -> Iterator[Finding]:
    """What differs from an older version, and what the changes marked in the draft alter."""
    check = ALL[-1]
    if versions.old is not None and not versions.old.is_read:
        yield _answer(check, Outcome.UNDECIDED, "old_not_dutch", ground, agreed)
    elif versions.old is not None:
        several = list(changes(versions.old, reading))
        for change in several:
            finding = _change(_answer(check, Outcome.NOT_MET, f"changed_{_manner(change)}", ground, agreed), change)
            yield finding if versions.published is None else _after(versions.published, finding, ground.on)
        if not several:
            yield _answer(check, Outcome.MET, "met", ground, agreed)
    if versions.other is not None:
        old, new = (reading, versions.other) if versions.is_before else (versions.other, reading)
        for change in changes(old, new):
            yield _change(_answer(check, Outcome.NOT_MET, f"tracked_{_manner(change)}", ground, agreed), change)


def _change(answer: Finding, change: Change) -> Finding:
    """The answer with the words that went and those that came."""
    places = tuple(place_of(quote) for quote in quoted((*change.gone, *change.come)))
    where = Given(places[-1])
    steps = [Step("subject", (change.subject.value,), Unit.TERMS, where)]
    also: list[str] = []
    for name, claims in (("gone", change.gone), ("come", change.come)):
        if claims:
            words = dict.fromkeys(claim.words for claim in claims)
            steps.append(Step(name, ", ".join(words), Unit.TEXT, where))
        if lots := dict.fromkeys(lot for claim in claims for lot in sorted(claim.scope.lots)):
            steps.append(Step(f"{name}_lots", ", ".join(lots), Unit.TEXT, where))
            also.append(f"{name}_of_lots")
    return replace(answer, place=places[-1], also=tuple(also), steps=tuple(steps), places=places)


def _after(published: date, finding: Finding, on: date) -> Finding:
    """The finding as a warning, for who reckoned with the published version must know of it; a day to come is asked."""
    level, says = (Level.NOTICE, "to_be_published") if published > on else (Level.WARNING, "published")
    day = Step("published", published, Unit.DATE, Given("--published"))
    return replace(finding, level=level, also=(*finding.also, says), steps=(*finding.steps, day))


def _manner(change: Change) -> str:
    if not change.gone:
        return "added"
    return "altered" if change.come else "removed"

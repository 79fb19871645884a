"""SR701-SR705: published notices beside the registers that they are held against."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from srtool.checks import published as on_contract
from srtool.checks.check import Verdict, not_met
from srtool.checks.evaluate import Evaluation
from srtool.checks.published import Compared
from srtool.finding import Finding, Given, Level, Outcome, Owner, Report, Source, Step, Unit
from srtool.lazy_dataclass import dataclass
from srtool.notice.joined import joined
from srtool.notice.matching import Match, matches
from srtool.notice.published import PublishedContract
from srtool.notice.side_by_side import Beside, side_by_side
from srtool.place import Place
from srtool.register.index import Index
from srtool.register.model import Contract
from srtool.rules.rulebook import EUROPEAN, RuleBook
from srtool.rules.ruleset import CheckRule, RuleSet


@dataclass(frozen=True, slots=True)
class NoticeCheck:
    """A check on what was published; `level` is the heaviest that it can say."""

    code: str
    judge: Callable[[Compared], tuple[Verdict, ...]]
    level: Level
    owner: Owner
    field: str


_REGISTERED = NoticeCheck("SR701", on_contract.registered, Level.WARNING, Owner.CONTRACT_MANAGER, "id")
ALL = (
    _REGISTERED,
    NoticeCheck("SR702", on_contract.is_published, Level.NOTICE, Owner.BUYER, "id"),
    NoticeCheck("SR703", on_contract.figures, Level.WARNING, Owner.BUYER, "id"),
    NoticeCheck("SR704", on_contract.social_return, Level.WARNING, Owner.BUYER, "social_return.asked"),
    NoticeCheck("SR705", on_contract.reservation, Level.WARNING, Owner.BUYER, "social_return.form"),
)


def held_against(
    published: Sequence[PublishedContract],
    evaluations: Sequence[Evaluation],
    book: RuleBook,
    codes: Collection[str] | None = None,
) -> list[Report]:
    """The reports on the registers, with the findings of the selected checks (None: of all) on these notices.

    What is in none of the registers stands in the first report, without a contract.
    """
    found = findings_of(published, [evaluation.index for evaluation in evaluations], book, codes)
    return [with_findings(evaluation.report, findings) for evaluation, findings in zip(evaluations, found, strict=True)]


def findings_of(
    published: Sequence[PublishedContract],
    indexes: Sequence[Index],
    book: RuleBook,
    codes: Collection[str] | None = None,
) -> list[list[Finding]]:
    """The same findings alone, of each of the registers that were looked up."""
    valid = joined(published).contracts
    checks = [check for check in ALL if codes is None or check.code in codes]
    compared = [_compared(valid, index) for index in indexes]
    found = [
        list(_of_register(contracts, checks, book, index.on))
        for (contracts, _), index in zip(compared, indexes, strict=True)
    ]
    if _REGISTERED in checks:
        elsewhere = [{one.number for one in absent} for _, absent in compared[1:]]
        absent = [one for one in compared[0][1] if all(one.number in numbers for numbers in elsewhere)]
        found[0] += (_absent(one, book, indexes[0].on) for one in absent)
    return found


def beside(published: Sequence[PublishedContract], evaluation: Evaluation) -> tuple[Beside, ...]:
    """Every publication that counts beside its contract, and what has no other half."""
    index = evaluation.index
    contracts = [_on_the_day(contract, index) for contract in index.register.contracts]
    return side_by_side(joined(published).contracts, contracts)


def with_findings(report: Report, findings: Sequence[Finding]) -> Report:
    """The report with these findings besides, counted as well."""
    counted = Counter(report.counted) + Counter(finding.outcome for finding in findings)
    return replace(report, findings=(*report.findings, *findings), counted=counted)


def _compared(
    published: Sequence[PublishedContract], index: Index
) -> tuple[list[Compared], tuple[PublishedContract, ...]]:
    """Each contract with its publications, by the status that it has on the day; and what is of none of them."""
    contracts = [_on_the_day(contract, index) for contract in index.register.contracts]
    result = matches(published, contracts)
    pairs: dict[str, list[Match]] = defaultdict(list)
    for pair in result.pairs:
        pairs[pair.contract.id].append(pair)
    missed = {contract.id for contract in result.only_registered}
    rows = index.register_file.rows["contracts"]
    return [
        Compared(contract, row, tuple(pairs[contract.id]), contract.id in missed)
        for contract, row in zip(contracts, rows, strict=True)
    ], result.only_published


def _on_the_day(contract: Contract, index: Index) -> Contract:
    """The contract with the status of the day, and its supplier by the name and number of the suppliers table."""
    status = index.statuses[contract.id]
    known = index.suppliers.by_name.get(index.suppliers.of(contract) or "")
    if known is None:
        return replace(contract, status=status)  # type: ignore[arg-type]  # the statuses are those of the model
    return replace(contract, status=status, supplier=known.name, supplier_id=known.id)  # type: ignore[arg-type]  # idem


def _of_register(
    contracts: Sequence[Compared], checks: Sequence[NoticeCheck], book: RuleBook, day: date
) -> Iterator[Finding]:
    law = book.sets[EUROPEAN].on(day)
    for compared in contracts:
        policy = book.version_for(compared.contract, day)
        for check in checks:
            rules, rule = _rule(check, policy, law)
            if rule is not None and not rule.applies:
                continue
            for verdict in check.judge(compared):
                place = compared.row.at(verdict.field or check.field)
                yield _finding(check, verdict, compared.contract.id, place, rules, rule)


def _absent(published: PublishedContract, book: RuleBook, day: date) -> Finding:
    """What was published and is in no register, at its place in the notice."""
    steps = [Step("publication", published.number, Unit.TEXT, Given(published.source))]
    title = published.facts.get("title")
    if title is not None:
        steps.append(Step("publication_title", title.value, Unit.TEXT, Given(title.place)))
    verdict = not_met(*steps, says="not_met" if title is not None else "untitled")
    rules, rule = _rule(_REGISTERED, None, book.sets[EUROPEAN].on(day))
    return _finding(_REGISTERED, verdict, None, published.source, rules, rule)


def _rule(check: NoticeCheck, policy: RuleSet | None, law: RuleSet) -> tuple[RuleSet, CheckRule | None]:
    """The policy's own word on the check, else that of the law."""
    for rules in (policy, law):
        rule = next((rule for rule in rules.check if rule.id == check.code), None) if rules is not None else None
        if rules is not None and rule is not None:
            return rules, rule
    return law, None


def _finding(
    check: NoticeCheck, verdict: Verdict, contract: str | None, place: Place, rules: RuleSet, rule: CheckRule | None
) -> Finding:
    """A question is a notice; what is not met is as heavy as the check, or as the rule says."""
    heavy = (rule.level if rule is not None else None) or check.level
    return Finding(
        check.code,
        contract,
        verdict.outcome,
        heavy if verdict.outcome is Outcome.NOT_MET else Level.NOTICE,
        check.owner,
        place,
        verdict.says,
        verdict.also,
        _sources(rules, rule),
        verdict.steps,
        rule is not None and rule.certainty == "inferred",
    )


def _sources(rules: RuleSet, rule: CheckRule | None) -> tuple[Source, ...]:
    by_id = {source.id: source for source in rules.source}
    return () if rule is None else tuple(by_id[name] for name in rule.source)

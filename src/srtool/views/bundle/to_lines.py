"""Bundles for a person: the gain first, then each proposal with its ground, then what falls short and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from shlex import quote

from srtool.bundle.proposal import Bundle, LeftOut, Plan, Proof, Shortfall
from srtool.finding import OPEN, Report, Unit
from srtool.texts import Lang, sentence, words
from srtool.texts.say import amount, percent, show
from srtool.views.bundle.words import fact_lines, group_label, members_of, state, years
from srtool.views.shared.finding_lines import by_owner, label_width
from srtool.views.shared.lines import MOST, Line, wrapped
from srtool.views.shared.names import counted, source_titles, whole
from srtool.views.shared.report_head import head
from srtool.views.shared.step_lines import step_lines
from srtool.views.shared.sum_text import sum_text
from srtool.views.shared.view_options import ViewOptions


def bundle(
    plan: Plan, report: Report, lang: Lang, options: ViewOptions, names: Mapping[str, str], path: str = "register.toml"
) -> list[Line]:
    """The lines of a plan and of the findings beside it.

    `names` are those of the suppliers by their numbers, `path` is the file as it was typed.
    """
    return [
        *wrapped(_bundle(plan, report, lang, options, names), options.width),
        *wrapped(_close(plan, lang, options, path), options.width),
    ]


def _bundle(plan: Plan, report: Report, lang: Lang, options: ViewOptions, names: Mapping[str, str]) -> Iterator[Line]:
    yield head(report, lang, "bundle")
    yield Line("")
    yield from _overall(plan, lang)
    for bundle in plan.bundles[:MOST]:
        yield Line("")
        yield from _proposal(bundle, lang, options, names)
    if len(plan.bundles) > MOST:
        yield Line(counted(lang, "bundle.more_bundles", len(plan.bundles) - MOST), "dim")
    yield from _section(
        "short",
        [line for shortfall in plan.shortfalls[:MOST] for line in _short(shortfall, lang, names)],
        len(plan.shortfalls),
        lang,
    )
    left = [_left_out(left_out, lang) for left_out in plan.left_out[:MOST]]
    yield from _section("left_out", left, len(plan.left_out), lang)
    yield from _section("proof", list(_proof(plan.proofs, lang, names)), 0, lang)
    yield from _findings(report, lang, options)


def _overall(plan: Plan, lang: Lang) -> Iterator[Line]:
    phrases, overall = words(lang, "bundle.overall"), plan.overall
    pools = sum(bundle.group.bundle == "pool" for bundle in plan.bundles)
    merges = len(plan.bundles) - pools
    if plan.bundles:
        kinds = (("pools", pools), ("merges", merges))
        parts = ", ".join(counted(lang, f"bundle.{what}", count) for what, count in kinds if count)
        yield Line(
            phrases["found"].format(bundles=counted(lang, "bundle.bundles", len(plan.bundles)), kinds=parts),
            "strong",
        )
    else:
        yield Line(phrases["none"], "strong")
    yield Line(
        phrases["now_open" if overall.open_scope else "now"].format(
            in_scope=_contracts(overall.in_scope, lang),
            open=whole(lang, overall.open_scope),
            asking=whole(lang, overall.asking),
            norm=sum_text(overall.norm, lang),
        )
    )
    if merges:
        contracts = _contracts(overall.in_scope + overall.merged_members, lang)
        norm = sum_text(overall.merged_norm, lang)
        has_amount = any(bundle.obligation is not None for bundle in plan.bundles if bundle.group.bundle == "merge")
        yield Line(phrases["merged" if has_amount else "merged_unknown"].format(contracts=contracts, norm=norm))
    if pools:
        has_amount = any(bundle.obligation is not None for bundle in plan.bundles if bundle.group.bundle == "pool")
        key = "pooled" if has_amount else "pooled_unknown"
        contracts, to_discuss = _contracts(overall.pooled_contracts, lang), amount(lang, overall.to_discuss)
        yield Line(phrases[key].format(contracts=contracts, amount=to_discuss))


def _contracts(count: int, lang: Lang) -> str:
    return counted(lang, "shared.contracts", count)


def _proposal(bundle: Bundle, lang: Lang, options: ViewOptions, names: Mapping[str, str]) -> Iterator[Line]:
    titles, phrases = words(lang, "bundle.titles"), words(lang, "bundle.bundle")
    yield Line(
        titles[bundle.group.bundle].format(id=bundle.id, group=group_label(bundle.group, lang, names)), "title", 0, 2
    )
    yield Line(
        titles["members"].format(n=whole(lang, len(bundle.members)), members=members_of(bundle.members)), "", 2, 2
    )
    for fact in fact_lines(bundle, lang):
        yield Line(fact, "", 2, 2)
    if bundle.per_year:
        yield Line(phrases["per_year"].format(years=years(bundle, lang)), "", 2, 2)
    yield Line(phrases["state"].format(state=state(bundle, lang)), "strong", 2, 2)
    suppliers = ", ".join(names.get(supplier, supplier) for supplier in bundle.named_suppliers)
    marks = words(lang, "bundle.marks")
    for mark in bundle.marks:
        yield Line(marks[mark].format(suppliers=suppliers), "warning", 2, 2)
    for others in bundle.other_texts:
        yield Line(marks["other_texts"].format(contracts=members_of(others)), "warning", 2, 2)
    if bundle.group.bundle == "pool":
        yield Line(marks["question"], "undecided", 2, 2)
    if bundle.already:
        yield Line(phrases["already"].format(contracts=members_of(bundle.already)), "", 2, 2)
    yield Line(phrases["ground"].format(titles=source_titles(bundle.sources)), "dim", 2, 2)
    if options.why:
        yield from step_lines(bundle.steps, lang, 4)


def _section(key: str, lines: Sequence[Line], count: int, lang: Lang) -> Iterator[Line]:
    """Lines under their title; nothing when there are none."""
    if lines:
        yield Line("")
        yield Line(words(lang, "bundle.titles")[key], "title")
        yield from lines
        if count > MOST:
            yield Line(counted(lang, "bundle.more_short", count - MOST), "dim", 2)


def _short(shortfall: Shortfall, lang: Lang, names: Mapping[str, str]) -> Iterator[Line]:
    phrases = words(lang, "bundle.short")
    reason_text = phrases[shortfall.reason].format(
        members=members_of(shortfall.members),
        total=amount(lang, shortfall.total),
        missing=amount(lang, shortfall.missing),
    )
    kind, group = words(lang, "bundle.kinds")[shortfall.group.bundle], group_label(shortfall.group, lang, names)
    yield Line(f"{reason_text} ({kind}, {group})", "", 2, 2)
    if shortfall.short_term:
        yield Line(phrases["term_too"], "", 4, 2)
    if shortfall.readings:
        yield Line(phrases["reading"].format(reading=show(lang, shortfall.readings, Unit.READINGS)), "", 4, 2)
    for near in shortfall.nearby:
        label, total = group_label(near.group, lang, names), amount(lang, near.total)
        yield Line(phrases["nearby"].format(members=members_of(near.members), group=label, total=total), "", 4, 2)
    if shortfall.other_kind:
        yield Line(phrases["other_kind"].format(members=members_of(shortfall.other_kind)), "", 4, 2)


def _left_out(left_out: LeftOut, lang: Lang) -> Line:
    return Line(f"{left_out.contract}  {reason(left_out, lang)}", "", 2, 2)


def reason(left_out: LeftOut, lang: Lang) -> str:
    """Why a contract takes no part."""
    phrases = words(lang, "bundle.reasons")
    if left_out.share is not None:
        key = f"no_wage_sum_{left_out.helps}" + ("_from" if left_out.operator == "at_least" else "")
        return phrases[key].format(share=percent(lang, left_out.share))
    return phrases[left_out.reason]


def _proof(proofs: Sequence[Proof], lang: Lang, names: Mapping[str, str]) -> Iterator[Line]:
    phrases = words(lang, "bundle.proof")
    unproved = [proof for proof in proofs if not proof.optimal]
    for proof in unproved[:MOST]:
        if proof.doubted:
            values = {"group": group_label(proof.group, lang, names), "names": "; ".join(proof.doubted)}
            yield Line(phrases["doubted"].format_map(values), "undecided", 2, 2)
            continue
        values = {
            "group": group_label(proof.group, lang, names),
            "bundles": counted(lang, "bundle.bundles", proof.bundles),
            "bound": whole(lang, proof.bound),
            "covered": amount(lang, proof.covered),
            "covered_bound": amount(lang, proof.covered_bound),
        }
        yield Line(phrases[f"open_{proof.group.bundle}"].format_map(values), "undecided", 2, 2)
    proved = len(proofs) - len(unproved)
    key = "none" if not proofs else "proved" if unproved else "one" if proved == 1 else "all"
    if proved or not proofs:
        yield Line(phrases[key].format(n=whole(lang, proved)), "", 2, 2)


def _findings(report: Report, lang: Lang, options: ViewOptions) -> Iterator[Line]:
    """The checks that look at several contracts, apart: counting together is another thing than merging."""
    contracts = {verdict.id: verdict for verdict in report.contracts}
    findings = [finding for finding in report.findings if finding.contract in contracts and finding.outcome in OPEN]
    if findings:
        yield Line("")
        yield Line(sentence(lang, "bundle.titles.laws"), "title")
        named = {finding.contract for finding in findings}
        shown = {name: contracts[name] for name in contracts if name in named}
        yield from by_owner(findings[:MOST], shown, lang, why=options.why, column=label_width(lang, options.width))
        if len(findings) > MOST:
            yield Line(counted(lang, "bundle.more_short", len(findings) - MOST), "dim", 2)


def _close(plan: Plan, lang: Lang, options: ViewOptions, path: str) -> Iterator[Line]:
    phrases = words(lang, "bundle.close")
    yield Line("")
    if any(bundle.state == "needs_motivation" for bundle in plan.bundles):
        yield Line(phrases["write"].format(path=quote(path)), "dim", 0, 2)
    if not options.why:
        yield Line(phrases["hint"], "dim")
    yield Line(phrases["notice"], "dim")

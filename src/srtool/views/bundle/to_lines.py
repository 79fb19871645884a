"""Bundles for a person: the gain first, then each proposal with its ground, then what falls short and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from shlex import quote

from srtool.bundle.proposal import Bundle, LeftOut, Plan, Proof, Shortfall
from srtool.finding import OPEN, Report, Unit
from srtool.texts import Lang
from srtool.texts.say import amount, percent, show
from srtool.views.bundle.words import fact_lines, group_label, members_of, state, words, years
from srtool.views.shared.finding_lines import by_owner, label_width
from srtool.views.shared.lines import MOST, Line, wrapped
from srtool.views.shared.names import counted, source_titles, whole
from srtool.views.shared.report_head import head
from srtool.views.shared.step_lines import step_lines
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
    for one in plan.bundles[:MOST]:
        yield Line("")
        yield from _proposal(one, lang, options, names)
    if len(plan.bundles) > MOST:
        yield Line(counted(lang, "more_bundles", len(plan.bundles) - MOST, "bundle"), "dim")
    yield from _section(
        "short",
        [line for one in plan.shortfalls[:MOST] for line in _short(one, lang, names)],
        len(plan.shortfalls),
        lang,
    )
    left = [_left_out(one, lang) for one in plan.left_out[:MOST]]
    yield from _section("left_out", left, len(plan.left_out), lang)
    yield from _section("proof", list(_proof(plan.proofs, lang, names)), 0, lang)
    yield from _findings(report, lang, options)


def _overall(plan: Plan, lang: Lang) -> Iterator[Line]:
    text, overall = words(lang, "overall"), plan.overall
    pools = sum(one.group.bundle == "pool" for one in plan.bundles)
    merges = len(plan.bundles) - pools
    if plan.bundles:
        kinds = (("pools", pools), ("merges", merges))
        said = ", ".join(counted(lang, what, count, "bundle") for what, count in kinds if count)
        yield Line(
            text["found"].format(bundles=counted(lang, "bundles", len(plan.bundles), "bundle"), kinds=said), "strong"
        )
    else:
        yield Line(text["none"], "strong")
    yield Line(text["now"].format(contracts=_contracts(overall.contracts, lang), norm=amount(lang, overall.norm)))
    if merges:
        contracts, norm = _contracts(overall.merged_contracts, lang), amount(lang, overall.merged_norm)
        known = any(one.obligation is not None for one in plan.bundles if one.group.bundle == "merge")
        yield Line(text["merged" if known else "merged_unknown"].format(contracts=contracts, norm=norm))
    if pools:
        known = any(one.obligation is not None for one in plan.bundles if one.group.bundle == "pool")
        key = "pooled" if known else "pooled_unknown"
        contracts, to_discuss = _contracts(overall.pooled_contracts, lang), amount(lang, overall.to_discuss)
        yield Line(text[key].format(contracts=contracts, amount=to_discuss))


def _contracts(count: int, lang: Lang) -> str:
    return counted(lang, "contracts", count)


def _proposal(one: Bundle, lang: Lang, options: ViewOptions, names: Mapping[str, str]) -> Iterator[Line]:
    titles, text = words(lang, "titles"), words(lang, "bundle")
    yield Line(titles[one.group.bundle].format(id=one.id, group=group_label(one.group, lang, names)), "title", 0, 2)
    yield Line(titles["members"].format(n=whole(lang, len(one.members)), members=members_of(one.members)), "", 2, 2)
    for sentence in fact_lines(one, lang):
        yield Line(sentence, "", 2, 2)
    if one.per_year:
        yield Line(text["per_year"].format(years=years(one, lang)), "", 2, 2)
    yield Line(text["state"].format(state=state(one, lang)), "strong", 2, 2)
    suppliers = ", ".join(names.get(supplier, supplier) for supplier in one.named_suppliers)
    marks = words(lang, "marks")
    for mark in one.marks:
        yield Line(marks[mark].format(suppliers=suppliers), "warning", 2, 2)
    for others in one.other_texts:
        yield Line(marks["other_texts"].format(contracts=members_of(others)), "warning", 2, 2)
    if one.group.bundle == "pool":
        yield Line(marks["question"], "undecided", 2, 2)
    if one.already:
        yield Line(text["already"].format(contracts=members_of(one.already)), "", 2, 2)
    yield Line(text["ground"].format(titles=source_titles(one.sources)), "dim", 2, 2)
    if options.why:
        yield from step_lines(one.steps, lang, 4)


def _section(key: str, lines: Sequence[Line], count: int, lang: Lang) -> Iterator[Line]:
    """Lines under their title; nothing when there are none."""
    if lines:
        yield Line("")
        yield Line(words(lang, "titles")[key], "title")
        yield from lines
        if count > MOST:
            yield Line(counted(lang, "more_short", count - MOST, "bundle"), "dim", 2)


def _short(one: Shortfall, lang: Lang, names: Mapping[str, str]) -> Iterator[Line]:
    text = words(lang, "short")
    said = text[one.reason].format(
        members=members_of(one.members), total=amount(lang, one.total), missing=amount(lang, one.missing)
    )
    yield Line(f"{said} ({words(lang, 'kinds')[one.group.bundle]}, {group_label(one.group, lang, names)})", "", 2, 2)
    if one.short_term:
        yield Line(text["term_too"], "", 4, 2)
    if one.readings:
        yield Line(text["reading"].format(reading=show(lang, one.readings, Unit.READINGS)), "", 4, 2)
    for near in one.nearby:
        label, total = group_label(near.group, lang, names), amount(lang, near.total)
        yield Line(text["nearby"].format(members=members_of(near.members), group=label, total=total), "", 4, 2)
    if one.other_kind:
        yield Line(text["other_kind"].format(members=members_of(one.other_kind)), "", 4, 2)


def _left_out(one: LeftOut, lang: Lang) -> Line:
    return Line(f"{one.contract}  {reason(one, lang)}", "", 2, 2)


def reason(one: LeftOut, lang: Lang) -> str:
    """Why a contract takes no part."""
    text = words(lang, "reasons")
    if one.share is not None:
        key = f"no_wage_sum_{one.helps}" + ("_from" if one.operator == "at_least" else "")
        return str(text[key].format(share=percent(lang, one.share)))
    return str(text[one.reason])


def _proof(proofs: Sequence[Proof], lang: Lang, names: Mapping[str, str]) -> Iterator[Line]:
    text = words(lang, "proof")
    unproved = [proof for proof in proofs if not proof.optimal]
    for proof in unproved[:MOST]:
        values = {
            "group": group_label(proof.group, lang, names),
            "bundles": counted(lang, "bundles", proof.bundles, "bundle"),
            "bound": whole(lang, proof.bound),
            "covered": amount(lang, proof.covered),
            "covered_bound": amount(lang, proof.covered_bound),
        }
        yield Line(text[f"open_{proof.group.bundle}"].format_map(values), "undecided", 2, 2)
    proved = len(proofs) - len(unproved)
    key = "none" if not proofs else "proved" if unproved else "one" if proved == 1 else "all"
    if proved or not proofs:
        yield Line(text[key].format(n=whole(lang, proved)), "", 2, 2)


def _findings(report: Report, lang: Lang, options: ViewOptions) -> Iterator[Line]:
    """The checks that look at several contracts, apart: counting together is another thing than merging."""
    contracts = {verdict.id: verdict for verdict in report.contracts}
    found = [one for one in report.findings if one.contract in contracts and one.outcome in OPEN]
    if found:
        yield Line("")
        yield Line(words(lang, "titles")["laws"], "title")
        named = {one.contract for one in found}
        shown = {name: contracts[name] for name in contracts if name in named}
        yield from by_owner(found[:MOST], shown, lang, why=options.why, column=label_width(lang, options.width))
        if len(found) > MOST:
            yield Line(counted(lang, "more_short", len(found) - MOST, "bundle"), "dim", 2)


def _close(plan: Plan, lang: Lang, options: ViewOptions, path: str) -> Iterator[Line]:
    text = words(lang, "close")
    yield Line("")
    if any(one.state == "needs_motivation" for one in plan.bundles):
        yield Line(text["write"].format(path=quote(path)), "dim", 0, 2)
    if not options.why:
        yield Line(text["hint"], "dim")
    yield Line(text["notice"], "dim")

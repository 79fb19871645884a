"""What another threshold or norm would bring: worked by hand to the cent, and what is not known as a range."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from srtool.case.build import Own
from srtool.checks.evaluate import Evaluation, evaluate
from srtool.checks.summary import summary
from srtool.portfolio.simulation import Result, Scheme, Span, jobs, simulate, usual
from srtool.readers import register
from srtool.readers.rules import rule_sets
from srtool.register.model import Kind
from srtool.rules.rulebook import EUROPEAN, RuleBook
from tests.support.paths import EXAMPLES

ON = date(2026, 11, 22)
BASE = """
kind = "services"
start = 2027-01-01
end = 2027-12-31
"""


def _evaluated(path: Path) -> Evaluation:
    names = ("rijk-classic", "rijk-tailored", "haaglanden", EUROPEAN)
    loaded = {name: rule_sets.load(rule_sets.find(name, None)) for name in names}
    book = RuleBook({name: one.rules for name, one in loaded.items()}, {n: one.sha256 for n, one in loaded.items()})
    return evaluate(register.read(path), book, ON, Own())


def _simulated(folder: Path, contracts: Sequence[str], *tried: Scheme) -> tuple[Result, ...]:
    path = folder / "register.toml"
    records = (f'[[contracts]]\nid = "C{n}"\ntitle = "C{n}"\n{fields}' for n, fields in enumerate(contracts, 1))
    path.write_text("\n".join(records), encoding="utf-8")
    found = simulate(_evaluated(path).cases, tried)
    return (found.present, *found.results)


def _scheme(  # the usual one, but for what is said
    threshold: str = "250000", norm: str = "5", months: int | None = 6, kinds: tuple[Kind, ...] = ("works", "services")
) -> Scheme:
    return Scheme(Decimal(threshold), Decimal(norm), months, "wage_sum", kinds)


def test_the_boundary_to_the_cent(tmp_path: Path) -> None:
    contracts = [f"wage_sum = {amount}{BASE}" for amount in ("150000.00", "150000.01", "250000.00", "250000.01")]
    today, lower, same = _simulated(tmp_path, contracts, _scheme("150000"), _scheme())
    assert today.in_scope == same.in_scope == ("C4",)
    assert lower.in_scope == ("C2", "C3", "C4")
    assert lower.enters == ("C2", "C3")
    assert same.enters == same.leaves == ()
    # 5% of 250,000.01 is 12,500.0005; of 150,000.01 it is 7,500.0005, of 250,000 it is 12,500
    assert today.whole.norm == same.whole.norm == Span(Decimal("12500.00"), Decimal("12500.00"))
    assert lower.whole.norm == Span(Decimal("32500.00"), Decimal("32500.00"))


def test_each_amount_is_rounded_half_up_per_contract(tmp_path: Path) -> None:
    # 7.5% of 300,000.20 = 22,500.015 -> .02; twice that is 45,000.04, and not the 45,000.03 of the sum
    _, result = _simulated(tmp_path, [f"wage_sum = 300000.20{BASE}"] * 2, _scheme(norm="7.5"))
    assert result.whole.norm.low == Decimal("45000.04")


def test_a_higher_threshold_lets_contracts_go(tmp_path: Path) -> None:
    contracts = [f"wage_sum = {amount}{BASE}" for amount in (300_000, 500_000)]
    _, result = _simulated(tmp_path, contracts, _scheme("400000"))
    assert (result.in_scope, result.enters, result.leaves) == (("C2",), (), ("C1",))


def test_an_unknown_wage_sum_is_a_range_from_nothing_to_what_the_value_allows(tmp_path: Path) -> None:
    today, lower = _simulated(tmp_path, [f"contract_value = 200000{BASE}"], _scheme("150000"))
    assert (today.whole.sure, today.whole.possible, today.whole.norm.high) == (0, 0, Decimal("0.00"))
    assert (lower.whole.sure, lower.whole.possible) == (0, 1)
    assert lower.whole.norm == Span(Decimal("0.00"), Decimal("10000.00"))
    assert (lower.in_scope, lower.possible, lower.enters) == ((), ("C1",), ())
    assert (lower.may_enter, lower.may_leave) == (("C1",), ())


def test_what_is_in_doubt_under_both_may_come_in_only_where_more_comes_in(tmp_path: Path) -> None:
    contracts = [f"contract_value = 800000{BASE}", f"wage_sum = 300000{BASE}"]
    _, lower, same, higher, shorter = _simulated(
        tmp_path, contracts, _scheme("150000"), _scheme(), _scheme("400000"), _scheme(months=None)
    )
    assert (lower.enters, lower.may_enter, lower.may_leave) == ((), ("C1",), ())
    assert (same.may_enter, same.may_leave) == ((), ())
    assert (higher.leaves, higher.may_enter, higher.may_leave) == (("C2",), (), ("C1",))
    assert shorter.may_enter == ("C1",)


def test_what_becomes_certain_may_have_been_so_before(tmp_path: Path) -> None:
    contracts = [f"contract_value = 800000\nwage_sum = 300000{BASE.replace('kind', '#kind')}"]
    today, every = _simulated(tmp_path, contracts, _scheme(kinds=("works", "services", "supplies")))
    assert (today.possible, every.in_scope) == (("C1",), ("C1",))
    assert (every.enters, every.may_enter) == ((), ("C1",))


def test_what_nothing_bounds_is_counted_and_never_nothing(tmp_path: Path) -> None:
    _, result = _simulated(tmp_path, [BASE, f"wage_sum = 300000{BASE}"], _scheme())
    assert result.whole.norm == Span(Decimal("15000.00"), Decimal("15000.00"), 1)
    assert (result.whole.sure, result.whole.possible) == (1, 1)


def test_small_obligations_are_those_under_five_thousand_euro(tmp_path: Path) -> None:
    # 5% of 99,999.80 is 4,999.99; of 100,000 it is 5,000.00
    contracts = [f"wage_sum = {amount}{BASE}" for amount in ("99999.80", "100000.00")]
    _, result = _simulated(tmp_path, contracts, _scheme("50000"))
    assert (result.small, result.whole.sure) == (1, 2)


@pytest.mark.parametrize(("months", "count"), [(6, 1), (5, 2), (None, 3)])
def test_the_term_from_which_it_holds(tmp_path: Path, months: int | None, count: int) -> None:
    terms = (("2027-01-01", "2027-06-30"), ("2027-01-01", "2027-06-29"), ("2027-01-01", "2027-01-31"))
    contracts = [f'kind = "services"\nwage_sum = 300000\nstart = {start}\nend = {end}\n' for start, end in terms]
    _, result = _simulated(tmp_path, contracts, _scheme(months=months))
    assert result.whole.sure == count


def test_the_kinds_for_which_it_holds(tmp_path: Path) -> None:
    kinds = ('kind = "works"\n', 'kind = "supplies"\n', "")
    contracts = [f"{kind}wage_sum = 300000\nstart = 2027-01-01\nend = 2027-12-31\n" for kind in kinds]
    _, usual_kinds, supplies, every = _simulated(
        tmp_path,
        contracts,
        _scheme(),
        _scheme(kinds=("supplies",)),
        _scheme(kinds=("works", "services", "supplies")),
    )
    assert (usual_kinds.in_scope, usual_kinds.possible) == (("C1",), ("C3",))
    assert (supplies.in_scope, supplies.possible) == (("C2",), ("C3",))
    assert (every.in_scope, every.possible) == (("C1", "C2", "C3"), ())


def test_of_the_contract_value_the_estimate_is_the_most(tmp_path: Path) -> None:
    scheme = Scheme(Decimal(250_000), Decimal(5), 6, "contract_value", ("services",))
    contracts = [
        f"contract_value = 300000{BASE}",
        f"wage_sum = 260000\nestimated_value = 400000{BASE}",
        f"estimated_value = 250000{BASE}",
    ]
    _, result = _simulated(tmp_path, contracts, scheme)
    assert (result.in_scope, result.possible) == (("C1", "C2"), ())
    # C1: 15,000; C2: from 5% of the wage sum, 13,000, to 5% of the estimate, 20,000
    assert result.whole.norm == Span(Decimal("28000.00"), Decimal("35000.00"))


def test_call_offs_follow_the_contract_above_them(tmp_path: Path) -> None:
    contracts = [f"wage_sum = 300000{BASE}", f'wage_sum = 300000\npart_of = "C1"{BASE}']
    today, result = _simulated(tmp_path, contracts, _scheme("100000"))
    assert today.in_scope == result.in_scope == ("C1",)


def test_categories_and_units_add_up_to_the_whole(tmp_path: Path) -> None:
    contracts = [
        f'category = "Schoonmaak"\nunit = "Noord"\nwage_sum = 300000{BASE}',
        f'category = "Catering"\nunit = "Noord"\nwage_sum = 400000{BASE}',
        f"wage_sum = 500000{BASE}",
    ]
    _, result = _simulated(tmp_path, contracts, _scheme())
    assert [(part.name, part.norm.low) for part in result.by_category] == [
        (None, Decimal("25000.00")),
        ("Catering", Decimal("20000.00")),
        ("Schoonmaak", Decimal("15000.00")),
    ]
    assert [(part.name, part.sure) for part in result.by_unit] == [("Noord", 2), (None, 1)]
    assert sum(part.norm.low for part in result.by_unit) == result.whole.norm.low == Decimal("60000.00")


def test_today_is_what_the_check_says_of_the_portfolio() -> None:
    evaluation = _evaluated(EXAMPLES / "portfolio.xlsx")
    today, checked = simulate(evaluation.cases, ()).present, summary(evaluation.report)
    assert (today.whole.sure, today.whole.possible) == (checked.in_scope, checked.open_scope)
    assert today.whole.norm.low == checked.norm_obligation.known
    now = usual(evaluation.cases)
    assert now is not None
    assert (now.basis, now.amount, now.min_months) == ("wage_sum", Decimal(250_000), 6)


def test_jobs_are_the_amount_by_the_price_of_one() -> None:
    assert jobs(Decimal("100000.00"), Decimal(30_000)) == Decimal("3.33")
    assert jobs(Decimal("50000.00"), Decimal(30_000)) == Decimal("1.67")

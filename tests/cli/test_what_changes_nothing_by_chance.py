"""The same registers, said otherwise, get the same answers: registers of chance with real terms and efforts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from os import chdir
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.support.answers import ON, Tables, answered, applicable, renamed, standings, verdicts, written
from tests.support.program import printed
from tests.support.registers_of_terms import registers

some = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),  # the registers are small as they come, and each run is a second
)
_TIED = ("efforts", "contacts", "adjustments")
_ACROSS = ("SR4", "SR909")
"""Checks that look at other contracts of the same file."""
_DAY = re.compile(r"\b(2[04])(\d\d-\d\d-\d\d)\b")
_AMOUNTS = frozenset({"amount", "wage_sum", "contract_value"})


@contextmanager
def _own_folder() -> Iterator[None]:
    """A folder for one example; a fixture would serve all of them."""
    before = Path.cwd()
    with TemporaryDirectory() as folder:
        chdir(folder)
        try:
            yield
        finally:
            chdir(before)


@given(registers(), st.randoms(use_true_random=False))
@some
def test_order(tables: Tables, chance: Random) -> None:
    other = {name: chance.sample(rows, len(rows)) for name, rows in tables.items()}
    with _own_folder():
        usual, shuffled = written(tables), written(other, "b.toml")
        assert verdicts(shuffled) == verdicts(usual)
        assert standings(shuffled) == standings(usual)


@given(registers(), st.permutations(["k", "Z-9", "A 1", "x/y"]))
@some
def test_other_numbers(tables: Tables, new: list[str]) -> None:
    names = {one["id"]: name for one, name in zip(tables["contracts"], new, strict=False)}
    back: Mapping[str | None, str] = {name: number for number, name in names.items()}
    with _own_folder():
        contracts, findings = verdicts(written(tables))
        others, other_findings = verdicts(written(renamed(tables, names), "b.toml"))
        assert {back[name]: one for name, one in others.items()} == contracts
        assert {(back.get(name, name), code): one for (name, code), one in other_findings.items()} == findings
        progress, *sums = standings("a.toml")
        other_progress, *other_sums = standings("b.toml")
        assert {back[name]: one for name, one in other_progress.items()} == progress
        assert other_sums == sums


@given(registers(least=2))
@some
def test_an_unrelated_contract(tables: Tables) -> None:
    """In the columns that the register has: one that is wholly absent is another matter than one that is empty."""
    extra = {
        "id": "ZZ-99",
        "title": "Iets heel anders",
        "supplier": "Niemand anders BV",
        "cpv": "30000000-9",
        "contract_value": 1234,
        **{key: tables["contracts"][0][key] for key in ("start", "end")},
    }
    with _own_folder():
        contracts, findings = verdicts(written(tables))
        more, more_findings = verdicts(written(tables | {"contracts": [*tables["contracts"], extra]}, "b.toml"))
        assert {name: one for name, one in more.items() if name != "ZZ-99"} == contracts
        others = {key: one for key, one in more_findings.items() if key[0] != "ZZ-99"}
        assert applicable(others) == applicable(findings)
        assert standings("b.toml")[0] == standings("a.toml")[0]


@given(registers(least=4))
@some
def test_two_files(tables: Tables) -> None:
    """Of more than one contract each: of a single one an absent column is asked for, of more it is said once.

    What was done is kept in the one file and not in the other, where a table stands in only one of them.
    """
    contracts = tables["contracts"]
    across: tuple[str, ...] = _ACROSS
    with _own_folder():
        whole = verdicts(written(tables))
        names = []
        for number, part in enumerate((contracts[::2], contracts[1::2])):
            ids = {one["id"] for one in part}
            tied = {table: [row for row in tables.get(table, ()) if row["contract"] in ids] for table in _TIED}
            if any(tables.get(table) and not tied[table] for table in _TIED):
                across = (*_ACROSS, "SR5")
            if part:
                names.append(written({"contracts": part, **{k: v for k, v in tied.items() if v}}, f"{number}.toml"))
        parted = verdicts(*names)
        assert parted[0] == whole[0]
        within, apart = applicable(whole[1]), applicable(parted[1])
        assert not {key for key, _ in within.items() ^ apart.items() if not key[1].startswith(across)}


@given(registers())
@some
def test_a_workbook(tables: Tables) -> None:
    with _own_folder():
        file = written(tables)
        ran = printed(["convert", file, "b.xlsx"])
        assert ran.code == 0, ran.stderr
        assert verdicts("b.xlsx") == verdicts(file)
        assert standings("b.xlsx") == standings(file)
        assert printed(["convert", "b.xlsx", "c.toml"]).code == 0
        assert verdicts("c.toml") == verdicts(file)


@given(registers())
@some
def test_the_language(tables: Tables) -> None:
    with _own_folder():
        file = written(tables)
        assert verdicts(file, lang="nl") == verdicts(file)
        assert standings(file, lang="nl") == standings(file)


def later(value: Any) -> Any:  # noqa: ANN401 - whatever stands in a table
    """The same, 400 years later: the calendar repeats itself to the day of the week."""
    if isinstance(value, dict):
        return {key: later(part) for key, part in value.items()}
    if isinstance(value, list):
        return [later(part) for part in value]
    return value.replace(year=value.year + 400) if isinstance(value, date) else value


def _back(answer: Any) -> Any:  # noqa: ANN401 - JSON
    return json.loads(_DAY.sub(lambda day: ("20" if day[1] == "24" else day[1]) + day[2], json.dumps(answer)))


@given(registers())
@some
def test_four_hundred_years_later(tables: Tables) -> None:
    """The European thresholds of then are not known; all else is as today."""
    then = "24" + ON[2:]
    with _own_folder():
        contracts, findings = verdicts(written(tables))
        other, other_findings = verdicts(written(later(tables), "b.toml"), on=then)
        assert _back(other) == contracts
        assert {key: one for key, one in other_findings.items() if not key[1].startswith("SR4")} == {
            key: one for key, one in findings.items() if not key[1].startswith("SR4")
        }
        assert _back(standings("b.toml", on=then)) == json.loads(json.dumps(standings("a.toml")))


def times(value: Any, factor: int) -> Any:  # noqa: ANN401 - whatever stands in a table
    """The same with every amount so many times as large."""
    if isinstance(value, dict):
        return {key: part * factor if key in _AMOUNTS else times(part, factor) for key, part in value.items()}
    return [times(part, factor) for part in value] if isinstance(value, list) else value


@given(registers(), st.integers(2, 9))
@some
def test_so_many_times_as_large(tables: Tables, factor: int) -> None:
    """To the cent where nothing is divided over days, else within what rounding to a cent makes of it."""
    with _own_folder():
        contracts, _ = verdicts(written(tables))
        other, _ = verdicts(written(times(tables, factor), "b.toml"))
        for number, one in contracts.items():
            is_spread = one["asked_percent"] is None and one["asked_obligation"] is not None
            for name in ("wage_sum", "norm_obligation", "asked_obligation"):
                _is_times(other[number][name], one[name], factor, Decimal("0.01") if is_spread else Decimal(0))
        progress, sums, _ = standings("a.toml")
        other_progress, other_sums, _ = standings("b.toml")
        for name in ("confirmed", "claimed", "waived"):
            _is_times(other_sums[name], sums[name], factor, Decimal(0))
        for number, one in progress.items():
            for name in ("confirmed", "claimed", "disputed", "obligation"):
                if name in one:
                    _is_times(other_progress[number][name], one[name], factor, Decimal("0.01"))
            for name in ("open", "gap", "expected"):
                _is_times(
                    other_progress[number]["forecast"].get(name), one["forecast"].get(name), factor, Decimal("0.02")
                )
            assert other_progress[number]["state"] == one["state"]


def _is_times(large: str | None, small: str | None, factor: int, rounding: Decimal) -> None:
    if small is None:
        assert large is None
    else:
        assert large is not None
        assert abs(Decimal(large) - factor * Decimal(small)) <= factor * rounding


@given(registers())
@settings(some, max_examples=5)
def test_check_monitor_and_report_give_the_same_totals(tables: Tables) -> None:
    with _own_folder():
        file = written(tables)
        checked, followed = answered("check", file), answered("monitor", file)
        assert printed(["report", file, "--out", "r.xlsx", "--on", ON]).code == 0
        cells = _named_cells("r.xlsx")
        total = followed["summary"]
        for name in ("confirmed", "claimed", "expected", "gap", "waived"):
            _is_same(cells[f"srtool_{name}"], total[name])
        _is_same(cells["srtool_asked_obligation"], checked["summary"]["asked_obligation"])
        amounts = {one["id"]: one["asked_obligation"] for one in checked["contracts"]}
        # none where nobody said whether the duty runs on over an extension
        obligations = {one["contract"]: one["obligation"] for one in followed["progress"] if one["obligation"]}
        assert obligations == {number: amounts[number] for number in obligations}


def _is_same(cell: object, amount: str | None) -> None:
    """A sum with an unknown part is none; in a cell its known part, or that there is no amount, stands in words."""
    if amount is not None:
        assert (Decimal(0) if isinstance(cell, str) else Decimal(str(cell))) == Decimal(amount)


def _named_cells(path: str) -> dict[str, Any]:
    book = load_workbook(path)
    return {
        name: book[sheet][place.replace("$", "")].value
        for name, defined in book.defined_names.items()
        for sheet, place in defined.destinations
    }

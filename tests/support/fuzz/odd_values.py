"""Values of chance for a field: good ones of its sort, and what officers, exports and other programs leave in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from srtool.register.columns import FieldInfo

ODD_TEXTS: Sequence[str] = (
    "", " ", "-", "0", "1", "0,05", "5%", "1.234", "1,234", "1.234,56", "€ 5,-", "ca. 5", "1,2 mln", "250k", "p.j.",
    "n.v.t.", "diverse", "onbekend", "vacature", "zie bijlage", "ja", "nee", "waar", "#N/A", "#REF!", "=1+1", "+31 6",
    "@naam", "'t Hof", "007", "12345678", "1234567", "90910000-9", "2026-01-01", "31-02-2026", "1-1-26", "Q1 2027",
    "jan-24", "4 jaar + 2x1", "36 mnd", "9999-12-31", "0001-01-01", "1899-12-31", "3000-01-01", "46023", "1e5", "1e999",
    "nan", "inf", "-1", "-0", "١٢٣", "\uff15", "½", "a\nb", "a\tb", "a\r\nb", "één 😀", "\u202eabc", "\u009b1m",
    "\u0007", "\u200b", "\ufeff", "é", "<b>&</b>", "#hek", '"', "\u2018\u2019", "{}", "%s", "a;b", "a,b", "\\", "..",
    "../x.toml", "/etc/hosts", "\\\\server\\x.toml", "A", "a" * 300, "x" * 5000, "1" + " " * 3000 + "x", "9" * 40,
    "Totaal", "x005F", "_x000D_", "(voorbeeld)", "rijk-classic", "utrecht", "eu-thresholds", "1" * 15, "0x10",
    "10:30", "12.345.678",
)  # fmt: skip
DAYS: Sequence[date] = tuple(
    date(*day)
    for day in (
        (1, 1, 1), (1899, 12, 31), (1900, 1, 1), (1999, 12, 31), (2011, 7, 1), (2018, 2, 28), (2024, 2, 29),
        (2025, 12, 31), (2026, 1, 1), (2026, 11, 21), (2026, 11, 22), (2026, 11, 23), (2027, 6, 30), (2028, 2, 29),
        (2999, 12, 31), (9999, 12, 31),
    )
)  # fmt: skip
NUMBERS: Sequence[Any] = (
    0, 1, -1, 2, 5, 6, 7, 12, 48, 100, 101, 120, 1200, 1201, 99_999, 250_000, 250_001, 221_000, 750_000, 10**9, 10**13,
    10**15, 10**16, -(10**9), 2**31, 2**63, Decimal("0.05"), Decimal("0.5"), Decimal("0.005"), Decimal("7.5"),
    Decimal("99.999"), Decimal("-0.01"), Decimal("1e-9"), Decimal("1E+20"), Decimal("NaN"), Decimal("Infinity"),
)  # fmt: skip


def odd(chance: Random) -> Any:  # noqa: ANN401 - any value of TOML
    """A value of any type, fit for the field or not."""
    match chance.randrange(12):
        case 0 | 1 | 2 | 3:
            return chance.choice(ODD_TEXTS)
        case 4 | 5 | 6:
            return chance.choice(NUMBERS)
        case 7 | 8:
            return chance.choice(DAYS)
        case 9:
            return chance.choice((True, False))
        case 10:
            return chance.choice(([], [1, "a"], [[]], {}, {"a": 1}, [{}], [{"from": date(2026, 1, 1), "percent": 5}]))
    return chance.choice((datetime(2026, 1, 1, 12, 30), time(7, 32), 1.5, 1e300, "1.000.000"))  # noqa: DTZ001 - as TOML has it


_GOOD: Mapping[str, Callable[[Random], Any]] = {
    "amount": lambda chance: chance.choice((0, 1, 1000, 15_000, 249_999, 250_000, 250_001, 2_000_000, Decimal("0.01"))),
    "percent": lambda chance: chance.choice((0, 1, 5, 10, 60, 100, Decimal("7.5"), Decimal("0.05"))),
    "number": lambda chance: chance.choice((0, 1, 24, 36, 40, Decimal("25.5"), 1000)),
    "count": lambda chance: chance.choice((0, 1, 2, 5, 100)),
    "months": lambda chance: chance.choice((0, 1, 3, 6, 12, 48, 1200)),
    "day": lambda chance: date(2026, 11, 22) + timedelta(days=round(chance.gauss(0, 500))),
    "yes_no": lambda chance: chance.choice((True, False)),
    "kvk": lambda chance: chance.choice(("12345678", "01234567", "23456789")),
    "cpv": lambda chance: chance.choice(("90910000-9", "45000000", "73000000-2", "30000000", "85000000")),
    "texts": lambda chance: chance.sample(("A", "B", "C-1", "x", "Glans"), 2),
}


def fit(info: FieldInfo, chance: Random) -> Any:  # noqa: ANN401 - any value of TOML
    """A value as this field of the register should have it."""
    if info.choices:
        return chance.choice(info.choices)
    maker = _GOOD.get(info.sort)
    return chance.choice(("A", "B", "Gemeente Utrecht", "Schoonmaak", "P1", "E1")) if maker is None else maker(chance)


def near(value: Any, chance: Random) -> Any:  # noqa: ANN401 - any value of TOML
    """Another value of the same type, not far from this one."""
    match value:
        case bool():
            return not value
        case int() | Decimal():
            return chance.choice((value + 1, value - 1, value * 10, value * 2, -value, value // 2, 0))
        case datetime() | time():
            return value
        case date():
            try:
                return value + timedelta(days=chance.choice((-36_500, -366, -31, -1, 1, 31, 366, 1461, 146_097)))
            except OverflowError:
                return value
        case str():
            return chance.choice((value.upper(), value[:-1], value * 2, f" {value} ", value[::-1], value + "x"))
    return value

#!/usr/bin/env bash
# formulas 1.3.4: VALUE of a number with a decimal comma is the serial number of a day.
# Expected: 2.5 for "2,50", or 250 (a comma is for thousands in English), or #VALUE!, as "2,50"*1 gives in this library.
# Seen: 18295.0, which is 1 February 1950: the comma parts a month and a year. In a register in which percentages are
# text, and the next column has =VALUE(A1), what is computed from "2,50" is seven thousand times too high; "2.50" is
# read as 2.5, and "2,50%" is #VALUE!. No warning.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet formulas==1.3.4
"$work/venv/bin/python" - <<'PY'
import warnings
from datetime import date, timedelta
from importlib.metadata import version

import formulas

warnings.simplefilter("error", UserWarning)
TEXTS = ("2.50", "2,50", "3,75", "7,50", "2,50%", "1.250.000,00")


def computed(formula):
    answer = formulas.Parser().ast(formula)[1].compile()()
    (value,) = getattr(answer, "flat", [answer])
    return str(value) if isinstance(value, formulas.XlError) else float(value)


print("formulas", version("formulas"))
seen = {text: (computed(f'=VALUE("{text}")'), computed(f'="{text}"*1')) for text in TEXTS}
for text, answers in seen.items():
    print(f"  VALUE of {text}: {answers[0]}, times one: {answers[1]}")
assert seen == {
    "2.50": (2.5, 2.5),
    "2,50": (18295.0, "#VALUE!"),
    "3,75": (27454.0, "#VALUE!"),
    "7,50": (18445.0, "#VALUE!"),
    "2,50%": ("#VALUE!", "#VALUE!"),
    "1.250.000,00": ("#VALUE!", "#VALUE!"),
}
day = date(1899, 12, 30) + timedelta(days=seen["2,50"][0])
of_a_million = computed('=VALUE("2,50")/100*1000000')
print(f"  18295 is {day}; that percentage of a million: {of_a_million}")
assert day == date(1950, 2, 1)
assert of_a_million == 182_950_000
PY

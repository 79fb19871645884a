#!/usr/bin/env bash
# num2words 0.5.14: a whole number of euro is read as cents when it is an int, not when it is a float or a Decimal.
# Expected: 1250 is 1250.0 is Decimal(1250): twelve hundred and fifty euro, as without `to="currency"`.
# Seen: num2words(1250, to="currency") is twelve euro and fifty cents, in Dutch as in English. An amount in words that
# is right for all contracts with cents is a hundred times too low for one of which the amount is a whole number.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet num2words==0.5.14
"$work/venv/bin/python" - <<'PY'
from decimal import Decimal
from importlib.metadata import version

from num2words import num2words


def in_words(amount, language):
    return num2words(amount, lang=language, to="currency", currency="EUR")


AMOUNTS = (1250, 1250.0, Decimal("1250"), Decimal("1250.00"))
print("num2words", version("num2words"))
for amount in AMOUNTS:
    print(f"  {amount!r:20} {in_words(amount, 'nl')}")
thousand = "duizendtweehonderdvijftig euro, nul cent"
assert [in_words(amount, "nl") for amount in AMOUNTS] == ["twaalf euro, vijftig cent", thousand, thousand, thousand]
assert in_words(1250, "en") == "twelve euro, fifty cents"
assert in_words(1250.0, "en") == "one thousand, two hundred and fifty euro, zero cents"
assert num2words(1250, lang="nl") == "duizendtweehonderdvijftig"
PY

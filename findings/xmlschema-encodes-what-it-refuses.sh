#!/usr/bin/env bash
# xmlschema 4.3.2: an amount is encoded without an error into XML that the same schema refuses.
# Expected: encode follows the schema, and xs:decimal has no exponents, so 1250000; or an error.
# Seen: Decimal("1250000").normalize() is written as `1.25E+6`, and a float of ten to the sixteenth as `1e+16`. The
# value was found valid, its text never looked at. Only the receiver sees it: the notice is refused.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet xmlschema==4.3.2
"$work/venv/bin/python" - <<'PY'
from decimal import Decimal
from importlib.metadata import version
from xml.etree import ElementTree

import xmlschema

SCHEMA = xmlschema.XMLSchema(
    """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
    <xs:element name="Amount" type="xs:decimal"/>
    </xs:schema>"""
)
AMOUNTS = (Decimal("1250000.00"), Decimal("1250000").normalize(), Decimal("0.00") * Decimal("0.00001"), 1e16)
print("xmlschema", version("xmlschema"))
seen = []
for amount in AMOUNTS:
    element = SCHEMA.encode(amount, path="Amount", validation="strict")
    accepted = SCHEMA.is_valid(ElementTree.tostring(element, encoding="unicode"))
    seen.append((element.text, accepted))
    print(f"  {amount!r:25} is written as {element.text}, valid: {accepted}")
assert seen == [("1250000.00", True), ("1.25E+6", False), ("0E-7", False), ("1e+16", False)]
PY

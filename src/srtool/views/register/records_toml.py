"""Records at the end of a register in TOML, of which every byte stays as it was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from decimal import Decimal

import tomli_w

from srtool.register.model import Contact, Effort


def appended(register: bytes, records: Iterable[Effort | Contact]) -> bytes:
    """The file with a table `[[efforts]]` or `[[contacts]]` for each behind it, in the line ends that it has."""
    ends = b"\r\n" if b"\r\n" in register else b"\n"
    whole = register if not register or register.endswith(b"\n") else register + ends
    for record in records:
        whole += ends + _table(record).encode().replace(b"\n", ends)
    return whole


def _table(record: Effort | Contact) -> str:
    values = {f.name: _value(getattr(record, f.name)) for f in fields(record)}
    filled = {key: value for key, value in values.items() if value not in (None, [])}
    name = "efforts" if isinstance(record, Effort) else "contacts"
    return f"[[{name}]]\n" + tomli_w.dumps(filled, multiline_strings=False)


def _value(value: object) -> object:
    """As an officer would write it: `24`, not `24.0`."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return list(value) if isinstance(value, tuple) else value

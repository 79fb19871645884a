"""Texts of the officer that are passed on without the names of suppliers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from srtool.register.model import Register
from srtool.register.supplier_names import without_form
from srtool.texts import Lang, sentence

_SHORTEST = 3
"""Letters of a name: a shorter one stands in too many words."""


def nameless(register: Register, names: Mapping[str, str], lang: Lang) -> Callable[[str], str]:
    """A text with *[supplier]* for every name or number of a supplier of this register; `names` as people know them."""
    written = {contract.supplier for contract in register.contracts if contract.supplier}
    called = {*names, *names.values(), *written}
    plain = {name for each in called for name in (each.casefold(), without_form(each)) if len(name) >= _SHORTEST}
    if not plain:
        return lambda text: text
    longest_first = sorted(plain, key=lambda name: (-len(name), name))
    spaced = (r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)", re.IGNORECASE)
    instead = sentence(lang, "shared.discreet.supplier")
    return lambda text: pattern.sub(instead, text)

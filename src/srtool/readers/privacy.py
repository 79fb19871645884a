"""What a register must not hold: citizen numbers, names, addresses of placed people. No value is shown."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_SEPARATORS = re.compile(r"[ .\-]")
_DIGITS = re.compile(r"[0-9]{8,9}")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_CITIZEN = frozenset({"bsn", "burgerservicenummer", "sofinummer", "sofi"})
_BORN = frozenset({"geboortedatum", "geboortejaar", "birthdate", "birthday", "birth", "born", "geboren"})
_WHO = frozenset(
    {"naam", "voornaam", "voornamen", "achternaam", "roepnaam", "voorletters", "kandidaat", "candidate"}
    | {"name", "firstname", "lastname", "surname", "initials", "geslacht", "gender", "nationality"}
    | {"adres", "woonadres", "straat", "huisnummer", "postcode", "woonplaats", "nationaliteit", "iban"}
    | {"address", "street", "zipcode", "postalcode", "city", "email", "mail", "mailadres"}
    | {"telefoon", "telefoonnummer", "mobiel", "phone", "telephone", "mobile"}
)


def passes_eleven_test(value: object) -> bool:
    """Whether a text or whole number could be a citizen number (9 digits, or 8 with its zero lost)."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return False
    bare = _SEPARATORS.sub("", value.strip()) if isinstance(value, str) else _plain(value)
    if not _DIGITS.fullmatch(bare):
        return False
    digits = [int(digit) for digit in bare.zfill(9)]
    return any(digits) and sum(w * d for w, d in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def holds_citizen_numbers(values: Iterable[object]) -> bool:
    """Whether more than half of the different values, and at least three, pass the eleven test.

    Different ones, because one contract number that happens to pass may stand in every row.
    """
    different = {value for value in values if isinstance(value, str | int) and not isinstance(value, bool)}
    passing = sum(map(passes_eleven_test, different))
    return passing >= 3 and passing * 2 > len(different)


def names_a_person(key: str, table: str) -> bool:
    """Whether a key that is no field asks who somebody is; a name or address only counts beside an effort."""
    words = set(re.findall(r"[a-z]+", key.lower()))
    words.add("".join(re.findall(r"[a-z]+", key.lower())))
    return _any(words, _CITIZEN) or _any(words, _BORN) or (table == "efforts" and _any(words, _WHO))


def _any(words: Collection[str], of: frozenset[str]) -> bool:
    return not of.isdisjoint(words)


def _plain(value: int) -> str:
    return str(value) if 0 < value < 1_000_000_000 else ""

"""What a register may not hold about a placed person, known by its heading or by values like a BSN."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from srtool.errors import Problem
from srtool.place import Place
from srtool.readers.vocabulary import plain
from srtool.register.unread import PERSON_TABLES

_BSN = re.compile(r"^bsn|bsn$|burgerservicen|sofin|^sofi$|citizenservicen|citizennumber|socialsecuritynumber")
_PERSONAL_WORDS = (
    "naam namen voornaam voornamen achternaam roepnaam voorletters initialen name names firstname "
    "surname lastname initials forename geboortedatum geboortejaar geboren dob birthdate birthday "
    "birth adres woonadres huisadres straat postcode woonplaats address street email mail mailadres "
    "emailadres telefoon telefoonnummer telefoonnr tel mobiel phone telephone mobile phonenumber"
)
_ORGANISATION_WORDS = (
    "contract leverancier opdrachtnemer opdracht project bedrijf organisatie opleiding bouwblok "
    "werkgever activiteit supplier contractor company organisation employer block activity training"
)
_PERSONAL = frozenset(_PERSONAL_WORDS.split())
_OF_AN_ORGANISATION = frozenset(_ORGANISATION_WORDS.split())
_PERSON_FIELDS = frozenset(
    {"client", "buyer", "contract_manager", "social_return_adviser", "by", "next_by", "decided_by"}
)
_LONG_NUMBER = re.compile(r"[0-9](?:[\s.\-]?[0-9]){6,}")
_NAME_OF_A_KEY = re.compile(r"[A-Za-z][A-Za-z_-]*")
_HIDDEN = frozenset({"value", "id", "then"})
_WITH_ID = frozenset({"id_twice", "contract_unknown", "corrects_unknown", "corrects_self"})
"""Problems that have another sentence where the number is not shown."""
_NINE_DIGITS = re.compile(r"(?<![0-9])[0-9](?:[\s.\-]?[0-9]){8}(?![0-9])")
_SIGNS = re.compile(r"[\s.\-]")
_DIGITS = re.compile(r"[0-9]{8,9}")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_FEW = 3
_SHORTEST, _LEAST, _MOST = 8, 10_000_000, 999_999_999
"""Signs of a text, and the numbers, that may be one: nine digits, or eight that lost the zero in front."""


def names_bsn(heading: str) -> bool:
    """Whether the heading announces citizen service numbers, in any spelling."""
    words = [plain(word) for word in re.findall(r"\w+", heading)]
    return any(_BSN.search(word) for word in (*words, plain(heading)))


def names_person(heading: str) -> bool:
    """Whether the heading announces a name, birth date, address, e-mail or telephone number of a person."""
    words = {plain(word) for word in re.findall(r"\w+", re.sub(r"e-mail", "email", heading, flags=re.IGNORECASE))}
    return bool(words & _PERSONAL) and not words & _OF_AN_ORGANISATION


def is_watched(table: str, key: str | None) -> bool:
    """Whether a column (None: no field of ours) may not hold citizen numbers.

    The number of a contract or a supplier may pass the test by chance, so those columns are left alone.
    """
    return table in PERSON_TABLES or key is None or key in _PERSON_FIELDS


def without_numbers(text: str) -> str:
    """A heading or key without what may be somebody's number in it."""
    return _LONG_NUMBER.sub("…", text)


def discreet(table: str, problem: Problem) -> Problem:
    """The problem without values that may say who somebody is: place and kind of mistake remain."""
    about_people = table in PERSON_TABLES
    hide = {key for key, value in problem.values.items() if key in _HIDDEN and (about_people or holds_number(value))}
    code = f"{problem.code}_hidden" if "id" in hide and problem.code in _WITH_ID else problem.code
    values = {key: "…" if key in hide else value for key, value in problem.values.items()}
    place = problem.place
    if not about_people:
        return Problem(code, place, values) if hide else problem
    if code == "end_before_start":
        return Problem("effort_end_before_start", place)
    if code.startswith("key_unknown") and not _NAME_OF_A_KEY.fullmatch(str(values["key"])):
        values["key"], place = "…", place._replace(key="") if isinstance(place, Place) else place
    return Problem("day_range" if code == "day_range_end" else code, place, values)


def holds_number(value: object) -> bool:
    """Whether nine digits that may be somebody's number stand in the text."""
    return any(map(passes_eleven_test, _NINE_DIGITS.findall(str(value))))


class ElevenTest:
    """Counts, per watched column, how many values are there and how many pass the eleven test of a BSN."""

    def __init__(self, columns: Sequence[int]) -> None:
        self._columns = columns
        self._rows = 0
        self._empty = [0] * (max(columns, default=-1) + 1)
        self._passed: Counter[int] = Counter()

    def watch(self, rows: Iterable[Sequence[Any]]) -> Iterator[Sequence[object]]:
        """The same rows, counted in passing."""
        columns, empty = self._columns, self._empty
        for row in rows:
            self._rows += 1
            for index in columns:
                value = row[index]
                kind = value.__class__
                # Most cells are no number of its length: not worth a call.
                if kind is str:
                    may_be = len(value) >= _SHORTEST and not value[0].isalpha()
                elif kind is float or kind is int:
                    may_be = _LEAST <= value <= _MOST
                else:
                    empty[index] += value is None
                    continue
                if may_be and passes_eleven_test(value):
                    self._passed[index] += 1
            yield row

    def suspects(self) -> Iterator[int]:
        """The columns in which more than half of the values, and at least three, pass."""
        for index, passed in self._passed.items():
            if passed >= _FEW and passed * 2 > self._rows - self._empty[index]:
                yield index


def passes_eleven_test(value: object) -> bool:
    """Whether it looks like a BSN: nine digits, or eight that lost the zero in front, that pass the test."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return False
    if isinstance(value, float):
        if not value.is_integer():
            return False
        value = int(value)
    if isinstance(value, str) and not 8 <= len(value) <= 40:  # the quick answer for most cells
        return False
    digits = _SIGNS.sub("", value) if isinstance(value, str) else str(value)
    if not _DIGITS.fullmatch(digits) or not digits.strip("0"):
        return False
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits.zfill(9), strict=True)) % 11 == 0

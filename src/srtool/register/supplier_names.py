"""What a supplier is called: its name without signs, and its legal form apart.

Capitals, spaces, dots and the spelling of one legal form are no identity. A form that is missing makes a likely match;
two different forms, or names that are merely alike, are a question.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, TypeVar

from srtool.lazy_dataclass import dataclass

_FORMS: Mapping[str, str] = {
    "bv": r"b\.?\s?v\.?|besloten vennootschap",
    "nv": r"n\.?\s?v\.?|naamloze vennootschap",
    "vof": r"v\.?\s?o\.?\s?f\.?|vennootschap onder firma",
    "cv": r"c\.?\s?v\.?|commanditaire vennootschap",
    "ua": r"u\.?\s?a\.?",
    "maatschap": r"maatschap",
    "stichting": r"stichting",
    "vereniging": r"vereniging",
    "gmbh": r"g\.?m\.?b\.?h\.?",
    "ltd": r"ltd\.?|limited",
}
_ANY_FORM = "|".join(f"(?P<{form}>{words})" for form, words in _FORMS.items())
_END = re.compile(rf"(.+?)[\s,(]+(?:{_ANY_FORM})\)?")
_START = re.compile(rf"(?:{_ANY_FORM})\s+(?P<rest>.+)")
# Most names end and begin otherwise, and need not be compared with each form.
_LAST_SIGNS = ("v", "f", "a", "p", "h", "ltd", "limited", "ing", "vennootschap", "firma")
_FIRST_SIGNS = ("b", "n", "v", "c", "u", "m", "s", "g", "l")
_SIGNS = re.compile(r"[\s.,]+")
_LONGEST = 300
"""Characters of a name; looking for a form in more takes long."""
_SHORT_WORD = 5
"""Letters of a word that differs from others by one letter too easily."""
Key = TypeVar("Key")
Value = TypeVar("Value")


class SupplierName(NamedTuple):
    """The name without capitals, spaces and dots, and the legal form that is written with it, if any."""

    core: str
    form: str | None


def supplier_name(written: str) -> SupplierName:
    """`De Glans B.V.` and `DE GLANS BV` are one name and form."""
    plain, form = _parts(written)
    return SupplierName(_SIGNS.sub("", plain) or plain, form)


def without_form(written: str) -> str:
    """The name in small letters without its legal form."""
    return _parts(written)[0]


def _parts(written: str) -> tuple[str, str | None]:
    """The name in small letters without its legal form, and that form."""
    plain = " ".join(written.casefold().split())
    if len(plain) > _LONGEST:
        return plain, None
    if plain.rstrip(").").endswith(_LAST_SIGNS) and (at_end := _END.fullmatch(plain)):
        return at_end[1], at_end.lastgroup
    if plain.startswith(_FIRST_SIGNS) and (at_start := _START.fullmatch(plain)):
        return at_start["rest"], next(form for form in _FORMS if at_start[form])
    return plain, None


@dataclass(frozen=True)
class SpellingTable:
    """The names of a register, compared; each table is made once, when it is first asked for."""

    written: tuple[str, ...]
    """Every name as it stands, in the order of the register."""

    @cached_property
    def names(self) -> Mapping[str, SupplierName]:
        return {written: supplier_name(written) for written in self.written}

    @cached_property
    def spellings(self) -> Mapping[SupplierName, tuple[str, ...]]:
        """All spellings of one name and form, in the order of the register."""
        return _grouped((name, written) for written, name in self.names.items())

    @cached_property
    def forms(self) -> Mapping[str, tuple[str | None, ...]]:
        """The legal forms, None among them, that are written with one name."""
        return _grouped((name.core, name.form) for name in self.spellings)

    def likely(self, written: str) -> tuple[str, ...]:
        """The names that are probably the same supplier: one of the two has no legal form, and no other has it."""
        core, form = self._name(written)
        forms = self.forms.get(core, ())
        others = [other for other in forms if other != form]
        if len(others) != 1 or None not in forms:
            return ()
        return self.spellings[SupplierName(core, others[0])]

    def other_forms(self, written: str) -> tuple[str, ...]:
        """The same name with another legal form; of a name without one, with each of several."""
        core, form = self._name(written)
        others = [other for other in self.forms.get(core, ()) if other not in {form, None}]
        if form is None and len(others) < 2:
            return ()
        return tuple(self.spellings[SupplierName(core, other)][0] for other in others)

    def alike(self, written: str) -> tuple[str, ...]:
        """Names that are no spelling of this one, and yet close: other accents or signs, or one letter."""
        core = self._name(written).core
        close = self._close.get(core, ())
        return tuple(self.spellings[SupplierName(other, self.forms[other][0])][0] for other in close)

    def _name(self, written: str) -> SupplierName:
        return self.names.get(written) or supplier_name(written)

    @cached_property
    def _close(self) -> Mapping[str, tuple[str, ...]]:
        """Per name without signs those that have something in common with it, in order."""
        by_key: dict[str, set[str]] = defaultdict(set)
        for name, spellings in self.spellings.items():
            for key in _keys(spellings[0]):
                by_key[key].add(name.core)
        close: dict[str, set[str]] = defaultdict(set)
        for cores in by_key.values():
            if len(cores) > 1:
                for core in cores:
                    close[core] |= cores - {core}
        return {core: tuple(sorted(others)) for core, others in close.items()}


def _keys(written: str) -> Iterator[str]:
    """What alike names have in common: the letters and figures, or these without one letter of a longer word."""
    plain = _parts(written)[0].replace("&", " en ")
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    words = re.findall(r"\w+", plain)
    yield "".join(words)
    for place, word in enumerate(words):
        if len(word) > _SHORT_WORD and word.isalpha():
            before, after = "".join(words[:place]), "".join(words[place + 1 :])
            for n in range(len(word)):
                yield f"{before}{word[:n]}{word[n + 1 :]}{after}"


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    grouped: dict[Key, dict[Value, None]] = defaultdict(dict)
    for key, value in pairs:
        grouped[key][value] = None
    return {key: tuple(values) for key, values in grouped.items()}

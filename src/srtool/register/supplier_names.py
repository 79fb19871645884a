"""What a supplier is called: its name without signs, and its legal form apart.

Capitals, spaces, dots and the spelling of one legal form are no identity. A form that is missing makes a likely match;
two different forms, or names that are merely alike, are a question.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

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
_SIGNS = re.compile(r"[\s.,]+")
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


def _parts(written: str) -> tuple[str, str | None]:
    """The name in small letters without its legal form, and that form."""
    plain = " ".join(written.casefold().split())
    if at_end := _END.fullmatch(plain):
        return at_end[1], at_end.lastgroup
    if at_start := _START.fullmatch(plain):
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
        close = {other for key in _keys(written) for other in self._cores_by_key.get(key, ()) if other != core}
        return tuple(self.spellings[SupplierName(other, self.forms[other][0])][0] for other in sorted(close))

    def _name(self, written: str) -> SupplierName:
        return self.names.get(written) or supplier_name(written)

    @cached_property
    def _cores_by_key(self) -> Mapping[str, tuple[str, ...]]:
        first = {name.core: spellings[0] for name, spellings in self.spellings.items()}
        return _grouped((key, core) for core, written in first.items() for key in _keys(written))


def _keys(written: str) -> Iterator[str]:
    """What alike names have in common: the letters and figures, or these without one letter of a longer word."""
    plain = unicodedata.normalize("NFKD", _parts(written)[0].replace("&", " en "))
    words = re.findall(r"\w+", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    yield "".join(words)
    for place, word in enumerate(words):
        if len(word) > _SHORT_WORD and word.isalpha():
            for n in range(len(word)):
                yield "".join((*words[:place], word[:n], word[n + 1 :], *words[place + 1 :]))


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, tuple[Value, ...]]:
    grouped: dict[Key, dict[Value, None]] = defaultdict(dict)
    for key, value in pairs:
        grouped[key][value] = None
    return {key: tuple(values) for key, values in grouped.items()}

"""What can be wrong with the input, as values; the words for it live in texts/.

SrtoolError
├── UsageError     a path, an option or its value is wrong     exit 2
├── OutputError    a result could not be written               exit 2
├── InputError     the content of a register is wrong          exit 3
└── RuleSetError   the content of a rule set is wrong          exit 3
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from srtool.lazy_dataclass import dataclass
from srtool.place import Where


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: a code that names its sentence, the place, and what the sentence cites."""

    code: str
    place: Where
    values: Mapping[str, object] = field(default_factory=dict)


class SrtoolError(Exception):
    """All problems found, together; never empty."""

    exit_code = 3

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.place}: {p.code}" for p in self.problems))


class UsageError(SrtoolError):
    exit_code = 2


class OutputError(SrtoolError):
    exit_code = 2


class InputError(SrtoolError): ...


class RuleSetError(SrtoolError): ...

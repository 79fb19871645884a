"""What was typed for one command, each value checked when it is asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from srtool.cli.commands import Typed, typed
from srtool.errors import Problem, UsageError
from srtool.lazy_dataclass import dataclass
from srtool.texts import LANGUAGES, Lang, sentence, words


@dataclass(frozen=True, slots=True)
class Options:
    """The arguments and options of one command by name, as text, texts or yes/no; and the language of the reader."""

    command: str
    """As it is typed: `srtool rulesets show`."""
    lang: Lang
    values: Mapping[str, Typed]

    def text(self, name: str) -> str | None:
        """What was typed, unchecked; None where nothing was."""
        value = self.values[name]
        return value if isinstance(value, str) else None

    def texts(self, name: str) -> tuple[str, ...]:
        """All that was typed for what may be given more than once, unchecked."""
        value = self.values[name]
        return tuple(value) if isinstance(value, list | tuple) else ()

    def flag(self, name: str) -> bool:
        """Whether a yes/no option was given."""
        return self.values[name] is True

    def argument(self, name: str) -> str:
        """An argument; UsageError when it was left out or empty."""
        value = self.text(name)
        if value is None:
            raise UsageError([Problem("missing_argument", "", {"name": self._shown(name), "command": self.command})])
        if not value.strip():
            raise UsageError([Problem("empty_value", self._shown(name))])
        return value

    def arguments(self, name: str) -> tuple[str, ...]:
        """One argument or more; UsageError when there is none, or the first is empty."""
        values = self.texts(name)
        Options(self.command, self.lang, {name: values[0] if values else None}).argument(name)
        return values

    def filled(self, name: str) -> str | None:
        """What was typed, or None; UsageError when it is empty."""
        value = self.text(name)
        if value is not None and not value.strip():
            raise UsageError([Problem("empty_value", typed(name))])
        return value

    def choice(self, name: str, choices: Collection[str]) -> str:
        """One of the choices, in any capitals and either language; UsageError that names them otherwise."""
        value = self.text(name) or ""
        wanted = value.strip().casefold()
        chosen = wanted if wanted in choices else _called(wanted)
        if chosen is not None and chosen in choices:
            return chosen
        raise UsageError([Problem("bad_choice", typed(name), {"value": value, "choices": ", ".join(choices)})])

    def language(self) -> None:
        """UsageError when --lang names another language than those there are."""
        if self.text("lang") is not None:
            self.choice("lang", LANGUAGES)

    def day(self, name: str) -> date | None:
        """A day in the years 1900 to 2999, read as in a register; None where nothing was typed."""
        value = self.text(name)
        return None if value is None else _day(value, typed(name))

    def on(self) -> date:
        """The day to judge on: today unless given, or where the command has no such option."""
        return ("on" in self.values and self.day("on")) or today()

    def whole_number(self, name: str, *, least: int = 1, most: int, wrong: str = "bad_number") -> int | None:
        """A whole number within bounds; None where nothing was typed, UsageError when it is another."""
        value = self.text(name)
        if value is None:
            return None
        digits = value.strip()
        if not (digits.isascii() and digits.isdigit() and len(digits) < 10 and least <= int(digits) <= most):
            raise UsageError([Problem(wrong, typed(name), {"value": value, "most": most})])
        return int(digits)

    def _shown(self, name: str) -> str:
        """How the help shows an argument."""
        return sentence(self.lang, f"cli.metavars.{name}").strip("[].")


def _called(word: str) -> str | None:
    """The level, or never, that a language calls so."""
    for lang in LANGUAGES:
        for name, called in {**words(lang, "shared.labels"), **words(lang, "cli.choices")}.items():
            if word == called.casefold():
                return name
    return None


def _day(text: str, option: str) -> date:
    """The day that stands there in so many words; UsageError when none does, or in another year than 1900 to 2999."""
    from srtool.readers.values.days import INDEFINITE, day_of
    from srtool.readers.values.reading import Read, Unread

    match day_of(text):
        case Read(value=date() as day, derived=False):
            return day
        case Unread(why="date_bounds"):
            code = "date_range"
        case Read(value=value) if value is INDEFINITE and "9999" in text:  # in a register it stands for no end
            code = "date_range"
        case _:
            code = "bad_date"
    raise UsageError([Problem(code, option, {"value": text})])


def today() -> date:
    """The officer's own calendar day: the only place where the clock is read."""
    return date.today()  # noqa: DTZ011 - idem

"""The words of a register in either language, back to the identifiers of the model."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from srtool.register.columns import LISTS, columns, table_types
from srtool.texts import LANGUAGES, keys, lists

_TERM = re.compile(r"\s*(?:over )?\d{1,2} ?(?:jaar|jr|maanden|mnd|years|months)\s*$", re.IGNORECASE)
"""An estimate is of the whole term, so that the heading may say how long that is."""
_SPAN = re.compile(r"\d ?(?:jaar|jr|maanden|mnd|years|months)\b", re.IGNORECASE)
"""How long a term is, which says that an amount is for all of it."""
_WITH_OPTIONS = re.compile(
    r"\b(?:incl(?:\.|usief|uding|usive)?(?:\s+of)?|met|with)\s+(?:(?:alle|de|all|the)\s+)?\w*"
    r"(?:optie|verleng|option|extension|renewal)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@lru_cache(maxsize=10_000)
def plain(text: str) -> str:
    """`Contract-ID`, `contract_id` and ` CONTRACT  ID: ` are one word; a % sign counts, accents do not."""
    spelled = unicodedata.normalize("NFKD", text.casefold()).replace("%", "pct").replace("+", "plus")
    if spelled.strip() == "#":
        return "nr"
    return "".join(char for char in spelled if char.isalnum())


@cache
def field_of(table: str, heading: str) -> str | None:
    """The field of a table that a heading names, in either language, as the key itself, or by the same words."""
    fields = _fields(table)
    if (field := fields.get(plain(heading))) is not None:
        return field
    bare = _IN_BRACKETS.sub(" ", heading)
    field = None if bare == heading else fields.get(plain(bare))
    if field is not None and _only_hints(heading, table, field):
        return field
    if beside_of(heading):
        return None
    from srtool.readers.heading_words import field_by_words, words_of  # noqa: PLC0415 - no TOML register needs it

    return field_by_words(table).get(words_of(heading))


def field_named(name: str) -> str | None:
    """The key that a heading stands for, of a contract or after the name of its table: `Opdrachtnemers.Naam`."""
    field = field_of("contracts", name)
    if field is not None:
        return field
    sheet, _, heading = name.partition(".")
    table = table_of(sheet)
    of_table = field_of(table, heading) if table is not None else None
    return None if of_table is None else of_table if table == "contracts" else f"{table}.{of_table}"


@cache
def beside_of(heading: str) -> str | None:
    """What a column says of the contract that is no field: its `term`, its `options`, its `lot`."""
    kinds = _kinds_beside()
    return kinds.get(plain(heading)) or kinds.get(plain(_IN_BRACKETS.sub(" ", heading)))


@cache
def _kinds_beside() -> Mapping[str, str]:
    return _by_word([lists(lang, "vocabulary.beside") for lang in LANGUAGES])


@cache
def rank_of(table: str, heading: str) -> int:
    """How far back a heading stands among those of its field; what is known by its bare words comes last."""
    ranks = _ranks(table)
    return ranks.get(plain(heading), _LAST + ranks.get(plain(_IN_BRACKETS.sub(" ", heading)), 0))


_LAST = 1000


@cache
def _ranks(table: str) -> Mapping[str, int]:
    ranks: dict[str, int] = {}
    for lang in LANGUAGES:
        for synonyms in lists(lang, f"vocabulary.headings.{table}").values():
            for number, word in enumerate(synonyms):
                ranks.setdefault(plain(word), number)
    return ranks


@cache
def table_of(sheet_name: str) -> str | None:
    """The table (or `growth`, `schedule`) that a sheet name names."""
    tables = _tables()
    return tables.get(plain(sheet_name)) or tables.get(plain(_IN_BRACKETS.sub(" ", sheet_name)))


@cache
def choice_of(choices: tuple[str, ...], text: str) -> str | None:
    """The value among the choices that the text names, in either language or as the identifier itself."""
    return _choices(choices).get(plain(text))


def is_no_table(sheet_name: str) -> bool:
    """Whether a sheet of this name is one that this tool adds beside the tables: how to fill in, and lists."""
    return plain(sheet_name) in _listed("sheets", "read_me") | _listed("sheets", "lists")


@cache
def example_marks() -> frozenset[str]:
    """What stands in the first needed field of a row that is only an example, in either language."""
    return frozenset(word for lang in LANGUAGES for word in lists(lang, "vocabulary.marks")["example"])


def is_number_or_name(heading: str) -> bool:
    """Whether a heading may be that of the number as well as of the name of a contract."""
    return plain(heading) in _listed("either", "number_or_name")


def is_blank(text: str) -> bool:
    """Whether the text says that nothing is filled in: `n.v.t.`, `onbekend`."""
    return plain(text) in _listed("blank", "words")


@cache
def placeholder_words() -> frozenset[str]:
    """What stands in a field of text where nothing is filled in, as `plain` spells it."""
    return _listed("blank", "words") | _listed("placeholder", "words")


@cache
def placeholder_starts() -> tuple[str, ...]:
    """What sends the reader elsewhere: `zie bijlage`."""
    return tuple(start.casefold() for lang in LANGUAGES for start in lists(lang, "vocabulary.placeholder")["starts"])


@cache
def words_for_no() -> frozenset[str]:
    """What answers that there is none."""
    return _listed("placeholder", "no")


@cache
def says_of_amount(about: str, heading: str) -> bool:
    """Whether a heading says itself of its amounts whether they hold the `vat`, the `period`, or the `extensions`."""
    if about == "period" and _SPAN.search(heading):
        return True
    word = plain(heading)
    return any(stated in word for stated in _listed("amounts", about))


def says_with_options(heading: str) -> bool:
    """Whether a heading says of its amounts that they hold the options or renewals."""
    return bool(_WITH_OPTIONS.search(heading))


def is_unexpressed(key: str, text: str) -> bool:
    """Whether the text is a known value of this field for which the register has no word."""
    return plain(text) in _listed("unexpressed", key)


@cache
def _listed(part: str, key: str) -> frozenset[str]:
    """The words of a list in both languages."""
    return frozenset(plain(word) for lang in LANGUAGES for word in lists(lang, f"vocabulary.{part}").get(key, ()))


def fields_of(table: str) -> tuple[str, ...]:
    """The keys of the fields that have a heading in this table."""
    return keys(f"vocabulary.headings.{table}")


def _only_hints(heading: str, table: str, field: str) -> bool:
    """Whether everything between brackets only says how the field is written: `(€)`, `(ja/nee)`, `(dd-mm-jjjj)`."""
    # Anything else may make it another field: `Startdatum (werkelijk)`, `Waarde (incl. btw)`.
    parts = (part for bracketed in _IN_BRACKETS.findall(heading) for part in re.split(r"[,;]", bracketed[1:-1]))
    sort = _sorts(table).get(field, "")
    return all(plain(part) in _hints(sort) or (field == "estimated_value" and _TERM.match(part)) for part in parts)


@cache
def _hints(sort: str) -> frozenset[str]:
    """What may stand between brackets in the heading of a field of this sort."""
    words = [lists(lang, "vocabulary.hints") for lang in LANGUAGES]
    return frozenset(plain(hint) for of in words for hint in (*of["any"], *of.get(sort, ())))


@cache
def _sorts(table: str) -> Mapping[str, str]:
    """The sort of each field of a table, or of a list that is a sheet of its own."""
    types = {**table_types(), **{key.rpartition(".")[2]: record for key, record in LISTS.items()}}
    return {info.key: info.sort for info in columns(types[table])}


@cache
def _fields(table: str) -> Mapping[str, str]:
    return _by_word([lists(lang, f"vocabulary.headings.{table}") for lang in LANGUAGES])


@cache
def _tables() -> Mapping[str, str]:
    return _by_word([lists(lang, "vocabulary.tables") for lang in LANGUAGES])


@cache
def _choices(choices: tuple[str, ...]) -> Mapping[str, str]:
    values = [lists(lang, "vocabulary.values") for lang in LANGUAGES]
    return _by_word([{choice: words.get(choice, []) for choice in choices} for words in values])


def _by_word(vocabularies: Sequence[Mapping[str, Sequence[str]]]) -> Mapping[str, str]:
    keys = {plain(word): key for words in vocabularies for key, synonyms in words.items() for word in synonyms}
    return keys | {plain(key): key for words in vocabularies for key in words}

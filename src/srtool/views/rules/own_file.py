"""The file of an organisation's own rules: what was answered as records, and what was not as lines to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from json import dumps
from unicodedata import normalize

from srtool.rules.own_rules import OwnRules
from srtool.rules.ruleset import KINDS
from srtool.texts import Lang, sentence, words

_SOURCE = "policy"
_LONGEST = 60
"""Letters of an id, which is typed."""


def own_file(rules: OwnRules, taken: frozenset[str], lang: Lang) -> str:
    """A rule set in TOML with comments; its id is that of the authority, and none of those taken."""
    return "\n".join(_lines(rules, taken, lang)) + "\n"


def _lines(rules: OwnRules, taken: frozenset[str], lang: Lang) -> Iterator[str]:
    phrases = words(lang, "rules.own.file")
    yield from _comment(phrases["head"].format(authority=rules.authority))
    yield ""
    yield f"id = {_quoted(_id(rules.authority, taken))}"
    yield 'anchor = "publication"  # ' + phrases["anchor"]
    yield f"members = [{_quoted(rules.authority)}]"
    if rules.blocks_from is None:
        yield f'# blocks_from = "oost-nederland-2026"  # {phrases["blocks_from"]}'
    else:
        yield f"blocks_from = {_quoted(rules.blocks_from)}  # {phrases['blocks_from']}"
    yield ""
    yield "[title]"
    yield from (f"{language} = {_quoted(rules.authority)}" for language in ("nl", "en"))
    yield ""
    yield from _source(rules, lang)
    yield ""
    yield from _threshold(rules, lang)
    yield ""
    yield from _obligation(rules, lang)


def _source(rules: OwnRules, lang: Lang) -> Iterator[str]:
    phrases = words(lang, "rules.own.file")
    yield from _comment(phrases["source"])
    yield "[[source]]"
    yield f'id = "{_SOURCE}"'
    yield f"title = {_quoted(rules.source or phrases['own_words'].format(authority=rules.authority))}"
    yield f'# url = "https://…"  # {phrases["url"]}'


def _threshold(rules: OwnRules, lang: Lang) -> Iterator[str]:
    phrases = words(lang, "rules.own.file")
    is_known = rules.threshold is not None
    yield from _comment(phrases["threshold" if is_known else "no_threshold"])
    record = (
        "[[threshold]]",
        'id = "amount"',
        f"kinds = [{', '.join(map(_quoted, KINDS))}]  # {phrases['kinds']}",
        f"basis = {_quoted(rules.basis or 'contract_value')}",
        f"operator = {_quoted(rules.operator)}",
        f"amount = {rules.threshold if is_known else _quoted('?')}",
        *_ground(rules),
    )
    yield from (line if is_known else f"# {line}" for line in record)
    yield f"# min_months = 6  # {phrases['min_months']}"


def _obligation(rules: OwnRules, lang: Lang) -> Iterator[str]:
    is_known = rules.percent is not None
    yield from _comment(sentence(lang, f"rules.own.file.{'obligation' if is_known else 'no_obligation'}"))
    record = (
        "[[obligation]]",
        'id = "norm"',
        'kind = "percentage"',
        'level = "duty"',
        f"percent = {rules.percent if is_known else 5}",
        f"basis = {_quoted(rules.percent_basis or 'contract_value')}",
        *_ground(rules),
    )
    yield from (line if is_known else f"# {line}" for line in record)


def _ground(rules: OwnRules) -> Iterator[str]:
    """Since when, on which source and how sure: without a document it is somebody's word."""
    if rules.since is not None:
        yield f"since = {rules.since.isoformat()}"
    yield f'source = ["{_SOURCE}"]'
    yield f'certainty = "{"inferred" if rules.source is None else "stated"}"'


def _id(authority: str, taken: frozenset[str]) -> str:
    """`gemeente-voorbeeld`; with a number where a rule set has that name already."""
    letters = normalize("NFKD", authority.casefold()).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", letters)[:_LONGEST].strip("-") or "own"
    return next(each for each in (name, *(f"{name}-{n}" for n in range(2, 1000))) if each not in taken)


def _comment(text: str) -> Iterator[str]:
    return (f"# {line}" for line in text.splitlines())


def _quoted(text: str) -> str:
    """As a TOML text; its escapes are those of JSON, and DEL is written as one."""
    return dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")

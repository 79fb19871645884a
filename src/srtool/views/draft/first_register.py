"""A register from a draft in Word: what was read with its place, everything else still to be filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from json import dumps

from srtool.draft.claim import Claim
from srtool.draft.register_facts import Fact, Undecided
from srtool.lazy_dataclass import dataclass
from srtool.texts import Lang, sentence
from srtool.views.shared.json_document import decimal
from srtool.views.shared.noted import Noted

_ENTRY = re.compile(r"(?:# )?(?P<key>[a-z_]+) = (?P<rest>.*)")
_TABLE = re.compile(r"(?:# )?\[\[?(?P<table>[a-z_.]+)\]\]?$")
_ASKED = "contracts.social_return"
_COMMENT_AT = 40


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """What a tender text fills in, and what it leaves undecided."""

    file: str
    facts: tuple[Fact, ...]
    several: tuple[Undecided, ...] = ()


def first_register(template: str, draft: ReadDraft, lang: Lang) -> str:
    """The commented draft of `init` in which only what was read counts."""
    file, facts = draft.file, draft.facts
    open_fields = {field.key: field for field in draft.several}
    read: Mapping[str, Fact] = {fact.key: fact for fact in facts}
    name = file.rpartition(".")[0] or file
    lines = [sentence(lang, "tender.register.head").format(file=file), *_body(template)]
    table = ""
    written: list[str] = []
    for line in lines:
        if (heading := _TABLE.match(line)) is not None:
            table = heading["table"]
        entry = _ENTRY.match(line)
        fact = read.get(entry["key"]) if entry is not None and table == _ASKED else None
        if fact is not None:
            written.append(_line(fact, lang))
        elif entry is not None and table == "contracts" and entry["key"] in {"id", "title"}:
            written.append(f"{entry['key']} = {dumps(name, ensure_ascii=False)}")
        elif entry is not None and entry["key"] == "status" and table == "contracts":
            written.append('status = "draft"')
        elif line.startswith("#") or entry is None:
            written.append(line)
        else:
            written.append(f"# {line}")
        if entry is not None and table == _ASKED and (field := open_fields.get(entry["key"])) is not None:
            written.append(f"# {_readings(field, lang)}")
    return "\n".join(written) + "\n"


def first_contract(draft: ReadDraft, lang: Lang) -> dict[str, Noted]:
    """The same as values of the fields of a contract, by (dotted) key, each with its place."""
    file = draft.file
    name = file.rpartition(".")[0] or file
    contract = {"id": Noted(name), "title": Noted(name), "status": Noted("draft")}
    for fact in draft.facts:
        contract[f"social_return.{fact.key}"] = Noted(fact.value, _place(fact, lang))
    for field in draft.several:
        contract[f"social_return.{field.key}"] = Noted(None, _readings(field, lang))
    return contract


def _readings(field: Undecided, lang: Lang) -> str:
    """What the draft says for a field, of which the officer chooses."""
    return sentence(lang, "tender.register.several").format(
        readings="; ".join(_reading(one, lang) for one in field.claims)
    )


def _reading(claim: Claim, lang: Lang) -> str:
    """`7,5% (perceel 2)`, `2% (3.1 SROI)`: the words with what they hold for, else where they stand."""
    scope, headings = claim.scope, claim.passage.headings
    lots = ", ".join(sorted(scope.lots))
    of_lots = sentence(lang, "tender.register.lots").format(lots=lots) if lots else ""
    return f"{claim.words} ({of_lots or scope.phase or (headings[-1].text if headings else claim.passage.file)})"


def _body(template: str) -> list[str]:
    """The template from its first table on."""
    return template[template.index("[[contracts]]") :].splitlines()


def _line(fact: Fact, lang: Lang) -> str:
    value = f"{fact.key} = {_toml(fact.value)}"
    return f"{value:<{_COMMENT_AT - 1}} # {_place(fact, lang)}"


def _place(fact: Fact, lang: Lang) -> str:
    """`leidraad.docx, 4.2 Social return` with the words that say it."""
    heading = fact.passage.headings[-1] if fact.passage.headings else None
    under = "" if heading is None else " ".join(filter(None, (fact.passage.number or heading.number, heading.text)))
    words = " ".join(fact.words.split())[:120]
    return sentence(lang, "tender.register.read").format(file=fact.passage.file, heading=under, words=words)


def _toml(value: str | int | bool | Decimal) -> str:  # noqa: FBT001 - a value as TOML has it
    if isinstance(value, Decimal):
        return decimal(value)
    return dumps(value, ensure_ascii=False)

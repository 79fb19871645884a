"""A register from a draft in Word: what was read with its place, everything else still to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from json import dumps

from srtool.draft.register_facts import Fact
from srtool.texts import Lang, sentence
from srtool.views.shared.json_document import decimal
from srtool.views.shared.noted import Noted

_ENTRY = re.compile(r"(?:# )?(?P<key>[a-z_]+) = (?P<rest>.*)")
_TABLE = re.compile(r"(?:# )?\[\[?(?P<table>[a-z_.]+)\]\]?$")
_ASKED = "contracts.social_return"
_COMMENT_AT = 40


def first_register(template: str, file: str, facts: Iterable[Fact], lang: Lang) -> str:
    """The commented draft of `init` in which only what was read counts."""
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
    return "\n".join(written) + "\n"


def first_contract(file: str, facts: Iterable[Fact], lang: Lang) -> dict[str, Noted]:
    """The same as values of the fields of a contract, by (dotted) key, each with its place."""
    name = file.rpartition(".")[0] or file
    contract = {"id": Noted(name), "title": Noted(name), "status": Noted("draft")}
    for fact in facts:
        contract[f"social_return.{fact.key}"] = Noted(fact.value, _place(fact, lang))
    return contract


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

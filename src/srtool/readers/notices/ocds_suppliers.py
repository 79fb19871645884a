"""Who won in an OCDS release, with the number that the award, or the party that it refers to, gives."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.notice.published import Winner
from srtool.notice.stated import Stated
from srtool.place import Place
from srtool.readers.notices.ocds_facts import Placed
from srtool.readers.notices.ocds_values import Json, inner, items, text

_KVK = frozenset({"NL-KVK", "KVK"})


def winners(data: Json, source: Place, awards: list[Placed]) -> Iterator[Winner]:
    """The suppliers of the awards, each once."""
    listed = data.get("parties")
    parties = listed if isinstance(listed, list) else []
    seen: set[str] = set()
    for n, award in awards:
        for k, supplier in items(award, "suppliers"):
            name, number = text(supplier, "name"), text(supplier, "id")
            if (key := number or name or "") in seen:
                continue
            seen.add(key)
            yield _winner(supplier, f"awards[{n}].suppliers[{k}]", parties, source)


def _winner(supplier: Json, path: str, parties: list[object], source: Place) -> Winner:
    """By the KvK number among its identifiers, else by its id: where a number was lacking that is the name again."""
    name, number = text(supplier, "name"), text(supplier, "id")
    stated = Stated(name, source, f"{path}.name") if name else None
    identifiers = _identifiers(supplier, path, source)
    own_id = supplier.get("id")
    for n, party in enumerate(parties if own_id is not None else ()):
        if isinstance(party, dict) and party.get("id") == own_id:
            identifiers += _identifiers(party, f"parties[{n}]", source)
            break
    kvk = next((own for scheme, own in identifiers if scheme in _KVK), None)
    if kvk is not None:
        return Winner(stated, kvk)
    if number is None or number == name or not any(char.isdigit() for char in number):
        return Winner(stated, None)
    is_foreign = any(own.value == number for _, own in identifiers)  # given out by another register
    return Winner(stated, Stated(number, source, f"{path}.id"), is_foreign)


def _identifiers(party: Json, path: str, source: Place) -> list[tuple[str, Stated[str]]]:
    """The numbers of a party by the register that gave them out, such as NL-KVK."""
    if "identifier" not in party and "additionalIdentifiers" not in party:
        return []
    placed = [(inner(party, "identifier"), f"{path}.identifier")]
    placed += [(one, f"{path}.additionalIdentifiers[{n}]") for n, one in items(party, "additionalIdentifiers")]
    return [
        (scheme.upper(), Stated(number, source, f"{where}.id"))
        for identifier, where in placed
        if (scheme := text(identifier, "scheme")) is not None and (number := text(identifier, "id")) is not None
    ]

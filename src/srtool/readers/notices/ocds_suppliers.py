"""Who won in an OCDS release, with the number that the award, or the party that it refers to, gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from srtool.notice.published import Winner
from srtool.notice.stated import Stated
from srtool.place import Place
from srtool.readers.notices.ocds_facts import Placed
from srtool.readers.notices.ocds_values import NOTHING, Json, inner, items, text

_KVK = frozenset({"NL-KVK", "KVK"})


def winners(data: Json, source: Place, awards: list[Placed]) -> Iterator[Winner]:
    """The suppliers of the awards, each once."""
    parties = {number: (n, one) for n, one in items(data, "parties") if (number := text(one, "id"))}
    seen: set[str] = set()
    for n, award in awards:
        for k, supplier in items(award, "suppliers"):
            name, number = text(supplier, "name"), text(supplier, "id")
            if (key := number or name or "") in seen:
                continue
            seen.add(key)
            yield _winner(supplier, f"awards[{n}].suppliers[{k}]", parties, source)


def _winner(supplier: Json, path: str, parties: Mapping[str, Placed], source: Place) -> Winner:
    """By the KvK number among its identifiers, else by its id: where a number was lacking that is the name again."""
    name, number = text(supplier, "name"), text(supplier, "id")
    stated = Stated(name, source, f"{path}.name") if name else None
    at, party = parties.get(number or "", (0, NOTHING))
    identifiers = [*_identifiers(supplier, path, source), *_identifiers(party, f"parties[{at}]", source)]
    kvk = next((own for scheme, own in identifiers if scheme in _KVK), None)
    if kvk is not None:
        return Winner(stated, kvk)
    if number is None or number == name or not any(char.isdigit() for char in number):
        return Winner(stated, None)
    is_foreign = any(own.value == number for _, own in identifiers)
    return Winner(stated, Stated(number, source, f"{path}.id"), is_foreign)


def _identifiers(party: Json, path: str, source: Place) -> Iterator[tuple[str, Stated[str]]]:
    """The numbers of a party by the register that gave them out, such as NL-KVK."""
    placed = [(inner(party, "identifier"), f"{path}.identifier")] if "identifier" in party else []
    placed += [(one, f"{path}.additionalIdentifiers[{n}]") for n, one in items(party, "additionalIdentifiers")]
    for identifier, where in placed:
        scheme, number = text(identifier, "scheme"), text(identifier, "id")
        if scheme is not None and number is not None:
            yield scheme.upper(), Stated(number, source, f"{where}.id")

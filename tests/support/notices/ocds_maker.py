"""Releases in the shape of TenderNed's yearly files; every name and number is invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

_TITLES = ("Schoonmaak", "Beveiliging", "Groenonderhoud", "Inhuur van personeel", "Levering van meubilair")
_CPV = ("90919200-4", "79710000-4", "77310000-6", "79620000-6", "39130000-2")


def a_release(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """A call for one lot, with what the test gives instead; `tender` and `buyer` are completed."""
    tender = {
        "id": "401234",
        "title": "Schoonmaak van kantoren",
        "noticeType": "AAO",
        "procurementMethod": "direct",
        "procurementMethodDetails": "Niet-openbaar",
        "mainProcurementCategory": "services",
        "classification": {"scheme": "CPV", "id": "90919200-4", "description": "Schoonmaken van kantoren"},
        **more.pop("tender", {}),
    }
    usual: dict[str, Any] = {
        "ocid": "ocds-1l04xe-401234",
        "id": "301234",
        "date": "2026-03-02T00:00:00Z",
        "tag": ["tender"],
        "buyer": {"id": "9001", "name": "Gemeente Voorbeeld"},
    }
    return {**usual, **more, "tender": tender}


def an_award(number: str = "1", **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    """An award of 250,000 euro to one supplier."""
    usual = {
        "id": number,
        "status": "active",
        "date": "2026-05-06T00:00:00Z",
        "value": {"amount": 250000, "currency": "EUR"},
        "suppliers": [{"id": "10000003", "name": "Voorbeeld Schoonmaak B.V."}],
    }
    return {**usual, **more}


def releases(count: int, seed: int = 20261128) -> Iterator[dict[str, Any]]:
    """So many releases of the size that real ones have, calls and awards in turn; the same every time."""
    chance = Random(seed)
    for n in range(count):
        yield _release(n, chance)


def _release(n: int, chance: Random) -> dict[str, Any]:
    kind = n % len(_TITLES)
    lots = [f"{n}-{k}" for k in range(chance.choice((1, 1, 1, 2, 4)))]
    is_award = n % 2 == 1
    return a_release(
        ocid=f"ocds-1l04xe-{400000 + n}",
        id=f"{300000 + n}",
        tag=["award"] if is_award else ["tender"],
        parties=[_party(n, k, chance) for k in range(3)],
        tender={
            "id": f"{400000 + n}",
            "title": f"{_TITLES[kind]} perceel {n}",
            "noticeType": "AGO" if is_award else "AAO",
            "description": " ".join(chance.choices(_WORDS, k=180)),
            "classification": {"scheme": "CPV", "id": _CPV[kind], "description": _TITLES[kind]},
            "value": {"amount": round(chance.lognormvariate(12.5, 1.2), 2), "currency": "EUR"},
            "contractPeriod": {"startDate": "2026-06-01T00:00:00Z", "durationInDays": 1440},
            "lots": [
                {"id": lot, "title": f"Perceel {lot}", "description": " ".join(chance.choices(_WORDS, k=60))}
                for lot in lots
            ],
            "items": [
                {"id": f"{lot}-1", "relatedLot": lot, "classification": {"scheme": "CPV", "id": _CPV[kind]}}
                for lot in lots
            ],
            "documents": [
                {"id": str(k), "documentType": "tenderNotice", "url": f"https://voorbeeld.invalid/{n}/{k}"}
                for k in range(4)
            ],
        },
        awards=[an_award(f"{n}-{k}", relatedLots=[lot]) for k, lot in enumerate(lots)] if is_award else [],
    )


_TEXT = (
    "de aanbestedende dienst zoekt een opdrachtnemer die binnen de looptijd van de overeenkomst kantoren en"
    " bijbehorende ruimten onderhoudt volgens het programma van eisen met oog voor duurzaamheid"
)
_WORDS = _TEXT.split()


def _party(n: int, k: int, chance: Random) -> dict[str, Any]:
    return {
        "id": f"{chance.randrange(10**7, 10**8)}",
        "name": f"Organisatie {n}-{k} B.V.",
        "roles": ["buyer"] if k == 0 else ["tenderer"],
        "address": {"streetAddress": "Voorbeeldstraat 1", "locality": "Voorbeeld", "postalCode": "1000 AA"},
        "details": {"scale": "sme", "classifications": [{"scheme": "x", "id": "y", "description": "z"}]},
    }


def write_package(path: Path, count: int) -> None:
    """A release package, written release by release."""
    with path.open("w", encoding="utf-8") as file:
        file.write('{"uri": "https://voorbeeld.invalid", "version": "1.1", "releases": [')
        for n, release in enumerate(releases(count)):
            file.write("," if n else "")
            json.dump(release, file)
        file.write("]}")

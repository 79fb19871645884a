"""Every sentence about bundles is said by a plan, in both languages, with all its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from srtool.bundle.candidates import By
from srtool.bundle.proposal import Plan, Proof
from srtool.finding import Receipt, Report
from srtool.texts import LANGUAGES, Lang, load
from srtool.views.bundle.to_lines import bundle
from srtool.views.shared.lines import plain
from srtool.views.shared.view_options import ViewOptions
from tests.support.small_contracts import ON, a_contract, planned, several

_SAID = ("overall", "titles", "group", "bundle", "states", "european", "marks", "short", "reasons", "proof", "close")
_LATER = {"supplier": "12345678"}
_TEXTS = ("market", "own_organisation", "entrepreneur", "coherence", "lots")
_REASONS: tuple[dict[str, Any], ...] = (
    {"status": "ended"},
    {"status": "running", "start": date(2025, 1, 1), "end": date(2026, 11, 21)},
    {"part_of": "Z"},
    {"social_return": {"asked": True}},
    {"authority_kind": "decentral"},
    {"kind": None, "cpv": None},
    {"kind": "supplies", "cpv": "30210000"},
    {"wage_sum": 900_000},
    {"status": "tendered"},
    {"start": None},
    {"wage_sum": None},
    {"wage_sum": None, "contract_value": 800_000, "unit": "W"},
    {"wage_sum": None, "contract_value": 90_000, "labour_share": 0},
    {"wage_sum": 100_000, "contract_value": 90_000},
    {"cpv": None},
    {"status": "awarded"},
)


def _changed(number: str, changed: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in {**a_contract(number, 100), **changed}.items() if value is not None}


def _plans() -> Iterator[Plan]:
    yield planned([a_contract("A", 130, supplier="Glans"), a_contract("B", 130, supplier="Glans BV")])
    yield from _ordinary_plans()


def _ordinary_plans() -> Iterator[Plan]:
    estimated = {"estimated_value": 140_000, "authority_kind": "central"}
    social = {"cpv": "55500000", "specific_service": True}
    yield planned([_changed(f"R{n}", changed) for n, changed in enumerate(_REASONS)] + [a_contract("Z", 1)])
    yield planned([a_contract("A", 10), a_contract("B", 10)], By("category"))
    yield planned([a_contract("A", 10, unit=None)], By("unit"))
    yield planned([a_contract("A", 100, category="x"), a_contract("B", 160, category="x", unit="V")], By("category"))
    yield planned(several(130, 130, **estimated, category="Onderzoek"))
    yield planned(several(130, 130, estimated_value=140_000))
    yield planned(several(130, 130, estimated_value=300_000, **social))
    yield planned(several(130, 130, estimated_value=300_000, cpv="55500000"))
    yield planned(several(130, 130, contract_value=300_000, kind="works", cpv="45200000"))
    yield planned([*several(130, estimated_value=139_000, cpv="55500000"), a_contract("B", 130, cpv="55500000")])
    yield planned(several(130, 130, **estimated, procedure="single"))
    yield planned(several(130, 130, estimated_value=140_000, start=date(2031, 1, 1), end=date(2031, 12, 31)))
    yield planned(several(130, 130, unit=None, start=date(2018, 6, 1), end=date(2030, 1, 1), status="draft"))
    apart = a_contract("B", 130, start=date(2028, 2, 1), end=date(2028, 12, 31), supplier="Een", status="draft")
    yield planned([*several(130), apart], By("cpv", 3))
    yield planned(
        [
            _changed(n, {"supplier": "Een", "status": "draft", "cpv": cpv, "wage_sum": 130_000})
            for n, cpv in (("A", "73110000"), ("B", "79410000"))
        ],
        By("supplier"),
    )
    yield planned([a_contract(n, 130, supplier=n, start=date(2026, 1, 1)) for n in "AB"], By("unit"))
    asking = a_contract("C", 10, **_LATER, social_return={"asked": True, "amount": 500})
    yield planned([*several(130, 130, **_LATER), asking], suppliers=[{"id": "12345678", "name": "Bureau"}])
    yield planned(several(130, 130, **_LATER), rule_set="rijk-tailored")
    yield planned(several(130, 130), rule_set="rijk-tailored")
    yield planned(several(130, 130, **_LATER, start=date(2019, 1, 1), end=date(2027, 12, 31)))
    yield planned(several(130, 130, start=date(2019, 1, 1), end=date(2027, 12, 31)))
    endless = {"end": None, "indefinite": True}
    yield planned(several(130, 130, **_LATER, **endless))
    yield planned(several(130, 130, **endless))
    merge = {"members": ["A", "B"], **{name: name[0] * 80 for name in _TEXTS}}
    yield planned(several(130, 130), merges=[merge])
    short_term = {"start": date(2027, 1, 1), "end": date(2027, 2, 28)}
    yield planned(several(300, 300, **short_term))
    yield planned(several(300, **short_term))
    yield planned([*several(125, 125), a_contract("Y", 60, unit="V")])
    yield planned([a_contract("A", 200, supplier="x", status="draft"), a_contract("B", 200, supplier="x")])
    yield planned([*several(120, 80), a_contract("C", None, contract_value=80_000)])
    yield planned([_changed("A", {"status": "ended"})])
    yield planned([a_contract("A", 100), a_contract("B", None, contract_value=450_010)])
    yield planned([a_contract("A", None, contract_value=750_010)])
    yield planned(several(100, 100, **short_term))
    yield planned([a_contract("A", 300, **short_term), a_contract("B", 5, start=date(2027, 6, 1))])
    yield planned(several(130, 130, estimated_value=300_000, cpv="55500000", authority_kind="central"))
    works = {"kind": "works", "cpv": "45200000", "estimated_value": 2_720_000, "specific_service": False}
    days = (date(2027, 12, 1), date(2028, 1, 2))
    yield planned([a_contract(n, 130, procedure_start=day, **works) for n, day in zip("AB", days, strict=True)])
    past = {"estimated_value": 71_000, "authority_kind": "central", "specific_service": False, "wage_sum": 60_000}
    at = (date(2025, 6, 1), date(2025, 12, 1))
    drafts = [{**a_contract(f"M{n}", 60, procedure_start=at[n % 2], start=date(2027, 1, 1)), **past} for n in range(5)]
    yield planned(drafts, on=date(2025, 5, 1))
    yield planned(several(130, 130, 130), merges=[{"members": ["A", "B"], "market": "m" * 80}])


def _said(lang: Lang) -> str:
    lines = []
    for found in _plans():
        receipt = Receipt("0.1.0", (), ON, (("register.toml", "ab"),))
        for why in (False, True):
            said = bundle(found, Report(receipt, (), (), {}), lang, ViewOptions(10_000, why), {"12345678": "Bureau"})
            lines += [plain(line) for line in said]
    return "\n".join(lines)


def _unproved() -> Iterator[str]:
    """What only a plan without a proof says."""
    for kind in ("merge", "pool"):
        yield f"proof.open_{kind}"
    yield "proof.proved"


# Said only under a threshold below the European one, or beside findings.
_ELSEWHERE = {
    *_unproved(),
    "european.authority",
    "titles.laws",
    "european.day",
    "reasons.other_kind",
    "reasons.exempted",
    "reasons.no_value",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sentence_is_said(lang: Lang) -> None:
    said = _said(lang)
    assert "{" not in said
    texts = load(lang, "bundle")
    silent = {
        f"{part}.{key}"
        for part in _SAID
        for key, sentence in texts[part].items()
        if not re.search(_pattern(sentence), said)
    }
    assert silent - _ELSEWHERE == set()


def _pattern(sentence: str) -> str:
    return re.sub(r"\\{\w+\\}", ".*", re.escape(sentence))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_plan_without_a_proof_says_so_with_its_bound(lang: Lang) -> None:
    found = planned(several(130, 130, 130))
    proofs = [
        Proof(one.group, 9, 1, bound, one.covered, one.covered, optimal=False) for one in found.proofs for bound in (2,)
    ]
    receipt = Receipt("0.1.0", (), ON, (("register.toml", "ab"),))
    for proof in (proofs, [*proofs, *found.proofs]):
        plan = Plan(found.bundles, (), (), tuple(proof), found.overall, 12, ON)
        said = [plain(line) for line in bundle(plan, Report(receipt, (), (), {}), lang, ViewOptions(10_000), {})]
        assert any("2" in line and ("Niet bewezen" in line or "Not proved" in line) for line in said)

"""Published contracts as raw records of a register: their fields, places and what is said of the rest."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from srtool.readers.checked_records import records as validated
from srtool.readers.notices import files
from srtool.readers.notices.to_register import records
from srtool.readers.raw import RawRegister
from srtool.texts.say import problem
from tests.support.notices.eforms_maker import (
    Lot,
    Made,
    Organisation,
    Project,
    a_result,
    amount,
    awarded,
    code,
    party,
    tag,
    words,
)
from tests.support.notices.ocds_maker import a_release, an_award


def _register(tmp_path: Path, *notices: Made) -> RawRegister:
    for n, made in enumerate(notices):
        (tmp_path / f"{n}.xml").write_bytes(made.bytes())
    return records(files.read(tmp_path).published, "notices")


def test_an_award_fills_a_contract_and_its_supplier(tmp_path: Path) -> None:
    register = _register(tmp_path, a_result(lots=[Lot(project=Project(estimate=300_000))]))
    (record,) = register.tables["contracts"].records
    assert record == {
        "id": "00054321-2026/CON-0001",
        "title": "Schoonmaak van kantoren",
        "status": "awarded",
        "authority": "Gemeente Voorbeeld",
        "authority_kind": "decentral",
        "procedure": "open",
        "kind": "services",
        "cpv": "90919200",
        "estimated_value": Decimal("300000.00"),
        "contract_value": Decimal("250000.00"),
        "awarded_on": date(2026, 5, 6),
        "supplier": "10000003",
    }
    assert register.tables["suppliers"].records == [{"id": "10000003", "name": "Voorbeeld Schoonmaak B.V."}]
    assert register.remarks == []


def test_every_value_keeps_its_place(tmp_path: Path) -> None:
    (row,) = _register(tmp_path, a_result()).tables["contracts"].rows
    assert str(row.at("contract_value")) == (
        "0.xml: /ContractAwardNotice/ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension"
        "/efac:NoticeResult/efac:LotTender/cac:LegalMonetaryTotal/cbc:PayableAmount"
    )
    assert str(row.at("wage_sum")) == "0.xml: 00054321-2026/CON-0001"


def test_the_records_are_those_of_a_register(tmp_path: Path) -> None:
    register = _register(tmp_path, Made(), a_result(folder="another"))
    for table, raw in register.tables.items():
        good, problems = validated(table, raw)
        assert problems == []
        assert len(good) == len(raw.records)


def test_social_return_is_asked_not_asked_or_left_open(tmp_path: Path) -> None:
    def lot(number: str, more: str = "", text: str = "") -> Lot:
        terms = tag("cac:ContractExecutionRequirement", words("cbc:Description", text)) if text else ""
        return Lot(number, Project(more=more), terms=terms)

    none = tag("cac:ProcurementAdditionalType", code("cbc:ProcurementTypeCode", "none", "strategic-procurement"))
    lots = [lot("L1", text="Met social return."), lot("L2", none), lot("L3")]
    first, second, third = _register(tmp_path, Made(lots=lots)).tables["contracts"].records
    assert first["social_return"] == {"asked": True, "stated_in": "notice", "form": "performance_condition"}
    assert second["social_return"] == {"asked": False, "stated_in": "notice"}
    assert "social_return" not in third  # not asked = no


def test_what_is_no_value_is_left_out_and_said(tmp_path: Path) -> None:
    register = _register(tmp_path, a_result(awarded(1)), a_result(awarded(1), folder="b", publication="2-2026"))
    assert all("contract_value" not in record for record in register.tables["contracts"].records)
    (remark,) = register.remarks
    assert problem("en", remark) == (  # not the first alone
        "notices: only fills the field and is no value: 00054321-2026/CON-0001 (EUR 1; 0.xml);"
        " 2-2026/CON-0001 (EUR 1; 1.xml). The value stays unknown."
    )


def test_a_foreign_number_is_no_kvk_number(tmp_path: Path) -> None:
    foreign = Organisation("ORG-0003", {"NLD": "Beispiel GmbH"}, "12345678", country="DEU")
    made = a_result(organisations=[Organisation("ORG-0001", {"NLD": "Gemeente Voorbeeld"}), foreign])
    register = _register(tmp_path, made)
    assert register.tables["contracts"].records[0]["supplier"] == "Beispiel GmbH"
    assert register.tables["suppliers"].records == []


def test_a_second_winner_is_said(tmp_path: Path) -> None:
    result = awarded().replace(party("TPA-0001", "ORG-0003"), party("TPA-0001", "ORG-0003", "ORG-0004"))
    register = _register(tmp_path, a_result(result))
    (remark,) = register.remarks
    assert problem("en", remark) == (
        "0.xml: more than one supplier, of whom the first was taken over:"
        " 00054321-2026/CON-0001 (Voorbeeld Schoonmaak B.V., Ander Voorbeeld B.V.)."
    )
    assert [one["id"] for one in register.tables["suppliers"].records] == ["10000003"]


def test_an_estimate_of_the_procedure_is_said_once_although_every_lot_carries_it(tmp_path: Path) -> None:
    lots = [Lot(f"LOT-000{n}") for n in (1, 2, 3)]
    register = _register(tmp_path, Made(project=Project(estimate=900_000), lots=lots))
    (remark,) = register.remarks
    assert remark.code == "notice_value_of_procedure"
    assert problem("en", remark).count("00012345-2026 (900,000.00)") == 1  # not 3


def _several_suppliers(publication: str, folder: str) -> Made:
    result = awarded().replace(party("TPA-0001", "ORG-0003"), party("TPA-0001", "ORG-0003", "ORG-0004"))
    return a_result(result, publication=publication, folder=folder)


def test_a_remark_on_many_names_ten_and_of_every_file_one(tmp_path: Path) -> None:
    lines = [json.dumps(a_release(id=str(n), ocid=f"x-{n}", awards=[_to_two()])) for n in range(12)]
    (tmp_path / "0.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (remark,) = _register(tmp_path, *(_several_suppliers(f"0005000{n}-2026", f"f{n}") for n in range(3))).remarks
    told = problem("en", remark)
    assert all(f"0005000{n}-2026/CON-0001" in told for n in range(3))  # not the first file alone
    assert told.count("Voorbeeld Schoonmaak B.V., Ander") == 10
    assert told.endswith(" and 5 more.")


def _to_two() -> dict[str, object]:
    names = ("Voorbeeld Schoonmaak B.V.", "Ander Voorbeeld B.V.")
    return an_award(suppliers=[{"id": name, "name": name} for name in names])


def test_a_remark_names_the_lot_before_any_path(tmp_path: Path) -> None:
    lots = [Lot("LOT-0001"), Lot("LOT-0002", Project(estimate=900_000, currency="USD"))]
    period = tag("cbc:StartDate", "soon")
    register = _register(tmp_path, Made(lots=[*lots, Lot("LOT-0003", Project(period=period))]))
    assert [problem("en", remark) for remark in register.remarks] == [
        "0.xml: not in euro, and so not read: 00012345-2026/LOT-0002 (USD 900000). Convert the amount and fill it in."
    ]
    (unread,) = files.read(tmp_path).remarks
    assert problem("en", unread) == "0.xml: not a day, and so not read: 00012345-2026/LOT-0003 (soon)."


def test_what_fills_no_field_is_said(tmp_path: Path) -> None:
    period = tag("cbc:DurationMeasure", "1440", unitCode="DAY")
    by_xml = Made(procedure="comp-dial", lots=[Lot(project=Project(period=period))])
    items = [{"id": code_, "classification": {"id": code_}} for code_ in ("79710000", "90919200")]
    tender = {"items": items, "classification": {}, "procurementMethodDetails": "Anders"}
    tender["contractPeriod"] = {"startDate": "2026-06-01T00:00:00Z", "durationInDays": 730}
    (tmp_path / "x.json").write_text(json.dumps({"releases": [a_release(tender=tender)]}), encoding="utf-8")
    register = _register(tmp_path, by_xml)
    told = [problem("en", remark).partition(": ")[2] for remark in register.remarks]
    assert [one.partition(": ")[2].partition(". ")[0].rstrip(".") for one in told] == [
        "00012345-2026/LOT-0001 (1440; 0.xml); 301234 (730; x.json)",
        "00012345-2026/LOT-0001 (comp-dial; 0.xml); 301234 (Anders; x.json)",
        "301234 (79710000, 90919200)",
    ]
    assert not {"end", "term_months", "procedure"} & set().union(*register.tables["contracts"].records)


def test_of_a_change_alone_is_said_that_its_start_is_not_known(tmp_path: Path) -> None:
    (remark,) = _register(tmp_path, Made(changes="00010000-2026", lots=[Lot("LOT-0001"), Lot("LOT-0002")])).remarks
    assert remark.code == "notice_start_unknown"
    assert problem("nl", remark).count("00012345-2026") == 1


def test_too_many_decimals_are_unread(tmp_path: Path) -> None:
    lots = [
        Lot(
            project=Project(
                more=tag("cac:RequestedTenderTotal", amount("cbc:EstimatedOverallContractAmount", "250000.005"))
            )
        )
    ]
    register = _register(tmp_path, Made(lots=lots))
    assert [remark.code for remark in register.remarks] == ["notice_amount_unread"]

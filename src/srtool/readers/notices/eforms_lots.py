"""What an eForms notice says of the procedure and of each lot."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.notice.notice import NO_PROJECT, Lot, Project
from srtool.notice.period import Duration, Period
from srtool.notice.social_return import Said, SocialReturnStatement, may_name, statement
from srtool.notice.stated import Stated
from srtool.readers.notices.eforms_values import Reading, count_of
from srtool.readers.notices.xml_tree import EXTENSION, Node

_TENDER_TOTAL = "cac:RequestedTenderTotal"
_CRITERION = "cac:AwardingTerms/cac:AwardingCriterion/cac:SubordinateAwardingCriterion"
_EXECUTION = "cac:ContractExecutionRequirement"
_REQUIREMENT = "cac:TendererQualificationRequest/cac:SpecificTendererRequirement/cbc:TendererRequirementTypeCode"
_TECHNIQUES = "cac:ContractingSystem/cbc:ContractingSystemTypeCode"
_NATURES = frozenset({"works", "services", "supplies"})


def lots_of(root: Node, reading: Reading) -> Iterator[Lot]:
    """The lots in the order of their numbers; groups (LotsGroup) and parts of a plan (Part) are none.

    A lot without a number cannot be told apart or referred to: it is left out, and said.
    """
    lots = []
    for node in root.all("cac:ProcurementProjectLot"):
        number = node.first("cbc:ID")
        if number is None or number.own_text is None:
            reading.leave("notice_lot_without_number", node.path)
        elif number.element.get("schemeName", "Lot") == "Lot":
            reading.part = number.own_text
            lots.append(_lot(node, number.own_text, reading))
            reading.part = ""
    yield from sorted(lots, key=lambda lot: lot.number)


def _lot(node: Node, number: str, reading: Reading) -> Lot:
    terms = node.first("cac:TenderingTerms")
    project = node.first("cac:ProcurementProject")
    return Lot(
        number,
        project_of(project, node.first("cac:TenderingProcess"), reading),
        _social_return(project, terms, reading),
        _code(terms, _REQUIREMENT, "reserved-procurement", reading),
        _code(terms, f"{_EXECUTION}/cbc:ExecutionRequirementCode", "reserved-execution", reading),
        node.path,
    )


def project_of(node: Node | None, process: Node | None, reading: Reading) -> Project:
    """What is bought, as the procedure or one lot says it."""
    if node is None:
        return NO_PROJECT
    nature = reading.text(node, "cbc:ProcurementTypeCode")
    totals = node.first(_TENDER_TOTAL)
    techniques = (code.own_text for code in process.all(_TECHNIQUES)) if process else ()
    return Project(
        reference=reading.text(node, "cbc:ID"),
        name=reading.in_language(node, "cbc:Name"),
        nature=nature if nature and nature.value in _NATURES else None,
        cpv=reading.text(node, "cac:MainCommodityClassification/cbc:ItemClassificationCode"),
        estimate=reading.amount(totals, "cbc:EstimatedOverallContractAmount"),
        framework_maximum=reading.amount(totals, f"{EXTENSION}/efbc:FrameworkMaximumAmount"),
        period=_period(node, reading),
        techniques=frozenset(code for code in techniques if code and code != "none"),
    )


def _period(project: Node, reading: Reading) -> Period:
    node = project.first("cac:PlannedPeriod")
    extension = project.first("cac:ContractExtension")
    renewals = count_of(extension.text("cbc:MaximumNumberNumeric")) if extension else None
    where = f"{extension.path}/cbc:MaximumNumberNumeric" if extension else ""
    return Period(
        start=reading.day(node, "cbc:StartDate") if node else None,
        end=reading.day(node, "cbc:EndDate") if node else None,
        duration=_duration(node, reading) if node else None,
        indefinite=_indefinite(node, reading) if node else None,
        renewals=Stated(renewals, reading.source, where) if renewals is not None else None,
        renewal_terms=reading.in_language(extension, "cac:Renewal/cac:Period/cbc:Description") if extension else None,
    )


def _duration(period: Node, reading: Reading) -> Stated[Duration] | None:
    measure = period.first("cbc:DurationMeasure")
    number = count_of(measure.own_text) if measure else None
    if measure is None or not number:
        return None
    duration = Duration(number, measure.element.get("unitCode", "").strip().upper())
    if not duration.is_known:
        reading.leave("notice_duration_unit", measure.path, duration.unit)
    return Stated(duration, reading.source, measure.path)


def _indefinite(period: Node, reading: Reading) -> Stated[bool] | None:
    """UNLIMITED in any description code: the name of its list is written in three ways."""
    code = reading.text(period, "cbc:DescriptionCode")
    return code._replace(value=True) if code and code.value == "UNLIMITED" else None  # type: ignore[arg-type,return-value]


def _code(terms: Node | None, path: str, code_list: str, reading: Reading) -> Stated[str] | None:
    """The code of this list, which shares its element with other lists."""
    for node in terms.all(path) if terms else ():
        if node.element.get("listName") == code_list and node.own_text:
            return Stated(node.own_text, reading.source, node.path)
    return None


def _social_return(project: Node | None, terms: Node | None, reading: Reading) -> SocialReturnStatement:
    types = list(project.all("cac:ProcurementAdditionalType")) if project else []
    objectives = [code for node in types if (code := _listed(node, "social-objective", reading))]
    strategies = [code for node in types if (code := _listed(node, "strategic-procurement", reading))]
    return statement(objectives, strategies, _texts(project, terms, types, reading))


def _listed(node: Node, code_list: str, reading: Reading) -> Stated[str] | None:
    code = node.first("cbc:ProcurementTypeCode")
    is_meant = code is not None and code.element.get("listName") == code_list and code.own_text
    return Stated(code.own_text, reading.source, code.path) if code is not None and is_meant else None  # type: ignore[arg-type]


def _texts(project: Node | None, terms: Node | None, types: list[Node], reading: Reading) -> Iterator[Said]:
    """Every text of a lot that may name social return, with the form that naming it there has."""
    if not any(node is not None and may_name("".join(node.element.itertext())) for node in (project, terms)):
        return
    places: list[tuple[Node, str, str | None]] = []
    if terms is not None:
        criteria = terms.all(_CRITERION)
        places += [(node, path, "award_criterion") for node in criteria for path in ("cbc:Name", "cbc:Description")]
        places += [(node, "cbc:Description", "performance_condition") for node in terms.all(_EXECUTION)]
    places += [(node, "cbc:ProcurementType", None) for node in types]
    if project is not None:
        places += [(project, path, None) for path in ("cbc:Name", "cbc:Description", "cbc:Note")]
    for node, path, form in places:
        text = reading.in_language(node, path)
        if text is not None:
            yield Said(text, form)

"""What an OCDS release says of social return and of reservation, by the extensions for sustainability and terms."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.notice.social_return import Said, SocialReturnStatement, passage_in, statement
from srtool.notice.stated import Stated
from srtool.readers.notices.ocds_values import Json, inner, items, text

_GOALS = {"social.disadvantagedEmploymentOpportunities": "opp"}
_SOCIAL = "social"
_RESERVED = {"shelteredWorkshop": "res-ws", "publicServiceMissionOrganization": "res-pub-ser"}

Placed = tuple[str, Json]


def social_return(tender: Json, lot: tuple[int, Json] | None, source: str) -> SocialReturnStatement:
    """The statement of the lot and the procedure together; the strategies of converters say nothing."""
    parts = list(_parts(tender, lot))
    objectives, strategies = [], []
    for path, part in parts:
        if part.get("hasSustainability") is False:
            strategies.append(Stated("none", source, f"{path}.hasSustainability"))
        for n, goal in items(part, "sustainability"):
            name, where = text(goal, "goal") or "", f"{path}.sustainability[{n}].goal"
            if name == _SOCIAL:
                strategies.append(Stated("soc-obj", source, where))
            elif name.startswith(f"{_SOCIAL}."):
                objectives.append(Stated(_GOALS.get(name, name), source, where))
    texts = (said for path, part in parts for said in _texts(part, path, source))
    return statement(objectives, strategies, texts)


def reserved_participation(tender: Json, lot: tuple[int, Json] | None, source: str) -> Stated[str] | None:
    """The first reservation that is named; an empty list says that there is none, absence says nothing."""
    for path, part in _parts(tender, lot):
        reserved = inner(part, "otherRequirements").get("reservedParticipation")
        if isinstance(reserved, list):
            where = f"{path}.otherRequirements.reservedParticipation"
            code = next((_RESERVED[name] for name in reserved if isinstance(name, str) and name in _RESERVED), None)
            return Stated(code or "none", source, where)
    return None


def reserved_execution(tender: Json, source: str) -> Stated[str] | None:
    value = inner(tender, "contractTerms").get("reservedExecution")
    if not isinstance(value, bool):
        return None
    return Stated("yes" if value else "no", source, "tender.contractTerms.reservedExecution")


def _parts(tender: Json, lot: tuple[int, Json] | None) -> Iterator[Placed]:
    """The lot first: what it says itself counts before what the procedure says."""
    if lot is not None:
        yield f"tender.lots[{lot[0]}]", lot[1]
    yield "tender", tender


def _texts(part: Json, path: str, source: str) -> Iterator[Said]:
    for n, criterion in items(inner(part, "awardCriteria"), "criteria"):
        for key in ("name", "description"):
            yield from _said(criterion, key, f"{path}.awardCriteria.criteria[{n}]", source, "award_criterion")
    yield from _said(
        inner(part, "contractTerms"), "performanceTerms", f"{path}.contractTerms", source, "performance_condition"
    )
    for key in ("title", "description"):
        yield from _said(part, key, path, source, None)


def _said(part: Json, key: str, path: str, source: str, form: str | None) -> Iterator[Said]:
    value = part.get(key)
    if isinstance(value, str) and passage_in(value) is not None:
        yield Said(Stated(value, source, f"{path}.{key}"), form)

"""What an OCDS release says of social return and of reservation, by the extensions for sustainability and terms."""

from __future__ import annotations

from collections.abc import Iterator

from srtool.lazy_dataclass import dataclass
from srtool.notice.social_return import NOT_STATED, Said, SocialReturnStatement, may_name, passage_in, statement
from srtool.notice.stated import Stated
from srtool.place import Place
from srtool.readers.notices.ocds_values import Json, inner, items, text

_GOALS = {"social.disadvantagedEmploymentOpportunities": "opp"}
_SOCIAL = "social"
_RESERVED = {"shelteredWorkshop": "res-ws", "publicServiceMissionOrganization": "res-pub-ser"}


@dataclass(frozen=True, slots=True)
class SocialTerms:
    """What the procedure, or a lot, says by itself."""

    objectives: tuple[Stated[str], ...] = ()
    strategies: tuple[Stated[str], ...] = ()
    texts: tuple[Said, ...] = ()
    """Those that name social return."""
    reserved: Stated[str] | None = None


SILENT = SocialTerms()
_TELLING = frozenset({"sustainability", "hasSustainability", "otherRequirements", "awardCriteria", "contractTerms"})
"""Without one of these only the title and the description can say something, which few of them do."""


def social_terms(part: Json, source: Place, path: str) -> SocialTerms:
    """The terms in a tender or a lot; the strategies of converters say nothing."""
    if _TELLING.isdisjoint(part) and not _names(part, "description") and not _names(part, "title"):
        return SILENT
    texts = tuple(_texts(part, source, path))
    reserved = _reserved(part, source, path) if "otherRequirements" in part else None
    if "sustainability" not in part and "hasSustainability" not in part:
        return SocialTerms(texts=texts, reserved=reserved) if texts or reserved else SILENT
    objectives, strategies = [], []
    if part.get("hasSustainability") is False:
        strategies.append(Stated("none", source, f"{path}.hasSustainability"))
    for n, goal in items(part, "sustainability"):
        name, where = text(goal, "goal") or "", f"{path}.sustainability[{n}].goal"
        if name == _SOCIAL:
            strategies.append(Stated("soc-obj", source, where))
        elif name.startswith(f"{_SOCIAL}."):
            objectives.append(Stated(_GOALS.get(name, name), source, where))
    return SocialTerms(tuple(objectives), tuple(strategies), texts, reserved)


def together(lot: SocialTerms, whole: SocialTerms) -> SocialReturnStatement:
    """The statement on a lot: what it says itself comes first, then what the procedure says of all lots."""
    if lot is SILENT and whole is SILENT:
        return NOT_STATED
    return statement(lot.objectives + whole.objectives, lot.strategies + whole.strategies, lot.texts + whole.texts)


def reserved_execution(tender: Json, source: Place) -> Stated[str] | None:
    """Whether the execution is reserved to sheltered programmes; None where nothing says so."""
    value = inner(tender, "contractTerms").get("reservedExecution")
    if not isinstance(value, bool):
        return None
    return Stated("yes" if value else "no", source, "tender.contractTerms.reservedExecution")


def _reserved(part: Json, source: Place, path: str) -> Stated[str] | None:
    """The first reservation that is named; an empty list says that there is none, absence says nothing."""
    reserved = inner(part, "otherRequirements").get("reservedParticipation")
    if not isinstance(reserved, list):
        return None
    code = next((_RESERVED[name] for name in reserved if isinstance(name, str) and name in _RESERVED), None)
    return Stated(code or "none", source, f"{path}.otherRequirements.reservedParticipation")


def _names(part: Json, key: str) -> bool:
    value = part.get(key)
    return isinstance(value, str) and may_name(value)


def _texts(part: Json, source: Place, path: str) -> Iterator[Said]:
    if "awardCriteria" in part:
        for n, criterion in items(inner(part, "awardCriteria"), "criteria"):
            where = f"{path}.awardCriteria.criteria[{n}]"
            yield from _said(criterion, ("name", "description"), source, where, "award_criterion")
    if "contractTerms" in part:
        terms = inner(part, "contractTerms")
        yield from _said(terms, ("performanceTerms",), source, f"{path}.contractTerms", "performance_condition")
    yield from _said(part, ("title", "description"), source, path, None)


def _said(part: Json, keys: tuple[str, ...], source: Place, path: str, form: str | None) -> Iterator[Said]:
    for key in keys:
        value = part.get(key)
        if isinstance(value, str) and passage_in(value) is not None:
            yield Said(Stated(value, source, f"{path}.{key}"), form)

"""What a percentage is: what is asked, or one of the many others that stand in a tender text."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

from srtool.draft.alternatives import any_of
from srtool.draft.around_percentage import after, before, has_basis, near
from srtool.draft.bases import unknown_basis_after
from srtool.draft.bearing import ANCHOR
from srtool.draft.parts_of_duty import is_part_of_duty
from srtool.draft.percentages import Percentage, percentages


class Use(StrEnum):
    """What a percentage is about."""

    DEMAND = "demand"
    HIGHER = "higher"
    """What a bidder may offer more, as award criterion."""
    VAT = "vat"
    WEIGHT = "weight"
    PSO = "pso"
    RESERVED = "reserved"
    CONSEQUENCE = "consequence"
    LABOUR_SHARE = "labour_share"
    PART_OF_DUTY = "part_of_duty"
    """How much of the duty something may fill, or how far it counts."""
    OTHER = "other"


def use_of(percentage: Percentage) -> Use:
    """The first use whose words are there."""
    return next((use for use, holds in _USES if holds(percentage)), Use.OTHER)


_is_vat_near = near(r"\bbtw\b|omzetbelasting")
_is_weight_near = near(
    r"\bweeg|\bweging|gewicht|\bpunten\b|\bscore\b|\bprijs\b|\bkwaliteit\b|beoordeling|fictieve\s+korting"
)
_is_pso_near = near(r"\bPSO\b|prestatieladder|\btrede\b|aspirant|\bniveau\s+[123]\b")
_is_of_staff = after(
    r"(?:of\s+meer\s+)?(?:van\s+)?(?:\w+\s+){0,4}?(?:werknemers|medewerkers|personeel(?:s(?:bestand|leden))?\b|arbeidskrachten|fte)"
)
_is_reserved_near = near(r"2\.82|voorbehoud|sociale\s+werkplaats|hoofddoel")
_is_consequence_before = before(
    r"boete|malus|korting|inhouding|verreken\w*|ingehouden|in\s+mindering|schadevergoeding|verhoogd\s+met|rente|inhoud(?:en|t)"
)
_is_of_shortfall = after(
    r"van\s+(?:de|het)\s+(?:bedrag\s+dat\s+|deel\s+dat\s+)?(?:niet|tekort|resterende?|openstaande?|ontbrekende?|verschil|nog|te\s+weinig|onvervulde?|deel\s+dat)"
)
_is_after_labour = any_of(
    r"(?:loonaandeel|arbeidsaandeel|arbeidscomponent|loonkostenaandeel|aandeel\s+(?:loon|arbeid)\w*)\s+van\s+(?:\w+\s+){0,2}$",
    r"(?:loon\w*|arbeid\w*|arbeidscomponent)\b[^.;]{0,60}?(?:minder|lager|kleiner|meer|hoger|groter|bedraagt|uitmaakt|beslaat|onder|boven|geraamd|geschat|begroot)\b[^.;%]{0,25}$",
)
_is_before_labour = after(
    r"(?:of\s+(?:meer|minder)\s+)?(?:\w+\s+){0,4}?(?:uit\s+)?(?:arbeid\b|arbeidscomponent|arbeidsaandeel|loonaandeel|uit\s+loon)"
)
_is_of_another_arrangement = any_of(
    r"\bg-rekening",
    r"\bWKA\b",
    "ketenaansprakelijk",
    "bankgarantie",
    r"\bzekerheid(?:stelling)?\b",
    "waarborgsom",
    r"\bge[ïi]ndexeer\w*",
    r"\bindexe(?:ren|ring)\w*",
    r"\bvoorschot\w*",
    r"\bbonus\w*",
    r"\bpremies?\b",
    r"\bbeloning\w*",
    r"\b(?:toeslag|opslag)\b",
    r"\bCO(?:2|₂)",
)
"""Sums that are reckoned over the same bases, and are something else."""
_is_for_a_bonus = re.compile(r"[^.;%]{0,60}\b(?:bonus|premie|beloning)\b", re.IGNORECASE)
_is_instalment = before(r"\b(?:termijn\w*|factuur\w*|\w*betaling)\s+(?:van|ter\s+grootte\s+van)")
_is_minimum_to_exceed = re.compile(
    r"\b(?:meer|hoger|boven(?:op)?)\s+(?:dan\s+)?(?:de|het|deze|dit)\s+(?:\w+\s+)?"
    r"(?:minimum\w*|\w*eis|norm|ondergrens|\w*percentage|verplichting)\s+(?:van\s+)?$",
    re.IGNORECASE,
)
_is_aim = re.compile(
    r"\b(?:streef|richt)(?:percentage|cijfer|waarde|norm|getal)\s+(?:van\s+|is\s+|:\s*)?$", re.IGNORECASE
)
"""Beside a demand in the same sentence; by itself an aim is the demand."""
_is_upwards = before(
    r"\btot(?:\s+(?:maximaal|en\s+met|ten\s+hoogste|wel))?|oplopend\s+tot|meer\s+dan|hoger\s+dan|boven(?:op)?(?:\s+de)?|maximaal|ten\s+hoogste"
)
_is_award = any_of(
    "gunningscriteri",
    "subgunning",
    r"\bpunten\b",
    "beoordel",
    r"hoger\s+percentage",
    "extra",
    "meerwaarde",
    r"inschrijver\s+(?:kan|mag)\b",
)
_NAMES_IT = r"(?:percentage|verplichting|eis|norm|inzet|inspanning|bijdrage|taakstelling|opgave|social[\s-]return|SROI)"
_is_after_its_name = re.compile(
    rf"{_NAMES_IT}\s*\(\s*$|{_NAMES_IT}(?:\s+\w+){{0,2}}\s*:\s*$"
    rf"|{_NAMES_IT}\b(?:\s+(?!verlag|verhog|wijzig|vermind)\w+){{0,6}}?"
    r"\s+(?:is|zijn|bedraagt|van|op|minimaal|tenminste|minstens|over|aan|ten\s+minste|ter\s+(?:grootte|hoogte|waarde)\s+van)"
    r"(?:\s+(?:ten|minste|minimaal|minimum|een|de|maximaal|vastgesteld|op|om|aan|van))*\s*$",
    re.IGNORECASE,
)
_is_after_for_it = re.compile(r"\b(?:voor|aan)\s+(?:social[\s-]return|SROI)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_is_after_a_verb = re.compile(
    r"\b(?:zet|zetten|besteedt|besteden|wendt|aanwenden|realiseert|realiseren|investeert|vult)\s+(?:\w+\s+){0,4}$",
    re.IGNORECASE,
)
_is_listed = re.compile(
    r"(?:\b[Pp]erceel\s+\w{1,2}(?:\s+\([^)]*\))?|(?:contract|uitvoerings)?jaar|\b20\d\d)(?:\s+(?:is|dit|een|en|wordt|dat))*\s*:?\s*$"
)
_names_it = re.compile(rf"\b{_NAMES_IT}\b|\bzet\b|\bin\s+te\s+zetten", re.IGNORECASE)
_is_before_its_name = any_of(
    r"[\s,)]*(?:\([^)]*\)\s*)?(?:van\s+de\s+\w+\s+)?(?:\w+\s+){0,3}?(?:social[\s-]return|SROI)",
    r"\s*(?:daarvan|hiervan|in\s+te\s+zetten|te\s+besteden|aan\s+te\s+wenden)",
)
_is_row_of_demand = any_of(
    "percentage",
    "verplichting",
    "omvang",
    "hoogte",
    "inzet",
    r"\beis\b",
    r"social[\s-]return",
    r"\bSROI\b",
    r"\bnorm\b",
)
_is_of_something = re.compile(r"[\s,)]*(?:\([^)]*\)\s*)?van\s+(?:de|het|zijn|haar|een|uw)\b", re.IGNORECASE)
_is_background = any_of(
    "doorgaans",
    "gemiddeld",
    "gebruikelijk",
    r"\bcirca\b",
    r"\bca\.",
    "ongeveer",
    "landelijk",
    r"\bambitie\b",
    r"veel\s+gemeenten",
    "meestal",
    r"standaard\s+bij",
    r"in\s+de\s+praktijk",
    "onderzoek",
)
_UP_TO = r"(?:tot(?:\s+(?:maximaal|en\s+met|ten\s+hoogste))?|à|-|\u2013|en\s+(?:maximaal|ten\s+hoogste|hoogstens))"
_is_in_a_range = re.compile(rf"\d\s?(?:%|procent)?\s*{_UP_TO}\s*$")
_starts_a_range = re.compile(rf"\s*{_UP_TO}\s*\d")
_is_passed = re.compile(
    r"[^.;%]{0,60}\b(?:overschrijd\w*|overstijg\w*|overtref\w*|te\s+boven\s+ga\w*|uitkomt\s+boven)\b", re.IGNORECASE
)
_is_changed = re.compile(
    r"\b(?:verlag\w+|verlaagd|verhog\w+|verhoogd|vermind\w+|afgewaardeerd|bijgesteld|meer\s+dan|minder\s+dan|hoger\s+dan|lager\s+dan|groter\s+dan)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_is_kept_back = re.compile(
    r"[^.;%]{0,60}\b(?:inhoud\w*|in\s+te\s+houden|ingehouden|korten|gekort|in\s+mindering)\b", re.IGNORECASE
)
_is_share_of_somebody = re.compile(r"\s+(?:door|bij|na)\b", re.IGNORECASE)
_SHORT = 60


def _is_vat(percentage: Percentage) -> bool:
    return percentage.value in (0, 9, 21) and _is_vat_near(percentage)


def _is_aim_beside_demand(percentage: Percentage) -> bool:
    others = [one for one in percentages(percentage.sentence) if one.start != percentage.start]
    return bool(others) and _is_aim.search(percentage.before) is not None


def _is_weight(percentage: Percentage) -> bool:
    return _is_weight_near(percentage) and not has_basis(percentage)


def _is_pso(percentage: Percentage) -> bool:
    return _is_pso_near(percentage) and not has_basis(percentage)


def _is_reserved(percentage: Percentage) -> bool:
    return _is_of_staff(percentage) or (_is_reserved_near(percentage) and not has_basis(percentage))


def _is_consequence(percentage: Percentage) -> bool:
    return _is_of_shortfall(percentage) or _is_consequence_before(percentage) or percentage.value > 100


def _is_labour_share(percentage: Percentage) -> bool:
    return _is_after_labour.search(percentage.before) is not None or _is_before_labour(percentage)


def _is_higher(percentage: Percentage) -> bool:
    sentence = percentage.sentence
    return _is_upwards(percentage) and _is_award.search(f"{sentence.text}\n{sentence.around}") is not None


def _is_no_demand(percentage: Percentage) -> bool:
    """Background, a range, a change of it, or money that is kept back: a percentage, and not what is asked."""
    sentence = percentage.sentence
    return bool(
        percentage.value in (0, 100)
        or _is_aim_beside_demand(percentage)
        or (_is_of_another_arrangement.search(sentence.text) and not ANCHOR.search(sentence.text))
        or _is_for_a_bonus.match(percentage.after)
        or _is_instalment(percentage)
        or _is_background.search(sentence.text)
        or _is_in_a_range.search(percentage.before)
        or _starts_a_range.match(percentage.after)
        or _is_changed.search(percentage.before)
        or _is_passed.match(percentage.after)
        or _is_kept_back.match(percentage.after)
        or _is_share_of_somebody.match(percentage.after)
    )


def _is_demand(percentage: Percentage) -> bool:
    """Only with words that make it one: an error rests on it."""
    if has_basis(percentage):
        return True
    sentence = percentage.sentence
    if unknown_basis_after(sentence.text, percentage.end) is not None:
        return _names_it.search(sentence.text) is not None
    cell = sentence.passage.cell
    beside = "" if cell is None else f"{cell.row_heading} {cell.column_heading}"
    is_row = len(sentence.text) < _SHORT and _is_row_of_demand.search(beside) is not None
    is_in_list = _is_listed.search(percentage.before) and _names_it.search(sentence.text)
    if is_row or is_in_list or _is_before_its_name.match(percentage.after):
        return True
    is_named = any(
        named.search(percentage.before) for named in (_is_after_its_name, _is_after_for_it, _is_after_a_verb)
    )
    return is_named and not _is_of_something.match(percentage.after)


_USES: tuple[tuple[Use, Callable[[Percentage], bool]], ...] = (
    (Use.VAT, _is_vat),
    (Use.LABOUR_SHARE, _is_labour_share),
    (Use.CONSEQUENCE, _is_consequence),
    (Use.PART_OF_DUTY, is_part_of_duty),
    (Use.RESERVED, _is_reserved),
    (Use.PSO, _is_pso),
    (Use.OTHER, lambda percentage: _is_minimum_to_exceed.search(percentage.before) is not None),
    (Use.HIGHER, _is_higher),
    (Use.WEIGHT, _is_weight),
    (Use.OTHER, _is_no_demand),
    (Use.DEMAND, _is_demand),
)
"""In the order in which they are tried: the first that holds is the use."""

"""Target groups by one name each, whatever a draft calls them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from srtool.draft.sentence import Sentence

_GROUPS = {
    "participatiewet": r"participatiewet|\bbijstand(?:s\w+)?\b|\bWWB\b|\bPW\b",
    "ww": r"\bWW\b|\bWW-\w+|werkloosheidswet",
    "wia_wao": r"\bWIA\b|\bWAO\b|\bWGA\b|\bIVA\b|\bWAZ\b",
    "wajong": r"\bwajong\w*",
    "wsw": r"\bWsw\b|beschut\s+werk|SW-(?:medewerker|kandida)\w*",
    "banenafspraak": r"banenafspraak|doelgroepregister",
    "ioaw_ioaz": r"\bIOA[WZ]\b",
    "no_benefit": r"\bnuggers?\b|\bNUG\b|zonder\s+uitkering|niet[\s-]uitkeringsgerechtigd\w*",
    "bbl": r"\bbbl\b|\bbbl-\w+|\bbbl'?ers?\b",
    "bol": r"\bbol\b|\bbol-\w+|\bstagiaire?s?\b|\bstages?\b|stagepl\w+",
    "vso_pro": r"\bvso\b|\bpro\b|praktijkonderwijs|praktijkschol\w+|speciaal\s+onderwijs",
    "status_holders": r"statushouder\w*|vluchteling\w*|nieuwkomer\w*",
    "long_term_unemployed": r"langdurig\w*\s+werklo\w+",
    "ex_detainees": r"ex-gedetineerde\w*|\(ex-\)gedetineerde\w*",
    "over_50": r"\b5[05]\s?\+|\b5[05]-?plus\w*|ouder\s+dan\s+5[05]|5[05]\s+jaar\s+(?:en|of)\s+ouder",
    "disability": r"arbeidsbeperk\w*|arbeidsgehandicapt\w*",
    "distance": r"afstand\s+tot\s+de\s+arbeidsmarkt",
}
_PATTERN = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _GROUPS.items()), re.IGNORECASE)
_OTHER_MEANING = {"pro", "bol", "pw"}
"""Words that mean a group only in the letters in which groups are written, or beside another one."""


def target_groups(sentence: Sentence) -> Iterator[tuple[str, int, int]]:
    """(group, start, end) of the groups that a sentence names, each once."""
    seen: set[str] = set()
    matches = list(_PATTERN.finditer(sentence.text))
    for match in matches:
        name = match.lastgroup or ""
        is_alone = len({other.lastgroup for other in matches}) == 1
        if name in seen or (match[0].lower() in _OTHER_MEANING and is_alone):
            continue
        seen.add(name)
        yield name, match.start(), match.end()

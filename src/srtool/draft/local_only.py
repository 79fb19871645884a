"""Whether only people from one place count."""

from __future__ import annotations

from srtool.draft.alternatives import any_of
from srtool.draft.sentence import Sentence

_LOCAL = any_of(
    r"\binwoners?\s+(?:te\s+)?(?:zijn\s+)?van",
    r"\bin\s+de\s+(?:\w*gemeente|\w*regio|stad|provincie)\s+(?:[\w'-]+\s+){0,3}?(?:wonen|woont|woonachtig)",
    r"\bwoonachtig\w*\s+(?:te\s+zijn\s+)?(?:in|binnen)",
    r"\bwonen\w*\s+in\b",
    r"\bingezetenen?\s+(?:te\s+)?(?:zijn\s+)?van",
    r"\buit\s+(?:de\s+|het\s+)?(?:eigen\s+)?(?:gemeente|stad|regio|arbeidsmarktregio|wijk|dorp)\b",
    r"\bbuiten\s+de\s+(?:gemeente|regio|stad|arbeidsmarktregio)\b[^.;]{0,40}\b(?:niet|geen)\b",
    r"\buit\s+een\s+andere\s+(?:gemeente|regio)\b[^.;]{0,40}\b(?:niet|geen)\b",
    r"(?-i:\b[A-Z][a-zë]+se)\s+(?:werkzoekenden|inwoners|kandidaten|bijstandsgerechtigden|uitkeringsgerechtigden)",
    r"\bkaartenbak",
    r"\blokale\s+(?:werkzoekende|doelgroep|kandida|inwoner)\w*",
    r"\bbestand\s+van\s+de\s+gemeente",
)
_ONLY = any_of(
    r"\buitsluitend\b",
    r"\balleen\b",
    r"\benkel\b",
    r"\bslechts\b",
    r"\bmoet(?:en)?\b",
    r"\bdienen\b",
    r"\bdient\b",
    r"\bverplicht\b",
    r"\btelt\s+niet\b",
    r"\btellen\s+niet\b",
    r"\bafkomstig\b",
)
_PREFERRED = any_of(
    "voorkeur",
    r"zo\s?veel\s+mogelijk",
    r"waar\s+mogelijk",
    r"indien\s+mogelijk",
    r"in\s+eerste\s+instantie",
    "bijvoorbeeld",
    r"onder\s+meer",
    r"niet\s+(?:alleen|uitsluitend|beperkt)",
    r"ook\s+(?:van\s+)?buiten",
    "elders",
    "streeft",
    r"niet\s+gebonden",
    r"hoe(?:ft|ven)\s+niet",
    r"ook\s+(?:\w+\s+){0,2}van\s+buiten",
    r"(?:ook|eveneens|evengoed)\s+(?:\w+\s+){0,3}(?:uit\s+)?andere\s+(?:gemeente|regio|plaats)",
    r"\bhechten?\b",
)


def local_words(sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence names people of one place, unless it prefers them only."""
    match = _LOCAL.search(sentence.text)
    return None if match is None or _PREFERRED.search(sentence.text) else match.span()


def is_exclusive(sentence: Sentence) -> bool:
    """Whether it says that nobody else counts."""
    return _ONLY.search(sentence.text) is not None

"""Whether only people from one place count."""

from __future__ import annotations

import re

from srtool.draft.sentence import Sentence

_LOCAL = re.compile(
    r"\binwoners?\s+van|\bwoonachtig\w*\s+(?:te\s+zijn\s+)?(?:in|binnen)|\bwonen\w*\s+in\b|\bingezetenen?\s+van|\buit\s+(?:de\s+|het\s+)?(?:eigen\s+)?(?:gemeente|stad|regio|arbeidsmarktregio|wijk|dorp)\b"
    r"|\bbuiten\s+de\s+(?:gemeente|regio|stad|arbeidsmarktregio)\b[^.;]{0,40}\b(?:niet|geen)\b|\buit\s+een\s+andere\s+(?:gemeente|regio)\b[^.;]{0,40}\b(?:niet|geen)\b|(?-i:\b[A-Z][a-zë]+se)\s+(?:werkzoekenden|inwoners|kandidaten|bijstandsgerechtigden|uitkeringsgerechtigden)|\bkaartenbak|\blokale\s+(?:werkzoekende|doelgroep|kandida|inwoner)\w*|\bbestand\s+van\s+de\s+gemeente",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\buitsluitend\b|\balleen\b|\benkel\b|\bslechts\b|\bmoet(?:en)?\b|\bdienen\b|\bdient\b|\bverplicht\b|\btelt\s+niet\b|\btellen\s+niet\b|\bafkomstig\b",
    re.IGNORECASE,
)
_PREFERRED = re.compile(
    r"voorkeur|zo\s?veel\s+mogelijk|waar\s+mogelijk|indien\s+mogelijk|in\s+eerste\s+instantie|bijvoorbeeld|onder\s+meer|niet\s+(?:alleen|uitsluitend|beperkt)"
    r"|ook\s+(?:van\s+)?buiten|elders|streeft|niet\s+gebonden",
    re.IGNORECASE,
)


def local_words(sentence: Sentence) -> tuple[int, int] | None:
    """Where a sentence names people of one place, unless it prefers them only."""
    match = _LOCAL.search(sentence.text)
    return None if match is None or _PREFERRED.search(sentence.text) else match.span()


def is_exclusive(sentence: Sentence) -> bool:
    """Whether it says that nobody else counts."""
    return _ONLY.search(sentence.text) is not None

"""The words by which a draft says that something is arranged; each pattern is one element, in Dutch."""

from __future__ import annotations

import re

from srtool.draft.claim import Subject

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DAY = rf"\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{4}}|\d{{1,2}}\s+(?:{_MONTHS})\s+20\d\d"
"""A day with its year."""
_NUMBER = r"(?:\d{1,3}|één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|veertien|dertig)(?:\s*\(\w+\))?"
PERIOD = rf"{_NUMBER}\s+(?:kalender|werk)?(?:dagen|dag|weken|week|maanden|maand)"
"""So many days, weeks or months."""
_EVENT = (
    r"(?:(?:definitieve|voorlopige|het|de|van)\s+){0,3}"
    r"(?:gunning\w*|opdrachtverlening|opdrachtverstrekking|ondertekening\w*"
    r"|aanvang\w*|ingangsdatum|start\b|contractdatum|inschrijving|sluitingsdatum|ingang\b"
    r"|datum\s+van|dagtekening|verlening\s+van\s+de\s+opdracht|contractering|sluiten\s+van)"
)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


WORDINGS: dict[Subject, re.Pattern[str]] = {
    Subject.WITHOUT_VAT: _compiled(
        r"\bex(?:cl(?:usief|\.)?)?\.?\s+(?:de\s+)?(?:\d+\s?%\s+)?(?:btw|b\.t\.w\.|omzetbelasting)"
        r"|zonder\s+(?:btw|omzetbelasting)"
        r"|btw\s+(?:niet\s+inbegrepen|blijft\s+buiten|wordt\s+niet\s+meegerekend|telt\s+niet)"
        r"|netto\s+(?:opdracht|contract)\w+"
    ),
    Subject.HOURS: _compiled(rf"{_NUMBER}(?:[.\d]*)\s+(?:arbeids|werk|gewerkte\s+)?(?:uren|uur)\b"),
    Subject.OPTIONS: _compiled(r"\boptie\w*|\bverlenging\w*|\bverleng(?:d|en)\b"),
    Subject.MOMENT: _compiled(
        r"(?:bij|(?:moment|datum|dag|tijdstip)\s+van|ten\s+tijde\s+van|na|per|vóór|voorafgaand\s+aan)\s+"
        + _EVENT
        + r"|na\s+afloop|(?:feitelijk|werkelijk|daadwerkelijk|definitief"
        r"|uiteindelijk)\w*\s+(?:\w+\s+)?(?:gefactureer|gerealiseer|omzet|som|opdracht|contract)"
        r"|gefactureerd|inschrijfsom|inschrijvingssom|in\s+rekening\s+gebracht|zoals\s+gegund|gegunde|overeengekomen"
    ),
    Subject.PLAN: _compiled(
        r"\bplan\s+van\s+aanpak\b|\b(?:social[\s-]return|SROI|SR)[\s-]?plan\b|\binvul(?:lings)?plan"
        r"|\buitvoeringsplan|\binzetplan|\bwerkplan"
        r"|\bplan\s+(?:voor|over|waarin|met|op)\b|\bglobaal\s+plan|\bplan\b|voorstel\s+voor\s+de\s+(?:invulling|inzet)"
    ),
    Subject.PLAN_DAY: _compiled(
        rf"(?:binnen|uiterlijk|ten\s+laatste|niet\s+later\s+dan)\s+(?:\w+\s+){{0,2}}?(?:{PERIOD}|{DAY})"
        rf"|{PERIOD}\s+(?:na|voor|vóór)\b"
        rf"|(?:bij|met|samen\s+met)\s+(?:de|zijn|haar|uw)?\s*(?:inschrijving|offerte|aanbieding)|{DAY}"
        rf"|vóór\s+{_EVENT}|voor\s+(?:de\s+)?(?:aanvang|start|ondertekening)"
        r"|\binschrijver\w*\s+(?:\w+\s+){0,3}?(?:beschrij|voeg|lever|dien|stel|geef|geven|maak)"
    ),
    Subject.PLAN_FROM: _compiled(
        rf"(?:na|vanaf|volgend\s+op|voor|vóór|voorafgaand\s+aan|bij)\s+(?:\w+\s+){{0,3}}?{_EVENT}|(?:bij"
        rf"|met|samen\s+met)\s+(?:de|zijn|haar|uw)?\s*"
        rf"(?:inschrijving|offerte|aanbieding)|{DAY}"
        r"|\binschrijver\w*\s+(?:\w+\s+){0,3}?(?:beschrij|voeg|lever|dien|stel|geef|geven|maak)"
    ),
    Subject.REPORTING: _compiled(
        r"\b(?:ge)?rapporte\w*|\brapportage\w*|\bverantwoord(?:t|en|ing)\b|\bvoortgang\w*|\bmonitor\w*"
        r"|\bregistre\w+|\bWIZZR\b|\bleg(?:t|gen)\s+\w*\s*verantwoording"
    ),
    Subject.RHYTHM: _compiled(
        r"\b(?:per|elk|ieder|eens\s+per|één\s*(?:keer|maal)\s+per|twee\s*(?:keer|maal)\s+per"
        r"|\d\s*x?\s*per)\s+(?:kwartaal|maand|half\s*jaar|jaar|zes\s+maanden|drie\s+maanden)"
        r"|\b(?:maandelijks|jaarlijks|halfjaarlijks|driemaandelijks)e?\b|kwartaal\w*"
        r"|elke?\s+\w+\s+maanden|iedere\s+\w+\s+maanden|na\s+afloop|voortgangsgesprek"
    ),
    Subject.SYSTEM: _compiled(r"\bWIZZR\b|registratiesysteem|monitoringssysteem|webportaal|digitaal\s+systeem"),
    Subject.REFERENCE_DAY: _compiled(r"peildatum|peilmoment|op\s+de\s+dag\s+van|op\s+het\s+moment\s+van|per\s+datum"),
    Subject.VALUE_TABLE: _compiled(
        r"\bbouwblok\w*|inspanningswaard\w+|waarderingstabel|normbedrag\w*|impactwaardering"
        r"|waarderingskader|menukaart|waardetabel|waarderingslijst"
        r"|(?:regionaal|gemeentelijk|uitvoerings)\w*\s*(?:protocol|regeling)|uitvoeringsregels?\s+social"
        r"|protocol\s+(?:social|SROI)|handboek\s+(?:social|SROI)"
        r"|(?:social[\s-]return|SROI)[\s-]?(?:protocol|tabel|handboek)"
    ),
    Subject.TABLE_VERSION: _compiled(
        rf"\bversie\b|\bv\.?\s?\d|\bd\.d\.|\bgedateerd\b|vastgesteld\s+(?:op|d\.d\.)"
        rf"|\b(?:{_MONTHS})\s+20\d\d|{DAY}|\b20[12]\d\b"
    ),
    Subject.CONTACT_POINT: _compiled(
        r"werkgeversservicepunt|\bWSP\b|werkcentrum|coördinatiepunt|contactpunt|(?:bureau|loket"
        r"|coördinator|adviseur|desk)\s+social\s+return"
        r"|social[\s-]return[\s-](?:coördinator|adviseur|desk|loket|team)|adviespunt|expertisecentrum"
    ),
    Subject.SUBJECT_LINK: _compiled(
        r"verband\w*\s+(?:\w+\s+){0,4}?(?:voorwerp|opdracht)|voorwerp\s+van\s+(?:de|het)\s+(?:opdracht"
        r"|overeenkomst|aanbesteding)|samenhang\w*\s+met\s+de\s+opdracht"
        r"|binnen\s+(?:de|deze)\s+opdracht|bij\s+de\s+uitvoering\s+van\s+(?:de|deze|het)\s+(?:opdracht"
        r"|werk|overeenkomst)|direct\s+betrekking\s+op\s+de\s+opdracht"
        r"|werkzaamheden\s+(?:binnen|van)\s+(?:de|deze)\s+opdracht"
    ),
    Subject.RECOVERY: _compiled(
        r"hersteltermijn|in\s+de\s+gelegenheid|alsnog\s+(?:\w+\s+){0,4}?(?:na\s+te\s+komen|te\s+voldoen"
        r"|in\s+te\s+vullen|voldoen|voldoet|nakomen|invullen|realiseren|te\s+realiseren)"
        r"|ingebrekestelling|in\s+gebreke\s+(?:is\s+)?(?:gesteld|te\s+stellen|stelt)|verbeterplan"
        r"|\baanmaning\b|(?:redelijke|aanvullende|nadere)\s+termijn|om\s+(?:dit|het)\s+te\s+herstellen|te\s+herstellen"
    ),
    Subject.CONSEQUENCE: _compiled(
        r"\bboete\w*|\bvordert\b|\b(?:ge)?crediteer\w*|\bgecrediteerd\b|\binhoud(?:en|ing|t)\b"
        r"|\bin\s+te\s+houden\b|\bingehouden\b|\bhoudt\b[^.;]{0,80}\bin\b|\bverreken\w*|\bmalus\w*"
        r"|in\s+mindering|\bsanctie\w*|schadevergoeding|\bontbind\w*"
        r"|opeisbaar|\bnaheffing|\bkorting\b|(?:betaalt|verschuldigd|voldoet"
        r"|te\s+betalen)\b[^.;]{0,80}(?:niet|tekort|verschil)|(?:niet|tekort"
        r"|verschil)[^.;]{0,80}(?:betaalt|verschuldigd|te\s+betalen)"
    ),
    Subject.EXCEPTION: _compiled(
        r"(?:niet|geen)\s+(?:te\s+)?(?:verwijt\w*|toerekenbaar|toe\s+te\s+rekenen)|overmacht"
        r"|buiten\s+(?:zijn|haar|diens)\s+schuld|hardheidsclausule"
    ),
    Subject.PSO: _compiled(r"\bPSO\b|prestatieladder\s+socialer"),
}
"""One pattern per element that is only looked for; what needs a value of its own has a module of its own."""

_HEIGHT = re.compile(
    r"\b\w*(?:som|waarde|omzet|grondslag|bedrag|hoogte|herreken\w*|berekend\w*|kosten)\b|bepalend|percentage|%|procent",
    re.IGNORECASE,
)
_OTHER_DAYS = re.compile(
    r"\bplan\b|-plan\b|rapport|verantwoording|voortgang|kandida(?:at|ten)|peildatum", re.IGNORECASE
)


def is_about_height(text: str) -> bool:
    """Whether a moment in this sentence is that of the amount, and not the day of a plan or a report."""
    return _HEIGHT.search(text) is not None and _OTHER_DAYS.search(text) is None

"""The words by which a draft says that something is arranged; each pattern is one element, in Dutch."""

from __future__ import annotations

import re

from srtool.draft.alternatives import any_of
from srtool.draft.claim import Subject

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DAY = rf"\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{4}}|\d{{1,2}}\s+(?:{_MONTHS})\s+20\d\d"
"""A day with its year."""
_NUMBER = (
    r"(?:\d{1,3}|één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|twaalf|veertien|vijftien|twintig|dertig"
    r"|zestig|negentig)(?:\s*\(\w+\))?"
)
PERIOD = rf"{_NUMBER}\s+(?:kalender|werk)?(?:dagen|dag|weken|week|maanden|maand)"
"""So many days, weeks or months."""
_EACH_YEAR = rf"(?:voor|vóór|uiterlijk(?:\s+op)?|elk\s+jaar\s+op)\s+\d{{1,2}}\s+(?:{_MONTHS})\b"
_EVENT = (
    r"(?:(?:definitieve|voorlopige|het|de|van)\s+){0,3}"
    r"(?:gunning\w*|opdrachtverlening|opdrachtverstrekking|ondertekening\w*"
    r"|aanvang\w*|ingangsdatum|start\b|contractdatum|inschrijving|sluitingsdatum|ingang\b|opdracht(?:bevestiging)?\b"
    r"|datum\s+van|dagtekening|verlening\s+van\s+de\s+opdracht|contractering|sluiten\s+van)"
)

_OFTEN = (
    r"(?:per\s+(?:kwartaal|maand|half\s*jaar|jaar)|(?:elke?|iedere?)\s+(?:\w+\s+)?(?:kwartaal|maand|maanden|half\s*jaar|jaar)\b"
    r"|\b\w*(?:maandelijks|jaarlijks)\w*)"
)
_HANDS_OVER = (
    r"\b(?:levert|stuurt|zendt|overlegt|verstrekt|meldt|toont|laat\s+\w+\s+(?:zien|weten)|geeft\s+(?:\w+\s+){0,3}door"
    r"|licht|besproken|bespreken|gesprek(?:ken)?|aangeleverd|aanleveren|opgestuurd|ingevoerd)\b"
)
_IN_IT = (
    r"(?<!aanvang )(?<!looptijd )(?<!duur )(?<!einde )(?<!start )(?<!ingang )(?<!gunning )(?<!waarde )(?<!omvang )"
    r"(?:aan|in|op|binnen|voor|van|uit)"
)
_THE_CONTRACT = (
    r"(?:de|het|deze|dit)\s+(?:(?:aard|inhoud|onderwerp|werkzaamheden)\s+van\s+(?:de|het|deze)\s+)?"
    r"(?:voorwerp|\w*(?:opdracht|overeenkomst|dienstverlening|concessie|bestek)|werkzaamheden|te\s+verlenen\s+diensten)\b"
)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


WORDINGS: dict[Subject, re.Pattern[str]] = {
    Subject.WITHOUT_VAT: any_of(
        r"\bex(?:cl(?:usief|\.)?)?\.?\s+(?:de\s+)?(?:\d+\s?%\s+)?(?:btw|b\.t\.w\.|omzetbelasting)",
        r"zonder\s+(?:btw|omzetbelasting)",
        r"vrijgesteld\s+van\s+(?:btw|omzetbelasting)",
        r"btw-vrij\w*",
        r"vrij\s+van\s+(?:btw|omzetbelasting)",
        r"btw\s+(?:niet\s+(?:inbegrepen|meegerekend|meegeteld)|blijft\s+buiten|wordt\s+niet\s+meegerekend|telt\s+niet)",
        r"netto\s+(?:opdracht|contract)\w+",
    ),
    Subject.HOURS: _compiled(rf"{_NUMBER}(?:[.\d]*)\s+(?:arbeids|werk|gewerkte\s+)?(?:uren|uur)\b"),
    Subject.OPTIONS: any_of(r"\boptie\w*", r"\bverlenging\w*", r"\bverleng(?:d|en)\b"),
    Subject.MOMENT: _compiled(
        r"(?:bij|(?:moment|datum|dag|tijdstip)\s+van|ten\s+tijde\s+van|na|per|vóór|voorafgaand\s+aan)\s+"
        + _EVENT
        + r"|peilmoment|peildatum|na\s+afloop|(?:feitelijk|werkelijk|daadwerkelijk|definitief"
        r"|uiteindelijk)\w*\s+(?:\w+\s+)?(?:gefactureer|gerealiseer|omzet|som|opdracht|contract)"
        r"|gefactureerd|factureert|declareer|jaaromzet|jaarlijkse\s+\w*omzet|inschrijfsom|inschrijvingssom|in\s+rekening\s+gebracht|zoals\s+gegund|gegunde|overeengekomen"
    ),
    Subject.PLAN: any_of(
        r"\bplan\s+van\s+aanpak\b",
        r"\b(?:social[\s-]return|SROI|SR)[\s-]?plan\b",
        r"\binvul(?:lings)?plan",
        r"\buitvoeringsplan",
        r"\binzetplan",
        r"\b\w+plan\b",
        r"\bvoorstel\b",
        r"\bplan\s+(?:voor|over|waarin|met|op)\b",
        r"\bglobaal\s+plan",
        r"\bplan\b",
        r"\b(?:uw|zijn|haar|een)\s+(?:\w+\s+)?aanpak\b",
        r"voorstel\s+voor\s+de\s+(?:invulling|inzet)",
        r"\bbeschrijf(?:t)?\b[^.;]{0,80}\b(?:invulling|aanpak|wijze|hoe)\b",
    ),
    Subject.PLAN_DAY: _compiled(
        rf"(?:binnen|uiterlijk|ten\s+laatste|niet\s+later\s+dan)\s+(?:\w+\s+){{0,2}}?(?:{PERIOD}|{DAY})"
        rf"|{PERIOD}\s+(?:na|nadat|voor|vóór)\b"
        rf"|(?:bij|met|samen\s+met|onderdeel\s+van)\s+(?:de|zijn|haar|uw)?\s*(?:inschrijving|offerte|aanbieding)|{DAY}"
        rf"|{_EACH_YEAR}|vóór\s+{_EVENT}|voor\s+(?:de\s+)?(?:aanvang|start|ondertekening)"
        r"|\binschrijver\w*\s+(?:\w+\s+){0,3}?(?:beschrij|voeg|lever|dien|stel|geef|geven|maak)|\bu\s+beschrijft"
    ),
    Subject.PLAN_FROM: _compiled(
        rf"(?:na|nadat|vanaf|volgend\s+op|voor|vóór|voorafgaand\s+aan|bij)\s+(?:\w+\s+){{0,3}}?{_EVENT}|(?:bij"
        rf"|met|samen\s+met|onderdeel\s+van)\s+(?:de|zijn|haar|uw)?\s*"
        rf"(?:inschrijving|offerte|aanbieding)|{DAY}|{_EACH_YEAR}"
        r"|\binschrijver\w*\s+(?:\w+\s+){0,3}?(?:beschrij|voeg|lever|dien|stel|geef|geven|maak)|\bu\s+beschrijft"
    ),
    Subject.REPORTING: any_of(
        r"\b(?:ge)?rapporte\w*",
        r"\b\w*rapport(?:age\w*|en)?\b",
        r"\bverantwoord(?:t|en|ing)\b",
        r"\bvoortgang\w*",
        r"\bmonitor\w*",
        r"\bregistre\w+",
        r"\bWIZZR\b",
        r"\bleg(?:t|gen)\s+\w*\s*verantwoording",
        r"\b\w*verslag\w*",
        r"\b(?:kwartaal|jaar|maand)?overzicht(?:en)?\b",
        r"\bstand\s+van\s+zaken\b",
        r"\bde\s+stand\b",
        r"\bterug(?:koppel\w+|gekoppeld)",
        r"\b(?:voortgangs|contract|kwartaal|evaluatie)(?:gesprek|overleg)\w*",
        r"\b(?:informeer(?:t|d)|ge[ïi]nformeerd|doet\s+opgave|op\s+de\s+hoogte|inzicht)\b",
        rf"{_OFTEN}[^.;]{{0,80}}{_HANDS_OVER}",
        rf"{_HANDS_OVER}[^.;]{{0,80}}{_OFTEN}",
    ),
    Subject.RHYTHM: any_of(
        r"\b(?:per|elk|ieder|eens\s+per|één\s*(?:keer|maal)\s+per|twee\s*(?:keer|maal)\s+per|\d\s*x?\s*per)\s+(?:kwartaal|maand|half\s*jaar|jaar|zes\s+maanden|drie\s+maanden)",
        r"\b(?:maandelijks|jaarlijks|halfjaarlijks|driemaandelijks)e?\b",
        r"kwartaal\w*",
        r"elke?\s+\w+\s+maanden",
        r"iedere\s+\w+\s+maanden",
        r"na\s+afloop\b[^.;]{0,60}\b(?:rapport|verantwoord|verslag|overzicht|opgave|meld)\w*",
        r"(?:rapport|verantwoord|verslag|overzicht|opgave)\w*[^.;]{0,60}\bna\s+afloop\b",
        "voortgangsgesprek",
    ),
    Subject.SYSTEM: any_of(
        r"\bWIZZR\b", "registratiesysteem", "monitoringssysteem", "webportaal", r"digitaal\s+systeem"
    ),
    Subject.REFERENCE_DAY: any_of(
        "peildatum", "peilmoment", r"op\s+de\s+dag\s+van", r"op\s+het\s+moment\s+van", r"per\s+datum"
    ),
    Subject.VALUE_TABLE: any_of(
        r"\bbouwblok\w*",
        r"inspanningswaard\w+",
        "waarderingstabel",
        r"normbedrag\w*",
        "impactwaardering",
        "waarderingskader",
        "menukaart",
        r"waarden?tabel",
        "waarderingslijst",
        r"(?:regionaal|gemeentelijk|uitvoerings)\w*\s*(?:protocol|regeling)",
        r"uitvoeringsregels?\s+social",
        r"protocol\s+(?:social|SROI)",
        r"handboek\s+(?:social|SROI)",
        r"(?:social[\s-]return|SROI)[\s-]?(?:protocol|tabel|handboek)",
    ),
    Subject.TABLE_VERSION: _compiled(
        rf"\bversie\b|\bv\.?\s?\d|\bd\.d\.|\bgedateerd\b|vastgesteld\s+(?:op|d\.d\.)"
        rf"|\b(?:{_MONTHS})\s+20\d\d|{DAY}|\b20[12]\d\b"
    ),
    Subject.CONTACT_POINT: any_of(
        "werkgeversservicepunt",
        r"\bWSP\b",
        "werkcentrum",
        "coördinatiepunt",
        "contactpunt",
        r"(?:bureau|loket|coördinator|adviseur|desk)\s+social\s+return",
        r"social[\s-]return[\s-](?:coördinator|adviseur|desk|loket|team)",
        "adviespunt",
        "expertisecentrum",
    ),
    Subject.SUBJECT_LINK: any_of(
        r"verband\w*\s+(?:\w+\s+){0,4}?(?:voorwerp|opdracht)",
        r"voorwerp\s+van\s+(?:de|het)\s+(?:opdracht|overeenkomst|aanbesteding)",
        r"samenhang\w*\s+met\s+de\s+opdracht",
        rf"(?:aan\s+(?:bij|op)|aansluit\w*\s+(?:bij|op)|pas(?:t|sen|send)?e?\s+(?:\w+\s+)?(?:bij|binnen)"
        rf"|ho(?:ort|ren)\s+bij|gerelateerd\s+aan|voort(?:vloei\w*|komen\w*)\s+uit|(?:vloei|kom)\w*\s+voort\s+uit)\s+{_THE_CONTRACT}",
        rf"(?:bij|met|aan|uit)\s+{_THE_CONTRACT}\s+(?:ho(?:ort|ren)|past|passen|samenhang\w*|verbonden|voortvloei\w*)",
        rf"(?:ten\s+behoeve\s+van|(?:in\s+het\s+kader\s+van|tijdens|gedurende)\s+de\s+uitvoering\s+van)\s+{_THE_CONTRACT}",
        rf"{_THE_CONTRACT}\s+word(?:t|en)\s+uitgevoerd",
        rf"\bvoer(?:t|en)\s+{_THE_CONTRACT}\s+(?:\w+\s+){{0,2}}uit\b",
        rf"\bonder\s+{_THE_CONTRACT}\s+val(?:t|len)\b|\bval(?:t|len)\s+onder\s+{_THE_CONTRACT}",
        r"\b(?:werk(?:en|zaamheden)?|aan\s+de\s+slag|ingezet|taken)\s+(?:\w+\s+){0,2}(?:op|aan|binnen|in)\s+(?:dit|het)\s+(?:werk|project)\b",
        rf"\b(?:werk(?:en|t|zaam)?|functies?|taken|klussen|meewerken)\b[^.;]{{0,60}}\b{_IN_IT}\s+{_THE_CONTRACT}",
        rf"\b(?:kandidaten|zij|mensen|doelgroep)\b[^.;]{{0,80}}\b{_IN_IT}\s+(?:deze|dit)\s+\w*(?:opdracht|bestek|concessie)\b",
        rf"\bwaar\s+{_THE_CONTRACT}\s+(?:over|om)\s+gaat\b",
        r"\b(?:werk|werkzaamheden|taken|klussen)\s+(?:waarvoor|waarbij|die|dat)\b[^.;]{0,40}\b(?:mensen|kandidaten|zij|doelgroep)\b",
        r"\bop\s+het\s+werk\s+zelf\b",
        r"\b(?:geschikte?|eenvoudige?|passende?)\s+(?:\w+\s+){0,2}(?:taken|werkzaamheden|werk|functies)\b",
        rf"(?:in|binnen|op)\s+{_THE_CONTRACT}\s+(?:\w+\s+){{0,3}}(?:werk|werkzaamheden|ingezet|aan\s+de\s+slag)",
        r"binnen\s+(?:de|deze)\s+opdracht",
        r"bij\s+de\s+uitvoering\s+van\s+(?:de|deze|het)\s+(?:opdracht|werk|overeenkomst)",
        r"direct\s+betrekking\s+op\s+de\s+opdracht",
        r"werkzaamheden\s+(?:binnen|van)\s+(?:de|deze)\s+opdracht",
    ),
    Subject.RECOVERY: any_of(
        r"herstel(?:termijn|periode|afspra\w+|plan|kans)",
        r"\bna\s+(?:een|het\s+verstrijken\s+van\s+(?:een|de))\s+(?:\w+\s+)?termijn\b",
        r"\been\s+(?:laatste|extra|nieuwe)\s+(?:termijn|kans)\b",
        r"\bsommatie\b",
        r"\bgoed(?:maa?k\w*|gemaakt|\s+te\s+maken)\b",
        r"\btermijn\b[^.;]{0,40}\b(?:gegund|gegeven|gesteld|geboden)\b",
        r"\bkrijgt\b[^.;]{0,40}\bnog\b",
        r"in\s+de\s+gelegenheid",
        r"\bgelegenheid\s+(?:tot|voor)\s+(?:\w+\s+)?herstel",
        r"\bherstelt\b",
        r"\bherstel\s+binnen\b",
        r"alsnog\s+(?:\w+\s+){0,4}?(?:na\s+te\s+komen|te\s+voldoen|in\s+te\s+vullen|voldoen|voldoet|nakomen|invullen|realiseren|te\s+realiseren)",
        r"(?<!zonder )(?<!zonder nadere )(?<!zonder voorafgaande )(?<!zonder enige )(?<!geen )ingebrekestelling",
        r"in\s+gebreke\s+(?:is\s+)?(?:gesteld|te\s+stellen|stelt)",
        r"verbeter(?:plan|termijn|periode)",
        r"\balsnog\b",
        r"(?:maanden|weken|dagen)\s+(?:extra|de\s+tijd|respijt|voor\s+herstel)\b",
        r"(?:extra|aanvullende?)\s+(?:tijd|maanden|weken)\b",
        r"\bin\s+te\s+(?:lopen|halen)\b",
        r"\baanmaning\b",
        r"(?:redelijke|aanvullende|nadere)\s+termijn",
        r"om\s+(?:dit|het)\s+te\s+herstellen",
        r"te\s+herstellen",
    ),
    Subject.CONSEQUENCE: any_of(
        r"\bboete\w*",
        r"\bvordert\b",
        r"\b(?:ge)?crediteer\w*",
        r"\bgecrediteerd\b",
        r"\binhoud(?:en|ing|t)\b",
        r"\bin\s+te\s+houden\b",
        r"\bingehouden\b",
        r"\bhoudt\b[^.;]{0,80}\bin\b",
        r"\bverreken\w*",
        r"\bmalus\w*",
        r"in\s+mindering",
        r"\bafgetrokken\b",
        r"\bniet\s+(?:uit)?betaald\b",
        r"\bopgeschort\b",
        r"\bgekort\b",
        r"\bterug(?:betaal\w*|gevorderd|vorder\w*)",
        r"\bin\s+rekening\s+(?:\w+\s+){0,2}gebracht\b[^.;]{0,60}\b(?:tekort|verschil|restant|resterende)",
        r"\btrekt\b[^.;]{0,80}\baf\b",
        r"\bsanctie\w*",
        "schadevergoeding",
        r"\bontbind\w*",
        "opeisbaar",
        r"\bnaheffing",
        r"\bkorting\b",
        r"\b(?:honorarium|vergoeding|factuur|betaling|termijn)\b(?:[^.;]|\.(?=\d)){0,60}\b(?:verla(?:agd|agt|gen)|vermind\w+|korten|gekort)\b",
        r"\bvoldoet\b[^.;]{0,40}(?:tekort|verschil|bedrag|restant)",
        r"(?:betaalt|verschuldigd|te\s+betalen)\b[^.;]{0,80}(?:niet|tekort|verschil)",
        r"(?:niet|tekort|verschil|ontbre\w+)[^.;]{0,80}(?:betaalt|verschuldigd|te\s+betalen)",
    ),
    Subject.EXCEPTION: any_of(
        r"(?:niet|geen)\s+(?:te\s+)?(?:verwijt\w*|toerekenbaar|toe\s+te\s+rekenen)",
        "overmacht",
        r"buiten\s+(?:zijn|haar|diens)\s+schuld",
        "hardheidsclausule",
    ),
    Subject.PSO: any_of(r"\bPSO\b", r"prestatieladder\s+socialer"),
}
"""One pattern per element that is only looked for; what needs a value of its own has a module of its own."""

_HEIGHT = any_of(
    r"\b\w*(?:som|waarden?|omzet|grondslag|bedrag(?:en)?|hoogte|herreken\w*|berekend\w*|kosten)\b",
    "bepalend",
    "percentage",
    "%",
    "procent",
)
_OTHER_DAYS = any_of(r"\bplan\b", r"-plan\b", "rapport", "verantwoording", "voortgang", "kandida(?:at|ten)")


def is_about_height(text: str) -> bool:
    """Whether a moment in this sentence is that of the amount, and not the day of a plan or a report."""
    return _HEIGHT.search(text) is not None and _OTHER_DAYS.search(text) is None

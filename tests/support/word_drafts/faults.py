"""Faults to seed in a draft: the sentences that carry them, or the element that is taken out, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and the code under which it should be remarked."""

    code: str
    says: str
    add: tuple[str, ...] = ()
    """Sentences that are added to the section."""
    instead: tuple[tuple[str, str], ...] = ()
    """(element, sentence) that replaces it; an empty sentence leaves it out."""


FAULTS: tuple[Fault, ...] = (
    Fault("SR601", "two_percentages", ("De opdrachtnemer besteedt minimaal 7% van de {basis} aan social return.",)),
    Fault("SR601", "two_percentages", ("Het percentage social return is vastgesteld op drie procent van de {basis}.",)),
    Fault(
        "SR601",
        "two_percentages",
        ("In afwijking van de leidraad geldt voor social return een inzet van 1,5% van de {basis}.",),
    ),
    Fault("SR601", "two_bases", ("De social return verplichting wordt berekend over de {other}.",)),
    Fault("SR601", "two_bases", ("Het gaat daarbij om {percent} van de {other} van de opdrachtnemer.",)),
    Fault("SR601", "two_bases", ("Als grondslag voor social return geldt de {other}.",)),
    Fault("SR602", "base", instead=(("demand", "De opdrachtnemer zet {percent} in voor social return."),)),
    Fault(
        "SR602", "base", instead=(("demand", "Er geldt een social return verplichting van {percent} van de {basis}."),)
    ),
    Fault("SR602", "base", instead=(("moment", ""),)),
    Fault(
        "SR603",
        "people_without_hours",
        instead=(("demand", "De opdrachtnemer plaatst ten minste twee kandidaten in het kader van social return."),),
    ),
    Fault(
        "SR603",
        "people_without_hours",
        ("Daarnaast neemt de opdrachtnemer 1 persoon uit de doelgroep voor 12 maanden in dienst.",),
    ),
    Fault("SR603", "people_without_hours", ("Opdrachtnemer dient één langdurig werkloze aan te nemen.",)),
    Fault(
        "SR603",
        "guaranteed_outflow",
        ("De opdrachtnemer garandeert de uitstroom van de kandidaten naar regulier werk.",),
    ),
    Fault("SR603", "guaranteed_outflow", ("Na afloop is een vaste baan voor de kandidaat gegarandeerd.",)),
    Fault(
        "SR603",
        "payment",
        ("Indien gewenst kan de opdrachtnemer de waarde storten in het sociaal fonds van de gemeente.",),
    ),
    Fault("SR603", "payment", ("De verplichting kan worden afgekocht.",)),
    Fault("SR604", "above_shortfall", ("De boete bedraagt 125% van het niet gerealiseerde deel.",)),
    Fault("SR604", "above_shortfall", ("Bij niet nakomen is anderhalf maal het tekort verschuldigd.",)),
    Fault("SR604", "no_recovery", instead=(("recovery", ""),)),
    Fault("SR604", "no_consequence", instead=(("consequence", ""),)),
    Fault(
        "SR604",
        "roles_differ",
        (
            "Social return is een knock-out eis: wie niet instemt, wordt terzijde gelegd.",
            "De uitvoeringsvoorwaarde social return geldt gedurende de looptijd.",
        ),
    ),
    Fault(
        "SR605",
        "mark",
        instead=(("demand", "De opdrachtnemer zet [percentage]% van de {basis} exclusief btw in voor social return."),),
    ),
    Fault("SR605", "mark", ("De uitvoering begint op 1 januari 20**.",)),
    Fault("SR605", "mark", ("Contactpersoon voor social return: Klik of tik om tekst in te voeren.",)),
    Fault("SR605", "mark", ("Het coördinatiepunt is bereikbaar via ………………",)),
    Fault("SR605", "mark", ("De hersteltermijn voor social return bedraagt XX weken.",)),
    Fault("SR606", "link_not_found", instead=(("link", ""),)),
    Fault("SR606", "outside", ("Social return mag ook buiten de opdracht worden ingevuld.",)),
    Fault(
        "SR607",
        "table_without_version",
        instead=(("table", "De waarde van een inzet volgt uit de bouwblokken van de regio."),),
    ),
    Fault(
        "SR607",
        "table_without_version",
        instead=(("table", "De inspanningswaarden staan op de website van de gemeente."),),
    ),
    Fault("SR608", "not_found", instead=(("plan", ""),)),
    Fault("SR608", "not_found", instead=(("report", ""),)),
    Fault("SR608", "not_found", instead=(("consequence", ""), ("recovery", ""))),
    Fault("SR608", "not_found", instead=(("plan", "De opdrachtnemer maakt een plan van aanpak voor social return."),)),
    Fault("SR609", "wwb", ("Ook mensen met een uitkering op grond van de WWB tellen mee.",)),
    Fault(
        "SR609",
        "target_group_statement",
        ("Voor mensen uit de banenafspraak overlegt de opdrachtnemer een doelgroepverklaring.",),
    ),
    Fault("SR609", "threshold", ("Social return geldt boven het Europese drempelbedrag van € 221.000.",)),
    Fault("SR610", "local_only", ("Kandidaten moeten inwoners van de gemeente zijn.",)),
    Fault("SR610", "local_only", ("Uitsluitend werkzoekenden uit de regio tellen mee.",)),
    Fault("SR611", "citizen_number", ("De opdrachtnemer verstrekt per kandidaat het BSN.",)),
    Fault("SR611", "names", ("De rapportage bevat de namen en geboortedata van de geplaatste personen.",)),
    Fault(
        "SR612",
        "reserved_without_notice",
        ("Perceel 2 is een voorbehouden opdracht voor sociale ondernemingen (social return).",),
    ),
    Fault(
        "SR612",
        "reserved_without_notice",
        (
            (
                "Deelname is op grond van artikel 2.82 beperkt tot sociale "
                "werkplaatsen; social return geldt daarnaast niet."
            ),
        ),
    ),
)

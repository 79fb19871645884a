"""Sentences as tender texts have them, in words of our own: per element several ways to say it, and what to fill pages with."""

from __future__ import annotations

DEMANDS = (
    "De opdrachtnemer is verplicht {percent} van de {basis} (exclusief btw) in te zetten voor social return.",
    "Opdrachtnemer zet ten minste {percent} van de totale {basis}, excl. btw, in ten behoeve van social return.",
    "Als uitvoeringsvoorwaarde geldt een social return verplichting van {percent} over de {basis} exclusief omzetbelasting.",
    "De social return-verplichting bedraagt {percent} van de {basis} (ex btw).",
    "Bij de uitvoering van deze opdracht dient de opdrachtnemer een waarde van {percent} van de {basis} exclusief BTW te besteden aan SROI.",
    "Opdrachtnemer wendt minimaal {percent} van de {basis}, zonder btw, aan voor Social Return On Investment (SROI).",
)
MOMENTS = (
    "Bepalend is de waarde op het moment van definitieve gunning, inclusief eventuele verlengingen.",
    "De grondslag wordt vastgesteld op de datum van opdrachtverlening; opties tellen mee zodra zij worden gelicht.",
    "Na afloop wordt de verplichting herrekend; een verlenging van de overeenkomst verlengt ook de verplichting.",
    "Uitgegaan wordt van het bedrag bij gunning. Optiejaren tellen niet mee.",
)
GROUPS = (
    "Tot de doelgroep behoren mensen met een uitkering op grond van de Participatiewet, de WW of de WIA en mensen in het doelgroepregister.",
    "Het gaat om mensen met een afstand tot de arbeidsmarkt, zoals langdurig werklozen en leerlingen bbl, bol, vso en pro.",
    "Meetellen kan met kandidaten uit de banenafspraak, statushouders en werkzoekenden zonder uitkering.",
)
LINKS = (
    "De inzet houdt verband met het voorwerp van de opdracht.",
    "De werkzaamheden van de kandidaten worden verricht bij de uitvoering van de opdracht.",
    "De invulling vindt plaats binnen deze opdracht, in functies die daarbij passen.",
)
TABLES = (
    "De inspanningswaarde volgt uit de waarderingstabel van de regio, versie 3 van 1 januari 2026.",
    "Voor de waardering gelden de bouwblokken uit bijlage 6 (versie 2026, vastgesteld op 12 maart 2026).",
    "De waarde per kandidaat staat in de regionale menukaart, V05 van april 2026.",
)
PLANS = (
    "Uiterlijk vier weken na definitieve gunning levert de opdrachtnemer een plan van aanpak social return aan.",
    "Binnen 10 werkdagen na opdrachtverlening stemt de opdrachtnemer zijn plan voor social return af met het coördinatiepunt.",
    "De inschrijver voegt bij zijn inschrijving een globaal plan van ten hoogste twee A4 toe; het wordt onderdeel van de overeenkomst.",
    "Voor de invulling maakt de opdrachtnemer een SROI-plan, dat hij binnen 30 dagen na ondertekening van de overeenkomst indient.",
)
REPORTS = (
    "De opdrachtnemer rapporteert per kwartaal over de voortgang, zonder namen van personen.",
    "Over de inzet wordt twee keer per jaar gerapporteerd in WIZZR.",
    "De voortgang wordt halfjaarlijks besproken; rapportages bevatten geen persoonsgegevens van kandidaten.",
    "Elk half jaar legt de opdrachtnemer verantwoording af aan de adviseur social return.",
)
RECOVERIES = (
    "Blijft de opdrachtnemer achter, dan krijgt hij na ingebrekestelling een hersteltermijn van twee maanden.",
    "Voldoet de opdrachtnemer niet, dan stelt de opdrachtgever hem in de gelegenheid dit binnen een redelijke termijn te herstellen.",
    "Bij een achterstand krijgt de opdrachtnemer acht weken om alsnog aan de verplichting te voldoen.",
)
CONSEQUENCES = (
    "Wat na die termijn niet is gerealiseerd, wordt naar rato ingehouden op de laatste termijn van betaling, tenzij het hem niet te verwijten is.",
    "Daarna kan de opdrachtgever een boete opleggen ter hoogte van het niet gerealiseerde deel.",
    "Het verschil wordt daarna verrekend met de eindafrekening, behalve bij overmacht.",
    "Het tekort is daarna direct opeisbaar en wordt in mindering gebracht op de laatste factuur.",
)
EXTRAS = (
    "Beschikt de opdrachtnemer over een PSO-certificaat, dan wordt de verplichting bij trede 1 met 10%, bij trede 2 met 25% en bij trede 3 met 50% verlaagd.",
    "Ten hoogste 25% van de verplichting mag worden ingevuld met inkoop bij sociale ondernemingen.",
    "Een inkoop bij een SW-bedrijf telt voor 100% van de factuur mee.",
    "Kandidaten wonen bij voorkeur in de regio.",
    "Over deze bedragen wordt geen 21% btw gerekend.",
    "De verplichting mag worden doorgelegd aan een onderaannemer.",
    "Verdringing van bestaand personeel is niet toegestaan.",
    "Rekenvoorbeeld: bij een opdracht van € 800.000 en 2% bedraagt de waarde € 16.000.",
    "De opdrachtgever behoudt zich het recht voor bewijsstukken op te vragen.",
    "De uitleg van de opdrachtgever is bij verschil van mening beslissend, met redenen.",
    "Afkopen of storten in een fonds is niet mogelijk.",
    "Uitstroom naar een vaste baan wordt niet gegarandeerd en niet geëist.",
    "De opdrachtnemer vermeldt geen BSN of namen van kandidaten.",
    "Voor vragen kan de opdrachtnemer terecht bij het werkgeversservicepunt (WSP).",
    "Als een medewerker tijdens de overeenkomst uitvalt, wordt in overleg een andere oplossing gezocht.",
)
FILLER = (
    "De aanbestedende dienst nodigt ondernemers uit een inschrijving in te dienen op de in dit document beschreven opdracht.",
    "De prijs weegt voor 40% mee en de kwaliteit voor 60%.",
    "Alle genoemde bedragen worden verhoogd met 21% btw, tenzij anders vermeld.",
    "Bij te late levering is een boete verschuldigd van 10% van de waarde van de vertraagde levering.",
    "De aanbestedende dienst behoudt zich het recht voor de aanbesteding in te trekken.",
    "Het SR-certificaat van het materieel wordt jaarlijks overgelegd.",
    "Inschrijvers vermelden de naam en het telefoonnummer van de contactpersoon.",
    "Ten minste 30% van het gebruikte hout is gerecycled.",
    "De maximale wachttijd bedraagt 15 minuten; in 95% van de gevallen wordt die gehaald.",
    "Facturen worden betaald binnen 30 dagen na ontvangst.",
    "De opdrachtnemer draagt zorg voor voldoende gekwalificeerd personeel gedurende de looptijd.",
    "De wijze van beoordelen staat beschreven in het hoofdstuk over gunning.",
    "Vragen kunnen tot en met de genoemde datum via het platform worden gesteld.",
    "Door in te schrijven gaat de inschrijver akkoord met de inhoud van de aanbestedingsstukken.",
    "De opdrachtnemer werkt volgens de geldende veiligheidsvoorschriften en meldt incidenten direct.",
    "Klanten van de gemeente moeten hun burgerservicenummer bij zich hebben.",
    "Op de overeenkomst is Nederlands recht van toepassing.",
    "Het areaal bestaat uit ongeveer 1.200 objecten, waarvan 85% binnen de bebouwde kom ligt.",
    "Prijzen worden jaarlijks geïndexeerd met de consumentenprijsindex, met een maximum van 3%.",
    "Een plan van aanpak voor de kwaliteit wordt beoordeeld op volledigheid en haalbaarheid.",
    "De garantietermijn bedraagt twee jaar na oplevering.",
    "Voor de levering van materialen geldt een leveringstermijn van vijf werkdagen.",
    "De inschrijver toont aan dat hij in de afgelopen drie jaar een vergelijkbare opdracht heeft uitgevoerd.",
    "Er geldt een minimale omzeteis van 150% van de jaarlijkse waarde van de opdracht.",
)
FILLER_HEADINGS = (
    "Inleiding",
    "Beschrijving van de opdracht",
    "Planning",
    "Prijs en betaling",
    "Kwaliteit",
    "Veiligheid en milieu",
    "Duurzaamheid",
    "Beoordeling en gunning",
    "Garantie",
    "Communicatie en overleg",
    "Geheimhouding",
    "Slotbepalingen",
)
BASES = ("opdrachtsom", "loonsom", "aanneemsom", "opdrachtwaarde", "gefactureerde omzet", "inschrijfsom")
PERCENTS = ("5%", "5 %", "5\u00a0%", "vijf procent (5%)", "2,5%", "5 (vijf) procent", "10%", "2%")

"""The stories of the example portfolio: what `make_portfolio.py` does not leave to chance.

Everything is made up. The numbers of the suppliers begin with 99 or 00, so that they are nobody's. A contract says in
one place what it asks and how it goes: `delivered` is confirmed, in euro; `planned` is agreed, for after the day;
`claimed` is how many efforts still wait for a judgement; `heard` is the last day of which anything is known.
"""

from __future__ import annotations

from typing import Any

MINISTRY = "Ministerie van Water en Ruimte (verzonnen)"
AGENCY = "Agentschap Kust en Delta (verzonnen)"
ADVISER = "Adviesteam social return"

# kind of work: category, CPV code, unit, client, contract manager, specific service, link with the subject
CATEGORIES: dict[str, tuple[str, str, str, str, str, bool | None, str]] = {
    "SCH": (
        "Schoonmaak", "90911200-8", "Facilitaire Dienst", "Directeur Bedrijfsvoering", "Contractteam Facilitair", None,
        "Mensen uit de doelgroep werken mee in de vaste schoonmaakploegen van de locaties.",
    ),
    "CAT": (
        "Catering", "55500000-5", "Facilitaire Dienst", "Directeur Bedrijfsvoering", "Contractteam Facilitair", True,
        "Mensen uit de doelgroep werken in de keukens en de uitgifte van de restaurants.",
    ),
    "OND": (
        "Onderzoek", "73110000-6", "Directie Kennis", "Directeur Kennis", "Kennisbureau", None,
        "Studenten en starters uit de doelgroep werken mee aan veldwerk en gegevens.",
    ),
    "HW": (
        "Hardware", "30213100-6", "Directie Informatievoorziening", "Directeur Informatievoorziening",
        "Leveranciersbeheer IV", None,
        "Mensen uit de doelgroep maken apparaten schoon, testen ze en leveren ze uit.",
    ),
    "INH": (
        "Inhuur", "79620000-6", "Directie Personeel", "Directeur Personeel", "Inhuurdesk", True,
        "De bureaus dragen kandidaten uit de doelgroep voor op de gevraagde functies.",
    ),
    "WRK": (
        "Werken", "45240000-1", "Projecten en Onderhoud", "Directeur Projecten", "Contractbeheer Werken", None,
        "Leerlingen en zij-instromers uit de doelgroep werken mee op de bouwplaats.",
    ),
    "BEV": (
        "Beveiliging", "79713000-5", "Facilitaire Dienst", "Beveiligingsautoriteit", "Contractteam Facilitair", True,
        "Mensen uit de doelgroep worden opgeleid tot beveiliger of gastvrouw en gastheer.",
    ),
    "GRN": (
        "Groen", "77310000-6", "Terreinbeheer", "Directeur Bedrijfsvoering", "Contractteam Terreinen", None,
        "Mensen uit de doelgroep doen het maaiwerk, het snoeiwerk en het zwerfvuil.",
    ),
}  # fmt: skip

# number, name, then what is known of the PSO
SUPPLIERS: tuple[dict[str, Any], ...] = (
    {"id": "00431870", "name": "Boenwas en Zonen", "kind": "regular", "pso": "2", "pso_until": "2027-05-31"},
    {"id": "99120451", "name": "Helderwit Gebouwzorg", "kind": "regular", "pso": "3", "pso_until": "2027-12-31"},
    {"id": "99120452", "name": "De Blinkende Emmer", "kind": "sheltered", "pso": "3", "pso_30plus": True,
     "pso_until": "2028-03-31"},
    {"id": "99234106", "name": "Kruim & Korst", "kind": "regular", "pso": "1", "pso_until": "2026-03-31"},
    {"id": "00562214", "name": "De Soeplepel Sociaal", "kind": "social_enterprise", "pso": "3", "pso_30plus": True,
     "pso_until": "2027-09-30"},
    {"id": "99234109", "name": "Tafelgoed Voorbeeldcatering", "kind": "regular"},
    {"id": "99310872", "name": "Bureau Peilstok", "kind": "regular", "aliases": ["Peilstok Onderzoek"]},
    {"id": "99310873", "name": "Instituut Verzinsel", "kind": "regular"},
    {"id": "99310874", "name": "Getij & Getal", "kind": "regular", "pso": "aspirant", "pso_until": "2027-06-30"},
    {"id": "99310880", "name": "Denkhuis Lage Oever", "kind": "regular"},
    {"id": "99415027", "name": "Schermzand Computers", "kind": "regular"},
    {"id": "00415033", "name": "Toets & Draad", "kind": "regular", "pso": "1", "pso_until": "2027-02-28"},
    {"id": "99415040", "name": "Tweede Leven Apparaten", "kind": "social_enterprise", "pso": "aspirant",
     "pso_until": "2027-01-31"},
    {"id": "99508811", "name": "Flexvloed", "kind": "regular", "pso": "1", "pso_until": "2027-10-31"},
    {"id": "99508812", "name": "Inhuurhuis De Overkant", "kind": "regular"},
    {"id": "99508820", "name": "Kundig & Klaar", "kind": "regular", "pso": "aspirant", "pso_until": "2026-12-31"},
    {"id": "99621300", "name": "Baggerkamp Voorbeeldwaterbouw", "kind": "regular", "pso": "2",
     "pso_until": "2027-04-30"},
    {"id": "99621301", "name": "Steenworp Voorbeeldbouw", "kind": "regular"},
    {"id": "00621309", "name": "Zinkstuk & Zoon", "kind": "regular", "pso": "1", "pso_until": "2028-01-31"},
    {"id": "99621315", "name": "Combinatie Noorderdijk", "kind": "regular", "pso": "1", "pso_until": "2027-08-31"},
    {"id": "99730064", "name": "Nachtlamp Bewaking", "kind": "regular", "pso": "2", "pso_until": "2028-05-31"},
    {"id": "99730065", "name": "Poortwacht Oostwal", "kind": "regular", "pso": "1", "pso_until": "2027-03-31"},
    {"id": "99845510", "name": "Groenrand Voorbeeldhoveniers", "kind": "regular", "pso": "2",
     "pso_until": "2027-11-30"},
    {"id": "99845511", "name": "Werkplaats De Wilgentak", "kind": "sheltered", "pso": "3", "pso_30plus": True,
     "pso_until": "2028-06-30"},
    {"id": "00845519", "name": "Maaiveld Sociaal Groen", "kind": "social_enterprise", "pso": "2",
     "pso_until": "2027-07-31"},
)  # fmt: skip

TARGETS: tuple[dict[str, Any], ...] = (
    {"name": "1.500 banen via inkoop, het hele Rijk", "jobs": 1500, "until": "2023-12-31"},
    {"name": "Eigen doel van het ministerie", "jobs": 30, "until": "2028-12-31", "authority": MINISTRY},
    {"name": "Eigen doel van het agentschap", "jobs": 15, "until": "2028-12-31", "authority": AGENCY},
)


def _one(
    number: str,
    title: str,
    money: tuple[int, int | None],
    term: tuple[str, str],
    **more: Any,  # noqa: ANN401 - a contract has many fields
) -> dict[str, Any]:
    """A contract: its number, its title, (contract value, wage sum), (start, end) and whatever more is known."""
    value, wages = money
    start, end = term
    return {
        "id": number,
        "title": title,
        "contract_value": value,
        "wage_sum": wages,
        "start": start,
        "end": end,
        **more,
    }


def _path(*steps: tuple[str, int]) -> list[dict[str, Any]]:
    return [{"from": day, "percent": percent} for day, percent in steps]


FIVE: dict[str, Any] = {"percent": 5, "basis": "wage_sum"}
HIGH_WATER = "Hoogwatercrisis: het werk lag stil en de ploegen waren elders nodig."
GROWING = "De markt zei in de consultatie met een aanloop naar 10% te kunnen groeien."

CONTRACTS: tuple[dict[str, Any], ...] = (
    # ------------------------------------------------------------------------------------------------- schoonmaak
    _one("SCH-2201", "Schoonmaak hoofdgebouw", (3_200_000, 2_400_000), ("2022-03-01", "2026-02-28"),
         supplier="00431870", social_return=FIVE, delivered=126_400),
    _one("SCH-2202", "Schoonmaak laboratoria", (900_000, 640_000), ("2022-06-01", "2025-05-31"),
         supplier="99120451", social_return=FIVE, delivered=32_900),
    _one("SCH-2301", "Glasbewassing alle locaties", (620_000, 480_000), ("2023-04-01", "2027-03-31"),
         supplier="99120452", delivered=38_500, social_return=FIVE | {
             "realised": 22_700, "realised_on": "2025-06-30",
             "pilot": "Glasbewassing door een SW-bedrijf, met een eigen jobcoach op de wagen.",
             "lesson": "Een vaste route en een vaste maat: het verzuim halveerde in een jaar."}),
    _one("SCH-2302", "Schoonmaak regiokantoren noord", (1_900_000, 1_450_000), ("2023-07-01", "2027-06-30"),
         supplier="99120451", social_return=FIVE, delivered=58_300, planned=14_500),
    _one("SCH-2401", "Schoonmaak regiokantoren zuid", (2_100_000, 1_600_000), ("2024-01-01", "2027-12-31"),
         supplier="00431870", delivered=34_800, claimed=2, causes=("too_few_candidates", "selection"),
         social_return={"basis": "wage_sum", "motivation": GROWING, "growth": _path(
             ("2024-01-01", 5), ("2025-01-01", 6), ("2026-01-01", 8), ("2027-01-01", 10))}),
    _one("SCH-2601", "Schoonmaak hoofdgebouw, nieuw contract", (3_600_000, 2_700_000), ("2026-03-01", "2030-02-28"),
         supplier="99120451", delivered=31_000, claimed=1, social_return={
             "basis": "wage_sum", "motivation": GROWING, "growth": _path(
                 ("2026-03-01", 5), ("2027-03-01", 6), ("2028-03-01", 8), ("2029-03-01", 10)),
             "pilot": "Dagschoonmaak in plaats van avondwerk, zodat werk en opvang samengaan."}),
    _one("SCH-2602", "Sanitaire supplies en diensten", (2_800_000, 1_100_000), ("2026-10-01", "2030-09-30"),
         supplier="00431870", social_return={"basis": "wage_sum", "motivation": GROWING, "growth": _path(
             ("2026-10-01", 5), ("2028-10-01", 8), ("2029-10-01", 10))}),
    _one("SCH-2701", "Schoonmaak rekencentrum", (1_100_000, 820_000), ("2027-07-01", "2031-06-30"),
         procedure="open", procedure_start="2027-01-11", social_return=FIVE),
    # --------------------------------------------------------------------------------------------------- catering
    _one("CAT-2201", "Catering hoofdgebouw", (2_400_000, 1_300_000), ("2022-01-01", "2025-12-31"),
         supplier="99234106", social_return=FIVE, delivered=34_200, causes=("low_priority", "no_checks")),
    _one("CAT-2301", "Catering regiokantoren", (1_100_000, 700_000), ("2023-09-01", "2027-08-31"),
         supplier="00562214", delivered=41_700, social_return=FIVE | {
             "pilot": "Leerkeuken: koken, werken en een mbo-certificaat in twaalf maanden.",
             "lesson": "Begin met vier leerlingen per keuken; met acht was er te weinig begeleiding."}),
    _one("CAT-2302", "Koffie- en automatenservice", (420_000, 65_000), ("2023-05-01", "2027-04-30"),
         supplier="99234109", cpv="42968100-0", labour_share=25),
    _one("CAT-2401", "Vergadercatering", (380_000, 165_000), ("2024-05-01", "2027-04-30"), supplier="99234109"),
    _one("CAT-2501", "Catering locatie Den Haag", (1_500_000, 900_000), ("2025-04-01", "2028-03-31"),
         supplier="00562214", rule_set="haaglanden", awarded_on="2025-02-14", social_return=FIVE),
    _one("CAT-2601", "Banqueting hoofdgebouw", (800_000, 420_000), ("2026-01-01", "2028-12-31"),
         supplier="99234106", social_return=FIVE | {"report_every_months": 3}, delivered=2_600, heard="2026-05-20",
         causes=("other",)),
    _one("CAT-2701", "Catering opleidingscentrum", (960_000, 590_000), ("2027-06-01", "2030-05-31"),
         status="tendered", procedure="open", procedure_start="2026-10-05", social_return={"people": 2}),
    # -------------------------------------------------------------------------------------------------- onderzoek
    _one("OND-2201", "Evaluatie ruimtelijk beleid", (640_000, 510_000), ("2022-04-01", "2025-03-31"),
         supplier="99310873", rule_set="rijk-tailored", social_return={"people": 2, "evaluation_on": None},
         causes=("no_records",)),
    _one("OND-2202", "Historische meetreeksen", (90_000, 70_000), ("2022-02-01", "2023-01-31"),
         supplier="99310874", cpv="7311", end_latest="2062-01-31"),
    _one("OND-2301", "Raamovereenkomst beleidsevaluaties", (1_600_000, 1_200_000), ("2023-01-01", "2026-10-31"),
         supplier="99310880", status="running", end_latest="2028-10-31", framework_maximum=1_600_000,
         social_return=FIVE | {"over_extension": False}, delivered=51_300, causes=("outsourced",)),
    _one("OND-2301-A", "Evaluatie waterkwaliteit", (510_000, 395_000), ("2023-05-01", "2024-10-31"),
         supplier="99310880", part_of="OND-2301"),
    _one("OND-2301-B", "Evaluatie woonafspraken", (480_000, 370_000), ("2024-06-01", "2025-09-30"),
         supplier="99310880", part_of="OND-2301"),
    _one("OND-2301-C", "Evaluatie verzilting", (650_000, 500_000), ("2025-11-01", "2026-12-31"),
         supplier="99310880", part_of="OND-2301"),
    _one("OND-2401", "Kennisprogramma delta", (2_800_000, 2_100_000), ("2024-03-01", "2028-02-29"),
         supplier="99310874", rule_set="rijk-tailored", delivered=63_200, planned=29_500, social_return={
             "amount": 90_000, "schedule": [{"date": f"{year}-03-01", "amount": 30_000} for year in (2025, 2026, 2027)],
             "pilot": "Data-assistenten: mensen met autisme beoordelen meetreeksen.",
             "lesson": "Een proefdag zegt meer dan een sollicitatiegesprek."}),
    _one("OND-2501", "Onderzoek beleving van overstromingen", (118_000, 92_000), ("2025-12-01", "2027-05-31"),
         supplier="99310872", procedure="single"),
    _one("OND-2601", "Evaluatie regeling waterberging", (135_000, 104_000), ("2026-02-01", "2027-07-31"),
         supplier="99310872", procedure="single"),
    _one("OND-2602", "Panel waterbewust bouwen", (138_000, 109_000), ("2026-04-01", "2027-09-30"),
         supplier="99310872", procedure="single"),
    _one("OND-2603", "Verkenning bodemdaling", (96_000, 80_000), ("2026-05-01", "2027-04-30"),
         supplier="99310873", cpv="71351000-3", procedure="single"),
    _one("OND-2604", "Kaart van oude veenputten", (50_000, 55_000), ("2026-03-01", "2027-02-28"),
         supplier="99310873", cpv="71351000-3", procedure="single", procedure_start="2026-04-10"),
    _one("OND-2701", "Evaluatie subsidie klimaatwijken", (128_000, 100_000), ("2027-03-01", "2028-02-29"),
         procedure="open", procedure_start="2026-12-15"),
    _one("OND-2702", "Evaluatie subsidie waterlessen", (122_000, 97_000), ("2027-04-01", "2028-03-31"),
         procedure="open", procedure_start="2027-01-15"),
    _one("OND-2703", "Evaluatie subsidie dorpsranden", (119_000, 94_000), ("2027-04-01", "2028-03-31"),
         procedure="open", procedure_start="2027-01-15"),
    # --------------------------------------------------------------------------------------------------- hardware
    _one("HW-2301", "Laptops en werkstations", (4_200_000, None), ("2023-06-01", "2027-05-31"), supplier="99415027"),
    _one("HW-2401", "Hergebruik van telefoons", (520_000, 130_000), ("2024-02-01", "2027-01-31"),
         supplier="99415040", cpv="32250000-0", delivered=21_800, social_return={
             "amount": 20_000, "motivation": "Het nakijken van gebruikte telefoons is handwerk voor de doelgroep.",
             "pilot": "Oude telefoons nakijken in een sociale werkplaats.",
             "lesson": "Ook bij leveringen kan het, als er handwerk in zit."}),
    _one("HW-2501", "Beeldschermen en dockingstations", (1_350_000, None), ("2025-09-01", "2028-08-31"),
         supplier="00415033", cpv="30231000-7"),
    _one("HW-2501B", "Beeldschermen en dockingstations", (1_350_000, None), ("2025-09-01", "2028-08-31"),
         supplier="00415033", cpv="30231000-7"),
    _one("HW-2601", "Beheer en onderhoud van het netwerk", (1_200_000, None), ("2026-02-01", "2029-01-31"),
         supplier="00415033", kind="services", cpv="50312000-5"),
    _one("HW-2602", "Servers en opslag", (900_000, None), ("2027-02-01", "2030-01-31"), status="tendered",
         procedure="single", procedure_start="2026-11-02", option_value=300_000, estimated_value=950_000),
    _one("HW-2701", "Schermen voor vergaderzalen", (640_000, 45_000), ("2027-05-01", "2030-04-30"),
         procedure="open", procedure_start="2027-01-20", cpv="32321200-1", social_return={
             "percent": 5, "basis": "contract_value", "subject_link": None, "local_only": True,
             "market_consulted": False}),
    # ----------------------------------------------------------------------------------------------------- inhuur
    _one("INH-2201", "Studenten op oproep", (1_400_000, 1_200_000), ("2022-02-01", "2025-01-31"),
         supplier="99508811", social_return=FIVE, delivered=60_900),
    _one("INH-2301", "ICT-specialisten", (6_500_000, 5_400_000), ("2023-02-01", "2027-01-31"),
         supplier="99508820", rule_set="rijk-tailored", delivered=71_500, claimed=3, causes=("selection",),
         social_return={"amount": 150_000, "form": "award_criterion",
                        "pilot": "Omscholing tot tester voor mensen die lang in de WW zitten."}),
    _one("INH-2302", "Uitzendkrachten administratief", (9_200_000, 7_900_000), ("2023-05-01", "2027-04-30"),
         supplier="99508811", social_return=FIVE, delivered=344_000, planned=52_500, claimed=3),
    _one("INH-2303", "Gastvrouwen en gastheren", (310_000, 240_000), ("2023-03-01", "2027-02-28"), status="running"),
    _one("INH-2501", "Interim-managers", (2_200_000, 2_000_000), ("2025-01-01", "2028-12-31"),
         supplier="99508812", social_return=FIVE, heard="2026-02-11", delivered=6_400, causes=("pre_award_focus",)),
    _one("INH-2601", "Inhuur van juristen", (700_000, 610_000), ("2026-09-15", "2028-09-14"),
         supplier="99508812", social_return=FIVE),
    _one("INH-2701", "Inhuur van projectleiders", (3_400_000, 3_000_000), ("2027-04-01", "2031-03-31"),
         procedure="open", procedure_start="2026-12-01", buyer=None, social_return={
             "growth": _path(("2027-04-01", 4), ("2029-04-01", 3)), "report_every_months": None,
             "shortfall_clause": None, "evaluation_on": None, "plan_due": None}),
    # ------------------------------------------------------------------------------------------------------ werken
    _one("WRK-2201", "Renovatie sluizen Grote Kolk", (28_000_000, 9_500_000), ("2022-05-01", "2026-04-30"),
         supplier="99621300", social_return=FIVE | {"over_extension": False}, delivered=448_000, planned=29_000),
    _one("WRK-2202", "Onderhoud bruggen en viaducten", (3_800_000, 1_500_000), ("2022-09-01", "2025-08-31"),
         supplier="99621301", social_return=FIVE | {"shortfall_clause": None}, delivered=58_700,
         causes=("client_knowledge",)),
    _one("WRK-2301", "Dijkversterking Lage Polder", (41_000_000, 12_000_000), ("2023-09-01", "2027-08-31"),
         supplier="99621315", social_return=FIVE, delivered=287_000, claimed=6, causes=("supplier_sources",)),
    _one("WRK-2401", "Baggeren van de vaargeul", (8_500_000, 2_200_000), ("2024-04-01", "2026-12-31"),
         supplier="99621300", social_return=FIVE, delivered=113_600),
    _one("WRK-2402", "Vispassages oostelijke beken", (2_600_000, 900_000), ("2024-10-01", "2027-09-30"),
         supplier="00621309", social_return=FIVE, delivered=22_900),
    _one("WRK-2501", "Oeverbescherming", (5_200_000, 1_900_000), ("2025-06-01", "2028-05-31"),
         supplier="99621301", social_return=FIVE, delivered=47_300, planned=49_000),
    _one("WRK-2502", "Steigers en afmeerpalen", (1_900_000, 640_000), ("2025-03-01", "2027-02-28"),
         supplier="Zinkstuk & Zoon", contract_manager=None, social_return_adviser=None, delivered=29_600,
         social_return=FIVE | {"amount": 34_000}),
    _one("WRK-2601", "Herinrichting uiterwaard", (7_000_000, 2_400_000), ("2027-02-01", "2030-01-31"),
         supplier="99621315", social_return=FIVE | {"pilot": "Leerploeg grondverzet met een school in de buurt."}),
    _one("WRK-2701", "Vervanging gemaal", (3_900_000, 1_250_000), ("2027-09-01", "2029-08-31"),
         procedure="open", procedure_start="2027-02-01", client=None, contract_manager=None,
         social_return_adviser=None),
    # ------------------------------------------------------------------------------------------------- beveiliging
    _one("BEV-2201", "Beveiliging tijdelijke huisvesting", (690_000, 560_000), ("2022-01-01", "2024-12-31"),
         supplier="99730064", social_return=FIVE, delivered=29_300),
    _one("BEV-2301", "Beveiliging hoofdgebouw", (3_100_000, 2_600_000), ("2023-01-01", "2026-12-31"),
         supplier="99730064", social_return=FIVE, delivered=134_500),
    _one("BEV-2401", "Beveiliging locatie Den Haag", (1_200_000, 1_000_000), ("2024-03-01", "2027-02-28"),
         supplier="99730065", rule_set="haaglanden", awarded_on="2024-01-15", social_return=FIVE),
    _one("BEV-2601", "Bewaking hoogwaterposten", (330_000, 280_000), ("2026-09-01", "2026-12-31"),
         supplier="99730065"),
    _one("BEV-2701", "Beveiliging regiokantoren", (2_100_000, 1_700_000), ("2027-05-01", "2031-04-30"),
         status="tendered", procedure="restricted", procedure_start="2026-09-14", social_return=FIVE),
    # ------------------------------------------------------------------------------------------------------- groen
    _one("GRN-2201", "Groen rond de kantoren", (480_000, 400_000), ("2022-04-01", "2026-03-31"),
         supplier="99845511", delivered=26_700, social_return=FIVE | {"form": "reserved", "stated_in": "notice"}),
    _one("GRN-2301", "Groen op de dijken noord", (1_800_000, 1_300_000), ("2023-03-01", "2027-02-28"),
         supplier="99845510", social_return=FIVE, delivered=56_800, planned=8_500),
    _one("GRN-2302", "Maaibestek zuid", (1_200_000, 850_000), ("2023-06-01", "2027-05-31"),
         supplier="00845519", social_return=FIVE, delivered=43_900),
    _one("GRN-2501", "Onderzoek en snoei van monumentale bomen", (600_000, 420_000), ("2025-02-01", "2028-01-31"),
         supplier="99845510"),
    _one("GRN-2602", "Beheer van de proeftuinen", (540_000, 455_000), ("2027-04-01", "2030-03-31"),
         procedure="single", procedure_start="2027-01-05", social_return=FIVE | {
             "percent": 15, "form": "reserved", "stated_in": "documents",
             "motivation": "Het hele werk is bedoeld voor mensen uit de doelgroep."}),
    _one("GRN-2701", "Maaien oevers west", (125_000, 96_000), ("2027-04-01", "2029-03-31"),
         procedure="open", procedure_start="2027-01-18"),
    _one("GRN-2702", "Maaien oevers midden", (118_000, 91_000), ("2027-04-01", "2029-03-31"),
         procedure="open", procedure_start="2027-01-18"),
    _one("GRN-2703", "Maaien oevers oost", (121_000, 93_000), ("2027-04-01", "2029-03-31"),
         procedure="open", procedure_start="2027-01-18"),
)  # fmt: skip

# Efforts that tell something by themselves; the others are made up by chance around them.
EFFORTS: tuple[dict[str, Any], ...] = (
    # Den Haag: these count for their building block, whatever they cost; half a job was claimed as a whole one, and the
    # table has no sheltered work.
    {"contract": "CAT-2501", "kind": "placement", "block": "banenafspraak", "start": "2025-09-01",
     "hours_per_week": 24, "employment": "permanent", "jobs_register": True, "where": "supplier",
     "ladder_start": 3, "ladder_now": 5},
    {"contract": "CAT-2501", "kind": "placement", "block": "Participatiewet", "start": "2025-11-01",
     "end": "2026-10-31", "hours_per_week": 18, "claimed_value": 40_000, "employment": "temporary", "where": "supplier",
     "outcome": "stayed"},
    {"contract": "CAT-2501", "kind": "learning_place", "block": "stagiair vso/PrO", "start": "2026-02-01",
     "end": "2026-06-30", "hours_per_week": 16, "employment": "learning", "where": "supplier"},
    {"contract": "BEV-2401", "kind": "placement", "block": "WW", "start": "2024-06-01", "end": "2025-05-31",
     "hours_per_week": 32, "employment": "temporary", "where": "supplier", "outcome": "stayed",
     "bonuses": ["55 jaar of ouder"]},
    {"contract": "BEV-2401", "kind": "placement", "block": "WIA", "start": "2025-03-01", "end": "2026-08-31",
     "hours_per_week": 20, "employment": "permanent", "where": "supplier"},
    {"contract": "BEV-2401", "kind": "placement", "block": "sheltered-work", "start": "2026-01-12",
     "end": "2026-12-31", "hours_per_week": 24, "employment": "temporary", "jobs_register": True, "where": "supplier"},
    # Begonnen voor het contract, en al jaren in dienst.
    {"contract": "WRK-2301", "kind": "placement", "block": "ww", "start": "2023-07-01", "end": "2024-03-31",
     "hours_per_week": 36, "amount": 14_250, "employment": "permanent", "employed_since": "2019-02-01",
     "where": "supplier"},
    # Dezelfde persoon in dezelfde weken bij twee opdrachtnemers: de code van het traject zegt het.
    {"contract": "GRN-2301", "kind": "placement", "block": "participatiewet", "person": "P-0900",
     "path": "T-0041", "start": "2025-05-01", "end": "2025-10-31", "hours_per_week": 28, "amount": 9_100,
     "where": "supplier"},
    {"contract": "GRN-2302", "kind": "placement", "block": "participatiewet", "person": "P-0901",
     "path": "T-0041", "start": "2025-06-01", "end": "2025-09-30", "hours_per_week": 24, "amount": 6_300,
     "where": "supplier"},
    # Sinds de zomer opgegeven, en niemand heeft geoordeeld; en een factuur waarover men het niet eens is.
    {"contract": "GRN-2302", "kind": "placement", "block": "wia", "start": "2026-05-01", "end": "2026-12-31",
     "hours_per_week": 20, "amount": 8_400, "status": "claimed", "claimed_on": "2026-07-03", "where": "supplier"},
    {"contract": "WRK-2402", "kind": "purchase", "start": "2026-04-14", "amount": 11_900, "status": "disputed",
     "claimed_on": "2026-05-02", "where": "social_enterprise"},
    # Een te hoog opgegeven bedrag en de verbetering ervan.
    {"id": "I-9001", "contract": "BEV-2301", "kind": "purchase", "start": "2025-02-10", "amount": 7_600,
     "where": "social_enterprise"},
    {"id": "I-9002", "contract": "BEV-2301", "kind": "purchase", "start": "2025-02-10", "amount": 6_700,
     "where": "social_enterprise", "corrects": "I-9001"},
    # Nadere opdrachten tellen mee bij hun raamovereenkomst.
    {"contract": "OND-2301-B", "kind": "learning_place", "block": "bol-bbl-vso-pro", "start": "2024-09-02",
     "end": "2025-06-30", "hours_per_week": 24, "amount": 4_850, "where": "supplier", "employment": "learning"},
)  # fmt: skip

# What people did about it: contract, day, kind, who, note, cause, then the next step (what, when, who).
CONTACTS: tuple[dict[str, Any], ...] = (
    {"contract": "SCH-2401", "on": "2026-10-08", "kind": "visit", "by": ADVISER, "cause": "too_few_candidates",
     "note": "Twaalf plekken open en drie kandidaten. Reistijd naar de kantoren is de klacht.",
     "next_step": "Met het werkgeversservicepunt vervoer regelen", "next_on": "2026-12-01",
     "next_by": "Contractteam Facilitair"},
    {"contract": "INH-2301", "on": "2026-11-03", "kind": "call", "by": ADVISER, "cause": "selection",
     "note": "Kandidaten verliezen het in de selectie van anderen; een voorkeursronde is besproken.",
     "next_step": "Voorstel voor een voorkeursronde", "next_on": "2026-12-10", "next_by": "99508820"},
    {"contract": "WRK-2301", "on": "2026-09-17", "kind": "visit", "by": "Contractbeheer Werken",
     "cause": "supplier_sources", "note": "De combinatie weet niet waar leerlingen te vinden zijn.",
     "next_step": "Kennismaking met twee praktijkscholen", "next_on": "2026-10-30", "next_by": ADVISER},
    {"contract": "CAT-2201", "on": "2026-02-03", "kind": "call", "by": "Directeur Bedrijfsvoering",
     "cause": "low_priority", "note": "Het tekort is besproken; de opdrachtnemer biedt een inkoop aan.",
     "next_step": "Besluit over het tekort", "next_on": "2026-12-15", "next_by": "Directeur Bedrijfsvoering"},
    {"contract": "CAT-2601", "on": "2026-04-02", "kind": "call", "by": "Contractteam Facilitair", "cause": "other"},
    {"contract": "OND-2301", "on": "2026-11-12", "kind": "call", "by": ADVISER, "cause": "outsourced",
     "note": "Nog vijf weken. Het veldwerk is uitbesteed; de opdrachtnemer zoekt een sociale inkoop.",
     "next_step": "Factuur van de sociale inkoop", "next_on": "2026-12-05", "next_by": "99310880"},
    {"contract": "WRK-2402", "on": "2026-10-21", "kind": "visit", "by": ADVISER,
     "note": "Na de crisis is een nieuwe planning gemaakt; over een factuur van een kwekerij is men het niet eens.",
     "next_step": "Factuur samen nakijken", "next_on": "2026-12-04", "next_by": ADVISER},
    {"contract": "SCH-2602", "on": "2026-10-15", "kind": "call", "by": "Contractteam Facilitair",
     "note": "Startgesprek gehouden; het plan van aanpak is in de maak."},
)  # fmt: skip

ADJUSTMENTS: tuple[dict[str, Any], ...] = (
    {"contract": "WRK-2402", "kind": "leniency", "from": "2026-01-15", "until": "2026-12-31", "reason": HIGH_WATER,
     "decided_by": "Directeur Projecten"},
    {"contract": "WRK-2201", "kind": "extension", "from": "2025-11-01", "new_end": "2027-03-31",
     "reason": "Het sluiscomplex is acht maanden dicht geweest door het hoogwater.",
     "decided_by": "Directeur Projecten"},
    {"contract": "WRK-2202", "kind": "waiver", "from": "2024-06-01", "amount": 4_000,
     "reason": "Twee bruggen zijn uit de opdracht gehaald.", "decided_by": "Directeur Projecten"},
    {"contract": "INH-2501", "kind": "leniency", "from": "2025-03-01", "until": "2025-08-31"},
)  # fmt: skip

EXEMPTIONS: tuple[dict[str, Any], ...] = (
    {"contract": "GRN-2501", "reason_code": "specialist", "on": "2024-11-20",
     "decided_by": "Directeur Bedrijfsvoering",
     "reason": "Twee gecertificeerde boomverzorgers doen al het werk; er is geen plek voor begeleiding."},
)  # fmt: skip

MERGES: tuple[dict[str, Any], ...] = (
    {"members": ["GRN-2701", "GRN-2702", "GRN-2703"], "on": "2026-11-10", "by": "Inkooppunt Water en Ruimte",
     "market": "In de streek maaien elf bedrijven oevers, van eenmanszaak tot landelijke aannemer; zes zijn klein. Met "
               "drie percelen blijven ook zij in beeld.",
     "own_organisation": "Nu lopen drie procedures met drie contracten en drie overleggen; samen is dat er een, wat "
                         "het contractteam naar schatting dertig werkdagen per jaar scheelt.",
     "entrepreneur": "Een inschrijver mag op een perceel inschrijven; eisen aan omzet en materieel gelden per perceel, "
                     "zodat een klein bedrijf niet zwaarder wordt belast dan nu.",
     "coherence": "Het is hetzelfde maaiwerk, in dezelfde maanden, volgens hetzelfde maaiplan, en de oevers sluiten op "
                  "elkaar aan.",
     "lots": "Drie percelen: west, midden en oost, zoals de opdrachten nu ook zijn verdeeld; een bedrijf krijgt er ten "
             "hoogste twee."},
    {"members": ["OND-2701", "OND-2702", "OND-2703"], "on": "2026-11-16", "by": "Inkooppunt Water en Ruimte",
     "coherence": "De drie evaluaties gaan over regelingen met dezelfde opzet, dezelfde aanvragers en dezelfde "
                  "meetmomenten."},
)  # fmt: skip

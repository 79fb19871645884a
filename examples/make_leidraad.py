"""Makes examples/aanbestedingsleidraad.docx, an invented tender guide with what often goes wrong in one.

python examples/make_leidraad.py [OUT]
"""

from __future__ import annotations

import sys
from pathlib import Path

from srtool.views.word.blocks import Block, Heading, Table, Text, Title
from srtool.views.word.to_docx import document

OUT = Path(__file__).with_name("aanbestedingsleidraad.docx")
GUIDE: tuple[Block, ...] = (
    Title("Aanbestedingsleidraad Groenonderhoud Rivierpark (verzonnen)"),
    Heading(1, "De opdracht"),
    Text(
        "De gemeente Waterstad zoekt een partij die het Rivierpark onderhoudt: maaien, snoeien en het schoonhouden van "
        "paden en oevers. De overeenkomst duurt twee jaar, met twee opties tot verlenging van een jaar."
    ),
    Text("Alle bedragen in deze leidraad zijn exclusief btw. De prijs weegt voor 40% mee en de kwaliteit voor 60%."),
    Heading(1, "Procedure"),
    Table(
        [
            ["Stap", "Dag"],
            ["Aankondiging", "11 januari 2027"],
            ["Sluiting van de inschrijving", "[datum]"],
            ["Start van het werk", "1 juni 2027"],
        ]
    ),
    Heading(1, "Social return"),
    Heading(2, "Wat wij vragen"),
    Text(
        "Als bijzondere uitvoeringsvoorwaarde zet de opdrachtnemer 5% van de opdrachtsom in voor social return. Het "
        "werk van de kandidaten wordt verricht bij de uitvoering van deze opdracht. Uitsluitend werkzoekenden uit de "
        "gemeente Waterstad tellen mee."
    ),
    Text("Daarnaast neemt de opdrachtnemer één langdurig werkloze in dienst."),
    Heading(2, "Plan en rapportage"),
    Text(
        "Binnen vier weken na gunning levert de opdrachtnemer een plan van aanpak. Hij rapporteert elk kwartaal aan "
        "[contactpunt] en meldt daarbij het burgerservicenummer van elke kandidaat."
    ),
    Heading(2, "Waardering"),
    Text("Inspanningen tellen volgens de bouwblokken van de regio. Mensen met een WWB-uitkering tellen mee."),
    Heading(2, "Gevolg"),
    Text("Is de verplichting van 2% van de opdrachtsom niet gehaald, dan volgt een boete van 125% van het tekort."),
    Heading(1, "Gunning"),
    Text("De opdracht wordt gegund aan de inschrijver met de beste prijs-kwaliteitverhouding."),
)


def main() -> None:
    """Write the guide to the path that was given, else to its place in this folder."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    out.write_bytes(document(GUIDE, "nl"))


if __name__ == "__main__":
    main()

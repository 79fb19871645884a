"""Of which organisation a sheet is, where only its title says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from srtool.errors import Problem
from srtool.readers.excel.sheets import TableSheet
from srtool.readers.problems import shown
from srtool.readers.raw import RawTable

_ORGANISATION = re.compile(
    r"(?<!\w)(?:(?:de|het)\s+)?"
    r"((?:gemeente|provincie|waterschap|hoogheemraadschap|ministerie\s+van|universiteit|hogeschool|veiligheidsregio"
    r"|omgevingsdienst|woningcorporatie|municipality\s+of|province\s+of|ministry\s+of)"
    r"\s+[A-Z0-9'\"][^\-\u2013\u2014|,:;()\n]*)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?:contract|inkoop|aanbested|register|overzicht|stand|versie|procurement|tender).*$", re.IGNORECASE
)
_BLANKS = re.compile(r"[^\S\n]+")
_LONGEST = 60


def organisation_in(text: str) -> str | None:
    """The organisation that a title names: `Gemeente Voorbeeld` of `Gemeente Voorbeeld - Contractenregister`."""
    match = _ORGANISATION.search(_BLANKS.sub(" ", text))
    name = None if match is None else _AFTER.sub("", match[1]).strip()
    return name if name and len(name.split()) > 1 and len(name) <= _LONGEST else None


def with_organisation(table: RawTable, sheet: TableSheet, above: Sequence[Sequence[object]]) -> Iterator[Problem]:
    """Gives each contract the organisation that the rows above the headings name, where no column does; says so."""
    if sheet.table != "contracts" or "authority" in sheet.fields.values():
        return
    for number, row in enumerate(above, start=1):
        for index, cell in enumerate(row):
            name = organisation_in(cell) if isinstance(cell, str) else None
            if name is not None:
                place = sheet.cell(index, number)
                for record in table.records:
                    record.setdefault("authority", name)
                table.rows[:] = [replace(one, elsewhere={**one.elsewhere, "authority": place}) for one in table.rows]
                yield Problem("authority_in_title", place, {"name": shown(name)})
                return

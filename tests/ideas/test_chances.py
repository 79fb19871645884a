"""Which contracts of a register ask no social return, and what fits them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from srtool.ideas.chances import by_idea, chances
from srtool.readers import register
from srtool.register.index import Index
from srtool.texts.ideas import ideas

REGISTER = """
[[contracts]]
id = "ASKS"
title = "Schoonmaak"
status = "running"
supplier = "Alfa"
social_return.percent = 5

[[contracts]]
id = "NO"
title = "Schoonmaak"
status = "running"
supplier = "Alfa"
social_return.asked = false

[[contracts]]
id = "SILENT"
title = "Glasbewassing"
status = "draft"

[[contracts]]
id = "ENDED"
title = "Schoonmaak"
status = "ended"
supplier = "Alfa"

[[contracts]]
id = "CALL-OFF"
title = "Schoonmaak van een gebouw"
part_of = "ASKS"
supplier = "Alfa"

[[contracts]]
id = "PRINT"
title = "Drukwerk"
"""


def test_what_asks_is_ended_or_follows_another_contract_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "register.toml"
    path.write_text(REGISTER, encoding="utf-8")
    found = chances(Index(register.read(path), date(2026, 11, 22)), ideas("nl"))
    assert [chance.contract.id for chance in found] == ["NO", "SILENT", "PRINT"]
    assert [bool(chance.matches) for chance in found] == [True, True, False]
    grouped = by_idea(found)
    assert {name: [one.id for one in contracts] for name, (_, contracts) in grouped.items()} == {
        "cleaning": ["NO", "SILENT"]
    }

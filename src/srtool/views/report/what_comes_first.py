"""The contracts on the first page that need somebody first: what they are, with whom, and who must act."""

from __future__ import annotations

from srtool.progress.standing import Progress
from srtool.texts import Lang, words
from srtool.views.report.charts import DEEP, LIST_PLACE
from srtool.views.report.contents import Contents
from srtool.views.report.tones import state_word
from srtool.views.shared.names import counted
from srtool.views.sheets.grid import Grid
from srtool.views.sheets.looks import Look

_MOST = DEEP - 2
"""So many stand in the list, beside the charts of the first row."""
_TOP, _LEFT = LIST_PLACE


def write(grid: Grid, contents: Contents, lang: Lang) -> None:
    """The list, in the place of a chart."""
    headings, row = words(lang, "report.columns"), _TOP
    grid.put(row - 1, _LEFT, words(lang, "report.overview")["first"], Look(bold=True, indented=True))
    shown = (
        headings["contract"],
        headings["state"],
        f"{headings['supplier']}, {headings['acts'].lower()}",
        headings["gap"],
    )
    for place, heading in enumerate(shown):
        grid.put(row, _LEFT + place, heading, Look(heading=True, size=9, indented=True, right=place == 3))
    attention = contents.monitoring.attention
    for row, progress in enumerate(attention[:_MOST], start=_TOP + 1):
        contract = progress.dossier.contract
        grid.put(row, _LEFT, f"{contract.id}  {contract.title}", Look(size=9, indented=True))
        grid.put(row, _LEFT + 1, state_word(progress.state, lang), Look(size=9, indented=True))
        grid.put(row, _LEFT + 2, _who(progress, contents, lang), Look(size=9, indented=True))
        grid.put(row, _LEFT + 3, progress.shown("gap"), Look("euro", size=9))
    if len(attention) > _MOST:
        more = counted(lang, "report.more_attention", len(attention) - _MOST)
        grid.put(_TOP + _MOST + 1, _LEFT, more, Look(size=9, muted=True, indented=True))


def _who(progress: Progress, contents: Contents, lang: Lang) -> str:
    """The supplier, and the role that must act."""
    owner, _ = progress.acts
    acts = words(lang, "monitor.who")[owner.value]
    supplier = contents.supplier(progress.dossier.contract.supplier)
    return acts if supplier is None else f"{supplier}, {acts}"

"""What a report adds up to, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from srtool.checks.summary import COUNTED, Summary
from srtool.texts import Lang, sentence, words
from srtool.views.shared.names import capital, counted, whole


def totals_text(total: Summary, lang: Lang) -> str:
    """How many contracts, of how many social return is asked, and what is open on them."""
    phrases = words(lang, "check.lines")
    return phrases["summary_open" if total.open_scope else "summary"].format(
        contracts=counted(lang, "shared.contracts", total.contracts),
        in_scope=whole(lang, total.in_scope),
        asking=asking_text(total, lang),
        open=whole(lang, total.open_scope),
        counts=capital(counts_text(total.counts, lang)),
    )


def asking_text(total: Summary, lang: Lang) -> str:
    """In how many contracts it is asked, and of how many that cannot be said."""
    asking, silent = whole(lang, total.asking), whole(lang, total.silent)
    return words(lang, "check.lines")["asking_open"].format(asking=asking, open=silent) if total.silent else asking


def counts_text(counts: Mapping[str, int], lang: Lang) -> str:
    """`1 fout, 2 waarschuwingen`; in words when there is nothing."""
    parts = [counted(lang, f"shared.{what}", counts[what]) for what in COUNTED if counts[what]]
    return ", ".join(parts) or sentence(lang, "shared.counts.none")

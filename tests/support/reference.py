"""The parts of the manual that the program knows best: its checks, its fields with their headings, its settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from srtool.checks import ALL, drafts, notices
from srtool.readers.setting_tables import MONITOR
from srtool.register.assumptions import Assumptions
from srtool.register.columns import SHEETS, FieldInfo, columns, infos
from srtool.texts import Lang, lists, sentence, words

_HEADS: Mapping[str, Mapping[Lang, Sequence[str]]] = {
    "checks": {
        "nl": ("code", "kijkt naar", "niveau als het niet voldoet", "wie is aan zet"),
        "en": ("code", "looks at", "level when not met", "who must act"),
    },
    "fields": {
        "nl": ("kop", "ook herkend", "sleutel in TOML", "wat u invult"),
        "en": ("heading", "also recognised", "key in TOML", "what to fill in"),
    },
    "assumptions": {"nl": ("sleutel", "wat er kan staan"), "en": ("key", "what can stand there")},
    "monitor": {"nl": ("sleutel", "ten hoogste"), "en": ("key", "at most")},
}
_OF_YES_NO = {"nl": "ja, nee", "en": "yes, no"}
_FREE = {"nl": "een naam of een dag", "en": "a name or a day"}
_REQUIRED = {"nl": "verplicht", "en": "required"}


def _table(name: str, lang: Lang, rows: Iterable[Sequence[str]]) -> str:
    heads = _HEADS[name][lang]
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)


def checks(lang: Lang) -> str:
    """Each check with its title, its level and who must act."""
    level, owner = words(lang, "shared.labels"), words(lang, "shared.owners")
    every = sorted((one for group in (ALL, drafts.ALL, notices.ALL) for one in group), key=lambda check: check.code)
    return _table(
        "checks",
        lang,
        (
            (
                check.code,
                sentence(lang, f"explain/{check.code}.title"),
                level.get(check.level, check.level),
                owner[check.owner].lower(),
            )
            for check in every
        ),
    )


def fields(lang: Lang) -> str:
    """Each sheet of a register with its columns, the other headings by which they are known, and what they mean."""
    return "\n".join(_sheet(table, lang) for table in SHEETS)


def _sheet(table: str, lang: Lang) -> str:
    headings = lists(lang, f"vocabulary.headings.{table}")
    meanings = words(lang, f"fields.{table}")
    name, *others = lists(lang, "vocabulary.tables")[table]
    rows = [
        (
            headings[key][0],
            ", ".join(headings[key][1:]) or "-",
            f"`{key}`",
            _filled_in(meanings[key], info, lang),
        )
        for key, info in infos(table).items()
    ]
    also = f"{', '.join(others)}.\n\n"
    return f"## {name}\n\n`{table}` · {_HEADS['fields'][lang][1]}: {also}{_table('fields', lang, rows)}"


def _filled_in(meaning: str, info: FieldInfo, lang: Lang) -> str:
    choices = f" {_choices(info, lang)}." if info.choices else ""
    required = f" *{_REQUIRED[lang]}*" if info.required else ""
    return f"{meaning}{choices}{required}"


def _choices(info: FieldInfo, lang: Lang) -> str:
    shown = lists(lang, "vocabulary.values")
    return ", ".join(shown.get(choice, [choice])[0] for choice in info.choices)


def assumptions(lang: Lang) -> str:
    """What may stand under [assume] in the settings."""
    return _table(
        "assumptions",
        lang,
        ((f"`{info.key}`", _allowed(info, lang)) for info in columns(Assumptions) if info.key != "file"),
    )


def _allowed(info: FieldInfo, lang: Lang) -> str:
    if info.choices:
        return _choices(info, lang)
    return _OF_YES_NO[lang] if info.sort == "yes_no" else _FREE[lang]


def monitor(lang: Lang) -> str:
    """What may stand under [monitor] in the settings, with the most that it may be."""
    return _table("monitor", lang, ((f"`{key}`", str(most)) for key, most in MONITOR.items()))


MADE: Mapping[str, Callable[[Lang], str]] = {
    "checks": checks,
    "fields": fields,
    "assumptions": assumptions,
    "monitor": monitor,
}
"""The parts by the name that stands above them in a page."""

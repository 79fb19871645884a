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
        "nl": ("kop", "wat u invult", "ook herkend", "sleutel in TOML"),
        "en": ("heading", "what to fill in", "also recognised", "key in TOML"),
    },
    "assumptions": {
        "nl": ("sleutel", "beantwoordt", "wat er kan staan"),
        "en": ("key", "answers", "what can stand there"),
    },
    "beside": {"nl": ("kop", "ook herkend"), "en": ("heading", "also recognised")},
    "monitor": {"nl": ("sleutel", "ten hoogste"), "en": ("key", "at most")},
}
_OF_YES_NO = {"nl": "ja, nee", "en": "yes, no"}
_DAY = {"nl": "een dag, zoals 2026-11-22", "en": "a day, such as 2026-11-22"}
_RULE_SET = {
    "nl": "een regeling, zoals rijk-classic, of niet bekend",
    "en": "a rule set, such as rijk-classic, or not known",
}
_BESIDE = {
    "nl": (
        "Kolommen die iets erbij zeggen",
        "Geen veld, wel gelezen: hieruit volgt een einddatum, een perceel of een bedrag.",
    ),
    "en": (
        "Columns that say something besides",
        "No field, and yet read: an end, a lot or an amount follows from them.",
    ),
}
_REQUIRED = {"nl": "Verplicht.", "en": "Required."}
_ONE_OF = {"nl": "Kies", "en": "One of"}


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
    return "\n".join([*(_sheet(table, lang) for table in SHEETS), _beside(lang)])


def _beside(lang: Lang) -> str:
    """The columns that are no field of their own, and still say something of a contract."""
    rows = ((words[0], ", ".join(words[1:]) or "-") for words in lists(lang, "vocabulary.beside").values())
    title, why = _BESIDE[lang]
    return f"## {title}\n\n{why}\n\n{_table('beside', lang, rows)}"


def _sheet(table: str, lang: Lang) -> str:
    headings = lists(lang, f"vocabulary.headings.{table}")
    meanings = words(lang, f"fields.{table}")
    name, *others = lists(lang, "vocabulary.tables")[table]
    rows = [
        (
            headings[key][0],
            _filled_in(meanings[key], info, lang),
            ", ".join(headings[key][1:]) or "-",
            f"`{key}`",
        )
        for key, info in infos(table).items()
    ]
    also = f"{', '.join(others)}.\n\n"
    return f"## {name}\n\n`{table}` · {_HEADS['fields'][lang][2]}: {also}{_table('fields', lang, rows)}"


def _filled_in(meaning: str, info: FieldInfo, lang: Lang) -> str:
    choices = f" {_ONE_OF[lang]}: {_choices(info, lang)}." if info.choices else ""
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
        (
            (f"`{info.key}`", _QUESTIONS[lang][info.key], _allowed(info, lang))
            for info in columns(Assumptions)
            if info.key != "file"
        ),
    )


def _allowed(info: FieldInfo, lang: Lang) -> str:
    if info.choices:
        return _choices(info, lang)
    return {"yes_no": _OF_YES_NO, "day": _DAY, "text": _RULE_SET}[info.sort][lang]


def monitor(lang: Lang) -> str:
    """What may stand under [monitor] in the settings, with the most that it may be."""
    return _table("monitor", lang, ((f"`{key}`", str(most)) for key, most in MONITOR.items()))


_QUESTIONS: Mapping[Lang, Mapping[str, str]] = {
    "nl": {
        "policy": "welke regeling geldt",
        "authority_kind": "van wie de Europese drempels gelden",
        "stage": "hoe ver contracten zonder status zijn",
        "vat": "zijn de bedragen met of zonder btw",
        "period": "waarvoor een bedrag is",
        "extensions": "zitten verlengingen in de waarde",
        "unit": "waarin de bedragen staan",
        "basis": "waarvan een percentage is",
        "over_extension": "loopt de verplichting door over verlengingen",
        "extended": "zijn contracten na hun einddatum verlengd",
        "realised_approved": "is wat is gerealiseerd goedgekeurd",
        "realised_on": "per welke dag die stand is",
    },
    "en": {
        "policy": "which rule set holds",
        "authority_kind": "whose European thresholds hold",
        "stage": "how far contracts without a status are",
        "vat": "whether amounts hold VAT",
        "period": "what an amount is for",
        "extensions": "whether the value holds extensions",
        "unit": "what amounts are counted in",
        "basis": "of what a percentage is taken",
        "over_extension": "whether the duty runs on over extensions",
        "extended": "whether contracts past their end are extended",
        "realised_approved": "whether what was realised is approved",
        "realised_on": "of which day that standing is",
    },
}
"""What each assumption answers: in the register the same stands per contract, or nowhere."""
MADE: Mapping[str, Callable[[Lang], str]] = {
    "checks": checks,
    "fields": fields,
    "assumptions": assumptions,
    "monitor": monitor,
}
"""The parts by the name that stands above them in a page."""

"""The questions of an inspection in words, for the screen, for JSON and above the keys of `srtool.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from srtool.inspection.question import Key, Question
from srtool.texts import Lang, sentence, words
from srtool.texts.say import heading, word
from srtool.views.shared.lines import clean
from srtool.views.shared.names import counted, whole

MOST_WORDS = 3
_LONGEST = 24
_FIELDS = {"amounts": "contract_value", "realised": "social_return.realised"}
LETTERS = "abcdefgh"


def question_text(question: Question, lang: Lang) -> str:
    """The whole question, as far as it is open: `What do ‘Verlengd’ (37×) and ‘x’ mean?`."""  # noqa: RUF002 - as shown
    listed = [times(group.first.value, group.count, lang) for group in question.words[:MOST_WORDS]]
    left = len(question.words) - len(listed)
    phrases, every = words(lang, "inspection.questions"), words(lang, "inspection.parts")
    parts = [every[key.path[-1]] for key in question.keys if key.path[0] == "assume" and key.path[-1] in every]
    is_one = 1 in {len(question.words), question.contracts if question.name == "extended" else 0}
    if question.names and "policy" in (key.path[-1] for key in question.keys):
        parts[0] = every["policy_of"].format(names=_few(question.names, lang))
    template = phrases.get(f"{question.name}_one") if is_one else None
    return clean(
        (template or phrases[question.name]).format(
            about=_about(question, every, lang),
            these=_few([f"*{name}*" for name in question.names], lang),
            sentences=" ".join(parts),
            both=words(lang, "inspection.words")["and"].join(parts),
            heading=question.heading or heading(lang, _FIELDS.get(question.name, "")),
            n=whole(lang, question.contracts),
            words=", ".join(listed) + (counted(lang, "inspection.more_words", left) if left > 0 else ""),
            names=_listed(question.names),
        )
    )


def _about(question: Question, every: Mapping[str, str], lang: Lang) -> str:
    """What is asked of each heading of amounts: `*Waarde* zonder btw en *Raming* in euro's`."""
    told = (f"*{heading}* {', '.join(every[key] for key in keys)}" for heading, keys in question.headings)
    return words(lang, "inspection.words")["and"].join(told)


def _few(names: Sequence[str], lang: Lang) -> str:
    """The first of these, and how many there are beside them."""
    left = len(names) - MOST_WORDS
    return ", ".join(names[:MOST_WORDS]) + (counted(lang, "inspection.more_words", left) if left > 0 else "")


def _listed(names: Sequence[str]) -> str:
    """The first of these categories and divisions, after a space."""
    shown = [f"CPV {name}" if name.isdigit() else short(name) for name in names[:MOST_WORDS]]
    return f" {', '.join(shown)}{', …' if len(names) > MOST_WORDS else ''}" if shown else ""


def times(value: object, count: int, lang: Lang) -> str:
    """A word with how often it stands there."""
    phrases = words(lang, "inspection.words")
    return phrases["many" if count > 1 else "one"].format(value=short(str(value)), n=whole(lang, count))


def short(text: str) -> str:
    """The beginning of a long word."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def key_text(key: Key, lang: Lang) -> str:
    """What one key asks: `basis of the percentage`, or `labour share: Schoonmaak`."""
    match key.path:
        case "assume", name:
            return words(lang, "shared.assumptions")[name]
        case "columns", name:
            return f"*{clean(name)}*"
        case "labour_share", name:
            return f"{words(lang, 'shared.assumptions')['labour_share']}: {clean(name)}"
    *_, column, meant = key.path
    return sentence(lang, "inspection.words.in_column").format(value=clean(meant), heading=clean(column))


def choices_text(key: Key, lang: Lang) -> str:
    """What may be answered: `loonsom, opdrachtwaarde`."""
    phrases = words(lang, "inspection.sorts")
    match key.sort:
        case "choice":
            return ", ".join(word(lang, choice) for choice in key.choices)
        case "rule_set":
            *policies, not_known = key.choices
            return ", ".join((*policies, word(lang, not_known), phrases["own_rule_set"]))
        case "field":
            return ", ".join(heading(lang, choice) for choice in key.choices)
        case "yes_no" | "demand":
            return phrases[key.sort]
        case "day":
            return phrases["day"]
        case "percent":
            return phrases["percent"]

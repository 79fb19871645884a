"""What `srtool` alone shows: where to begin, in three commands that can be typed as they stand."""

from __future__ import annotations

from srtool.texts import Lang, words

_EXAMPLES = ("inspect", "check", "report")


def page(lang: Lang) -> str:
    """The first screen, of which no line is wider than a narrow terminal; ends with its line."""
    texts = words(lang, "cli.start")
    lines = [texts["title"], ""]
    for number, name in enumerate(_EXAMPLES, 1):
        lines += [f"  {number}. {texts[name]}", f"     {texts[f'{name}_typed']}"]
    lines += ["", texts["draft"], f"     {texts['draft_typed']}", "", texts["more"]]
    return "\n".join(lines) + "\n"

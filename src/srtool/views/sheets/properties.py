"""What a workbook says of itself, where Excel shows its title, its language and the program that made it."""

from __future__ import annotations

from openpyxl import Workbook

from srtool import __version__
from srtool.texts import Lang


def describe(book: Workbook, title: str, lang: Lang) -> None:
    """Puts title, language and maker into a workbook."""
    book.properties.title = title
    book.properties.language = lang
    book.properties.creator = f"srtool {__version__}"

"""Makes the pictures of the manual: workbooks and Word documents as srtool writes them, printed by LibreOffice.

python tools/pictures.py [NAME ...]

It needs soffice and pdftoppm, and writes docs/pictures. Nothing of a picture is drawn by hand: each is a page of a file
that a command made from the examples.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from srtool.cli.program import run

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES, PICTURES = ROOT / "examples", ROOT / "docs" / "pictures"
_ON = ("--on", "2026-11-22")
_DOTS_PER_INCH = 110


class Picture(NamedTuple):
    """A page of a file, and the command that makes the file; without a command it is one of the examples."""

    file: str
    command: tuple[str, ...] = ()
    page: int = 1
    top: float = 0.0
    bottom: float = 1.0
    """Which part of the page is shown, as fractions of its height."""


PORTFOLIO = "portfolio.xlsx"
SHOWN = {
    "contractenlijst": Picture("contractenlijst.xlsx", top=0.1, bottom=0.31),
    "overzicht-nl": Picture("o.xlsx", ("report", PORTFOLIO, "--out", "o.xlsx", "--lang", "nl", *_ON), 1, 0.06, 0.65),
    "overzicht-en": Picture("o.xlsx", ("report", PORTFOLIO, "--out", "o.xlsx", "--lang", "en", *_ON), 1, 0.06, 0.65),
    "register-nl": Picture("r.xlsx", ("init", "r.xlsx", "--lang", "nl"), 2, 0.1, 0.21),
    "register-en": Picture("r.xlsx", ("init", "r.xlsx", "--lang", "en"), 2, 0.1, 0.21),
    "opdrachtnemer": Picture(
        "g.xlsx", ("init", "running.toml", "g.xlsx", "--supplier", "23456789", "--lang", "nl"), 1, 0.07, 0.495
    ),
    "gesprek": Picture(
        "m.docx",
        ("meeting", PORTFOLIO, "--contract", "SCH-2401", "--out", "m.docx", "--lang", "nl", *_ON),
        1,
        0.03,
        0.74,
    ),
    "paragraaf": Picture("p.docx", ("clause", "tender.toml", "--out", "p.docx", "--lang", "nl", *_ON), 1, 0.05, 0.75),
}


def main(names: Sequence[str]) -> None:
    """Makes the pictures of these names, or all of them."""
    PICTURES.mkdir(exist_ok=True)
    for name, picture in SHOWN.items():
        if not names or name in names:
            with TemporaryDirectory() as folder:
                print(_made(name, picture, Path(folder)))


def made_file(picture: Picture, folder: Path) -> Path:
    """The file that is shown, made in a copy of the examples."""
    here = Path(shutil.copytree(EXAMPLES, folder / "examples"))
    before = Path.cwd()
    os.chdir(here)
    try:
        if picture.command and run(picture.command) > 1:
            raise RuntimeError(picture.command)
    finally:
        os.chdir(before)
    return here / picture.file


def _made(name: str, picture: Picture, folder: Path) -> Path:
    """The picture of that name, in its place."""
    file = made_file(picture, folder)
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    _call("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file), lang=name[-2:])
    pdf = folder / f"{file.stem}.pdf"
    target = PICTURES / name
    page, resolution = str(picture.page), str(_DOTS_PER_INCH)
    height = _height(pdf, page)
    first, last = (str(round(height * part)) for part in (picture.top, picture.bottom - picture.top))
    size = ("-x", "0", "-y", first, "-W", "0", "-H", last)
    _call("pdftoppm", "-r", resolution, "-f", page, "-l", page, *size, "-png", "-singlefile", str(pdf), str(target))
    return target.with_suffix(".png")


def _height(pdf: Path, page: str) -> float:
    """The height of a page in dots."""
    told = _call("pdfinfo", "-f", page, "-l", page, str(pdf))
    size = next(line for line in told.splitlines() if " size:" in line)
    return float(size.split(" x ")[1].split()[0]) / 72 * _DOTS_PER_INCH


def _call(*command: str, lang: str = "en") -> str:
    """What a program prints; amounts are written as this language does."""
    locale = "en_GB.UTF-8" if lang == "en" else "nl_NL.UTF-8"
    environment = {**os.environ, "LC_ALL": locale, "LANG": locale}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


if __name__ == "__main__":
    main(sys.argv[1:])

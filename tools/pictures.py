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
_DOTS_PER_INCH = 90


class Picture(NamedTuple):
    """A page of a file, and the command that makes the file; without a command it is one of the examples."""

    file: str
    command: tuple[str, ...] = ()
    page: int = 1
    height: float = 1.0
    """The part of the page that is shown, from the top."""


PORTFOLIO = "portfolio.xlsx"
SHOWN = {
    "contractenlijst": Picture("contractenlijst.xlsx", height=0.5),
    "overzicht-nl": Picture("o.xlsx", ("report", PORTFOLIO, "--out", "o.xlsx", "--lang", "nl", *_ON)),
    "overzicht-en": Picture("o.xlsx", ("report", PORTFOLIO, "--out", "o.xlsx", "--lang", "en", *_ON)),
    "register-nl": Picture("r.xlsx", ("init", "r.xlsx", "--lang", "nl"), page=2, height=0.5),
    "register-en": Picture("r.xlsx", ("init", "r.xlsx", "--lang", "en"), page=2, height=0.5),
    "opdrachtnemer": Picture(
        "g.xlsx", ("init", "running.toml", "g.xlsx", "--supplier", "23456789", "--lang", "nl"), page=2, height=0.5
    ),
    "gesprek": Picture(
        "m.docx", ("meeting", PORTFOLIO, "--contract", "SCH-2401", "--out", "m.docx", "--lang", "nl", *_ON)
    ),
    "concept": Picture("c.docx", ("check", "aanbestedingsleidraad.docx", "--mark", "c.docx", "--lang", "nl", *_ON)),
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
    _call("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file))
    pdf = folder / f"{file.stem}.pdf"
    target = PICTURES / name
    page, resolution = str(picture.page), str(_DOTS_PER_INCH)
    size = ("-x", "0", "-y", "0", "-W", "0", "-H", str(_rows(pdf, picture)))
    _call("pdftoppm", "-r", resolution, "-f", page, "-l", page, *size, "-png", "-singlefile", str(pdf), str(target))
    return target.with_suffix(".png")


def _rows(pdf: Path, picture: Picture) -> int:
    """How many rows of dots of the page are shown."""
    page = str(picture.page)
    told = _call("pdfinfo", "-f", page, "-l", page, str(pdf))
    size = next(line for line in told.splitlines() if " size:" in line)
    points = float(size.split(" x ")[1].split()[0])
    return round(points / 72 * _DOTS_PER_INCH * picture.height)


def _call(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main(sys.argv[1:])

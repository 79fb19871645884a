"""A picture of a file that is damaged: what is written there is read, and no copy is made that is not the same."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

import pytest

from tests.support.paths import EXAMPLES
from tests.support.program import printed


def _damaged(data: bytes, part: str, packing: int) -> bytes:
    """The file with a picture whose bytes are not those that were packed."""
    stream = BytesIO(data)
    with ZipFile(stream, "a") as archive:
        archive.writestr(ZipInfo(part), b"a picture of the building " * 50, packing)
        info = archive.getinfo(part)
    damaged = bytearray(stream.getvalue())
    start = info.header_offset + 30 + len(part)
    for place in range(start + 10, min(start + info.compress_size, start + 30)):
        damaged[place] ^= 0xFF
    return bytes(damaged)


@pytest.mark.parametrize("packing", [ZIP_STORED, ZIP_DEFLATED, ZIP_LZMA, ZIP_BZIP2])
@pytest.mark.parametrize("name", ["contractenlijst.xlsx", "aanbestedingsleidraad.docx"])
def test_no_copy_is_made_of_a_file_with_a_damaged_part(name: str, packing: int, tmp_path: Path) -> None:
    folder = "xl" if name.endswith(".xlsx") else "word"
    path = tmp_path / name
    path.write_bytes(_damaged((EXAMPLES / name).read_bytes(), f"{folder}/media/image9.png", packing))
    copy = tmp_path / f"copy{path.suffix}"
    run = printed(["check", str(path), "--mark", str(copy), "--lang", "nl", "--fail-on", "never"])
    assert run.code == 3
    assert "onverwachts" not in run.stderr
    assert "sla" in run.stderr
    assert not copy.exists()


@pytest.mark.parametrize("packing", [ZIP_DEFLATED, ZIP_LZMA])
def test_a_register_with_a_damaged_list_of_texts_is_called_damaged(packing: int, tmp_path: Path) -> None:
    stream = BytesIO((EXAMPLES / "contractenlijst.xlsx").read_bytes())
    out = BytesIO()
    with ZipFile(stream) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for part in before.namelist():
            if part != "xl/sharedStrings.xml":
                after.writestr(part, before.read(part))
    path = tmp_path / "r.xlsx"
    path.write_bytes(_damaged(out.getvalue(), "xl/sharedStrings.xml", packing))
    for command in ("check", "inspect", "monitor"):
        run = printed([command, str(path), "--lang", "nl"])
        assert (run.code, "onverwachts" in run.stderr) == (3, False)

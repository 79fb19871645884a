"""Which files a typed path stands for: itself, or all that may be registers in a folder or behind a pattern."""

from __future__ import annotations

import tomllib
from contextlib import suppress
from glob import glob, has_magic
from pathlib import Path

from srtool.lazy_dataclass import dataclass
from srtool.register.columns import table_types

SUFFIXES = frozenset({".toml", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv"})
"""How files are named that may be a register where nobody named them one by one; a .txt is more likely a note."""
_SETTINGS = "srtool.toml"
_LOCKS = ("~$", ".")
"""What the names of hidden files begin with, and of those that Excel leaves beside an open workbook."""


@dataclass(frozen=True, slots=True)
class Expanded:
    """The files behind one typed path."""

    files: tuple[str, ...]
    passed_over: tuple[str, ...] = ()
    """Names of files that are no register by their name, or by the tables in their TOML, and of folders."""
    is_one: bool = False
    """Whether the path was named itself: what is wrong with it is a mistake, and not to be passed over."""


def expanded(typed: str) -> Expanded:
    """The files that may be registers, by name; the path itself where it is no folder and no pattern."""
    itself = Expanded((typed,), is_one=True)
    if not typed.strip():  # which is no folder, though the system takes it for this one
        return itself
    with suppress(OSError, ValueError, RuntimeError):  # reading it says what is wrong
        path = Path(typed)
        if path.is_dir():
            return _parted(sorted(path.iterdir()))
        if has_magic(typed) and not path.exists():
            return _parted([Path(name) for name in sorted(glob(typed, recursive=True))])  # noqa: PTH207 - as typed
    return itself


def _parted(paths: list[Path]) -> Expanded:
    """The files among the paths; folders among them are passed over."""
    seen = [path for path in paths if not path.name.startswith(_LOCKS) and path.name != _SETTINGS]
    registers = [path for path in seen if path.is_file() and _may_be_register(path)]
    others = tuple(f"{path.name}/" if path.is_dir() else path.name for path in seen if path not in registers)
    return Expanded(tuple(map(str, registers)), others)


def _may_be_register(path: Path) -> bool:
    if path.suffix.lower() not in SUFFIXES:
        return False
    return path.suffix.lower() != ".toml" or _holds_tables(path)


def _holds_tables(path: Path) -> bool:
    """Whether a TOML file has a table of a register; one that cannot be read may have."""
    try:
        return bool(table_types().keys() & tomllib.loads(path.read_text(encoding="utf-8-sig")).keys())
    except (OSError, ValueError, RecursionError):
        return True

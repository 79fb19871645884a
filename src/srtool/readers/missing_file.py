"""A file or folder that is not there, with the one that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path

from srtool.errors import Problem

_MOST_LOOKED_AT = 5_000
"""Names in a folder among which the meant one is looked for."""
_MOST = 3
_CUTOFF, _NEARLY = 0.75, 0.12
"""How much alike two names must be, and how much less than the best of them."""
_SHORT = 2
"""Characters with which too many names begin."""
_HIDDEN = ("~$", ".")


def missing(path: Path) -> Problem:
    """What to say of a path at which nothing is: with the names there that look most like it, else without."""
    folder = path.parent
    if folder.is_dir():
        near = [folder / name for name in _meant(path.name, _names(folder))]
        return Problem("file_missing_near", str(path), {"near": _typed(near)}) if near else _plainly(path)
    above = folder
    while not above.is_dir() and above != above.parent:
        folder, above = above, above.parent
    near = [above / name for name in _meant(folder.name, _names(above)) if (above / name).is_dir()]
    if not near:
        return Problem("folder_missing", str(path), {"folder": str(folder)})
    return Problem("folder_missing_near", str(path), {"folder": str(folder), "near": _typed(near)})


def _plainly(path: Path) -> Problem:
    return Problem("file_missing", str(path))


def _names(folder: Path) -> list[str]:
    try:
        paths = list(islice(folder.iterdir(), _MOST_LOOKED_AT))
    except OSError:
        return []
    return sorted(path.name for path in paths if not path.name.startswith(_HIDDEN))


def with_ending(path: Path) -> Path | None:
    """The file of which only the ending was not typed, a workbook before others; None where there is none."""
    same = [name for name in _names(path.parent) if Path(name).stem.casefold() == path.name.casefold()]
    first = min(same, key=lambda name: (Path(name).suffix.lower() != ".xlsx", name), default=None)
    return None if first is None else path.parent / first


def _meant(typed: str, names: Sequence[str]) -> list[str]:
    """The names that lack only their ending; else those that go on where the typed one stops; else those like it."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - only needed when something is wrong

    def like(first: str, second: str) -> float:
        return SequenceMatcher(None, first.casefold(), second.casefold()).ratio()

    stem = Path(typed).stem
    close = sorted(names, key=lambda name: -like(typed, name))
    for is_meant in (
        lambda name: typed.casefold() in {name.casefold(), Path(name).stem.casefold()},
        lambda name: stem.casefold() == Path(name).stem.casefold(),
        lambda name: len(typed) > _SHORT and name.casefold().startswith(typed.casefold()),
    ):
        if same := [name for name in close if is_meant(name)]:
            return same[:_MOST]
    alike = {name: like(stem, Path(name).stem) for name in close}
    best = max(alike.values(), default=0.0)
    return [name for name in close if alike[name] >= max(_CUTOFF, best - _NEARLY)][:_MOST]


def _typed(paths: Iterable[Path]) -> tuple[str, ...]:
    """As they are typed: between quotation marks where there is a space in them."""
    return tuple(f'"{path}"' if " " in str(path) else str(path) for path in paths)

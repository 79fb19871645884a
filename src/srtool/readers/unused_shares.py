"""Labour shares of the settings that no contract can use: a category that is written otherwise, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from srtool.errors import Problem
from srtool.readers.nearest import looks_like
from srtool.readers.problems import shown
from srtool.register.category import category_key
from srtool.register.cpv import DIVISIONS
from srtool.register.model import Assumption, RegisterFile


def unused_shares(shares: Mapping[str, Assumption], register_files: Iterable[RegisterFile]) -> Iterator[Problem]:
    """A remark for each category with a share that no contract of these registers has."""
    of_contracts = chain.from_iterable(one.register.contracts for one in register_files)
    categories = {category_key(one.category): one.category for one in of_contracts if one.category}
    for category, share in shares.items():
        if category in DIVISIONS or category in categories:
            continue
        likely = looks_like(category, categories)
        values = {"category": shown(share.place.key)}
        if likely is None:
            yield Problem("share_unused", share.place, values)
        else:
            yield Problem("share_unused_alike", share.place, values | {"likely": shown(categories[likely])})

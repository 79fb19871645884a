"""The officer's own category of a contract, such as cleaning."""

from __future__ import annotations


def category_key(name: str) -> str:
    """How a category is looked up: capitals and spaces are no difference."""
    return " ".join(name.casefold().split())

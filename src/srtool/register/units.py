"""What the amounts of a register are counted in, and how that is known."""

from __future__ import annotations

from typing import Literal

AmountUnit = Literal["euro", "thousands", "millions"]
FACTORS: dict[AmountUnit, int] = {"euro": 1, "thousands": 1000, "millions": 1_000_000}
"""Euros in one of each unit."""
IN_EURO = "srtool-amounts-in-euro"
"""The document property of a workbook of which srtool itself wrote the amounts: they are in euro as they stand."""
UnitOrigin = Literal["stated", "assumed", "doubtful"]
"""The sheet says that it is thousands, the user assumes what it is, or it looks like thousands and must be asked."""

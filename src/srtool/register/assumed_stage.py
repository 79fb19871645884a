"""What the user may say that contracts without a status are."""

from __future__ import annotations

from typing import Literal

Stage = Literal["draft", "tendered", "running", "both"]
"""both: their supplier and days tell."""

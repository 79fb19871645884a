"""The document properties by which a workbook for a supplier is recognised."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from srtool.register.suppliers import SUPPLIER_MARK


def marks(workbook: Any) -> Mapping[str, str]:  # noqa: ANN401 - the stubs of openpyxl lack these properties
    """Each property of our own or another's, as text; empty ones are left out."""
    return {prop.name: str(prop.value) for prop in workbook.custom_doc_props.props if prop.value}


def is_for_supplier(workbook: Any) -> bool:  # noqa: ANN401 - idem
    """Whether it was made for a supplier to fill in."""
    return SUPPLIER_MARK in marks(workbook)

"""Every sentence of srtool, in Dutch and English; the files beside this one are data.

`checks` holds the findings, `problems` the input errors and remarks, `words` the headings and values of a register,
`fields` what each field means, `draft` the register that `init` writes, `cli` what the commands say, `bundle` what
bundles say, `monitor` what the monitor says, `report` what stands in the overview workbook, `supplier` what suppliers
read, `value` what the worth of an effort and the difference of rule sets say, `explain` the longer story of each check.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

Lang = Literal["nl", "en"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)


@cache
def load(lang: Lang, part: str) -> dict[str, Any]:
    """One file of sentences, such as `checks` in Dutch."""
    return tomllib.loads((Path(__file__).parent / lang / f"{part}.toml").read_text(encoding="utf-8"))

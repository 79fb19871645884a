"""The two commands of the README that the gate runs stand there as it looks for them."""

from __future__ import annotations

import re

import pytest

from tests.support.pages import README


@pytest.mark.parametrize(("name", "start"), [("run", "python3 -m venv .venv && "), ("test", ".venv/bin/pip install ")])
def test_a_command_of_the_gate_is_one_line_between_its_markers(name: str, start: str) -> None:
    text = README.read_text(encoding="utf-8")
    (command,) = re.findall(rf"^<!-- {name} -->\n```\n(.*)\n```\n<!-- end -->$", text, re.MULTILINE)
    assert command.startswith(start)


def test_powershell_has_a_block_of_its_own_in_which_every_path_is_one_of_windows() -> None:
    (block,) = re.findall(r"^```powershell\n(.*?)```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    lines = block.splitlines()
    assert [line.split()[0] for line in lines] == ["py", r".\.venv\Scripts\python.exe", "Set-Alias", "srtool"]
    assert "/" not in block
    assert not re.search(r"&&|\bActivate|Invoke-", block)  # what a locked or an old PowerShell refuses

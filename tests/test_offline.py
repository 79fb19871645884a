"""The zip for a computer without network: what is in it, and that it installs where there is none."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from tools import offline

from tests.support.paths import EXAMPLES, ROOT

WHOLE = pytest.mark.skipif(
    os.environ.get("SRTOOL_OFFLINE") != "1",
    reason="downloads every wheel: SRTOOL_OFFLINE=1 pytest tests/test_offline.py",
)


def _wheel(folder: Path, name: str, *requirements: str) -> Path:
    path = folder / f"{name}-1.0-py3-none-any.whl"
    asked = "".join(f"Requires-Dist: {requirement}\n" for requirement in requirements)
    with ZipFile(path, "w") as archive:
        archive.writestr(f"{name}-1.0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {name}\n{asked}\n")
    return path


def test_what_only_the_other_platform_needs_is_found_in_the_wheels(tmp_path: Path) -> None:
    _wheel(tmp_path, "typer", 'colorama>=0.4; platform_system == "Windows"', "rich>=14", 'tzdata; extra == "timezone"')
    _wheel(tmp_path, "rich")
    wheels = list(tmp_path.glob("*.whl"))
    assert offline.needed(wheels, "win_amd64", "3.12") == ["colorama>=0.4"]
    assert offline.needed(wheels, "linux_x86_64", "3.12") == []
    _wheel(tmp_path, "colorama")
    assert offline.needed(tmp_path.glob("*.whl"), "win_amd64", "3.12") == []


def test_a_condition_on_the_version_of_python_is_that_of_the_zip(tmp_path: Path) -> None:
    _wheel(tmp_path, "old", 'tomli; python_version < "3.12"')
    assert offline.needed(tmp_path.glob("*.whl"), "linux_x86_64", "3.11") == ["tomli"]
    assert offline.needed(tmp_path.glob("*.whl"), "linux_x86_64", "3.12") == []


def test_the_scripts_for_windows_have_its_line_ends_and_nothing_is_left_to_fill_in() -> None:
    windows = offline.texts("win_amd64", "1.0", "3.12")
    assert set(windows) == {"LEESMIJ.txt", "installeer.cmd", "srtool-overzicht.cmd"}
    for text in windows.values():
        assert "\n" not in text.replace("\r\n", "")
        assert "$" not in text
    script = windows["installeer.cmd"]
    assert "py -3.12" in script
    assert "--no-index --find-links" in script
    assert "%LOCALAPPDATA%\\srtool" in script
    assert len(windows["LEESMIJ.txt"].splitlines()) == 10
    linux = offline.texts("linux_x86_64", "1.0", "3.11")
    assert "\r" not in linux["install.sh"]
    assert subprocess.run(["bash", "-n"], input=linux["install.sh"], text=True, check=False).returncode == 0


def test_the_zip_lists_the_sum_of_every_wheel_and_is_the_same_each_time(tmp_path: Path) -> None:
    wheels = [_wheel(tmp_path, "typer"), _wheel(tmp_path, "rich")]
    for name in ("a.zip", "b.zip"):
        offline.packed(tmp_path / name, "srtool", wheels, offline.texts("linux_x86_64", "1.0", "3.11"))
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with ZipFile(tmp_path / "a.zip") as archive:
        sums = archive.read("srtool/SHA256SUMS").decode().splitlines()
        assert re.fullmatch(r"[0-9a-f]{64}  wheels/typer-1\.0-py3-none-any\.whl", sums[0])
        assert archive.getinfo("srtool/install.sh").external_attr >> 16 == 0o755


@WHOLE
def test_the_zip_for_windows_holds_a_wheel_for_everything(tmp_path: Path) -> None:
    made = offline.made("win_amd64", "3.12", tmp_path)
    with ZipFile(made) as archive:
        archive.extractall(tmp_path)
    wheels = sorted((tmp_path / made.stem / "wheels").glob("*.whl"))
    assert offline.needed(wheels, "win_amd64", "3.12") == []
    names = {wheel.name.split("-")[0] for wheel in wheels}
    assert {"srtool", "typer", "rich", "openpyxl", "pydantic_core", "python_calamine", "colorama"} <= names
    assert all(re.search(r"-(any|win_amd64)\.whl$", wheel.name) for wheel in wheels)


@WHOLE
def test_a_wheel_holds_the_rule_sets_and_the_texts(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True)
    with ZipFile(next(tmp_path.glob("*.whl"))) as archive:
        inside = {name.removeprefix("srtool/") for name in archive.namelist()}
    source = ROOT / "src" / "srtool"
    data = {str(path.relative_to(source)) for path in source.rglob("*.toml")}
    assert data - inside == set()


@WHOLE
def test_it_installs_and_checks_without_a_network(tmp_path: Path) -> None:
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-n", "true"], check=False).returncode:
        pytest.skip("a network namespace needs rights that are not here")
    made = offline.made("linux_x86_64", f"3.{sys.version_info.minor}", tmp_path)
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "PIP_CONFIG_FILE": os.devnull}
    shutil.unpack_archive(made, tmp_path)
    for command in (
        ["bash", str(tmp_path / made.stem / "install.sh")],
        [str(home / ".local/share/srtool/bin/srtool"), "check", str(EXAMPLES / "register.toml"), "--fail-on", "never"],
    ):
        run = subprocess.run(["unshare", "-n", *command], env=environment, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr

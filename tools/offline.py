"""Makes one zip with which srtool is installed on a computer without network and without rights.

python tools/offline.py --platform win_amd64 --python 3.12 [--out FOLDER]

In it: the wheel of srtool, every wheel that it needs for that platform, their SHA-256, a script that installs them in
the user's own folder, and a page to read first. Wheels are downloaded with the ordinary client; only srtool itself is
built, which is the same on each platform. The client decides by the computer it runs on which conditional packages are
needed (colorama on Windows), so what the platform of the zip needs besides is looked up in the wheels and fetched too.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from email import message_from_bytes
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

try:
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name
except ImportError as error:
    raise SystemExit("This needs the package packaging: python -m pip install packaging") from error

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
PLATFORMS: Mapping[str, tuple[str, ...]] = {
    "win_amd64": ("win_amd64",),
    "linux_x86_64": ("manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_28_x86_64"),
}
"""What a zip is made for, and the tags of the wheels that run there."""
_ENVIRONMENTS: Mapping[str, dict[str, str]] = {
    "win_amd64": {"platform_system": "Windows", "sys_platform": "win32", "os_name": "nt", "platform_machine": "AMD64"},
    "linux_x86_64": {
        "platform_system": "Linux",
        "sys_platform": "linux",
        "os_name": "posix",
        "platform_machine": "x86_64",
    },
}
_FILES: Mapping[str, tuple[str, ...]] = {
    "win_amd64": ("LEESMIJ.txt", "installeer.cmd", "srtool-overzicht.cmd"),
    "linux_x86_64": ("LEESMIJ.txt", "install.sh"),
}
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MAY_RUN = 0o755 << 16
_READABLE = 0o644 << 16
_SUMS = "SHA256SUMS"


def main(arguments: Sequence[str] | None = None) -> None:
    """Makes the zip and says where it is."""
    typed = asked(arguments)
    print(made(typed.platform, typed.python, typed.out))


def asked(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What was typed: platform, version of Python and folder; SystemExit where one of them is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--platform", choices=sorted(PLATFORMS), required=True)
    parser.add_argument("--python", default=f"{sys.version_info.major}.{sys.version_info.minor}", metavar="3.12")
    parser.add_argument("--out", type=Path, default=Path.cwd(), metavar="FOLDER")
    typed = parser.parse_args(arguments)
    if not re.fullmatch(r"3\.[0-9]{2}", typed.python):
        parser.error("--python: 3.11, 3.12 or later")
    return typed


def made(platform: str, python: str, out: Path) -> Path:
    """The zip for this platform and Python, in a folder; CalledProcessError where a wheel is not to be had."""
    with TemporaryDirectory() as folder:
        wheels = Path(folder)
        _pip("wheel", "--quiet", "--no-deps", "--wheel-dir", folder, str(PROJECT))
        own = next(wheels.glob("srtool-*.whl"))
        _download(platform, python, folder, [str(own)])
        while missing := needed(wheels.glob("*.whl"), platform, python):
            _download(platform, python, folder, ["--no-deps", *missing])
        version = own.name.split("-")[1]
        name = f"srtool-{version}-{platform}-python{python}"
        target = out / f"{name}.zip"
        out.mkdir(parents=True, exist_ok=True)
        packed(target, name, sorted(wheels.glob("*.whl")), texts(platform, version, python))
    return target


def needed(wheels: Iterable[Path], platform: str, python: str) -> list[str]:
    """What these wheels ask for on that platform and is not among them."""
    environment = {
        **_ENVIRONMENTS[platform],
        "python_version": python,
        "python_full_version": f"{python}.0",
        "extra": "",
    }
    present, asked = set(), {}
    for wheel in wheels:
        present.add(canonicalize_name(wheel.name.split("-")[0]))
        for requirement in _requirements(wheel):
            if requirement.marker is None or requirement.marker.evaluate(environment):
                asked[canonicalize_name(requirement.name)] = f"{requirement.name}{requirement.specifier}"
    return [text for name, text in sorted(asked.items()) if name not in present]


def _requirements(wheel: Path) -> list[Requirement]:
    with ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        fields = message_from_bytes(archive.read(metadata))
    return [Requirement(text) for text in fields.get_all("Requires-Dist", [])]


def texts(platform: str, version: str, python: str) -> dict[str, str]:
    """The scripts and the page to read first, filled in; those for Windows with its line ends."""
    values = {"version": version, "python": python, "platform": platform}
    every = {name: Template((HERE / "offline_files" / name).read_text(encoding="utf-8")) for name in _FILES[platform]}
    filled = {name: template.substitute(values) for name, template in every.items()}
    is_windows = platform.startswith("win")
    return {name: text.replace("\n", "\r\n") if is_windows else text for name, text in filled.items()}


def packed(target: Path, name: str, wheels: Iterable[Path], filled: Mapping[str, str]) -> None:
    """Writes the zip: the wheels with their SHA-256, and the scripts; the same contents give the same bytes."""
    sums = []
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for wheel in wheels:
            content = wheel.read_bytes()
            sums.append(f"{hashlib.sha256(content).hexdigest()}  wheels/{wheel.name}\n")
            archive.writestr(_entry(f"{name}/wheels/{wheel.name}"), content, ZIP_STORED)
        archive.writestr(_entry(f"{name}/{_SUMS}"), "".join(sums))
        for file, text in filled.items():
            archive.writestr(_entry(f"{name}/{file}"), text)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.external_attr = _MAY_RUN if name.endswith(".sh") else _READABLE
    entry.compress_type = ZIP_DEFLATED
    return entry


def _download(platform: str, python: str, folder: str, what: Sequence[str]) -> None:
    tags = [part for tag in PLATFORMS[platform] for part in ("--platform", tag)]
    _pip(
        *("download", "--quiet", "--dest", folder, "--only-binary", ":all:", "--implementation", "cp"),
        *("--python-version", python, *tags, *what),
    )


def _pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", *arguments], check=True)


if __name__ == "__main__":
    main()

"""What a run keeps on the way: readable by the user only, gone with the run or else with the next one."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from stat import S_IMODE

import pytest

from srtool.cli import locks
from srtool.cli.output import File, write_whole
from srtool.cli.temporary import temporary_files
from srtool.errors import OutputError
from tests.support.program import printed

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="who may read a folder is another thing there")


@pytest.fixture(autouse=True)
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary folder of the system."""
    folder = tmp_path / "shared"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def everything(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@POSIX
def test_all_is_in_one_folder_of_the_user(shared: Path) -> None:
    with temporary_files():
        Path(tempfile.mkdtemp(), "register.xml").touch()
        (home,) = shared.iterdir()
        assert S_IMODE(home.stat().st_mode) == 0o700
        assert all(home in path.parents for path in everything(shared))
        assert len(everything(shared)) == 2
    assert everything(shared) == []
    assert tempfile.tempdir == str(shared)


def test_the_next_run_clears_what_was_left(shared: Path) -> None:
    with temporary_files():
        (home,) = shared.iterdir()
    left = home / "killed"
    left.mkdir()
    (left / "in-use").touch()
    (left / "sheet.xml").write_text("register", encoding="utf-8")
    with temporary_files():
        assert not left.exists()


@POSIX
def test_another_run_keeps_its_files(shared: Path) -> None:
    with temporary_files():
        Path(tempfile.mkdtemp(), "register.xml").touch()
        others = everything(shared)
        tempfile.tempdir, own = str(shared), tempfile.tempdir
        with temporary_files():
            assert set(others) <= set(everything(shared))
        assert everything(shared) == others
        tempfile.tempdir = own


@POSIX
@pytest.mark.parametrize("mode", [0o755, 0o777])
def test_a_folder_that_others_may_enter_is_not_used(shared: Path, mode: int) -> None:
    with temporary_files():
        (home,) = shared.iterdir()
    home.chmod(mode)
    with temporary_files():
        assert Path(tempfile.gettempdir()).parent == shared
    home.chmod(0o700)


@POSIX
def test_a_link_in_its_place_is_not_followed(shared: Path, tmp_path: Path) -> None:
    with temporary_files():
        (home,) = shared.iterdir()
    home.rmdir()
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "run").mkdir(parents=True)
    (elsewhere / "run" / "in-use").touch()
    home.symlink_to(elsewhere)
    with temporary_files():
        assert everything(elsewhere) == [elsewhere / "run" / "in-use"]


def test_without_a_folder_there_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    ran = printed(["init", str(tmp_path / "a.toml")])
    assert (ran.code, "folder for temporary files cannot be written" in ran.stderr) == (2, True)


def test_only_what_was_read_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "register.toml"
    path.write_bytes(b"of another run")
    with pytest.raises(OutputError) as told:
        write_whole(File(path, force=True, was=b"as it was"), [b"mine"])
    assert [problem.code for problem in told.value.problems] == ["register_changed_meanwhile"]
    assert path.read_bytes() == b"of another run"
    write_whole(File(path, force=True, was=b"of another run"), [b"mine"])
    assert path.read_bytes() == b"mine"
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


@POSIX
def test_a_lock_ends_with_its_file(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with path.open("wb") as lock:
        locks.hold(lock)
        assert locks.is_held(path)
    assert not locks.is_held(path)

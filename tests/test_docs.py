"""The manual tells the truth: its commands are run, its sessions are what is printed, its links lead somewhere."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from shutil import copytree

import pytest
from tools import offline

from srtool.cli.commands import COMMANDS
from srtool.texts import LANGUAGES
from tests.support import pages
from tests.support.pages import CUT, DOCS, PAGES, README
from tests.support.paths import EXAMPLES, ROOT
from tests.support.program import Printed, printed

NAMES = {page: str(page.relative_to(ROOT)) for page in PAGES}
BY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: NAMES[page])


def _run(command: str, page: Path) -> Printed:
    arguments = shlex.split(command, comments=True)[1:]
    result = printed(arguments, lang=pages.language_of(page))
    assert result.code in {0, 1}, f"{command}\n{result.stderr}"
    if "--out" in arguments:
        assert Path(arguments[arguments.index("--out") + 1]).exists(), command
    else:
        assert result.stdout or result.stderr, command
    return result


def _session(block: pages.Block, answer: str) -> str:
    """The block as it must be: as much of the answer as it shows."""
    command, *shown = block.body.splitlines()
    lines = [line.rstrip() for line in answer.splitlines()]
    if shown and shown[-1] == CUT:
        lines = [*lines[: len(shown) - 1], CUT]
    return "\n".join([command, *lines]) + "\n"


@BY_PAGE
def test_every_command_runs_and_every_session_is_what_it_prints(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """In a folder with the examples, in the order of the page; what one makes the next may read."""
    folder = Path(copytree(EXAMPLES, tmp_path / "examples"))
    monkeypatch.chdir(folder)
    text = page.read_text(encoding="utf-8")
    for block in pages.blocks(text):
        if (name := pages.saved_as(block)) is not None:
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(block.body, encoding="utf-8")
        for command in pages.typed_lines(block):
            answer = _run(command, page).stdout
            if pages.is_session(block):
                expected = _session(block, answer)
                if request.config.getoption("--update-golden"):
                    written = page.read_text(encoding="utf-8")
                    page.write_text(written.replace(block.body, expected), encoding="utf-8")
                else:
                    assert block.body == expected


@BY_PAGE
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in pages.links(page.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            assert link.startswith("https://"), link
            continue
        name, _, anchor = link.partition("#")
        target = (page.parent / name).resolve() if name else page
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        if anchor:
            assert anchor in pages.anchors(target.read_text(encoding="utf-8")), link


@BY_PAGE
def test_every_block_of_toml_can_be_read(page: Path) -> None:
    for block in pages.blocks(page.read_text(encoding="utf-8")):
        if block.kind == "toml":
            assert tomllib.loads(block.body)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_in_the_contents(lang: str) -> None:
    contents = DOCS / lang / "README.md"
    listed = {link.partition("#")[0] for link in pages.links(contents.read_text(encoding="utf-8"))}
    assert {path.name for path in contents.parent.glob("*.md")} - {"README.md"} <= listed


def _shape(page: Path) -> list[object]:
    """What the two languages of a page must have in common: sections, and the commands with their options."""
    text = page.read_text(encoding="utf-8")
    commands = [
        [shlex.split(line, comments=True)[1], *re.findall(r" (--[a-z-]+)", line)]
        for block in pages.blocks(text)
        for line in pages.typed_lines(block)
    ]
    return [len(re.findall(r"^## ", pages.without_blocks(text), re.MULTILINE)), commands]


def _pairs() -> list[tuple[Path, Path]]:
    """Each Dutch page with the English page that stands in the same place of the contents."""
    here, there = (
        [link for link in pages.links((DOCS / lang / "README.md").read_text(encoding="utf-8")) if link.endswith(".md")]
        for lang in LANGUAGES
    )
    return [
        (DOCS / "nl" / dutch, DOCS / "en" / english)
        for dutch, english in zip(here, there, strict=True)
        if "/" not in dutch
    ]


@pytest.mark.parametrize(("dutch", "english"), _pairs(), ids=lambda page: page.stem)
def test_both_languages_tell_the_same(dutch: Path, english: Path) -> None:
    assert _shape(dutch) == _shape(english)


@BY_PAGE
def test_every_option_that_is_named_is_there(page: Path) -> None:
    known = {option for name in _command_names() for option in _options(name)} | _options("")
    named = set(re.findall(r"`(?:[^`]* )?(--[a-z][a-z-]+)", pages.without_blocks(page.read_text(encoding="utf-8"))))
    assert named - known - {"--quiet"} == set()


@BY_PAGE
def test_a_command_within_a_sentence_has_the_options_that_it_is_given(page: Path) -> None:
    names = {*_command_names(), ""}
    for typed in re.findall(r"`srtool ([^`]+)`", pages.without_blocks(page.read_text(encoding="utf-8"))):
        words = typed.split()
        first = [] if words[0].startswith("-") else words[: 2 if words[0] == "rulesets" else 1]
        name = " ".join(first)
        assert name in names, typed
        assert {word for word in words if word.startswith("--")} <= _options(name), typed


def _command_names() -> list[str]:
    return [row.name for row in COMMANDS]


def _options(command: str) -> set[str]:
    return set(re.findall(r"--[a-z][a-z-]+", printed([*command.split(), "--help"], columns=200).stdout))


def test_the_readme_is_short_and_begins_in_dutch() -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 150
    first_screen = "\n".join(lines[:24])
    assert "contracten" in first_screen
    assert "docs/nl/README.md" in first_screen


def test_each_example_is_named_in_the_manual_and_checked_without_complaint() -> None:
    everything = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    for path in sorted(EXAMPLES.iterdir()):
        if path.suffix in {".toml", ".xlsx", ".docx", ".md"}:
            assert path.name in everything, path
        if path.suffix in {".toml", ".xlsx"}:
            assert printed(["check", str(path), "--fail-on", "never"]).code == 0


@BY_PAGE
def test_a_script_is_called_with_what_it_takes(page: Path) -> None:
    for block in pages.blocks(page.read_text(encoding="utf-8")):
        for line in block.body.splitlines() if block.kind == "sh" else ():
            python, script, *arguments = shlex.split(line)
            assert (python, script) == (".venv/bin/python", "tools/offline.py")
            assert offline.asked(arguments).platform in offline.PLATFORMS


def test_nothing_asks_for_more_than_markdown() -> None:
    for page in PAGES:
        text = pages.without_blocks(page.read_text(encoding="utf-8"))
        assert not re.search(r"^(:::|!!! |\{%)|<(div|details|img|br)\b", text, re.MULTILINE), page

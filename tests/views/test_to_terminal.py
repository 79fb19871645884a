from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from srtool.finding import Report
from srtool.texts import LANGUAGES, Lang
from srtool.views import to_terminal
from srtool.views.lines import Line, clean, plain, wrapped

Golden = Callable[[str, str], None]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def text(report: Report, lang: Lang, width: int = 100, *, why: bool = False, quiet: bool = False) -> str:
    lines = to_terminal.check(report, lang, why=why, quiet=quiet, width=width)
    return "".join(plain(line) + "\n" for line in lines)


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_contract(golden: Golden, one: Report, lang: Lang, width: int) -> None:
    golden(f"check-one-{lang}-{width}.txt", text(one, lang, width))


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_register(golden: Golden, many: Callable[[int], Report], lang: Lang, width: int) -> None:
    golden(f"check-register-{lang}-{width}.txt", text(many(3), lang, width))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_why_explains_every_number(golden: Golden, one: Report, lang: Lang) -> None:
    golden(f"check-why-{lang}.txt", text(one, lang, why=True))


def test_contracts_with_errors_come_first_and_the_rest_is_counted(many: Callable[[int], Report]) -> None:
    shown = text(many(60), "nl").splitlines()
    assert [line.split()[0] for line in shown[3:6]] == ["C59", "C0", "C1"]
    assert "… en 10 andere; --format csv geeft alles" in shown
    assert "60 contracten" in shown[-3]


def test_checks_without_data_are_one_line(many: Callable[[int], Report]) -> None:
    assert "SR102 (Loonsom, CPV-code)" in text(many(2), "nl", 200)


def test_quiet_leaves_out_notices(one: Report) -> None:
    assert "SR308" in text(one, "nl")
    assert "SR308" not in text(one, "nl", quiet=True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_only_characters_of_the_windows_code_page(one: Report, lang: Lang) -> None:
    text(one, lang, why=True).encode("cp1252")


@pytest.mark.parametrize("width", [40, 60, 80])
def test_no_line_is_wider_than_the_terminal(one: Report, width: int) -> None:
    wide = [line for line in text(one, "nl", width, why=True).splitlines() if len(line) > width]
    assert all(len(max(line.split(), key=len)) > width - 32 for line in wide)


def test_an_amount_stays_with_its_euro_sign() -> None:
    lines = [plain(line) for line in wrapped([Line("De streefwaarde is hier € 15.000,00.")], 24)]
    assert lines == ["De streefwaarde is hier", "€ 15.000,00."]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("\x1b[31mrood\x1b[0m", "?rood?"),
        ("\x1b]8;;https://x\x07klik", "?klik"),
        ("een\ntwee\tdrie", "een twee drie"),
        ("\u202egnp.exe", "?gnp.exe"),
        ("bel\x07", "bel?"),
    ],
)
def test_nothing_in_a_register_steers_the_terminal(given: str, expected: str) -> None:
    assert clean(given) == expected


def test_a_title_cannot_colour_the_report(one: Report) -> None:
    hostile = replace(one, contracts=(replace(one.contracts[0], title="\x1b[2Jweg"),))
    assert "\x1b" not in text(hostile, "nl", why=True)


def test_a_terminal_and_a_pipe_show_the_same_words(one: Report) -> None:
    lines = to_terminal.check(one, "nl", why=False, quiet=False, width=100)
    pipe, terminal = io.StringIO(), Terminal()
    to_terminal.show(lines, pipe)
    to_terminal.show(lines, terminal)
    assert "\x1b[" in terminal.getvalue()
    assert re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue()) == pipe.getvalue()


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_can_be_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert not to_terminal.coloured(Terminal())

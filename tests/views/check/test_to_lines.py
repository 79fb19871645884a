from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from srtool.finding import Answer, Derived, Level, Outcome, Owner, Report, Step, Unit
from srtool.rules.ruleset import Threshold
from srtool.texts import LANGUAGES, Lang
from srtool.views.check import to_csv, to_lines
from srtool.views.check.check_options import CheckOptions, Demand
from srtool.views.shared import terminal as terminal_view
from srtool.views.shared.lines import Line, clean, plain, wrapped

Golden = Callable[[str, str], None]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def text(report: Report, lang: Lang, width: int = 100, *, why: bool = False, quiet: bool = False) -> str:
    return said(report, lang, CheckOptions(width=width, why=why, quiet=quiet))


def said(report: Report, lang: Lang, how: CheckOptions) -> str:
    lines = to_lines.check(report, lang, how)
    return "".join(plain(line) + "\n" for line in lines)


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_contract(golden: Golden, one: Report, lang: Lang, width: int) -> None:
    golden(f"check-one-{lang}-{width}.txt", text(one, lang, width))


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_register(golden: Golden, many: Callable[[int], Report], lang: Lang, width: int) -> None:
    golden(f"check-register-{lang}-{width}.txt", text(many(3), lang, width))


def test_contracts_with_errors_come_first_and_the_rest_is_counted(many: Callable[[int], Report]) -> None:
    shown = text(many(60), "nl").splitlines()
    assert [line.split()[0] for line in shown[3:6]] == ["C59", "C0", "C1"]
    assert "… en 10 andere; --format csv geeft alles" in shown
    assert "60 contracten" in " ".join(shown[-4:])


def test_checks_without_data_are_one_line(many: Callable[[int], Report]) -> None:
    assert "Loonsom, CPV-code (SR102)" in text(many(2), "nl", 200)


@pytest.mark.parametrize(("lang", "words"), [("en", "Inferred from: Interview"), ("nl", "Afgeleid uit: Interview")])
def test_a_ground_that_is_inferred_is_shown_as_such(one: Report, lang: Lang, words: str) -> None:
    inferred = replace(one, findings=(replace(one.findings[1], inferred=True),))
    assert words in text(inferred, lang)
    assert words in to_csv.check(inferred, lang)
    assert words not in text(one, lang)


def test_quiet_leaves_out_notices(one: Report) -> None:
    assert "SR308" in text(one, "nl")
    assert "SR308" not in text(one, "nl", quiet=True)


def test_quiet_leaves_no_question_out(one: Report) -> None:
    open_question = replace(one.findings[3], outcome=Outcome.UNDECIDED)
    assert open_question.level is Level.NOTICE
    assert open_question.code in text(replace(one, findings=(open_question,)), "nl", quiet=True)


def test_quiet_counts_what_it_shows(one: Report) -> None:
    shown = text(one, "nl", quiet=True)
    assert "melding" not in shown.replace("1 melding niet getoond", "")
    assert "1 fout, 1 vraag" in shown
    assert "1 melding niet getoond" in shown
    assert "niet getoond" not in text(one, "nl")


@pytest.mark.parametrize(("status", "count"), [("awarded", 1), ("running", 1), ("ended", 1), ("draft", 0)])
def test_what_is_not_checked_after_the_award_is_said(one: Report, status: str, count: int) -> None:
    awarded = replace(one, contracts=(replace(one.contracts[0], status=status),))
    shown = said(awarded, "nl", CheckOptions(width=200, before_award=("SR201", "SR207", "SR301", "SR401", "SR402")))
    line = "1 contract is al gegund; daar niet getoetst: SR201-SR207 (de vraag), SR301 (de voorbereiding), SR401-SR402"
    assert shown.count(line) == count


def test_nothing_is_said_of_the_award_when_those_checks_were_not_chosen(one: Report) -> None:
    awarded = replace(one, contracts=(replace(one.contracts[0], status="running"),))
    assert "gegund" not in said(awarded, "nl", CheckOptions(before_award=()))


def test_a_policy_without_a_fixed_amount_says_so(one: Report) -> None:
    tailored = replace(one, contracts=(replace(one.contracts[0], norm_obligation=None, rule_set="op-maat"),))
    assert "Streefwaarde nog niet te bepalen" in text(tailored, "nl")
    shown = said(tailored, "nl", CheckOptions(agreed=frozenset({"op-maat"})))
    assert "Streefwaarde: geen vast bedrag" in shown
    assert "nog niet te bepalen" not in shown


def test_a_percentage_without_a_base_is_shown(one: Report, many: Callable[[int], Report]) -> None:
    bare = replace(one.contracts[0], asked_obligation=None, asked_basis=None)
    assert "gevraagd 5%, grondslag niet vermeld" in text(replace(one, contracts=(bare,)), "nl").replace("\n", " ")
    several = many(2)
    table = text(replace(several, contracts=(replace(bare, id="C0"), several.contracts[1])), "nl").splitlines()
    row = next(line for line in table if line.startswith("C0 "))
    assert "5%" in row
    assert "  -  " not in row


@pytest.mark.parametrize(
    ("demand", "line", "cell"),
    [
        (Demand("people", 3), "gevraagd: 3 personen", "3 personen"),
        (Demand("people", 1), "gevraagd: 1 persoon", "1 persoon"),
        (Demand("hours", 0, Decimal(400)), "gevraagd: 400 uur", "400 uur"),
        (Demand("people", 2, Decimal("62.5")), "gevraagd: 2 personen, 62,5 uur", "2 personen, 62,5 uur"),
        (Demand("growth"), "gevraagd: een groeipad, bedrag nog niet te bepalen", "-"),
        (Demand("bare"), "gevraagd, zonder bedrag", "-"),
        (Demand("nothing"), "niet gevraagd", "-"),
        (Demand("silent"), "over social return niets vermeld", "-"),
        (None, "gevraagd: geen bedrag bekend", "-"),
    ],
)
def test_what_is_asked_without_an_amount_is_said(
    one: Report, many: Callable[[int], Report], demand: Demand | None, line: str, cell: str
) -> None:
    bare = replace(one.contracts[0], asked_obligation=None, asked_basis=None, asked_percent=None)
    how = CheckOptions(width=200, demands={} if demand is None else {"A": demand})
    assert f" · {line}." in said(replace(one, contracts=(bare,)), "nl", how)
    table = said(replace(one, contracts=(bare, many(2).contracts[1])), "nl", how).splitlines()
    assert next(row for row in table if row.startswith("A ")).split("  ")[-2].strip() == cell


def test_silence_is_not_said_of_what_is_out_of_scope(one: Report) -> None:
    outside = replace(one.contracts[0], applies=Answer.NO, asked_obligation=None, asked_basis=None, asked_percent=None)
    shown = said(replace(one, contracts=(outside,)), "nl", CheckOptions(demands={"A": Demand("silent")}))
    assert "vermeld" not in shown


@pytest.mark.parametrize("width", [60, 100])
def test_a_call_off_is_marked_and_has_no_figures_of_its_own(many: Callable[[int], Report], width: int) -> None:
    report = many(2)
    bare = replace(report.contracts[0], counted=False, norm_obligation=None, asked_obligation=None)
    how = CheckOptions(width=width, demands={"C0": Demand("people", 3)})
    shown = said(replace(report, contracts=(bare, report.contracts[1])), "en", how)
    assert "applies, call-off" in next(line for line in shown.splitlines() if line.startswith("C0 "))
    assert "3 people" not in shown
    assert "not yet known" not in shown


def test_checks_that_were_not_done_are_no_questions(many: Callable[[int], Report]) -> None:
    assert "1 question, 1 check not done" in " ".join(text(many(2), "en").split())


def test_what_was_not_checked_in_one_of_several_files_names_that_file(many: Callable[[int], Report]) -> None:
    report = many(2)
    inputs = (("register.xlsx", "ab"), ("tweede.xlsx", "cd"))
    shown = text(replace(report, receipt=replace(report.receipt, inputs=inputs)), "nl", 200)
    assert "Niet getoetst in register.xlsx, omdat deze kolommen daar ontbreken: Loonsom, CPV-code (SR102)." in shown
    assert "het hele register" not in shown


@pytest.mark.parametrize("count", [2, 3])
def test_how_many_other_files_there_are_is_counted_in_words(one: Report, count: int) -> None:
    inputs = tuple((f"{n}.toml", "ab") for n in range(count))
    shown = text(replace(one, receipt=replace(one.receipt, inputs=inputs)), "en")
    assert {2: "0.toml and 1 other ·", 3: "0.toml and 2 others ·"}[count] in shown


def test_a_sentence_begins_with_a_capital(one: Report) -> None:
    shown = text(replace(one, findings=()), "en")
    assert ". No findings." in shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_only_characters_of_the_windows_code_page(one: Report, lang: Lang) -> None:
    text(one, lang, why=True).encode("cp1252")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(one: Report, many: Callable[[int], Report], width: int, lang: Lang) -> None:
    long = "een-lange-naam-van-een-register.toml: contracts[10].social_return.report_every_months"
    heavy = tuple(replace(finding, place=long, level=Level.WARNING) for finding in one.findings)
    for report in (replace(one, findings=heavy), many(60)):
        shown = text(report, lang, width, why=True)
        assert [line for line in shown.splitlines() if len(line) > width] == []


def test_a_narrow_terminal_leaves_room_for_the_text() -> None:
    lines = [plain(line) for line in wrapped([Line("Waar: register.toml: contracts[0].client", "", 25)], 40)]
    assert lines == ["        Waar: register.toml:", "        contracts[0].client"]


def test_a_web_address_stays_whole() -> None:
    address = "https://voorbeeld.nl/een/heel/lang/adres"
    assert address in [plain(line) for line in wrapped([Line(f"Zie {address}")], 24)]


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
    lines = to_lines.check(one, "nl", CheckOptions())
    pipe, terminal = io.StringIO(), Terminal()
    terminal_view.show(lines, pipe)
    terminal_view.show(lines, terminal)
    assert "\x1b[" in terminal.getvalue()
    assert re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue()) == pipe.getvalue()


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colour_can_be_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert not terminal_view.coloured(Terminal())


def test_an_estimated_wage_sum_is_called_so(one: Report, many: Callable[[int], Report]) -> None:
    guess = replace(one.contracts[0], wage_sum_origin="estimated", by_estimate=True)
    assert "De loonsom is geschat op € 300.000,00." in text(replace(one, contracts=(guess,)), "nl", 200)
    assert "geschat" not in text(one, "nl", 200)
    several = replace(one, contracts=(guess, many(2).contracts[1]))
    for width in (60, 100):
        assert "van toepassing (geschat)" in text(several, "nl", width)
        assert "applies (estimated)" in text(several, "en", width)
    call_off = replace(one, contracts=(replace(guess, counted=False, by_estimate=False),))
    assert "geschat" not in text(call_off, "nl", 200)


def other_reading(one: Report) -> Report:
    """The contract under a reading that gives another answer."""
    reading = Threshold(
        id="at-least",
        source=("INT",),
        certainty="stated",
        since=date(2011, 7, 1),
        kinds=("services",),
        basis="wage_sum",
        operator="at_least",
        amount=Decimal("250000.00"),
    )
    step = Step("reading_yes", (reading,), Unit.READINGS, Derived("other readings"))
    finding = replace(
        one.findings[0],
        code="SR104",
        outcome=Outcome.NOT_APPLICABLE,
        level=Level.NOTICE,
        owner=Owner.BUYER,
        says="no_threshold",
        also=("reading_yes",),
        steps=(step,),
    )
    contract = replace(one.contracts[0], applies=Answer.NO)
    return replace(one, contracts=(contract,), findings=(finding,))


SENTENCE = "Volgens een andere lezing van het beleid zou social return wel van toepassing zijn: loonsom van ten minste"


def test_another_reading_stands_beside_the_verdict(one: Report) -> None:
    lines = text(other_reading(one), "nl", 300).splitlines()
    assert any(line.startswith(SENTENCE) for line in lines[3:6])
    assert SENTENCE in text(other_reading(one), "nl", 300, quiet=True)


def test_another_reading_of_several_contracts_is_told_once(one: Report) -> None:
    report = other_reading(one)
    contracts = tuple(replace(report.contracts[0], id=name) for name in "ABC")
    findings = tuple(replace(report.findings[0], contract=name) for name in "AC")
    shown = text(replace(report, contracts=contracts, findings=findings), "nl", 300)
    assert shown.count(SENTENCE) == 1
    assert f"A, C: {SENTENCE}" in shown


def test_another_reading_is_not_told_twice(one: Report) -> None:
    report = other_reading(one)
    undecided = replace(report, findings=(replace(report.findings[0], outcome=Outcome.UNDECIDED),))
    assert text(undecided, "nl", 300).count(SENTENCE) == 1


def test_a_sum_of_nothing_known_is_not_zero(many: Callable[[int], Report]) -> None:
    report = many(2)
    unknown = [replace(contract, norm_obligation=None, asked_obligation=None) for contract in report.contracts]
    for applies in (Answer.YES, Answer.NO):
        outside = tuple(replace(contract, applies=applies) for contract in unknown)
        assert "samen:" not in text(replace(report, contracts=outside), "nl", 200)
    only_asked = tuple(replace(contract, asked_obligation=Decimal(5)) for contract in unknown)
    shown = text(replace(report, contracts=only_asked), "nl", 200)
    assert "Streefwaarde samen: geen · gevraagd samen: € 10,00 (2 contracten)." in shown
    one_known = (replace(unknown[0], asked_obligation=Decimal(5)), report.contracts[1])
    shown = text(replace(report, contracts=one_known), "nl", 200)
    assert "Streefwaarde samen: € 15.000,00 (1 contract) · gevraagd samen: € 15.005,00 (2 contracten)." in shown


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("nl", "gevraagd samen: bekend € 15.000,00 van 1 van de 2 contracten."),
        ("en", "asked in total: known € 15,000.00 of 1 of the 2 contracts."),
    ],
)
def test_a_sum_with_an_unknown_part_says_so(many: Callable[[int], Report], lang: Lang, sentence: str) -> None:
    first, second = many(2).contracts
    unknown = replace(first, asked_obligation=None, unknown=frozenset({"asked_obligation"}))
    assert sentence in text(replace(many(2), contracts=(unknown, second)), lang, 200)


def test_contracts_of_which_nothing_can_be_said_yet_are_counted(many: Callable[[int], Report]) -> None:
    report = many(3)
    one_open = (replace(report.contracts[0], applies=Answer.UNDECIDED), *report.contracts[1:])
    shown = text(replace(report, contracts=one_open), "nl", 200)
    assert "3 contracten: beleid van toepassing op 2, van 1 nog niet te beoordelen; social return gevraagd in" in shown
    assert "3 contracts: policy applies to 2, of 1 it cannot be judged yet; social return asked in" in text(
        replace(report, contracts=one_open), "en", 200
    )

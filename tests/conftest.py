"""Golden files, rewritten with --update-golden, and reports made by hand to test views without the checks."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import settings

from srtool import __version__
from srtool.finding import (
    Answer,
    ContractVerdict,
    Derived,
    Finding,
    Given,
    Level,
    Outcome,
    Owner,
    Receipt,
    Report,
    RuleSetUsed,
    Set,
    Source,
    Step,
    Unit,
)

# The gate tries the same inputs every time, so that a refusal is about the change.
# HYPOTHESIS_PROFILE=chance tries new ones.
settings.register_profile("gate", derandomize=True)
settings.register_profile("chance", derandomize=False, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))

GOLDEN = Path(__file__).parent / "golden"
_USED = pytest.StashKey[set[Path]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_USED] = set()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the golden file of that name."""

    def compare(name: str, text: str) -> None:
        text = text.replace(__version__, "VERSION")  # a new version changes no answer
        path = GOLDEN / name
        request.config.stash[_USED].add(path)
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"no golden file {name}; make it with --update-golden"
        assert text == path.read_bytes().decode()

    return compare


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """After a whole and green run a golden file that no test compared is a mistake."""
    config = session.config
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    of_last_time = getattr(config.option, "lf", False)  # absent without the cache
    chosen = config.option.keyword or config.option.markexpr or of_last_time or config.option.collectonly
    if exitstatus != 0 or not whole or chosen:
        return
    unused = list(_unused(config.stash[_USED]))
    if unused:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter = config.pluginmanager.get_plugin("terminalreporter")
        if reporter is not None:
            reporter.write_line(f"unused golden files: {', '.join(unused)}", red=True)


def _unused(used: set[Path]) -> Iterator[str]:
    for path in sorted(GOLDEN.rglob("*")):
        if path.is_file() and path not in used:
            yield str(path.relative_to(GOLDEN))


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on the language, width or colours of where it runs."""
    for name in (
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "SRTOOL_LANG",
        "SRTOOL_DEBUG",
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C")


INTERVIEW = Source("INT", "Interview over social return", "interview", None, "https://voorbeeld.nl/interview")
LAW = Source("aw-2.80", "Aanbestedingswet 2012", "wet", "art. 2.80")


def a_step(name: str, value: object, unit: Unit) -> Step:
    return Step(name, value, unit, Given(f"tender.toml: contracts[0].{name}"))


WAGE_SUM = a_step("wage_sum", Decimal("300000.00"), Unit.EUR)
NORM = Step(
    "norm_percent",
    Decimal(5),
    Unit.PERCENT,
    Set("rijk-classic", "norm", date(2011, 7, 1), ("INT",), "stated"),
)
NORM_OBLIGATION = Step("norm_obligation", Decimal("15000.00"), Unit.EUR, Derived("wage_sum * norm_percent / 100"))

VERDICT = ContractVerdict(
    id="A",
    title="Schoonmaak van de kantoren",
    status="draft",
    rule_set="rijk-classic",
    applies=Answer.YES,
    wage_sum=Decimal("300000.00"),
    wage_sum_origin="given",
    norm_obligation=Decimal("15000.00"),
    asked_obligation=Decimal("15000.00"),
    asked_percent=Decimal(5),
    asked_basis="wage_sum",
    counted=True,
    steps=(WAGE_SUM, NORM, NORM_OBLIGATION),
    asks=Answer.YES,
)


def a_finding(code: str, outcome: Outcome, level: Level, owner: Owner, says: str, *steps: Step) -> Finding:
    return Finding(code, "A", outcome, level, owner, "tender.toml: contracts[0]", says, (), (INTERVIEW,), steps)


FINDINGS = (
    a_finding("SR101", Outcome.MET, Level.WARNING, Owner.BUYER, "met", WAGE_SUM),
    a_finding("SR301", Outcome.NOT_MET, Level.ERROR, Owner.CLIENT, "not_met"),
    replace(
        a_finding(
            "SR306",
            Outcome.UNDECIDED,
            Level.WARNING,
            Owner.BUYER,
            "undecided",
            a_step("subject_link", "De schoonmakers.", Unit.TEXT),
        ),
        sources=(LAW,),
    ),
    a_finding("SR308", Outcome.NOT_MET, Level.NOTICE, Owner.ADVISER, "not_met"),
)


@pytest.fixture
def one() -> Report:
    """A draft with one error, one question and one notice."""
    return Report(
        Receipt("0.1.0", (RuleSetUsed("rijk-classic", "ab12"),), date(2026, 11, 22), (("tender.toml", "cd34"),)),
        (VERDICT,),
        FINDINGS,
        {"rijk-classic": {"nl": "Rijk", "en": "State"}},
        ("rijk-classic", "default"),
    )


@pytest.fixture
def many(one: Report) -> Callable[[int], Report]:
    """A register of so many contracts of which only the last has errors, and one check without data."""

    def make(count: int) -> Report:
        contracts = tuple(replace(VERDICT, id=f"C{n}", title=f"Contract {n}") for n in range(count))
        last = tuple(replace(finding, contract=contracts[-1].id) for finding in FINDINGS)
        absent = Step("absent", "wage_sum cpv", Unit.FIELDS, Given("register.xlsx"))
        undone = Finding(
            "SR102",
            None,
            Outcome.UNDECIDED,
            Level.NOTICE,
            Owner.BUYER,
            "register.xlsx",
            "absent",
            (),
            (),
            (absent,),
        )
        return replace(one, contracts=contracts, findings=(undone, *last), chosen=None)

    return make


@pytest.fixture
def libreoffice(tmp_path: Path) -> Callable[[Path, str], Path]:
    """Converts a file with LibreOffice into another kind (`xlsx`, `pdf`, `csv`), and gives the path of the result."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not on this machine")
    profile, results = tmp_path / "office-profile", tmp_path / "office"

    def convert(path: Path, suffix: str) -> Path:
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        command += ["--convert-to", suffix, "--outdir", str(results), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return results / f"{path.stem}.{suffix}"

    return convert

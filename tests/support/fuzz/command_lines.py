"""Command lines for a file of each role, with options of chance: good values, and odd ones.

`{}` is the file, `>` marks a file that may be made or changed.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from srtool.cli.commands import COMMANDS, PARAMETERS, typed
from tests.support.fuzz.odd_values import ODD_TEXTS

OF_REGISTER: Sequence[str] = (
    "check {}", "check {} --why", "check {} --format json --internal", "check {} --format json",
    "check {} --format csv", "check {} --strict --fail-on notice --full", "check {} --select SR2,SR4",
    "check {} two.toml", "monitor {}", "monitor {} --agenda", "monitor {} --agenda --format ics",
    "monitor {} --contract ID --why", "monitor {} --format csv", "monitor {} --format json",
    "monitor {} --format json --internal", "monitor {} --discreet --top 3", "bundle {}",
    "bundle {} --by supplier --why", "bundle {} --format json", "bundle {} --write >m.toml",
    "bundle {} --write >m.xlsx", "report {} --out >overzicht.xlsx", "report {} --out >overzicht.xlsx --discreet",
    "convert {} >nieuw.xlsx", "convert {} >nieuw.toml", "inspect {}", "inspect {} --full", "inspect {} --format json",
    "inspect {} --write", "simulate {}", "simulate {} --format json --threshold 100000 --job-price 20000",
    "simulate {} --format csv", "meeting {} --all --out >bladen", "meeting {} --contract ID --out >blad.docx",
    "meeting {} --contract ID --client --out >blad.docx", "clause {} --format md --contract ID",
    "clause {} --contract ID --out >c.docx --reasons >r.docx", "ideas {}", "ideas {} --contract ID",
    "ideas {} --format json", "init --supplier Glans {} >lev.xlsx", "check two.toml {}", "import {} --into two.toml",
)  # fmt: skip
OF_NOTICES: Sequence[str] = (
    "convert {} >nieuw.toml", "convert {} >nieuw.toml --status running,awarded --since 2026-01-01",
    "convert {} >nieuw.xlsx", "check two.toml --notices {}", "check two.toml --notices {} --format json",
    "check two.toml --notices {} --why --select SR7", "check {}", "inspect {}", "monitor {}",
)  # fmt: skip
OF_DRAFT: Sequence[str] = (
    "check {}", "check {} --why", "check {} --format json", "check {} --format csv", "check {} --strict",
    "check {} --register two.toml --contract SCH-3", "check {} --register tender.toml", "check {} --before",
    "check {} --compare other.md", "check {} --compare {} --published 2026-03-01", "check {} other.md",
    "check {} --mark >gemarkeerd.docx", "check {} --mark >gemarkeerd.docx --full", "init --from {} >nieuw.toml",
    "inspect {}", "check other.md --compare {}", "import {} --into two.toml",
)  # fmt: skip
OF_RULES: Sequence[str] = (
    "rulesets validate {}", "rulesets validate {}", "rulesets show ./{}", "rulesets compare ./{} rijk-classic",
    "rulesets compare utrecht ./{} --format json", "check running.toml --rule-set ./{}",
    "monitor two.toml --rule-set ./{}", "check tender.toml --rule-set ./{} --format json",
    "monitor running.toml --rule-set ./{} --format json --internal",
    "report running.toml --rule-set ./{} --out >o.xlsx", "value wajong --rule-set ./{} --months 12 --hours 24",
    "value ww --rule-set ./{} --start 2026-01-01 --end 2026-12-31 --full-time --why",
    "init >nieuw.toml --rule-set ./{}", "simulate running.toml --rule-set ./{}", "bundle drafts.toml --rule-set ./{}",
    "clause tender.toml --rule-set ./{} --format md", "init >leeg.xlsx --rule-set ./{}",
    "inspect running.toml --rule-set ./{}",
)  # fmt: skip
OF_MOTIVATION: Sequence[str] = (
    "bundle drafts.toml --motivation {}", "check drafts.toml --motivation {}",
    "bundle drafts.toml --motivation {} --format json", "bundle drafts.toml --motivation {} --write >m.toml",
)  # fmt: skip
OF_RETURNED: Sequence[str] = (
    "import {} --into two.toml", "import {} --into two.toml --out >met.toml", "import {} --into >two.toml --force",
    "import {} --into two.toml --accept-codes --out >met.toml", "import {} --into running.toml",
)  # fmt: skip
OF_EARLIER: Sequence[str] = (
    "report running.toml --previous {} --out >nieuw.xlsx", "report running.toml --previous {} --out >nieuw.xlsx",
    "verify {} running.toml", "verify {}",
)  # fmt: skip
OF_ANSWERS: Sequence[str] = (
    "inspect list.csv --answers {}", "inspect list.csv --answers {} --format json",
    "inspect list.csv --answers {} --write", "inspect two.toml --answers {}",
)  # fmt: skip
OF_SETTINGS: Sequence[str] = (
    *(line.format(name) for line in OF_REGISTER[:-1] for name in ("list.csv", "two.toml")),
    "rulesets list", "rulesets show rijk-classic", "value --all wajong --months 12 --hours 24", "explain SR104",
    "schema", "init >nieuw.toml", "init >nieuw.xlsx", "rulesets for Utrecht", "rulesets for Zoetermeer", "--version",
    "--help", "check --help",
)  # fmt: skip
OF_NOTHING: Sequence[str] = (
    *OF_SETTINGS, "value ww --months 12 --hours 24 --rule-set utrecht-d", "value --all ww --months 6 --full-time",
    "value wajong --start 2026-01-01 --end 2026-06-30 --hours 24 --rule-set haaglanden", "ideas schoonmaak",
    "ideas 9091", "ideas", "explain", "rulesets compare utrecht-a utrecht-d",
    "rulesets compare rijk-classic --on-b 2020-01-01", "check other.md --register tender.toml",
    "convert notice.xml >n.toml", "check two.toml --notices notice.xml", "bundle drafts.toml --window 12",
    "schema --out >s.json", "value ww --amount 1000", "simulate running.toml --norm 5,10",
)  # fmt: skip
_DAYS = ("2026-11-22", "2026-01-01", "2011-07-01", "1900-01-01", "2999-12-31", "0001-01-01", "9999-12-31", "31-12-2026")
_NUMBERS = ("0", "1", "3", "12", "24", "48", "1200", "1201", "99999", "-1", "1,5", "2.5", "1e9", "9" * 30)
_RULE_SETS = (
    "rijk-classic",
    "rijk-tailored",
    "utrecht",
    "utrecht-d",
    "haaglanden",
    "eu-thresholds",
    "nope",
    "./x.toml",
)
_VALUES: Mapping[str, Sequence[str]] = {
    "lang": ("nl", "en"),
    "rule_set": _RULE_SETS,
    "rule_set_of_new": _RULE_SETS,
    "select": ("SR1", "SR2,SR3", "SR104", "SR4 , sr9", "SR", "SR999", ","),
    "format": ("terminal", "json", "csv", "ics", "xml"),
    "format_of_inspection": ("terminal", "json"),
    "format_of_clause": ("docx", "md"),
    "fail_on": ("error", "warning", "notice", "never", "x"),
    "fail_on_monitor": ("error", "warning", "notice", "never"),
    "by": ("supplier", "cpv:2", "cpv:8", "cpv:9", "category", "unit", "x"),
    "contract": ("A", "SCH-1", "x"),
    "contract_of_many": ("A", "SCH-1", "Schoonmaak", "x"),
    "supplier_of_meeting": ("Glans", "23456789"),
    "supplier": ("Glans", "23456789", "x"),
    "unit": ("Z", "Directie Noord"),
    "who": ("Team Stil", "D"),
    "owner": ("client", "buyer", "contract_manager", "adviser", "supplier", "x"),
    "level": ("error", "warning", "notice", "x"),
    "status": ("draft", "running,ended", "x", ","),
    "drop": ("Vrij veld", "Opmerkingen,x", ""),
    "basis": ("wage_sum", "contract_value", "wage_sum,contract_value", "x"),
    "kinds": ("works", "services,supplies", "x"),
    "threshold": ("100000", "0", "100000;250000", "1000,2000,3000", "x", "1e9"),
    "norm": ("5", "5,7.5,10", "0", "101", "x"),
    "bonus": ("permanent", "x"),
}
_IS_DAY = frozenset({"on", "on_import", "on_b", "since", "published", "start", "end"})
_PATHS = frozenset({"notices", "motivation", "register_of_draft", "compare", "previous", "into", "answers", "from"})
_OF_DRAFTS = frozenset({"mark", "before", "compare", "published", "register_of_draft"})
_TARGETS = frozenset({"out", "out_workbook", "out_clause", "out_sheets", "write", "mark", "reasons"})


@dataclass(frozen=True)
class Line:
    """What is typed, the files that it may write, and whether over what is there."""

    arguments: tuple[str, ...]
    targets: frozenset[str]
    forced: bool


def line_for(template: str, path: str, contract: str, chance: Random) -> Line:
    """The command line of this template for a file, in one of both languages."""
    words = [word.replace("{}", path) if word != "ID" else contract for word in shlex.split(template)]
    targets = {word[1:] for word in words if word.startswith(">")}
    arguments = [word.removeprefix(">") for word in words]
    name = next((one for one in COMMANDS if arguments[: one.name.count(" ") + 1] == one.name.split()), None)
    if name is not None:
        if "on" in name.parameters and chance.random() < 0.93:
            arguments += ["--on", "2026-11-22"]
        unfit = {"lang"} if path.startswith("draft.") else {"lang", *_OF_DRAFTS}
        for parameter in name.parameters if chance.random() < 0.4 else ():
            if parameter not in unfit and chance.random() < 0.12:
                arguments += _typed(parameter, chance, targets)
        if chance.random() < 0.98:
            arguments += ["--lang", chance.choice(("nl", "en"))]
    if arguments[:1] == ["inspect"] and "--write" in arguments:
        targets.add("srtool.toml")
    if arguments[:1] == ["import"] and "--force" in arguments and "--into" in arguments:
        targets.add(arguments[arguments.index("--into") + 1])
    return Line(tuple(arguments), frozenset(targets), "--force" in arguments)


def _typed(parameter: str, chance: Random, targets: set[str]) -> list[str]:
    described = PARAMETERS[parameter]
    name = typed(described.name or parameter)
    if described.kind == "flag":
        return [name]
    if described.kind in {"argument", "arguments"} or parameter in _PATHS:
        return []
    if parameter in _TARGETS:
        out = chance.choice(
            ("uit.txt", "uit.csv", "uit.json", "uit.docx", "uit.xlsx", "uit.toml", "two.toml", "x/y.txt", ".")
        )
        targets.add(out)
        return [name, out]
    if chance.random() < 0.1:
        odd = chance.choice(ODD_TEXTS).replace("\x00", "")
        return [name, odd]
    values = _DAYS if parameter in _IS_DAY else _VALUES.get(parameter, _NUMBERS)
    return [name, chance.choice(values)]

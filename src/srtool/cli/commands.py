"""The commands as a table: what each is called, which arguments and options it has, and where its work stands.

Plain data. The module of a command is imported when it is called; help and names of values stand in the texts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Kind = Literal["argument", "arguments", "value", "values", "flag"]
Typed = str | list[str] | bool | None
"""What was typed for a parameter: text, texts or yes/no; None where nothing was."""


class Parameter(NamedTuple):
    """An argument or an option, defined once for all commands that have it."""

    kind: Kind = "value"
    default: str | None = None
    name: str | None = None
    """As it is typed, where that is not its key: the same option may be explained in more than one way."""


class Command(NamedTuple):
    """A command: its name (with its group before it), its parameters, and the function that does its work."""

    name: str
    module: str
    parameters: tuple[str, ...]
    function: str = "run"


def typed(name: str) -> str:
    """An option as it is typed: `--fail-on`."""
    return "--" + name.replace("_", "-")


PARAMETERS: Mapping[str, Parameter] = {
    "paths": Parameter("arguments"),
    "register": Parameter("argument"),
    "registers": Parameter("arguments"),
    "block": Parameter("argument"),
    "code": Parameter("argument"),
    "topics": Parameter("arguments"),
    "result": Parameter("argument"),
    "inputs": Parameter("arguments"),
    "supplier_of_meeting": Parameter(name="supplier"),
    "all_sheets": Parameter("flag", name="all"),
    "letter": Parameter("flag"),
    "handover": Parameter("flag"),
    "client": Parameter("flag"),
    "out_sheets": Parameter(name="out"),
    "threshold": Parameter(),
    "norm": Parameter(),
    "min_months": Parameter(),
    "basis": Parameter(),
    "kinds": Parameter(),
    "job_price": Parameter(),
    "draft": Parameter("argument"),
    "supplier_workbook": Parameter("argument"),
    "source": Parameter("argument"),
    "target": Parameter("argument"),
    "workbook": Parameter("argument"),
    "authority": Parameter("argument"),
    "rule_set_id": Parameter("argument"),
    "rule_set_file": Parameter("argument"),
    "rule_set_a": Parameter("argument"),
    "rule_set_b": Parameter("argument"),
    "lang": Parameter(),
    "on": Parameter(),
    "on_import": Parameter(name="on"),
    "on_b": Parameter(),
    "rule_set": Parameter(),
    "allow_paths": Parameter("flag"),
    "rule_set_of_new": Parameter(name="rule_set"),
    "select": Parameter(),
    "motivation": Parameter(),
    "notices": Parameter(),
    "strict": Parameter("flag"),
    "format": Parameter(default="terminal"),
    "format_of_clause": Parameter(default="docx", name="format"),
    "out_clause": Parameter(name="out"),
    "reasons": Parameter(),
    "out": Parameter(),
    "out_workbook": Parameter(name="out"),
    "force": Parameter("flag"),
    "force_import": Parameter("flag", name="force"),
    "accept_codes": Parameter("flag"),
    "drop": Parameter(),
    "status": Parameter(),
    "since": Parameter(),
    "fail_on": Parameter(default="error"),
    "fail_on_monitor": Parameter(default="never", name="fail_on"),
    "why": Parameter("flag"),
    "quiet": Parameter("flag"),
    "internal": Parameter("flag"),
    "discreet": Parameter("flag"),
    "by": Parameter(),
    "window": Parameter(),
    "write": Parameter(),
    "write_settings": Parameter("flag", name="write"),
    "answers": Parameter(),
    "force_settings": Parameter("flag", name="force"),
    "format_of_inspection": Parameter(default="terminal", name="format"),
    "top": Parameter(),
    "contract": Parameter(),
    "contract_of_many": Parameter(name="contract"),
    "unit": Parameter(),
    "who": Parameter(),
    "owner": Parameter(),
    "level": Parameter(),
    "full": Parameter("flag"),
    "register_of_draft": Parameter(name="register"),
    "mark": Parameter(),
    "from": Parameter(),
    "before": Parameter("flag"),
    "compare": Parameter(),
    "published": Parameter(),
    "agenda": Parameter("flag"),
    "until": Parameter(),
    "silent_after": Parameter(),
    "previous": Parameter(),
    "hours": Parameter(),
    "full_time": Parameter("flag"),
    "months": Parameter(),
    "start": Parameter(),
    "end": Parameter(),
    "amount": Parameter(),
    "answers_of_rules": Parameter(name="answers"),
    "days": Parameter(),
    "benefit_until": Parameter(),
    "bonus": Parameter("values"),
    "all": Parameter("flag"),
    "supplier": Parameter(),
    "into": Parameter(),
    "version": Parameter("flag"),
}

OF_THE_PROGRAM = ("lang", "version")
"""The parameters before the name of a command."""

_RESULT = ("strict", "format", "lang", "out", "force")
_REMARKS = ("why", "quiet")
_MONITOR = ("internal", "discreet", "fail_on_monitor", *_REMARKS)
_PART = ("contract_of_many", "unit", "who", "owner", "level")
_DRAFT = ("register_of_draft", "mark", "before", "compare", "published")
_TERM = ("hours", "full_time", "months", "start", "end")

COMMANDS = (
    Command(
        "inspect",
        "inspect_",
        (
            *("register", "full", "answers", "write_settings", "force_settings", "rule_set", "allow_paths", "on"),
            *("format_of_inspection", "lang", "quiet"),
        ),
    ),
    Command(
        "check",
        "check",
        (
            *("paths", *_PART, "full", *_DRAFT, "rule_set", "allow_paths", "on", "select", "motivation", "notices"),
            *(*_RESULT, "internal", "fail_on", *_REMARKS),
        ),
    ),
    Command(
        "bundle",
        "bundle",
        (
            "registers",
            "unit",
            "who",
            "by",
            "window",
            "motivation",
            "write",
            "rule_set",
            "allow_paths",
            "on",
            *_RESULT,
            "fail_on",
            *_REMARKS,
        ),
    ),
    Command(
        "monitor",
        "monitor",
        (
            "registers",
            "on",
            "top",
            "contract",
            *_PART[1:],
            "agenda",
            "until",
            "silent_after",
            "rule_set",
            "allow_paths",
            *_RESULT,
            *_MONITOR,
        ),
    ),
    Command(
        "report",
        "report",
        (
            *("registers", "out_workbook", *_PART, "on", "rule_set", "allow_paths", "previous", "notices", "discreet"),
            *("lang", "force", "quiet"),
        ),
    ),
    Command(
        "value",
        "value",
        (
            "block",
            *_TERM,
            "days",
            "amount",
            "benefit_until",
            "bonus",
            "rule_set",
            "all",
            "on",
            "format",
            "lang",
            "out",
            "force",
            "why",
        ),
    ),
    Command(
        "clause",
        "clause",
        (
            *(
                "register",
                "contract_of_many",
                "format_of_clause",
                "out_clause",
                "reasons",
                "rule_set",
                "allow_paths",
                "on",
                "force",
            ),
            *("lang", "quiet"),
        ),
    ),
    Command(
        "simulate",
        "simulate",
        (
            *("registers", "threshold", "norm", "min_months", "basis", "kinds", "job_price"),
            *("rule_set", "allow_paths", "on", "format", "lang", "out", "force", "quiet"),
        ),
    ),
    Command(
        "meeting",
        "meeting",
        (
            *("registers", "contract_of_many", "supplier_of_meeting", "all_sheets", "letter", "handover", "client"),
            *("out_sheets", "rule_set", "allow_paths", "on", "force", "lang", "quiet"),
        ),
    ),
    Command("ideas", "ideas", ("topics", "contract_of_many", "on", "format", "lang", "out", "force", "quiet")),
    Command("verify", "verify", ("result", "inputs", "lang")),
    Command("explain", "explain", ("code", "lang")),
    Command(
        "init",
        "init",
        (
            "draft",
            "supplier_workbook",
            "supplier",
            "from",
            "answers_of_rules",
            "rule_set_of_new",
            "allow_paths",
            "force",
            "lang",
        ),
    ),
    Command("convert", "convert", ("source", "target", "drop", "status", "since", "force", "lang", "quiet")),
    Command(
        "import",
        "import_",
        ("workbook", "into", "on_import", "lang", "out", "force_import", "accept_codes", "allow_paths", "quiet"),
    ),
    Command("schema", "schema", ("out", "force", "lang")),
    Command("rulesets list", "rulesets", ("on", "lang"), "overview"),
    Command("rulesets show", "rulesets", ("rule_set_id", "on", "format", "lang", "out", "force"), "show"),
    Command("rulesets for", "rulesets", ("authority", "on", "lang"), "listing"),
    Command("rulesets validate", "rulesets", ("rule_set_file", "lang"), "validate"),
    Command(
        "rulesets compare",
        "rulesets",
        ("rule_set_a", "rule_set_b", "on", "on_b", "format", "lang", "out", "force"),
        "compare",
    ),
)

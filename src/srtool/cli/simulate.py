"""srtool simulate: what another threshold, norm, term or basis would bring."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import get_args

from srtool.bundle.candidates import Grouping
from srtool.bundle.plan import plan
from srtool.checks.evaluate import evaluate
from srtool.checks.several import evaluate_all
from srtool.cli import asked, output, saying
from srtool.cli import run as shared
from srtool.cli.folders import files_of
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.errors import Problem, UsageError
from srtool.portfolio.simulation import Basis, schemes, simulate, usual
from srtool.register.model import Kind
from srtool.rules.ruleset import KINDS, Threshold
from srtool.texts import LANGUAGES, lists
from srtool.views.simulation import to_data
from srtool.views.simulation.words import Shown

THRESHOLDS = (Decimal(100_000), Decimal(150_000), Decimal(250_000))
NORMS = (Decimal(5), Decimal("7.5"), Decimal(10))
MOST_SCHEMES = 100
SUFFIX = ".xlsx"
_Render = Callable[[Shown, Options, output.File | None], None]
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_USUAL_KINDS: tuple[Kind, ...] = ("works", "services")


def run(options: Options) -> int:
    """Shows the grid beside the rules of today; 0 whatever it says."""
    paths, rule_set, on = options.arguments("registers"), options.filled("rule_set"), options.on()
    thresholds = _amounts(options, "threshold") or THRESHOLDS
    norms = _percents(options) or NORMS
    months, bases, kinds = _months(options), _bases(options), _kinds(options)
    price = next(iter(_amounts(options, "job_price")), None)
    render = FORMATS[options.choice("format", FORMATS)]
    render, file = _target(options, render, files_of(paths))
    decided = settings()
    register_files = shared.registers(paths, rule_set, decided, options.lang, allow_paths=options.flag("allow_paths"))
    register_file = shared.together(register_files)
    book = shared.rule_book(register_files, rule_set, decided, file)
    if not options.flag("quiet"):
        saying.register_remarks(register_file.remarks, options.lang)
    own = shared.own(decided)
    evaluation = evaluate_all(
        register_files, register_file, lambda one: evaluate(one, book, on, own, frozenset(), kept=frozenset())
    )
    now = usual(evaluation.cases)
    tried = schemes(
        thresholds,
        norms,
        months or (_usual_months(now),),
        bases or (_usual_basis(now),),
        kinds or (_USUAL_KINDS if now is None else now.kinds),
        "above" if now is None else now.operator,
    )
    if len(tried) > MOST_SCHEMES:
        raise UsageError([Problem("too_many_schemes", "", {"count": len(tried), "most": MOST_SCHEMES})])
    grouping = Grouping(None, shared.WINDOW, evaluation.index.suppliers)
    texts = {frozenset(merge.members): merge for merge in register_file.register.merges}
    bundling = plan(evaluation.cases, grouping, on, texts).overall
    render(Shown(simulate(evaluation.cases, tried), bundling, price, evaluation.report.receipt), options, file)
    return 0


def _target(options: Options, render: _Render, inputs: list[str]) -> tuple[_Render, output.File | None]:
    """Where it goes, and as what: a workbook where --out is named as one and no other format is asked for."""
    out = options.text("out")
    if render is _terminal and out is not None and Path(out).suffix.lower() == SUFFIX:
        return _workbook, output.file_target(out, [SUFFIX], force=options.flag("force"), inputs=inputs)
    return render, output.text_target(options, inputs)


def _usual_months(now: Threshold | None) -> int | None:
    return None if now is None else now.min_months


def _usual_basis(now: Threshold | None) -> Basis:
    return "wage_sum" if now is None or now.basis == "wage_sum" else "contract_value"


def _listed(options: Options, name: str) -> tuple[str, ...]:
    """What was typed, between semicolons, which leave the comma for decimals, else between commas."""
    typed = options.filled(name)
    if typed is None:
        return ()
    parts = typed.split(";" if ";" in typed else ",")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def _amounts(options: Options, name: str) -> tuple[Decimal, ...]:
    """Amounts in euro, thousands apart or not; UsageError for another thing, and for less than a thousand euro."""
    return tuple(_amount(part, name) for part in _listed(options, name))


def _amount(text: str, name: str) -> Decimal:
    bare = text.replace("€", "").strip()
    bare = bare.replace(".", "") if _GROUPED.fullmatch(bare) else bare
    if not bare.isascii() or not bare.isdigit() or not 1_000 <= int(bare[:16]) <= 10**12:
        code = "bad_job_price" if name == "job_price" else "bad_scheme_amount"
        raise UsageError([Problem(code, _typed(name), {"value": text})])
    return Decimal(bare)


def _percents(options: Options) -> tuple[Decimal, ...]:
    return tuple(_percent(part) for part in _listed(options, "norm"))


def _percent(text: str) -> Decimal:
    try:
        value = Decimal(text.removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        value = Decimal(-1)
    if not value.is_finite() or not 0 < value <= 100:
        raise UsageError([Problem("bad_scheme_percent", "--norm", {"value": text})])
    return value


def _months(options: Options) -> tuple[int | None, ...]:
    months = []
    for part in _listed(options, "min_months"):
        if not (part.isascii() and part.isdigit() and int(part[:6]) <= 1200):
            raise UsageError([Problem("bad_window", "--min-months", {"value": part, "most": 1200})])
        months.append(int(part) or None)
    return tuple(months)


def _bases(options: Options) -> tuple[Basis, ...]:
    return tuple(
        basis for part in _listed(options, "basis") for basis in get_args(Basis) if _is(part, basis, "--basis")
    )


def _kinds(options: Options) -> tuple[Kind, ...]:
    return tuple(kind for part in _listed(options, "kinds") for kind in KINDS if _is(part, kind, "--kinds"))


def _is(typed: str, value: str, option: str) -> bool:
    """Whether the word that was typed means this value, in either language; UsageError when it means none."""
    choices: Sequence[str] = get_args(Basis) if option == "--basis" else KINDS
    called = {choice: _called(choice) for choice in choices}
    if not any(typed.casefold() in names for names in called.values()):
        raise UsageError([Problem("bad_choice", option, {"value": typed, "choices": ", ".join(choices)})])
    return typed.casefold() in called[value]


def _called(value: str) -> frozenset[str]:
    words = (word for lang in LANGUAGES for word in lists(lang, "vocabulary.values").get(value, ()))
    return frozenset((value, *(word.casefold() for word in words)))


def _typed(name: str) -> str:
    return "--" + name.replace("_", "-")


def _terminal(shown: Shown, options: Options, file: output.File | None) -> None:
    from srtool.views.simulation import to_lines

    output.write_wrapped(to_lines.simulation(shown, options.lang, output.width(file)), file)


def _json(shown: Shown, options: Options, file: output.File | None) -> None:
    output.write(to_data.to_json(replace(shown, receipt=asked.of(shown.receipt, options))), file)


def _csv(shown: Shown, options: Options, file: output.File | None) -> None:
    output.write(to_data.to_csv(shown, options.lang), file)


def _workbook(shown: Shown, options: Options, file: output.File | None) -> None:
    from srtool.views.simulation import to_workbook

    assert file is not None, "its name says that it is a workbook"  # noqa: S101 - see `run`
    with output.whole_file(file) as stream:
        to_workbook.save(shown, options.lang, stream)
    if not options.flag("quiet"):
        saying.announce(options.lang, "report_written", path=file.path)


FORMATS: Mapping[str, _Render] = {
    "terminal": _terminal,
    "json": _json,
    "csv": _csv,
}

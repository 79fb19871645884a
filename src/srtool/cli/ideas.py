"""srtool ideas: what suppliers in a category did or could do, by CPV code, by word, or for a register."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from srtool import __version__
from srtool.cli import narrowing, output, saying
from srtool.cli import run as shared
from srtool.cli.folders import files_of
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.errors import Problem, UsageError
from srtool.finding import Receipt
from srtool.ideas.chances import Chance, chances
from srtool.ideas.idea import Idea
from srtool.ideas.matching import Match, is_cpv, of_contract, of_cpv, of_words
from srtool.lazy_dataclass import dataclass
from srtool.register.index import Index
from srtool.register.model import Contract
from srtool.texts import Lang
from srtool.texts.ideas import ideas
from srtool.views.ideas import to_data, to_lines
from srtool.views.shared.lines import Line


@dataclass(frozen=True, slots=True)
class _Answer:
    """What there is to show: the lines for a person, the rows for a script, and what was read."""

    lines: Iterable[Line]
    rows: Sequence[to_data.Row]
    receipt: Receipt
    lang: Lang


def run(options: Options) -> int:
    """Shows the examples that fit; 0 also where there are none."""
    typed = options.arguments("topics") if options.texts("topics") else ()
    contract = options.filled("contract")
    on, lang = options.on(), options.lang
    render = FORMATS[options.choice("format", FORMATS)]
    nothing_read = Receipt(__version__, (), on, ())
    every = ideas(lang)
    if any(map(_is_file, typed)):
        file = output.text_target(options, files_of(typed))
        render(_of_registers(typed, contract, options, every), file)
        return 0
    topic = " ".join(typed).strip() or None
    if contract is not None:
        raise UsageError([Problem("contract_needs_file", "--contract")])
    file = output.text_target(options)
    if topic is None:
        rows: list[to_data.Row] = [(None, Match(idea, "cpv", idea.cpv[0])) for idea in every]
        render(_Answer(to_lines.categories(every, lang), rows, nothing_read, lang), file)
        return 0
    matches = of_cpv(every, topic) if is_cpv(topic) else of_words(every, topic)
    lines = to_lines.of_topic(topic, matches, lang)
    render(_Answer(lines, [(None, match) for match in matches], nothing_read, lang), file)
    return 0


def _is_file(topic: str) -> bool:
    """Whether a register is meant: it is there, or it is named as a file is."""
    if topic == "-" or "/" in topic or "\\" in topic or Path(topic).suffix:
        return True
    try:
        return Path(topic).exists()
    except (OSError, ValueError):
        return False


def _of_registers(paths: Sequence[str], contract: str | None, options: Options, every: Sequence[Idea]) -> _Answer:
    register_file = shared.register(paths, None, settings(), options.lang, allow_paths=False)
    on, lang = options.on(), options.lang
    read = (register_file.file, *register_file.beside)
    used = Receipt(__version__, (), on, tuple((file.name, file.sha256) for file in read))
    if not options.flag("quiet"):
        saying.register_remarks(register_file.remarks, lang)
    index = Index(register_file, on)
    if contract is not None:
        meant = narrowing.meant(contract, index.contracts)
        matches = of_contract(every, meant)
        return _Answer(to_lines.of_topic(meant.title, matches, lang), _rows(meant, matches), used, lang)
    found: tuple[Chance, ...] = chances(index, every)
    rows = [row for chance in found for row in _rows(chance.contract, chance.matches)]
    return _Answer(to_lines.of_register(found, lang), rows, used, lang)


def _rows(contract: Contract, matches: Sequence[Match]) -> list[to_data.Row]:
    return [(contract, match) for match in matches] or [(contract, None)]


def _terminal(answer: _Answer, file: output.File | None) -> None:
    output.write_wrapped(answer.lines, file)


def _json(answer: _Answer, file: output.File | None) -> None:
    output.write(to_data.to_json(answer.rows, answer.lang, answer.receipt), file)


def _csv(answer: _Answer, file: output.File | None) -> None:
    output.write(to_data.to_csv(answer.rows, answer.lang), file)


FORMATS: Mapping[str, Callable[[_Answer, output.File | None], None]] = {
    "terminal": _terminal,
    "json": _json,
    "csv": _csv,
}

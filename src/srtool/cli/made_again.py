"""An earlier answer made again: with its own files, rules and options, as far as they are there."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from srtool import __version__
from srtool.cli import command_line, settings_file
from srtool.cli.carry_out import carry_out
from srtool.cli.settings_file import settings
from srtool.errors import InputError, Problem, UsageError
from srtool.place import Place
from srtool.readers.register import content
from srtool.readers.rules import rule_sets
from srtool.readers.settings import names_file
from srtool.texts import Lang
from srtool.verification.earlier import Earlier


def found(inputs: Sequence[tuple[str, str]], given: Sequence[str], beside: Path) -> dict[str, Path]:
    """The file of each input: given, beside the answer, or where the program runs; UsageError for those that lack."""
    paths: dict[str, Path] = {}
    by_name = {path.name: path for typed in given for path in _files_in(Path(typed))}
    for name, _ in inputs:
        bare = Path(name).name
        candidates = (by_name.get(bare), beside / bare, Path(bare))
        path = next((path for path in candidates if path is not None and path.exists()), None)
        if path is not None:
            paths[name] = path
    missing = [name for name, _ in inputs if name not in paths]
    if missing:
        raise UsageError([Problem("verify_no_input", name) for name in missing])
    return paths


def _files_in(path: Path) -> Iterator[Path]:
    """What was given, and all files in it."""
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if file.is_file())
    yield path


def asked_for(kept: Earlier) -> list[tuple[str, str]]:
    """What must be there to ask again: the inputs, and the rule set that was named by its path."""
    rules = kept.options.get("--rule-set", "")
    return [*kept.inputs, *([(rules, "")] if rules and names_file(rules) else [])]


def changed(kept: Earlier, inputs: dict[str, Path]) -> Iterator[tuple[str, str]]:
    """(what, name) of each input, rule set and of the settings that is not as it was."""
    for name, sha256 in kept.inputs:
        if _digest(inputs[name]) != sha256:
            yield "input", name
    decided = settings()
    own = _own_rule_sets(inputs)
    for name, sha256 in kept.rule_sets:
        try:
            paths = own.get(name) or [rule_sets.find(name, decided.rule_sets)]
            now = {rule_sets.load(path).sha256 for path in paths}
        except (UsageError, InputError):
            yield "rule_set_gone", name
            continue
        if sha256 not in now:
            yield "rule_set", name
    path = settings_file.find()
    held = None if path is None else hashlib.sha256(path.read_bytes()).hexdigest()
    if kept.settings != held and (kept.settings is not None or kept.srtool == __version__):
        yield "settings", settings_file.NAME


def _own_rule_sets(inputs: Mapping[str, Path]) -> dict[str, list[Path]]:
    """By its id each file of rules among the inputs and beside them, as a register or an option may name one."""
    by_id: dict[str, list[Path]] = defaultdict(list)
    folders = dict.fromkeys(path.parent for path in inputs.values())
    beside = (file for folder in folders for file in sorted(folder.glob("*.toml")))
    for path in dict.fromkeys([*inputs.values(), *beside]):
        if path.suffix.lower() == ".toml" and (name := rule_sets.id_of(path)) is not None:
            by_id[name].append(path)
    return dict(by_id)


def _digest(path: Path) -> str:
    """The SHA-256 of a file, or of a folder of notices as the receipt has it."""
    if path.is_dir():
        from srtool.readers.notices.register import digest

        return digest(path)
    return hashlib.sha256(content(path)).hexdigest()


def typed_again(kept: Earlier, inputs: dict[str, Path]) -> list[str]:
    """The registers, options and day of the answer, with its files where they are now."""
    options = {name: _placed(value, inputs) for name, value in kept.options.items()}
    of_options = set(options.values())
    registers = [str(path) for path in inputs.values() if str(path) not in of_options]
    flags = [part for name, value in options.items() for part in ((name, value) if value else (name,))]
    return [*registers, *flags, "--on", kept.on.isoformat()]


def _placed(value: str, inputs: dict[str, Path]) -> str:
    """The value of an option; of a file the place where it is now."""
    name = Path(value).name
    return next((str(path) for kept, path in inputs.items() if Path(kept).name == name), value) if value else value


def asked_again(arguments: Sequence[str], lang: Lang) -> None:
    """Carries the command out once more; InputError when what was kept is no command of today."""
    call = command_line.read([*arguments, "--force", "--quiet"])
    if not isinstance(call, command_line.Call):
        raise InputError([Problem("verify_no_answer", Place(arguments[0]))])
    carry_out(call.command, lang, call.values)

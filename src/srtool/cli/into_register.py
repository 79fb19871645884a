"""New records behind a register: where they go, and the register as it was with nothing but these."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from srtool.cli import output
from srtool.cli.options import Options
from srtool.errors import InputError, OutputError, Problem, UsageError
from srtool.readers import register
from srtool.readers.toml_file import parse
from srtool.register.model import Contact, Effort, RegisterFile
from srtool.views.register.records_toml import appended

Records = Sequence[Effort] | Sequence[Contact]


def register_path(into: str | None) -> str:
    """The register of --into, which must be TOML; UsageError otherwise."""
    if into is None:
        raise UsageError([Problem("missing_option", "", {"name": "--into", "command": "srtool import"})])
    if not into.strip():
        raise UsageError([Problem("empty_value", "--into")])
    if Path(into).suffix.lower() != ".toml":
        code = "into_workbook" if Path(into).suffix.lower() in register.SHEETS - {".txt"} else "into_other"
        raise UsageError([Problem(code, into)])
    return into


def target(options: Options, inputs: list[str]) -> output.File | None:
    """The file of --out: a register in TOML; OutputError when it is not, or cannot be written."""
    out = options.text("out")
    if out is None or output.is_stdout(out):
        return None
    return output.file_target(out, [".toml"], force=options.flag("force"), inputs=inputs)


def with_records(
    register_file: RegisterFile, new: Records, written: bytes, path: Path, unknown: register.Unknown
) -> bytes:
    """The register with the new records behind it, read again to be sure that all else is as it was."""
    whole = appended(written, new)
    is_contact = any(isinstance(record, Contact) for record in new)
    try:
        parse(whole, path.name)
    except InputError as error:  # it could be read without them, so its records stand in one list
        raise InputError([Problem("contacts_in_a_list" if is_contact else "efforts_in_a_list", path.name)]) from error
    table = "contacts" if is_contact else "efforts"
    expected = replace(register_file.register, **{table: (*getattr(register_file.register, table), *new)})
    if register.from_bytes(whole, path.name, path.parent, unknown).register != expected:
        raise OutputError([Problem("register_changed_meanwhile", str(path))])
    return whole


def put(options: Options, whole: bytes, file: output.File | None, was: bytes, *, is_new: bool) -> None:
    """Writes to --out; without it only --force writes, into the register itself, and only what is new."""
    into = options.text("into") or ""
    if options.text("out") is not None:
        output.write(whole.decode(), file)
    elif is_new and not options.flag("force"):
        raise UsageError([Problem("import_where", "", {"register": into})])
    elif is_new:
        output.write_whole(output.File(Path(into), force=True, was=was), [whole])

"""New records in a register: where they go, and the register as it was with nothing but these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from srtool.cli import output, reading
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.errors import InputError, OutputError, Problem, UsageError
from srtool.readers import register
from srtool.readers.toml_file import parse
from srtool.register.model import Contact, Effort, Register, RegisterFile
from srtool.texts import Lang
from srtool.views.register.records_toml import appended

Records = Sequence[Effort] | Sequence[Contact]
WORKBOOKS = (".xlsx", ".xlsm")
"""Of these the register may be; in .xls, .ods and .csv no rows are put."""


def register_path(into: str | None) -> str:
    """The register of --into, which must be TOML or a workbook in which rows can be put; UsageError otherwise."""
    if into is None:
        raise UsageError([Problem("missing_option", "", {"name": "--into", "command": "srtool import"})])
    if not into.strip():
        raise UsageError([Problem("empty_value", "--into")])
    if Path(into).suffix.lower() not in {".toml", *WORKBOOKS}:
        code = "into_workbook" if Path(into).suffix.lower() in register.SHEETS - {".txt"} else "into_other"
        raise UsageError([Problem(code, into)])
    return into


def target(options: Options, inputs: list[str]) -> output.File | None:
    """The file of --out: a register of the same kind; OutputError when it is not, or cannot be written."""
    out, kind = options.text("out"), Path(inputs[-1]).suffix.lower()
    if out is None or (output.is_stdout(out) and kind not in WORKBOOKS):
        return None
    return output.file_target(out, [kind], force=options.flag("force"), inputs=inputs)


def with_records(
    register_file: RegisterFile, new: Records, written: bytes, path: Path, unknown: register.Unknown, lang: Lang
) -> bytes:
    """The register with the new records behind it, read again to be sure that all else is as it was."""
    if path.suffix.lower() in WORKBOOKS:
        from srtool.cli import import_rows

        whole = import_rows.with_records(written, register_file, new, lang)
        after = reading.of_sheets(whole, path, settings(), unknown)
        return _as_expected(whole, after.register, register_file, new, path)
    whole = appended(written, new)
    try:
        parse(whole, path.name)
    except InputError as error:  # it could be read without them, so its records stand in one list
        raise InputError([Problem(f"{table_of(new)}_in_a_list", path.name)]) from error
    again = register.from_bytes(whole, path.name, path.parent, unknown).register
    return _as_expected(whole, again, register_file, new, path)


def lacking(register_file: RegisterFile, table: str) -> Iterator[Problem]:
    """That the register is a workbook without a sheet for the records of this table."""
    if Path(register_file.file.name).suffix.lower() in WORKBOOKS:
        from srtool.cli import import_rows

        yield from import_rows.lacking(register_file, table)


def table_of(new: Records) -> str:
    """The table that these records stand in."""
    return "contacts" if any(isinstance(record, Contact) for record in new) else "efforts"


def _as_expected(whole: bytes, after: Register, register_file: RegisterFile, new: Records, path: Path) -> bytes:
    """The register as written; OutputError where it is not what was read with only the new records behind it."""
    table = table_of(new)
    before = getattr(register_file.register, table)
    if after != replace(register_file.register, **{table: (*before, *new)}):
        raise OutputError([Problem("register_changed_meanwhile", str(path))])
    return whole


def put(options: Options, whole: bytes, file: output.File | None, was: bytes, *, is_new: bool) -> None:
    """Writes to --out; without it only --force writes, into the register itself, and only what is new."""
    into = options.text("into") or ""
    if file is not None:
        output.write_whole(file, [whole])
    elif options.text("out") is not None:
        output.write(whole.decode())
    elif is_new and not options.flag("force"):
        raise UsageError([Problem("import_where", "", {"register": into})])
    elif is_new:
        output.write_whole(output.File(Path(into), force=True, was=was), [whole])

"""srtool import of a meeting sheet: what was written in its table comes into the register as contacts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from srtool.cli import into_register, output, reading, saying
from srtool.cli import run as shared
from srtool.cli.options import Options
from srtool.cli.settings_file import settings
from srtool.readers import register
from srtool.readers.returned import notes
from srtool.readers.returned.noted import Noted, noted
from srtool.readers.rules import rule_sets
from srtool.texts import Lang, words
from srtool.views.shared.lines import clean


def run(options: Options, sheet: str, into: str, file: output.File | None) -> int:
    """Adds the contacts that the register does not have, and says how many there are and how many it had."""
    decided, allow_paths = settings(), options.flag("allow_paths")
    unknown = partial(rule_sets.unknown, folder=decided.rule_sets, allow_paths=allow_paths)
    register_file = shared.together(shared.as_written([into], None, decided, options.lang, allow_paths=allow_paths))
    written = reading.of_path(lambda path: notes.read(Path(path)), sheet)
    found = noted(written, register_file)
    was = register.content(Path(into))
    whole = into_register.with_records(register_file, found.new, was, Path(into), unknown, options.lang)
    if not options.flag("quiet"):
        saying.remark(written.remarks, options.lang)
        saying.say("\n".join(_summary(found, options.lang)))
    into_register.put(options, whole, file, was, is_new=bool(found.new))
    return 0


def _summary(found: Noted, lang: Lang) -> Iterator[str]:
    """How many contacts are new and how many were there already: together, and per contract."""
    said = words(lang, "supplier.import")
    new = Counter(contact.contract for contact in found.new)
    known = Counter(contact.contract for contact in found.known)
    yield said["contacts"].format(new=new.total(), known=known.total())
    for contract in dict.fromkeys((*new, *known)):
        yield clean(said["contract"].format(contract=contract, new=new[contract], known=known[contract]))

"""Checks that a whole register gave no data for: one remark each, and no verdict on a contract."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from srtool.checks.check import Check
from srtool.finding import Finding, Given, Level, Outcome, Step, Unit
from srtool.place import Place
from srtool.register.model import Register, RegisterFile


def undone(register_file: RegisterFile, checks: Iterable[Check]) -> dict[str, tuple[str, ...]]:
    """Per check the fields that no contract of a whole register has, when it needs one of them."""
    register = register_file.register
    if len(register.contracts) < 2:
        return {}
    needed = {field for check in checks for field in check.needs}
    # A cell that cannot be read, or that says that nothing is filled in, still shows that its column is kept.
    kept = register_file.left_blank | {cell.key for cell in register_file.unread if cell.table == "contracts"}
    kept |= {"estimated_value"} if register_file.procedure_estimates else set()
    present = {field for field in needed if field in kept or _is_present(register, field)}
    return {check.code: check.needs for check in checks if check.needs and not present.intersection(check.needs)}


def not_done(check: Check, fields: tuple[str, ...], file: str) -> Finding:
    """The remark that a check was not done, with the fields that are absent."""
    place = Place(file)
    absent = Step("absent", " ".join(fields), Unit.FIELDS, Given(place))
    return Finding(check.code, None, Outcome.UNDECIDED, Level.NOTICE, check.owner, place, "absent", (), (), (absent,))


def _is_present(register: Register, field: str) -> bool:
    if hasattr(register, field):
        return bool(getattr(register, field))
    value_of = attrgetter(field)
    return any(value_of(contract) not in {None, ()} for contract in register.contracts)

"""What was written on meeting sheets, held against the register: which contacts are new, and what is wrong."""

from __future__ import annotations

from srtool.errors import InputError, Problem
from srtool.lazy_dataclass import dataclass
from srtool.readers.returned.notes import Notes
from srtool.register.model import Contact, RegisterFile


@dataclass(frozen=True, slots=True)
class Noted:
    """The contacts of a document, told apart by whether the register has them."""

    new: tuple[Contact, ...]
    known: tuple[Contact, ...]


def noted(notes: Notes, register_file: RegisterFile) -> Noted:
    """Each contact once; InputError with all that is wrong, such as a contract that the register does not have."""
    contracts = {contract.id for contract in register_file.register.contracts}
    problems = [
        *notes.problems,
        *(
            Problem("contract_unknown", row.at("contract"), {"id": contact.contract})
            for row, contact in notes.contacts
            if contact.contract not in contracts
        ),
    ]
    if problems:
        raise InputError(problems)
    had = {_same(contact) for contact in register_file.register.contacts}
    written = {_same(contact): contact for _, contact in reversed(notes.contacts)}
    in_order = list(dict.fromkeys(_same(contact) for _, contact in notes.contacts))
    return Noted(
        new=tuple(written[key] for key in in_order if key not in had),
        known=tuple(written[key] for key in in_order if key in had),
    )


def _same(contact: Contact) -> tuple[object, ...]:
    """What makes two records one contact: who adds a cause or a next day to one later has not had another."""
    return contact.contract, contact.on, contact.kind, _plain(contact.note), _plain(contact.next_step)


def _plain(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()

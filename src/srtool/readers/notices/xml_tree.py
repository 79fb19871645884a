"""A notice as a tree of elements that know their path; entities, outside references and other XML are refused."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from xml.etree.ElementTree import Element, ParseError, XMLParser
from xml.parsers.expat import ExpatError, ParserCreate

from srtool.errors import InputError, Problem
from srtool.lazy_dataclass import dataclass

MOST_BYTES = 32 * 1024**2
"""The largest notice known is under 2 MB."""
_PREFIXES = {
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
    "ext": "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2",
    "efac": "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1",
    "efbc": "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1",
    "efext": "http://data.europa.eu/p27/eforms-ubl-extensions/1",
}
EXTENSION = "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension"
_ROOTS = frozenset({"ContractNotice", "ContractAwardNotice", "PriorInformationNotice"})
_UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
_OLD = "TED_EXPORT"
"""The root of TED's forms before eForms (R2.0.8, R2.0.9)."""
_CHUNK = 4096


class _Seen(Exception):  # noqa: N818 - says what was seen, which is no error yet
    """Raised by the look at the start of a file: its root, or the code of what is wrong before it."""

    def __init__(self, root: str, code: str | None = None) -> None:
        self.root = root
        self.code = code
        super().__init__(root)


@dataclass(slots=True)
class Node:
    """An element with its path from the root, in which repeated elements are counted from 1.

    Not frozen: there are a hundred to a notice, and each would take twice as long to make.
    """

    element: Element
    path: str

    def all(self, path: str) -> Iterator[Node]:
        """The elements at the path below this one."""
        elements = below(self.element, path)
        if len(elements) == 1:
            yield Node(elements[0], f"{self.path}/{path}")
            return
        for number, element in enumerate(elements, 1):
            yield Node(element, f"{self.path}/{path}[{number}]")

    def first(self, path: str) -> Node | None:
        """The first element at the path."""
        element = _first(self.element, path)
        return None if element is None else Node(element, f"{self.path}/{path}")

    def text(self, path: str) -> str | None:
        """The text of the first element at the path, without spaces around it; None when it has none."""
        element = _first(self.element, path)
        return None if element is None or not element.text else element.text.strip() or None

    @property
    def own_text(self) -> str | None:
        return (self.element.text or "").strip() or None


def tree(data: bytes, name: str) -> Node:
    """The root of a notice; InputError with one sentence when it is no eForms notice."""
    root = _root_of(data, name)
    if len(data) > MOST_BYTES:
        raise InputError([Problem("notice_too_large", name, {"limit": MOST_BYTES // 1024**2})])
    parser = XMLParser()  # noqa: S314 - a document type, and with it every entity, was refused above
    try:
        parser.feed(data)
        element = parser.close()
    except (ParseError, LookupError, ValueError) as error:
        raise InputError([Problem("notice_not_xml", name, _where(error))]) from error
    return Node(element, f"/{root}")


def _where(error: Exception) -> dict[str, object]:
    return {"line": error.position[0] if isinstance(error, ParseError) else 1}


def _root_of(data: bytes, name: str) -> str:
    """The local name of the root of an eForms notice, found without reading further than its first tag."""
    if not data.strip():
        raise InputError([Problem("notice_empty", name)])
    parser = ParserCreate(namespace_separator="}")
    parser.StartElementHandler = _start
    parser.StartDoctypeDeclHandler = _doctype
    try:
        for at in range(0, len(data), _CHUNK):
            parser.Parse(data[at : at + _CHUNK])
        parser.Parse(b"", True)  # noqa: FBT003 - takes no name
    except _Seen as seen:
        if seen.code is not None:
            raise InputError([Problem(seen.code, name, {"root": seen.root})]) from None
        return seen.root
    except (ExpatError, LookupError, ValueError) as error:
        line = error.lineno if isinstance(error, ExpatError) else 1
        raise InputError([Problem("notice_not_xml", name, {"line": line})]) from error
    raise InputError([Problem("notice_empty", name)])


def _start(tag: str, _: object) -> None:
    space, _, local = tag.rpartition("}")
    if local == _OLD:
        raise _Seen(local, "notice_old_form")
    raise _Seen(local, None if local in _ROOTS and space.startswith(_UBL) else "notice_other_xml")


def _doctype(*_: object) -> None:
    raise _Seen("", "notice_doctype")


def below(element: Element, path: str) -> list[Element]:
    """The elements at the path below this one."""
    elements = [element]
    for step in _steps(path):
        elements = [child for parent in elements for child in parent.findall(step)]
        if not elements:
            break
    return elements


def _first(element: Element, path: str) -> Element | None:
    """The first element at the path: down the first of each step, and all of them only where that leads nowhere."""
    steps = _steps(path)
    lower = element.find(steps[0])
    for step in steps[1:]:
        if lower is None:
            break
        lower = lower.find(step)
    if lower is not None or len(steps) == 1 or element.find(steps[0]) is None:
        return lower
    return next(iter(below(element, path)), None)


@cache
def _steps(path: str) -> tuple[str, ...]:
    """`cac:Party/cbc:Name` with the namespaces written out: a single step is searched for without any Python."""
    return tuple(f"{{{_PREFIXES[step.partition(':')[0]]}}}{step.partition(':')[2]}" for step in path.split("/"))

"""Which part of an Office file refers to which, in whatever order, spelling and with whatever prefix it says so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.sax.saxutils import quoteattr

from srtool.lazy_dataclass import dataclass
from srtool.views.marked.package import Package, next_number, prefix_of

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES = "[Content_Types].xml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Relation:
    """One part that another refers to, by the name that it has in the archive."""

    key: str
    kind: str
    """The last word of its type, such as `comments`; empty for those that are no part of a document."""
    part: str


def relations_of(package: Package, part: str = "") -> tuple[Relation, ...]:
    """What a part refers to inside the file, in its order; without a part, what the file itself begins with."""
    name = _relations_part(part)
    if name not in package.names():
        return ()
    own_names = {own.lower(): own for own in package.names()}  # parts are the same in capitals and small letters
    relations = []
    for tag in _tree(package, name).iter(f"{{{_PACKAGE}}}Relationship"):
        if tag.get("TargetMode") == "External":
            continue
        target = resolved(tag.get("Target", ""), str(PurePosixPath(part).parent) if part else "")
        relations.append(Relation(tag.get("Id", ""), _kind(tag.get("Type", "")), own_names.get(target.lower(), target)))
    return tuple(relations)


def main_part(package: Package, otherwise: str) -> str:
    """The part that holds the text or the list of sheets; the ordinary name where nothing refers to it."""
    mains = [relation.part for relation in relations_of(package) if relation.kind == "officeDocument"]
    return mains[0] if mains else otherwise


def add_relation(package: Package, part: str, kind: str, target: str) -> str:
    """Makes a part refer to another, and gives the key of that relation."""
    name = _relations_part(part)
    if name not in package.names():
        package.write(name, f'{_XML}<Relationships xmlns="{_PACKAGE}"></Relationships>')
    keys = [tag.get("Id", "") for tag in _tree(package, name)]
    key = f"rId{next_number(keys, r'rId([0-9]+)')}"
    tag = _tag(package.read(name), _PACKAGE, "Relationship")
    package.insert(name, "Relationships", f'<{tag} Id="{key}" Type="{OFFICE}/{kind}" Target={quoteattr(target)}/>')
    return key


def add_kinds(package: Package, kinds: Mapping[str, str]) -> None:
    """Says of new parts what they hold: their content types, by the name of the part."""
    tag = _tag(package.read(_TYPES), _CONTENT, "Override")
    overrides = (
        f"<{tag} PartName={quoteattr(f'/{part}')} ContentType={quoteattr(kind)}/>" for part, kind in kinds.items()
    )
    package.insert(_TYPES, "Types", "".join(overrides))


def resolved(target: str, folder: str) -> str:
    """A target of a relation as the name of its part."""
    steps: list[str] = [] if target.startswith("/") else [step for step in folder.split("/") if step not in ("", ".")]
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)


def _relations_part(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def _kind(kind: str) -> str:
    """Other types have the word officeDocument in their address too: only the end of it tells."""
    space, _, word = kind.rpartition("/")
    return word if space in (OFFICE, _STRICT) else ""


def _tree(package: Package, part: str) -> Element:
    """The part as a tree; LookupError when it is damaged or declares a document type, which none of them has."""
    content = package.raw(part)
    if b"<!DOCTYPE" in content or b"\0" in content:
        raise LookupError(part)
    try:
        return fromstring(content)  # noqa: S314 - without a document type there are no entities to expand
    except ParseError as error:
        raise LookupError(part) from error


def _tag(part: str, namespace: str, name: str) -> str:
    """The name of an element with the prefix that this part gives to the namespace."""
    prefix = prefix_of(part, namespace)
    return f"{prefix}:{name}" if prefix else name

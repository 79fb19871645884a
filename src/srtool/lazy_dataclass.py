"""Dataclasses that cost little to define: `dataclass` as the standard library has it, its methods made when needed.

That of the library writes and compiles up to six methods for each class while a module loads. With a hundred classes
that is a quarter of the time in which a draft is checked, and half of the classes are never used. Here the library
finds the fields and makes the slots; each method is compiled when it is first called.

What it does not have, and the program does not ask: order, fields without comparison, copies by pickle.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

_ABSENT = object()
"""Stands in a constructor for a default that is made anew each time."""


def _lazily(*, frozen: bool = False, slots: bool = False, kw_only: bool = False) -> Callable[[type], type]:
    """The decorator with the meaning that it has in the standard library."""

    def decorate(cls: type) -> type:
        made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
        methods: dict[str, Any] = {
            "__init__": _later(made, "__init__", _constructor if frozen else _open_constructor),
            "__repr__": _shown,
            "__eq__": _later(made, "__eq__", _equality),
            "__hash__": _later(made, "__hash__", _hash) if frozen else None,
        }
        if frozen:
            methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
        for name, method in methods.items():
            if name not in cls.__dict__:
                setattr(made, name, method)
        return made

    return decorate


def _later(cls: type, name: str, make: Callable[[Any], Callable[..., Any]]) -> Callable[..., Any]:
    """A method that makes itself when it is first called."""

    def method(self: object, *args: object, **kwargs: object) -> object:
        made = make(cls)
        made.__qualname__ = f"{cls.__qualname__}.{name}"
        setattr(cls, name, made)
        return made(self, *args, **kwargs)

    return method


def _compiled(name: str, parameters: str, lines: list[str], scope: dict[str, Any]) -> Callable[..., Any]:
    source = "\n ".join([f"def {name}({parameters}):", *lines])
    exec(source, scope)  # noqa: S102 - as the standard library does, of names in our own code
    method: Callable[..., Any] = scope[name]
    return method


def _constructor(cls: type, *, frozen: bool = True) -> Callable[..., None]:
    """Gives each field what was passed for it, or its default."""
    scope: dict[str, Any] = {"_absent_": _ABSENT, "_put_": object.__setattr__}
    parameters: dict[bool, list[str]] = {False: ["self"], True: []}
    lines = []
    for field in dataclasses.fields(cls):
        if not field.init:  # __post_init__ sets it
            continue
        name, value, default = field.name, field.name, ""
        if field.default is not dataclasses.MISSING:
            scope[f"_default_{name}"], default = field.default, f"=_default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            scope[f"_make_{name}"], default = field.default_factory, "=_absent_"
            value = f"_make_{name}() if {name} is _absent_ else {name}"
        parameters[bool(field.kw_only)].append(name + default)
        slot = getattr(cls, name, None)
        if not frozen:
            lines.append(f"self.{name} = {value}")
        elif isinstance(slot, MemberDescriptorType):
            scope[f"_put_{name}"] = slot.__set__
            lines.append(f"_put_{name}(self, {value})")
        else:
            lines.append(f"_put_(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    named = ["*", *parameters[True]] if parameters[True] else []
    return _compiled("__init__", ", ".join([*parameters[False], *named]), [*lines, "return"], scope)


def _open_constructor(cls: type) -> Callable[..., None]:
    """The same for what may change later."""
    return _constructor(cls, frozen=False)


def _values(cls: Any, owner: str) -> str:  # noqa: ANN401 - a dataclass
    """All fields of one object, as a tuple in code."""
    return "(" + "".join(f"{owner}.{field.name}, " for field in dataclasses.fields(cls)) + ")"


def _equality(cls: type) -> Callable[..., bool]:
    same = f"{_values(cls, 'self')} == {_values(cls, 'other')}"
    lines = [f"return {same} if other.__class__ is self.__class__ else NotImplemented"]
    return _compiled("__eq__", "self, other", lines, {})


def _hash(cls: type) -> Callable[..., int]:
    return _compiled("__hash__", "self", [f"return hash({_values(cls, 'self')})"], {})


def _shown(self: Any) -> str:  # noqa: ANN401 - idem
    shown = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self))
    return f"{type(self).__qualname__}({shown})"


def _refuse(self: object, name: str, *_: object) -> None:
    message = f"cannot change field {name!r} of {type(self).__qualname__}"
    raise dataclasses.FrozenInstanceError(message)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _lazily

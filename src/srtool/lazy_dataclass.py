"""Dataclasses that cost little to define: `dataclass` as the standard library has it, its methods made when needed.

That of the library writes and compiles up to six methods for each class while a module loads. With a hundred classes
that is a quarter of the time in which a draft is checked, and half of the classes are never used. Here the library
finds the fields and makes the slots; the constructor is compiled at the first call, the other methods are shared.

What it does not have, and the program does not ask: order, fields without comparison, copies by pickle.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

_ABSENT = object()
"""Stands in a constructor for a default that is made anew each time."""


def _lazily(*, frozen: bool = False, slots: bool = False, kw_only: bool = False) -> Callable[[type], type]:
    """The decorator with the meaning that it has in the standard library."""

    def decorate(cls: type) -> type:
        made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
        methods = {"__init__": _first_call(made, frozen=frozen), **_comparison(made, frozen=frozen)}
        if frozen:
            methods |= {"__setattr__": _refuse, "__delattr__": _refuse}
        for name, method in methods.items():
            if name not in cls.__dict__:
                setattr(made, name, method)
        return made

    return decorate


def _first_call(cls: Any, *, frozen: bool) -> Callable[..., None]:  # noqa: ANN401 - a class with a constructor
    """The constructor that makes the constructor."""

    def __init__(self: object, *args: object, **kwargs: object) -> None:  # noqa: N807 - it stands in for that method
        cls.__init__ = _constructor(cls, frozen=frozen)
        cls.__init__(self, *args, **kwargs)

    return __init__


def _constructor(cls: type, *, frozen: bool) -> Callable[..., None]:
    """The method that gives each field what was passed for it, or its default."""
    scope: dict[str, Any] = {"_absent_": _ABSENT, "_put_": object.__setattr__}
    parameters: dict[bool, list[str]] = {False: [], True: []}
    lines = []
    for field in dataclasses.fields(cls):
        if not field.init:  # __post_init__ sets it
            continue
        name, value = field.name, field.name
        default = ""
        if field.default is not dataclasses.MISSING:
            scope[f"default_{name}"] = field.default
            default = f"=default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            scope[f"make_{name}"] = field.default_factory
            default, value = "=_absent_", f"make_{name}() if {name} is _absent_ else {name}"
        parameters[bool(field.kw_only)].append(name + default)
        lines.append(f"_put_(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    named = ["*", *parameters[True]] if parameters[True] else []
    head = f"def __init__(self, {', '.join([*parameters[False], *named])}):"
    exec("\n ".join([head, *lines, "return"]), scope)  # noqa: S102 - as the standard library does, of names in our code
    constructor: Callable[..., None] = scope["__init__"]
    constructor.__qualname__ = f"{cls.__qualname__}.__init__"
    return constructor


def _comparison(cls: Any, *, frozen: bool) -> dict[str, Any]:  # noqa: ANN401 - idem
    """What shows, compares and hashes by all fields; what can change has no hash."""
    names = [field.name for field in dataclasses.fields(cls)]
    values = attrgetter(*names or ("__class__",))  # those without a field are all alike

    def __repr__(self: object) -> str:  # noqa: N807 - idem
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({shown})"

    def __eq__(self: object, other: object) -> bool:  # noqa: N807 - idem
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: object) -> int:  # noqa: N807 - idem
        return hash(values(self))

    return {"__repr__": __repr__, "__eq__": __eq__, "__hash__": __hash__ if frozen else None}


def _refuse(self: object, name: str, *_: object) -> None:
    message = f"cannot change field {name!r} of {type(self).__qualname__}"
    raise dataclasses.FrozenInstanceError(message)


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _lazily

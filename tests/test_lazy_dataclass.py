"""Our dataclass is that of the standard library, except for when its methods are made."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import pytest

from srtool.lazy_dataclass import dataclass as lazy

KINDS = (dataclasses.dataclass, lazy)


def _frozen(kind: Any) -> Any:  # noqa: ANN401 - a class made twice
    @kind(frozen=True, slots=True)
    class Sum:
        """An amount."""

        amount: int
        unit: str = "EUR"
        of: Mapping[str, int] = dataclasses.field(default_factory=dict)
        rounded: bool = dataclasses.field(default=False, kw_only=True)

        def doubled(self) -> int:
            return 2 * self.amount

    return Sum


def _changing(kind: Any) -> Any:  # noqa: ANN401 - idem
    @kind(slots=True)
    class Trace:
        steps: list[str] = dataclasses.field(default_factory=list)
        day: int = 1
        put: str = "absent"
        absent: int | None = None
        _seen_: int = dataclasses.field(init=False)

        def __post_init__(self) -> None:
            self.day += 1
            self._seen_ = self.day

    return Trace


def _heir(kind: Any) -> Any:  # noqa: ANN401 - idem
    @kind(frozen=True, slots=True, kw_only=True)
    class Record:
        id: str
        note: str | None = None

    @kind(frozen=True, slots=True, kw_only=True)
    class Block(Record):
        amount: int

    return Block


def _looked_up(kind: Any) -> Any:  # noqa: ANN401 - idem
    @kind(frozen=True)
    class Index:
        names: tuple[str, ...] = ()

        @cached_property
        def first(self) -> str:
            return self.names[0]

    return Index


def test_those_without_a_field_are_alike() -> None:
    @lazy(frozen=True, slots=True)
    class Indefinite:
        """No end."""

    assert Indefinite() == Indefinite()
    assert len({Indefinite(), Indefinite()}) == 1
    assert repr(Indefinite()).endswith("Indefinite()")


def _refused(made: Any, *args: object, **kwargs: object) -> str:  # noqa: ANN401 - idem
    with pytest.raises(TypeError) as error:
        made(*args, **kwargs)
    return str(error.value)


@pytest.mark.parametrize(
    ("make", "args", "kwargs"),
    [
        (_frozen, (1,), {}),
        (_frozen, (1, "%"), {"rounded": True}),
        (_frozen, (), {"amount": 2, "of": {}}),
        (_changing, (), {}),
        (_changing, (["a"],), {"day": 4}),
        (_heir, (), {"id": "a", "amount": 1}),
        (_looked_up, (("a", "b"),), {}),
    ],
)
def test_it_is_made_shown_compared_and_replaced_as_in_the_standard_library(
    make: Any,  # noqa: ANN401 - idem
    args: tuple[object, ...],
    kwargs: dict[str, object],
) -> None:
    standard, ours = (make(kind)(*args, **kwargs) for kind in KINDS)
    assert repr(ours) == repr(standard)
    assert dataclasses.asdict(ours) == dataclasses.asdict(standard)
    assert [(f.name, f.kw_only) for f in dataclasses.fields(ours)] == [
        (f.name, f.kw_only) for f in dataclasses.fields(standard)
    ]
    assert ours == type(ours)(*args, **kwargs)
    assert ours != standard
    assert ours.__eq__(1) is NotImplemented
    name = dataclasses.fields(ours)[0].name
    changed = dataclasses.replace(ours, **{name: ("c",)})
    assert repr(changed) == repr(dataclasses.replace(standard, **{name: ("c",)}))
    assert changed != ours
    assert (type(ours).__hash__ is None) == (type(standard).__hash__ is None)
    assert type(ours).__match_args__ == type(standard).__match_args__
    assert hasattr(ours, "__dict__") == hasattr(standard, "__dict__")


@pytest.mark.parametrize("first", [True, False])
def test_what_is_passed_wrongly_is_refused_in_the_same_words(*, first: bool) -> None:
    for args, kwargs in (((), {}), ((1, 2, 3, 4), {}), ((1,), {"other": 1}), ((1,), {"amount": 1})):
        standard, ours = (_frozen(kind) for kind in KINDS)
        if not first:
            ours(1)
        assert _refused(ours, *args, **kwargs) == _refused(standard, *args, **kwargs)


def test_a_default_is_made_for_each_and_a_constructor_once() -> None:
    made = _changing(lazy)
    one, other = made(), made()
    one.steps.append("a")
    assert other.steps == []
    constructor = made.__init__
    made()
    assert made.__init__ is constructor


@pytest.mark.parametrize("make", [_frozen, _looked_up])
def test_what_is_frozen_does_not_change(make: Any) -> None:  # noqa: ANN401 - idem
    frozen = make(lazy)(("a",))
    name = dataclasses.fields(frozen)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(frozen, name, 2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        delattr(frozen, name)
    with pytest.raises(dataclasses.FrozenInstanceError):
        frozen.other = 1


def test_equal_ones_are_one_in_a_set() -> None:
    made = _looked_up(lazy)
    assert len({made(("a",)), made(("a",)), made(("b",))}) == 2
    assert made(("a",)).first == "a"

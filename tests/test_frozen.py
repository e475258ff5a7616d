"""The quick ``dataclass`` does what the standard one does."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import field
from typing import Any, ClassVar

import pytest

from casepress.frozen import dataclass, replace


@dataclass(frozen=True, slots=True)
class Place:
    """A place."""

    name: str
    x: float = 0.0
    tags: dict[str, str] = field(default_factory=dict)
    note: str = field(default="", compare=False, repr=False)

    @property
    def twice(self) -> float:
        return self.x * 2


@dataclasses.dataclass(frozen=True, slots=True)
class Standard:
    name: str
    x: float = 0.0
    tags: dict[str, str] = dataclasses.field(default_factory=dict)
    note: str = dataclasses.field(default="", compare=False, repr=False)


def test_values_defaults_and_keywords() -> None:
    one = Place("a", note="n")
    assert (one.name, one.x, one.tags, one.note, Place("a", 2.0).twice) == ("a", 0.0, {}, "n", 4.0)
    assert one.tags is not Place("b").tags


@pytest.mark.parametrize("wrong", [lambda: Place(), lambda: Place("a", z=1)])  # type: ignore[call-arg]
def test_a_wrong_call_is_refused(wrong: Callable[[], Any]) -> None:
    with pytest.raises(TypeError):
        wrong()


def test_equality_and_representation_are_the_standard_ones() -> None:
    assert Place("a", note="x") == Place("a", note="y") != Place("a", 1.0)
    assert repr(Place("a")).replace("Place", "Standard") == repr(Standard("a"))
    assert Place("a") != Standard("a")


def test_hashes_follow_equality() -> None:
    @dataclass(frozen=True, slots=True)
    class Key:
        a: int
        b: str = "x"

    assert hash(Key(1)) == hash(Key(1, "x")) and len({Key(1), Key(1), Key(2)}) == 2


def test_nothing_can_be_changed_or_added() -> None:
    one = Place("a")
    for name in ("x", "other"):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(one, name, 1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.x
    assert not hasattr(one, "__dict__")


def test_the_standard_tools_work() -> None:
    one = Place("a", 1.0, {"k": "v"})
    assert dataclasses.replace(one, x=2.0) == Place("a", 2.0, {"k": "v"})
    assert [f.name for f in dataclasses.fields(one)] == ["name", "x", "tags", "note"]
    assert dataclasses.asdict(one) == dataclasses.asdict(Standard("a", 1.0, {"k": "v"}))
    assert pickle.loads(pickle.dumps(one)) == one
    match one:
        case Place(name, x):
            assert (name, x) == ("a", 1.0)


def test_a_copy_differs_in_what_is_given_only() -> None:
    one = Place("a", 1.0, {"k": "v"}, "n")
    for _ in range(2):  # the first one writes the method
        other = replace(one, x=2.0, note="m")
        assert (other.name, other.x, other.note) == ("a", 2.0, "m")
        assert other.tags is one.tags and type(other) is Place
        with pytest.raises(TypeError, match="nowhere"):
            replace(one, nowhere=1)  # type: ignore[call-arg]
    assert (one.x, one.note) == (1.0, "n")
    assert replace(Standard("a"), x=2.0) == Standard("a", 2.0)


def test_other_kinds_of_class_are_left_to_the_standard_library() -> None:
    @dataclass(slots=True)
    class Open:
        a: int = 1

    @dataclass(frozen=True, slots=True)
    class Hooked:
        a: int
        limit: ClassVar[int] = 3

        def __post_init__(self) -> None:
            assert self.a < self.limit

    one = Open()
    one.a = 2
    assert one == Open(2) and Hooked(2).a == 2
    with pytest.raises(AssertionError):
        Hooked(5)
    with pytest.raises(ValueError, match="mutable"):

        @dataclass(frozen=True, slots=True)
        class Wrong:
            items: list[int] = []  # noqa: RUF012

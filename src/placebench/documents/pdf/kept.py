"""`kept`: a value worked out when it is first asked for, where a document has ten thousand of its kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class kept(Generic[T]):  # noqa: N801 - it stands where `cached_property` would
    """`functools.cached_property` without its lock, which Python 3.11 takes longer for than for the value.

    Threads that ask at the same time may each work it out, and find the same.

    Args:
        find: Works the value out.
    """

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find = find
        self._name = find.__name__
        self.__doc__ = find.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> T | Self:
        """Return the value, which is found in the instance itself from then on."""
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._find(instance)
        return value

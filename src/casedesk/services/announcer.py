"""Announces what kind of record changed, so that windows can read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Announcer:
    """Passes on the noun of every deed, after it was done."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[str], None]] = []

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call `listener` with the noun of every deed from now on."""
        self._listeners.append(listener)

    def ignore(self, listener: Callable[[str], None]) -> None:
        """Call `listener` no more."""
        self._listeners.remove(listener)

    def announce(self, noun: str) -> None:
        """Tell everybody that records of this kind changed."""
        for listener in tuple(self._listeners):
            listener(noun)

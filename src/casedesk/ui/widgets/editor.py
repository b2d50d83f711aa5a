"""What every field has in common, whatever it edits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance


class Editor(Protocol):
    """A widget that edits one value.

    The text as typed can be kept as a draft while it does not make a value.
    """

    @property
    def edited(self) -> SignalInstance:
        """Tells that the user changed something; never the program."""

    @property
    def left(self) -> SignalInstance:
        """Tells that the user is done: focus went, Enter, or a choice was made."""

    def value(self) -> object:
        """Return the value; raises `ValueError` while there is a `problem`."""

    def set_value(self, value: object) -> None:
        """Show a value; None empties the field."""

    def problem(self) -> str | None:
        """Say why what is typed does not make a value, or None if it does."""

    def raw(self) -> str:
        """Return what is typed, to the letter."""

    def set_raw(self, text: str) -> None:
        """Show what was once typed."""

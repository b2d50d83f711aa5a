"""Windows that were put away: nothing arrives in them or is told by them any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_PUT_AWAY = "put_away"


def put_away(window: QWidget) -> None:
    """Let a window and its dialogs be silent until they are gone.

    Otherwise what arrives meanwhile could ask something of a user who sees nothing.
    """
    window.setProperty(_PUT_AWAY, True)


def is_put_away(widget: QWidget | None) -> bool:
    """Whether a widget is gone already, or belongs to a window that was put away."""
    while widget is not None and isValid(widget):
        if widget.property(_PUT_AWAY):
            return True
        parent = widget.parentWidget()
        if parent is None:
            return False
        widget = parent
    return widget is not None

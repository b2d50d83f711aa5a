"""Scrolls to what gets the focus, on every page there is."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from casedesk.ui.widgets.lazy_column import LazyColumn
from casedesk.ui.widgets.scroll_page import SIGHT_PIXELS, ScrollPage


class FocusFollower(QObject):
    """One for the application: a connection for each page would outlive it.

    It begins when the first window stands, in which the passphrase is in sight: the way
    from a field up to its page takes Python through every class of Qt, once.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        above = None if new is None else new.parentWidget()
        while above is not None:
            if isinstance(above, ScrollPage | LazyColumn) and _is_pressing():
                return  # what is pressed is in sight, and must not move away
            if isinstance(above, ScrollPage) and new is not None:
                # A tall text is too long for the page; its cursor is what counts.
                above.ensureWidgetVisible(new, SIGHT_PIXELS, SIGHT_PIXELS)
            elif isinstance(above, LazyColumn) and new is not None:
                above.bring_into_sight(new)
            above = above.parentWidget()


def _is_pressing() -> bool:
    return bool(QApplication.mouseButtons().value)

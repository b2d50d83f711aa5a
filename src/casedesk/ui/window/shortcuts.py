"""The keys of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from casedesk.ui.places import Page
from casedesk.ui.window.case_view import TABS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from casedesk.ui.window.neutral_screen import NeutralScreen

CASE_KEYS = {
    "Ctrl+M": Page.MATRIX,
    "Ctrl+G": Page.COVERAGE,
    "Ctrl+R": Page.REPORTS,
    "Ctrl+Shift+D": Page.DISCLOSURES,
    **{f"Ctrl+{number}": page for number, page in enumerate(TABS, start=1)},
}


def add_shortcuts(
    window: QWidget, deeds: Mapping[str, Callable[[], object]], neutral: NeutralScreen
) -> None:
    """Let keys do deeds, but not while everything is hidden."""
    for keys, deed in deeds.items():
        shortcut = QShortcut(QKeySequence(keys), window)
        shortcut.activated.connect(deed)
        neutral.uncovers.connect(shortcut.setEnabled)


def add_heard_anywhere(
    window: QWidget, deeds: Mapping[str, Callable[[], object]]
) -> None:
    """Let keys do deeds from every window of the program."""
    for keys, deed in deeds.items():
        shortcut = QShortcut(QKeySequence(keys), window)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        shortcut.activated.connect(deed)

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui.clipboard import clear_own

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_what_was_copied_here_is_taken_back(qapp: QApplication) -> None:
    clipboard = qapp.clipboard()
    clipboard.setText("Frau Meier, 1951")

    clear_own(clipboard)

    assert clipboard.text() == ""

"""Shows problems to the user. Bugs are not problems: they reach the crash dialog."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from casedesk.domain.problems import Problem
from casedesk.ui.language import gettext as _
from casedesk.ui.put_away import is_put_away

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QMessageBox, QWidget


@contextmanager
def problems_shown(parent: QWidget, words: Callable[[Problem], str]) -> Iterator[None]:
    """Run a slot's work; if it meets a `Problem`, say so in `words` and give up."""
    try:
        yield
    except Problem as problem:
        tell(parent, words(problem))


def tell(parent: QWidget, text: str) -> None:
    """Show a message and wait until it was read."""
    from PySide6.QtWidgets import QMessageBox

    _show(parent, QMessageBox.Icon.Warning, text)


def confirm(parent: QWidget | None, text: str) -> None:
    """Say that something important is done, and wait until it was read."""
    from PySide6.QtWidgets import QMessageBox

    _show(parent, QMessageBox.Icon.Information, text)


def asked(parent: QWidget, text: str) -> bool:
    """Ask whether to go on; the button that does nothing is the one at hand."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    if is_put_away(parent):
        return False
    buttons = QMessageBox.StandardButton
    box = QMessageBox(QMessageBox.Icon.Warning, _("CaseDesk"), "", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setStandardButtons(buttons.Yes | buttons.No)
    box.setDefaultButton(buttons.No)
    return box.exec() == buttons.Yes


def _show(parent: QWidget | None, icon: QMessageBox.Icon, text: str) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox
    from shiboken6 import isValid

    if is_put_away(parent):
        return  # the vault is being closed; nothing may hold that up
    box = QMessageBox(
        icon,
        _("CaseDesk"),
        "",
        QMessageBox.StandardButton.Ok,
        parent,
    )
    box.setTextFormat(Qt.TextFormat.PlainText)  # before there is text to guess about
    box.setText(text)
    box.exec()
    if isValid(box):  # a lock may have taken it away
        box.deleteLater()

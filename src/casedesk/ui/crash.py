"""The last resort: says once that something went wrong, and what to pass on."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from casedesk.domain.problems import VaultDamaged
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

PACKAGE = "casedesk"


class CrashReporter(QObject):
    """Takes what nobody caught, from any thread, to the log and to one dialog."""

    _crashed = Signal(str, bool)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        meet_damage: Callable[[], bool] = lambda: False,
    ) -> None:
        """`meet_damage` is told of a damaged vault; it may take care of it itself."""
        super().__init__(parent)
        self._meet_damage = meet_damage
        self._dialog: QMessageBox | None = None
        # A worker's failure arrives on its own thread; the signal changes threads.
        self._crashed.connect(self._on_crashed)

    def install(self) -> None:
        """Become the one who is told of failures that nobody caught."""
        sys.excepthook = self.report
        threading.excepthook = self._report_of_thread

    def report(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log a failure and show it, unless one is being shown already."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = details_of(error)
        logging.getLogger(PACKAGE).error("%s", details)
        self._crashed.emit(details, isinstance(error, VaultDamaged))

    def dialog(self) -> QMessageBox | None:
        """Return the dialog that is open, if any."""
        return self._dialog

    def _report_of_thread(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            self.report(told.exc_type, told.exc_value, told.exc_traceback)

    @Slot(str, bool)
    def _on_crashed(self, details: str, is_damage: bool) -> None:
        if self._dialog is not None or (is_damage and self._meet_damage()):
            return
        dialog = QMessageBox(QMessageBox.Icon.Critical, _("CaseDesk"), "")
        dialog.setTextFormat(Qt.TextFormat.PlainText)
        dialog.setText(_("Something went wrong inside CaseDesk."))
        dialog.setInformativeText(
            _(
                "What was saved is safe. You can go on, or close CaseDesk and start it "
                "again. The details name places in the program, no people."
            )
        )
        dialog.setDetailedText(details)
        copy = QPushButton(_("Copy details"), dialog)
        copy.setAutoDefault(False)
        dialog.addButton(copy, QMessageBox.ButtonRole.ActionRole)
        dialog.addButton(QMessageBox.StandardButton.Close)
        dialog.setDefaultButton(QMessageBox.StandardButton.Close)
        # Buttons of a message box close it; this one must not.
        copy.clicked.disconnect()
        copy.clicked.connect(self._on_copy)
        dialog.finished.connect(self._on_finished)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _on_copy(self) -> None:
        if self._dialog is not None:
            QApplication.clipboard().setText(self._dialog.detailedText())

    @Slot(int)
    def _on_finished(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def details_of(error: BaseException) -> str:
    """Describe a failure by kinds and places only.

    Messages of exceptions and local variables may hold people's data.
    """
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(type(current).__qualname__)
        lines += [
            f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__)
        ]
        current = current.__cause__ or current.__context__
        if current is not None:
            lines.append("after")
    return "\n".join(lines)


def _place(filename: str) -> str:
    # The whole path would name the user's folder, and so the user.
    parts = Path(filename).parts
    if PACKAGE in parts:
        last = len(parts) - 1 - parts[::-1].index(PACKAGE)
        return "/".join(parts[last:])
    return parts[-1] if parts else filename

"""Shows one window, ours or a bare one, and prints the moment it was first painted."""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer


class FirstPaint(QObject):
    """Watches one window and prints the moment after its first painting."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self._is_seen = False
        window.installEventFilter(self)

    def _tell(self) -> None:
        print(time.monotonic(), flush=True)
        QTimer.singleShot(0, quit_now)

    # --- QObject

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the first painting; what is inside is painted with it."""
        if event.type() == QEvent.Type.Paint and not self._is_seen:
            self._is_seen = True
            QTimer.singleShot(0, self._tell)
        return super().eventFilter(watched, event)


def quit_now() -> None:
    """End the program."""
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.exit(0)


def show_ours() -> None:
    """Show the first window as the program does."""
    from casedesk.__main__ import begin

    app, application = begin(None)
    window = application.window()
    assert window is not None
    FirstPaint(window)
    app.exec()


def show_bare() -> None:
    """Show a table in a window, and nothing else."""
    from PySide6.QtWidgets import (
        QApplication,
        QTableWidget,
        QTableWidgetItem,
        QVBoxLayout,
        QWidget,
    )

    app = QApplication(sys.argv[:1])
    window = QWidget()
    table = QTableWidget(12, 4)
    for row in range(12):
        for column in range(4):
            table.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
    QVBoxLayout(window).addWidget(table)
    window.resize(900, 600)
    window.show()
    FirstPaint(window)
    app.exec()


if __name__ == "__main__":
    {"ours": show_ours, "bare": show_bare}[sys.argv[1]]()

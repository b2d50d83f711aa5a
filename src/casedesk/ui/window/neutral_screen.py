"""The neutral screen: everything hidden at one key, for a glance over the shoulder."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.labels import button, plain_label


class NeutralScreen(QWidget):
    """Covers its parent without a word about anybody."""

    uncovers = Signal(bool)  # whether keys are for what is beneath

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        back = button(_("Show again"), "primary")
        back.clicked.connect(self.switch)
        self._back = back
        self._covered: list[QWidget] = []
        self._dialogs: list[QDialog] = []
        layout = QVBoxLayout(self)
        layout.addStretch()
        brand = plain_label("CaseDesk", "brand")
        layout.addWidget(brand, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(back, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        parent.installEventFilter(self)
        self.hide()

    def switch(self) -> None:
        """Hide everything, or show it again."""
        if self.isVisible():
            self._uncover()
        else:
            self.cover()

    def cover(self) -> None:
        """Hide everything."""
        parent = self.parentWidget()
        if self.isVisible() or parent is None:
            return
        self._covered = [
            child
            for child in parent.findChildren(
                QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            if child is not self and child.isEnabled() and not child.isWindow()
        ]
        self._dialogs = [
            dialog for dialog in parent.findChildren(QDialog) if dialog.isVisible()
        ]
        for dialog in self._dialogs:
            dialog.setVisible(False)
        for child in self._covered:
            child.setEnabled(False)  # else the keyboard would still reach it
        self._fill()
        self.show()
        self.raise_()
        self._back.setFocus()
        self.uncovers.emit(False)

    def _uncover(self) -> None:
        self.hide()
        for child in self._covered:
            child.setEnabled(True)
        for dialog in self._dialogs:
            dialog.show()
        self._covered, self._dialogs = [], []
        self.uncovers.emit(True)

    def _fill(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    # --- QWidget

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fill()
        return super().eventFilter(watched, event)

"""The neutral screen: everything hidden at one key, for a glance over the shoulder."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.labels import button, plain_label


class NeutralScreen(QWidget):
    """Covers its parent without a word about anybody."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        back = button(_("Show again"), "primary")
        back.clicked.connect(self.hide)
        self._back = back
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
            self.hide()
            return
        self._fill()
        self.show()
        self.raise_()
        self._back.setFocus()

    def _fill(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())

    # --- QWidget

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._fill()
        return super().eventFilter(watched, event)

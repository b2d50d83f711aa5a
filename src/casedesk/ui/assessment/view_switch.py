"""Chooses one of the views of an assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from casedesk.ui import wording
from casedesk.ui.assessment.views import View, title
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


def width_when_down(made: QPushButton) -> int:
    """Return the width of a button that is down, whose words are bold."""
    font = QFont(made.font())
    font.setBold(True)
    words = QFontMetrics(font).horizontalAdvance(made.text())
    return words + 3 * GRID


class ViewSwitch(QWidget):
    """A row of buttons, one of them down; arrows go along it, Alt+1 … choose."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[View, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.setAccessibleName(_("Views of the assessment"))
        row = FlowLayout(self, gap=2)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for number, view in enumerate(View, start=1):
            made = button(title(view).replace("&", "&&"), "nav", self)
            made.setCheckable(True)
            made.setMinimumWidth(width_when_down(made))
            made.setToolTip(wording.keys(f"Alt+{number}"))
            made.clicked.connect(self._on_clicked)
            self._group.addButton(made, number)
            self.buttons[view] = made
            row.addWidget(made)
            self._add_key(f"Alt+{number}", made)
        self.choose(View.DOMAINS)

    def choose(self, view: View) -> None:
        """Show which view is looked at, without telling."""
        self.buttons[view].setChecked(True)

    def view(self) -> View:
        """Return the view that is chosen."""
        return list(View)[self._group.checkedId() - 1]

    def _add_key(self, keys: str, made: QPushButton) -> None:
        around = self.parentWidget() or self
        shortcut = QShortcut(QKeySequence(keys), around)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(made.click)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.view())

"""Chips that can be ticked, side by side, gone through by the arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from casedesk.ui.colours import colours
from casedesk.ui.icons import icon
from casedesk.ui.theme import set_look
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.parsed_line import PASSING_REASONS

if TYPE_CHECKING:
    from collections.abc import Collection

STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class ChipRow(QWidget):
    """Shows chips for values; what a tick means is up to who uses them.

    Tab enters and leaves; arrows go from chip to chip, Space ticks.
    """

    pressed = Signal(object)
    digit_typed = Signal(int)
    cleared = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=6)
        self._chips: dict[object, QPushButton] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, value: object, label: str) -> None:
        """Add a chip at the end."""
        chip = QPushButton(label.replace("&", "&&"), self)
        chip.setCheckable(True)
        chip.setAutoDefault(False)
        set_look(chip, "chip")
        chip.clicked.connect(self._on_clicked)
        chip.toggled.connect(self._show_ticks)
        chip.installEventFilter(self)
        if self._chips:
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        else:
            self.setFocusProxy(chip)
        self._chips[value] = chip
        self._flow.addWidget(chip)

    def values(self) -> list[object]:
        """Return the value of every chip, in their order."""
        return list(self._chips)

    def ticked(self) -> tuple[object, ...]:
        """Return the values whose chips are ticked."""
        return tuple(v for v, chip in self._chips.items() if chip.isChecked())

    def tick(self, values: Collection[object]) -> None:
        """Tick exactly these."""
        for value, chip in self._chips.items():
            chip.setChecked(value in values)

    def go_on(self) -> None:
        """Give the focus to what comes after the chips."""
        last = list(self._chips.values())[-1]
        last.setFocus(Qt.FocusReason.OtherFocusReason)
        last.focusNextChild()

    def _on_clicked(self) -> None:
        pressed = self.sender()
        self.pressed.emit(next(v for v, c in self._chips.items() if c is pressed))

    def _show_ticks(self) -> None:
        # A coloured ground alone would not tell everybody.
        tick = icon("check", colours(self).accent)
        for chip in self._chips.values():
            chip.setIcon(tick if chip.isChecked() else QIcon())

    def _on_key(self, chip: QPushButton, event: QKeyEvent) -> bool:
        """Act on a key in a chip; tell whether it meant something."""
        key = Qt.Key(event.key())
        if key in STEPS:
            chips = list(self._chips.values())
            following = chips[(chips.index(chip) + STEPS[key]) % len(chips)]
            following.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if key in _REMOVING:
            self.cleared.emit()
            return True
        if event.text().isascii() and event.text().isdecimal():
            self.digit_typed.emit(int(event.text()))
            return True
        return False

    def _notice_leaving(self, event: QFocusEvent) -> None:
        focused: QWidget | None = self.window().focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        if not inside and event.reason() not in PASSING_REASONS:
            self.left.emit()

    # --- QWidget

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_ticks()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, QPushButton)
            and self._on_key(watched, event)
        ):
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._notice_leaving(event)
        return super().eventFilter(watched, event)

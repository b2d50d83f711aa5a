"""A choice of any number among several."""

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
    from collections.abc import Iterable, Sequence

SEPARATOR = "\n"
STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class ChoiceChips(QWidget):
    """Edits a tuple of values, in the order they are offered.

    Tab enters and leaves; arrows go from chip to chip, Space ticks.
    """

    edited = Signal()
    left = Signal()

    def __init__(
        self, items: Sequence[tuple[object, str]], parent: QWidget | None = None
    ) -> None:
        """`items` are values, each with the word shown for it."""
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=6)
        self._chips: dict[object, QPushButton] = {}
        for value, label in items:
            self._add(value, label)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> tuple[object, ...]:
        """Return the ticked values."""
        return tuple(v for v, chip in self._chips.items() if chip.isChecked())

    def set_value(self, value: object) -> None:
        """Tick exactly these values; None ticks nothing."""
        ticked: Iterable[object] = (
            value if isinstance(value, (tuple, list, set, frozenset)) else ()
        )
        for unknown in [one for one in ticked if one not in self._chips]:
            self._add(unknown, str(unknown))
        for one, chip in self._chips.items():
            chip.setChecked(one in ticked)

    def problem(self) -> str | None:
        """Every choice is a good choice."""
        return None

    def raw(self) -> str:
        """Return the ticked values as text, one in a line."""
        return SEPARATOR.join(str(value) for value in self.value())

    def set_raw(self, text: str) -> None:
        """Tick the values that have these texts."""
        texts = text.split(SEPARATOR)
        for value, chip in self._chips.items():
            chip.setChecked(str(value) in texts)

    def _add(self, value: object, label: str) -> None:
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

    def _on_clicked(self) -> None:
        self.edited.emit()

    def _show_ticks(self) -> None:
        # A coloured ground alone would not tell everybody.
        tick = icon("check", colours(self).accent)
        for chip in self._chips.values():
            chip.setIcon(tick if chip.isChecked() else QIcon())

    def _move(self, chip: QPushButton, step: int) -> None:
        chips = list(self._chips.values())
        chips[(chips.index(chip) + step) % len(chips)].setFocus(
            Qt.FocusReason.OtherFocusReason
        )

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
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = STEPS.get(Qt.Key(event.key()))
            if step and isinstance(watched, QPushButton):
                self._move(watched, step)
                return True
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._notice_leaving(event)
        return super().eventFilter(watched, event)

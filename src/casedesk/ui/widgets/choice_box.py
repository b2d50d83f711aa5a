"""A choice of one among several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyledItemDelegate,
    QWidget,
)

from casedesk.ui.widgets.parsed_line import PASSING_REASONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QWheelEvent

LEAST_LETTERS = 8
SCROLL_BAR = 12  # pixels
MOST_OF_SCREEN = 0.6
MOST_ROWS = 24  # then the list scrolls; the screen may ask for less


class ChoiceBox(QComboBox):
    """Edits one of several values, or none; typing the first letters selects."""

    edited = Signal()
    left = Signal()

    def __init__(
        self,
        items: Sequence[tuple[object, str]],
        parent: QWidget | None = None,
        *,
        may_be_empty: bool = True,
    ) -> None:
        """`items` are values, each with the word shown for it."""
        super().__init__(parent)
        self._may_be_empty = may_be_empty
        self._values: list[object] = []
        self._is_unsaved = False
        self._delegate: QStyledItemDelegate | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(LEAST_LETTERS)
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(MOST_ROWS)
        self.set_items(items)
        self.activated.connect(self._on_activated)

    def set_items(self, items: Sequence[tuple[object, str]]) -> None:
        """Offer other values, keeping the one that is chosen if it is among them."""
        chosen = self.value() if self._values else None
        offered: list[tuple[object, str]] = list(items)
        if self._may_be_empty:
            offered.insert(0, (None, ""))
        self.clear()
        self._values = [value for value, _ in offered]
        self.addItems([label for _, label in offered])
        if chosen is not None and chosen in self._values:
            self.set_value(chosen)

    def value(self) -> object:
        """Return the chosen value, None if there is none."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Choose a value; one that is no longer offered stays visible all the same."""
        if value is not None and value not in self._values:
            self._values.append(value)
            self.addItem(str(value))
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def problem(self) -> str | None:
        """Every choice is a good choice."""
        return None

    def raw(self) -> str:
        """Return the chosen value as text."""
        value = self.value()
        return "" if value is None else str(value)

    def set_raw(self, text: str) -> None:
        """Choose the value that has this text, or none."""
        texts = ["" if value is None else str(value) for value in self._values]
        self.setCurrentIndex(texts.index(text) if text in texts else -1)

    def _on_activated(self) -> None:
        self._is_unsaved = True
        self.edited.emit()

    def _leave(self) -> None:
        if self._is_unsaved:
            self._is_unsaved = False
            self.left.emit()

    def _width_of_words(self) -> int:
        most = round(self.screen().availableSize().width() * MOST_OF_SCREEN)
        return min(self.view().sizeHintForColumn(0) + SCROLL_BAR, most)

    # --- QComboBox

    def showPopup(self) -> None:  # noqa: D102, N802
        if self._delegate is None:  # not earlier: it makes the list, which takes time
            self._delegate = QStyledItemDelegate(self)  # the style sheet needs one
            self.setItemDelegate(self._delegate)
        self.view().setMinimumWidth(self._width_of_words())
        super().showPopup()

    def hidePopup(self) -> None:  # noqa: D102, N802
        super().hidePopup()
        self._leave()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        if event.reason() not in PASSING_REASONS:
            self._leave()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: D102
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

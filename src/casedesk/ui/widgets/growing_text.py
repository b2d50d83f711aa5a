"""A text of any length that is always seen as a whole."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QWidget

from casedesk.ui.widgets.abbreviations import abbreviations_of
from casedesk.ui.widgets.lazy_column import LazyColumn
from casedesk.ui.widgets.parsed_line import PASSING_REASONS

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent

ROOM_PIXELS = 14  # border, padding and the document's own margin
SIGHT_PIXELS = 24
SETTLED_MS = 60


class GrowingText(QPlainTextEdit):
    """Edits a text; wraps it and grows with it instead of scrolling."""

    edited = Signal()
    left = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        min_lines: int = 2,
        placeholder: str = "",
    ) -> None:
        super().__init__(parent)
        self._min_lines = min_lines
        self._is_showing = False
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = self.document().documentLayout()
        layout.documentSizeChanged.connect(self._on_size_changed)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self._fit()

    def value(self) -> str:
        """Return the text without spaces and empty lines around it."""
        return self.toPlainText().strip()

    def set_value(self, value: object) -> None:
        """Show a text; None empties the field."""
        self.set_raw("" if value is None else str(value))

    def problem(self) -> str | None:
        """Every text is a good text."""
        return None

    def raw(self) -> str:
        """Return the text as typed."""
        return self.toPlainText()

    def set_raw(self, text: str) -> None:
        """Show a text as it was typed."""
        self._is_showing = True
        self.setPlainText(text)
        self._is_showing = False

    def _fit(self) -> None:
        least = self._min_lines * self.fontMetrics().lineSpacing()
        height = max(least, self._text_height()) + ROOM_PIXELS
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
            if self.hasFocus():
                # The page has grown only after some events.
                QTimer.singleShot(SETTLED_MS, self, self._show_cursor)

    def _text_height(self) -> int:
        # Lines with signs of another font are higher: counting them is not enough.
        height, block = 0.0, self.document().begin()
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        return ceil(height)

    def _on_size_changed(self) -> None:
        self._fit()

    def _on_text_changed(self) -> None:
        if not self._is_showing:
            self.edited.emit()

    def _on_cursor_moved(self) -> None:
        if self.hasFocus():
            # The page learns the new height only with the next event.
            QTimer.singleShot(0, self, self._show_cursor)

    def _show_cursor(self) -> None:
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea | LazyColumn):
            page = page.parentWidget()
        if isinstance(page, LazyColumn):
            page.bring_into_sight(self.viewport(), self.cursorRect())
        elif page is not None and (sheet := page.widget()) is not None:
            at: QPoint = self.viewport().mapTo(sheet, self.cursorRect().center())
            page.ensureVisible(at.x(), at.y(), SIGHT_PIXELS, SIGHT_PIXELS)

    def _write_out(self, *, is_followed_by_space: bool = False) -> bool:
        """Write out the abbreviation before the cursor, if there is one."""
        abbreviations = abbreviations_of(self)
        return abbreviations is not None and abbreviations.write_out(
            self, is_followed_by_space=is_followed_by_space
        )

    # --- QPlainTextEdit

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() == Qt.Key.Key_Space:
            if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                abbreviations = abbreviations_of(self)
                if abbreviations is not None and not self.isReadOnly():
                    abbreviations.offer(self)
                    return
            elif event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self._write_out(is_followed_by_space=True)
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next_: bool, /) -> bool:  # noqa: D102, N802
        # Tab writes an abbreviation out; a second one goes on.
        is_here = self.hasFocus() and next_
        return (is_here and self._write_out()) or super().focusNextPrevChild(next_)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: D102
        if source.hasText():
            self.textCursor().insertText(source.text())

    def loadResource(self, kind: int, name: object) -> object:  # noqa: D102
        return None  # a text never opens a file

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() in (event.Type.FontChange, event.Type.StyleChange):
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: D102
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        if event.reason() not in PASSING_REASONS:
            self.left.emit()

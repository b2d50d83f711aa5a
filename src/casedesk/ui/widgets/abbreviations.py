"""Writes out abbreviations in long texts, or offers all of them in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPlainTextEdit, QWidget


class Abbreviations(QObject):
    """Belongs to a window; the long texts in it and in its dialogs ask it."""

    def __init__(
        self,
        text_behind: Callable[[str], str],
        offer: Callable[[QPlainTextEdit], None],
        window: QWidget,
    ) -> None:
        """`text_behind` returns the text of an abbreviation, or nothing."""
        super().__init__(window)
        self._text_behind = text_behind
        self.offer = offer

    def write_out(
        self, editor: QPlainTextEdit, *, is_followed_by_space: bool = False
    ) -> bool:
        """Put the text in place of the word before the cursor; one undo takes it back.

        Tell whether it was an abbreviation. A text that ends with a space gets no
        second one from the space that follows.
        """
        cursor = editor.textCursor()
        if editor.isReadOnly() or cursor.hasSelection():
            return False
        before = cursor.block().text()[: cursor.positionInBlock()]
        words = before.split()
        if not words or before[-1:].isspace():
            return False
        text = self._text_behind(words[-1])
        if not text:
            return False
        cursor.movePosition(
            QTextCursor.MoveOperation.Left,
            QTextCursor.MoveMode.KeepAnchor,
            len(words[-1].encode("utf-16-le")) // 2,  # as Qt counts letters
        )
        cursor.insertText(text.rstrip(" ") if is_followed_by_space else text)
        return True


def abbreviations_of(widget: QWidget) -> Abbreviations | None:
    """Return those of the window that a widget belongs to, or nothing."""
    above: QWidget | None = widget
    while above is not None:
        if above.isWindow():
            found = above.findChild(
                Abbreviations, options=Qt.FindChildOption.FindDirectChildrenOnly
            )
            if isinstance(found, Abbreviations):
                return found
        above = above.parentWidget()
    return None

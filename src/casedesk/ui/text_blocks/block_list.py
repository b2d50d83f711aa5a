"""The list of text blocks at the cursor: typed letters narrow it, Enter inserts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout

from casedesk.domain.spelling import folded
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QPlainTextEdit

    from casedesk.domain.text_block import TextBlock

WIDTH, HEIGHT = 460, 280
LETTERS = 160
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BlockList(QFrame):
    """Offers text blocks for an editor, and closes when one is chosen."""

    chosen = Signal(str)

    def __init__(self, blocks: Sequence[TextBlock], editor: QPlainTextEdit) -> None:
        super().__init__(editor, Qt.WindowType.Popup)
        self._blocks = [block for block in blocks if block.text]
        self._editor = editor
        self.words = TextLine(self, placeholder=_("Find a text block"))
        self.list = QListWidget(self)
        self._empty = plain_label(
            _("There are no text blocks yet. They are kept on the page “Practice”."),
            "muted",
            self,
            wraps=True,
        )
        self._build()
        self._narrow()

    def show_at_cursor(self) -> None:
        """Open where the next letter would stand."""
        corner = self._editor.cursorRect().bottomLeft()
        place = self._editor.viewport().mapToGlobal(corner)
        screen = self._editor.screen().availableGeometry()
        left = min(place.x(), screen.right() - WIDTH)
        top = min(place.y(), screen.bottom() - HEIGHT)
        self.setGeometry(
            max(screen.left(), left), max(screen.top(), top), WIDTH, HEIGHT
        )
        self.show()
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    def insert(self) -> None:
        """Put the chosen text in place of what is selected, and close."""
        item: QListWidgetItem | None = self.list.currentItem()
        text = item.data(Qt.ItemDataRole.UserRole) if item is not None else ""
        self.close()
        if text:
            self._editor.textCursor().insertText(text)
            self.chosen.emit(text)
        self._editor.setFocus(Qt.FocusReason.PopupFocusReason)

    def _build(self) -> None:
        set_look(self, "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words.setAccessibleName(_("Find a text block"))
        self.list.setAccessibleName(_("Text blocks"))
        self.list.setWordWrap(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addWidget(self._empty)
        self._empty.setVisible(not self._blocks)
        self.list.setVisible(bool(self._blocks))
        self.words.edited.connect(self._narrow)
        self.list.itemClicked.connect(self.insert)

    def _narrow(self) -> None:
        typed = self.words.value()
        self.list.clear()
        for block in self._blocks:
            if _holds(f"{block.abbreviation} {block.text}", typed):
                begins = " ".join(block.text.split())[:LETTERS]
                item = QListWidgetItem(f"{block.abbreviation}  ·  {begins}")
                item.setData(Qt.ItemDataRole.UserRole, block.text)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    # --- QFrame

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in ENTERS:
            self.insert()
        elif event.key() in STEPS:
            row = self.list.currentRow() + STEPS[Qt.Key(event.key())]
            self.list.setCurrentRow(min(max(0, row), self.list.count() - 1))
        else:
            super().keyPressEvent(event)


def _holds(text: str, typed: str) -> bool:
    """Whether a text holds what was typed, with or without umlauts."""
    return any(
        folded(typed, spell_out=way) in folded(text, spell_out=way)
        for way in (True, False)
    )

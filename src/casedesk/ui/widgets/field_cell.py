"""One field of a form: its label, its editor, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from casedesk.ui.colours import colours
from casedesk.ui.icons import pixmap
from casedesk.ui.theme import set_mark
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from casedesk.ui.widgets.editor import Editor

LABEL_GAP = 3


@dataclass(frozen=True, slots=True)
class Field:
    """What a form needs to know about one field; `wide` ones take a whole row."""

    name: str
    label: str
    editor: Editor
    help: str = ""
    wide: bool = False


class FieldCell(QWidget):
    """Lays out one field and passes on its signals under its name."""

    edited = Signal(str)
    left = Signal(str)

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.editor = field.editor
        # Every editor is a widget; Python cannot say "a widget and an editor".
        self.widget = cast("QWidget", field.editor)
        self._trouble: _Trouble | None = None
        self._build()

    def has_focus(self) -> bool:
        """Tell whether the user is in this field, or would be on coming back."""
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and (
            focused is self.widget or self.widget.isAncestorOf(focused)
        )

    def set_locked(self, is_locked: bool) -> None:
        """Let the field be read only, or be edited again."""
        if isinstance(self.widget, (QLineEdit, QPlainTextEdit)):
            self.widget.setReadOnly(is_locked)
        else:
            self.widget.setEnabled(not is_locked)

    def trouble(self) -> str:
        """Return what is said to be wrong, nothing if all is well."""
        return "" if self._trouble is None else self._trouble.text()

    def show_trouble(self, message: str) -> None:
        """Say under the field what is wrong; an empty message takes it away."""
        if message == self.trouble():
            return
        if self._trouble is None:
            self._trouble = _Trouble(self)
            self._layout.addWidget(self._trouble)
        self._trouble.show_text(message)
        set_mark(self.widget, "troubled", "true" if message else "")
        self.widget.setAccessibleDescription(message)

    def _build(self) -> None:
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(LABEL_GAP)
        if self.field.label:
            label = plain_label(self.field.label, "field", self, wraps=True)
            label.setBuddy(self.widget)
            self._layout.addWidget(label)
            self.widget.setAccessibleName(self.field.label.replace("&", ""))
        fixed = self.widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Fixed
        side = Qt.AlignmentFlag.AlignLeft if fixed else Qt.AlignmentFlag(0)
        self._layout.addWidget(self.widget, 0, side)
        if self.field.help:
            self._layout.addWidget(
                plain_label(self.field.help, "small", self, wraps=True)
            )
        self.editor.edited.connect(self._on_edited)
        self.editor.left.connect(self._on_left)

    def _on_edited(self) -> None:
        self.edited.emit(self.field.name)

    def _on_left(self) -> None:
        self.left.emit(self.field.name)


class _Trouble(QWidget):
    """A sign and words; colour is not the only thing that tells."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = QLabel(self)
        self._words = plain_label("", "problem", self, wraps=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)

    def text(self) -> str:
        """Return what is said."""
        return self._words.text()

    def show_text(self, text: str) -> None:
        """Say something, or nothing and take no room."""
        size = self.fontMetrics().height()
        self._sign.setPixmap(
            pixmap("circle-alert", colours(self).danger, size, self.devicePixelRatio())
        )
        self._words.setText(text)
        self.setVisible(bool(text))

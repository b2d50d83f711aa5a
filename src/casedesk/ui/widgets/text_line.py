"""A line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui.widgets.parsed_line import ParsedLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class TextLine(ParsedLine):
    """Edits a short text; spaces around it are dropped."""

    def __init__(self, parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(str.strip, str, parent=parent)
        self.setPlaceholderText(placeholder)

    def value(self) -> str:
        """Return the text, empty if there is none."""
        return self.text().strip()

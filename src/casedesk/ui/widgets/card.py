"""A white sheet with a heading on which things are laid."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import Tone, plain_label


class SectionHeading(QWidget):
    """A heading, an optional note, and actions at its right end or beneath it."""

    def __init__(
        self,
        title: str = "",
        parent: QWidget | None = None,
        *,
        note: str = "",
        look: str = "heading",
    ) -> None:
        super().__init__(parent)
        self._title = plain_label(title, look, self, wraps=True)
        self._note = plain_label("", "small", self)
        self._row = HeadLayout(self)
        self._row.addWidget(self._title)
        self._row.add_act(self._note)
        self.set_note(note)

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self._title.setText(title)

    def set_note(self, note: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Put a few words beside the heading, muted or as a warning."""
        self._note.setText(note)
        self._note.setVisible(bool(note))
        set_look(self._note, "small" if tone == Tone.NEUTRAL else f"{tone}-small")

    def add_action(self, action: QWidget) -> None:
        """Put a button, or another small widget, at the right end."""
        self._row.add_act(action)


class Card(QFrame):
    """A rounded sheet; lay the contents into `body`."""

    def __init__(
        self, title: str = "", parent: QWidget | None = None, *, note: str = ""
    ) -> None:
        super().__init__(parent)
        set_look(self, "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID - 2, GRID + 4, 2 * GRID - 2, GRID + 4)
        layout.setSpacing(GRID)
        self.heading = SectionHeading(title, self, note=note, look="subheading")
        self.heading.setVisible(bool(title or note))
        self.body = QVBoxLayout()
        self.body.setSpacing(GRID)
        layout.addWidget(self.heading)
        layout.addLayout(self.body)

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self.heading.set_title(title)
        self.heading.setVisible(True)

    def set_note(self, note: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Put a few words at the right of the heading."""
        self.heading.set_note(note, tone)
        self.heading.setVisible(True)

    def add_action(self, action: QWidget) -> None:
        """Put a button, or another small widget, at the right end of the heading."""
        self.heading.add_action(action)
        self.heading.setVisible(True)

    def add(self, widget: QWidget) -> None:
        """Lay a widget beneath the others."""
        self.body.addWidget(widget)

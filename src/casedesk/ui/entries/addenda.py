"""The addenda beneath an entry: read as words, and written while they are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui import fields
from casedesk.ui.entries.entry_words import addendum_words
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.unfolding import Unfolding
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from casedesk.domain.addendum import Addendum
    from casedesk.services.journal import Told
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class AddendumFace(QWidget):
    """Says when and why, and the whole text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = plain_label("", "small", self, wraps=True)
        self._text = plain_label("", "", self, wraps=True)
        self._neutral = plain_label("", "small", self, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, 0, GRID, 0)
        column.setSpacing(0)
        for label in (self._head, self._text, self._neutral):
            column.addWidget(label)

    def show_addendum(self, addendum: Addendum) -> str:
        """Show what an addendum says, and return it."""
        head = addendum_words(addendum)
        neutral = addendum.neutral_text.strip()
        self._head.setText(head)
        self._text.setText(addendum.text or _("(no text yet)"))
        self._neutral.setText(_("For the payer: {text}").format(text=neutral))
        self._neutral.setVisible(bool(neutral))
        return f"{head}. {addendum.text} {neutral}".strip()


class Addenda(QWidget):
    """Shows the addenda of one entry, oldest first."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: dict[str, tuple[Unfolding, AddendumFace]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, 0, 0, 0)
        self._column.setSpacing(0)

    def show_told(self, told: Told) -> str:
        """Show those of an entry, and return what they say."""
        addenda = told.addenda
        for addendum_id in {*self._rows} - {each.id for each in addenda}:
            row, _face = self._rows.pop(addendum_id)
            row.hide()
            row.deleteLater()
        said = [self._show(each, told) for each in addenda]
        self.setVisible(bool(addenda))
        return " ".join(said)

    def open(self, addendum_id: str) -> None:
        """Write in one of them."""
        self._rows[addendum_id][0].open()

    def row(self, addendum_id: str) -> Unfolding:
        """Return the row of an addendum."""
        return self._rows[addendum_id][0]

    def is_open(self) -> bool:
        """Whether somebody writes in one of them."""
        return any(row.is_open() for row, _face in self._rows.values())

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for row, _face in self._rows.values():
            row.flush()

    def _show(self, addendum: Addendum, told: Told) -> str:
        if addendum.id not in self._rows:
            self._rows[addendum.id] = self._made_row(addendum)
        row, face = self._rows[addendum.id]
        said = face.show_addendum(addendum)
        row.show_record(addendum, said)
        journal = self._desk.session.journal
        row.set_frozen(is_frozen=journal.is_fixed(addendum, told.papers))
        return said

    def _made_row(self, addendum: Addendum) -> tuple[Unfolding, AddendumFace]:
        face = AddendumFace()
        records = self._desk.session.addenda
        row = Unfolding(records, addendum, face, _fields, self, focus="text")
        row.saved.connect(self.changed)
        row.folded.connect(self._on_folded)
        row.remove_wanted.connect(self._on_remove)
        row.changes_wanted.connect(self._desk.show_changes)
        self._column.addWidget(row)
        return row, face

    def _on_folded(self, addendum_id: str) -> None:
        addenda = self._desk.session.addenda
        addendum = addenda.find(addendum_id)
        if addendum is not None and addendum.is_empty:
            addenda.remove(addendum_id)
        self.changed.emit()

    def _on_remove(self, addendum_id: str) -> None:
        addenda = self._desk.session.addenda
        deed = addenda.remove(addendum_id)
        self.changed.emit()
        self._desk.offer_undo(addenda.noun, deed)


def _fields() -> list[Field]:
    return [
        fields.line(
            "reason",
            _("Reason"),
            wide=True,
            placeholder=_("Why something is added or put right"),
        ),
        fields.text("text", _("What is added"), lines=3),
        fields.text("neutral_text", _("Neutral text for the payer"), lines=1),
    ]

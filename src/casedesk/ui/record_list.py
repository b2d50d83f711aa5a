"""A list of small records, each a form that can be removed and brought back."""

from __future__ import annotations

from gettext import gettext as _
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.editing import show_in_form
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casedesk.services.records import Records
    from casedesk.ui.widgets.field_cell import Field


class RecordList(QWidget):
    """Shows records of one kind below each other, with a button to add one.

    Any: a list takes records of every kind.
    """

    removed = Signal(str, int)  # the noun, and the deed that can be taken back
    changes_wanted = Signal(str, str)  # the noun and the id of the record

    def __init__(
        self,
        records: Records[Any],
        fields: Callable[[], Sequence[Field]],
        title: Callable[[Any], str],
        *,
        add_text: str,
        empty_text: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._records = records
        self._fields = fields
        self._title = title
        self._new: Callable[[], Any] | None = None
        self._forms: dict[str, RecordForm] = {}
        self._cards: dict[str, Card] = {}
        self._build(add_text, empty_text)

    def show_records(
        self, records: Sequence[Any], new: Callable[[], Any] | None
    ) -> None:
        """Show these records; `new` makes the record that the button adds."""
        self.flush()
        self._new = new
        self._add.setVisible(new is not None)
        for record_id in [
            known
            for known in self._forms
            if known not in {record.id for record in records}
        ]:
            self._drop(record_id)
        for record in records:
            if record.id not in self._forms:
                self._put(record)
            show_in_form(self._forms[record.id], self._records, record)
            self._cards[record.id].set_title(self._title(record))
        self._empty.setVisible(not records)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for form in self._forms.values():
            form.flush()

    def form(self, record_id: str) -> RecordForm:
        """Return the form of a record that is shown."""
        return self._forms[record_id]

    def _build(self, add_text: str, empty_text: str) -> None:
        self._empty = plain_label(empty_text, "muted", wraps=True)
        self._add = button("+ " + add_text, "link")
        self._cards_layout = QVBoxLayout()
        self._cards_layout.setSpacing(GRID)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty)
        layout.addLayout(self._cards_layout)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch()
        layout.addLayout(row)

        self._add.clicked.connect(self._on_add)

    def _put(self, record: Any) -> None:
        form = RecordForm(self._fields())
        card = Card(self._title(record))
        changes = button(_("Changes"), "link")
        remove = button(_("Remove"), "link")
        record_id = record.id
        changes.clicked.connect(
            lambda: self.changes_wanted.emit(self._records.noun, record_id)
        )
        remove.clicked.connect(lambda: self._on_remove(record_id))
        form.saved.connect(lambda _: self._on_saved(record_id))
        card.add_action(changes)
        card.add_action(remove)
        card.add(form)
        self._cards_layout.addWidget(card)
        self._forms[record_id] = form
        self._cards[record_id] = card

    def _drop(self, record_id: str) -> None:
        self._forms.pop(record_id)
        self._cards.pop(record_id).deleteLater()
        self._empty.setVisible(not self._forms)

    def _on_add(self) -> None:
        if self._new is None:
            return
        with problems_shown(self, wording.problem):
            record = self._records.add(self._new())
            self._put(record)
            show_in_form(self._forms[record.id], self._records, record)
            self._empty.hide()
            first = next(iter(self._fields()))
            self._forms[record.id].focus_field(first.name)

    def _on_remove(self, record_id: str) -> None:
        with problems_shown(self, wording.problem):
            self._forms[record_id].flush()
            deed = self._records.remove(record_id)
            self._drop(record_id)
            self.removed.emit(self._records.noun, deed)

    def _on_saved(self, record_id: str) -> None:
        record = self._records.find(record_id)
        if record is not None and record_id in self._cards:
            self._cards[record_id].set_title(self._title(record))

"""A list of records that are read as a line and edited beneath it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.planning.faces import MeasureFace
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.unfolding import Unfolding
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import Tone, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QPushButton

    from casedesk.services.records import Records
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How one kind of record is listed. Any: records of every kind."""

    records: Records[Any]
    title: str
    empty: str
    captions: Sequence[str]
    states: Sequence[str]
    """The words that the last cell may hold."""
    focus: str
    cells: Callable[[Any], Sequence[str]]
    fields: Callable[[], Sequence[Field]]
    actions: Callable[[str], Sequence[QPushButton]] = lambda _: ()
    """Makes the buttons beneath the form of a record, by its id."""
    beneath: Callable[[str], QWidget | None] = lambda _: None
    """Makes what stands beneath a record, by its id."""


class ProvisionList(Card):
    """Shows records in the order given; a row that is open keeps its place."""

    changed = Signal()

    def __init__(self, desk: Desk, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(kind.title, parent)
        self._desk = desk
        self._kind = kind
        self.rows: dict[str, Unfolding] = {}
        self.faces: dict[str, MeasureFace] = {}
        self.beneath: dict[str, QWidget] = {}
        self._build()

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these records."""
        self.drop({record.id for record in records})
        for record in records:
            if record.id not in self.rows:
                self._put(record)
        if not any(row.is_open() for row in self.rows.values()):
            for place, record in enumerate(records):
                self._column.insertWidget(place, self.rows[record.id])
        for record in records:
            self._show(record)
        for widget in (self._heads, self._sheet):
            widget.setVisible(bool(records))
        self.empty.setVisible(not records)

    def say_overdue(self, count: int) -> None:
        """Say beside the title how many wait for something that should have come."""
        words = _("overdue: {what}").format(what=count) if count else ""
        self.set_note(words, Tone.WARNING)

    def open(self, record_id: str) -> None:
        """Open the form of a record, if it is shown."""
        if record_id in self.rows:
            self.rows[record_id].open()

    def offer(self, name: str, items: Sequence[tuple[object, str]]) -> None:
        """Offer other values to choose from in the forms that are made already."""
        for row in self.rows.values():
            row.offer(name, items)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for row in self.rows.values():
            row.flush()

    def drop(self, keep: set[str]) -> None:
        """Take away all rows but these."""
        for record_id in [known for known in self.rows if known not in keep]:
            row = self.rows.pop(record_id)
            del self.faces[record_id]
            self.beneath.pop(record_id, None)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _build(self) -> None:
        self.empty = plain_label(self._kind.empty, "muted", self, wraps=True)
        head = MeasureFace(self._kind.states, self, is_head=True)
        head.show_cells(self._kind.captions)
        self._heads = QWidget(self)
        heads = QHBoxLayout(self._heads)
        heads.setContentsMargins(GRID // 2, 0, GRID // 2, 0)  # as in the rows
        heads.addWidget(head)
        self._sheet = QWidget(self)
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for widget in (self.empty, self._heads, self._sheet):
            self.add(widget)

    def _show(self, record: Any) -> None:
        cells = self._kind.cells(record)
        self.faces[record.id].show_cells(cells)
        words = ", ".join(cell for cell in cells if cell not in ("", "—"))
        self.rows[record.id].show_record(record, words)

    def _put(self, record: Any) -> None:
        face = MeasureFace(self._kind.states)
        row = Unfolding(
            self._kind.records,
            record,
            face,
            self._kind.fields,
            self,
            focus=self._kind.focus,
        )
        for action in self._kind.actions(record.id):
            row.add_action(action)
        beneath = self._kind.beneath(record.id)
        if beneath is not None:
            row.add_beneath(beneath)
            self.beneath[record.id] = beneath
        row.saved.connect(self._on_changed)
        row.folded.connect(self._on_changed)
        row.remove_wanted.connect(self._on_remove)
        row.changes_wanted.connect(self._desk.show_changes)
        self.faces[record.id] = face
        self.rows[record.id] = row
        self._column.addWidget(row)

    def _on_changed(self, _record_id: str) -> None:
        self.changed.emit()

    def _on_remove(self, record_id: str) -> None:
        with problems_shown(self, wording.problem):
            deed = self._kind.records.remove(record_id)
            self.changed.emit()
            self._desk.offer_undo(self._kind.records.noun, deed)

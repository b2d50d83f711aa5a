"""The agenda of a conference: items are changed in place, ordered by keys or hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.conference import AgendaItemId
from casedesk.ui import wording
from casedesk.ui.conferences.drag_handle import DragHandle
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.duration_field import DurationField
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from casedesk.domain.conference import AgendaItem, ConferenceId
    from casedesk.ui.desk import Desk


class AgendaRow(QWidget):
    """An item: a grip, its words, its minutes, and arrows."""

    def __init__(self, desk: Desk, item: AgendaItem, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self._desk = desk
        self.handle = DragHandle(self)
        self.number = plain_label("", "strong", self)
        title, minutes = TextLine(), DurationField()
        title.setAccessibleName(_("Item"))
        minutes.setAccessibleName(_("Minutes for it"))
        self.form = RecordForm([Field("title", "", title, wide=True)], self)
        self.time = RecordForm([Field("minutes", "", minutes)], self, most_columns=1)
        self.up = CaseAct("↑", "link", self)
        self.down = CaseAct("↓", "link", self)
        self.remove = CaseAct("✕", "link", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.handle)
        row.addWidget(self.number)
        row.addWidget(self.form, 1)
        row.addWidget(self.time)
        for act in (self.up, self.down, self.remove):
            row.addWidget(act)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.form.flush()
        self.time.flush()

    def show_item(self, item: AgendaItem, number: int, *, is_locked: bool) -> None:
        """Show the item at its place."""
        self.item = item
        self.number.setText(f"{number}.")
        for form in (self.form, self.time):
            show_in_form(form, self._desk.session.agenda_items, item)
            form.set_locked(is_locked)
        title = item.title or str(number)
        names = {
            self.up: _("Move up: {title}"),
            self.down: _("Move down: {title}"),
            self.remove: _("Take off the agenda: {title}"),
        }
        for act, words in names.items():
            act.setAccessibleName(words.format(title=title))
            act.setVisible(not is_locked)
        self.handle.setVisible(not is_locked)


class AgendaCard(Card):
    """Shows the items of one conference in their order."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Agenda"), parent)
        self._desk = desk
        self._conference_id: ConferenceId | None = None
        self.rows: dict[str, AgendaRow] = {}
        self._build()

    def show_conference(self, conference_id: ConferenceId, *, is_locked: bool) -> None:
        """Show the agenda of a conference."""
        if conference_id != self._conference_id:
            self.flush()
            self._drop(set())
        self._conference_id = conference_id
        items = self._desk.session.agenda_items.of(conference_id=conference_id)
        self._drop({item.id for item in items})
        for place, item in enumerate(items):
            row = self.rows.get(item.id) or self._made(item)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show_item(item, place + 1, is_locked=is_locked)
        self.add_item.setVisible(not is_locked)
        self.hint.setVisible(not is_locked and len(items) > 1)
        total = sum(item.minutes or 0 for item in items)
        self.set_note(_("{minutes} minutes").format(minutes=total) if total else "")

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for row in self.rows.values():
            row.flush()

    def move_focused(self, step: int) -> None:
        """Put the item with the cursor in it up or down."""
        focused: QWidget | None = self.window().focusWidget()
        for row in self.rows.values():
            if focused is not None and row.isAncestorOf(focused):
                self._move(row, self._column.indexOf(row) + step)
                row.form.focus_field("title")
                return

    def drop_at(self, row: AgendaRow, height: int) -> None:
        """Put an item where it was let go on the screen."""
        y = self.mapFromGlobal(QPoint(0, height)).y()
        others = [each for each in self.rows.values() if each is not row]
        place = sum(each.geometry().center().y() < y for each in others)
        self._move(row, place)

    def _build(self) -> None:
        self.hint = plain_label("", "small", self, wraps=True)
        keys = {"up": wording.keys("Alt+↑"), "down": wording.keys("Alt+↓")}
        self.hint.setText(
            _("Draw an item to its place, or move it with {up} and {down}.").format(
                **keys
            )
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.add_item = CaseAct(_("Add an item"), "link", self)
        self.add(self.hint)
        self.body.addLayout(self._column)
        row = QHBoxLayout()
        row.addWidget(self.add_item)
        row.addStretch()
        self.body.addLayout(row)
        self.add_item.clicked.connect(self._on_add)
        for names, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(names), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.move_focused, step))

    def _made(self, item: AgendaItem) -> AgendaRow:
        row = AgendaRow(self._desk, item, self)
        row.up.clicked.connect(lambda: self._move(row, self._column.indexOf(row) - 1))
        row.down.clicked.connect(lambda: self._move(row, self._column.indexOf(row) + 1))
        row.remove.clicked.connect(lambda: self._remove(row))
        row.handle.dropped.connect(lambda height: self.drop_at(row, height))
        self.rows[item.id] = row
        return row

    def _move(self, row: AgendaRow, place: int) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            self._desk.session.conferencing.place_item(row.item.id, max(place, 0))
            self._again()

    def _remove(self, row: AgendaRow) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            deed = self._desk.session.agenda_items.remove(row.item.id)
            self._again()
            self._desk.offer_undo("agenda_item", deed)

    def _on_add(self) -> None:
        if self._conference_id is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            item = self._desk.session.conferencing.add_item(self._conference_id)
            self._again()
            self.rows[AgendaItemId(item.id)].form.focus_field("title")

    def _again(self) -> None:
        if self._conference_id is not None:
            self.show_conference(self._conference_id, is_locked=False)

    def _drop(self, keep: set[str]) -> None:
        for item_id in [known for known in self.rows if known not in keep]:
            row = self.rows.pop(item_id)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

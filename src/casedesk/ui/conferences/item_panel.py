"""The item of the agenda that is being talked about: what is said, what comes of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.conference import ResolutionKind
from casedesk.ui import fields, wording
from casedesk.ui.conferences.resolution_row import ResolutionRow
from casedesk.ui.editing import show_in_form
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from casedesk.domain.conference import AgendaItem
    from casedesk.ui.desk import Desk

KEYS = {
    ResolutionKind.DECISION: "Ctrl+Return",
    ResolutionKind.TASK: "Ctrl+Shift+Return",
    ResolutionKind.INFORMATION: "Alt+Return",
}


class ItemPanel(Card):
    """Shows one item in large letters; each result is a row of its own."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._desk = desk
        self._item: AgendaItem | None = None
        self._is_locked = False
        self.rows: dict[str, ResolutionRow] = {}
        self.adds: dict[ResolutionKind, QPushButton] = {}
        self._build()

    def show_item(self, item: AgendaItem, number: int, *, is_locked: bool) -> None:
        """Show an item; what was typed into the one before is stored first."""
        if self._item is None or item.id != self._item.id:
            self.flush()
            self._drop(set())
        self._item, self._is_locked = item, is_locked
        self.title.setText(f"{number}. {item.title}")
        show_in_form(self.form, self._desk.session.agenda_items, item)
        self.form.set_locked(is_locked)
        for act in self.adds.values():
            act.setVisible(not is_locked)
        self._show_results()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.form.flush()
        for row in self.rows.values():
            row.form.flush()

    def start(self) -> None:
        """Put the cursor where what is said is typed."""
        self.form.focus_field("discussion")

    def add_result(self, kind: ResolutionKind) -> None:
        """Add a result and put the cursor into its words."""
        if self._item is None or self._is_locked:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            made = self._desk.session.conferencing.add_resolution(self._item.id, kind)
            self._show_results()
            self.rows[made.id].form.focus_field("words")

    def _build(self) -> None:
        self.title = plain_label("", "heading", self, wraps=True)
        self.form = RecordForm(
            [fields.text("discussion", _("What was said, in short"), lines=4)], self
        )
        font = self.form.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)  # read from across a table
        self.form.setFont(font)
        self.add(self.title)
        self.add(self.form)
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID)
        self.body.addLayout(self._column)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for kind, keys in KEYS.items():
            words = f"+ {wording.label(kind)}"
            act = CaseAct(words.replace("&", "&&"), "", self)
            act.setToolTip(wording.keys(keys.replace("Return", _("Enter"))))
            act.clicked.connect(partial(self.add_result, kind))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.add_result, kind))
            self.adds[kind] = act
            row.addWidget(act)
        row.addStretch()
        self.body.addLayout(row)

    def _show_results(self) -> None:
        if self._item is None:
            return
        session = self._desk.session
        found = session.resolutions.of(item_id=self._item.id)
        parties = party_names(session, self._item.case_id)
        self._drop({each.id for each in found})
        for place, each in enumerate(found):
            row = self.rows.get(each.id)
            if row is None:
                row = ResolutionRow(session, each, parties, self)
                row.remove_wanted.connect(self._on_remove)
                self.rows[each.id] = row
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show_resolution(each, is_locked=self._is_locked)

    def _on_remove(self, resolution_id: str) -> None:
        with problems_shown(self, wording.problem):
            deed = self._desk.session.resolutions.remove(resolution_id)
            self._show_results()
            self._desk.offer_undo("resolution", deed)

    def _drop(self, keep: set[str]) -> None:
        for key in [known for known in self.rows if known not in keep]:
            row = self.rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

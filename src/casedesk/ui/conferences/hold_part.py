"""During a conference, at a laptop: one item after the other, in large letters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.conferences.attendance_card import AttendanceCard
from casedesk.ui.conferences.conference_fields import closing_fields
from casedesk.ui.conferences.item_panel import ItemPanel
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from casedesk.domain.conference import AgendaItem, Conference
    from casedesk.ui.desk import Desk


class HoldPart(QWidget):
    """What is noted while people talk; nothing has to be saved."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._conference: Conference | None = None
        self._items: list[AgendaItem] = []
        self._chosen = 0
        self.buttons: list[QPushButton] = []
        self._build()

    def show_conference(self, conference: Conference) -> None:
        """Show a conference; the item that is talked about stays open."""
        if self._conference is None or conference.id != self._conference.id:
            self.flush()
            self._chosen = 0
            self.page.to_top()
        self._conference = conference
        session = self._desk.session
        self._items = session.agenda_items.of(conference_id=conference.id)
        taboo = conference.taboo.strip()
        self.taboo.setVisible(bool(taboo))
        self.taboo_words.setText(
            _("Must not be discussed: {what}").format(what=taboo) if taboo else ""
        )
        wishes = conference.wishes.strip()
        self.wishes.setVisible(bool(wishes))
        self.wishes.setText(_("The client wants: {what}").format(what=wishes))
        has_begun = conference.held_on is not None
        self.begin.setVisible(not has_begun)
        self.begin.setEnabled(conference.cancelled_on is None)
        self.sheet.setVisible(has_begun)
        self.attendance.show_conference(conference)
        show_in_form(self.closing, session.conferences, conference)
        self.closing.set_locked(conference.is_frozen)
        self._show_items()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.item.flush()
        self.closing.flush()

    def print_shown(self) -> None:
        """There is no paper of a meeting that goes on."""

    def choose(self, place: int) -> None:
        """Go to an item of the agenda."""
        if not 0 <= place < len(self._items):
            return
        self._chosen = place
        self._show_items()
        self.item.start()

    def _build(self) -> None:
        self.taboo = QFrame(self)
        set_look(self.taboo, "banner")
        self.taboo_words = plain_label("", "warning", self.taboo, wraps=True)
        font = self.taboo_words.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        font.setBold(True)
        self.taboo_words.setFont(font)
        QVBoxLayout(self.taboo).addWidget(self.taboo_words)
        self.wishes = plain_label("", "heading", self, wraps=True)
        self.begin = CaseAct(_("The conference begins"), "primary", self)
        self.attendance = AttendanceCard(self._desk, self)
        self.item = ItemPanel(self._desk, self)
        end = Card(_("At the end"), self)
        self.closing = RecordForm(closing_fields(self._desk.session), self)
        end.add(self.closing)
        self.sheet = QWidget(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        left = QVBoxLayout()
        left.addLayout(self._list)
        left.addStretch()
        right = QVBoxLayout()
        for card in (self.item, self.attendance, end):
            right.addWidget(card)
        right.addStretch()
        columns = QHBoxLayout(self.sheet)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(2 * GRID)
        columns.addLayout(left, 1)
        columns.addLayout(right, 3)
        beginning = QHBoxLayout()
        beginning.addWidget(self.begin)
        beginning.addStretch()
        self.page = ScrollPage(self)
        self.page.add(self.taboo)
        self.page.add(self.wishes)
        self.page.add(beginning)
        self.page.add(self.sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.begin.clicked.connect(self._on_begin)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._step, step))

    def _show_items(self) -> None:
        while len(self.buttons) > len(self._items):
            gone = self.buttons.pop()
            self._list.removeWidget(gone)
            gone.deleteLater()
        while len(self.buttons) < len(self._items):
            made = button("", "nav", self.sheet)
            made.setCheckable(True)
            made.clicked.connect(partial(self.choose, len(self.buttons)))
            self._list.addWidget(made)
            self.buttons.append(made)
        self._chosen = min(self._chosen, max(len(self._items) - 1, 0))
        for place, item in enumerate(self._items):
            words = f"{place + 1}. {item.title}"
            made = self.buttons[place]
            short = words if len(words) <= MOST_LETTERS else words[:MOST_LETTERS] + "…"
            made.setText(short.replace("&", "&&"))
            made.setAccessibleName(words)
            made.setChecked(place == self._chosen)
        self.item.setVisible(bool(self._items))
        if self._items and self._conference is not None:
            self.item.show_item(
                self._items[self._chosen],
                self._chosen + 1,
                is_locked=self._conference.is_frozen,
            )

    def _step(self, step: int) -> None:
        self.choose(self._chosen + step)

    def _on_begin(self) -> None:
        if self._conference is None:
            return
        with problems_shown(self, wording.problem):
            today = self._desk.session.clock.today()
            planned = self._conference.takes_place_on
            is_past = planned is not None and planned < today
            conferencing = self._desk.session.conferencing
            begun = conferencing.begin(
                self._conference.id, planned if is_past else None
            )
            self.changed.emit()
            self.item.start()
            self._desk.offer_back(
                _("The conference begins."),
                partial(conferencing.take_back_begin, begun.id),
            )


MOST_LETTERS = 34  # beside the item; the whole words are said and stand above it

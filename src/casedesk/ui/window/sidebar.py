"""The one column at the left: search, where to go, the clients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.case import CaseId
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.avatar_list import AvatarItem, AvatarList
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.window.list_items import case_item, found_item, found_place

if TYPE_CHECKING:
    from casedesk.domain.attention import Due
    from casedesk.domain.case_line import CaseLine
    from casedesk.domain.found import Found
    from casedesk.services.session import Session

SEARCH_PAUSE_MS = 120
FIRST_LINES = 40  # more than are in sight, but few enough for a quick start
WIDTH_IN_LETTERS = 33
MOST_OF_SCREEN = 0.42  # with large text on a small screen


class Sidebar(QFrame):
    """Finds and lists. It knows no page, it only says where the user wants to go."""

    place_wanted = Signal(object)
    new_client_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lines: list[CaseLine] = []
        self._dues: dict[CaseId, list[Due]] = {}
        self._found: list[Found] = []
        self._shows_closed = False
        self._pause = QTimer(self, singleShot=True, interval=SEARCH_PAUSE_MS)
        self._build()
        self.refresh()
        self.setFixedWidth(self._fitting_width())

    def refresh(self) -> None:
        """Read the list of cases again."""
        wanted = max(len(self._lines), 1)
        self._lines = self._session.cases.lines(
            closed=self._shows_closed, limit=FIRST_LINES
        )
        while len(self._lines) < wanted and self._read_more():
            pass
        count = self._session.cases.count(closed=self._shows_closed)
        heading = (
            _("CLIENTS · {count} closed")
            if self._shows_closed
            else _("CLIENTS · {count} active")
        )
        self._heading.setText(heading.format(count=count))
        closed = self._session.cases.count(closed=True)
        self._other.setVisible(closed > 0 or self._shows_closed)
        self._other.setText(
            _("Show active cases")
            if self._shows_closed
            else _("Show closed cases ({count})").format(count=closed)
        )
        self._show_list()

    def complete(self) -> None:
        """Read as many cases as are kept at hand, after those in sight."""
        if len(self._lines) == FIRST_LINES and self._read_more():
            self._show_list()

    def show_dues(self, dues: list[Due]) -> None:
        """Mark the cases in which something is due."""
        self._dues = {}
        for due in dues:
            self._dues.setdefault(due.case_id, []).append(due)
        self._today.setText(_("Today"))
        count = len(dues)
        self._count.setText(str(count))
        self._count.setVisible(count > 0)
        self._count.setAccessibleName(_("{count} things are due").format(count=count))
        self._show_list()

    def show_place(self, place: Place) -> None:
        """Mark where the user is."""
        self._today.setChecked(place.page is Page.TODAY)
        self._network.setChecked(place.page is Page.NETWORK)
        self._invoices.setChecked(place.page is Page.INVOICES)
        self._statistics.setChecked(place.page is Page.STATISTICS)
        if not self._search.text():
            self._list.choose(place.case_id or "")

    def start_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _build(self) -> None:
        set_look(self, "sidebar")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID + 4, GRID + 4, GRID + 4, GRID + 4)
        layout.setSpacing(4)
        layout.addLayout(self._brand_row())
        layout.addWidget(self._search_field())
        layout.addLayout(self._today_row())
        self._network = self._entry(_("Network"), Place(page=Page.NETWORK))
        layout.addWidget(self._network)
        self._invoices = self._entry(_("Open invoices"), Place(page=Page.INVOICES))
        layout.addWidget(self._invoices)
        self._statistics = self._entry(_("Statistics"), Place(page=Page.STATISTICS))
        layout.addWidget(self._statistics)
        layout.addSpacing(GRID)
        layout.addLayout(self._list_heading())
        self._list = AvatarList()
        self._list.setAccessibleName(_("Clients and results"))
        self._list.chosen.connect(self._on_chosen)
        self._list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        layout.addWidget(self._list, 1)
        self._other = button("", "link")
        self._other.clicked.connect(self._on_other)
        layout.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeft)

    def _fitting_width(self) -> int:
        wanted = self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS + 56
        most = round(self.screen().availableSize().width() * MOST_OF_SCREEN)
        return max(min(wanted, most), self.minimumSizeHint().width())

    def _brand_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(plain_label("CaseDesk", "brand"))
        row.addStretch()
        row.addWidget(plain_label("● " + _("encrypted"), "ok"))
        return row

    def _search_field(self) -> QLineEdit:
        self._search = QLineEdit()
        shortcut = wording.keys("Ctrl+K")
        self._search.setPlaceholderText(_("Search …   {key}").format(key=shortcut))
        self._search.setAccessibleName(_("Search people, cases, notes and goals"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(lambda: self._pause.start())
        self._search.returnPressed.connect(self._on_return)
        self._pause.timeout.connect(self._on_search)
        clear = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._search)
        clear.setContext(Qt.ShortcutContext.WidgetShortcut)
        clear.activated.connect(self._search.clear)
        return self._search

    def _today_row(self) -> QHBoxLayout:
        self._today = self._entry(_("Today"), Place(page=Page.TODAY))
        self._count = plain_label("", "warning-small")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._today, 1)
        row.addWidget(self._count)
        return row

    def _entry(self, text: str, place: Place) -> QPushButton:
        entry = button(text, "nav")
        entry.setCheckable(True)
        entry.clicked.connect(lambda: self.place_wanted.emit(place))
        return entry

    def _list_heading(self) -> QHBoxLayout:
        self._heading = plain_label("", "small")
        new = button("+ " + _("New"), "link")
        new.setAccessibleName(_("New client"))
        new.clicked.connect(lambda: self.new_client_wanted.emit())
        row = QHBoxLayout()
        row.addWidget(self._heading, 1)
        row.addWidget(new)
        return row

    def _show_list(self) -> None:
        if self._search.text().strip():
            return
        standard = self._session.practice.get().standard
        self._list.show_items(
            [
                case_item(line, self._dues.get(line.case_id, ()), standard)
                for line in self._lines
            ]
        )

    def _read_more(self) -> bool:
        more = self._session.cases.lines(
            closed=self._shows_closed, offset=len(self._lines)
        )
        self._lines += more
        return bool(more)

    def _on_scrolled(self, value: int) -> None:
        at_end = value >= self._list.verticalScrollBar().maximum() - self._list.height()
        is_list = not self._search.text().strip()
        if at_end and is_list and self._lines and self._read_more():
            self._show_list()

    def _on_search(self) -> None:
        typed = self._search.text().strip()
        if not typed:
            self._found = []
            self._show_list()
            return
        found = self._session.search.find(typed)
        self._found = [each for each in found if found_place(each) or each.client_id]
        self._list.choose("")
        if self._found:
            items = [found_item(n, each) for n, each in enumerate(self._found)]
        else:
            nothing = _("Nothing found for “{typed}”").format(typed=typed)
            items = [AvatarItem(key="", initials="–", title=nothing)]
        self._list.show_items(items)

    def _on_return(self) -> None:
        self._pause.stop()
        self._on_search()
        if self._found:
            self._go_to(self._found[0])

    def _on_chosen(self, key: str) -> None:
        if not self._search.text().strip():
            self.place_wanted.emit(Place(page=Page.OVERVIEW, case_id=CaseId(key)))
        elif key:
            self._go_to(self._found[int(key)])

    def _go_to(self, found: Found) -> None:
        place = found_place(found)
        if place is None and found.client_id is not None:
            case_id = self._session.cases.latest_of(found.client_id)
            place = Place(page=Page.CLIENT, case_id=case_id, subject_id=found.record_id)
        if place is not None:
            self.place_wanted.emit(place)

    def _on_other(self) -> None:
        self._shows_closed = not self._shows_closed
        self._lines = []
        self.refresh()

    # --- QFrame

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() == Qt.Key.Key_Down and self._search.hasFocus():
            self._list.setFocus()
            self._list.setCurrentIndex(self._list.model().index(0, 0))
            return
        super().keyPressEvent(event)

"""The tray: pages that could not be filed by their code, each with its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.received import ReceivedPageId
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.scans import words
from casedesk.ui.scans.filing_form import FilingForm
from casedesk.ui.scans.page_view import PageView
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.avatar_list import AvatarItem, AvatarList
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import Tone, button, plain_label
from casedesk.ui.widgets.notices import EmptyState, announce

if TYPE_CHECKING:
    from casedesk.domain.received import ReceivedPage
    from casedesk.ui.desk import Desk

LIST_LETTERS = 30
FORM_LETTERS = 40


class TrayDialog(QDialog):
    """Lists what waits and what was discarded; files one page after the other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = desk.session
        self._pages: dict[str, ReceivedPage] = {}
        self.list = AvatarList(self)
        self.view = PageView(desk.session.scans.picture, self)
        self.form = FilingForm(desk.session, self)
        self.reason = plain_label("", "", self, wraps=True)
        self.turn = button(_("Turn"), "", self)
        self.discard = button(_("Discard"), "", self)
        self.take_back = button(_("Take back"), "", self)
        self.file = button(_("File"), "primary", self)
        self.undo = button(_("Undo"), "link", self)
        self.notice = plain_label("", "muted", self, wraps=True)
        self._discarded = ReceivedPageId("")
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Read again what lies here."""
        scans = self._session.scans
        pages = [*scans.tray(), *scans.discarded()]
        self._pages = {page.id: page for page in pages}
        self.list.show_items([self._item(page) for page in pages])
        if self.list.chosen_key() not in self._pages:
            self.list.choose(pages[0].id if pages else "")
        self._empty.setVisible(not pages)
        self._body.setVisible(bool(pages))
        self._show_chosen()

    def chosen(self) -> ReceivedPage | None:
        """Return the page that is shown."""
        return self._pages.get(self.list.chosen_key())

    def _item(self, page: ReceivedPage) -> AvatarItem:
        is_discarded = page.discarded_at is not None
        doubt = "" if page.doubt is None else wording.label(page.doubt)
        return AvatarItem(
            key=page.id,
            initials=str(page.source_page),
            title=_("Page {page} of {pages}").format(
                page=page.source_page, pages=page.source_pages
            ),
            middle=wording.moment(page.received_at),
            subtitle=doubt,
            badge=_("discarded") if is_discarded else "",
            badge_tone=Tone.NEUTRAL,
        )

    def _show_chosen(self) -> None:
        page = self.chosen()
        self.view.show_pages([] if page is None else [page])
        if page is not None:
            self.reason.setText(words.why_waiting(page, self._session))
            self.form.show_page(page)
        waits = page is not None and page.discarded_at is None
        self._filing.setVisible(waits)
        self.discard.setVisible(waits)
        self.take_back.setVisible(page is not None and not waits)
        self.turn.setEnabled(waits)
        self._on_edited()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Tray"))
        make_room(self, letters=160, lines=44)
        letter = self.fontMetrics().averageCharWidth()
        self.list.setAccessibleName(_("Pages in the tray"))
        self.list.setFixedWidth(LIST_LETTERS * letter)
        self._empty = EmptyState(
            _(
                "Nothing waits here. A page whose code cannot be read, or that belongs "
                "to another vault, lies here until you say where it belongs."
            ),
            parent=self,
        )
        self._body = QWidget(self)
        body = QHBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(2 * GRID)
        body.addWidget(self.list)
        body.addWidget(self.view, 1)
        body.addWidget(self._side(FORM_LETTERS * letter))
        close = button(_("Close"), "", self)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self.notice)
        foot.addWidget(self.undo)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(plain_label(_("Tray"), "heading", self))
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._body, 1)
        layout.addLayout(foot)
        self.undo.hide()
        self._connect()
        close.clicked.connect(self.close)

    def _side(self, width: int) -> QWidget:
        side = QWidget(self)
        side.setFixedWidth(width)
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        why = Card(_("Why it waits"), side)
        why.add(self.reason)
        self._filing = Card(_("Where it belongs"), side)
        self._filing.add(self.form)
        self._filing.add(self.file)
        layout.addWidget(why)
        layout.addWidget(self._filing)
        row = QHBoxLayout()
        for act in (self.turn, self.discard, self.take_back):
            row.addWidget(act)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(1)
        return side

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.form.edited.connect(self._on_edited)
        self.turn.clicked.connect(self._on_turn)
        self.file.clicked.connect(self._on_file)
        self.discard.clicked.connect(self._on_discard)
        self.take_back.clicked.connect(self._on_take_back)
        self.undo.clicked.connect(self._on_undo)

    def _say(self, said: str, *, can_undo: bool = False) -> None:
        self.notice.setText(said)
        self.undo.setVisible(can_undo)
        announce(self.notice, said)

    def _on_chosen(self) -> None:
        self._show_chosen()

    def _on_edited(self) -> None:
        self.file.setEnabled(self.chosen() is not None and self.form.is_complete())

    def _on_turn(self) -> None:
        if (page := self.chosen()) is not None:
            self._session.scans.turn(page.id)
            self.refresh()

    def _on_file(self) -> None:
        page = self.chosen()
        if page is None:
            return
        with problems_shown(self, wording.problem):
            self.form.file(page.id)
            self.refresh()
            self._say(_("The page is filed."))

    def _on_discard(self) -> None:
        page = self.chosen()
        if page is None:
            return
        with problems_shown(self, wording.problem):
            self._session.scans.discard(page.id)
            self._discarded = page.id
            self.refresh()
            self._say(_("Discarded; it is erased after thirty days."), can_undo=True)

    def _on_take_back(self) -> None:
        if (page := self.chosen()) is not None:
            self._session.scans.take_back(page.id)
            self.refresh()

    def _on_undo(self) -> None:
        with problems_shown(self, wording.problem):
            self._session.scans.take_back(self._discarded)
            self.list.choose(self._discarded)
            self.refresh()
            self._say(_("It lies in the tray again."))

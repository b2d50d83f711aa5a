"""What came back, shown as it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.scans import words
from casedesk.ui.scans.page_view import PageView
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from casedesk.domain.received import ReceivedDocumentId
    from casedesk.ui.desk import Desk


class ReceivedDialog(QDialog):
    """Shows the pages of a paper; one that lies here wrongly can be taken out."""

    def __init__(
        self, received_id: ReceivedDocumentId, desk: Desk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._received_id = received_id
        self.view = PageView(desk.session.scans.picture, self)
        self.notice = plain_label("", "muted", self, wraps=True)
        self.turn = button(_("Turn"), "", self)
        self.take_out = button(_("Move this page to the tray"), "", self)
        self.ask = button(_("Say what was signed …"), "primary", self)
        self._build()
        self.refresh()

    def refresh(self, at: int = 0) -> None:
        """Read the pages again."""
        session = self._desk.session
        pages = session.scans.pages(self._received_id)
        self.view.show_pages(pages, at)
        for act in (self.turn, self.take_out):
            act.setEnabled(bool(pages))
        self.ask.setVisible(
            session.signed_papers.question(self._received_id) is not None
        )
        intact = all(session.scans.is_intact(page.id) for page in pages)
        self._say(received_at=wording.moment(self._received.received_at), intact=intact)

    def _say(self, *, received_at: str, intact: bool) -> None:
        came = _("Came back on {when}.").format(when=received_at)
        checked = (
            _("The pictures are as they came.")
            if intact
            else _("A picture differs from what came. Restore a backup.")
        )
        self.notice.setText(f"{came} {checked}")
        set_look(self.notice, "muted" if intact else "danger")

    def _build(self) -> None:
        session = self._desk.session
        self._received = session.scans.received(self._received_id)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = words.title_of(self._received, session)
        # The title is the user's words, and stands in lists of windows.
        self.setWindowTitle(_("Received paper"))
        make_room(self, letters=130, lines=44)
        close = button(_("Close"), "", self)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self.notice, 1)
        for widget in (self.turn, self.take_out, close, self.ask):
            foot.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(plain_label(title, "heading", self, wraps=True))
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        close.clicked.connect(self.close)
        self.turn.clicked.connect(self._on_turn)
        self.take_out.clicked.connect(self._on_take_out)
        self.ask.clicked.connect(self._on_ask)

    def _on_turn(self) -> None:
        if (page := self.view.page()) is not None:
            self._desk.session.scans.turn(page.id)
            pages = self._desk.session.scans.pages(self._received_id)
            self.refresh([each.id for each in pages].index(page.id))

    def _on_take_out(self) -> None:
        page = self.view.page()
        if page is None:
            return
        with problems_shown(self, wording.problem):
            self._desk.session.scans.take_out(page.id)
            self.refresh()
            self.notice.setText(_("The page lies in the tray now."))

    def _on_ask(self) -> None:
        from casedesk.ui.scans.answer_dialog import AnswerDialog

        question = self._desk.session.signed_papers.question(self._received_id)
        if question is not None:
            self.close()
            AnswerDialog(question, self._desk, self.parentWidget()).open()

"""The signed paper of a declaration: how many pages there are, and the way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.scans import words
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from casedesk.domain.consent import ConsentId
    from casedesk.domain.received import ReceivedDocument
    from casedesk.ui.desk import Desk
    from casedesk.ui.scans.received_dialog import ReceivedDialog


class PaperLine(QWidget):
    """One line beneath a declaration; hidden while nothing was printed or came back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._received: ReceivedDocument | None = None
        self.said = plain_label("", "small", self, wraps=True)
        self.show_pages = button(_("Show the paper"), "link", self)
        row = HeadLayout(self)
        row.addWidget(self.said)
        row.add_act(self.show_pages)
        self.show_pages.clicked.connect(self.open_paper)

    def show_consent(self, consent_id: ConsentId) -> None:
        """Say what there is on paper of a declaration."""
        session = self._desk.session
        came = session.scans.of_consent(consent_id)
        self._received = came[0] if came else None
        self.show_pages.setVisible(self._received is not None)
        if self._received is not None:
            pages = words.page_count(len(session.scans.pages(self._received.id)))
            self.said.setText(_("Came back on paper: {pages}.").format(pages=pages))
        else:
            printed = session.documents.printed_on(consent_id)
            self.said.setText(
                _("Last printed on {day}; the paper has not come back.").format(
                    day=wording.day(printed)
                )
                if printed is not None
                else ""
            )
        self.setVisible(bool(self.said.text()))

    def open_paper(self) -> ReceivedDialog | None:
        """Show the pages that came back."""
        from casedesk.ui.scans.received_dialog import ReceivedDialog

        if self._received is None:
            return None
        dialog = ReceivedDialog(self._received.id, self._desk, self.window())
        dialog.open()
        return dialog

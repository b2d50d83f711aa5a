"""What lies in the bin, the way back, and the protocol of what was erased."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.bin.delete_dialog import DeleteDialog
from casedesk.ui.bin.words import how_much
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from casedesk.domain.binned import Binned
    from casedesk.ui.desk import Desk


class BinDialog(QDialog):
    """Lists deleted clients and cases, each with the way back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bin = desk.session.bin
        self._shown: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Bin"))
        make_room(self, letters=92, lines=26)
        self._page = ScrollPage(self)
        close = button(_("Close"), "", self)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.addWidget(self._page, 1)
        layout.addLayout(row)
        self.refresh()

    def refresh(self) -> None:
        """Read again what lies in the bin."""
        for each in self._shown:
            each.hide()
            each.deleteLater()
        self._shown = [self._card(each) for each in self._bin.all()] or [self._empty()]
        protocol = self._bin.protocol()
        if protocol:
            card = Card(_("Erased for good"), self)
            for number, erased in reversed(protocol.items()):
                words = _("Line {number} of the trail: {how_much}").format(
                    number=number, how_much=how_much(erased)
                )
                card.add(plain_label(words, "muted", card, wraps=True))
            self._shown.append(card)
        for each in self._shown:
            self._page.add(each)

    def _empty(self) -> QWidget:
        words = _("The bin is empty. Deleted clients and cases lie here for 30 days.")
        return EmptyState(words, "", self)

    def _card(self, binned: Binned) -> Card:
        title = binned.client_name or _("Client")
        if not binned.is_client:
            title = f"{title} · {binned.case_numbers[0]}"
        until = wording.day(binned.erased_at.date())
        card = Card(title, self, note=_("erased on {day}").format(day=until))
        erase = button(_("Erase now …"), "link", card)
        back = button(_("Take back"), "", card)
        for each in (erase, back):
            each.setAccessibleName(f"{each.text()} {title}")
            card.add_action(each)
        numbers = ", ".join(binned.case_numbers) or "–"
        what = (
            _("Client with all cases: {numbers}")
            if binned.is_client
            else _("Case {numbers}")
        )
        card.add(plain_label(what.format(numbers=numbers), "", card, wraps=True))
        back.clicked.connect(partial(self._on_back, binned.record_id))
        erase.clicked.connect(partial(self._on_erase, binned.record_id))
        return card

    def _on_back(self, record_id: str) -> None:
        with problems_shown(self, wording.problem):
            self._bin.take_back(record_id)
            self.refresh()

    def _on_erase(self, record_id: str) -> None:
        dialog = DeleteDialog(self._desk, record_id, self, from_bin=True)
        dialog.deleted.connect(self.refresh)
        dialog.open()

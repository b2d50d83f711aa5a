"""The latest entries of the record of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.cases.rows import Rows
from casedesk.ui.entries.entry_words import facts_of
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.entry import Entry
    from casedesk.ui.desk import Desk

SHOWN = 4
LETTERS = 220


class LatestCard(Card):
    """Shows how the latest entries begin; a press opens one in the record."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Latest entries"), parent)
        self._desk = desk
        self.list = Rows(
            _("Nothing recorded yet. “Record a contact” above adds the first entry."),
            self,
        )
        self.add(self.list)

    def show_case(self, case_id: CaseId) -> None:
        """Show the latest entries of a case."""
        session = self._desk.session
        names = party_names(session, case_id)
        stretch = session.journal.newest(case_id, limit=SHOWN)
        self.list.show_rows([self._row(entry, names) for entry in stretch.entries])

    def _row(self, entry: Entry, names: Mapping[PartyId, str]) -> Pressable:
        face = QWidget()
        layout = QVBoxLayout(face)
        layout.setContentsMargins(0, 3, 0, 3)
        layout.setSpacing(0)
        facts = facts_of(entry, names)
        layout.addWidget(plain_label(facts, "small", face, wraps=True))
        text = " ".join(entry.text.split()) or _("(no text yet)")
        if len(text) > LETTERS:
            text = text[:LETTERS].rsplit(" ", 1)[0] + " …"
        layout.addWidget(plain_label(text, "", face, wraps=True))
        row = Pressable(face)
        row.setAccessibleName(f"{facts}. {text}")
        place = Place(page=Page.RECORD, case_id=entry.case_id, subject_id=entry.id)
        row.clicked.connect(lambda: self._desk.go(place))
        return row

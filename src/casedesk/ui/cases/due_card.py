"""What is due in a case; each line leads to where it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui.cases.rows import Rows, text_row
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.card import Card
from casedesk.ui.window import due_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.attention import Due
    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.pressable import Pressable


class DueCard(Card):
    """Lists what is missing, overdue, or due within thirty days."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("What is due"), parent)
        self._desk = desk
        self.list = Rows(_("Nothing is due within the next thirty days."), self)
        self.add(self.list)

    def show_case(self, case_id: CaseId) -> None:
        """Show what is due in a case."""
        dues = self._desk.session.cases.due(case_id)
        names = due_words.subjects(self._desk.session, dues)
        rows = [self._row(due, names.get(due.subject_id, "")) for due in dues]
        self.list.show_rows(rows)

    def _row(self, due: Due, subject: str) -> Pressable:
        today = self._desk.session.clock.today()
        words = due_words.short(due, today)
        if subject:
            words = f"{words} – {subject}"
        row = text_row(words, look="warning" if due.is_overdue(today) else "")
        place = due_words.place_of(due)
        row.clicked.connect(lambda: self._desk.go(place))
        return row

"""Who is there, who is excused: one press for each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.domain.conference import Attendance
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.answer_chips import AnswerChips
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from casedesk.domain.conference import Conference
    from casedesk.services.invitations import Invitee
    from casedesk.ui.desk import Desk


class AttendanceCard(Card):
    """Notes for each on the list whether they came."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Who is there"), parent)
        self._desk = desk
        self._rows: list[QWidget] = []
        self.chips: dict[str, AnswerChips] = {}

    def show_conference(self, conference: Conference) -> None:
        """Show the list of a conference."""
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self.chips = [], {}
        for invitee in self._desk.session.inviting.invitees(conference.id):
            row = self._row(invitee, is_locked=conference.is_frozen)
            self._rows.append(row)
            self.add(row)

    def _row(self, invitee: Invitee, *, is_locked: bool) -> QWidget:
        person = invitee.participant
        row = QWidget(self)
        name = invitee.name or wording.label(person.role)
        words = plain_label(name, "", row, wraps=True)
        chips = AnswerChips([(str(a), wording.label(a)) for a in Attendance], row)
        chips.set_value(person.attendance)
        chips.setEnabled(not is_locked)
        chips.setAccessibleName(_("Attendance of {name}").format(name=name))
        chips.edited.connect(partial(self._on_edited, person.id))
        self.chips[person.id] = chips
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(words, 2)
        layout.addWidget(chips, 3)
        return row

    def _on_edited(self, person_id: str) -> None:
        value = self.chips[person_id].value()
        attendance = None if value is None else Attendance(str(value))
        with problems_shown(self, wording.problem):
            participants = self._desk.session.participants
            participants.change(person_id, attendance=attendance)

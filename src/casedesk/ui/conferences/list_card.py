"""The case conferences of a case, those to come first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from casedesk.domain.conference import KINDS_OF, in_time
from casedesk.ui import wording
from casedesk.ui.cases.rows import Rows, text_row
from casedesk.ui.conferences import conference_words
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.case import CaseId
    from casedesk.domain.conference import Conference
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.pressable import Pressable


class ConferencesCard(Card):
    """Lists conferences; pressing one opens it, the button plans another."""

    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Case conferences"), parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self.plan = CaseAct(_("Plan a conference"), "", self)
        self.add_action(self.plan)
        self.list = Rows(
            _(
                "No conference yet. When one is planned, it has the usual agenda, and "
                "you see who may come."
            ),
            self,
        )
        self.add(self.list)
        self.plan.clicked.connect(self._on_plan)

    def show_case(self, case_id: CaseId) -> None:
        """Show the conferences of a case."""
        self._case_id = case_id
        self.refresh()

    def refresh(self) -> None:
        """Read again."""
        if self._case_id is not None:
            found = in_time(self._desk.session.conferencing.of_case(self._case_id))
            self.list.show_rows([self._row(each) for each in found])

    def _row(self, conference: Conference) -> Pressable:
        today = self._desk.session.clock.today()
        words = f"{conference_words.when(conference)} · " + conference_words.title(
            conference
        )
        look = "warning-small" if conference.waits_on(today) else "small"
        note = conference_words.standing(conference, today)
        row = text_row(words, note, note_look=look)
        row.clicked.connect(partial(self.opened.emit, conference.id))
        return row

    def _on_plan(self) -> None:
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            session = self._desk.session
            kind = KINDS_OF[session.practice.get().country][0]
            conference = session.conferencing.plan(self._case_id, kind)
            self.opened.emit(conference.id)

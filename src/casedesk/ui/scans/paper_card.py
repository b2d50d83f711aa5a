"""What came back and wants an answer, and what waits in the tray."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.scans import words
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.case import CaseId
    from casedesk.services.signed_papers import Question
    from casedesk.ui.desk import Desk

MOST_ROWS = 20


class PaperCard(Card):
    """Is seen only where there is something to do."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Paper that came back"), parent)
        self._desk = desk
        self._content: QWidget | None = None
        self._questions: Sequence[Question] = ()
        self.hide()

    def refresh(self, case_id: CaseId | None = None) -> None:
        """Read again what is to be said, in one case or in all."""
        session = self._desk.session
        self._questions = session.signed_papers.questions(case_id)
        in_tray = session.scans.waiting()
        content = QWidget(self)
        self._fill(content, in_tray, with_names=case_id is None)
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self.add(content)
        self.setVisible(bool(self._questions) or in_tray > 0)

    def questions(self) -> Sequence[Question]:
        """Return the papers about which something is to be said."""
        return self._questions

    def open_tray(self) -> None:
        """Show the tray."""
        from casedesk.ui.scans.tray_dialog import TrayDialog

        TrayDialog(self._desk, self.window()).open()

    def open_question(self, question: Question) -> None:
        """Ask about one paper, and then about the others."""
        from casedesk.ui.scans.answer_dialog import AnswerDialog

        at = self._questions.index(question)
        following = (*self._questions[at + 1 :], *self._questions[:at])
        AnswerDialog(question, self._desk, self.window(), following=following).open()

    def _fill(self, content: QWidget, in_tray: int, *, with_names: bool) -> None:
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for question in self._questions[:MOST_ROWS]:
            name = question.client_name if with_names else ""
            title = words.short_title(question)
            row = self._row(f"{name} – {title}" if name else title, content)
            act = button(_("Say what was signed …"), "link", content)
            act.clicked.connect(lambda _=False, q=question: self.open_question(q))
            row.add_act(act)
            layout.addLayout(row)
        if in_tray:
            row = self._row(words.waiting(in_tray), content)
            act = button(_("Open the tray …"), "link", content)
            act.clicked.connect(self.open_tray)
            row.add_act(act)
            layout.addLayout(row)

    def _row(self, text: str, content: QWidget) -> HeadLayout:
        row = HeadLayout()
        row.addWidget(plain_label(text, "", content, wraps=True))
        return row

"""What the check said, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.permission import Verdict
from casedesk.ui import wording
from casedesk.ui.disclosures.answer_words import AnswerWords
from casedesk.ui.disclosures.law_form import LawForm
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import announce

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.disclosure import Override
    from casedesk.domain.permission import Answer
    from casedesk.ui.desk import Desk


class AnswerPanel(QWidget):
    """Says for each kind of information whether it may go, and offers the way to it.

    That is a release for the client to sign, or a rule of law.
    """

    edited = Signal()  # the rule of law was filled in or taken away
    law_wanted = Signal(object)  # the form for it, which is empty yet
    prepared = Signal()  # the missing release was made; the window shows it

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._answer: Answer | None = None
        self._left_out: tuple[CategoryId, ...] = ()
        self.words = plain_label("", "", self, wraps=True)
        self.prepare = button(_("Prepare the missing release"), "", self)
        self.by_law = button(_("Pass on by law, without consent …"), "link", self)
        self.law: LawForm | None = None  # made when it is wanted, which is seldom
        self._build()

    def show_answer(
        self,
        case_id: CaseId,
        answer: Answer | None,
        left_out: tuple[CategoryId, ...] = (),
    ) -> None:
        """Show what holds; without an answer there is nothing to say.

        What is `left_out` does not go anyway, so it stands in the way of nothing.
        """
        before = self._answer.question.party_id if self._answer else None
        self._case_id, self._answer, self._left_out = case_id, answer, left_out
        self.setVisible(answer is not None)
        asked_of = answer.question.party_id if answer else None
        if asked_of != before or not self._may_go_by_law():
            self._take_law_away()
        if answer is None:
            return
        said = AnswerWords(self._desk.session, case_id).lines(answer)
        if said != self.words.text():
            self.words.setText(said)
            announce(self.words, said)
        set_look(self.words, "warning" if answer.blocked else "ok")
        self.prepare.setVisible(bool(self._missing()))
        self.by_law.setVisible(self._may_go_by_law() and self.law is None)

    def go_by_law(self) -> None:
        """Ask for the rule of law, where one could let it through."""
        if self._may_go_by_law() and self.law is None:
            self._on_by_law()

    def override(self) -> Override | None:
        """Return the rule of law on which it goes, if one was filled in."""
        return None if self.law is None else self.law.override()

    def may_go(self) -> bool:
        """Whether what was asked about may go, by consent or by law."""
        if self._answer is None:
            return False
        if self._answer.is_covered:
            return True
        return self._may_go_by_law() and self.override() is not None

    def _may_go_by_law(self) -> bool:
        """Whether a rule of law could let through what is blocked."""
        if self._answer is None or not self._answer.blocked:
            return False
        never = (each.category for each in self._answer.above_profile)
        return all(category in self._left_out for category in never)

    def _missing(self) -> tuple[str, ...]:
        """Return what a release of the client could allow."""
        blocked = self._answer.blocked if self._answer else ()
        return tuple(
            each.category for each in blocked if each.verdict is Verdict.NOT_ALLOWED
        )

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.prepare)
        row.addWidget(self.by_law)
        row.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self._column.addWidget(self.words)
        self._column.addLayout(row)
        self.hide()
        self.prepare.clicked.connect(self._on_prepare)
        self.by_law.clicked.connect(self._on_by_law)

    def _take_law_away(self) -> None:
        if self.law is not None:
            self.law.hide()
            self.law.deleteLater()
            self.law = None

    def _on_prepare(self) -> None:
        if self._answer is None or self._case_id is None:
            return
        question = self._answer.question
        with problems_shown(self, wording.problem):
            row = self._desk.session.releases.prepare(
                self._case_id, question.party_id, question.direction, self._missing()
            )
            self.prepared.emit()
            self._desk.go(
                Place(
                    page=Page.CONSENTS,
                    case_id=self._case_id,
                    subject_id=row.consent_id,
                )
            )

    def _on_by_law(self) -> None:
        self.by_law.hide()
        self.law = LawForm(self._desk.session.practice.get().country, self)
        self._column.addWidget(self.law)
        self.law.edited.connect(self.edited)
        self.law_wanted.emit(self.law)
        self.law.rule.setFocus()

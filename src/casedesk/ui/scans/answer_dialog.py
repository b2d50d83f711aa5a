"""Asks what a paper that came back says, beside the picture of its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.scans import words
from casedesk.ui.scans.answer_form import AnswerForm
from casedesk.ui.scans.page_view import PageView
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import Banner, announce

if TYPE_CHECKING:
    from datetime import date

    from casedesk.services.signed_papers import Question
    from casedesk.ui.desk import Desk

FORM_LETTERS = 46


class AnswerDialog(QDialog):
    """One paper after the other, until all are answered or the user has enough."""

    answered = Signal()

    def __init__(
        self,
        question: Question,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        following: tuple[Question, ...] = (),
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._papers = desk.session.signed_papers
        self._following = following
        self.question = question
        self._title = plain_label("", "heading", self, wraps=True)
        self._whose = plain_label("", "small", self, wraps=True)
        self._missing = plain_label("", "warning", self, wraps=True)
        self.banner = Banner(self)
        self.view = PageView(desk.session.scans.picture, self)
        self.form = AnswerForm(question, desk.session.clock.today, self)
        self._halves = QHBoxLayout()
        self.notice = plain_label("", "muted", self, wraps=True)
        self.file_only = button(_("Not signed, file only"), "", self)
        self.sign = button(_("Note the signature"), "primary", self)
        self._build()
        self._fill()

    def _show(self, question: Question) -> None:
        """Show another paper, with a form in which nothing is answered yet."""
        self.question = question
        form = AnswerForm(question, self._desk.session.clock.today, self)
        self._halves.replaceWidget(self.form, form)
        self.form.deleteLater()
        self.form = form
        self._fill()

    def _fill(self) -> None:
        question = self.question
        self._title.setText(words.title_of_question(question))
        self._whose.setText(question.client_name)
        pages = self._desk.session.scans.pages(question.received.id)
        self.view.show_pages(pages)
        self.form.setFixedWidth(FORM_LETTERS * self.fontMetrics().averageCharWidth())
        self.form.set_answers(self._papers.drafts(question.received.id))
        self.form.edited.connect(self._on_answered)
        self._missing.setText(
            words.missing(question.missing_pages) if question.missing_pages else ""
        )
        self._missing.setVisible(bool(question.missing_pages))
        self._show_hindrance(question)
        self._show_missing()

    def _show_hindrance(self, question: Question) -> None:
        if not question.is_as_printed:
            self.banner.show_message(
                _(
                    "Since this paper was printed the declaration was changed. What "
                    "was signed is what stands on the paper."
                ),
                _("Put the printed words back"),
            )
        elif question.is_changed_plan:
            self.banner.show_message(
                _(
                    "Since this paper was printed the plan was changed. What stands on "
                    "the paper is kept as agreed; changed texts become the next "
                    "version."
                )
            )
        elif not question.is_explained:
            self.banner.show_message(
                _(
                    "The day of the explanation is not noted yet; without it no "
                    "signature counts."
                ),
                _("Note it"),
            )
        else:
            self.banner.hide()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("What was signed"))
        make_room(self, letters=150, lines=44)
        self._halves.setSpacing(2 * GRID)
        self._halves.addWidget(self.view, 1)
        self._halves.addWidget(self.form)
        later = button(_("Later"), "", self)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self.notice, 1)
        for widget in (later, self.file_only, self.sign):
            foot.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        for row in (self._title, self._whose, self.banner, self._missing):
            layout.addWidget(row)
        layout.addLayout(self._halves, 1)
        layout.addLayout(foot)
        later.clicked.connect(self._on_later)
        self.file_only.clicked.connect(self._on_file_only)
        self.sign.clicked.connect(self._on_sign)
        self.banner.acted.connect(self._on_hindrance)

    def _on_answered(self) -> None:
        with problems_shown(self, wording.problem):
            self._papers.keep_drafts(self.question.received.id, self.form.answers())
        self._show_missing()

    def _show_missing(self) -> None:
        missing = self.form.missing()
        may = self.question.is_as_printed and self.question.is_explained
        self.sign.setEnabled(may and not missing)
        self.notice.setText(missing)

    def _on_hindrance(self) -> None:
        question = self.question
        with problems_shown(self, wording.problem):
            if not question.is_as_printed:
                self._papers.put_back_printed(question.received.id)
                self._show(self._papers.question(question.received.id) or question)
                return
        self.close()
        self._desk.go(
            Place(
                page=Page.CONSENTS,
                case_id=question.received.case_id,
                subject_id=question.part.consent_id or "",
            )
        )

    def _on_sign(self) -> None:
        day: date = self.form.day.value()  # type: ignore[assignment]  # a day field
        with problems_shown(self, wording.problem):
            if self.question.part.consent_id is None:
                self._papers.agree(
                    self.question.received.id, day, self.form.signed_by()
                )
            else:
                self._papers.sign(
                    self.question.received.id,
                    signed_on=day,
                    signed_by=self.form.signed_by(),
                    signed_at=str(self.form.place.value()),
                    struck=self.form.struck(),
                )
            self._go_on(_("The signature is noted."))

    def _on_file_only(self) -> None:
        with problems_shown(self, wording.problem):
            self._papers.file_only(self.question.received.id)
            self._go_on(_("Filed without a signature."))

    def _on_later(self) -> None:
        self._go_on("")

    def _go_on(self, said: str) -> None:
        if said:
            self.answered.emit()
        if not self._following:
            self.accept()
            return
        self._show(self._following[0])
        self._following = self._following[1:]
        if said:
            announce(self.notice, said)

"""When the next review is due, how often it comes, and the button that begins it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.review import goals_to_review, measures_to_review
from casedesk.domain.review_rhythm import ReviewRhythm
from casedesk.ui import fields
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.monitoring import review_words
from casedesk.ui.planning.plan_words import goal_title
from casedesk.ui.theme import set_look
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk

RHYTHM = "review_rhythm"


class ReviewHead(Card):
    """Says when the next review is due, and keeps the rhythms."""

    begun = Signal()
    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Review"), parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self.single: dict[str, RecordForm] = {}
        self._build()

    def show_case(self, case_id: CaseId, *, is_open: bool) -> None:
        """Show when the next review of a case is due; one that is open goes on."""
        if case_id != self._case_id:
            self.flush()
            self._rhythms.hide()
        self._case_id = case_id
        session = self._desk.session
        case = session.case_records.get(case_id)
        show_in_form(self.form, session.case_records, case)
        due_on, today = session.reviewing.due_on(case_id), session.clock.today()
        self._words.setText(review_words.due_words(due_on, today))
        is_late = due_on is not None and due_on < today
        set_look(self._words, "warning" if is_late else "")
        self.begin.setText(_("Go on with the review") if is_open else _("Begin review"))
        self.begin.setEnabled(session.case_records.may_change(case))
        if not self._rhythms.isHidden():
            self._show_single()

    def flush(self) -> None:
        """Store what is chosen but not stored yet."""
        for form in (self.form, *self.single.values()):
            form.flush()

    def words(self) -> str:
        """Return what is said about the next review."""
        return self._words.text()

    def _build(self) -> None:
        self._words = plain_label("", "", self, wraps=True)
        self.begin = CaseAct(_("Begin review"), "primary", self)
        self.more = button(_("Rhythm of single goals and measures"), "link", self)
        self.add_action(self.more)
        self.add_action(self.begin)
        self.form = RecordForm(
            [fields.choice(RHYTHM, _("How often the case is reviewed"), ReviewRhythm)],
            self,
        )
        self._rhythms = QWidget(self)
        self._column = QVBoxLayout(self._rhythms)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(
            plain_label(
                _("Where nothing is chosen, the rhythm of the case applies."),
                "small",
                wraps=True,
            )
        )
        self._rhythms.hide()
        for widget in (self._words, self.form, self._rhythms):
            self.add(widget)
        self.begin.clicked.connect(self._on_begin)
        self.more.clicked.connect(self._on_more)
        self.form.saved.connect(self._on_saved)

    def _show_single(self) -> None:
        if self._case_id is None:
            return
        session, case_id = self._desk.session, self._case_id
        goals = goals_to_review(session.goals.of(case_id=case_id))
        measures = measures_to_review(session.measures.of(case_id=case_id))
        self._drop({*(goal.id for goal in goals), *(each.id for each in measures)})
        for goal in goals:
            form = self._form_of(goal.id, goal_title(goal))
            show_in_form(form, session.goals, goal)
        for measure in measures:
            form = self._form_of(measure.id, review_words.measure_title(measure))
            show_in_form(form, session.measures, measure)

    def _form_of(self, record_id: str, title: str) -> RecordForm:
        if record_id not in self.single:
            choice = fields.choice(RHYTHM, title, ReviewRhythm, may_be_empty=True)
            form = RecordForm([choice], self, most_columns=1)
            form.saved.connect(self._on_saved)
            self._column.addWidget(form)
            self.single[record_id] = form
        return self.single[record_id]

    def _drop(self, keep: set[str]) -> None:
        for record_id in [known for known in self.single if known not in keep]:
            form = self.single.pop(record_id)
            form.flush()
            form.hide()
            form.deleteLater()

    def _on_begin(self) -> None:
        self.begun.emit()

    def _on_more(self) -> None:
        self._rhythms.setVisible(self._rhythms.isHidden())
        if not self._rhythms.isHidden():
            self._show_single()

    def _on_saved(self) -> None:
        self.changed.emit()

"""The evaluation that is being written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.evaluation import HOLDS_BACK
from casedesk.services.evaluations import CLIENT_VIEW
from casedesk.ui import wording
from casedesk.ui.editing import show_in_form
from casedesk.ui.evaluation import evaluation_fields, evaluation_words
from casedesk.ui.instruments.outcome_words import sheet_line
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.monitoring.review_words import level_texts
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.level_field import LevelField
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from casedesk.domain.evaluation import Evaluation, GoalResult
    from casedesk.domain.goal import Goal
    from casedesk.services.evaluations import EvaluationSheet
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field

AT_ONCE = 2  # cards that fill a window; the others are made between events


class ResultCard(Card):
    """How far one goal was reached."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._note = plain_label("", "small", self, wraps=True)
        self.form = RecordForm(evaluation_fields.result(), self)
        self.add(self._note)
        self.add(self.form)

    def show_result(self, desk: Desk, result: GoalResult, goal: Goal | None) -> None:
        """Show the result of a goal."""
        self.set_title(result.goal_words or _("(goal without words yet)"))
        self._note.setText(evaluation_words.result_note(result))
        level = self.form.editor("level")
        if isinstance(level, LevelField):
            level.show_texts(level_texts(goal))
        show_in_form(self.form, desk.session.goal_results, result)


class EvaluationView(QWidget):
    """Keeps an open evaluation and confirms it."""

    confirmed = Signal()
    removed = Signal(str, int)  # the noun, and the deed that can be taken back

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._evaluation: Evaluation | None = None
        self.cards: dict[str, ResultCard] = {}
        self._waiting: list[partial[None]] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._build()

    def show_sheet(self, sheet: EvaluationSheet) -> None:
        """Show an evaluation; where the user types, the text stays."""
        evaluation = sheet.evaluation
        if self._evaluation is not None and self._evaluation.id != evaluation.id:
            self.clear()
        self._evaluation = evaluation
        self._head.set_title(evaluation_words.title(evaluation))
        for form in self.forms.values():
            show_in_form(form, self._desk.session.evaluations, evaluation)
        self._show_results(sheet)
        self._say(sheet)
        self._say_left_out(evaluation)

    def clear(self) -> None:
        """Show no evaluation any more."""
        self._waiting.clear()
        self._evaluation = None
        for card in self.cards.values():
            card.form.flush()
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards.clear()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for card in self.cards.values():
            card.form.flush()
        for form in self.forms.values():
            form.flush()

    def scores(self) -> str:
        """Return what is said about the T-scores."""
        return self._scores.text()

    def gaps(self) -> str:
        """Return what is said to be missing."""
        return self._gaps.text()

    def _show_results(self, sheet: EvaluationSheet) -> None:
        ids = [each.goal_id for each in sheet.results if each.goal_id]
        goals = self._desk.session.goals.among(ids)
        self._waiting.clear()
        for result in sheet.results:
            show = partial(self._show_result, result, goals.get(result.goal_id or ""))
            if result.id in self.cards or len(self.cards) < AT_ONCE:
                show()
            else:
                self._waiting.append(show)
                self._next.start()

    def _show_result(self, result: GoalResult, goal: Goal | None) -> None:
        card = self.cards.get(result.id)
        if card is None:
            card = self.cards[result.id] = ResultCard(self)
            card.form.saved.connect(self._on_saved)
            self._column.addWidget(card)
        card.show_result(self._desk, result, goal)

    def _on_next(self) -> None:
        if self._waiting:
            self._waiting.pop(0)()
        if self._waiting:
            self._next.start()

    def _say(self, sheet: EvaluationSheet) -> None:
        self._scores.setText("\n".join(evaluation_words.score_lines(sheet.scores)))
        self._hours.setText(evaluation_words.hours_words(sheet))
        asked = sheet.client_view
        if asked is None:
            self._asked.setText(_("The six questions have not been answered yet."))
        else:
            outcome = self._desk.session.instruments.outcome(asked)
            pack = self._desk.session.instruments.pack(asked)
            self._asked.setText(sheet_line(asked, pack, outcome))
        gaps = sheet.gaps
        self._gaps.setText("\n".join(wording.label(gap) for gap in gaps))
        self._gaps.setVisible(bool(gaps))
        self.confirm.setEnabled(not any(gap in HOLDS_BACK for gap in gaps))

    def _say_left_out(self, evaluation: Evaluation) -> None:
        count = self._desk.session.evaluating.left_out(evaluation)
        words = ngettext(
            "{count} goal was added since.", "{count} goals were added since.", count
        )
        self._added.setText(words.format(count=count))
        self._added.setVisible(bool(count))
        self.take_in.setVisible(bool(count))

    def _build(self) -> None:
        today = self._desk.session.clock.today
        self.forms: dict[str, RecordForm] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID + 2)
        self._head = self._card("", "head", evaluation_fields.head(today))
        self.remove = CaseAct(_("Remove"), "link", self._head)
        self._head.add_action(self.remove)
        self._scores = plain_label("", "", self, wraps=True)
        self._head.add(self._scores)
        self._added = plain_label("", "warning", self, wraps=True)
        self.take_in = CaseAct(_("Take them in"), "", self)
        row = QHBoxLayout()
        row.addWidget(self._added, 1)
        row.addWidget(self.take_in)
        self._head.body.addLayout(row)
        layout.addWidget(self._head)
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID + 2)
        layout.addLayout(self._column)
        layout.addWidget(
            self._card(
                _("What the work has changed"), "effects", evaluation_fields.effects()
            )
        )
        layout.addWidget(self._views_card())
        cost = self._card(_("Hours and cost"), "cost", evaluation_fields.cost())
        self._hours = plain_label("", "muted", cost, wraps=True)
        cost.add(self._hours)
        layout.addWidget(cost)
        layout.addWidget(
            self._card(_("What can be learned"), "lessons", evaluation_fields.lessons())
        )
        layout.addWidget(self._end_card())
        self._next.timeout.connect(self._on_next)
        self.take_in.clicked.connect(self._on_take_in)
        self.remove.clicked.connect(self._on_remove)

    def _card(self, title: str, name: str, fields: list[Field]) -> Card:
        card = Card(title, self)
        form = RecordForm(fields, card)
        form.saved.connect(self._on_saved)
        self.forms[name] = form
        card.add(form)
        return card

    def _views_card(self) -> Card:
        card = self._card(_("Views"), "views", evaluation_fields.views())
        self._asked = plain_label("", "muted", card, wraps=True)
        self.ask = CaseAct(_("Six questions: fill in"), "", card)
        self.print = button(_("Print them empty"), "", card)
        self.compare = button(_("First and newest assessment"), "link", card)
        for act in (self.compare, self.print, self.ask):
            card.add_action(act)
        card.add(self._asked)
        self.ask.clicked.connect(self._on_ask)
        self.print.clicked.connect(self._on_print)
        self.compare.clicked.connect(self._on_compare)
        return card

    def _end_card(self) -> Card:
        card = Card(_("End of the evaluation"), self)
        self._gaps = plain_label("", "muted", card, wraps=True)
        self.confirm = CaseAct(_("Confirm and freeze"), "primary", card)
        card.add(self._gaps)
        row = QHBoxLayout()
        row.addWidget(self.confirm)
        row.addStretch()
        card.body.addLayout(row)
        self.confirm.clicked.connect(self._on_confirm)
        return card

    def _on_saved(self) -> None:
        if self._evaluation is None:
            return
        sheet = self._desk.session.evaluating.open_of(self._evaluation.case_id)
        if sheet is not None:
            self._head.set_title(evaluation_words.title(sheet.evaluation))
            self._say(sheet)

    def _on_ask(self) -> None:
        if self._evaluation is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            session, case_id = self._desk.session, self._evaluation.case_id
            sheets = session.instrument_sheets.of(
                case_id=case_id, instrument=CLIENT_VIEW
            )
            begun = [each for each in sheets if each.confirmed_on is None]
            sheet = (
                begun[0] if begun else session.instruments.begin(case_id, CLIENT_VIEW)
            )
            place = Place(page=Page.ASSESSMENT, case_id=case_id, subject_id=sheet.id)
            self._desk.go(place)

    def _on_print(self) -> None:
        if self._evaluation is not None:
            with problems_shown(self, wording.problem):
                self.flush()
                papers = self._desk.session.instrument_papers
                case_id = self._evaluation.case_id
                self._desk.preview(papers.empty_sheet(case_id, CLIENT_VIEW))

    def _on_compare(self) -> None:
        from casedesk.ui.assessment.compare_dialog import CompareDialog

        if self._evaluation is not None:
            self.flush()
            assessing = self._desk.session.assessing
            first, *_rest = versions = assessing.of_case(self._evaluation.case_id)
            dialog = CompareDialog(self._desk, versions[-1], self.window())
            dialog.compare_from(first.id)
            dialog.open()

    def _on_take_in(self) -> None:
        if self._evaluation is not None:
            with problems_shown(self, wording.problem):
                self.flush()
                evaluating = self._desk.session.evaluating
                evaluating.take_in(self._evaluation.id)
                sheet = evaluating.open_of(self._evaluation.case_id)
                if sheet is not None:
                    self.show_sheet(sheet)

    def _on_remove(self) -> None:
        if self._evaluation is not None:
            with problems_shown(self, wording.problem):
                self.flush()
                records = self._desk.session.evaluations
                deed = records.remove(self._evaluation.id)
                self.removed.emit(records.noun, deed)

    def _on_confirm(self) -> None:
        if self._evaluation is not None:
            with problems_shown(self, wording.problem):
                self.flush()
                self._desk.session.evaluating.confirm(self._evaluation.id)
                self.confirmed.emit()

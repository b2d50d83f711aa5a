"""One sheet of an instrument: who was asked when, the answers, and what they say."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.instrument import SheetId, check_result, read_answers
from casedesk.ui import wording
from casedesk.ui.editing import deeds_on, show_in_form
from casedesk.ui.fields import line, needed_day, text
from casedesk.ui.instruments.course_card import CourseCard, main_scores
from casedesk.ui.instruments.item_fields import answer_of, item_groups, shown_values
from casedesk.ui.instruments.outcome_card import OutcomeCard
from casedesk.ui.instruments.outcome_words import allowance_words
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.parsed_line import ParsedLine
from casedesk.ui.widgets.record_form import Deeds, Field, RecordForm
from casedesk.words.phrases import figure

if TYPE_CHECKING:
    from casedesk.domain.instrument import Instrument, Sheet
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.editor import Editor

RESULT = "result"
LETTERS = 10


class SheetForm(QWidget):
    """Shows one sheet and keeps what is answered. Made anew for each sheet."""

    saved = Signal()
    again_wanted = Signal()
    print_wanted = Signal()

    def __init__(
        self, desk: Desk, sheet: Sheet, pack: Instrument, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sheet_id = sheet.id
        self._pack = pack
        self._build(sheet)
        self.show_sheet(sheet)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the sheet as it is now; where the user types, the text stays."""
        show_in_form(self.head, self._desk.session.instrument_sheets, sheet)
        is_closed = sheet.confirmed_on is not None
        if self.items is not None:
            answers = read_answers(sheet.answers)
            values = shown_values(self._pack, sheet.variant, answers)
            drafts = self._desk.session.instrument_sheets.drafts(sheet.id)
            self.items.show_values(values, drafts)
            self.items.set_locked(is_closed)
            self._show_outcome(sheet)
        self.head.set_locked(is_closed)
        self._confirm.setVisible(not is_closed)
        self._again.setVisible(is_closed)
        self._closed.setVisible(is_closed)
        self._closed.setText(
            _("Confirmed on {day}; the answers stay as they are.").format(
                day=wording.day(sheet.confirmed_on)
            )
        )

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.head.flush()
        if self.items is not None:
            self.items.flush()

    def focus_first(self) -> None:
        """Put the cursor where answering begins."""
        if self.items is None:
            self.head.focus_field(RESULT)
        else:
            self.items.focus_field(self._pack.items_in(self._variant)[0].id)

    def _show_outcome(self, sheet: Sheet) -> None:
        instruments = self._desk.session.instruments
        money = allowance_words(instruments.allowance(sheet))
        self.outcome.show_outcome(self._pack, instruments.outcome(sheet), money)
        self.course.show_course(
            [
                (
                    score,
                    instruments.course(sheet.case_id, sheet.instrument, score.id),
                )
                for score in main_scores(self._pack, sheet.variant)
            ]
        )

    def _build(self, sheet: Sheet) -> None:
        self._variant = sheet.variant
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, GRID, 2 * GRID)
        layout.setSpacing(GRID + 2)
        layout.addWidget(self._head_card())
        self.items: RecordForm | None = None
        self.outcome = OutcomeCard(self)
        if not self._pack.is_result_only:
            self.items = RecordForm(
                item_groups(self._pack, sheet.variant), self, most_columns=1
            )
            self.items.bind(self._item_deeds())
            self.items.saved.connect(self._on_saved)
            layout.addWidget(self.items)
        self.outcome.setVisible(self.items is not None)
        layout.addWidget(self.outcome)
        self.course = CourseCard(self)
        self.course.hide()
        layout.addWidget(self.course)
        for notice in (self._pack.notice, self._pack.licence):
            if notice:
                layout.addWidget(plain_label(notice, "small", self, wraps=True))
        layout.addStretch(1)

    def _head_card(self) -> Card:
        card = Card(self._pack.name, self)
        self._confirm = CaseAct(_("Confirm"), "", card)
        self._again = CaseAct(_("New sheet with these answers"), "", card)
        printing = button(_("Print …"), "", card)
        changes = button(_("Changes"), "link", card)
        for act in (changes, printing, self._again, self._confirm):
            card.add_action(act)
        self._closed = plain_label("", "muted", card, wraps=True)
        card.add(self._closed)
        today = self._desk.session.clock.today
        fields = [
            needed_day("taken_on", _("Taken on"), today),
            line("answered_by", _("Answered by")),
            line("source", _("Source, such as a report or letter")),
            text("note", _("Note")),
        ]
        if self._pack.is_result_only:
            fields.insert(0, self._result_field())
        self.head = RecordForm(fields)
        card.add(self.head)
        if self._pack.intro:
            card.add(plain_label(self._pack.intro, "", card, wraps=True))
        if self._pack.is_result_only and self._pack.orientation:
            card.add(plain_label(self._pack.orientation, "small", card, wraps=True))
        self.head.saved.connect(self._on_saved)
        self._confirm.clicked.connect(self._on_confirm)
        self._again.clicked.connect(self.again_wanted)
        printing.clicked.connect(self.print_wanted)
        changes.clicked.connect(self._on_changes)
        return card

    def _result_field(self) -> Field:
        pack = self._pack
        if pack.result_choices:
            box: Editor = ChoiceBox([(each, each) for each in pack.result_choices])
            return Field(RESULT, _("Result"), box)
        low, high = pack.result_low, pack.result_high
        said = _("Please type a number in the range of the instrument.")
        if low is not None and high is not None:
            said = _("Please type a number from {low} to {high}.").format(
                low=figure(low, _), high=figure(high, _)
            )
        editor = ParsedLine(self._checked_result, str, said)
        editor.set_letters(LETTERS)
        return Field(RESULT, _("Result"), editor, said)

    def _checked_result(self, typed: str) -> str:
        """Return a result that the instrument can have; raises `ValueError`."""
        try:
            check_result(self._pack, typed)
        except Exception as problem:
            raise ValueError(typed) from problem
        return typed

    def _item_deeds(self) -> Deeds:
        kept = deeds_on(self._desk.session.instrument_sheets, self.sheet_id)
        return Deeds(
            save=partial(self._save, self.sheet_id),
            keep_draft=kept.keep_draft,
            drop_draft=kept.drop_draft,
            words=kept.words,
        )

    def _save(self, sheet_id: SheetId, name: str, value: object, sitting: str) -> None:
        instruments = self._desk.session.instruments
        instruments.answer(sheet_id, name, answer_of(value), sitting=sitting)

    def _on_saved(self) -> None:
        self.saved.emit()

    def _on_confirm(self) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            self._desk.session.instruments.confirm(self.sheet_id)
            self.saved.emit()

    def _on_changes(self) -> None:
        self.flush()
        records = self._desk.session.instrument_sheets
        self._desk.show_changes(records.noun, self.sheet_id)

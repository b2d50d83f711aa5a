"""Where a case is closed: the reasons, what is still open, and the last act."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from casedesk.domain.closure import (
    NEEDED,
    ClosingPoint,
    ClosingReason,
    FollowUp,
    may_close,
)
from casedesk.domain.dates import Leaning
from casedesk.ui import fields, wording
from casedesk.ui.cases.rows import Rows, text_row
from casedesk.ui.closing import closing_words
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.case import CaseId
    from casedesk.domain.closure import Closure, OpenPoint
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field
    from casedesk.ui.widgets.pressable import Pressable


class ClosingCard(Card):
    """Keeps what is noted at the closing, says what is open, and closes the case."""

    closed = Signal()
    continued = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Closing"), parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._closure: Closure | None = None
        self._shown: list[OpenPoint] = []
        self._build()

    def show_case(self, case_id: CaseId) -> None:
        """Show how far the closing of a case is."""
        self._case_id = case_id
        session = self._desk.session
        is_closed = session.case_records.get(case_id).closed_on is not None
        self._closure = session.closing.of(case_id)
        has_begun = self._closure is not None
        self.begin.setVisible(not has_begun and not is_closed)
        self.go_on.setVisible(not is_closed)
        self._intro.setVisible(not has_begun)
        for part in (self.form, self._left_open, self._kept):
            part.setVisible(has_begun)
        for widget in (self._open, self.list):
            widget.setVisible(has_begun and not is_closed)
        self.close_case.setVisible(has_begun and not is_closed)
        self.end_all.setVisible(False)
        if self._closure is not None:
            for form in (self.form, self._left_open):
                show_in_form(form, session.closures, self._closure)
                form.set_locked(self._closure.is_done)
            self._say(self._closure)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.form.flush()
        self._left_open.flush()

    def open_points(self) -> list[ClosingPoint]:
        """Return what is said to be open."""
        return [each.point for each in self._shown]

    def kept(self) -> str:
        """Return what is said about keeping the file."""
        return self._kept.text()

    def left_open(self) -> RecordForm:
        """Return the form that asks why points may stay open."""
        return self._left_open

    def _say(self, closure: Closure) -> None:
        closing = self._desk.session.closing
        self._shown = [] if closure.is_done else closing.open_points(closure)
        self.list.show_rows([self._row(each) for each in self._shown])
        self.close_case.setEnabled(may_close(closure, self._shown))
        may_stay = [e for e in self._shown if e.point not in NEEDED]
        self._left_open.setVisible(bool(may_stay) or bool(closure.left_open))
        in_force = ClosingPoint.DECLARATION_IN_FORCE in self.open_points()
        self.end_all.setVisible(in_force)
        until = closure.keep_until or closing.keep_until(closure)
        said = [closing_words.certainty_words(closure.retention)]
        if until is not None:
            day = wording.day(until)
            said.insert(0, _("The file is kept until {day}.").format(day=day))
        self._kept.setText(" ".join(part for part in said if part))

    def _row(self, found: OpenPoint) -> Pressable:
        words = closing_words.sentence(self._desk.session, found)
        row = text_row(words, look="warning" if found.point in NEEDED else "")
        row.clicked.connect(partial(self._on_point, found))
        return row

    def _build(self) -> None:
        self._intro = plain_label(
            _(
                "Closing looks first at what is still open. Instead of closing, the "
                "work can go on in a new round."
            ),
            "muted",
            self,
            wraps=True,
        )
        self.begin = button(_("Begin closing"), "", self)
        self.quality = button(_("Quality check"), "link", self)
        self.go_on = button(_("Go on in a new round"), "link", self)
        self.add_action(self.quality)
        self.add_action(self.go_on)
        self.add_action(self.begin)
        self.form = RecordForm(self._fields(), self)
        self._kept = plain_label("", "small", self, wraps=True)
        self._open = plain_label(_("Still open"), "strong", self)
        self.list = Rows(_("Nothing is open any more."), self)
        self.end_all = button(_("Let all declarations end today"), "", self)
        left_open = fields.text(
            "left_open", _("Why these points may stay open"), lines=1
        )
        self._left_open = RecordForm([left_open], self)
        self.close_case = button(_("Close case"), "primary", self)
        for widget in (
            *(self._intro, self.form, self._kept),
            *(self._open, self.list, self._left_open),
        ):
            self.add(widget)
        row = QHBoxLayout()
        row.addWidget(self.close_case)
        row.addWidget(self.end_all)
        row.addStretch()
        self.body.addLayout(row)
        self.begin.clicked.connect(self._on_begin)
        self.quality.clicked.connect(self._on_quality)
        self.go_on.clicked.connect(self._on_go_on)
        self.end_all.clicked.connect(self._on_end_all)
        self.close_case.clicked.connect(self._on_close)
        self.form.saved.connect(self._on_saved)
        self._left_open.saved.connect(self._on_saved)

    def _fields(self) -> list[Field]:
        session = self._desk.session
        today = session.clock.today
        country = session.practice.get().country
        return [
            fields.choice(
                "reason", _("Why the case is closed"), ClosingReason, may_be_empty=True
            ),
            fields.choice(
                "follow_up",
                _("Ask once more how it goes"),
                FollowUp,
                may_be_empty=True,
                hint=_("Becomes a task."),
            ),
            fields.text("reason_words", _("The reason in words"), lines=1),
            fields.day(
                "talk_on", _("Closing talk held on"), today, leaning=Leaning.PAST
            ),
            fields.text("no_talk_reason", _("Or why there was none"), lines=1),
            fields.text(
                "aftercare",
                _("After-care: who coordinates from now on, which help goes on"),
                lines=2,
            ),
            fields.text("returned", _("Papers given back, to whom"), lines=1),
            fields.text(
                "told",
                _("Who was told that consents and powers of attorney end"),
                lines=1,
            ),
            fields.pick(
                "retention",
                _("How long the file is kept"),
                closing_words.rules(country),
            ),
        ]

    def _on_saved(self) -> None:
        if self._case_id is not None:
            self._closure = self._desk.session.closing.of(self._case_id)
            if self._closure is not None:
                self._say(self._closure)

    def _on_begin(self) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                self._desk.session.closing.begin(self._case_id)
                self.show_case(self._case_id)
                self.form.focus_field("reason")

    def _on_point(self, found: OpenPoint) -> None:
        field = closing_words.FIELDS.get(found.point)
        if field is not None:
            self.form.focus_field(field)
        elif self._case_id is not None:
            place = closing_words.place_of(found, self._case_id)
            if place is not None:
                self.flush()
                self._desk.go(place)

    def _on_quality(self) -> None:
        self.flush()
        self._desk.go(Place(page=Page.QUALITY, case_id=self._case_id))

    def _on_end_all(self) -> None:
        from casedesk.ui.ask_dialog import AskDialog

        dialog = AskDialog(
            _(
                "All consents and powers of attorney of this case end today. From "
                "tomorrow on nothing may be passed on under them."
            ),
            _("Let them end"),
            self.window(),
        )
        dialog.agreed.connect(self._end_all)
        dialog.open()

    def _end_all(self) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                self.flush()
                self._desk.session.closing.end_declarations(self._case_id)
                self._on_saved()

    def _on_go_on(self) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                self.flush()
                self._desk.session.cases.begin_cycle(self._case_id)
                self.continued.emit()
                self._desk.go(Place(page=Page.ASSESSMENT, case_id=self._case_id))

    def _on_close(self) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                self.flush()
                title = _("Ask once more how it goes since the case was closed")
                self._desk.session.closing.close(self._case_id, title)
                self.closed.emit()

"""After a conference: minutes, who gets them, and what is made of the results."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.conference import ResolutionId
from casedesk.domain.goal import GoalId
from casedesk.ui import wording
from casedesk.ui.cases.rows import Rows, text_row
from casedesk.ui.conferences.conference_fields import approval_fields
from casedesk.ui.conferences.result_row import ResultRow
from casedesk.ui.editing import show_in_form
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.planning.plan_words import goal_title
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from casedesk.domain.case import PartyId
    from casedesk.domain.conference import Conference, Resolution
    from casedesk.services.invitations import Invitee
    from casedesk.ui.desk import Desk


class FollowPart(QWidget):
    """What is left to do once people have gone."""

    changed = Signal()
    version_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._conference: Conference | None = None
        self.ticks: dict[str, TickBox] = {}
        self._build()

    def show_conference(self, conference: Conference) -> None:
        """Show what came of a conference."""
        self._conference = conference
        session = self._desk.session
        parties = party_names(session, conference.case_id)
        goals = {
            str(goal.id): goal_title(goal)
            for goal in session.goals.of(case_id=conference.case_id)
        }
        self.results.show_rows(
            [
                self._result(each, parties, goals)
                for each in session.resolving.of(conference.id)
            ]
        )
        self.recipients.show_rows(
            [self._receiver(each) for each in session.inviting.invitees(conference.id)]
        )
        self._show_minutes(conference)
        earlier = session.conferencing.earlier_versions(conference)
        self.versions.setVisible(bool(earlier))
        self.versions.show_rows([self._version(each) for each in earlier])

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.form.flush()

    def print_shown(self) -> None:
        """Show the minutes."""
        self._on_minutes()

    def _show_minutes(self, conference: Conference) -> None:
        is_held = conference.held_on is not None
        self.minutes.setEnabled(is_held)
        self.correct.setVisible(conference.is_frozen)
        said = _("There are no minutes before the conference took place.")
        if conference.is_frozen:
            said = _("Issued on {day}. They stay as they are.").format(
                day=wording.day(conference.minutes_issued_on)
            )
        elif is_held:
            said = _(
                "Printing or saving the minutes issues them; from then on they stay as "
                "they are."
            )
        self.standing.setText(said)
        show_in_form(self.form, self._desk.session.conferences, conference)

    def _build(self) -> None:
        results = Card(_("What was resolved"), self)
        self.results = Rows(_("Nothing was noted as resolved."), self)
        results.add(self.results)
        minutes = Card(_("Minutes of the meeting"), self)
        self.minutes = button(_("Show the minutes …"), "primary", self)
        self.correct = CaseAct(_("Begin a corrected version"), "", self)
        minutes.add_action(self.correct)
        minutes.add_action(self.minutes)
        self.standing = plain_label("", "", self, wraps=True)
        self.form = RecordForm(approval_fields(self._desk.session), self)
        self.versions = Rows("", self)
        for part in (self.standing, self.form, self.versions):
            minutes.add(part)
        getting = Card(_("Who gets the minutes"), self)
        self.recipients = Rows("", self)
        getting.add(self.recipients)
        self.page = ScrollPage(self)
        for card in (results, minutes, getting):
            self.page.add(card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.page)
        self.minutes.clicked.connect(self._on_minutes)
        self.correct.clicked.connect(self._on_correct)

    def _result(
        self,
        resolution: Resolution,
        parties: dict[PartyId, str],
        goals: dict[str, str],
    ) -> ResultRow:
        row = ResultRow(resolution, parties, goals, self)
        row.task_wanted.connect(self._on_task)
        row.measure_wanted.connect(self._on_measure)
        row.shown_wanted.connect(self._on_shown)
        return row

    def _receiver(self, invitee: Invitee) -> QWidget:
        row = QWidget(self)
        person = invitee.participant
        name = invitee.name or wording.label(person.role)
        tick = TickBox(name, row)
        tick.set_value(person.gets_minutes and invitee.may_come)
        is_frozen = self._conference is not None and self._conference.is_frozen
        tick.setEnabled(invitee.may_come and not is_frozen)
        tick.edited.connect(partial(self._on_receiver, person.id))
        self.ticks[person.id] = tick
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(tick)
        layout.addStretch()
        if not invitee.may_come:
            why = _("no release in force covers it")
            layout.addWidget(plain_label(why, "warning-small", row))
        return row

    def _version(self, earlier: Conference) -> QWidget:
        words = _("Version {version}, issued on {day}").format(
            version=earlier.version, day=wording.day(earlier.minutes_issued_on)
        )
        row = text_row(words)
        row.clicked.connect(partial(self.version_wanted.emit, earlier.id))
        return row

    def _on_receiver(self, person_id: str) -> None:
        with problems_shown(self, wording.problem):
            ticked = self.ticks[person_id].value()
            self._desk.session.participants.change(person_id, gets_minutes=ticked)

    def _on_minutes(self) -> None:
        if self._conference is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            papers = self._desk.session.conference_papers
            self._desk.preview(papers.minutes(self._conference.id))

    def _on_correct(self) -> None:
        if self._conference is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            conferencing = self._desk.session.conferencing
            self.version_wanted.emit(conferencing.correct(self._conference.id).id)

    def _on_task(self, resolution_id: str) -> None:
        with problems_shown(self, wording.problem):
            self._desk.session.resolving.make_task(ResolutionId(resolution_id))
            self.changed.emit()

    def _on_measure(self, resolution_id: str, goal_id: str) -> None:
        with problems_shown(self, wording.problem):
            resolving = self._desk.session.resolving
            resolving.make_measure(ResolutionId(resolution_id), GoalId(goal_id))
            self.changed.emit()

    def _on_shown(self, resolution: Resolution) -> None:
        is_measure = resolution.measure_id is not None
        self._desk.go(
            Place(
                page=Page.PLANNING if is_measure else Page.COORDINATION,
                case_id=resolution.case_id,
                subject_id=resolution.measure_id or resolution.task_id or "",
            )
        )

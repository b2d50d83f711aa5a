"""Who comes to a conference, whether they may, and what is missing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.case import PartyId
from casedesk.domain.conference import ParticipantRole
from casedesk.ui import fields, wording
from casedesk.ui.disclosures.answer_words import AnswerWords
from casedesk.ui.editing import show_in_form
from casedesk.ui.entries.party_names import party_labels
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from casedesk.domain.conference import Conference
    from casedesk.services.invitations import Invitee
    from casedesk.ui.desk import Desk


class PersonRow(QWidget):
    """Somebody on the list: who, whether they may come and why not, what to do."""

    def __init__(self, invitee: Invitee, about: str, why: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.invitee = invitee
        person = invitee.participant
        self.name = plain_label(
            invitee.name or wording.label(person.role), "strong", self, wraps=True
        )
        self.about = plain_label(about, "small", self, wraps=True)
        self.why = plain_label(why, "warning", self, wraps=True)
        self.why.setVisible(bool(why))
        self.prepare = CaseAct(_("Prepare the missing release"), "", self)
        self.prepare.setVisible(bool(invitee.missing))
        self.letter = button(_("Letter …"), "link", self)
        self.letter.setVisible(
            invitee.may_come and person.role is not ParticipantRole.CASE_MANAGER
        )
        self.remove = CaseAct("✕", "link", self)
        for act, words in (
            (self.prepare, _("Prepare the missing release for {name}")),
            (self.letter, _("Letter of invitation to {name}")),
            (self.remove, _("Take off the list: {name}")),
        ):
            act.setAccessibleName(words.format(name=invitee.name))
        self._lay_out()

    def _lay_out(self) -> None:
        self.words = QVBoxLayout()
        self.words.setSpacing(0)
        for label in (self.name, self.about, self.why):
            self.words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(GRID)
        row.addLayout(self.words, 1)
        for act in (self.prepare, self.letter, self.remove):
            row.addWidget(act)


class PeopleCard(Card):
    """The list of a conference; the permission check decides who may be invited."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Who comes"), parent)
        self._desk = desk
        self._conference: Conference | None = None
        self.rows: list[PersonRow] = []
        self._names: dict[str, RecordForm] = {}
        self._build()

    def show_conference(self, conference: Conference) -> None:
        """Show who is on the list of a conference."""
        self._conference = conference
        session = self._desk.session
        invitees = session.inviting.invitees(conference.id)
        words = AnswerWords(session, conference.case_id)
        self.flush()
        self._clear()
        for invitee in invitees:
            answer = invitee.answer
            why = ""
            if answer is not None and not answer.is_covered:
                why = words.lines(answer) or _("Say first what will be talked about.")
            self._add_row(invitee, why, is_locked=conference.is_frozen)
        taken = {each.participant.party_id for each in invitees}
        labels = party_labels(session, conference.case_id)
        self.whom.set_items(
            [(key, label) for key, label in labels.items() if key not in taken]
        )
        for widget in (self.whom, self.add_party, self.add_trusted, self.invited):
            widget.setVisible(not conference.is_frozen)
        self.letter_for_all.setVisible(not conference.is_frozen)
        stopped = sum(not each.may_come for each in invitees)
        self.set_note(
            _("{count} may not come yet").format(count=stopped) if stopped else ""
        )

    def flush(self) -> None:
        """Store the names that are typed but not stored yet."""
        for form in self._names.values():
            form.flush()

    def _build(self) -> None:
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.body.addLayout(self._column)
        self.whom = ChoiceBox((), self)
        self.whom.setAccessibleName(_("Somebody of the case"))
        self.add_party = CaseAct(_("Add"), "", self)
        self.add_trusted = CaseAct(
            _("Add a trusted person of the client"), "link", self
        )
        self.letter_for_all = button(_("Invitation for all …"), "", self)
        self.invited = CaseAct(_("Note all as invited"), "link", self)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.whom, 1)
        row.addWidget(self.add_party)
        row.addWidget(self.add_trusted)
        self.body.addLayout(row)
        acts = HeadLayout()
        for act in (self.letter_for_all, self.invited):
            acts.add_act(act)
        self.body.addLayout(acts)
        self.add_party.clicked.connect(self._on_add_party)
        self.add_trusted.clicked.connect(self._on_add_trusted)
        self.letter_for_all.clicked.connect(self._on_letter_for_all)
        self.invited.clicked.connect(self._on_invited)

    def _add_row(self, invitee: Invitee, why: str, *, is_locked: bool) -> None:
        person = invitee.participant
        row = PersonRow(invitee, self._about(invitee), why, self)
        if person.role is ParticipantRole.TRUSTED:
            form = RecordForm([fields.line("name", _("Name"))], row)
            row.name.hide()
            show_in_form(form, self._desk.session.participants, person)
            form.set_locked(is_locked)
            row.words.addWidget(form)
            self._names[person.id] = form
        row.prepare.clicked.connect(partial(self._on_prepare, invitee))
        row.letter.clicked.connect(partial(self._on_letter, invitee))
        row.remove.clicked.connect(partial(self._on_remove, invitee))
        row.remove.setVisible(
            not is_locked and person.role is not ParticipantRole.CLIENT
        )
        self._column.addWidget(row)
        self.rows.append(row)

    def _about(self, invitee: Invitee) -> str:
        person = invitee.participant
        parts = [wording.label(person.role)]
        if person.role is ParticipantRole.PARTY and person.party_id is not None:
            party = self._desk.session.parties.get(person.party_id)
            parts = [party.function or ", ".join(map(wording.label, party.roles))]
        if person.invited_on is not None:
            day = wording.day(person.invited_on)
            parts.append(_("invited on {day}").format(day=day))
        if invitee.answer is not None:
            is_open = invitee.may_come
            parts.append(_("may come") if is_open else _("may not come yet"))
        return " · ".join(part for part in parts if part)

    def _clear(self) -> None:
        self._names.clear()
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []

    def _again(self) -> None:
        if self._conference is not None:
            conferences = self._desk.session.conferences
            self.show_conference(conferences.get(self._conference.id))

    def _on_add_party(self) -> None:
        chosen = self.whom.value()
        if self._conference is None or chosen is None:
            return
        with problems_shown(self, wording.problem):
            self._desk.session.conferencing.add_party(
                self._conference.id, PartyId(str(chosen))
            )
            self._again()

    def _on_add_trusted(self) -> None:
        if self._conference is None:
            return
        with problems_shown(self, wording.problem):
            conferencing = self._desk.session.conferencing
            made = conferencing.add_trusted(self._conference.id)
            self._again()
            self._names[made.id].focus_field("name")

    def _on_prepare(self, invitee: Invitee) -> None:
        if self._conference is None:
            return
        with problems_shown(self, wording.problem):
            inviting = self._desk.session.inviting
            row = inviting.prepare_release(invitee.participant.id)
            if row is not None:
                self._desk.go(
                    Place(
                        page=Page.CONSENTS,
                        case_id=self._conference.case_id,
                        subject_id=row.consent_id,
                    )
                )

    def _on_letter(self, invitee: Invitee) -> None:
        if self._conference is None:
            return
        with problems_shown(self, wording.problem):
            papers = self._desk.session.conference_papers
            self._desk.preview(
                papers.invitation(self._conference.id, invitee.participant.id)
            )

    def _on_letter_for_all(self) -> None:
        if self._conference is None:
            return
        with problems_shown(self, wording.problem):
            papers = self._desk.session.conference_papers
            self._desk.preview(papers.invitation(self._conference.id))

    def _on_invited(self) -> None:
        if self._conference is None:
            return
        with problems_shown(self, wording.problem):
            self._desk.session.inviting.note_invited(self._conference.id)
            self._again()

    def _on_remove(self, invitee: Invitee) -> None:
        with problems_shown(self, wording.problem):
            participants = self._desk.session.participants
            deed = participants.remove(invitee.participant.id)
            self._again()
            self._desk.offer_undo("participant", deed)

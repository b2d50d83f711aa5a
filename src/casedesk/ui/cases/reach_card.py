"""Whom to call about a case, and for whom it is worked: what a telephone call needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from casedesk.domain.client import ContactPointKind
from casedesk.ui import wording
from casedesk.ui.cases.rows import Rows
from casedesk.ui.entries.party_names import payers
from casedesk.ui.language import gettext as _
from casedesk.ui.network.somebody import name_of, numbers_of
from casedesk.ui.places import Page, Place
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId, Mandate, Party
    from casedesk.domain.client import Client, ContactPoint
    from casedesk.domain.network import Organisation, Person
    from casedesk.ui.desk import Desk


class ReachCard(Card):
    """Names client, mandate and parties with their numbers; a press goes to one."""

    subject_wanted = Signal(str)  # the id of a party or of the mandate
    parties_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("People and mandate"), parent)
        self._desk = desk
        self.list = Rows("", self)
        self.add(self.list)

    def show_case(self, case_id: CaseId) -> None:
        """Show who is reached how in a case."""
        session = self._desk.session
        client = session.clients.get(session.case_records.get(case_id).client_id)
        rows = self._client_rows(client, case_id)
        rows += [
            self._mandate_row(each) for each in session.mandates.of(case_id=case_id)
        ]
        self.list.show_rows(rows + self._party_rows(case_id))

    def _client_rows(self, client: Client, case_id: CaseId) -> list[Pressable]:
        points = [
            point
            for point in self._desk.session.contact_points.of(client_id=client.id)
            if point.kind is not ContactPointKind.EMAIL and point.value
        ]
        name = client.full_name or _("(no name yet)")
        rows = [
            _row("" if place else name, _about(point), point.value, _look(point))
            for place, point in enumerate(points)
        ] or [_row(name, _("no telephone number yet"))]
        if client.emergency_name or client.emergency_phone:
            notes = (_("In an emergency"), client.emergency_relation)
            note = " · ".join(words for words in notes if words)
            rows.append(_row(client.emergency_name, note, client.emergency_phone))
        place_of_client = Place(page=Page.CLIENT, case_id=case_id)
        for row in rows:
            row.clicked.connect(lambda: self._desk.go(place_of_client))
        return rows

    def _mandate_row(self, mandate: Mandate) -> Pressable:
        use = self._desk.session.time_keeping.use_of(mandate.case_id)
        parts = [", ".join(payers(self._desk.session, mandate.case_id))]
        if mandate.approved_minutes:
            parts.append(wording.hours_of(use.used_minutes, mandate.approved_minutes))
        if mandate.ends_on is not None:
            parts.append(_("until {day}").format(day=wording.day(mandate.ends_on)))
        note = " · ".join(part for part in parts if part)
        row = _row(
            _("Mandate"), note or _("nothing entered yet"), mandate.reference_number
        )
        row.clicked.connect(lambda: self.subject_wanted.emit(mandate.id))
        return row

    def _party_rows(self, case_id: CaseId) -> list[Pressable]:
        session = self._desk.session
        parties = session.parties.of(case_id=case_id)
        persons = session.persons.among(p.person_id for p in parties if p.person_id)
        organisations = session.organisations.among(
            p.organisation_id for p in parties if p.organisation_id
        )
        rows = [
            self._party_row(
                party,
                persons.get(party.person_id or ""),
                organisations.get(party.organisation_id or ""),
            )
            for party in parties
        ]
        if not rows:
            rows.append(_row(_("Add somebody")))
            rows[0].clicked.connect(lambda: self.parties_wanted.emit())
        return rows

    def _party_row(
        self, party: Party, person: Person | None, organisation: Organisation | None
    ) -> Pressable:
        parts = [wording.label(role) for role in party.roles] or [party.function]
        if person is not None and organisation is not None:
            parts.append(name_of(organisation))
        number = next(iter(numbers_of(person, organisation)), "")
        note = " · ".join(part for part in parts if part)
        row = _row(name_of(person or organisation), note, number)
        row.clicked.connect(lambda: self.subject_wanted.emit(party.id))
        return row


def _row(
    title: str, note: str = "", number: str = "", note_look: str = "small"
) -> Pressable:
    face = QWidget()
    layout = QGridLayout(face)
    layout.setContentsMargins(0, 1, 0, 1)
    layout.setHorizontalSpacing(GRID)
    layout.setVerticalSpacing(0)
    layout.setColumnStretch(0, 1)
    if title:
        layout.addWidget(plain_label(title, "", face, wraps=True), 0, 0)
    if note:
        layout.addWidget(plain_label(note, note_look, face, wraps=True), 1, 0)
    if number:
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(plain_label(number, "", face), 0, 1, 2, 1, top)
    row = Pressable(face)
    row.setAccessibleName(", ".join(part for part in (title, note, number) if part))
    return row


def _about(point: ContactPoint) -> str:
    words = [wording.label(point.kind), point.note]
    if point.leave_no_message:
        words.insert(1, _("Do not leave a message"))
    return " · ".join(word for word in words if word)


def _look(point: ContactPoint) -> str:
    return "danger-small" if point.leave_no_message else "small"

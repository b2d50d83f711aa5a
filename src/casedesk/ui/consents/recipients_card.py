"""Who may learn or tell something under a declaration, each in a row of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from casedesk.domain.case import PartyId
from casedesk.domain.consent import ConsentItemId, ConsentKind
from casedesk.ui import wording
from casedesk.ui.consents.categories import Categories
from casedesk.ui.consents.consent_fields import recipient_fields
from casedesk.ui.consents.rows_said import RowsSaid
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.record_list import NOTHING, RecordList
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import Tone, button, plain_label
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from casedesk.domain.case import Party
    from casedesk.domain.consent import Consent, ConsentItem, Decision
    from casedesk.ui.desk import Desk
    from casedesk.ui.record_list import Remark
    from casedesk.ui.widgets.field_cell import Field


class RecipientsCard(Card):
    """Names the recipients of a declaration one by one; there is no "all"."""

    changed = Signal()
    withdrawal_wanted = Signal(str)  # the id of the row
    renewal_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("With whom"), parent)
        self._desk = desk
        self._consent: Consent | None = None
        self._names: dict[PartyId, str] = {}
        self._categories = Categories(desk.session)
        self._build()

    def show_consent(self, consent: Consent) -> None:
        """Show the recipients of a declaration, and what was said to each of them."""
        session = self._desk.session
        self._consent = consent
        parties = session.parties.of(case_id=consent.case_id)
        self._names = self._named(parties)
        items = session.consent_items.of(consent_id=consent.id)
        is_signed = consent.signed_on is not None
        self._list.show_records([] if is_signed else items, None)
        self._list.setVisible(not is_signed and bool(items))
        is_given = is_signed or consent.oral_on is not None
        self._said.show_rows(items if is_given else [], session.clock.today())
        self._said.setVisible(is_given and bool(items))
        self._nobody.setVisible(not items)
        self._show_offers({item.party_id for item in items}, is_signed=is_signed)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self._list.flush()

    def rows(self) -> RecordList:
        """Return the list of recipients."""
        return self._list

    def consent(self) -> Consent | None:
        """Return the declaration whose recipients are shown."""
        return self._consent

    def said(self) -> RowsSaid:
        """Return the rows with what was said to them."""
        return self._said

    def categories(self) -> Categories:
        """Return the kinds of information with their names."""
        return self._categories

    def name_of(self, item: ConsentItem) -> str:
        """Name the recipient of a row, with the part taken in the case."""
        return self._names.get(item.party_id, "")

    def offers(self) -> QMenu:
        """Return the menu of the parties that can be added."""
        return self._menu

    def add_recipient(self, party_id: PartyId) -> None:
        """Add a party of the case as a recipient."""
        if self._consent is None:
            return
        session = self._desk.session
        with problems_shown(self, wording.problem):
            made = session.declarations.new_item(self._consent, party_id)
            added = session.consent_items.add(made)
            self.show_consent(self._consent)
            self._list.focus_record(added.id)
            self.changed.emit()

    def _named(self, parties: Sequence[Party]) -> dict[PartyId, str]:
        session = self._desk.session
        persons = session.persons.among(p.person_id for p in parties if p.person_id)
        employers = [party.organisation_id for party in parties]
        employers += [person.organisation_id for person in persons.values()]
        organisations = session.organisations.among(filter(None, employers))
        names: dict[PartyId, str] = {}
        for party in parties:
            person = persons.get(party.person_id or "")
            employer = party.organisation_id or (person and person.organisation_id)
            name = phrases.party_name(person, organisations.get(employer or ""))
            roles = ", ".join(wording.label(role) for role in party.roles)
            names[party.id] = " · ".join(part for part in (name, roles) if part)
        return names

    def _show_offers(self, taken: set[PartyId], *, is_signed: bool) -> None:
        self._menu.clear()
        free = [(key, name) for key, name in self._names.items() if key not in taken]
        for party_id, name in free:
            action = self._menu.addAction(name.replace("&", "&&"))
            action.setData(party_id)
        self._add.setVisible(bool(free) and not is_signed)
        self._people.setVisible(not free and not is_signed)
        if self._names:
            self._nobody.setText(_("Nobody is named yet. Each recipient has its row."))
        else:
            self._nobody.setText(
                _("Nobody takes part in this case yet. Name the people of the case.")
            )

    def _fields(self) -> Sequence[Field]:
        fields = recipient_fields(self._desk.session.clock.today, self._categories)
        attorney = ConsentKind.POWER_OF_ATTORNEY
        if self._consent is not None and self._consent.kind is attorney:
            return [field for field in fields if field.name.startswith("valid")]
        return fields

    def _special(self, item: ConsentItem) -> Remark:
        if any(map(self._categories.is_special, item.categories)):
            return _("* specially protected"), Tone.WARNING
        return NOTHING

    def _build(self) -> None:
        session = self._desk.session
        self._nobody = plain_label("", "muted", self, wraps=True)
        self._list = RecordList(
            session.consent_items,
            self._fields,
            self.name_of,
            add_text=_("Add recipient"),
            empty_text="",
            desk=self._desk,
            note=self._special,
            parent=self,
        )
        self._said = RowsSaid(self.name_of, self.categories, self)
        self._menu = QMenu(self)
        self._add = button(_("Add recipient"), "", self)
        self._add.setMenu(self._menu)
        self._people = button(_("Add people to the case"), "link", self)
        self.body.addWidget(self._nobody)
        self.body.addWidget(self._list)
        self.body.addWidget(self._said)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addWidget(self._people)
        row.addStretch()
        self.body.addLayout(row)

        self._menu.triggered.connect(self._on_picked)
        self._people.clicked.connect(self._on_people)
        self._list.removed.connect(self._on_removed)
        self._list.saved.connect(self.changed)
        self._said.decided.connect(self._on_decided)
        self._said.taking_back_wanted.connect(self._on_take_back)
        self._said.withdrawal_wanted.connect(self.withdrawal_wanted)
        self._said.renewal_wanted.connect(self.renewal_wanted)

    def _on_picked(self, action: QAction) -> None:
        self.add_recipient(PartyId(action.data()))

    def _on_people(self) -> None:
        if self._consent is not None:
            case_id = self._consent.case_id
            self._desk.go(Place(page=Page.OVERVIEW, case_id=case_id))

    def _on_removed(self) -> None:
        if self._consent is not None:
            self.show_consent(self._consent)
            self.changed.emit()

    def _on_decided(self, item_id: str, decision: Decision) -> None:
        with problems_shown(self, wording.problem):
            self._desk.session.consent_items.change(item_id, decision=decision)
            self.changed.emit()

    def _on_take_back(self, item_id: str) -> None:
        if self._consent is None:
            return
        with problems_shown(self, wording.problem):
            self._desk.session.withdrawals.take_back(
                self._consent.id, items=(ConsentItemId(item_id),)
            )
            self.changed.emit()

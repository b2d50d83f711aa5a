"""The people and organisations with a part in a case, readable at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.case import CaseId, Party, PartyId
from casedesk.domain.network import Organisation, Person
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.network.pick_dialog import PickDialog
from casedesk.ui.parties.party_card import PartyCard
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import SectionHeading
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.ui.desk import Desk


class PartiesPanel(QWidget):
    """Cards to read; each opens for editing on demand."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._cards: dict[str, PartyCard] = {}
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show who has a part in a case; a party given as subject is opened."""
        self.flush()
        if case_id != self._case_id:
            self._case_id = case_id
            self._show(())
        self.refresh()
        if subject_id in self._cards:
            self._cards[subject_id].open()

    def refresh(self) -> None:
        """Read again and show; where the user types, the text stays."""
        if self._case_id is not None:
            self._show(self._desk.session.parties.of(case_id=self._case_id))

    def flush(self) -> None:
        """Store what is typed now."""
        for card in self._cards.values():
            card.flush()

    def card(self, party_id: str) -> PartyCard:
        """Return the card of a party that is shown."""
        return self._cards[party_id]

    def add(self) -> None:
        """Pick somebody from the network, or enter somebody new."""
        dialog = PickDialog(
            self._desk.session, _("Who has a part in this case?"), parent=self
        )
        dialog.picked.connect(self.take_in)
        dialog.open()

    def take_in(self, somebody: Person | Organisation) -> None:
        """Give somebody of the network a part in the case, and open the card."""
        known = self._known(somebody)
        if known is not None:
            known.open()
        elif self._case_id is not None:
            with problems_shown(self, wording.problem):
                party = _party_of(
                    somebody, PartyId(self._desk.session.clock.new_id()), self._case_id
                )
                self._desk.session.parties.add(party)
                self.refresh()
                self._cards[party.id].open()

    def _known(self, somebody: Person | Organisation) -> PartyCard | None:
        for card in self._cards.values():
            party = card.party()
            is_person = isinstance(somebody, Person)
            own = party.person_id if is_person else party.organisation_id
            if own == somebody.id and (is_person or party.person_id is None):
                return card
        return None

    def _build(self) -> None:
        heading = SectionHeading(_("People in this case"), self)
        self._add = CaseAct(_("Add somebody"), "", self)
        heading.add_action(self._add)
        self._empty = EmptyState(
            _(
                "Who is involved belongs here: family, physicians, services, and who "
                "refers, commissions, pays and gets the invoice."
            ),
            "",
            self,
        )
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(heading)
        layout.addWidget(self._empty)
        layout.addLayout(self._column)
        self._add.clicked.connect(self.add)

    def _show(self, parties: Sequence[Party]) -> None:
        session = self._desk.session
        persons = session.persons.among(p.person_id for p in parties if p.person_id)
        organisations = session.organisations.among(
            p.organisation_id for p in parties if p.organisation_id
        )
        shown = {party.id for party in parties}
        for party_id in [known for known in self._cards if known not in shown]:
            self._drop(party_id)
        for place, party in enumerate(parties):
            card = self._cards.get(party.id) or self._put(party)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            card.show_party(
                party,
                persons.get(party.person_id or ""),
                organisations.get(party.organisation_id or ""),
            )
        self._empty.setVisible(not parties)

    def _put(self, party: Party) -> PartyCard:
        card = PartyCard(self._desk, party, self)
        card.changed.connect(self.refresh)
        card.remove_wanted.connect(self._on_remove)
        self._column.addWidget(card)
        self._cards[party.id] = card
        return card

    def _drop(self, party_id: str) -> None:
        card = self._cards.pop(party_id)
        card.hide()
        self._column.removeWidget(card)
        card.deleteLater()

    def _on_remove(self, party_id: str) -> None:
        with problems_shown(self, wording.problem):
            self._cards[party_id].flush()
            deed = self._desk.session.parties.remove(party_id)
            self.refresh()
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
            self._desk.offer_undo("party", deed)


def _party_of(
    somebody: Person | Organisation, party_id: PartyId, case_id: CaseId
) -> Party:
    if isinstance(somebody, Person):
        return Party(
            id=party_id,
            case_id=case_id,
            person_id=somebody.id,
            organisation_id=somebody.organisation_id,
        )
    return Party(id=party_id, case_id=case_id, organisation_id=somebody.id)

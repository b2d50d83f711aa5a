"""What belongs to a client: addresses, numbers, representations, as lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.client import (
    Address,
    AddressId,
    ClientId,
    ContactPoint,
    ContactPointId,
    InsuranceNumber,
    InsuranceNumberId,
    NumberScheme,
)
from casedesk.domain.practice import Country
from casedesk.domain.representation import (
    Representation,
    RepresentationId,
    RepresentationKind,
    kinds_in,
)
from casedesk.ui.clients import remarks
from casedesk.ui.clients.client_fields import (
    address_fields,
    contact_fields,
    number_fields,
    representation_fields,
)
from casedesk.ui.language import gettext as _
from casedesk.ui.record_list import RecordList
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import SectionHeading

if TYPE_CHECKING:
    from casedesk.ui.desk import Desk
    from casedesk.ui.record_list import Remark
    from casedesk.ui.widgets.field_cell import Field

SCHEMES = {
    Country.CH: NumberScheme.AHV,
    Country.DE: NumberScheme.KVNR,
    Country.AT: NumberScheme.SVNR,
}


class Belongings(QObject):
    """Four lists about one client, laid out in two blocks."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._client_id: ClientId | None = None
        self._kinds: list[RepresentationKind] = []
        self.addresses = self._address_list(parent)
        self.contacts = self._contact_list(parent)
        self.numbers = self._number_list(parent)
        self.representations = self._representation_list(parent)

    def ways(self) -> QWidget:
        """Return the block that says where and how the client is reached."""
        return _block(
            (_("Phones and mail"), self.contacts), (_("Addresses"), self.addresses)
        )

    def matters(self) -> QWidget:
        """Return the block of representation and insurance."""
        return _block(
            (_("Legal representation"), self.representations),
            (_("Insurance numbers"), self.numbers),
        )

    def show_client(self, client_id: ClientId) -> None:
        """Read and show what belongs to a client."""
        self._client_id = client_id
        session = self._desk.session
        representations = session.representations.of(client_id=client_id)
        self._kinds = self._offered(representations)
        self.contacts.show_records(
            session.contact_points.of(client_id=client_id), self._new_contact
        )
        self.addresses.show_records(
            session.addresses.of(client_id=client_id), self._new_address
        )
        self.numbers.show_records(
            session.insurance_numbers.of(client_id=client_id), self._new_number
        )
        self.representations.show_records(representations, self._new_representation)

    def flush(self) -> None:
        """Store what is typed now."""
        for each in self._lists():
            each.flush()

    def focus_record(self, record_id: str) -> None:
        """Go to a record of one of the lists, if it is there."""
        for each in self._lists():
            each.focus_record(record_id)

    def _lists(self) -> tuple[RecordList, ...]:
        return self.contacts, self.addresses, self.numbers, self.representations

    def _offered(
        self, representations: list[Representation]
    ) -> list[RepresentationKind]:
        """Offer the kinds of the country, and those in use all the same."""
        own = kinds_in(self._desk.session.practice.get().country)
        used = [each.kind for each in representations if each.kind not in own]
        return [*own, *dict.fromkeys(used)]

    def _contact_list(self, parent: QWidget) -> RecordList:
        return RecordList(
            self._desk.session.contact_points,
            contact_fields,
            remarks.contact_title,
            add_text=_("Add a phone number or mail address"),
            empty_text=_("No phone number or mail address yet."),
            desk=self._desk,
            note=remarks.contact_note,
            most_columns=3,
            parent=parent,
        )

    def _address_list(self, parent: QWidget) -> RecordList:
        return RecordList(
            self._desk.session.addresses,
            address_fields,
            remarks.address_title,
            add_text=_("Add an address"),
            empty_text=_("No address yet."),
            desk=self._desk,
            most_columns=3,
            parent=parent,
        )

    def _number_list(self, parent: QWidget) -> RecordList:
        return RecordList(
            self._desk.session.insurance_numbers,
            number_fields,
            remarks.number_title,
            add_text=_("Add a number"),
            empty_text=_("No insurance number yet."),
            desk=self._desk,
            hint=remarks.number_hint,
            most_columns=3,
            parent=parent,
        )

    def _representation_list(self, parent: QWidget) -> RecordList:
        return RecordList(
            self._desk.session.representations,
            self._representation_fields,
            self._representation_title,
            add_text=_("Add a representation"),
            empty_text=_("As far as is known, the client acts alone."),
            desk=self._desk,
            note=self._representation_note,
            hint=remarks.representation_hint,
            parent=parent,
        )

    def _representation_fields(self) -> list[Field]:
        return representation_fields(self._desk.session, self._kinds)

    # Any: a list takes records of every kind.
    def _representation_title(self, each: Any) -> str:
        person = self._desk.session.persons.find(each.person_id or "")
        return remarks.representation_title(each, person)

    def _representation_note(self, each: Any) -> Remark:
        return remarks.representation_note(each, self._desk.session.clock.today())

    def _owner(self) -> ClientId:
        if self._client_id is None:
            raise ValueError
        return self._client_id

    def _new_contact(self) -> ContactPoint:
        new_id = ContactPointId(self._desk.session.clock.new_id())
        return ContactPoint(id=new_id, client_id=self._owner())

    def _new_address(self) -> Address:
        new_id = AddressId(self._desk.session.clock.new_id())
        return Address(id=new_id, client_id=self._owner())

    def _new_number(self) -> InsuranceNumber:
        new_id = InsuranceNumberId(self._desk.session.clock.new_id())
        scheme = SCHEMES[self._desk.session.practice.get().country]
        return InsuranceNumber(id=new_id, client_id=self._owner(), scheme=scheme)

    def _new_representation(self) -> Representation:
        new_id = RepresentationId(self._desk.session.clock.new_id())
        return Representation(
            id=new_id, client_id=self._owner(), kind=RepresentationKind.OTHER
        )


def _block(*sections: tuple[str, RecordList]) -> QWidget:
    block = QWidget()
    layout = QVBoxLayout(block)
    layout.setContentsMargins(0, GRID, 0, GRID)
    layout.setSpacing(GRID)
    for at, (title, records) in enumerate(sections):
        layout.addSpacing(GRID if at else 0)
        layout.addWidget(SectionHeading(title, block))
        layout.addWidget(records)
    return block

"""Everything about one person or organisation, edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.network import Organisation, Person
from casedesk.ui import fields, wording
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.network.parts_card import PartsCard
from casedesk.ui.network.pick_field import organisation_field
from casedesk.ui.network.provider_card import ProviderCard
from casedesk.ui.network.somebody import name_of
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from casedesk.services.records import Records
    from casedesk.services.session import Session
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class SomebodyForm(QWidget):
    """The form of whoever is chosen, and the cases in which they have a part."""

    saved = Signal()
    removed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._somebody: Person | Organisation | None = None
        self._build()

    def somebody(self) -> Person | Organisation | None:
        """Return who is shown."""
        return self._somebody

    def show_somebody(self, record_id: str) -> None:
        """Show a person or organisation by id."""
        self.flush()
        session = self._desk.session
        self._somebody = session.persons.find(record_id) or session.organisations.find(
            record_id
        )
        if self._somebody is not None:
            self._show(self._somebody)
            self._page.to_top()

    def refresh(self) -> None:
        """Read again who is shown."""
        if self._somebody is None:
            return
        self._somebody = self._records().find(self._somebody.id)
        if self._somebody is not None:
            self._show(self._somebody)

    def flush(self) -> None:
        """Store what is typed now."""
        for form in (self._person, self._organisation, self.offers):
            form.flush()

    def focus_name(self) -> None:
        """Go to the field that matters most."""
        if isinstance(self._somebody, Person):
            self._person.focus_field("family_name")
        else:
            self._organisation.focus_field("name")

    def _build(self) -> None:
        self._page = ScrollPage(self)
        self._card = Card("", self)
        changes = button(_("Changes"), "link", self)
        remove = button(_("Remove"), "link", self)
        self._card.add_action(changes)
        self._card.add_action(remove)
        self._person = RecordForm(person_fields(self._desk.session), self)
        self._organisation = RecordForm(organisation_fields(), self)
        for form in (self._person, self._organisation):
            self._card.add(form)
            form.saved.connect(self._on_saved)
        self.offers = ProviderCard(self._desk, self)
        self._parts = PartsCard(self._desk, self)
        self._page.add(self._card)
        self._page.add(self.offers)
        self._page.add(self._parts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.addWidget(self._page)
        changes.clicked.connect(self._on_changes)
        remove.clicked.connect(self._on_remove)

    def _show(self, somebody: Person | Organisation) -> None:
        is_person = isinstance(somebody, Person)
        self._person.setVisible(is_person)
        self._organisation.setVisible(not is_person)
        form = self._person if is_person else self._organisation
        show_in_form(form, self._records(), somebody)
        self._card.set_title(name_of(somebody))
        self.offers.show_somebody(somebody)
        self._parts.show_somebody(somebody)

    # Any: persons or organisations.
    def _records(self) -> Records[Any]:
        session = self._desk.session
        is_person = isinstance(self._somebody, Person)
        return session.persons if is_person else session.organisations

    def _on_saved(self) -> None:
        if self._somebody is None:
            return
        self._somebody = self._records().find(self._somebody.id)
        self._card.set_title(name_of(self._somebody))
        self.saved.emit()

    def _on_changes(self) -> None:
        if self._somebody is not None:
            self.flush()
            self._desk.show_changes(self._records().noun, self._somebody.id)

    def _on_remove(self) -> None:
        if self._somebody is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            records = self._records()
            deed = records.remove(self._somebody.id)
            self._somebody = None
            self.removed.emit()
            self._desk.offer_undo(records.noun, deed)


def person_fields(session: Session) -> list[Field]:
    """Return the fields of a person."""

    def label_of(name: str) -> str:
        return field_label("person", name)

    return [
        fields.line("family_name", label_of("family_name")),
        fields.line("given_name", label_of("given_name")),
        fields.line("title", label_of("title")),
        organisation_field("organisation_id", label_of("organisation_id"), session),
        fields.line("function", label_of("function"), wide=True),
        fields.line("mobile", label_of("mobile")),
        fields.line("phone", label_of("phone")),
        fields.line("email", label_of("email"), wide=True),
        fields.line("street", label_of("street")),
        fields.line("postcode", label_of("postcode")),
        fields.line("town", label_of("town")),
        fields.line("languages", label_of("languages")),
        fields.text("note", label_of("note")),
    ]


def organisation_fields() -> list[Field]:
    """Return the fields of an organisation."""

    def label_of(name: str) -> str:
        return field_label("organisation", name)

    return [
        fields.line("name", label_of("name"), wide=True),
        fields.line("department", label_of("department"), wide=True),
        fields.text("services", label_of("services")),
        fields.line("phone", label_of("phone")),
        fields.line("email", label_of("email")),
        fields.line("website", label_of("website")),
        fields.line("street", label_of("street")),
        fields.line("postcode", label_of("postcode")),
        fields.line("town", label_of("town")),
        fields.text("note", label_of("note")),
    ]

"""The page about the client of a case, and what belongs to the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.clients.belongings import Belongings
from casedesk.ui.clients.cases_card import CasesCard
from casedesk.ui.clients.client_fields import (
    emergency_fields,
    language_fields,
    name_fields,
    note_fields,
)
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.client import Client
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class ClientPage(QWidget):
    """Names, ways of contact, numbers, representation and cases of one client."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._client: Client | None = None
        self._forms: list[RecordForm] = []
        self._form_of: dict[str, RecordForm] = {}
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the client of a case; a record given as subject is gone to."""
        self.flush()
        is_other = case_id != self._case_id
        self._case_id = case_id
        self.refresh()
        if is_other:
            self._page.to_top()
        if subject_id:
            self._belongings.focus_record(subject_id)

    def refresh(self) -> None:
        """Read again and show; where the user types, the text stays."""
        if self._case_id is None:
            return
        session = self._desk.session
        case = session.case_records.get(self._case_id)
        self._client = session.clients.get(case.client_id)
        for form in self._forms:
            show_in_form(form, session.clients, self._client)
        self._describe(self._client)
        self._belongings.show_client(self._client.id)
        self._cases.show_client(self._client.id, self._case_id)

    def flush(self) -> None:
        """Store what is typed now."""
        for form in self._forms:
            form.flush()
        self._belongings.flush()

    def form(self, name: str) -> RecordForm:
        """Return the form that has a field of the client."""
        return self._form_of[name]

    def belongings(self) -> Belongings:
        """Return the lists of addresses, numbers and representations."""
        return self._belongings

    def _build(self) -> None:
        today = self._desk.session.clock.today
        self._page = ScrollPage(self)
        self._person = self._card(_("Person"), name_fields(today))
        changes = button(_("Changes"), "link", self)
        changes.setAccessibleName(_("Changes: person"))
        self._person.add_action(changes)
        self._belongings = Belongings(self._desk, self)
        self._cases = CasesCard(self._desk, self)
        self._page.add(self._person)
        self._page.add(self._belongings.ways())
        self._page.add(self._card(_("In an emergency"), emergency_fields(), columns=3))
        self._page.add(self._card(_("Language and understanding"), language_fields()))
        self._page.add(self._belongings.matters())
        self._page.add(self._card(_("Note"), note_fields()))
        self._page.add(self._cases)
        self._page.add(self._delete_row())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        changes.clicked.connect(self._on_changes)

    def _delete_row(self) -> QHBoxLayout:
        self.delete = button(_("Delete client …"), "link", self)
        self.delete.clicked.connect(self._on_delete)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.delete)
        return row

    def _card(self, title: str, fields: Sequence[Field], *, columns: int = 2) -> Card:
        card = Card(title, self)
        form = RecordForm(fields, self, most_columns=columns)
        form.saved.connect(self._on_saved)
        card.add(form)
        self._forms.append(form)
        self._form_of |= dict.fromkeys((field.name for field in fields), form)
        return card

    def _describe(self, client: Client) -> None:
        self._person.set_title(client.full_name or _("Person"))
        self._person.set_note(age_words(client, self._desk.session.clock.today()))

    def _on_saved(self) -> None:
        if self._client is not None:
            self._client = self._desk.session.clients.get(self._client.id)
            self._describe(self._client)

    def _on_changes(self) -> None:
        if self._client is not None:
            self.flush()
            self._desk.show_changes("client", self._client.id)

    def _on_delete(self) -> None:
        from casedesk.ui.bin.delete_dialog import DeleteDialog

        if self._client is not None:
            self.flush()
            DeleteDialog(self._desk, self._client.id, self.window()).open()


def age_words(client: Client, today: date) -> str:
    """Say how old a client is, as far as the date of birth is known."""
    if client.born is None:
        return ""
    age = client.born.age_on(today)
    if age is None:
        return _("born {day}, age not known exactly").format(
            day=wording.partial_day(client.born)
        )
    return _("{age} years old").format(age=age)

"""Somebody with a part in a case: who, as what, and how to reach them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.case import Party, PartyRole
from casedesk.ui import fields, wording
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.network.pick_field import organisation_field, person_field
from casedesk.ui.network.somebody import mails_of, name_of, numbers_of
from casedesk.ui.places import Page, Place
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import Tone, badge, button, plain_label
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.scroll_page import bring_into_sight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from casedesk.domain.network import Organisation, Person
    from casedesk.services.session import Session
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field

SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
# Roles that say who asked and who pays are marked apart from the others.
MANDATE_ROLES = (
    PartyRole.REFERRER,
    PartyRole.COMMISSIONER,
    PartyRole.PAYER,
    PartyRole.INVOICE_RECIPIENT,
)


class PartyCard(Card):
    """A card to read; "Edit" opens its form beneath."""

    changed = Signal()
    remove_wanted = Signal(str)

    def __init__(self, desk: Desk, party: Party, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._desk = desk
        self._party = party
        self._form: RecordForm | None = None
        self._build()

    def party(self) -> Party:
        """Return the party that is shown."""
        return self._party

    def show_party(
        self, party: Party, person: Person | None, organisation: Organisation | None
    ) -> None:
        """Show a party with what the network knows."""
        self._party = party
        name = name_of(person or organisation)
        self.set_title(name)
        self._edit.setAccessibleName(_("Edit: {name}").format(name=name))
        employer = name_of(organisation) if person and organisation else ""
        function = person.function if person else ""
        words = " · ".join(part for part in (function, employer) if part)
        _say(self._function, words)
        _say(self._part, party.function)
        _say(self._note, party.note)
        _say(self._numbers, "\n".join(numbers_of(person, organisation)))
        _say(self._mails, "\n".join(mails_of(person, organisation)))
        self._numbers.setAccessibleName(
            _("{name}: {words}").format(name=name, words=self._numbers.text())
        )
        self._show_roles()
        if self._form is not None:
            show_in_form(self._form, self._desk.session.parties, party)

    def open(self) -> None:
        """Show the form and go to the roles."""
        self._edit.setChecked(True)
        if self._form is not None:
            self._form.focus_field("roles")
            bring_into_sight(self)

    def form(self) -> RecordForm | None:
        """Return the form, once it was opened."""
        return self._form

    def flush(self) -> None:
        """Store what is typed now."""
        if self._form is not None:
            self._form.flush()

    def _build(self) -> None:
        self._edit = button(_("Edit"), "link", self)
        self._edit.setCheckable(True)
        self.add_action(self._edit)
        self._function = plain_label("", "", self, wraps=True)
        self._part = plain_label("", "", self, wraps=True)
        self._note = plain_label("", "muted", self, wraps=True)
        self._numbers = plain_label("", "strong", self)
        self._mails = plain_label("", "", self)
        for ways in (self._numbers, self._mails):
            ways.setTextInteractionFlags(SELECTABLE)
        self._numbers.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._roles = QWidget(self)
        self._flow = FlowLayout(self._roles, gap=6)
        left = QVBoxLayout()
        left.setSpacing(4)
        for widget in (self._function, self._roles, self._part, self._note):
            left.addWidget(widget)
        left.addStretch()
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addLayout(left, 1)
        row.addWidget(self._numbers, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.add(self._mails)
        self._edit.toggled.connect(self._on_edit)

    def _show_roles(self) -> None:
        while item := self._flow.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for role in self._party.roles:
            tone = Tone.ACCENT if role in MANDATE_ROLES else Tone.NEUTRAL
            self._flow.addWidget(badge(wording.label(role), tone, self._roles))
        self._roles.setVisible(bool(self._party.roles))

    def _new_form(self) -> RecordForm:
        form = RecordForm(party_fields(self._desk.session), self)
        form.saved.connect(self._on_saved)
        network = button(_("Open in the network"), "link", self)
        changes = button(_("Changes"), "link", self)
        remove = CaseAct(_("Remove from this case"), "link", self)
        network.clicked.connect(self._on_network)
        changes.clicked.connect(self._on_changes)
        remove.clicked.connect(self._on_remove)
        self._below = QWidget(self)
        row = FlowLayout(gap=GRID)
        for each in (network, changes, remove):
            row.addWidget(each)
        column = QVBoxLayout(self._below)
        column.setContentsMargins(0, GRID, 0, 0)
        column.addWidget(form)
        column.addLayout(row)
        self.add(self._below)
        return form

    def _on_edit(self, is_open: bool) -> None:
        self._edit.setText(_("Done") if is_open else _("Edit"))
        if is_open and self._form is None:
            self._form = self._new_form()
        if self._form is None:
            return
        show_in_form(self._form, self._desk.session.parties, self._party)
        self._below.setVisible(is_open)
        if not is_open:
            self.changed.emit()

    def _on_saved(self) -> None:
        self.changed.emit()

    def _on_network(self) -> None:
        self.flush()
        subject = self._party.person_id or self._party.organisation_id or ""
        self._desk.go(Place(page=Page.NETWORK, subject_id=subject))

    def _on_changes(self) -> None:
        self.flush()
        self._desk.show_changes("party", self._party.id)

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self._party.id)


def party_fields(session: Session) -> list[Field]:
    """Return the fields of a party."""

    def label_of(name: str) -> str:
        return field_label("party", name)

    return [
        fields.chips("roles", label_of("roles"), PartyRole),
        fields.line("function", label_of("function"), wide=True),
        person_field("person_id", label_of("person_id"), session),
        organisation_field("organisation_id", label_of("organisation_id"), session),
        fields.text("note", label_of("note")),
    ]


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))

"""A time of care as a form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from casedesk.domain.care_slot import DAY_MINUTES, Weeks
from casedesk.domain.measure import Responsible
from casedesk.domain.rhythm import DayPart, Weekday
from casedesk.ui import fields
from casedesk.ui.assessment.domain_names import DomainNames
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.editing import show_in_form
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.parsed_line import ParsedLine
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.care_slot import CareSlot
    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(?:uhr|h)?", re.IGNORECASE)


class SlotCard(Card):
    """Changes one time of care."""

    saved = Signal()
    remove_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._slot: CareSlot | None = None
        self.form: RecordForm | None = None
        changes = button(_("Changes"), "link", self)
        remove = CaseAct(_("Take out of the week"), "link", self)
        self.add_action(changes)
        self.add_action(remove)
        changes.clicked.connect(self._on_changes)
        remove.clicked.connect(self._on_remove)

    def show_slot(self, slot: CareSlot | None, title: str) -> None:
        """Show a time of care, or nothing; where the user types, the text stays."""
        if slot is None:
            self.flush()
        self._slot = slot
        self.setVisible(slot is not None)
        if slot is None:
            return
        self.set_title(title)
        form = self._form_for(slot.case_id)
        show_in_form(form, self._desk.session.care_slots, slot)

    def open(self) -> None:
        """Go to the first field."""
        if self._slot is not None and self.form is not None:
            self.form.focus_field("what")

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        if self.form is not None:
            self.form.flush()

    def _form_for(self, case_id: CaseId) -> RecordForm:
        """Return the form, made anew for another case: it offers other people."""
        if self.form is None or case_id != self._case_id:
            if self.form is not None:
                self.form.flush()
                self.body.removeWidget(self.form)
                self.form.hide()
                self.form.deleteLater()
            self.form = RecordForm(self._fields(case_id), self)
            self.form.saved.connect(self._on_saved)
            self.add(self.form)
            self._case_id = case_id
        return self.form

    def _fields(self, case_id: CaseId) -> list[Field]:
        session = self._desk.session
        measures = session.measures.of(case_id=case_id)
        benefits = session.benefits.of(case_id=case_id)

        def label(name: str) -> str:
            return field_label("care_slot", name)

        return [
            fields.line("what", label("what"), wide=True),
            fields.choice("weekday", label("weekday"), Weekday),
            fields.choice("weeks", label("weeks"), Weeks),
            clock_field("begins", label("begins")),
            clock_field("ends", label("ends")),
            fields.choice(
                "part", label("part"), DayPart, hint=_("Where no time is known.")
            ),
            fields.choice("responsible", label("responsible"), Responsible),
            fields.pick(
                "party_id",
                label("party_id"),
                list(party_names(session, case_id).items()),
            ),
            fields.line("name", label("name")),
            fields.pick(
                "life_domain",
                label("life_domain"),
                DomainNames(session).offered(case_id),
            ),
            fields.pick(
                "measure_id", label("measure_id"), [(m.id, m.what) for m in measures]
            ),
            fields.pick(
                "benefit_id", label("benefit_id"), [(b.id, b.what) for b in benefits]
            ),
            fields.text("note", label("note"), lines=1),
        ]

    def _on_saved(self) -> None:
        self.saved.emit()

    def _on_changes(self) -> None:
        self.flush()
        if self._slot is not None:
            self._desk.show_changes("care_slot", self._slot.id)

    def _on_remove(self) -> None:
        if self._slot is not None:
            self.remove_wanted.emit(self._slot.id)


def clock_field(name: str, label: str) -> Field:
    """Return a field for a time of the day, typed as "8", "8:30" or "830"."""
    line = ParsedLine(
        parse_clock, show_clock, _("Please type a time of the day, such as 8:30.")
    )
    line.set_letters(8)
    return Field(name, label, line)


def parse_clock(text: str) -> int:
    """Read a time of the day as minutes; raises `ValueError` if it is none."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        raise ValueError
    minute = int(match[1]) * 60 + int(match[2] or 0)
    if int(match[2] or 0) >= 60 or minute > DAY_MINUTES:
        raise ValueError
    return minute


def show_clock(value: object) -> str:
    """Write minutes since midnight as a time."""
    if not isinstance(value, int):
        raise TypeError
    return f"{value // 60:02}:{value % 60:02}"

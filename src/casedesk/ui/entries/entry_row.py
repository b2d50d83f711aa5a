"""One entry on a page: read as words, edited in place, locked after a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from casedesk.domain.entry import SELDOM_BILLED
from casedesk.ui import wording
from casedesk.ui.assessment.domain_names import DomainNames
from casedesk.ui.entries.addenda import Addenda
from casedesk.ui.entries.entry_face import EntryFace
from casedesk.ui.entries.entry_fields import Offered, entry_fields, fit_to_kind
from casedesk.ui.entries.entry_words import lock_words
from casedesk.ui.entries.exchange_line import ExchangeLine
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown, tell
from casedesk.ui.tasks.make_task import let_become_task
from casedesk.ui.unfolding import Unfolding
from casedesk.ui.widgets.labels import button

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.practice import Practice
    from casedesk.services.journal import Told
    from casedesk.services.session import Session
    from casedesk.ui.desk import Desk
    from casedesk.ui.disclosures.exchange_dialog import ExchangeDialog
    from casedesk.ui.widgets.field_cell import Field
    from casedesk.ui.widgets.record_form import RecordForm


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseNames:
    """How parties, domains of life and phases of a case are called now."""

    case_id: CaseId
    parties: Mapping[PartyId, str]
    domains: DomainNames
    practice: Practice

    @classmethod
    def read(cls, session: Session, case_id: CaseId) -> CaseNames:
        """Read all names of a case."""
        return cls(
            case_id=case_id,
            parties=party_names(session, case_id),
            domains=DomainNames(session),
            practice=session.practice.get(),
        )


class EntryRow(Unfolding):
    """Shows an entry with its addenda and with what was exchanged."""

    changed = Signal(str)
    conversation_wanted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        told: Told,
        names: CaseNames,
        parent: QWidget | None = None,
        *,
        with_phase: bool = True,
    ) -> None:
        self._desk = desk
        self._names = names
        self._with_phase = with_phase
        self.face = EntryFace(names.practice.country)
        super().__init__(
            desk.session.entries,
            told.entry,
            self.face,
            self._entry_fields,
            parent,
            focus="text",
        )
        self._told = told
        self._heard: RecordForm | None = None
        self.line: ExchangeLine | None = None
        self.addenda: Addenda | None = None
        self._exchange = button(_("Note what was exchanged …"))
        self._large = button(_("Large field"))
        self._add_addendum = button(_("Write an addendum"), "", self)
        self._build()
        self.show_told(told, names)

    def refresh(self, names: CaseNames) -> None:
        """Read again; a form in which the user types stays as it is."""
        told = self._desk.session.journal.told(self._told.entry.id)
        if told is not None:
            self.show_told(told, names)

    def show_told(self, told: Told, names: CaseNames) -> None:
        """Show an entry with what is said beneath it."""
        self._told, entry = told, told.entry
        if names.parties != self._names.parties:
            for field in ("party_id", "others"):
                self.offer(field, list(names.parties.items()))
        self._names = names
        phase = wording.phase(entry.phase, names.practice.standard)
        domains = ", ".join(map(names.domains.name, entry.life_domains))
        said = [
            self.face.show_entry(
                entry, names.parties, phase if self._with_phase else "", domains
            ),
            self._show_addenda(told),
            self._show_exchanges(told),
        ]
        self.show_record(entry, " ".join(filter(None, said)))
        self.set_frozen(is_frozen=told.is_locked)
        if self.is_open():
            self._fit()

    def told(self) -> Told:
        """Return what is shown."""
        return self._told

    def note_exchange(self, party_id: PartyId | None = None) -> ExchangeDialog | None:
        """Ask what was exchanged in a contact; the check decides on it."""
        from casedesk.ui.disclosures.exchange_dialog import ExchangeDialog

        self.flush()
        entry = self._desk.session.entries.get(self._told.entry.id)
        if not entry.is_contact:
            tell(self, _("Say first with whom it was and what kind of contact it was."))
            return None
        dialog = ExchangeDialog(self._desk, entry.case_id, entry=entry, parent=self)
        if party_id is not None:
            dialog.set_value("party_id", party_id)
        dialog.recorded.connect(self._on_changed)
        dialog.open()
        return dialog

    def exchange_line(self) -> ExchangeLine:
        """Return the line about what was exchanged, which is made if there is none."""
        if self.line is None:
            self.line = ExchangeLine(self._desk.session, self)
            self.line.record_wanted.connect(self._on_record)
            self.line.nothing_said.connect(self._on_nothing)
            self.line.hide()
            self.add_beneath(self.line)
        return self.line

    def write_addendum(self) -> None:
        """Begin an addendum beneath the entry, with the cursor in it."""
        with problems_shown(self, wording.problem):
            self.fold()
            entry_id = self._told.entry.id
            addendum = self._desk.session.journal.begin_addendum(entry_id)
            self._on_changed()
            if self.addenda is not None:
                self.addenda.open(addendum.id)

    def is_busy(self) -> bool:
        """Whether the user writes in the entry or beneath it."""
        return self.is_open() or (self.addenda is not None and self.addenda.is_open())

    def form(self) -> RecordForm:
        """Return the form, which is made if there was none."""
        form = super().form()
        if form is not self._heard:
            self._heard = form
            form.saved.connect(self._on_field)
        return form

    def open(self) -> None:
        """Show the form, with only what an entry of this kind can have."""
        super().open()
        self._fit()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        super().flush()
        if self.addenda is not None:
            self.addenda.flush()

    def _build(self) -> None:
        self.add_action(self._exchange)
        self.add_action(self._large)
        self.add_action(self._add_addendum)
        entries = self._desk.session.entries
        let_become_task(self, self._desk, entries, self._told.entry, "text")
        self._large.clicked.connect(self._on_large)
        self._exchange.clicked.connect(lambda: self.note_exchange())
        self._add_addendum.clicked.connect(self.write_addendum)
        self.saved.connect(self._on_changed)
        self.face.text.pressed.connect(self.press)

    def _entry_fields(self) -> list[Field]:
        session, names = self._desk.session, self._names
        return entry_fields(
            Offered(
                names=names.parties,
                domains=names.domains.offered(names.case_id),
                standard=names.practice.standard,
                today=session.clock.today,
            )
        )

    def _fit(self) -> None:
        form = self.form()
        fit_to_kind(form, self._told.entry.kind)
        self._add_addendum.setVisible(self._told.is_locked)
        is_open = not self._told.is_locked and not self._desk.session.is_read_only
        self._large.setVisible(is_open and self._with_phase)
        self.say_beneath(lock_words(self._told))

    def _show_addenda(self, told: Told) -> str:
        if self.addenda is None:
            if not told.addenda:
                return ""
            self.addenda = Addenda(self._desk, self)
            self.addenda.changed.connect(self._on_changed)
            self.add_beneath(self.addenda)
        return self.addenda.show_told(told)

    def _show_exchanges(self, told: Told) -> str:
        if self.line is None and not (told.entry.is_contact or told.exchanges):
            return ""
        return self.exchange_line().show_entry(
            told.entry, told.exchanges, self.face.facts(), self._names.parties
        )

    def _on_field(self, name: str) -> None:
        """Propose not to bill what is seldom billed; it can be ticked again."""
        entry = self._desk.session.entries.get(self._told.entry.id)
        if name == "time_category" and entry.time_category in SELDOM_BILLED:
            self._desk.session.entries.change(entry.id, is_billable=False)

    def _on_large(self) -> None:
        self.fold()
        self.conversation_wanted.emit(self._told.entry.id)

    def _on_record(self) -> None:
        missing = self.line.missing() if self.line is not None else ()
        self.note_exchange(missing[0] if missing else None)

    def _on_nothing(self, is_nothing: bool) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            entries = self._desk.session.entries
            entries.change(self._told.entry.id, nothing_exchanged=is_nothing)
            self._on_changed()
            if self.line is not None:
                self.line.focus_act()

    def _on_changed(self) -> None:
        self.refresh(self._names)
        self.changed.emit(self._told.entry.id)

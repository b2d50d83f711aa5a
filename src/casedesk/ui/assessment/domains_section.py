"""The domains of life: the list at the left, one of them as a form at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.assessment_change import (
    ChangeState,
    changed_fields,
    state_beside,
)
from casedesk.ui import wording
from casedesk.ui.assessment import assessment_fields
from casedesk.ui.assessment.domain_list import DomainList
from casedesk.ui.assessment.domain_names import DomainNames
from casedesk.ui.assessment.domain_row import DomainRow
from casedesk.ui.assessment.earlier_card import EarlierCard
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import announce
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from casedesk.domain.assessment import Assessment, DomainEntry
    from casedesk.domain.life_domain import DomainKey
    from casedesk.ui.desk import Desk


LEAST_LINES = 50  # on less, the form stands beneath the list
LEAST_HALVES_LINES = 40  # on less, the form stands beneath the earlier entry
FIRST_CHANGED = "burden_self"  # what changes most between two assessments


class DomainsSection(QWidget):
    """Shows one domain at a time; Ctrl+Down and Ctrl+Up go to the next and previous.

    Where there is an earlier assessment, its words stand beside the new ones: F8 takes
    them over as unchanged and goes on, Shift+F8 takes them over to change some.
    """

    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entries: list[DomainEntry] = []
        self._earlier: dict[DomainKey, DomainEntry] = {}
        self._earlier_title = ""
        self._is_locked = False
        self._row = 0
        self.names = DomainNames(desk.session)
        self._build()

    def show_entries(self, assessment: Assessment, entries: list[DomainEntry]) -> None:
        """Show these entries; the domain that is chosen stays chosen."""
        session = self._desk.session
        self.names = DomainNames(session)
        earlier = session.domain_entries.of(assessment_id=assessment.earlier_id or "")
        self._earlier = {entry.life_domain: entry for entry in earlier}
        self._earlier_title = self._titled(assessment)
        self._is_locked = assessment.is_confirmed
        self._entries = entries
        self.domains.show_rows([self._listed(entry) for entry in entries])
        self._row = min(self._row, len(self._entries) - 1)
        self._show_domain()

    def _titled(self, assessment: Assessment) -> str:
        earlier = self._desk.session.assessments.find(assessment.earlier_id or "")
        if earlier is None:
            return ""
        return _("Before: {kind}, {day}").format(
            kind=wording.label(earlier.kind), day=wording.day(earlier.held_on)
        )

    def _listed(self, entry: DomainEntry) -> DomainRow:
        before = self._earlier.get(entry.life_domain)
        return DomainRow(
            name=self.names.of(entry),
            entry=entry,
            state=state_beside(before, entry) if self._earlier else None,
        )

    def choose(self, life_domain: DomainKey) -> None:
        """Show a domain."""
        for row, entry in enumerate(self._entries):
            if entry.life_domain == life_domain:
                self._go_to(row)

    def chosen(self) -> DomainEntry:
        """Return the entry that is shown in the form."""
        return self._entries[self._row]

    def show_first(self) -> None:
        """Begin at the first domain again."""
        self._row = 0

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.form.flush()

    def _build(self) -> None:
        self.domains = DomainList(self)
        self.form = RecordForm(assessment_fields.domain(), self)
        self._help = plain_label("", "muted", self, wraps=True)
        self._said = plain_label("", "accent", self, wraps=True)
        self._said.hide()
        self.earlier = EarlierCard(self)
        self._card = Card(" ", self)
        changes = button(_("Changes"), "link", self._card)
        previous = button(_("Previous"), "", self._card)
        previous.setToolTip(_("Ctrl+Up"))
        following = button(_("Next"), "", self._card)
        following.setToolTip(_("Ctrl+Down"))
        self.unchanged = CaseAct(_("Unchanged"), "", self._card)
        self.unchanged.setToolTip(
            _("F8: takes the earlier words over and goes on. Shift+F8: stays here.")
        )
        self._to_change = CaseAct(_("Take over to change"), "link", self._card)
        for action in (changes, self._to_change, self.unchanged, previous, following):
            self._card.add_action(action)
        self._card.add(self._said)
        self._card.add(self._help)
        self._card.add(self.form)
        frame = Card(parent=self)
        frame.body.setContentsMargins(0, 0, 0, 0)
        frame.body.addLayout(self._legend())
        frame.add(self.domains)
        left = QVBoxLayout()
        left.addWidget(frame)
        left.addStretch()
        self._card.body.addStretch(1)
        self._row_layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row_layout.setContentsMargins(0, 0, 0, 0)
        self._row_layout.setSpacing(GRID + 2)
        self._row_layout.addLayout(left)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(GRID + 2)
        self._halves.addWidget(self.earlier, 2)
        self._halves.addWidget(self._card, 3)
        self._row_layout.addLayout(self._halves, 1)

        self.domains.chosen.connect(self._go_to)
        self.form.saved.connect(self._on_saved)
        changes.clicked.connect(self._on_changes)
        previous.clicked.connect(self._on_previous)
        following.clicked.connect(self._on_next)
        self._add_key("Ctrl+Down", following.click)
        self._add_key("Ctrl+Up", previous.click)
        self.unchanged.clicked.connect(self._on_unchanged)
        self._to_change.clicked.connect(self._on_to_change)
        self._add_key("F8", self.unchanged.click)
        self._add_key("Shift+F8", self._to_change.click)

    def _legend(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(plain_label(_("Need"), "small", self), 1)
        row.addWidget(plain_label(_("Burden"), "warning-small", self))
        row.addWidget(plain_label(_("Resources"), "accent-small", self))
        return row

    def _add_key(self, keys: str, slot: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def _show_domain(self) -> None:
        if not self._entries:
            return
        entry = self.chosen()
        self.domains.choose(self._row)
        self._card.set_title(self.names.of(entry))
        self._help.setText(self.names.guidance(entry))
        show_in_form(self.form, self._desk.session.domain_entries, entry)
        self.form.set_locked(self._is_locked)
        self._show_earlier(entry)

    def _show_earlier(self, entry: DomainEntry) -> None:
        before = self._earlier.get(entry.life_domain)
        has_earlier = bool(self._earlier_title)
        self.earlier.setVisible(has_earlier)
        for act in (self.unchanged, self._to_change):
            act.setVisible(has_earlier and not self._is_locked)
        if not has_earlier:
            return
        state = state_beside(before, entry)
        is_begun = state is ChangeState.CHANGED
        changed = changed_fields(before, entry) if is_begun else ()
        self.earlier.show_entry(self._earlier_title, before, changed)
        self._card.set_note(wording.label(state))

    def _go_to(self, row: int) -> None:
        self.form.flush()  # it reads the entries anew
        self._row = row % len(self._entries)
        self._show_domain()

    def _on_next(self) -> None:
        self._go_to(self._row + 1)

    def _on_previous(self) -> None:
        self._go_to(self._row - 1)

    def _on_unchanged(self) -> None:
        if self._take_over():
            self._on_next()

    def _on_to_change(self) -> None:
        if self._take_over():
            self.form.focus_field(FIRST_CHANGED)

    def _take_over(self) -> bool:
        """Take the earlier words over where nothing is written; say what came of it."""
        if self._is_locked or not self._earlier_title:
            return False
        before = self.chosen()
        with problems_shown(self, wording.problem):
            self.flush()
            name = self.names.of(self.chosen())
            entry = self._desk.session.assessing.take_over(self.chosen().id)
            state = state_beside(self._earlier.get(entry.life_domain), entry)
            words = f"{name}: {wording.label(state)}"
            self._said.setText(words)
            self._said.show()
            announce(self, words)
            self.saved.emit()
        return not self._desk.session.domain_entries.get(before.id).is_empty

    def _on_saved(self) -> None:
        self._said.hide()  # it may be true no longer
        self.saved.emit()

    def _on_changes(self) -> None:
        self.flush()
        entries = self._desk.session.domain_entries
        self._desk.show_changes(entries.noun, self.chosen().id)

    # --- QWidget

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        has_room = self.width() >= LEAST_LINES * self.fontMetrics().height()
        self._row_layout.setDirection(
            direction.LeftToRight if has_room else direction.TopToBottom
        )
        left = self.domains.sizeHint().width() if has_room else 0
        line = self.fontMetrics().height()
        has_room = self.width() - left >= LEAST_HALVES_LINES * line
        self._halves.setDirection(
            direction.LeftToRight if has_room else direction.TopToBottom
        )

"""The page of the consents: what is declared in a case, and one of it in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from casedesk.domain.consent import ConsentId, ConsentKind
from casedesk.ui import wording
from casedesk.ui.consents import state_words
from casedesk.ui.consents.consent_form import ConsentForm
from casedesk.ui.consents.receipt_line import ReceiptLine
from casedesk.ui.consents.recipient_names import recipients_of
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.avatar_list import AvatarList
from casedesk.ui.widgets.card import Card, SectionHeading
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QAction, QResizeEvent

    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import Consent
    from casedesk.ui.desk import Desk

LIST_LETTERS = 38
MOST_SHARE = 0.4  # the declaration itself needs the most room
THE_SET = "set"


class ConsentsPage(QWidget):
    """Lists the declarations of a case at the left, shows one at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._consents: dict[str, Consent] = {}
        self._chosen = ""
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the declarations of a case, and one of them in full."""
        self.flush()
        if case_id != self._case_id:
            self._chosen = ""
        self._case_id = case_id
        self._chosen = subject_id or self._chosen
        self.refresh()
        self._scroll.to_top()

    def refresh(self) -> None:
        """Read again and show; a field in which the user types stays as it is."""
        if self._case_id is None:
            return
        self.receipt.show_case(self._case_id)
        found = self._desk.session.consents.of(case_id=self._case_id)
        self._consents = {consent.id: consent for consent in found}
        if self._chosen not in self._consents:
            self._chosen = found[0].id if found else ""
        self._show_list()
        if self._chosen:
            self._form.show_consent(self._consents[self._chosen])

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self._form.flush()

    def form(self) -> ConsentForm:
        """Return the declaration that is shown in full."""
        return self._form

    def chosen(self) -> Consent | None:
        """Return the declaration that is shown in full, if there is one."""
        return self._consents.get(self._chosen)

    def choose(self, consent_id: str) -> None:
        """Show another declaration in full."""
        self.flush()
        self._chosen = consent_id
        self.refresh()
        self._scroll.to_top()

    def new_menu(self) -> QMenu:
        """Return the menu that makes declarations."""
        return self._menu

    def make(self, kinds: Iterable[ConsentKind] | None = None) -> None:
        """Make new declarations, the usual set if no kinds are named."""
        if self._case_id is None:
            return
        declarations = self._desk.session.declarations
        with problems_shown(self, wording.problem):
            self.flush()
            if kinds is None:
                made = declarations.new_set(self._case_id)
            else:
                made = declarations.new_set(self._case_id, kinds)
            self.choose(made[0].id)
            self._form.form("purpose").focus_field("aim")

    def print_shown(self) -> None:
        """Show the chosen declaration as a paper."""
        self._on_print()

    def print_drafts(self) -> None:
        """Show all declarations that are not signed yet as one paper."""
        self._preview([c for c in self._consents.values() if c.signed_on is None])

    def _preview(self, consents: list[Consent]) -> None:
        self.flush()
        with problems_shown(self, wording.problem):
            papers = self._desk.session.papers
            self._desk.preview(papers.consent_set([c.id for c in consents]))

    def _show_list(self) -> None:
        today = self._desk.session.clock.today()
        consents = list(self._consents.values())
        session = self._desk.session
        self._list.show_items(
            [
                state_words.item(consent, recipients_of(session, consent), today)
                for consent in consents
            ]
        )
        self._list.choose(self._chosen)
        drafts = [consent for consent in consents if consent.signed_on is None]
        self._print.setVisible(len(drafts) > 1)
        self._print.setText(
            _("Print all {n} unsigned …").format(n=len(drafts)) if drafts else ""
        )
        for widget in (self._scroll, self._side):
            widget.setVisible(bool(consents))
        self._empty.setVisible(not consents)

    def _build(self) -> None:
        heading = SectionHeading(_("Consents and declarations"), self)
        self._menu = self._made_menu()
        self._new = button(_("New declaration"), "", self)
        self._new.setMenu(self._menu)
        self._print = button("", "", self)
        heading.add_action(self._print)  # it is too wide for the list
        heading.add_action(self._new)
        self._empty = EmptyState(
            _(
                "Nothing has been declared in this case yet. Before anything is "
                "obtained or passed on, explain aim, purpose and consequences to the "
                "client, and have the declarations signed."
            ),
            _("Prepare the consent set"),
            self,
        )
        self.receipt = ReceiptLine(self._desk, self)
        self._list = AvatarList(self)
        self._list.setAccessibleName(_("Declarations of the case"))
        self._side = Card(parent=self)
        self._side.setContentsMargins(-GRID, 0, -GRID, 0)  # entries have their own
        self._side.body.addWidget(self._list, 1)
        self._form = ConsentForm(self._desk)
        self._scroll = ScrollPage(self)
        self._scroll.add(self._form)

        halves = QHBoxLayout()
        halves.setSpacing(GRID + 2)
        halves.addWidget(self._side)
        halves.addWidget(self._scroll, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(heading)
        layout.addWidget(self.receipt)
        layout.addWidget(self._empty)
        layout.addLayout(halves, 1)
        self._connect()

    def _connect(self) -> None:
        self._list.chosen.connect(self.choose)
        self._empty.acted.connect(self._on_set)
        self._menu.triggered.connect(self._on_new)
        self._print.clicked.connect(self.print_drafts)
        self._form.saved.connect(self._on_saved)
        self._form.print_wanted.connect(self._on_print)
        self._form.renewal_wanted.connect(self._on_renew)
        self._form.changes_wanted.connect(self._on_changes)
        self._form.removal_wanted.connect(self._on_remove)

    def _made_menu(self) -> QMenu:
        menu = QMenu(self)
        whole = menu.addAction(_("Set: agreement, release and data protection"))
        whole.setData(THE_SET)
        menu.addSeparator()
        for kind in ConsentKind:
            menu.addAction(wording.label(kind)).setData(kind.value)
        return menu

    def _on_new(self, action: QAction) -> None:
        wish = action.data()
        self.make(None if wish == THE_SET else (ConsentKind(wish),))

    def _on_set(self) -> None:
        self.make()

    def _on_saved(self) -> None:
        self.refresh()

    def _on_print(self) -> None:
        consent = self.chosen()
        if consent is not None:
            self._preview([consent])

    def _on_renew(self) -> None:
        consent = self.chosen()
        if consent is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            renewed = self._desk.session.declarations.renew(consent.id)
            self.choose(renewed.id)

    def _on_changes(self) -> None:
        self.flush()
        records = self._desk.session.consents
        self._desk.show_changes(records.noun, self._chosen)

    def _on_remove(self) -> None:
        consent = self.chosen()
        if consent is None:
            return
        records = self._desk.session.consents
        with problems_shown(self, wording.problem):
            self.flush()
            deed = records.remove(ConsentId(consent.id))
            self.refresh()
            self._desk.offer_undo(records.noun, deed)

    # --- QWidget

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        wanted = LIST_LETTERS * self.fontMetrics().averageCharWidth() + 12 * GRID
        self._side.setFixedWidth(min(wanted, round(self.width() * MOST_SHARE)))

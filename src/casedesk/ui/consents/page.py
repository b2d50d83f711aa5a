"""The page of the consents: what is declared in a case, and one of it in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from casedesk.domain.consent import ConsentId, ConsentItemId, ConsentKind, Decision
from casedesk.ui import wording
from casedesk.ui.consents import state_words
from casedesk.ui.consents.consent_form import ConsentForm
from casedesk.ui.consents.receipt_line import ReceiptLine
from casedesk.ui.consents.recipient_names import recipients_of
from casedesk.ui.consents.renewal_card import RenewalCard
from casedesk.ui.consents.sign_dialog import SignDialog
from casedesk.ui.consents.withdraw_dialog import WithdrawDialog
from casedesk.ui.consents.withholdings_card import WithholdingsCard
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.avatar_list import AvatarList
from casedesk.ui.widgets.card import SectionHeading
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.list_side import ListSide
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from PySide6.QtGui import QAction, QResizeEvent

    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import Consent, ConsentState
    from casedesk.ui.consents.screen_dialog import ScreenDialog
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
        self._states: Mapping[ConsentId, ConsentState] = {}
        self._chosen = ""
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the declarations of a case, and one of them in full."""
        self.flush()
        if case_id != self._case_id:
            self._chosen = ""
        self._case_id = case_id
        self._chosen = self._consent_of(subject_id) or self._chosen
        self.refresh()
        self._scroll.to_top()

    def refresh(self) -> None:
        """Read again and show; a field in which the user types stays as it is."""
        if self._case_id is None:
            return
        session = self._desk.session
        self.receipt.show_case(self._case_id)
        found = session.consents.of(case_id=self._case_id)
        self._consents = {consent.id: consent for consent in found}
        self._states = session.declarations.states(self._case_id)
        if self._chosen not in self._consents:
            self._chosen = found[0].id if found else ""
        self._show_list()
        self._renewal.show_case(self._case_id, self._consents)
        self._withholdings.show_case(self._case_id)
        if self._chosen:
            chosen = self._consents[self._chosen]
            self._form.show_consent(chosen, self._states[chosen.id])

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self._form.flush()
        self._withholdings.flush()

    def renewal(self) -> RenewalCard:
        """Return the card that says what should be asked for again."""
        return self._renewal

    def withholdings(self) -> WithholdingsCard:
        """Return the card with what is not passed on."""
        return self._withholdings

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

    def note_signature(self) -> SignDialog | None:
        """Ask who signed the chosen declaration, when, and what to each row."""
        consent = self._flushed()
        if consent is None:
            return None
        session = self._desk.session
        items = [
            item
            for item in session.consent_items.of(consent_id=consent.id)
            if item.withdrawn_on is None
        ]
        card = self._form.recipients()
        dialog = SignDialog(
            session, consent, items, card.name_of, card.categories(), self
        )
        dialog.signed.connect(self.refresh)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def sign_on_screen(self) -> ScreenDialog | None:
        """Let the chosen declaration be signed with pen, finger or mouse."""
        from casedesk.ui.consents.screen_dialog import ScreenDialog  # it shows PDF

        consent = self._flushed()
        if consent is None:
            return None
        session, card = self._desk.session, self._form.recipients()
        dialog: ScreenDialog | None = None
        with problems_shown(self, wording.problem):
            signers = session.screen_signing.signers(consent.id)
            items = session.consent_items.of(consent_id=consent.id)
            dialog = ScreenDialog(
                self._desk,
                consent,
                signers,
                items,
                card.name_of,
                card.categories(),
                self,
            )
            dialog.signed.connect(self.refresh)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()
        return dialog

    def note_withdrawal(self, item_id: str = "") -> WithdrawDialog | None:
        """Ask what is withdrawn of the chosen declaration, from which day on."""
        consent = self._flushed()
        if consent is None:
            return None
        session = self._desk.session
        items = [
            item
            for item in session.consent_items.of(consent_id=consent.id)
            if item.withdrawn_on is None and item.decision is Decision.GRANTED
        ]
        card = self._form.recipients()
        dialog = WithdrawDialog(
            session, consent, items, card.name_of, card.categories(), self
        )
        if item_id:
            dialog.choose((ConsentItemId(item_id),))
        dialog.withdrawn.connect(self._on_withdrawn)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def renew(self, items: Collection[ConsentItemId] | None = None) -> None:
        """Prepare the chosen declaration anew, or some of its rows alone."""
        consent = self._flushed()
        if consent is None:
            return
        with problems_shown(self, wording.problem):
            renewed = self._desk.session.declarations.renew(consent.id, items=items)
            self.choose(renewed.id)

    def print_shown(self) -> None:
        """Show the chosen declaration as a paper."""
        self._on_print()

    def print_drafts(self) -> None:
        """Show all declarations that are not signed yet as one paper."""
        self._preview([c for c in self._consents.values() if c.signed_on is None])

    def _flushed(self) -> Consent | None:
        """Return the chosen declaration with all that was typed into it."""
        self.flush()
        chosen = self.chosen()
        return None if chosen is None else self._desk.session.consents.get(chosen.id)

    def _consent_of(self, subject_id: str) -> str:
        """Return the declaration that a place means, also by one of its notices."""
        notice = self._desk.session.withdrawal_notices.find(subject_id)
        return subject_id if notice is None else notice.consent_id

    def _preview(self, consents: list[Consent]) -> None:
        self.flush()
        with problems_shown(self, wording.problem):
            papers = self._desk.session.papers
            self._desk.preview(papers.consent_set([c.id for c in consents]))

    def _show_list(self) -> None:
        consents = list(self._consents.values())
        session = self._desk.session
        self._list.show_items(
            [
                state_words.item(
                    consent,
                    self._states[consent.id],
                    recipients_of(session, consent),
                )
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
        self._side = ListSide(self._list, LIST_LETTERS, MOST_SHARE, self)
        self._form = ConsentForm(self._desk)
        self._renewal = RenewalCard(self._desk)
        self._withholdings = WithholdingsCard(self._desk)
        self._scroll = ScrollPage(self)
        for part in (self._renewal, self._form, self._withholdings):
            self._scroll.add(part)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(heading)
        layout.addWidget(self.receipt)
        layout.addWidget(self._empty)
        layout.addLayout(self._side.beside(self._scroll), 1)
        self._connect()

    def _connect(self) -> None:
        self._list.chosen.connect(self.choose)
        self._empty.acted.connect(self._on_set)
        self._menu.triggered.connect(self._on_new)
        self._print.clicked.connect(self.print_drafts)
        self._form.saved.connect(self._on_saved)
        self._renewal.made.connect(self.choose)
        self._withholdings.changed.connect(self._on_saved)
        head, recipients = self._form.head, self._form.recipients()
        head.print_wanted.connect(self._on_print)
        head.signature_wanted.connect(self._on_signature)
        head.drawing_wanted.connect(self._on_drawing)
        head.withdrawal_wanted.connect(self._on_withdraw)
        head.renewal_wanted.connect(self._on_renew)
        head.changes_wanted.connect(self._on_changes)
        head.removal_wanted.connect(self._on_remove)
        recipients.withdrawal_wanted.connect(self.note_withdrawal)
        recipients.renewal_wanted.connect(self._on_renew_row)

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

    def _on_signature(self) -> None:
        self.note_signature()

    def _on_drawing(self) -> None:
        self.sign_on_screen()

    def _on_withdraw(self) -> None:
        self.note_withdrawal()

    def _on_withdrawn(self, _told: int) -> None:
        self.refresh()
        self._scroll.to_top()

    def _on_renew(self) -> None:
        self.renew()

    def _on_renew_row(self, item_id: str) -> None:
        self.renew((ConsentItemId(item_id),))

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
        self._side.fit(self)

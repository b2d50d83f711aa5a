"""Time and invoices of a case: what is used, what waits, the papers for the payer."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.account_use import UseState
from casedesk.domain.invoice import InvoiceId
from casedesk.domain.time_sheet import TimeSheetId
from casedesk.ui import wording
from casedesk.ui.accounts.invoice_view import InvoiceView
from casedesk.ui.accounts.invoice_words import invoice_item
from casedesk.ui.accounts.sheet_view import SheetView
from casedesk.ui.accounts.sheet_words import sheet_item
from casedesk.ui.accounts.terms_form import TermsForm
from casedesk.ui.accounts.use_words import share_of, use_words
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.parties.use_bar import UseBar
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.avatar_list import AvatarItem, AvatarList
from casedesk.ui.widgets.card import Card, SectionHeading
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.list_side import ListSide
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from casedesk.domain.case import CaseId
    from casedesk.domain.entry import Entry
    from casedesk.domain.time_sheet import TimeSheet
    from casedesk.ui.desk import Desk

LIST_LETTERS = 34
MOST_SHARE = 0.36
TERMS = "terms"


class AccountsPage(QWidget):
    """Lists the papers at the left; one of them is shown whole at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._chosen = ""
        self._keys: tuple[str, ...] = ()
        self._invoices: frozenset[str] = frozenset()
        self.view: SheetView | InvoiceView | TermsForm | None = None
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the time and the papers of a case, and one of them whole."""
        self.flush()
        if case_id != self._case_id:
            self._chosen = ""
            self._put_away()
        self._case_id = case_id
        self._chosen = self._paper_of(subject_id) or self._chosen
        self.refresh()
        self._scroll.to_top()

    def refresh(self) -> None:
        """Read again; a field in which the user types stays as it is."""
        if self._case_id is None:
            return
        self._show_use(self._case_id)
        self._show_list(self._case_id)
        self._show_view()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        if self.view is not None:
            self.view.flush()

    def choose(self, key: str) -> None:
        """Show another paper whole, or the terms."""
        self.flush()
        self._chosen = key
        self.refresh()
        self._scroll.to_top()

    def begin_sheet(self) -> None:
        """Begin a time sheet of what waits longest, for who pays."""
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            keeping = self._desk.session.time_keeping
            payers = keeping.payers(self._case_id)
            sheet = keeping.begin(
                self._case_id,
                payers[0] if payers else None,
                period_of(self._waiting(self._case_id), self._today()),
            )
            self.choose(sheet.id)

    def begin_invoice(self, sheet_id: str) -> None:
        """Begin the invoice of a time sheet."""
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            begin = self._desk.session.invoicing.begin
            self.choose(begin(self._case_id, (TimeSheetId(sheet_id),)).id)

    def used(self) -> str:
        """Return what is said about the approved time."""
        return self._use.text()

    def waits(self) -> str:
        """Return what is said about what waits for a time sheet."""
        return self._waits.text()

    def keys(self) -> tuple[str, ...]:
        """Return what is listed, from top to bottom."""
        return self._keys

    def _paper_of(self, subject_id: str) -> str:
        """Return the invoice in which a reminder or a flat fee stands."""
        session = self._desk.session
        part = session.reminders.find(subject_id) or session.flat_fees.find(subject_id)
        return subject_id if part is None else part.invoice_id

    def _today(self) -> date:
        return self._desk.session.clock.today()

    def _waiting(self, case_id: CaseId) -> list[Entry]:
        opened = self._desk.session.case_records.get(case_id).opened_on
        since = min(opened, self._today()) - timedelta(days=366)
        until = self._today() + timedelta(days=1)
        return self._desk.session.time_keeping.waiting(case_id, (since, until))

    def _show_use(self, case_id: CaseId) -> None:
        session = self._desk.session
        use = session.time_keeping.use_of(case_id)
        words = use_words(use, session.cases.minutes_spent(case_id))
        is_scarce = use.state in (UseState.SCARCE, UseState.OVERDRAWN)
        self._use.setText(words)
        set_look(self._use, "warning" if is_scarce else "strong")
        self._bar.show_share(share_of(use), words, is_scarce=is_scarce)
        self._bar.setVisible(use.state is not UseState.OPEN)
        count = len(self._waiting(case_id))
        self._waits.setText(
            ngettext(
                "{n} billable entry waits for a time sheet.",
                "{n} billable entries wait for a time sheet.",
                count,
            ).format(n=count)
            if count
            else _("No billable entry waits for a time sheet.")
        )

    def _show_list(self, case_id: CaseId) -> None:
        sheets = self._desk.session.time_sheets.of(case_id=case_id)
        names = party_names(self._desk.session, case_id)
        items = [
            sheet_item(sheet, names.get(sheet.party_id, "") if sheet.party_id else "")
            for sheet in sheets
        ]
        invoices = self._desk.session.invoices.of(case_id=case_id)
        self._invoices = frozenset(each.id for each in invoices)
        country = self._desk.session.practice.get().country
        items += [invoice_item(each, country, self._today()) for each in invoices]
        self._keys = tuple(item.key for item in items)
        if self._chosen not in (*self._keys, TERMS):
            self._chosen = self._first(sheets)
        self._list.show_items([*items, _terms_item()])
        self._list.choose(self._chosen)

    def _first(self, sheets: list[TimeSheet]) -> str:
        return sheets[0].id if sheets else ""

    def _show_view(self) -> None:
        if self.view is not None and self.view.objectName() != self._chosen:
            self._put_away()
        self._empty.setVisible(not self._chosen)
        if not self._chosen:
            return
        if self.view is not None:
            self.view.refresh()
            return
        self.view = self._made_view()
        self.view.setObjectName(self._chosen)
        self._scroll.add(self.view)
        self.view.show()

    def _made_view(self) -> SheetView | InvoiceView | TermsForm:
        if self._chosen == TERMS:
            return TermsForm(self._desk, self._case_id, self._scroll)
        if self._chosen in self._invoices:
            return self._made_invoice()
        view = SheetView(self._desk, TimeSheetId(self._chosen), self._scroll)
        view.gone.connect(self._on_gone)
        view.invoice_wanted.connect(self.begin_invoice)
        return view

    def _made_invoice(self) -> InvoiceView:
        view = InvoiceView(self._desk, InvoiceId(self._chosen), self._scroll)
        view.gone.connect(self._on_gone)
        view.credit_begun.connect(self.choose)
        return view

    def _put_away(self) -> None:
        if self.view is not None:
            self.view.hide()
            self.view.deleteLater()
            self.view = None

    def _build(self) -> None:
        heading = SectionHeading(_("Time and invoices"), self)
        self._new = button(_("New time sheet"), "primary", self)
        heading.add_action(self._new)
        self._use = plain_label("", "strong", self, wraps=True)
        self._bar = UseBar(self)
        self._waits = plain_label("", "muted", self, wraps=True)
        top = Card(parent=self)
        for widget in (self._use, self._bar, self._waits):
            top.add(widget)
        self._empty = EmptyState(
            _(
                "No time sheet was made in this case yet. It is made of the billable "
                "entries of the record, with neutral texts alone."
            ),
            _("New time sheet"),
            self,
        )
        self._list = AvatarList(self)
        self._list.setAccessibleName(_("Time sheets and invoices of the case"))
        self._side = ListSide(self._list, LIST_LETTERS, MOST_SHARE, self)
        self._scroll = ScrollPage(self)
        self._scroll.add(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(heading)
        layout.addWidget(top)
        layout.addLayout(self._side.beside(self._scroll), 1)
        self._new.clicked.connect(self.begin_sheet)
        self._empty.acted.connect(self.begin_sheet)
        self._list.chosen.connect(self.choose)

    def _on_gone(self) -> None:
        self._put_away()
        self._chosen = ""
        self.refresh()

    # --- QWidget

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._side.fit(self)


def period_of(waiting: list[Entry], today: date) -> tuple[date, date]:
    """Return the month in which the oldest waiting entry lies, to today at most."""
    days = [entry.happened_on for entry in waiting if entry.happened_on <= today]
    begin = min(days, default=today).replace(day=1)
    end = (begin + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return begin, max(begin, min(end, today))


def _terms_item() -> AvatarItem:
    return AvatarItem(
        key=TERMS, initials="%", title=_("Terms of billing"), subtitle=_("of this case")
    )

"""The open invoices of all cases, those due first at the top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.accounts.invoice_words import standing
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card, SectionHeading
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.record_table import Column
from casedesk.ui.widgets.record_view import RecordTable
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from casedesk.domain.practice import Country
    from casedesk.services.invoicing import OpenLine
    from casedesk.ui.desk import Desk


class OpenInvoicesPage(QWidget):
    """Lists the invoices for which money is awaited; Enter opens one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Read again what is open."""
        lines = self._desk.session.invoicing.open()
        self.table.show_records(lines)
        country = self._desk.session.practice.get().country
        self._heading.set_note(
            _("{count} open, {total}").format(
                count=len(lines), total=_in_all(lines, country)
            )
            if lines
            else ""
        )
        self._card.setVisible(bool(lines))
        self._empty.setVisible(not lines)

    def flush(self) -> None:
        """Do nothing: nothing is typed here."""

    def open_line(self, line: OpenLine) -> None:
        """Go to an invoice in its case."""
        self._desk.go(
            Place(
                page=Page.ACCOUNTS,
                case_id=line.invoice.case_id,
                subject_id=line.invoice.id,
            )
        )

    def _build(self) -> None:
        session = self._desk.session
        self._heading = SectionHeading(_("Open invoices"), self)
        columns = open_columns(session.practice.get().country, session.clock.today)
        self.table: RecordTable[OpenLine] = RecordTable(
            columns, self, grows=True, sortable=True
        )
        self.table.setAccessibleName(_("Open invoices"))
        show = button(_("Show"), "", self)
        self._card = Card(parent=self)
        self._card.add(self.table)
        self._card.add(
            plain_label(_("Enter opens the invoice in its case."), "small", self)
        )
        self._card.body.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        self._empty = EmptyState(
            _(
                "No invoice is open. Invoices are made in a case, from its issued time "
                "sheets."
            ),
            parent=self,
        )
        page = ScrollPage(self)
        page.add(self._card)
        page.add(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 0)
        layout.addWidget(self._heading)
        layout.addWidget(page, 1)
        self.table.opened.connect(self.open_line)
        show.clicked.connect(self._on_show)

    def _on_show(self) -> None:
        line = self.table.record() or next(iter(self.table.records()), None)
        if line is not None:
            self.open_line(line)


def _in_all(lines: list[OpenLine], country: Country) -> str:
    """Add up what is open, each currency for itself."""
    sums: dict[str, int] = {}
    for line in lines:
        invoice = line.invoice
        known = sums.get(invoice.currency, 0)
        sums[invoice.currency] = known + invoice.open_cents
    return " + ".join(
        phrases.money(cents, currency, country) for currency, cents in sums.items()
    )


def open_columns(
    country: Country, today: Callable[[], date]
) -> tuple[Column[OpenLine], ...]:
    """Describe the table. A function, because `_` needs the user's language first."""
    return (
        Column(_("Number"), lambda line: line.invoice.number),
        Column(_("Client"), lambda line: line.client_name, stretch=2),
        Column(
            _("Who gets it"),
            lambda line: next(iter(line.invoice.recipient.splitlines()), ""),
            stretch=2,
        ),
        Column(
            _("State"),
            lambda line: standing(line.invoice, today()),
            sort_key=lambda line: line.invoice.due_on,
            stretch=2,
        ),
        Column(
            _("Amount"),
            lambda line: phrases.money(
                line.invoice.total_cents, line.invoice.currency, country
            ),
            sort_key=lambda line: line.invoice.total_cents,
            align_right=True,
        ),
        Column(
            _("Still open"),
            lambda line: phrases.money(
                line.invoice.open_cents, line.invoice.currency, country
            ),
            sort_key=lambda line: line.invoice.open_cents,
            align_right=True,
        ),
    )

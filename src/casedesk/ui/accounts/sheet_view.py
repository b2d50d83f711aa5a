"""One time sheet: whom it is for, its lines, and what may be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.tariff import BillingUnit
from casedesk.domain.time_sheet import (
    TimeSheetId,
    TimeSheetLine,
    TimeSheetState,
    in_order,
    sums,
)
from casedesk.domain.working_time import STEPS, RoundingMode
from casedesk.ui import fields, wording
from casedesk.ui.accounts.approval_line import ApprovalLine
from casedesk.ui.accounts.reason_dialog import ReasonDialog
from casedesk.ui.accounts.sheet_words import line_columns, sums_words
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.editing import show_in_form
from casedesk.ui.entries.party_names import party_labels
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import Banner, EmptyState
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.record_view import RecordTable

if TYPE_CHECKING:
    from casedesk.services.time_sheets import ShownSheet
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field

_OF_LINES = ("starts_on", "ends_on", "rounding_minutes", "rounding_mode")
"""What changes the lines, too."""


class SheetView(QWidget):
    """Shows a time sheet; of a draft, words and choice of the lines can be changed."""

    gone = Signal()
    changed = Signal()
    invoice_wanted = Signal(str)  # the id of the sheet

    def __init__(
        self, desk: Desk, sheet_id: TimeSheetId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.sheet_id = sheet_id
        self._shown: ShownSheet | None = None
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Read again; where the user types, the text stays."""
        session = self._desk.session
        self._shown = session.time_keeping.shown(self.sheet_id)
        sheet = self._shown.sheet
        is_draft = sheet.state is TimeSheetState.DRAFT
        title = " ".join(filter(None, (_("Time sheet"), sheet.number)))
        self._head.set_title(f"{title} · {wording.label(sheet.state)}")
        self._head.set_note(_said_of(self._shown))
        show_in_form(self.form, session.time_sheets, sheet)
        self.approvals.show_sheet(sheet)
        self.form.set_locked(not is_draft)
        self._show_acts(sheet.state)
        if self._shown.is_behind:
            self.behind.show_message(
                _("The record has changed since this time sheet was begun."),
                _("Take over"),
            )
        else:
            self.behind.hide()
        self._show_lines()

    def flush(self) -> None:
        """Store what is typed now."""
        self.form.flush()
        self.line_form.flush()

    def print_out(self) -> None:
        """Show the paper; printing or saving it issues the sheet."""
        with problems_shown(self, wording.problem):
            self.flush()
            self._desk.preview(
                self._desk.session.account_papers.time_sheet(self.sheet_id)
            )

    def choose_line(self, line_id: str) -> None:
        """Go to a line of the sheet."""
        for row, line in enumerate(self.table.records()):
            if line.id == line_id:
                self.table.selectRow(row)

    def _show_acts(self, state: TimeSheetState) -> None:
        is_draft = state is TimeSheetState.DRAFT
        is_issued = state is TimeSheetState.ISSUED
        session = self._desk.session
        assert self._shown is not None  # noqa: S101 - it was read just before
        to_bill = session.invoicing.to_bill(self._shown.sheet.case_id)
        waiting = [each.id for each in to_bill]
        self._issue.setVisible(is_draft)
        self._throw.setVisible(is_draft)
        self._paper.setVisible(not is_draft)
        self._cancel.setVisible(is_issued)
        self._invoice.setVisible(self.sheet_id in waiting)

    def _show_lines(self) -> None:
        assert self._shown is not None  # noqa: S101 - it was read just before
        lines = in_order(self._shown.lines)
        chosen = self.line_form.property("record_id")
        self.table.show_records(lines)
        if self.table.record() is None:
            self.choose_line(str(chosen or ""))
        self._sums.setText(sums_words(sums(lines), self._desk.session.practice.get()))
        for widget in (self.table, self._sums):
            widget.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self._show_line()

    def _show_line(self) -> None:
        line = self.table.record()
        is_draft = self._shown is not None and (
            self._shown.sheet.state is TimeSheetState.DRAFT
        )
        self._line_card.setVisible(line is not None and is_draft)
        if line is None or not is_draft:
            return
        self._line_card.set_title(
            _("The line of {day}").format(day=wording.day(line.happened_on))
        )
        is_own = line.text != line.copied_text and bool(line.copied_text)
        said = _("In the record: {text}").format(text=line.copied_text)
        self.copied.setText(said if is_own else "")
        self.copied.setVisible(is_own)
        show_in_form(self.line_form, self._desk.session.time_sheet_lines, line)

    def _build(self) -> None:
        self._head = Card(_("Time sheet"), self)
        self._invoice = button(_("Invoice it"), "primary", self)
        self._issue = button(_("Print and issue …"), "primary", self)
        self._paper = button(_("Show the paper"), "", self)
        self._cancel = button(_("Cancel it …"), "link", self)
        self._throw = button(_("Throw away"), "link", self)
        for act in (
            self._throw,
            self._cancel,
            self._paper,
            self._invoice,
            self._issue,
        ):
            self._head.add_action(act)
        self.behind = Banner(self)
        self.form = RecordForm(self._sheet_fields(), self)
        self.approvals = ApprovalLine(self._desk, self.sheet_id, self)
        for widget in (self.behind, self.form, self.approvals):
            self._head.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._head)
        layout.addWidget(self._lines_card())
        layout.addWidget(self._build_line_card())
        self._invoice.clicked.connect(self._on_invoice)
        self._issue.clicked.connect(self.print_out)
        self._paper.clicked.connect(self._on_paper)
        self._cancel.clicked.connect(self._on_cancel)
        self._throw.clicked.connect(self._on_throw)
        self.behind.acted.connect(self._on_take_in)
        self.approvals.chosen.connect(self._on_line_saved)
        self.form.saved.connect(self._on_saved)

    def _lines_card(self) -> Card:
        card = Card(_("What was done"), self)
        self.table: RecordTable[TimeSheetLine] = RecordTable(
            line_columns(self._desk.session.practice.get()), self, grows=True
        )
        self.table.setAccessibleName(_("Lines of the time sheet"))
        self._sums = plain_label("", "strong", self, wraps=True)
        self._empty = EmptyState(
            _(
                "No billable entry of this period waits for a time sheet. In the "
                "record, an entry says how long it took and whether it is billed."
            ),
            parent=self,
        )
        for widget in (self._empty, self.table, self._sums):
            card.add(widget)
        self.table.selected.connect(self._on_selected)
        return card

    def _build_line_card(self) -> Card:
        self._line_card = Card(_("Line"), self)
        self.line_form = RecordForm(
            [
                fields.text(
                    "text",
                    field_label("time_sheet_line", "text"),
                    lines=1,
                    hint=_("The payer reads this text and no other."),
                ),
                fields.tick("takes_over", field_label("time_sheet_line", "takes_over")),
            ],
            self,
        )
        self.copied = plain_label("", "small", self, wraps=True)
        self._line_card.add(self.line_form)
        self._line_card.add(self.copied)
        self.line_form.saved.connect(self._on_line_saved)
        return self._line_card

    def _sheet_fields(self) -> list[Field]:
        session = self._desk.session
        sheet = session.time_sheets.get(self.sheet_id)
        today = session.clock.today

        def label(name: str) -> str:
            return field_label("time_sheet", name)

        steps = [(step, _("{minutes} min").format(minutes=step)) for step in STEPS]
        names = [*party_labels(session, sheet.case_id).items()]
        return [
            fields.pick(
                "party_id",
                label("party_id"),
                names,
                hint=_("Nobody means that the client pays."),
            ),
            fields.needed_day("starts_on", label("starts_on"), today),
            fields.needed_day("ends_on", label("ends_on"), today),
            fields.line("reference_number", label("reference_number")),
            fields.line("approval_number", label("approval_number")),
            fields.needed_pick("rounding_minutes", label("rounding_minutes"), steps),
            fields.choice("rounding_mode", label("rounding_mode"), RoundingMode),
            fields.choice("unit", label("unit"), BillingUnit),
            fields.text("note", label("note"), lines=1),
        ]

    def _on_saved(self, name: str) -> None:
        with problems_shown(self, wording.problem):
            if name in _OF_LINES:
                self._desk.session.time_keeping.take_in(self.sheet_id)
        self.refresh()
        self.changed.emit()

    def _on_selected(self) -> None:
        self.line_form.flush()
        self._show_line()

    def _on_line_saved(self) -> None:
        self.refresh()
        self.changed.emit()

    def _on_take_in(self) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            self._desk.session.time_keeping.take_in(self.sheet_id)
            self.refresh()

    def _on_invoice(self) -> None:
        self.invoice_wanted.emit(self.sheet_id)

    def _on_paper(self) -> None:
        assert self._shown is not None  # noqa: S101 - it is shown
        sheet = self._shown.sheet
        self._desk.go(
            Place(
                page=Page.DOCUMENTS,
                case_id=sheet.case_id,
                subject_id=sheet.document_id or "",
            )
        )

    def _on_throw(self) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            self._desk.session.time_keeping.remove_draft(self.sheet_id)
            self.gone.emit()

    def _on_cancel(self) -> None:
        dialog = ReasonDialog(
            _("Cancel the time sheet"),
            _(
                "The cancelled sheet stays in the case with this reason. Its entries "
                "can be corrected and wait for another time sheet."
            ),
            self._cancelled,
            self,
        )
        dialog.keep_with(self._desk.session.time_sheets, self.sheet_id)
        dialog.done_with.connect(self._on_line_saved)
        dialog.open()

    def _cancelled(self, reason: str) -> None:
        self._desk.session.time_keeping.cancel(self.sheet_id, reason)


def _said_of(shown: ShownSheet) -> str:
    sheet = shown.sheet
    if sheet.cancelled_on is not None:
        return _("cancelled on {day}: {reason}").format(
            day=wording.day(sheet.cancelled_on), reason=sheet.cancel_reason
        )
    if sheet.issued_on is not None:
        return _("issued on {day}, locked").format(day=wording.day(sheet.issued_on))
    return ""

"""Notes a signature on paper: who, when, where, and what was said to each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from casedesk.domain.consent import Decision
from casedesk.domain.dates import Leaning
from casedesk.domain.signing import SignerRole
from casedesk.ui import fields, wording
from casedesk.ui.consents.decisions import Decisions
from casedesk.ui.consents.dialog_foot import DialogFoot
from casedesk.ui.dialog_drafts import DialogDrafts
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from casedesk.domain.consent import Consent, ConsentItem
    from casedesk.services.session import Session
    from casedesk.ui.consents.categories import Categories


class SignDialog(QDialog):
    """Asks what a person must say about a signed paper. Nothing is ticked beforehand.

    Only who has to sign is, where that is one person.
    """

    signed = Signal()

    def __init__(
        self,
        session: Session,
        consent: Consent,
        items: Sequence[ConsentItem],
        title: Callable[[ConsentItem], str],
        categories: Categories,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._consent = consent
        self.decisions = Decisions(items, title, categories, self)
        self._drafts = DialogDrafts(session.consents, consent.id, "signing", self)
        self._build()

    def cell(self, name: str) -> FieldCell:
        """Return a field by its name."""
        return self._cells[name]

    def notice(self) -> str:
        """Return what is said about rows that are still open."""
        return self._foot.notice.text()

    def accept(self) -> None:
        """Store the signature, or say what is missing."""
        signed_on = self._signed_on()
        signed_by = self._cells["signed_by"].editor.value()
        if signed_on is None or not isinstance(signed_by, tuple):
            return
        if not signed_by:
            self._cells["signed_by"].show_trouble(_("Who has signed?"))
            return
        with problems_shown(self, wording.problem):
            self._session.declarations.sign(
                self._consent.id,
                signed_on=signed_on,
                signed_by=signed_by,
                signed_at=str(self._cells["signed_at"].editor.value()),
                granted=self.decisions.said(Decision.GRANTED),
                struck=self.decisions.said(Decision.STRUCK),
            )
            self._drafts.forget()
            super().accept()
            self.signed.emit()

    def _signed_on(self) -> date | None:
        cell = self._cells["signed_on"]
        trouble = cell.editor.problem()
        value = None if trouble else cell.editor.value()
        if value is None:
            trouble = trouble or _("On which day was it signed?")
        cell.show_trouble(trouble or "")
        return value  # type: ignore[return-value]  # the field holds days

    def _build(self) -> None:
        self.setWindowTitle(_("Note the signature"))
        today = self._session.clock.today
        missing = self._consent.missing_signers()
        by_whom = fields.chips("signed_by", _("Who has signed?"), SignerRole)
        if len(missing) == 1:
            by_whom.editor.set_value(missing)
        self._cells = {
            field.name: FieldCell(field, self)
            for field in (
                fields.day("signed_on", _("Signed on"), today, leaning=Leaning.PAST),
                by_whom,
                fields.line("signed_at", _("At which place")),
            )
        }
        for name in ("signed_on", "signed_at"):
            self._drafts.watch({name: self._cells[name].editor})
        self._foot = DialogFoot(_("Note the signature"), self)
        self._foot.cancel.clicked.connect(self._drafts.forget)
        page = ScrollPage(self)
        kind = wording.label(self._consent.kind)
        page.add(plain_label(kind, "heading", self, wraps=True))
        for cell in self._cells.values():
            page.add(cell)
        page.add(self.decisions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(page, 1)
        layout.addLayout(self._foot)
        self._foot.deed.clicked.connect(self.accept)
        self.decisions.changed.connect(self._on_said)
        self._on_said()
        make_room(self, letters=88, lines=34)
        self._cells["signed_on"].widget.setFocus()

    def _on_said(self) -> None:
        count = self.decisions.open_count()
        self._foot.notice.setText(
            ngettext(
                "{n} row is not said yet. It allows nothing until it is.",
                "{n} rows are not said yet. They allow nothing until they are.",
                count,
            ).format(n=count)
            if count
            else ""
        )

"""Notes a withdrawal, of a whole declaration or of single rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QVBoxLayout, QWidget

from casedesk.domain.dates import Leaning
from casedesk.ui import fields, wording
from casedesk.ui.consents import row_words
from casedesk.ui.consents.dialog_foot import DialogFoot
from casedesk.ui.dialog_drafts import DialogDrafts
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from casedesk.domain.consent import Consent, ConsentItem, ConsentItemId
    from casedesk.services.session import Session
    from casedesk.ui.consents.categories import Categories
    from casedesk.ui.widgets.field_cell import Field


class WithdrawDialog(QDialog):
    """Asks what is withdrawn, from which day on, how and who received it."""

    withdrawn = Signal(int)  # how many have to be told

    def __init__(
        self,
        session: Session,
        consent: Consent,
        items: Sequence[ConsentItem],
        title: Callable[[ConsentItem], str],
        categories: Categories,
        parent: QWidget | None = None,
    ) -> None:
        """`items` are the rows that can still be withdrawn alone."""
        super().__init__(parent)
        self._session = session
        self._consent = consent
        self._rows: dict[ConsentItemId, TickBox] = {}
        self._drafts = DialogDrafts(session.consents, consent.id, "withdrawal", self)
        self._build(items, title, categories)

    def cell(self, name: str) -> FieldCell:
        """Return a field by its name."""
        return self._cells[name]

    def choose(self, item_ids: Sequence[ConsentItemId]) -> None:
        """Choose single rows."""
        self._single.setChecked(True)
        for key, box in self._rows.items():
            box.set_value(key in item_ids)
        self._on_scope()

    def accept(self) -> None:
        """Store the withdrawal, or say what is missing."""
        on = self._day()
        rows = None if self._whole.isChecked() else self._chosen()
        if on is None or rows == ():
            if rows == ():
                self._foot.notice.setText(_("Tick the rows that are withdrawn."))
            return
        with problems_shown(self, wording.problem):
            notices = self._session.withdrawals.withdraw(
                self._consent.id, on, self._note(), items=rows
            )
            self._drafts.forget()
            super().accept()
            self.withdrawn.emit(len(notices))

    def _chosen(self) -> tuple[ConsentItemId, ...]:
        return tuple(key for key, box in self._rows.items() if box.value())

    def _note(self) -> str:
        how = str(self._cells["how"].editor.value()).strip()
        by = str(self._cells["received_by"].editor.value()).strip()
        received = _("Received by {name}").format(name=by) if by else ""
        return "\n".join(part for part in (how, received) if part)

    def _day(self) -> date | None:
        cell = self._cells["withdrawn_on"]
        trouble = cell.editor.problem()
        cell.show_trouble(trouble or "")
        # The field is a needed one: it holds a day or has a problem.
        return None if trouble else cell.editor.value()  # type: ignore[return-value]

    def _build(
        self,
        items: Sequence[ConsentItem],
        title: Callable[[ConsentItem], str],
        categories: Categories,
    ) -> None:
        self.setWindowTitle(_("Withdrawal"))
        self._cells = {field.name: FieldCell(field, self) for field in self._fields()}
        self._cells["withdrawn_on"].editor.set_value(self._session.clock.today())
        holder = self._session.practice.get().holder_name
        self._cells["received_by"].editor.set_value(holder)
        self._drafts.watch({name: cell.editor for name, cell in self._cells.items()})
        self._whole = QRadioButton(_("The whole declaration"), self)
        self._whole.setChecked(True)
        self._single = QRadioButton(_("Single rows"), self)
        scope = QButtonGroup(self)
        for choice in (self._whole, self._single):
            scope.addButton(choice)
            choice.setVisible(bool(items))
        self._foot = DialogFoot(_("Withdraw"), self)
        page = ScrollPage(self)
        kind = wording.label(self._consent.kind)
        page.add(plain_label(kind, "heading", self, wraps=True))
        page.add(plain_label(_effect(), "", self, wraps=True))
        page.add(self._whole)
        page.add(self._single)
        for item in items:
            self._rows[item.id] = TickBox(title(item), self)
            page.add(self._rows[item.id])
            words = row_words.contents(item, categories)
            page.add(plain_label(words, "small", self, wraps=True))
        for cell in self._cells.values():
            page.add(cell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(page, 1)
        layout.addLayout(self._foot)
        scope.idClicked.connect(self._on_scope)
        self._foot.deed.clicked.connect(self.accept)
        self._foot.deed.setDefault(False)  # Enter alone withdraws nothing
        self._foot.cancel.setDefault(True)
        self._foot.cancel.clicked.connect(self._drafts.forget)
        self._on_scope()
        make_room(self, letters=84, lines=34)

    def _fields(self) -> tuple[Field, ...]:
        today = self._session.clock.today
        return (
            fields.needed_day(
                "withdrawn_on", _("Withdrawn on"), today, leaning=Leaning.PAST
            ),
            fields.text(
                "how",
                _("How, in which words"),
                hint=_("By word of mouth is enough. No reason has to be given."),
            ),
            fields.line("received_by", _("Received by")),
        )

    def _on_scope(self) -> None:
        for box in self._rows.values():
            box.setEnabled(self._single.isChecked())


def _effect() -> str:
    return _(
        "It takes effect at once. What went before stays in the log. Whoever had "
        "received something under it is listed, to be told."
    )

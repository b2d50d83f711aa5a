"""What was obtained from somebody or passed on: checked, then written into the log."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.case import PartyId
from casedesk.domain.consent import Direction
from casedesk.domain.disclosure import Facts
from casedesk.domain.permission import Channel, Question
from casedesk.ui import fields, wording
from casedesk.ui.consents.categories import Categories
from casedesk.ui.dialog_drafts import BegunBefore, DialogDrafts
from casedesk.ui.disclosures.answer_panel import AnswerPanel
from casedesk.ui.entries.party_names import party_labels
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import Field, FieldCell
from casedesk.ui.widgets.field_grid import FieldGrid
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.entry import Entry
    from casedesk.ui.desk import Desk
    from casedesk.ui.disclosures.law_form import LawForm

WIDTH, HEIGHT = 860, 640
MOST_OF_SCREEN = 0.92  # the frame needs some
KIND = "exchange"
KNOWN_OF_ENTRY = ("party_id", "happened_on")
ASKED = ("party_id", "direction", "channel", "happened_on", "categories")


class ExchangeDialog(QDialog):
    """Asks what went which way, and lets it be recorded only if it was covered.

    With an entry, it is about that contact: with whom and when is known then.
    """

    recorded = Signal(object)  # the line of the log

    def __init__(
        self,
        desk: Desk,
        case_id: CaseId,
        *,
        entry: Entry | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id = case_id
        self._entry = entry
        self._cells: dict[str, FieldCell] = {}
        self.answer = AnswerPanel(desk, self)
        self.record = button(_("Write into the log"), "primary", self)
        session = desk.session
        self.drafts = (
            DialogDrafts(session.case_records, case_id, KIND, self)
            if entry is None
            else DialogDrafts(session.entries, entry.id, KIND, self)
        )
        self._build()
        self._offer_again()

    def _set_usual(self) -> None:
        """Begin with what is usual, or with what is known of the contact."""
        entry = self._entry
        self.set_value("happened_on", self._desk.session.clock.today())
        self.set_value("direction", Direction.PASS_ON)
        self.set_value("channel", Channel.PHONE)
        if entry is not None:
            self.set_value("party_id", entry.party_id)
            self.set_value("channel", entry.usual_channel)
            self.set_value("happened_on", entry.happened_on)
            for name in KNOWN_OF_ENTRY:
                self._cells[name].set_locked(True)

    def _offer_again(self) -> None:
        """Show what was begun and neither recorded nor cancelled."""
        known = () if self._entry is None else KNOWN_OF_ENTRY
        cells = self._cells.items()
        self.drafts.watch({n: cell.editor for n, cell in cells if n not in known})
        self._check()
        if self.drafts.has_some("rule", "named", "reason"):
            self.answer.go_by_law()

    def propose(
        self,
        *,
        party_id: PartyId | None = None,
        categories: tuple[CategoryId, ...] = (),
    ) -> None:
        """Begin with somebody and something, unless something was begun before."""
        if self.drafts.has_some():
            return
        self.set_value("party_id", party_id)
        self.set_value("categories", categories)
        self._check()

    def value(self, name: str) -> object:
        """Return what a field says."""
        return self._cells[name].editor.value()

    def set_value(self, name: str, value: object) -> None:
        """Fill a field in."""
        self._cells[name].editor.set_value(value)

    def question(self) -> Question | None:
        """Return what has to be asked, once enough is filled in."""
        party_id, day = self.value("party_id"), self.value("happened_on")
        direction, channel = self.value("direction"), self.value("channel")
        categories = self._chips().value()
        if party_id is None or day is None or not categories:
            return None
        return Question(
            party_id=PartyId(str(party_id)),
            direction=Direction(str(direction)),
            categories=tuple(str(each) for each in categories),
            day=self._day(),
            channel=Channel(str(channel)),
        )

    def store(self) -> None:
        """Write it into the log, if it was covered."""
        question = self.question()
        if question is None or not self.answer.may_go():
            return
        disclosures = self._desk.session.disclosures
        override = self.answer.override()
        with problems_shown(self, wording.problem):
            if self._entry is not None:
                line = disclosures.record_contact(
                    self._entry, question, self._facts(), override
                )
            else:
                line = disclosures.record(
                    self._case_id, question, self._facts(), override
                )
            self.drafts.forget()
            self.recorded.emit(line)
            self.accept()

    def _facts(self) -> Facts:
        return Facts(
            happened_at=self._moment(),
            content=str(self.value("content")),
            purpose=str(self.value("purpose")),
            requested_by=str(self.value("requested_by")),
            necessity=str(self.value("necessity")),
        )

    def _day(self) -> date:
        day: date = self.value("happened_on")  # type: ignore[assignment]  # the field holds days
        return day

    def _moment(self) -> datetime:
        clock = self._desk.session.clock
        if self._day() == clock.today():
            return clock.now()
        return datetime.combine(self._day(), time(12)).astimezone()

    def _chips(self) -> ChoiceChips:
        chips = self._cells["categories"].editor
        assert isinstance(chips, ChoiceChips)  # noqa: S101 - it was made so
        return chips

    def _check(self) -> None:
        question = None
        if not any(self._cells[name].editor.problem() for name in ASKED):
            question = self.question()
        answer = None
        if question is not None:
            answer = self._desk.session.disclosures.check(self._case_id, question)
        self.answer.show_answer(self._case_id, answer)
        self._on_law()

    def _fields(self) -> list[Field]:
        session = self._desk.session
        labels = party_labels(session, self._case_id)
        kinds = ChoiceChips(
            [(key, name) for key, name in Categories(session).offered()]
        )
        return [
            fields.pick("party_id", _("With whom"), list(labels.items())),
            fields.needed_pick("direction", _("Direction"), wording.choices(Direction)),
            fields.needed_pick("channel", _("Way"), wording.choices(Channel)),
            fields.needed_day("happened_on", _("Day"), session.clock.today),
            Field("categories", _("Which information"), kinds, wide=True),
            fields.text("content", _("What it was about")),
            fields.line("purpose", _("Purpose, if another than agreed")),
            fields.line("requested_by", _("Asked for by")),
            fields.line("necessity", _("Why it was necessary"), wide=True),
        ]

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("What was exchanged"))
        most = self.screen().availableSize() * MOST_OF_SCREEN
        self.resize(min(WIDTH, most.width()), min(HEIGHT, most.height()))
        cells = [FieldCell(field, self) for field in self._fields()]
        self._cells = {cell.field.name: cell for cell in cells}
        self._set_usual()
        page = ScrollPage(self)
        page.add(BegunBefore(self.drafts, self))
        page.add(FieldGrid(cells, self))
        page.add(self.answer)
        close = button(_("Cancel"), "", self)
        hint = plain_label(
            _("What is recorded stays in the log; it can only be added to."),
            "muted",
            self,
            wraps=True,
        )
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(hint, 1)
        foot.addWidget(close)
        foot.addWidget(self.record)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(page, 1)
        layout.addLayout(foot)
        close.clicked.connect(self._on_cancel)
        self.record.clicked.connect(self.store)
        self.record.setToolTip(wording.keys("Ctrl+Return"))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.store)
        self.answer.edited.connect(self._on_law)
        self.drafts.discarded.connect(self._on_discarded)
        self.answer.law_wanted.connect(self._on_law_wanted)
        self.answer.prepared.connect(self.reject)
        for name in ASKED:
            self._cells[name].edited.connect(self._check)
            self._cells[name].left.connect(self._check)

    def _on_law(self) -> None:
        self.record.setEnabled(self.question() is not None and self.answer.may_go())

    def _on_law_wanted(self, law: LawForm) -> None:
        self.drafts.watch(law.editors())

    def _on_discarded(self) -> None:
        self._set_usual()
        self._check()

    def _on_cancel(self) -> None:
        self.drafts.forget()
        self.reject()

"""The log of a case: what was obtained and passed on, to whom, when, on what ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.consent import Direction
from casedesk.ui import wording
from casedesk.ui.disclosures.exchange_dialog import ExchangeDialog
from casedesk.ui.disclosures.log_card import LogCard
from casedesk.ui.disclosures.log_filter import LogFilter
from casedesk.ui.disclosures.log_words import LogWords
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.avatar_list import AvatarItem, AvatarList
from casedesk.ui.widgets.card import SectionHeading
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.list_side import ListSide
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from casedesk.domain.case import CaseId
    from casedesk.domain.disclosure import Disclosure
    from casedesk.ui.desk import Desk

LIST_LETTERS = 44
LEAST_LINES = 12
MOST_SHARE = 0.44  # the line itself needs the most room
_SIGNS = {Direction.OBTAIN: "◂", Direction.PASS_ON: "▸", Direction.BOTH: "◂▸"}


class LogPage(QWidget):
    """Lists the lines at the left, newest first, and reads one of them at the right."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._lines: dict[str, Disclosure] = {}
        self._chosen = ""
        self.filter = LogFilter(desk.session.clock.today, self)
        self.list = AvatarList(self)
        self.card = LogCard(desk)
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the log of a case, and one line of it in full."""
        self.flush()
        if case_id != self._case_id:
            self.filter.clear()
            self._chosen = ""
        self._case_id = case_id
        self._chosen = subject_id or self._chosen
        self.refresh()
        self._scroll.to_top()

    def refresh(self) -> None:
        """Read the log again; a field in which the user types stays as it is."""
        if self._case_id is None:
            return
        lines = self._desk.session.disclosure_log.of(case_id=self._case_id)
        self.filter.offer(lines)
        self._lines = {line.id: line for line in lines if self.filter.matches(line)}
        if self._chosen not in self._lines:
            self._chosen = next(iter(self._lines), "")
        words = LogWords(self._desk.session)
        self.list.show_items([_item(line, words) for line in self._lines.values()])
        self.list.choose(self._chosen)
        self._show_emptiness(is_empty=not lines)
        if self._chosen:
            self.card.show_line(self._lines[self._chosen])

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.card.flush()

    def choose(self, line_id: str) -> None:
        """Read another line in full."""
        self.flush()
        self._chosen = line_id
        self.refresh()
        self._scroll.to_top()

    def shown(self) -> list[Disclosure]:
        """Return the lines that are listed."""
        return list(self._lines.values())

    def print_shown(self) -> None:
        """Prepare the list for the client."""
        self._on_list()

    def record(self) -> ExchangeDialog | None:
        """Let something be recorded that is in no contact and no paper."""
        if self._case_id is None:
            return None
        dialog = ExchangeDialog(self._desk, self._case_id, parent=self)
        dialog.recorded.connect(self._on_recorded)
        dialog.open()
        return dialog

    def _show_emptiness(self, *, is_empty: bool) -> None:
        self._empty.setVisible(is_empty)
        self.filter.setVisible(not is_empty)
        self._side.setVisible(bool(self._lines))
        self._scroll.setVisible(bool(self._lines))
        self._none.setVisible(not is_empty and not self._lines)

    def _build(self) -> None:
        heading = SectionHeading(_("Log of disclosures"), self)
        matrix = button(_("Who may know what"), "", self)
        listed = button(_("List for the client …"), "", self)
        record = button(_("Record something told …"), "primary", self)
        for act in (matrix, listed, record):
            heading.add_action(act)
        self._empty = EmptyState(
            _(
                "Nothing was obtained or passed on in this case yet. Papers that you "
                "hand out and contacts in which something was exchanged are written "
                "here by themselves."
            ),
            _("Record something told …"),
            self,
        )
        self._none = plain_label(_("There is no such line in the log."), "muted", self)
        self.list.setAccessibleName(_("Log of disclosures"))
        self._side = ListSide(self.list, LIST_LETTERS, MOST_SHARE, self)
        self._scroll = ScrollPage(self)
        self._scroll.add(self.card)
        page = ScrollPage(self)
        page.fill()
        for widget in (heading, self.filter, self._none, self._empty):
            page.add(widget)
        page.body.addLayout(self._side.beside(self._scroll), 1)
        self._scroll.setMinimumHeight(LEAST_LINES * self.fontMetrics().lineSpacing())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.addWidget(page)
        self.filter.edited.connect(self.refresh)
        self.list.chosen.connect(self.choose)
        self.card.saved.connect(self.refresh)
        self.card.entry_wanted.connect(self._on_entry)
        self.card.document_wanted.connect(self._on_document)
        self._empty.acted.connect(self._on_record)
        matrix.clicked.connect(self._on_matrix)
        listed.clicked.connect(self._on_list)
        record.clicked.connect(self._on_record)

    def _on_record(self) -> None:
        self.record()

    def _on_recorded(self, line: Disclosure) -> None:
        self.choose(line.id)

    def _on_list(self) -> None:
        if self._case_id is not None:
            self.flush()
            with problems_shown(self, wording.problem):
                papers = self._desk.session.papers
                self._desk.preview(papers.disclosure_list(self._case_id))

    def _on_matrix(self) -> None:
        self._go(Page.MATRIX)

    def _on_entry(self, entry_id: str) -> None:
        self._go(Page.RECORD, entry_id)

    def _on_document(self, document_id: str) -> None:
        self._go(Page.DOCUMENTS, document_id)

    def _go(self, page: Page, subject_id: str = "") -> None:
        if self._case_id is not None:
            place = Place(page=page, case_id=self._case_id, subject_id=subject_id)
            self._desk.go(place)

    # --- QWidget

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._side.fit(self)


def _item(line: Disclosure, words: LogWords) -> AvatarItem:
    way = f"{wording.label(line.direction)}, {wording.label(line.channel)}"
    return AvatarItem(
        key=line.id,
        initials=_SIGNS[line.direction],
        title=line.recipient or _("Somebody who was removed"),
        middle=words.categories.listed(line.categories),
        subtitle=f"{wording.moment(line.happened_at)} · {way}",
        badge="§" if line.is_without_consent else "",
        badge_words=words.basis(line) if line.is_without_consent else "",
    )

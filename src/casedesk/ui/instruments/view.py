"""The instruments of a case: the sheets at the left, one of them at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from casedesk.domain.instrument import InstrumentId
from casedesk.domain.problems import NotFound
from casedesk.ui import wording
from casedesk.ui.instruments.outcome_words import sheet_line
from casedesk.ui.instruments.sheet_form import SheetForm
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.avatar_list import AvatarItem, AvatarList
from casedesk.ui.widgets.card import SectionHeading
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.list_side import ListSide
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from casedesk.domain.case import CaseId
    from casedesk.domain.instrument import Instrument, Sheet
    from casedesk.ui.desk import Desk

LIST_LETTERS = 32
MOST_SHARE = 0.36


class InstrumentsView(QWidget):
    """Lists the sheets of a case and lets one be filled in."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._sheets: dict[str, Sheet] = {}
        self._chosen = ""
        self._form: SheetForm | None = None
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the sheets of a case, and one of them whole."""
        self.flush()
        if case_id != self._case_id:
            self._chosen = ""
        self._case_id = case_id
        self._chosen = subject_id or self._chosen
        self.refresh()
        self._scroll.to_top()

    def refresh(self) -> None:
        """Read again; a field in which the user types stays as it is."""
        if self._case_id is None:
            return
        found = self._desk.session.instrument_sheets.of(case_id=self._case_id)
        self._sheets = {sheet.id: sheet for sheet in found}
        if self._chosen not in self._sheets:
            self._chosen = found[0].id if found else ""
        self._list.show_items([self._item(sheet) for sheet in found])
        self._list.choose(self._chosen)
        for widget in (self._side, self._scroll):
            widget.setVisible(bool(found))
        self._empty.setVisible(not found)
        self._show_form()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        if self._form is not None:
            self._form.flush()

    def form(self) -> SheetForm | None:
        """Return the sheet that is shown whole, if there is one."""
        return self._form

    def choose(self, sheet_id: str) -> None:
        """Show another sheet whole."""
        self.flush()
        self._chosen = sheet_id
        self.refresh()
        self._scroll.to_top()

    def begin(self, instrument_id: InstrumentId) -> None:
        """Begin a sheet of today and put the cursor into its first item."""
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            sheet = self._desk.session.instruments.begin(self._case_id, instrument_id)
            self.choose(sheet.id)
            if self._form is not None:
                self._form.focus_first()

    def offers(self) -> QMenu:
        """Return the menu of the instruments."""
        return self._menu

    def _show_form(self) -> None:
        sheet = self._sheets.get(self._chosen)
        if self._form is not None and (
            sheet is None or self._form.sheet_id != sheet.id
        ):
            self._form.deleteLater()
            self._form.hide()
            self._form = None
        if sheet is None:
            return
        self._form = self._form or self._made_form(sheet)
        if self._form is not None:
            self._form.show_sheet(sheet)

    def _made_form(self, sheet: Sheet) -> SheetForm | None:
        pack = self._pack(sheet)
        if pack is None:
            return None
        form = SheetForm(self._desk, sheet, pack, self._scroll)
        form.saved.connect(self.refresh)
        form.again_wanted.connect(self._on_again)
        form.print_wanted.connect(self.print_shown)
        self._scroll.add(form)
        form.show()  # at once: the cursor is to be put into it
        return form

    def _pack(self, sheet: Sheet) -> Instrument | None:
        try:
            return self._desk.session.instruments.pack(sheet)
        except NotFound:
            return None

    def _item(self, sheet: Sheet) -> AvatarItem:
        pack = self._pack(sheet)
        if pack is None:
            return AvatarItem(key=sheet.id, initials="?", title=sheet.instrument)
        outcome = self._desk.session.instruments.outcome(sheet)
        return AvatarItem(
            key=sheet.id,
            initials="✓" if sheet.confirmed_on else "…",
            title=pack.short_name,
            subtitle=wording.day(sheet.taken_on),
            middle=sheet_line(sheet, pack, outcome),
            badge="!" if outcome.alerts else "",
            badge_words=_("important hint") if outcome.alerts else "",
        )

    def _build(self) -> None:
        heading = SectionHeading(_("Instruments"), self)
        self._menu = QMenu(self)
        self._new = CaseAct(_("New sheet"), "", self)
        self._new.setMenu(self._menu)
        self._papers = QMenu(self)
        self._print_empty = button(_("Print an empty sheet"), "", self)
        self._print_empty.setMenu(self._papers)
        heading.add_action(self._print_empty)
        heading.add_action(self._new)
        self._empty = EmptyState(
            _(
                "No instrument has been used in this case yet. Sheets keep the answers "
                "as they were given; sums and bands are documentation, no diagnosis."
            ),
            _("Choose an instrument"),
            self,
        )
        self._list = AvatarList(self)
        self._list.setAccessibleName(_("Sheets of the case"))
        self._side = ListSide(self._list, LIST_LETTERS, MOST_SHARE, self)
        self._scroll = ScrollPage(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(heading)
        layout.addWidget(self._empty)
        layout.addLayout(self._side.beside(self._scroll), 1)
        self._list.chosen.connect(self.choose)
        self._empty.acted.connect(self._new.showMenu)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._on_new)
        self._papers.aboutToShow.connect(self._fill_papers)
        self._papers.triggered.connect(self._on_empty)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for is_result in (False, True):
            if is_result:
                self._menu.addSection(_("Results from elsewhere"))
            self._offer(self._menu, is_result_only=is_result)

    def _fill_papers(self) -> None:
        self._papers.clear()
        self._offer(self._papers, is_result_only=False)

    def _offer(self, menu: QMenu, *, is_result_only: bool) -> None:
        for pack in self._desk.session.instruments.offered():
            if pack.is_result_only is is_result_only:
                menu.addAction(pack.name.replace("&", "&&")).setData(pack.id)

    def print_shown(self) -> None:
        """Show the chosen sheet as a paper; open items are to be ticked by pen."""
        if self._form is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            papers = self._desk.session.instrument_papers
            self._desk.preview(papers.sheet(self._form.sheet_id))

    def _on_empty(self, action: QAction) -> None:
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            papers = self._desk.session.instrument_papers
            wanted = InstrumentId(action.data())
            self._desk.preview(papers.empty_sheet(self._case_id, wanted))

    def _on_new(self, action: QAction) -> None:
        self.begin(InstrumentId(action.data()))

    def _on_again(self) -> None:
        if self._form is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            sheet = self._desk.session.instruments.again(self._form.sheet_id)
            self.choose(sheet.id)

    # --- QWidget

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._side.fit(self)

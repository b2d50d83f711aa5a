"""The own statistics: counted little by little, shown as pictures and tables."""

from __future__ import annotations

from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.case import CaseId
from casedesk.domain.protected_figures import NOTHING_HIDDEN
from casedesk.services.disclosures import cleared_without_case
from casedesk.services.statistic_papers import EXPORTED, PRINTED
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.preview import saving
from casedesk.ui.problems import problems_shown
from casedesk.ui.statistics.capacity_card import CapacityCard
from casedesk.ui.statistics.part_card import PartCard
from casedesk.ui.statistics.scope_bar import ScopeBar
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import SectionHeading
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import EmptyState, announce
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.widgets.side_by_side import SideBySide
from casedesk.words.statistic_definitions import Part
from casedesk.words.statistic_words import StatisticWords

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from casedesk.domain.statistics import Statistics
    from casedesk.services.statistics import Counting
    from casedesk.ui.desk import Desk
    from casedesk.words.statistic_words import Line, PartTable

    AskFile = Callable[[QWidget, str], Path | None]

BUDGET_SECONDS = 0.03  # between two events of the window
PERCENT = 100
TOP = ((Part.CASELOAD,), (Part.COMPLEXITY,))
MIDDLE = ((Part.GOALS, Part.SCORES), (Part.REASONS,))


class StatisticsPage(QWidget):
    """Chooses, counts, shows; each figure leads to its cases."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget | None = None,
        *,
        ask_file: AskFile = saving.ask_table_file,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._service = desk.session.statistics
        self._ask_file = ask_file
        self._payers: dict[str, str] = {}
        self._counting: Counting | None = None
        self._statistics: Statistics | None = None
        self._timer = QTimer(self, singleShot=True, interval=0)
        self.cards: dict[Part, PartCard] = {}
        self._build()

    def refresh(self) -> None:
        """Count anew."""
        self._payers = self._service.payer_names()
        self.scope.offer(self._service.first_day(), self._payers)
        self.capacity.refresh()
        self._begin()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.capacity.flush()

    def is_done(self) -> bool:
        """Whether all is counted and shown."""
        return self._counting is None

    def print_shown(self) -> None:
        """Show the paper of what is shown, before it is printed or saved."""
        from casedesk.ui.preview.sheet_dialog import SheetDialog

        if self._statistics is None:
            return
        papers = self._desk.session.statistic_papers
        sheet = papers.sheet(self._statistics, self._payers)
        dialog = SheetDialog(sheet, self._desk.jobs, self.window())
        dialog.printed.connect(partial(self._desk.session.trail.note, PRINTED))
        dialog.saved.connect(partial(self._desk.session.trail.note, EXPORTED))
        dialog.open()

    def save_table(self) -> None:
        """Save all figures as a table for other programs."""
        if self._statistics is None:
            return
        papers = self._desk.session.statistic_papers
        path = self._ask_file(self, papers.table_name(self._statistics.scope))
        if path is not None:
            work = papers.table(self._statistics, self._payers)
            self._desk.jobs.run(work, partial(self._on_table, path), owner=self)

    def _on_table(self, path: Path, content: bytes) -> None:
        session = self._desk.session
        with problems_shown(self, wording.problem):
            session.trail.note(EXPORTED)
            clearance = cleared_without_case(session.statistic_papers, content)
            saving.write(path, content, clearance)
            self._say(_("Saved as {name}.").format(name=path.name))

    def _build(self) -> None:
        self._heading = SectionHeading(_("Statistics"), self)
        self._save = button(_("Save as a table …"), "", self)
        self._print = button(_("Print preview …"), "", self)
        self._heading.add_action(self._save)
        self._heading.add_action(self._print)
        self.scope = ScopeBar(self._desk.session.clock.today, self)
        self._progress = plain_label("", "muted", self, wraps=True)
        self._progress.hide()
        self.capacity = CapacityCard(self._desk, self)
        self._empty = EmptyState(
            _(
                "Nothing happened in this period. Choose another one, or all years; "
                "cases, hours and evaluations are counted here by themselves."
            ),
            parent=self,
        )
        self._empty.hide()
        self._page = ScrollPage(self)
        self._page.add(self._progress)
        self._page.add(self._empty)
        self._figures = QWidget(self)
        self._column = QVBoxLayout(self._figures)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID + 2)
        self._figures.hide()
        self._page.add(self._figures)
        self._page.add(self.capacity)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._heading)
        layout.addWidget(self.scope)
        layout.addWidget(
            plain_label(
                _("Enter on a line shows the cases behind it."),
                "small",
                self,
                wraps=True,
            )
        )
        layout.addWidget(self._page, 1)
        self.scope.edited.connect(self._begin)
        self._save.clicked.connect(self.save_table)
        self._print.clicked.connect(self.print_shown)
        self._timer.timeout.connect(self._go_on)

    def _begin(self) -> None:
        scope = self.scope.scope()
        self._timer.stop()
        self._counting = None
        if scope is None:
            self._say(_("The period needs two days, the first one first."))
            return
        self._counting = self._service.begin(scope)
        self._go_on()

    def _go_on(self) -> None:
        """Count for a moment; small vaults are done within it."""
        counting = self._counting
        if counting is None or self._desk.session.is_locked:
            return
        until = perf_counter() + BUDGET_SECONDS
        is_more = True
        while is_more and perf_counter() < until:
            is_more = counting.go_on()
        if is_more:
            share = round(counting.share * PERCENT)
            self._progress.setText(_("Counting: {share} %").format(share=share))
            self._progress.show()
            self._timer.start()
        else:
            self._counting = None
            self._progress.hide()
            self._show(counting.statistics())

    def _show(self, statistics: Statistics) -> None:
        self._statistics = statistics
        said = StatisticWords(
            words=_,
            statistics=statistics,
            protection=NOTHING_HIDDEN,
            payer_names=self._payers,
        )
        tables = {table.part: table for table in said.tables()}
        if not self.cards:
            self._make_cards(tables)
        for part, table in tables.items():
            self.cards[part].show_part(table)
        self._empty.setVisible(statistics.is_empty)
        self._figures.setVisible(not statistics.is_empty)
        self.cards[Part.YEARS].setVisible(len(statistics.scope.years()) > 1)

    def _make_cards(self, tables: dict[Part, PartTable]) -> None:
        for part, table in tables.items():
            card = self.cards[part] = PartCard(table, self._figures)
            card.line_opened.connect(partial(self._on_line, table))
        for row in (
            self._abreast(*TOP),
            *self._cards_of((Part.COURSE, Part.TIMES, Part.HOURS)),
            self._abreast(*MIDDLE),
            *self._cards_of((Part.AREAS, Part.PAYERS, Part.YEARS)),
        ):
            self._column.addWidget(row)

    def _abreast(self, left: tuple[Part, ...], right: tuple[Part, ...]) -> SideBySide:
        return SideBySide(self._cards_of(left), self._cards_of(right), self._figures)

    def _cards_of(self, parts: tuple[Part, ...]) -> list[PartCard]:
        return [self.cards[part] for part in parts]

    def _on_line(self, table: PartTable, line: Line) -> None:
        from casedesk.ui.statistics.cases_dialog import CasesDialog

        figures = [
            (column, shown.key)
            for column, shown in zip(table.columns[1:], line.shown, strict=True)
            if shown.key is not None
        ]
        once = {key: column for column, key in reversed(figures)}
        if self._statistics is None or not once:
            return
        dialog = CasesDialog(
            self._service,
            self._statistics.scope,
            f"{table.title}: {line.label}",
            [(column, key) for key, column in reversed(once.items())],
            self.window(),
        )
        dialog.case_wanted.connect(self._on_case)
        dialog.open()

    def _on_case(self, case_id: str) -> None:
        self._desk.go(Place(page=Page.OVERVIEW, case_id=CaseId(case_id)))

    def _say(self, words: str) -> None:
        self._progress.setText(words)
        self._progress.show()
        announce(self._progress, words)

"""The week of care: drawn with mouse and keys, the chosen time as a form beneath."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.care_slot import (
    DAY_MINUTES,
    STEP_MINUTES,
    CareSlot,
    CareSlotId,
    check_slot,
)
from casedesk.domain.rhythm import WEEK
from casedesk.figures.week import frame, week
from casedesk.services.week_words import (
    said,
    week_blocks,
    week_findings,
    week_total,
    week_words,
)
from casedesk.ui import wording
from casedesk.ui.coverage.slot_card import SlotCard
from casedesk.ui.coverage.week_canvas import WeekCanvas
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.figure_frame import FigureFrame
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage, bring_into_sight
from casedesk.ui.widgets.undo_steps import UndoSteps

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.figures.figure import Figure
    from casedesk.services.care_week import ShownWeek
    from casedesk.ui.desk import Desk

MORNING = 8 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekStep:
    """What a step changed as it was, and what it added."""

    before: tuple[CareSlot, ...] = ()
    added: tuple[CareSlotId, ...] = ()


class WeekView(QWidget):
    """Shows and keeps the times of care of a case."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._shown: ShownWeek | None = None
        self._undo: UndoSteps[WeekStep] = UndoSteps()
        self.canvas = WeekCanvas()
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the week of a case, and the time that is looked for."""
        if case_id != self._case_id:
            self.flush()
            self._case_id = case_id
            self._undo.forget()
            self.canvas.choose("")
            self._page.to_top()
        if subject_id:
            self.canvas.choose(subject_id)
        self.refresh()

    def refresh(self) -> None:
        """Read again, without disturbing a field in which the user types."""
        if self._case_id is None:
            return
        shown = self._desk.session.care_week.shown(self._case_id)
        self._shown = shown
        self._empty.setVisible(not shown.slots)
        self._first.setVisible(not shown.slots)
        self._body.setVisible(bool(shown.slots))
        self.frame.show_figure(partial(self._drawn, shown))
        found = week_findings(shown, _)
        self.total.setText(week_total(shown, _))
        self.total.setVisible(bool(self.total.text()))
        self.findings.setText("\n".join(found))
        self.findings.setVisible(bool(found))
        self._back.setEnabled(bool(self._undo))
        self._show_slot()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.card.flush()

    def slot(self) -> CareSlot | None:
        """Return the time of care that is chosen."""
        mark = self.canvas.chosen_mark()
        slots = self._shown.slots if self._shown else ()
        return next((s for s in slots if mark and s.id == mark.id), None)

    def undo(self) -> None:
        """Put back what the last step changed."""
        steps = self._undo.take()
        if steps and self._case_id is not None:
            with problems_shown(self, wording.problem):
                self._desk.session.care_week.put_back(
                    self._case_id, steps[0].before, steps[0].added
                )
        self.refresh()

    def _drawn(self, shown: ShownWeek, width: float, size: float) -> Figure:
        blocks, words = week_blocks(shown, _), week_words(shown, _)
        self.canvas.frame = frame(blocks, words, width=width, size=size)
        return week(blocks, words, width=width, size=size)

    def _show_slot(self) -> None:
        slot = self.slot()
        title = said(slot, self._shown, _) if slot and self._shown else ""
        self.card.show_slot(slot, title)

    def _build(self) -> None:
        self._empty = EmptyState(
            _(
                "The week shows who comes when: draw a time with the mouse, or take "
                "the times that stand in the measures. Where two providers meet, and "
                "where nobody comes although it is needed every day, is marked."
            ),
            _("Take times from the measures"),
            self,
        )
        self._first = CaseAct(_("Add a time"), "", self)
        self._body = QWidget(self)
        self.frame = FigureFrame(
            _(
                "Draw on empty ground for a new time (Ins). Page up and down choose "
                "one, arrows move it, Shift and arrows make it longer, Enter opens the "
                "form, Del takes it out, Ctrl+Z undoes."
            ),
            self,
            view=self.canvas,
        )
        self.card = SlotCard(self._desk, self)
        self.findings = plain_label("", "warning", self, wraps=True)
        self.total = plain_label("", "muted", self, wraps=True)
        picture = Card(parent=self)
        picture.body.addLayout(self._acts())
        picture.add(self.findings)
        picture.add(self.total)
        picture.add(self.frame)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID + 2)
        column.addWidget(picture)
        column.addWidget(self.card)
        self._page = ScrollPage(self)
        self._page.add(self._empty)
        self._page.body.addWidget(self._first, 0, Qt.AlignmentFlag.AlignHCenter)
        self._page.add(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        self._connect()

    def _acts(self) -> FlowLayout:
        new = CaseAct(_("Add a time"), "", self)
        propose = CaseAct(_("Take times from the measures"), "", self)
        self._back = CaseAct(_("Undo"), "", self)
        row = FlowLayout(gap=GRID)
        for act in (new, propose, self._back):
            row.addWidget(act)
        new.clicked.connect(self._on_new)
        propose.clicked.connect(self._on_propose)
        self._back.clicked.connect(self.undo)
        return row

    def _connect(self) -> None:
        self._empty.acted.connect(self._on_propose)
        self._first.clicked.connect(self._on_new)
        self.canvas.drawn.connect(self._on_drawn)
        self.canvas.nudged.connect(self._on_nudged)
        self.canvas.stretched.connect(self._on_stretched)
        self.canvas.chosen.connect(self._on_chosen)
        self.canvas.opened.connect(self._on_opened)
        self.canvas.new_wanted.connect(self._on_new)
        self.canvas.remove_wanted.connect(self._on_remove)
        self.card.saved.connect(self.refresh)
        self.card.remove_wanted.connect(self._on_remove)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.canvas)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.undo)

    def _on_new(self) -> None:
        chosen = self.slot()
        day = WEEK.index(chosen.weekday) if chosen else 0
        self._add(day, MORNING, MORNING + 4 * STEP_MINUTES)

    def _on_drawn(self, day: int, begins: int, ends: int) -> None:
        self._add(day, begins, min(ends, DAY_MINUTES))

    def _add(self, day: int, begins: int, ends: int) -> None:
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            slot = CareSlot(
                id=CareSlotId(self._desk.session.clock.new_id()),
                case_id=self._case_id,
                weekday=WEEK[day],
                begins=begins,
                ends=ends,
            )
            self._desk.session.care_week.add(slot)
            self._undo.note([WeekStep(added=(slot.id,))])
            self.canvas.choose(slot.id)
            self.refresh()
            self._open_card()

    def _on_propose(self) -> None:
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            slots = self._desk.session.care_week.propose(self._case_id)
            self._undo.note([WeekStep(added=tuple(slot.id for slot in slots))])
            self.refresh()
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_nudged(self, slot_id: str, days: int, minutes: int) -> None:
        slot = self._known(slot_id)
        if slot is None or not (days or minutes):
            return
        day = min(max(WEEK.index(slot.weekday) + days, 0), len(WEEK) - 1)
        begins, ends = slot.span
        by = min(max(minutes, -begins), DAY_MINUTES - ends)
        moved = replace(slot, weekday=WEEK[day])
        if minutes:  # from then on its time is known
            moved = replace(moved, begins=begins + by, ends=ends + by)
        self._change(slot, moved)

    def _on_stretched(self, slot_id: str, minutes: int) -> None:
        slot = self._known(slot_id)
        if slot is None or not minutes:
            return
        begins, ends = slot.span
        ends = min(max(ends + minutes, begins + STEP_MINUTES), DAY_MINUTES)
        self._change(slot, replace(slot, begins=begins, ends=ends))

    def _change(self, before: CareSlot, after: CareSlot) -> None:
        if before == after:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            check_slot(after)
            self._desk.session.care_slots.change(
                before.id, weekday=after.weekday, begins=after.begins, ends=after.ends
            )
            self._undo.note([WeekStep(before=(before,))])
            self.refresh()

    def _on_chosen(self) -> None:
        self._show_slot()

    def _on_opened(self) -> None:
        self._show_slot()
        self._open_card()

    def _open_card(self) -> None:
        self.card.open()
        bring_into_sight(self.card)

    def _on_remove(self, slot_id: str) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            deed = self._desk.session.care_slots.remove(slot_id)
            self.canvas.choose("")
            self.refresh()
            self._desk.offer_undo("care_slot", deed)

    def _known(self, slot_id: str) -> CareSlot | None:
        self.flush()
        return self._desk.session.care_slots.find(slot_id)

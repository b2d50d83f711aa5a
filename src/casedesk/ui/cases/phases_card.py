"""The phases of a case: how each stands, their days, and new cycles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.dates import Leaning
from casedesk.domain.phase import Phase, state
from casedesk.ui import fields, wording
from casedesk.ui.cases.phase_bar import RINGS
from casedesk.ui.cases.phase_words import short_standing, standing
from casedesk.ui.cases.rows import Rows
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.record_list import RecordList
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.pressable import Pressable
from casedesk.ui.widgets.state_ring import StateRing

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.phase import PhaseRun
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field

NAME_LETTERS = 18  # the states stand beneath each other


class PhasesCard(Card):
    """Shows all phases; a press goes to one. The days of each run can be changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Phases"), parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self.runs: RecordList | None = None
        self._build()

    def show_case(self, case_id: CaseId) -> None:
        """Show the phases of a case."""
        if case_id != self._case_id:
            self._explanation.hide()
            self._set_dates_shown(is_shown=False)
        self._case_id = case_id
        self.refresh()

    def refresh(self) -> None:
        """Read the phases again."""
        if self._case_id is None:
            return
        session = self._desk.session
        cycle = session.case_records.get(self._case_id).cycle
        runs = session.cases.runs(self._case_id)
        self.list.show_rows([self._row(phase, runs, cycle) for phase in Phase])
        self._begin.setText(_("Begin cycle {number}").format(number=cycle + 1))
        if self.runs is not None and not self.runs.isHidden():
            self.runs.show_records(runs, None)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        if self.runs is not None:
            self.runs.flush()

    def show_run(self, run_id: str) -> QWidget:
        """Show the days of a run and put the cursor into them."""
        self._set_dates_shown(is_shown=True)
        runs = self._run_list()
        runs.form(run_id).focus_field("started_on")
        return runs.form(run_id)

    def _build(self) -> None:
        self.list = Rows("", self)
        self.add(self.list)
        self._quality = button(_("Quality check"), "link", self)
        self._dates = button(_("Change dates"), "link", self)
        self._cycle = CaseAct(_("New cycle"), "link", self)
        row = QHBoxLayout()
        row.addWidget(self._quality)
        row.addWidget(self._dates)
        row.addWidget(self._cycle)
        row.addStretch()
        self.body.addLayout(row)
        self._explanation = QWidget(self)
        words = plain_label(
            _(
                "A new cycle goes through the process once more, for instance when the "
                "situation has changed: it begins with the assessment. Everything that "
                "was written stays, and so do the days of the earlier cycle."
            ),
            "muted",
            self._explanation,
            wraps=True,
        )
        self._begin = CaseAct("", "", self._explanation)
        inside = QVBoxLayout(self._explanation)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(words)
        begin_row = QHBoxLayout()
        begin_row.addWidget(self._begin)
        begin_row.addStretch()
        inside.addLayout(begin_row)
        self._explanation.hide()
        self.add(self._explanation)
        self._quality.clicked.connect(self._on_quality)
        self._dates.clicked.connect(self._on_dates)
        self._cycle.clicked.connect(self._on_cycle)
        self._begin.clicked.connect(self._on_begin)

    def _row(self, phase: Phase, runs: list[PhaseRun], cycle: int) -> Pressable:
        standard = self._desk.session.practice.get().standard
        name = wording.phase(phase, standard)
        words = standing(runs, phase, cycle)
        face = QWidget()
        ring = StateRing(face)
        ring.set_state(RINGS[state(runs, phase, cycle)], words)
        layout = QHBoxLayout(face)
        layout.setContentsMargins(0, 3, 0, 3)
        layout.setSpacing(GRID)
        layout.addWidget(ring)
        layout.addWidget(self._name_label(name, face))
        short = short_standing(runs, phase, cycle)
        layout.addWidget(plain_label(short, "muted", face, wraps=True), 1)
        row = Pressable(face)
        row.setAccessibleName(f"{name}, {words}")
        place = Place(page=Page(phase.value), case_id=self._case_id)
        row.clicked.connect(lambda: self._desk.go(place))
        return row

    def _name_label(self, name: str, face: QWidget) -> QWidget:
        label = plain_label(name, "", face, wraps=True)
        label.setFixedWidth(NAME_LETTERS * label.fontMetrics().averageCharWidth())
        return label

    def _run_list(self) -> RecordList:
        if self.runs is None:
            self.runs = RecordList(
                self._desk.session.phase_runs,
                self._fields,
                self._run_title,
                add_text="",
                empty_text=_("No phase has begun yet."),
                desk=self._desk,
                parent=self,
            )
            self.runs.saved.connect(self._on_run_changed)
            self.runs.removed.connect(self._on_run_changed)
            self.add(self.runs)
        return self.runs

    def _fields(self) -> list[Field]:
        today = self._desk.session.clock.today
        return [
            fields.needed_day("started_on", _("Begun on"), today),
            fields.day("finished_on", _("Done on"), today, leaning=Leaning.PAST),
        ]

    def _run_title(self, run: PhaseRun) -> str:
        name = wording.phase(run.phase, self._desk.session.practice.get().standard)
        if run.cycle == 1:
            return name
        return _("{phase} · cycle {number}").format(phase=name, number=run.cycle)

    def _set_dates_shown(self, *, is_shown: bool) -> None:
        self._dates.setText(_("Hide dates") if is_shown else _("Change dates"))
        if is_shown or self.runs is not None:
            self._run_list().setVisible(is_shown)
        if is_shown and self._case_id is not None:
            runs = self._desk.session.cases.runs(self._case_id)
            self._run_list().show_records(runs, None)

    def _on_dates(self) -> None:
        self._set_dates_shown(is_shown=self.runs is None or self.runs.isHidden())

    def _on_quality(self) -> None:
        self._desk.go(Place(page=Page.QUALITY, case_id=self._case_id))

    def _on_cycle(self) -> None:
        self._explanation.setVisible(self._explanation.isHidden())

    def _on_begin(self) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                self._desk.session.cases.begin_cycle(self._case_id)
                self._explanation.hide()
                self.refresh()

    def _on_run_changed(self) -> None:
        self.refresh()

"""Makes measures and tasks from a template, after a look at every one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from casedesk.domain.dates import Leaning
from casedesk.domain.goal import in_order
from casedesk.domain.measure_template import dated
from casedesk.ui import fields, wording
from casedesk.ui.consents.dialog_foot import DialogFoot
from casedesk.ui.dialog_drafts import BegunBefore, DialogDrafts
from casedesk.ui.language import gettext as _
from casedesk.ui.planning.plan_words import numbered
from casedesk.ui.planning.step_rows import StepRows
from casedesk.ui.planning.template_words import NOUN, template_title
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.goal import GoalId
    from casedesk.domain.measure_template import MeasureTemplate
    from casedesk.ui.desk import Desk

NEW_GOAL = ""


class TemplateDialog(QDialog):
    """Asks for the template, the day of its event, and the goal; shows every step."""

    made = Signal(str, int, int)  # the goal, the deed, and how many were made

    def __init__(
        self,
        desk: Desk,
        case_id: CaseId,
        goal_id: GoalId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = desk.session
        self._case_id = case_id
        self._templates = {each.id: each for each in self._session.templates.all()}
        self._proposed = ""
        self.cells = self._made_cells(goal_id)
        self._anchor = plain_label("", "strong", self, wraps=True)
        self.steps = StepRows(self._session.clock.today, self)
        self.remove = button(_("Remove this template"), "link", self)
        self.foot = DialogFoot(_("Make them"), self)
        self.drafts = DialogDrafts(self._session.case_records, case_id, NOUN, self)
        self._again = BegunBefore(self.drafts, self)
        self._build()
        typed = ("anchor_on", "wording")
        self.drafts.watch({name: self.cells[name].editor for name in typed})
        self._on_template()

    def accept(self) -> None:
        """Make what is ticked, or say what is missing."""
        anchor = self.cells["anchor_on"]
        trouble = anchor.editor.problem()
        anchor.show_trouble(trouble or "")
        chosen = self.steps.chosen()
        if trouble or self.steps.has_trouble() or not chosen:
            return
        with problems_shown(self, wording.problem):
            goal = str(self._value("goal") or self._value("wording"))
            made = self._session.templates.make(self._case_id, goal, chosen)
            self.drafts.forget()
            super().accept()
            self.made.emit(made.goal_id, made.deed, len(chosen))

    def _made_cells(self, goal_id: GoalId | None) -> dict[str, FieldCell]:
        today = self._session.clock.today
        goals = in_order(self._session.goals.of(case_id=self._case_id))
        templates = [(t.id, template_title(t)) for t in self._templates.values()]
        offered: list[tuple[object, str]] = [(NEW_GOAL, _("a new goal"))]
        cells = {
            field.name: FieldCell(field, self)
            for field in (
                fields.needed_pick("template", _("Template"), templates),
                fields.needed_day(
                    "anchor_on",
                    _("Day from which the others are counted"),
                    today,
                    leaning=Leaning.FUTURE,
                ),
                fields.needed_pick(
                    "goal", _("For the goal"), offered + numbered(goals)
                ),
                fields.text("wording", _("New goal, in the client's words"), lines=1),
            )
        }
        cells["anchor_on"].editor.set_value(today())
        cells["goal"].editor.set_value(goal_id or NEW_GOAL)
        return cells

    def _build(self) -> None:
        self.setWindowTitle(_("Measures from a template"))
        page = ScrollPage(self)
        page.add(self.steps)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 2)
        layout.addWidget(self._again)
        for name, cell in self.cells.items():
            if name == "anchor_on":
                layout.addWidget(self._anchor)
            layout.addWidget(cell)
        layout.addWidget(page, 1)
        layout.addWidget(self.remove)
        layout.addLayout(self.foot)
        self.cells["template"].edited.connect(self._on_template)
        self.cells["anchor_on"].edited.connect(self._on_anchor)
        self.cells["goal"].edited.connect(self._on_goal)
        self.steps.ticked.connect(self._show_count)
        self.remove.clicked.connect(self._on_remove)
        self.foot.deed.clicked.connect(self.accept)
        self.foot.cancel.clicked.connect(self.drafts.forget)
        make_room(self, letters=110, lines=44)

    def _value(self, name: str) -> object:
        editor = self.cells[name].editor
        return None if editor.problem() else editor.value()

    def _template(self) -> MeasureTemplate:
        return self._templates[self._value("template")]  # type: ignore[index]  # one of them

    def _on_template(self) -> None:
        template = self._template()
        self._anchor.setText(template.anchor)
        self._anchor.setVisible(bool(template.anchor))
        wording_field = self.cells["wording"].editor
        if str(wording_field.value()) == self._proposed:
            wording_field.set_value(template.goal)
        self._proposed = template.goal
        self.remove.setVisible(not template.version)
        self._on_goal()
        self._on_anchor()

    def _on_anchor(self) -> None:
        anchor_on: date | None = self._value("anchor_on")  # type: ignore[assignment]  # a day
        if anchor_on is not None:
            steps = self._session.templates.steps(self._template().id)
            self.steps.show_steps(dated(steps, anchor_on))
        self._show_count()

    def _on_goal(self) -> None:
        self.cells["wording"].setVisible(self._value("goal") == NEW_GOAL)

    def _show_count(self) -> None:
        count, total = len(self.steps.chosen()), len(self.steps.rows)
        self.foot.notice.setText(
            _(
                "{count} of {total} will be made. One step takes all of them back."
            ).format(count=count, total=total)
        )
        self.foot.deed.setEnabled(count > 0)

    def _on_remove(self) -> None:
        with problems_shown(self, wording.problem):
            templates = self._session.measure_templates
            deed = templates.remove(self._template().id)
            self.reject()
            self._desk.offer_undo(templates.noun, deed)

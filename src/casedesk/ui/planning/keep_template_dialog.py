"""Keeps the measures of a goal as an own template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from casedesk.ui import fields, wording
from casedesk.ui.consents.dialog_foot import DialogFoot
from casedesk.ui.dialog_drafts import BegunBefore, DialogDrafts
from casedesk.ui.language import gettext as _
from casedesk.ui.planning.template_words import NOUN
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.goal import GoalId
    from casedesk.ui.desk import Desk


class KeepTemplateDialog(QDialog):
    """Asks for a name and for the day from which all others are counted."""

    def __init__(
        self, desk: Desk, goal_id: GoalId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = desk.session
        self._measures = self._session.measures.of(goal_id=goal_id)
        today = self._session.clock.today
        self.cells = {
            field.name: FieldCell(field, self)
            for field in (
                fields.line("name", _("Name of the template")),
                fields.line(
                    "anchor",
                    _("What the day is from which the others are counted"),
                    placeholder=_("Day of the discharge"),
                ),
                fields.needed_day("anchor_on", _("This day, in this case"), today),
            )
        }
        first = min((m.starts_on for m in self._measures if m.starts_on), default=None)
        self.cells["anchor_on"].editor.set_value(first or today())
        self.drafts = DialogDrafts(self._session.goals, goal_id, NOUN, self)
        self._again = BegunBefore(self.drafts, self)
        self._build()
        self.drafts.watch({name: cell.editor for name, cell in self.cells.items()})

    def accept(self) -> None:
        """Keep the template, or say what is missing."""
        name = str(self.cells["name"].editor.value()).strip()
        missing = "" if name else _("A template needs a name.")
        self.cells["name"].show_trouble(missing)
        day = self.cells["anchor_on"]
        trouble = day.editor.problem() or ""
        day.show_trouble(trouble)
        if missing or trouble:
            return
        with problems_shown(self, wording.problem):
            anchor = str(self.cells["anchor"].editor.value()).strip()
            anchor_on: date = day.editor.value()  # type: ignore[assignment]  # a needed day
            self._session.templates.save(name, anchor, anchor_on, self._measures)
            self.drafts.forget()
            super().accept()

    def _build(self) -> None:
        self.setWindowTitle(_("Keep the measures as a template"))
        said = _(
            "The measures are kept with what is done, who sees to it, how often, and "
            "their days. With whom, the cost and the results stay in this case. Look "
            "at the words: no name of this client may stand in them."
        )
        foot = DialogFoot(_("Keep"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 2)
        layout.addWidget(self._again)
        layout.addWidget(plain_label(said, "", self, wraps=True))
        for cell in self.cells.values():
            layout.addWidget(cell)
        layout.addStretch()
        layout.addLayout(foot)
        foot.deed.clicked.connect(self.accept)
        foot.cancel.clicked.connect(self.drafts.forget)
        make_room(self, letters=84, lines=20)

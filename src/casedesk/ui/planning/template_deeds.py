"""What the page of the plan does with templates: makes measures, keeps them as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from casedesk.ui.planning.template_words import NOUN, made_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from casedesk.domain.case import CaseId
    from casedesk.domain.goal import GoalId
    from casedesk.ui.desk import Desk


class TemplateDeeds(QObject):
    """Opens the dialogs in the case that is shown; `flush` stores what is typed."""

    made = Signal(str)  # the goal that measures were made for

    def __init__(
        self,
        desk: Desk,
        case_id: Callable[[], CaseId],
        flush: Callable[[], None],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._case_id = case_id
        self._flush = flush
        self._page = page

    def plan(self) -> None:
        """Make measures from a template, for a new goal if nothing else is chosen."""
        self._open(None)

    def plan_for(self, goal_id: GoalId) -> None:
        """Make measures from a template for a goal."""
        self._open(goal_id)

    def keep(self, goal_id: GoalId) -> None:
        """Keep the measures of a goal as an own template."""
        from casedesk.ui.planning.keep_template_dialog import KeepTemplateDialog

        self._flush()
        KeepTemplateDialog(self._desk, goal_id, self._page).open()

    def _open(self, goal_id: GoalId | None) -> None:
        from casedesk.ui.planning.template_dialog import TemplateDialog

        self._flush()
        dialog = TemplateDialog(self._desk, self._case_id(), goal_id, self._page)
        dialog.made.connect(self._on_made)
        dialog.open()

    def _on_made(self, goal_id: str, deed: int, count: int) -> None:
        self.made.emit(goal_id)
        self._desk.offer_undo(NOUN, deed, made_words(count))

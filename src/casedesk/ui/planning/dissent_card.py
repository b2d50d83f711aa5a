"""Who sees a goal, or the plan, differently; noted for each version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.plan_version import PlanDissent, PlanDissentId
from casedesk.ui.language import gettext as _
from casedesk.ui.planning import plan_fields
from casedesk.ui.planning.plan_words import goal_title
from casedesk.ui.record_list import RecordList
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.plan import Plan, PlanId
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class DissentCard(Card):
    """The differing opinions on a version; in an agreed one they are only read."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Differing opinions"), parent)
        self._desk = desk
        self._plan: Plan | None = None
        self._titles: dict[str, str] = {}
        self.list = RecordList(
            desk.session.plan_dissents,
            self._fields,
            self._title,
            add_text=_("Note a differing opinion"),
            empty_text=_("Nobody sees a goal of this version differently."),
            desk=desk,
            parent=self,
        )
        self.read = plain_label("", "", self, wraps=True)
        self.add(self.list)
        self.add(self.read)

    def show_plan(self, plan: Plan) -> None:
        """Show what was noted to a version."""
        session = self._desk.session
        dissents = session.plan_dissents.of(plan_id=plan.id)
        titles = self._titles_of(plan, dissents)
        if titles != self._titles or self._shown_id() != plan.id:
            self.flush()
            self.list.show_records([], None)  # the fields name the goals
        self._plan, self._titles = plan, titles
        is_open = plan.agreed_on is None and not session.is_read_only
        self.list.setVisible(is_open)
        if is_open:
            self.list.show_records(dissents, self._new)
        self.read.setVisible(not is_open)
        self.read.setText(
            "\n".join(
                f"{self._title(each)}: {each.text}"
                for each in dissents
                if each.text.strip()
            )
        )
        self.setVisible(is_open or bool(self.read.text()))

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.list.flush()

    def _titles_of(self, plan: Plan, dissents: list[PlanDissent]) -> dict[str, str]:
        """Name the goals; of those that were agreed and removed since, as well."""
        session = self._desk.session
        goals = session.goals.of(case_id=plan.case_id)
        titles: dict[str, str] = {goal.id: goal_title(goal) for goal in goals}
        if any(each.goal_id and each.goal_id not in titles for each in dissents):
            agreed = session.plan_versions.records(plan.id).goals
            titles |= {goal.id: goal_title(goal) for goal in agreed}
        return titles

    def _shown_id(self) -> PlanId | None:
        return None if self._plan is None else self._plan.id

    def _fields(self) -> list[Field]:
        goals = list(self._titles.items())
        return plan_fields.dissent(goals, self._desk.session.clock.today)

    def _title(self, dissent: PlanDissent) -> str:
        about = self._titles.get(dissent.goal_id or "", "") or _("The whole plan")
        said_by = dissent.said_by.strip()
        return f"{about} – {said_by}" if said_by else about

    def _new(self) -> PlanDissent:
        if self._plan is None:
            raise ValueError
        clock = self._desk.session.clock
        return PlanDissent(
            id=PlanDissentId(clock.new_id()),
            case_id=self._plan.case_id,
            plan_id=self._plan.id,
            noted_on=clock.today(),
        )

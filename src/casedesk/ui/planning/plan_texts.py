"""What is agreed around the goals: texts, dates and the agreement itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.plan import Agreement
from casedesk.ui import wording
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.planning import plan_fields
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from casedesk.domain.plan import Plan
    from casedesk.ui.desk import Desk


class PlanTexts(QWidget):
    """Edits one version of the plan; what was agreed stays as it is."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._plan: Plan | None = None
        self._build()

    def show_plan(self, plan: Plan) -> None:
        """Show a version of the plan."""
        self._plan = plan
        for form in (self.texts, self.agreement):
            show_in_form(form, self._desk.session.plans, plan)
        is_agreed = plan.agreed_on is not None
        self.texts.set_locked(is_agreed)
        self._agreed.setVisible(is_agreed)
        self.new_version.setVisible(is_agreed)
        self.agree.setVisible(not is_agreed)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.texts.flush()
        self.agreement.flush()

    def _build(self) -> None:
        today = self._desk.session.clock.today
        self.texts = RecordForm(plan_fields.plan_texts(today))
        self.agreement = RecordForm(plan_fields.agreement(today))
        self._agreed = plain_label(
            _(
                "This version is agreed; its texts stay as they are. A new version "
                "begins with the same texts. Goals and measures can always be changed."
            ),
            "muted",
            wraps=True,
        )
        self.new_version = button(_("New version"))
        self.agree = button(_("Agreed today"))
        changes = button(_("Changes"), "link")
        self._texts_card = Card(_("Around the goals"), self)
        self._texts_card.add_action(changes)
        self._texts_card.add_action(self.new_version)
        self._texts_card.add(self._agreed)
        self._texts_card.add(self.texts)
        agreement = Card(_("Agreement"), self)
        agreement.add(self.agreement)
        row = QHBoxLayout()
        row.addWidget(self.agree)
        row.addStretch()
        agreement.body.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID + 2)
        layout.addWidget(self._texts_card)
        layout.addWidget(agreement)

        changes.clicked.connect(self._on_changes)
        self.new_version.clicked.connect(self._on_new_version)
        self.agree.clicked.connect(self._on_agree)
        self.agreement.saved.connect(self._on_saved)

    def _on_saved(self) -> None:
        self.changed.emit()

    def _on_agree(self) -> None:
        if self._plan is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            chosen = self.agreement.editor("agreed_by").value()
            session = self._desk.session
            how = chosen if isinstance(chosen, Agreement) else Agreement.SIGNATURE
            session.planning.agree(self._plan.id, session.clock.today(), how)
            self.changed.emit()

    def _on_new_version(self) -> None:
        if self._plan is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            self._desk.session.planning.new_version(self._plan.case_id)
            self.changed.emit()

    def _on_changes(self) -> None:
        if self._plan is not None:
            self.flush()
            self._desk.show_changes(self._desk.session.plans.noun, self._plan.id)

"""The agreement to a version: not yet, or how it was agreed, and what changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casedesk.domain.plan_profile import is_too_late, latest_review
from casedesk.domain.practice import PaperLanguage
from casedesk.ui import wording
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext, spoken
from casedesk.ui.planning import plan_fields, version_words
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from casedesk.domain.plan import Plan
    from casedesk.ui.desk import Desk


class AgreementCard(Card):
    """Says how a version was agreed, or offers to note it."""

    changed = Signal()
    about_to_agree = Signal()  # what is typed has to be stored first

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Agreement"), parent)
        self._desk = desk
        self._plan: Plan | None = None
        self.form = RecordForm(plan_fields.after_agreement(desk.session.clock.today))
        self.said = plain_label("", "", self, wraps=True)
        self.review = plain_label("", "small", self, wraps=True)
        self.since = plain_label("", "warning-small", self, wraps=True)
        self.agree = CaseAct(_("Note agreement …"), "", self)
        self.sign = CaseAct(_("Sign on the screen …"), "", self)
        bar = QWidget(self)
        acts = FlowLayout(bar, gap=GRID)
        acts.addWidget(self.agree)
        acts.addWidget(self.sign)
        self._bar = bar
        for widget in (self.said, self.since, self.form, self.review, bar):
            self.add(widget)
        self.agree.clicked.connect(self._on_agree)
        self.sign.clicked.connect(self._on_sign)
        self.form.saved.connect(self._on_saved)

    def show_plan(self, plan: Plan) -> None:
        """Show how a version was agreed, or that it was not yet."""
        self._plan = plan
        show_in_form(self.form, self._desk.session.plans, plan)
        is_agreed = plan.agreed_on is not None
        self.said.setText(version_words.agreement_words(plan))
        set_look(self.said, "ok" if is_agreed else "muted")
        self._bar.setVisible(not is_agreed and not self._desk.session.is_read_only)
        self._show_review(plan)
        self.refresh_since()

    @property
    def is_behind(self) -> bool:
        """Whether goals or measures have changed since it was agreed."""
        return not self.since.isHidden()

    def refresh_since(self) -> None:
        """Say how much has changed since a version was agreed, if anything has."""
        count = 0
        if self._plan is not None and self._plan.agreed_on is not None:
            count = self._desk.session.plan_versions.changed_since(self._plan).count
        self.since.setVisible(bool(count))
        self.since.setText(
            ngettext(
                "Since then {n} goal or measure has changed. It is printed and handed "
                "out as agreed until a new version is begun.",
                "Since then {n} goals or measures have changed. They are printed and "
                "handed out as agreed until a new version is begun.",
                count,
            ).format(n=count)
        )

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.form.flush()

    def _show_review(self, plan: Plan) -> None:
        versions = self._desk.session.plan_versions
        profile = versions.profile(plan, PaperLanguage(spoken()))
        latest = None if profile is None else latest_review(profile, plan)
        if profile is None or latest is None:
            self.review.hide()
            return
        too_late = is_too_late(profile, plan)
        self.review.setText(
            _("By {law} the review is due by {day} at the latest.").format(
                law=profile.named_law, day=wording.day(latest)
            )
        )
        set_look(self.review, "warning-small" if too_late else "small")
        self.review.show()

    def _on_saved(self) -> None:
        if self._plan is not None:
            self._show_review(self._desk.session.plans.get(self._plan.id))

    def _on_agree(self) -> None:
        from casedesk.ui.planning.agree_dialog import AgreeDialog

        self._open(AgreeDialog)

    def _on_sign(self) -> None:
        from casedesk.ui.planning.sign_plan_dialog import SignPlanDialog

        self._open(SignPlanDialog)

    def _open(self, kind: type[AgreeDialog | SignPlanDialog]) -> None:
        if self._plan is None:
            return
        with problems_shown(self, wording.problem):
            self.about_to_agree.emit()
            plan = self._desk.session.plans.get(self._plan.id)
            dialog = kind(self._desk, plan, self)
            dialog.agreed.connect(self.changed)
            dialog.open()


if TYPE_CHECKING:
    from casedesk.ui.planning.agree_dialog import AgreeDialog
    from casedesk.ui.planning.sign_plan_dialog import SignPlanDialog

"""What is agreed around the goals: texts, contents by law, dissent, the agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.practice import PaperLanguage
from casedesk.ui import wording
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.language import spoken
from casedesk.ui.planning import plan_fields
from casedesk.ui.planning.agreement_card import AgreementCard
from casedesk.ui.planning.dissent_card import DissentCard
from casedesk.ui.planning.profile_card import ProfileCard
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.choice_box import ChoiceBox
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
        self._profiles: list[tuple[str, str]] = []
        self._build()

    def show_plan(self, plan: Plan) -> None:
        """Show a version of the plan."""
        self._plan = plan
        is_agreed = plan.agreed_on is not None
        self._offer_profiles(plan)
        show_in_form(self.texts, self._desk.session.plans, plan)
        self.texts.set_locked(is_agreed or self._desk.session.is_read_only)
        self._agreed.setVisible(is_agreed)
        self.new_version.setVisible(is_agreed)
        self.give_up.setVisible(not is_agreed and plan.version > 1)
        self.profile.show_plan(plan)
        self.dissents.show_plan(plan)
        self.agreement.show_plan(plan)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.texts.flush()
        for part in (self.profile, self.dissents, self.agreement):
            part.flush()

    def _build(self) -> None:
        today = self._desk.session.clock.today
        self.texts = RecordForm(plan_fields.plan_texts(today, ()))
        self._agreed = plain_label(
            _(
                "This version is agreed; its texts stay as they are. A new version "
                "begins with the same texts. Goals and measures can always be changed."
            ),
            "muted",
            wraps=True,
        )
        self.new_version = CaseAct(_("New version"))
        self.give_up = CaseAct(_("Give up this draft"), "link")
        changes = button(_("Changes"), "link")
        self._texts_card = Card(_("Around the goals"), self)
        for act in (changes, self.give_up, self.new_version):
            self._texts_card.add_action(act)
        self._texts_card.add(self._agreed)
        self._texts_card.add(self.texts)
        self.profile = ProfileCard(self._desk, self)
        self.dissents = DissentCard(self._desk, self)
        self.agreement = AgreementCard(self._desk, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID + 2)
        for card in (self._texts_card, self.profile, self.dissents, self.agreement):
            layout.addWidget(card)

        changes.clicked.connect(self._on_changes)
        self.new_version.clicked.connect(self._on_new_version)
        self.give_up.clicked.connect(self._on_give_up)
        self.texts.saved.connect(self._on_saved)
        self.agreement.changed.connect(self._on_agreed)
        self.agreement.about_to_agree.connect(self.flush)

    def _offer_profiles(self, plan: Plan) -> None:
        """Offer the profiles of the country, and the one that the plan has."""
        versions = self._desk.session.plan_versions
        language = PaperLanguage(spoken())
        offered = [*versions.offered_profiles(language)]
        own = versions.profile(plan, language)
        if own is not None and own.id not in [each.id for each in offered]:
            offered.append(own)
        box = self.texts.editor("profile")
        assert isinstance(box, ChoiceBox)  # noqa: S101 - as its field is made
        items = [(each.id, each.name) for each in offered]
        if items != self._profiles:
            box.set_items(items)
            self._profiles = items

    def _on_saved(self, name: str) -> None:
        if self._plan is None:
            return
        self._plan = self._desk.session.plans.get(self._plan.id)
        if name in ("profile", "valid_from"):
            self.agreement.show_plan(self._plan)
        self.profile.show_plan(self._plan)

    def _on_agreed(self) -> None:
        self.changed.emit()

    def _on_new_version(self) -> None:
        if self._plan is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            self._desk.session.planning.new_version(self._plan.case_id)
            self.changed.emit()

    def _on_give_up(self) -> None:
        if self._plan is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            plans = self._desk.session.plans
            deed = plans.remove(self._plan.id)
            self.changed.emit()
            self._desk.offer_undo(plans.noun, deed)

    def _on_changes(self) -> None:
        if self._plan is not None:
            self.flush()
            self._desk.show_changes(self._desk.session.plans.noun, self._plan.id)

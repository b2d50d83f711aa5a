"""All versions of a plan: where each stands, its pages, who got it, what changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.plan_copies import HeldCopy
from casedesk.domain.plan_version import PlanState
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.planning import version_words
from casedesk.ui.planning.plan_words import heading
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from casedesk.domain.case import CaseId
    from casedesk.domain.document import Document
    from casedesk.domain.plan import PlanId
    from casedesk.domain.plan_copies import PlanCopy
    from casedesk.services.plan_versions import PlanVersion
    from casedesk.ui.desk import Desk


class VersionsDialog(QDialog):
    """Lists the versions, the newest first, each on a card."""

    def __init__(
        self, desk: Desk, case_id: CaseId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id = case_id
        self.cards: dict[PlanId, Card] = {}
        self.acts: dict[tuple[PlanId, str], QPushButton] = {}
        self._build()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Versions of the plan"))
        page = ScrollPage(self)
        service = self._desk.session.plan_versions
        versions = service.of_case(self._case_id)
        copies = service.copies(self._case_id)
        for place, version in enumerate(versions):
            earlier = versions[place + 1] if place + 1 < len(versions) else None
            own = [each for each in copies if each.plan_id == version.plan.id]
            card = self._card(version, earlier, own)
            self.cards[version.plan.id] = card
            page.add(card)
        close = button(_("Close"), "", self)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(page, 1)
        layout.addLayout(foot)
        make_room(self, letters=120, lines=42)
        close.clicked.connect(self.reject)

    def _card(
        self, version: PlanVersion, earlier: PlanVersion | None, copies: list[PlanCopy]
    ) -> Card:
        plan = version.plan
        card = Card(version_words.version_title(plan), self)
        note = version_words.version_note(version)
        card.set_note(note, version_words.TONES[version.state])
        card.setAccessibleName(heading(plan))
        card.add(plain_label(version_words.agreement_words(plan), "", card, wraps=True))
        for words in _further(version):
            card.add(plain_label(words, "small", card, wraps=True))
        card.add(self._bar(version, earlier, card))
        if version.is_agreed or copies:
            self._add_copies(card, copies)
        if version.state is PlanState.IN_FORCE:
            self._add_holdings(card, version)
        return card

    def _bar(
        self, version: PlanVersion, earlier: PlanVersion | None, card: Card
    ) -> QWidget:
        bar = QWidget(card)
        row = FlowLayout(bar, gap=GRID)
        plan_id = version.plan.id
        acts: list[tuple[str, str, Callable[[], None]]] = [
            ("read", _("Read"), partial(self._on_read, plan_id))
        ]
        if version.document is not None:
            acts.append(
                (
                    "pages",
                    _("Open the agreed pages"),
                    partial(self._on_pages, version.document),
                )
            )
        if version.is_agreed:
            hand_out = partial(self._on_hand_out, plan_id)
            acts.append(("hand_out", _("Hand out …"), hand_out))
        if earlier is not None:
            words = _("What changed since version {number}").format(
                number=earlier.plan.version
            )
            deed = partial(self._on_differences, earlier.plan.id, plan_id)
            acts.append(("differences", words, deed))
        for key, label, does in acts:
            act = button(label, "link", bar)
            act.clicked.connect(partial(_do, does))
            self.acts[plan_id, key] = act
            row.addWidget(act)
        return bar

    def _add_copies(self, card: Card, copies: list[PlanCopy]) -> None:
        card.add(plain_label(_("Handed out"), "field", card))
        if not copies:
            words = _("Nobody has got this version yet.")
            card.add(plain_label(words, "muted", card, wraps=True))
        for each in copies:
            card.add(plain_label(version_words.copy_words(each), "", card, wraps=True))

    def _add_holdings(self, card: Card, version: PlanVersion) -> None:
        found = self._desk.session.plan_versions.holdings(version.plan.id)
        behind = [each for each in found if each.held is not HeldCopy.CURRENT]
        if not behind:
            return
        words = _("Of those who have a part in it or once got the plan:")
        card.add(plain_label(words, "field", card, wraps=True))
        for each in behind:
            look = "warning-small" if each.held is HeldCopy.OLDER else "small"
            words = version_words.holding_words(each)
            card.add(plain_label(words, look, card, wraps=True))

    def _on_read(self, plan_id: PlanId) -> None:
        from casedesk.ui.planning.read_version_dialog import ReadVersionDialog

        with problems_shown(self, wording.problem):
            ReadVersionDialog(self._desk, plan_id, self).open()

    def _on_pages(self, document: Document) -> None:
        from casedesk.ui.preview.dialog import PreviewDialog

        with problems_shown(self, wording.problem):
            PreviewDialog(document, self._desk, self).open()

    def _on_hand_out(self, plan_id: PlanId) -> None:
        """Preview the version as it was agreed; it is cut for whom it is chosen."""
        with problems_shown(self, wording.problem):
            papers = self._desk.session.papers
            paper = papers.care_plan(self._case_id, plan_id=plan_id)
            self.accept()
            self._desk.preview(paper)

    def _on_differences(self, before_id: PlanId, after_id: PlanId) -> None:
        from casedesk.ui.planning.differences_dialog import DifferencesDialog

        with problems_shown(self, wording.problem):
            DifferencesDialog(self._desk, before_id, after_id, self).open()


def _further(version: PlanVersion) -> list[str]:
    plan = version.plan
    lines = []
    if plan.next_review_on is not None:
        day = wording.day(plan.next_review_on)
        lines.append(_("Next review: {day}").format(day=day))
    if plan.participants.strip():
        lines.append(_("Participants: {names}").format(names=plan.participants))
    if plan.dissent.strip():
        lines.append(_("Differing opinion: {words}").format(words=plan.dissent))
    if plan.agreement_note.strip():
        lines.append(_("Remark: {words}").format(words=plan.agreement_note))
    if version.is_agreed and version.document is None:
        lines.append(
            _(
                "Agreed before versions were kept with their pages: goals and measures "
                "of that day are known only from papers that were issued."
            )
        )
    return lines


def _do(deed: Callable[[], None], _is_checked: bool = False) -> None:
    deed()

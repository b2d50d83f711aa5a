"""Where an assessment is confirmed with the client, and what it says afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.domain.assessment import Stance
from casedesk.domain.dates import Leaning
from casedesk.ui import fields, wording
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.assessment import Assessment
    from casedesk.ui.desk import Desk


class ConfirmationCard(Card):
    """Keeps what the client says to the assessment, and freezes it when asked."""

    confirmed = Signal()

    def __init__(
        self,
        desk: Desk,
        store_all: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """`store_all` stores what is typed anywhere in the assessment."""
        super().__init__(_("Confirmed with the client"), parent)
        self._desk = desk
        self._store_all = store_all
        self._assessment: Assessment | None = None
        self._build()

    def show_assessment(self, assessment: Assessment) -> None:
        """Show what the client says to a version."""
        self._assessment = assessment
        show_in_form(self.form, self._desk.session.assessments, assessment)
        is_confirmed = assessment.is_confirmed
        self.form.set_locked(is_confirmed)
        may_confirm = not (is_confirmed or self._desk.session.is_read_only)
        for part in (self.day, self.confirm):
            part.setVisible(may_confirm)
        self._words.setText(self._said(assessment))

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.form.flush()

    def _build(self) -> None:
        today = self._desk.session.clock.today
        self._words = plain_label("", "muted", self, wraps=True)
        self.form = RecordForm(
            [
                fields.choice("stance", _("What the client says to it"), Stance),
                fields.text(
                    "dissent",
                    _("Where views differ, or why the client was not asked"),
                    lines=1,
                ),
            ]
        )
        day = fields.day("day", _("Confirmed on"), today, leaning=Leaning.PAST)
        self.day = RecordForm([day], self)
        self.day.editor("day").set_value(today())
        self.confirm = CaseAct(_("Confirm and freeze"), "primary", self)
        self.add(self._words)
        self.add(self.form)
        self.add(self.day)
        row = QHBoxLayout()
        row.addWidget(self.confirm)
        row.addStretch()
        self.body.addLayout(row)
        self.confirm.clicked.connect(self._on_confirm)

    def _said(self, assessment: Assessment) -> str:
        if assessment.confirmed_on is None:
            return _(
                "Read the assessment with the client. When it is confirmed, its words "
                "and ratings stay as they are; a correction becomes a new version."
            )
        snapshots = self._desk.session.client_snapshots.of(assessment_id=assessment.id)
        words = _("Confirmed on {day}. Words and ratings stay as they are.").format(
            day=wording.day(assessment.confirmed_on)
        )
        lines = [words]
        for taken in snapshots:
            parts = (taken.full_name, wording.partial_day(taken.born), taken.address)
            noted = _("The client then: {data}")
            lines.append(noted.format(data=", ".join(filter(None, parts))))
        return "\n".join(lines)

    def _on_confirm(self) -> None:
        if self._assessment is None:
            return
        with problems_shown(self, wording.problem):
            self._store_all()  # afterwards nothing more is stored
            session = self._desk.session
            draft = session.assessments.get(self._assessment.id)
            day = self.day.editor("day").value() or session.clock.today()
            session.assessing.confirm(draft.id, day, draft.stance, draft.dissent)  # type: ignore[arg-type]  # the field holds days
            self.confirmed.emit()

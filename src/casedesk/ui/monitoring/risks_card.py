"""Risks and warning notes of a case, and what is agreed for a crisis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from casedesk.domain.dates import Leaning, add_months
from casedesk.domain.risk import Risk, RiskId, RiskKind, RiskWeight, Told, in_order
from casedesk.ui import fields
from casedesk.ui.language import gettext as _
from casedesk.ui.monitoring import risk_words
from casedesk.ui.places import Page, Place
from casedesk.ui.record_list import RecordList
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field

REVIEW_MONTHS = 3


class RisksCard(Card):
    """Keeps the risks of a case; the crisis plan is that of the care plan."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Risks and warning notes"), parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._build()

    def show_case(self, case_id: CaseId) -> None:
        """Show the risks of a case, the open and gravest first."""
        self._case_id = case_id
        session = self._desk.session
        risks = in_order(session.risks.of(case_id=case_id))
        case = session.case_records.get(case_id)
        new = self._new if session.case_records.may_change(case) else None
        self.list.show_records(risks, new)
        crisis = session.planning.latest(case_id).crisis_plan.strip()
        nothing = _("The care plan does not say yet what to do in a crisis.")
        self._crisis.setText(crisis or nothing)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.list.flush()

    def crisis(self) -> str:
        """Return what is shown as the crisis plan."""
        return self._crisis.text()

    def _build(self) -> None:
        self.add(
            plain_label(
                _(
                    "The client may read these notes. Write what was seen or said, and "
                    "why it matters."
                ),
                "small",
                wraps=True,
            )
        )
        self.list = RecordList(
            self._desk.session.risks,
            self._fields,
            risk_words.title,
            add_text=_("Risk or warning note"),
            empty_text=_("No risk is noted."),
            desk=self._desk,
            note=risk_words.note,
            hint=risk_words.hint,
            most_columns=3,
            parent=self,
        )
        self.add(self.list)
        self.add(plain_label(_("In a crisis"), "strong", self))
        self._crisis = plain_label("", "", self, wraps=True)
        self.add(self._crisis)
        self.to_plan = button(_("To the crisis plan in the care plan"), "link", self)
        self.add_action(self.to_plan)
        self.to_plan.clicked.connect(self._on_plan)
        self.list.saved.connect(lambda _risk: self.changed.emit())

    def _new(self) -> Risk:
        assert self._case_id is not None  # noqa: S101 - there is no button before
        clock = self._desk.session.clock
        today = clock.today()
        return Risk(
            id=RiskId(clock.new_id()),
            case_id=self._case_id,
            noted_on=today,
            review_on=add_months(today, REVIEW_MONTHS),
        )

    def _fields(self) -> list[Field]:
        today = self._desk.session.clock.today
        return [
            fields.choice("kind", _("Kind"), RiskKind),
            fields.choice("weight", _("Weight"), RiskWeight),
            fields.tick("stands_on_head", _("Show beside the client's name")),
            fields.text("what", _("What is to be watched"), lines=1),
            fields.text(
                "reason", _("Why: what was seen or said, and by whom"), lines=1
            ),
            fields.text("to_do", _("What is done about it"), lines=1),
            fields.needed_day("noted_on", _("Noted on"), today),
            fields.day("review_on", _("Review on"), today, leaning=Leaning.FUTURE),
            fields.choice("told", _("Does the client know?"), Told, may_be_empty=True),
            fields.text("told_note", _("How the client was told, or why not"), lines=1),
            fields.day("ended_on", _("Over since"), today, leaning=Leaning.PAST),
            fields.text("end_reason", _("Why it is over"), lines=1),
        ]

    def _on_plan(self) -> None:
        place = Place(page=Page.PLANNING, case_id=self._case_id)
        self._desk.go(place)

"""Risks and warning notes of a case, and what is agreed for a crisis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.dates import Leaning, add_months
from casedesk.domain.risk import Risk, RiskId, RiskKind, RiskWeight, Told, in_order
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.ui.monitoring import risk_words
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import set_look
from casedesk.ui.unfolding import Unfolding
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import Tone, button, plain_label

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field

REVIEW_MONTHS = 3


class RiskFace(QWidget):
    """What a risk is, how it stands, and what the note lacks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = plain_label("", "strong", self, wraps=True)
        self._note = plain_label("", "small", self, wraps=True)
        self._hint = plain_label("", "warning-small", self, wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for label in (self._title, self._note, self._hint):
            layout.addWidget(label)

    def show_risk(self, risk: Risk) -> None:
        """Show a risk."""
        note, tone = risk_words.note(risk)
        self._title.setText(risk_words.title(risk))
        self._note.setText(note)
        set_look(self._note, "small" if tone == Tone.NEUTRAL else f"{tone}-small")
        self._hint.setText(risk_words.hint(risk))
        self._hint.setVisible(bool(self._hint.text()))

    def hint(self) -> str:
        """Return what is said to be missing."""
        return self._hint.text()


class RisksCard(Card):
    """Keeps the risks of a case; the crisis plan is that of the care plan."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Risks and warning notes"), parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self.rows: dict[str, Unfolding] = {}
        self.faces: dict[str, RiskFace] = {}
        self._build()

    def show_case(self, case_id: CaseId) -> None:
        """Show the risks of a case, the open and gravest first."""
        self._case_id = case_id
        session = self._desk.session
        risks = in_order(session.risks.of(case_id=case_id))
        self._drop({risk.id for risk in risks})
        for place, risk in enumerate(risks):
            row = self.rows.get(risk.id) or self._made_row(risk)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            self._show(risk)
        self._empty.setVisible(not risks)
        case = session.case_records.get(case_id)
        self.add_risk.setEnabled(session.case_records.may_change(case))
        crisis = session.planning.latest(case_id).crisis_plan.strip()
        nothing = _("The care plan does not say yet what to do in a crisis.")
        self._crisis.setText(crisis or nothing)

    def show_risk(self, risk_id: str) -> None:
        """Open the risk that is looked for."""
        if risk_id in self.rows:
            self.rows[risk_id].open()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for row in self.rows.values():
            row.flush()

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
        self._empty = plain_label(_("No risk is noted."), "muted", self)
        self.add(self._empty)
        self._column = QVBoxLayout()
        self.body.addLayout(self._column)
        self.add(plain_label(_("In a crisis"), "strong", self))
        self._crisis = plain_label("", "", self, wraps=True)
        self.add(self._crisis)
        self.to_plan = button(_("To the crisis plan in the care plan"), "link", self)
        self.add_risk = CaseAct(_("New risk or warning note"), "", self)
        self.add_action(self.to_plan)
        self.add_action(self.add_risk)
        self.to_plan.clicked.connect(self._on_plan)
        self.add_risk.clicked.connect(self._on_add)

    def _made_row(self, risk: Risk) -> Unfolding:
        face = RiskFace()
        records = self._desk.session.risks
        row = Unfolding(records, risk, face, self._fields, self, focus="what")
        row.saved.connect(self._on_saved)
        row.remove_wanted.connect(self._on_remove)
        row.changes_wanted.connect(self._desk.show_changes)
        self.rows[risk.id], self.faces[risk.id] = row, face
        return row

    def _show(self, risk: Risk) -> None:
        self.faces[risk.id].show_risk(risk)
        spoken = (risk_words.title(risk), risk_words.note(risk)[0])
        self.rows[risk.id].show_record(risk, ", ".join(spoken))

    def _drop(self, keep: set[str]) -> None:
        for risk_id in [known for known in self.rows if known not in keep]:
            row = self.rows.pop(risk_id)
            self.faces.pop(risk_id)
            row.flush()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _on_add(self) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                risk = self._desk.session.risks.add(self._new())
                self.show_case(self._case_id)
                self.show_risk(risk.id)

    def _on_saved(self, risk_id: str) -> None:
        risk = self._desk.session.risks.find(risk_id)
        if risk is not None and risk_id in self.rows:
            self._show(risk)

    def _on_remove(self, risk_id: str) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                records = self._desk.session.risks
                deed = records.remove(risk_id)
                self.show_case(self._case_id)
                self._desk.offer_undo(records.noun, deed)

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

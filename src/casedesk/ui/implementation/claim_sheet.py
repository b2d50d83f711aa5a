"""The applications of a case to authorities and insurers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.claim import ClaimId, ClaimState, by_urgency
from casedesk.ui import wording
from casedesk.ui.consents.categories import Categories
from casedesk.ui.implementation import claim_words
from casedesk.ui.implementation.deadline_line import DeadlineLine
from casedesk.ui.implementation.provision_list import Kind
from casedesk.ui.implementation.provision_sheet import ProvisionSheet
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import button

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QPushButton

    from casedesk.domain.case import CaseId
    from casedesk.domain.claim import Claim
    from casedesk.domain.measure import MeasureId
    from casedesk.ui.implementation.case_names import CaseNames
    from casedesk.ui.widgets.field_cell import Field


class ClaimSheet(ProvisionSheet):
    """What was applied for, with deadlines; what is overdue comes first."""

    def show_records(
        self, case_id: CaseId, records: Sequence[Claim], names: CaseNames
    ) -> None:
        """Show the applications of a case."""
        self._take_over(case_id, names)
        today = self._session.clock.today()
        self.list.show_records(sorted(records, key=lambda c: by_urgency(c, today)))
        self.list.say_overdue(sum(each.is_overdue_on(today) for each in records))
        practice = self._session.practice.get()
        for each in records:
            self.deadline(each.id).show_claim(each, practice)

    def deadline(self, claim_id: str) -> DeadlineLine:
        """Return the line that says until when one can object."""
        line = self.list.beneath[claim_id]
        assert isinstance(line, DeadlineLine)  # noqa: S101 - nothing else is made
        return line

    def begin(self, measure_id: MeasureId | None = None) -> None:
        """Begin an application and open it."""
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            self.list.flush()
            provisions = self._session.provisions
            made = provisions.apply(self._case_id, measure_id=measure_id)
            self.changed.emit()
            self.list.open(made.id)

    def show_letter(self, claim_id: ClaimId) -> None:
        """Show the accompanying letter before it is printed."""
        with problems_shown(self, wording.problem):
            self.list.flush()
            self._desk.preview(self._session.letters.of_claim(claim_id))

    def _kind(self) -> Kind:
        return Kind(
            records=self._session.claims,
            title=_("Applications"),
            empty=_(
                "What is applied for at authorities and insurers stands here, with "
                "reference number, deadlines, decision and objection."
            ),
            captions=claim_words.captions(),
            states=[wording.label(each) for each in ClaimState],
            focus="what",
            cells=lambda each: claim_words.cells(
                each, self._names.parties, self._session.clock.today()
            ),
            fields=self._fields,
            actions=self._actions,
            beneath=self._deadline_line,
        )

    def _beginnings(self) -> Sequence[QPushButton]:
        new = CaseAct(_("New application"), "", self)
        new.clicked.connect(lambda: self.begin())
        return (new,)

    def _fields(self) -> list[Field]:
        return claim_words.claim_fields(
            self._session.clock.today,
            self._names.party_offers(),
            self._names.measure_offers(),
            Categories(self._session),
        )

    def _actions(self, claim_id: str) -> list[QPushButton]:
        letter = button(_("Accompanying letter …"))
        letter.clicked.connect(partial(self._on_letter, ClaimId(claim_id)))
        return [letter]

    def _deadline_line(self, claim_id: str) -> DeadlineLine:
        line = DeadlineLine(self._desk.jobs)
        line.chosen.connect(partial(self._on_deadline, claim_id))
        return line

    def _on_letter(self, claim_id: ClaimId) -> None:
        self.show_letter(claim_id)

    def _on_deadline(self, claim_id: str, day: date) -> None:
        with problems_shown(self, wording.problem):
            self.list.flush()
            self._session.claims.change(claim_id, appeal_until=day)
            self.changed.emit()

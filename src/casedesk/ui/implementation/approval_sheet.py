"""The cost approvals of a case, each with what is left of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.cost_approval import CostApprovalState
from casedesk.ui import wording
from casedesk.ui.implementation import approval_words
from casedesk.ui.implementation.provision_list import Kind
from casedesk.ui.implementation.provision_sheet import ProvisionSheet
from casedesk.ui.implementation.use_line import UseLine
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.case_act import CaseAct

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from casedesk.domain.case import CaseId
    from casedesk.domain.cost_approval import CostApproval
    from casedesk.services.provisions import Provisions
    from casedesk.ui.implementation.case_names import CaseNames
    from casedesk.ui.widgets.field_cell import Field

LATEST = "9"  # sorts after every day


class ApprovalSheet(ProvisionSheet):
    """What payers have granted; what ends first comes first, what is settled last."""

    def show_records(
        self, case_id: CaseId, found: Provisions, names: CaseNames
    ) -> None:
        """Show the approvals of a case."""
        self._take_over(case_id, names)
        self.list.show_records(sorted(found.cost_approvals, key=_rank))
        country = self._session.practice.get().country
        for each in found.cost_approvals:
            self.use(each.id).show_use(found.uses[each.id], country)

    def use(self, approval_id: str) -> UseLine:
        """Return the line that says how much of an approval is used."""
        line = self.list.beneath[approval_id]
        assert isinstance(line, UseLine)  # noqa: S101 - nothing else is made
        return line

    def begin(self) -> None:
        """Begin to note an approval and open it."""
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            self.list.flush()
            made = self._session.provisions.note_approval(self._case_id)
            self.changed.emit()
            self.list.open(made.id)

    def _kind(self) -> Kind:
        return Kind(
            records=self._session.cost_approvals,
            title=_("Cost approvals"),
            empty=_(
                "Hours or amounts that a payer has granted stand here. You are "
                "reminded when four fifths are used, and before the end."
            ),
            captions=approval_words.captions(),
            states=[
                *(wording.label(each) for each in CostApprovalState),
                _("settled"),
            ],
            focus="what",
            cells=lambda each: approval_words.cells(
                each, self._names.parties, self._session.clock.today()
            ),
            fields=self._fields,
            beneath=lambda _id: UseLine(),
        )

    def _beginnings(self) -> Sequence[QPushButton]:
        new = CaseAct(_("Note an approval"), "", self)
        new.clicked.connect(self.begin)
        return (new,)

    def _fields(self) -> list[Field]:
        return approval_words.approval_fields(
            self._session.clock.today,
            self._names.party_offers(),
            self._names.measure_offers(),
        )


def _rank(approval: CostApproval) -> tuple[bool, str, str]:
    ends_on = approval.ends_on
    last = LATEST if ends_on is None else ends_on.isoformat()
    return approval.settled_on is not None, last, approval.id

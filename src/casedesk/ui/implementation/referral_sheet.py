"""The referrals and inquiries of a case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.referral import (
    ReferralId,
    ReferralKind,
    ReferralState,
    by_urgency,
)
from casedesk.ui import wording
from casedesk.ui.consents.categories import Categories
from casedesk.ui.implementation import referral_words
from casedesk.ui.implementation.provision_list import Kind
from casedesk.ui.implementation.provision_sheet import ProvisionSheet
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from casedesk.domain.case import CaseId
    from casedesk.domain.measure import MeasureId
    from casedesk.domain.provider import ProviderLine
    from casedesk.domain.referral import Referral
    from casedesk.ui.implementation.case_names import CaseNames
    from casedesk.ui.implementation.provider_dialog import ProviderDialog
    from casedesk.ui.widgets.field_cell import Field


class ReferralSheet(ProvisionSheet):
    """Whom one has turned to, overdue answers first."""

    def show_records(
        self, case_id: CaseId, records: Sequence[Referral], names: CaseNames
    ) -> None:
        """Show the referrals of a case."""
        self._take_over(case_id, names)
        today = self._session.clock.today()
        self.list.show_records(sorted(records, key=lambda r: by_urgency(r, today)))
        overdue = sum(each.is_overdue_on(today) for each in records)
        self.list.say_overdue(overdue)

    def begin(
        self,
        kind: ReferralKind = ReferralKind.REFERRAL,
        measure_id: MeasureId | None = None,
    ) -> None:
        """Begin a referral or an inquiry and open it."""
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            self.list.flush()
            provisions = self._session.provisions
            made = provisions.refer(self._case_id, kind, measure_id=measure_id)
            self.changed.emit()
            self.list.open(made.id)

    def choose_provider(self, referral_id: ReferralId) -> ProviderDialog:
        """Look in the network for somebody who takes it on."""
        from casedesk.ui.implementation.provider_dialog import ProviderDialog

        assert self._case_id is not None  # noqa: S101 - a referral of it is shown
        self.list.flush()
        dialog = ProviderDialog(self._session, self._case_id, self)
        dialog.picked.connect(partial(self._on_picked, referral_id))
        dialog.open()
        return dialog

    def show_letter(self, referral_id: ReferralId) -> None:
        """Show the letter before it is printed."""
        with problems_shown(self, wording.problem):
            self.list.flush()
            self._desk.preview(self._session.letters.of_referral(referral_id))

    def _kind(self) -> Kind:
        return Kind(
            records=self._session.referrals,
            title=_("Referrals and inquiries"),
            empty=_(
                "Whom you ask to help stands here, with the letter, the answer and the "
                "appointment. A letter goes out only if the client's consent covers it."
            ),
            captions=referral_words.captions(),
            states=[wording.label(each) for each in ReferralState],
            focus="subject",
            cells=lambda each: referral_words.cells(
                each, self._names.parties, self._session.clock.today()
            ),
            fields=self._fields,
            actions=self._actions,
        )

    def _beginnings(self) -> Sequence[QPushButton]:
        return [
            self._beginning(ReferralKind.REFERRAL, _("New referral")),
            self._beginning(ReferralKind.INQUIRY, _("New inquiry")),
        ]

    def _beginning(self, kind: ReferralKind, words: str) -> QPushButton:
        act = CaseAct(words, "", self)
        act.clicked.connect(partial(self._on_new, kind))
        return act

    def _fields(self) -> list[Field]:
        return referral_words.referral_fields(
            self._session.clock.today,
            self._names.party_offers(),
            self._names.measure_offers(),
            Categories(self._session),
        )

    def _actions(self, referral_id: str) -> list[QPushButton]:
        letter = button(_("Letter …"))
        letter.clicked.connect(partial(self._on_letter, ReferralId(referral_id)))
        choose = CaseAct(_("Choose a provider …"))
        choose.clicked.connect(partial(self._on_choose, ReferralId(referral_id)))
        return [letter, choose]

    def _on_new(self, kind: ReferralKind) -> None:
        self.begin(kind)

    def _on_letter(self, referral_id: ReferralId) -> None:
        self.show_letter(referral_id)

    def _on_choose(self, referral_id: ReferralId) -> None:
        self.choose_provider(referral_id)

    def _on_picked(self, referral_id: ReferralId, line: ProviderLine) -> None:
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            party = self._session.providing.bring_in(self._case_id, line)
            self._session.referrals.change(referral_id, party_id=party.id)
            self.changed.emit()

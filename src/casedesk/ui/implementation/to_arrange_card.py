"""Measures that are planned, and for which nobody has been asked yet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casedesk.domain.case import PartyId
    from casedesk.domain.measure import Measure


class ToArrangeCard(Card):
    """Each measure with the two ways on: to somebody who helps, or to who decides."""

    referral_wanted = Signal(str)  # the id of the measure
    claim_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("To be arranged"), parent)
        self._shown: tuple[object, ...] | None = None
        self._rows: QWidget | None = None
        self.empty = plain_label(
            _(
                "Nothing is waiting: every planned measure that needs somebody else "
                "has a referral or an application. Measures are planned under Planning."
            ),
            "muted",
            self,
            wraps=True,
        )
        self.add(self.empty)

    def show_measures(
        self, measures: Sequence[Measure], parties: Mapping[PartyId, str]
    ) -> None:
        """Show measures; the same ones again change nothing on the screen."""
        shown = (tuple(measures), dict(parties))
        if shown == self._shown:
            return
        self._shown = shown
        if self._rows is not None:
            self._rows.hide()
            self.body.removeWidget(self._rows)
            self._rows.deleteLater()
        self._rows = QWidget(self)
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for measure in measures:
            name = parties.get(measure.party_id, "") if measure.party_id else ""
            column.addWidget(self._row(measure, name, self._rows))
        self.add(self._rows)
        self._rows.setVisible(bool(measures))
        self.empty.setVisible(not measures)
        self.set_note(str(len(measures)) if measures else "")

    def _row(self, measure: Measure, party: str, parent: QWidget) -> QWidget:
        what = measure.what or _("(not named yet)")
        facts = (
            wording.label(measure.responsible),
            party,
            wording.day(measure.starts_on),
        )
        row = QWidget(parent)
        line = HeadLayout(row)
        words = " · ".join(filter(None, (what, *facts)))
        line.addWidget(plain_label(words, "", row, wraps=True))
        refer = CaseAct(_("Refer …"), "", row)
        refer.setAccessibleName(_("Refer: {what}").format(what=what))
        refer.clicked.connect(partial(self._on_refer, measure.id))
        apply = CaseAct(_("Apply …"), "", row)
        apply.setAccessibleName(_("Apply for: {what}").format(what=what))
        apply.clicked.connect(partial(self._on_apply, measure.id))
        line.add_act(refer)
        line.add_act(apply)
        return row

    def _on_refer(self, measure_id: str) -> None:
        self.referral_wanted.emit(measure_id)

    def _on_apply(self, measure_id: str) -> None:
        self.claim_wanted.emit(measure_id)

"""Until when one can object: worked out, remarked on, and left to the user."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.deadline import DayOff, PeriodUnit, proposed_objection
from casedesk.services.days_off import worked_out
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.claim import Claim
    from casedesk.domain.deadline import Deadline, Period
    from casedesk.domain.practice import Practice
    from casedesk.ui.jobs import BackgroundJobs


class DeadlineLine(QWidget):
    """Works a deadline out beside the window's thread, for the library is heavy."""

    chosen = Signal(object)  # the day

    def __init__(self, jobs: BackgroundJobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._asked: tuple[object, ...] = ()
        self._build()

    def show_claim(self, claim: Claim, practice: Practice) -> None:
        """Show until when one can object, where that is still to be decided."""
        start, period = claim.received_on or claim.decided_on, claim.period
        if not claim.may_be_objected or start is None or period is None:
            self._asked = ()
            self.hide()
            return
        region = claim.region or practice.region
        asked = (start, period, region, practice.country)
        if asked != self._asked:
            self._asked = asked
            self.hide()
            then = partial(self._on_worked_out, asked, claim, practice)
            self._jobs.run(partial(worked_out, *asked), then, owner=self)
            return
        self._show_buttons(claim.appeal_until)

    def words(self) -> str:
        """Return what is said."""
        return self._words.text()

    def _build(self) -> None:
        self._words = plain_label("", "small", self, wraps=True)
        self._take = CaseAct("", "link", self)
        self._take_next = CaseAct("", "link", self)
        row = FlowLayout(gap=GRID)
        row.addWidget(self._take)
        row.addWidget(self._take_next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID // 2, 0, GRID // 2, GRID)
        layout.setSpacing(2)
        layout.addWidget(self._words)
        layout.addLayout(row)
        self._days: tuple[date | None, date | None] = (None, None)
        self._take.clicked.connect(lambda: self.chosen.emit(self._days[0]))
        self._take_next.clicked.connect(lambda: self.chosen.emit(self._days[1]))
        self.hide()

    def _on_worked_out(
        self,
        asked: tuple[object, ...],
        claim: Claim,
        practice: Practice,
        found: Deadline,
    ) -> None:
        if asked != self._asked:
            return
        self._days = found.ends_on, found.next_working_day
        lines = (
            _sum_words(claim, found),
            _remark(found),
            _check_words(claim, practice),
        )
        self._words.setText("\n".join(filter(None, lines)))
        self._show_buttons(claim.appeal_until)
        self.show()

    def _show_buttons(self, noted: date | None) -> None:
        for act, day in zip((self._take, self._take_next), self._days, strict=True):
            act.setVisible(day is not None and day != noted)
            act.setText(_("Enter {day} as deadline").format(day=wording.day(day)))


def _sum_words(claim: Claim, found: Deadline) -> str:
    period = claim.period
    return _("{start} and {period}: {end}").format(
        start=wording.day(claim.received_on or claim.decided_on),
        period="" if period is None else period_words(period),
        end=wording.day(found.ends_on),
    )


def period_words(period: Period) -> str:
    """Say how long a period is."""
    one, several = {
        PeriodUnit.DAYS: (_("1 day"), _("{count} days")),
        PeriodUnit.WORKING_DAYS: (_("1 working day"), _("{count} working days")),
        PeriodUnit.WEEKS: (_("1 week"), _("{count} weeks")),
        PeriodUnit.MONTHS: (_("1 month"), _("{count} months")),
    }[period.unit]
    return one if period.count == 1 else several.format(count=period.count)


def _remark(found: Deadline) -> str:
    """Say that nobody works on that day; what follows from it, the law decides."""
    if found.day_off is None:
        return ""
    why = wording.label(found.day_off)
    if found.day_off is DayOff.HOLIDAY and found.holiday:
        why = f"{why}, {found.holiday}"
    return _(
        "It ends on a day off ({why}). The next working day is {day}. Whether the "
        "period then ends later, the notice or the law decides."
    ).format(why=why, day=wording.day(found.next_working_day))


def _check_words(claim: Claim, practice: Practice) -> str:
    proposed = proposed_objection(practice.country)
    is_proposed = proposed is not None and proposed.period == claim.period
    if proposed is not None and is_proposed and not proposed.is_verified:
        return _(
            "This period is only a usual start and was not checked in the law. "
            "Please check in the notice which period holds and when it begins."
        )
    return _("Please check in the notice which period holds and when it begins.")

"""What is due, in words, and the place where it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.attention import Due, DueKind
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_PAGES = {
    DueKind.NO_CONSENT: Page.CONSENTS,
    DueKind.CONSENT_ENDS: Page.CONSENTS,
    DueKind.REPORT_DUE: Page.OVERVIEW,
    DueKind.MANDATE_ENDS: Page.OVERVIEW,
    DueKind.PLAN_REVIEW: Page.PLANNING,
    DueKind.MEASURE_REVIEW: Page.PLANNING,
    DueKind.GOAL_DUE: Page.PLANNING,
}
# What a banner says first.
_WEIGHT = {kind: weight for weight, kind in enumerate(DueKind)}


def place_of(due: Due) -> Place:
    """Return where something due is mended."""
    subject = "" if due.kind is DueKind.NO_CONSENT else due.subject_id
    return Place(page=_PAGES[due.kind], case_id=due.case_id, subject_id=subject)


def sentence(due: Due, today: date) -> str:
    """Say what is due, and when."""
    day = wording.day(due.due_on)
    if due.kind is DueKind.NO_CONSENT:
        return _("No declaration is signed yet. Nothing may be obtained or passed on.")
    if due.kind is DueKind.CONSENT_ENDS:
        if due.is_overdue(today):
            return _(
                "A consent ended on {day}. Nothing may be passed on under it any more."
            ).format(day=day)
        return _(
            "A consent ends on {day}. Without renewal nothing may be passed on after "
            "that day."
        ).format(day=day)
    if due.is_overdue(today):
        return _("{what}: overdue since {day}").format(
            what=wording.label(due.kind), day=day
        )
    return _("{what}: {day}").format(what=wording.label(due.kind), day=day)


def act(due: Due) -> str:
    """Say what the user can do about it."""
    if due.kind is DueKind.NO_CONSENT:
        return _("Prepare consents")
    if due.kind is DueKind.CONSENT_ENDS:
        return _("Renew and print")
    return _("Show")


def gravest(dues: Sequence[Due], today: date) -> Due | None:
    """Return what is shown in the banner: consents first, then what is overdue."""
    pressing = [
        due
        for due in dues
        if due.kind in (DueKind.NO_CONSENT, DueKind.CONSENT_ENDS)
        or due.is_overdue(today)
    ]
    return min(pressing, key=lambda due: _WEIGHT[due.kind], default=None)

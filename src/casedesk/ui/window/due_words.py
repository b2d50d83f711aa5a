"""What is due, in words, and the place where it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.attention import Due, DueKind
from casedesk.ui import wording
from casedesk.ui.consents.recipient_names import recipients_of
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.planning.plan_words import goal_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from casedesk.services.session import Session

_PAGES = {
    DueKind.NO_CONSENT: Page.CONSENTS,
    DueKind.CONSENT_ENDS: Page.CONSENTS,
    DueKind.REPORT_DUE: Page.OVERVIEW,
    DueKind.MANDATE_ENDS: Page.OVERVIEW,
    DueKind.PLAN_REVIEW: Page.PLANNING,
    DueKind.MEASURE_REVIEW: Page.PLANNING,
    DueKind.GOAL_DUE: Page.PLANNING,
    DueKind.BENEFIT_ENDS: Page.ASSESSMENT,
    DueKind.OBJECTION_ENDS: Page.ASSESSMENT,
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
        return _("No consent is signed yet. Nothing may be obtained or passed on.")
    if due.kind is DueKind.CONSENT_ENDS:
        if due.is_overdue(today):
            return _(
                "A consent ended on {day}. Nothing may be passed on under it any more."
            ).format(day=day)
        return _(
            "A consent ends on {day}. Without renewal nothing may be passed on after "
            "that day."
        ).format(day=day)
    return short(due, today)


def short(due: Due, today: date) -> str:
    """Say what is due in a few words, where the banner says it in full."""
    if due.due_on is None:
        return what(due, today)
    words = _("{what}: {day}")
    if due.is_overdue(today) and due.kind is not DueKind.CONSENT_ENDS:
        words = _("{what}: overdue since {day}")
    return words.format(what=what(due, today), day=wording.day(due.due_on))


def what(due: Due, today: date) -> str:
    """Name what is due, without its day."""
    if due.kind is DueKind.CONSENT_ENDS and due.is_overdue(today):
        return _("Consent has ended")
    return wording.label(due.kind)


def subjects(session: Session, dues: Iterable[Due]) -> dict[str, str]:
    """Name what is due by its id: a measure, a goal, with whom a consent is."""
    of_kind: dict[DueKind, list[str]] = {kind: [] for kind in DueKind}
    for due in dues:
        of_kind[due.kind].append(due.subject_id)
    measures = session.measures.among(of_kind[DueKind.MEASURE_REVIEW])
    goals = session.goals.among(of_kind[DueKind.GOAL_DUE])
    consents = session.consents.among(of_kind[DueKind.CONSENT_ENDS])
    benefits = session.benefits.among(
        of_kind[DueKind.BENEFIT_ENDS] + of_kind[DueKind.OBJECTION_ENDS]
    )
    names = {key: measure.what for key, measure in measures.items()}
    names |= {key: benefit.what for key, benefit in benefits.items()}
    names |= {key: goal_title(goal) for key, goal in goals.items()}
    for key, consent in consents.items():
        recipients = recipients_of(session, consent)
        names[key] = ", ".join(recipients) or wording.label(consent.kind)
    return names


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

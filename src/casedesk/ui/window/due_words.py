"""What is due, in words, and the place where it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.attention import ABOUT_CONSENT, ABOUT_PROVISION, Due, DueKind
from casedesk.ui import wording
from casedesk.ui.consents.recipient_names import recipients_of
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.monitoring import risk_words
from casedesk.ui.places import Page, Place
from casedesk.ui.planning.plan_words import goal_title
from casedesk.ui.window.provision_subjects import provision_subjects

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from casedesk.services.session import Session

_PAGES = {
    **dict.fromkeys(ABOUT_CONSENT, Page.CONSENTS),
    DueKind.REPRESENTATION_ENDS: Page.CLIENT,
    DueKind.REPORT_DUE: Page.REPORTS,
    DueKind.MANDATE_ENDS: Page.OVERVIEW,
    DueKind.PLAN_REVIEW: Page.MONITORING,
    DueKind.MEASURE_REVIEW: Page.MONITORING,
    DueKind.GOAL_REVIEW: Page.MONITORING,
    DueKind.RISK_REVIEW: Page.MONITORING,
    DueKind.GOAL_DUE: Page.PLANNING,
    DueKind.BENEFIT_ENDS: Page.ASSESSMENT,
    DueKind.OBJECTION_ENDS: Page.ASSESSMENT,
    DueKind.MEASURE_APPROVAL_ENDS: Page.PLANNING,
    DueKind.MEASURE_APPEAL_ENDS: Page.PLANNING,
    DueKind.EXCHANGE_OPEN: Page.RECORD,
    DueKind.INVOICE_OVERDUE: Page.ACCOUNTS,
    **dict.fromkeys(ABOUT_PROVISION, Page.IMPLEMENTATION),
    DueKind.TASK_DUE: Page.COORDINATION,
    DueKind.CONFERENCE_NEAR: Page.COORDINATION,
    DueKind.MINUTES_OPEN: Page.COORDINATION,
}
# Their day is no day by which something had to be done.
_PLAINLY_DATED = ABOUT_CONSENT - {DueKind.ORAL_UNSIGNED} | {
    DueKind.EXCHANGE_OPEN,
    DueKind.APPEAL_UNKNOWN,
}
# Their subject is a declaration, named by its recipients.
_OF_CONSENTS = (
    DueKind.CONSENT_ENDS,
    DueKind.SIGNATURE_MISSING,
    DueKind.ORAL_UNSIGNED,
    DueKind.ORIGINAL_OUT,
)
_OF_MEASURES = (
    DueKind.MEASURE_REVIEW,
    DueKind.MEASURE_APPROVAL_ENDS,
    DueKind.MEASURE_APPEAL_ENDS,
)
# What a banner says first.
_WEIGHT = {kind: weight for weight, kind in enumerate(DueKind)}


def place_of(due: Due) -> Place:
    """Return where something due is mended."""
    of_case = (DueKind.NO_CONSENT, DueKind.SILENCE)
    subject = "" if due.kind in of_case else due.subject_id
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
    said = _declaration_sentence(due.kind)
    return said.format(day=day) if said else short(due, today)


def _declaration_sentence(kind: DueKind) -> str:
    """Say in full what is due about a declaration, with a place for its day."""
    return {
        DueKind.SIGNATURE_MISSING: _(
            "A declaration of {day} lacks a signature. It does not count until "
            "everybody has signed who has to."
        ),
        DueKind.ORAL_UNSIGNED: _(
            "A declaration was only made by word of mouth. It counts until {day}; "
            "have it signed by then."
        ),
        DueKind.NOTICE_OPEN: _(
            "Something was withdrawn on {day}. Somebody who had received data under it "
            "has not been told yet."
        ),
        DueKind.COMES_OF_AGE: _(
            "The client comes of age on {day} and then decides alone. Ask for the "
            "consents anew."
        ),
        DueKind.REPRESENTATION_ENDS: _(
            "The legal representation ends on {day}. Clarify who decides afterwards, "
            "and ask for the consents anew."
        ),
        DueKind.ORIGINAL_OUT: _(
            "A power of attorney ended on {day}. Give its original back to the client, "
            "and note the day."
        ),
        DueKind.SILENCE: _(
            "Twelve months without any entry were over on {day}. Ask whether the "
            "consents still stand."
        ),
    }.get(kind, "")


def short(due: Due, today: date) -> str:
    """Say what is due in a few words, where the banner says it in full."""
    if due.due_on is None:
        return what(due, today)
    words = _("{what}: {day}")
    if due.is_overdue(today) and due.kind not in _PLAINLY_DATED:
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
    measures = session.measures.among(
        subject for kind in _OF_MEASURES for subject in of_kind[kind]
    )
    goals = session.goals.among(
        of_kind[DueKind.GOAL_DUE] + of_kind[DueKind.GOAL_REVIEW]
    )
    consents = session.consents.among(
        subject for kind in _OF_CONSENTS for subject in of_kind[kind]
    )
    notices = session.withdrawal_notices.among(of_kind[DueKind.NOTICE_OPEN])
    benefits = session.benefits.among(
        of_kind[DueKind.BENEFIT_ENDS] + of_kind[DueKind.OBJECTION_ENDS]
    )
    names = {key: measure.what for key, measure in measures.items()}
    names |= {key: benefit.what for key, benefit in benefits.items()}
    names |= {key: goal_title(goal) for key, goal in goals.items()}
    names |= _tasks_and_conferences(session, of_kind)
    risks = session.risks.among(of_kind[DueKind.RISK_REVIEW])
    names |= {key: risk_words.short(risk) for key, risk in risks.items()}
    for key, consent in consents.items():
        recipients = recipients_of(session, consent)
        names[key] = ", ".join(recipients) or wording.label(consent.kind)
    for key, notice in notices.items():
        names[key] = party_names(session, notice.case_id).get(notice.party_id, "")
    invoices = session.invoices.among(of_kind[DueKind.INVOICE_OVERDUE])
    names |= {key: invoice.number for key, invoice in invoices.items()}
    for key, entry in session.entries.among(of_kind[DueKind.EXCHANGE_OPEN]).items():
        if entry.party_id is not None:
            known = party_names(session, entry.case_id)
            names[key] = known.get(entry.party_id, "")
    return names | provision_subjects(session, of_kind)


def _tasks_and_conferences(
    session: Session, of_kind: dict[DueKind, list[str]]
) -> dict[str, str]:
    tasks = session.tasks.among(of_kind[DueKind.TASK_DUE])
    conferences = session.conferences.among(
        of_kind[DueKind.CONFERENCE_NEAR] + of_kind[DueKind.MINUTES_OPEN]
    )
    return {key: task.title for key, task in tasks.items()} | {
        key: each.title or wording.label(each.kind) for key, each in conferences.items()
    }


def act(due: Due) -> str:
    """Say what the user can do about it."""
    if due.kind is DueKind.NO_CONSENT:
        return _("Prepare consents")
    if due.kind is DueKind.CONSENT_ENDS:
        return _("Renew and print")
    if due.kind in (DueKind.SIGNATURE_MISSING, DueKind.ORAL_UNSIGNED):
        return _("Have it signed")
    return _("Show")


def gravest(dues: Sequence[Due], today: date) -> Due | None:
    """Return what is shown in the banner: consents first, then what is overdue."""
    pressing = [
        due for due in dues if due.kind in ABOUT_CONSENT or due.is_overdue(today)
    ]
    return min(pressing, key=lambda due: _WEIGHT[due.kind], default=None)

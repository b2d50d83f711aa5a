"""What is open before a case is closed, in words, and where it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.closure import ClosingPoint
from casedesk.domain.retention import AS_OF, RETENTIONS, Certainty, offered
from casedesk.ui import wording
from casedesk.ui.conferences import conference_words
from casedesk.ui.consents.recipient_names import recipients_of
from casedesk.ui.implementation import referral_words
from casedesk.ui.language import gettext as _
from casedesk.ui.monitoring import risk_words
from casedesk.ui.monitoring.review_words import measure_title, review_title
from casedesk.ui.places import Page, Place

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.closure import OpenPoint
    from casedesk.domain.practice import Country
    from casedesk.domain.retention import Retention, RetentionRule
    from casedesk.services.session import Session

_PAGES = {
    ClosingPoint.NO_EVALUATION: Page.EVALUATION,
    ClosingPoint.OPEN_REVIEW: Page.MONITORING,
    ClosingPoint.OPEN_TASK: Page.COORDINATION,
    ClosingPoint.ENDLESS_MEASURE: Page.PLANNING,
    ClosingPoint.UNSIGNED: Page.CONSENTS,
    ClosingPoint.DECLARATION_IN_FORCE: Page.CONSENTS,
    ClosingPoint.ORIGINAL_OUT: Page.CONSENTS,
    ClosingPoint.OPEN_RISK: Page.MONITORING,
    ClosingPoint.UNBILLED: Page.ACCOUNTS,
    ClosingPoint.OPEN_CLAIM: Page.IMPLEMENTATION,
    ClosingPoint.OPEN_REFERRAL: Page.IMPLEMENTATION,
    ClosingPoint.OPEN_APPROVAL: Page.IMPLEMENTATION,
    ClosingPoint.OPEN_CONFERENCE: Page.COORDINATION,
}
FIELDS = {
    ClosingPoint.NO_REASON: "reason",
    ClosingPoint.NO_TALK: "talk_on",
    ClosingPoint.NO_AFTERCARE: "aftercare",
    ClosingPoint.NO_FOLLOW_UP: "follow_up",
    ClosingPoint.NO_RETENTION: "retention",
    ClosingPoint.NOBODY_TOLD: "told",
}
"""What is mended in the form of the closing itself."""
MOST_NAMES = 4


def place_of(found: OpenPoint, case_id: CaseId) -> Place | None:
    """Return where a point is mended; nothing if in the form itself."""
    page = _PAGES.get(found.point)
    if page is None:
        return None
    subject = next(iter(found.subject_ids), "")
    if found.point is ClosingPoint.UNBILLED:
        subject = ""  # the page shows all that waits
    return Place(page=page, case_id=case_id, subject_id=subject)


def sentence(session: Session, found: OpenPoint) -> str:
    """Say what is open, and which records are meant."""
    words = wording.label(found.point)
    names = _names(session, found)
    shown = names[:MOST_NAMES]
    if len(names) > MOST_NAMES:
        shown.append(_("{count} more").format(count=len(names) - MOST_NAMES))
    return f"{words} {'; '.join(shown)}" if shown else words


def _names(session: Session, found: OpenPoint) -> list[str]:
    ids = found.subject_ids
    if found.point is ClosingPoint.OPEN_TASK:
        return [each.title for each in session.tasks.among(ids).values()]
    if found.point is ClosingPoint.ENDLESS_MEASURE:
        return [measure_title(m) for m in session.measures.among(ids).values()]
    if found.point is ClosingPoint.OPEN_RISK:
        return [risk_words.title(each) for each in session.risks.among(ids).values()]
    if found.point is ClosingPoint.OPEN_REVIEW:
        return [review_title(each) for each in session.reviews.among(ids).values()]
    if found.point is ClosingPoint.NOBODY_TOLD:
        consents = session.consents.among(ids).values()
        each = (name for one in consents for name in recipients_of(session, one))
        return list(dict.fromkeys(each))
    work = _work_names(session, found)
    return declaration_names(session, ids) if work is None else work


def _work_names(session: Session, found: OpenPoint) -> list[str] | None:
    """Name what is to be arranged; nothing if the point is about something else."""
    ids, nameless = found.subject_ids, _("(without words yet)")
    if found.point is ClosingPoint.OPEN_CLAIM:
        return [e.what or nameless for e in session.claims.among(ids).values()]
    if found.point is ClosingPoint.OPEN_REFERRAL:
        referrals = session.referrals.among(ids).values()
        return [referral_words.title(each) for each in referrals]
    if found.point is ClosingPoint.OPEN_APPROVAL:
        return [e.what or nameless for e in session.cost_approvals.among(ids).values()]
    if found.point is ClosingPoint.OPEN_CONFERENCE:
        conferences = session.conferences.among(ids).values()
        return [conference_words.title(each) for each in conferences]
    return None


def declaration_names(session: Session, ids: tuple[str, ...]) -> list[str]:
    """Name declarations by their kind and recipients."""
    names = []
    for consent in session.consents.among(ids).values():
        recipients = ", ".join(recipients_of(session, consent))
        kind = wording.label(consent.kind)
        names.append(f"{kind} ({recipients})" if recipients else kind)
    return names


def rules(country: Country) -> list[tuple[object, str]]:
    """Return the rules of retention that a country offers, each with its words."""
    return [(each.rule, _rule(each)) for each in offered(country)]


def certainty_words(rule: RetentionRule | None) -> str:
    """Say how sure a rule is if it is not the law, and of when it is."""
    found = [each for each in RETENTIONS if each.rule is rule]
    if not found:
        return ""
    as_of = _("State of the rules: {day}.").format(day=wording.day(AS_OF))
    said = _certainty(found[0].certainty)
    return f"{said} {as_of}" if said else as_of


def _certainty(certainty: Certainty) -> str:
    return {
        Certainty.LAW: "",
        Certainty.AGREEMENT: _(
            "This holds only where it was agreed with a provider of youth welfare."
        ),
        Certainty.LIMITATION: _(
            "This is how long claims can be made, no duty to keep the file. Another "
            "rule may ask for longer."
        ),
        Certainty.RECOMMENDATION: _(
            "This is a recommendation; no statute says so. Look after three years "
            "whether the file is still needed."
        ),
        Certainty.UNVERIFIED: _(
            "CaseDesk could not verify this rule. Check it before you rely on it."
        ),
    }[certainty]


def _rule(retention: Retention) -> str:
    return _("{rule}: {years} years").format(
        rule=wording.label(retention.rule), years=retention.years
    )

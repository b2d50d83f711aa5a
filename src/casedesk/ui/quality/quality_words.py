"""What is missing in words, with the records that are meant, and where it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.quality import QualityCheck
from casedesk.ui import wording
from casedesk.ui.closing.closing_words import declaration_names
from casedesk.ui.conferences import conference_words
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.monitoring import risk_words
from casedesk.ui.monitoring.review_words import measure_title
from casedesk.ui.places import Page, Place
from casedesk.words.quality_choices import MISSING

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.case import CaseId
    from casedesk.domain.quality import QualityLine, QualityWaiver
    from casedesk.services.session import Session

_PAGES = {
    QualityCheck.REVIEWED: Page.MONITORING,
    QualityCheck.RISKS_KEPT: Page.MONITORING,
    QualityCheck.CARRIER_NAMED: Page.PLANNING,
    QualityCheck.CARRIER_RELEASED: Page.MATRIX,
    QualityCheck.MINUTES_ISSUED: Page.COORDINATION,
    QualityCheck.COMMISSIONED: Page.INTAKE,
    QualityCheck.AGREEMENT: Page.CONSENTS,
    QualityCheck.INFORMED: Page.CONSENTS,
    QualityCheck.ASSESSED: Page.ASSESSMENT,
    QualityCheck.PLAN_AGREED: Page.PLANNING,
    QualityCheck.GOALS_MEASURABLE: Page.PLANNING,
    QualityCheck.EVALUATED: Page.EVALUATION,
    QualityCheck.CLOSED_IN_ORDER: Page.EVALUATION,
    QualityCheck.RESOURCES_NOTED: Page.ASSESSMENT,
    QualityCheck.NEAR_FIRST: Page.PLANNING,
    QualityCheck.NEEDS_RATED: Page.ASSESSMENT,
    QualityCheck.NEEDS_ANSWERED: Page.PLANNING,
    QualityCheck.NEED_STILL_MET: Page.MONITORING,
    QualityCheck.CONCERN: Page.INTAKE,
    QualityCheck.WISHES: Page.ASSESSMENT,
    QualityCheck.VIEW_ASKED: Page.ASSESSMENT,
    QualityCheck.PLAN_HANDED: Page.PLANNING,
    QualityCheck.REVIEWED_TOGETHER: Page.MONITORING,
    QualityCheck.CLIENT_EVALUATED: Page.EVALUATION,
    QualityCheck.DECIDED: Page.INTAKE,
    QualityCheck.INDICATED: Page.INTAKE,
    QualityCheck.DATA_CONSENT: Page.CONSENTS,
    QualityCheck.DECLARATIONS_CURRENT: Page.CONSENTS,
    QualityCheck.DECLARATIONS_ENDED: Page.CONSENTS,
    QualityCheck.EXCHANGES_NOTED: Page.RECORD,
    QualityCheck.WITHDRAWALS_TOLD: Page.CONSENTS,
    QualityCheck.RECORD_CURRENT: Page.RECORD,
    QualityCheck.RETENTION: Page.EVALUATION,
    QualityCheck.SCOPE: Page.OVERVIEW,
    QualityCheck.HOURS_KEPT: Page.ACCOUNTS,
}
_NOT_SHOWN_THERE = (QualityCheck.NEEDS_ANSWERED, QualityCheck.WITHDRAWALS_TOLD)
"""Their pages list all that is open by themselves."""
MOST_NAMES = 4


def place_of(session: Session, line: QualityLine, case_id: CaseId) -> Place:
    """Return where something that is missing is mended."""
    subject = next(iter(line.look.subject_ids), "")
    if line.check is QualityCheck.SCOPE:
        mandates = session.mandates.of(case_id=case_id)
        subject = mandates[-1].id if mandates else ""
    if line.check in _NOT_SHOWN_THERE:
        subject = ""
    page = _PAGES[line.check]
    return Place(page=page, case_id=case_id, subject_id=subject)


def sentence(session: Session, line: QualityLine, case_id: CaseId) -> str:
    """Say what is missing, and which records are meant."""
    said = _(MISSING[line.check]).format(count=len(line.look.subject_ids))
    names = names_of(session, line, case_id)
    shown = names[:MOST_NAMES]
    if len(names) > MOST_NAMES:
        shown.append(_("{count} more").format(count=len(names) - MOST_NAMES))
    return f"{said} {'; '.join(shown)}" if shown else said


def names_of(session: Session, line: QualityLine, case_id: CaseId) -> list[str]:
    """Name the records that lack something."""
    ids = line.look.subject_ids
    naming: dict[QualityCheck, Callable[[], list[str]]] = {
        QualityCheck.RISKS_KEPT: lambda: _risks(session, line),
        QualityCheck.CARRIER_NAMED: lambda: _measures(session, line),
        QualityCheck.NEAR_FIRST: lambda: _measures(session, line),
        QualityCheck.CARRIER_RELEASED: lambda: _parties(session, line, case_id),
        QualityCheck.MINUTES_ISSUED: lambda: _conferences(session, line),
        QualityCheck.GOALS_MEASURABLE: lambda: _goals(session, line),
        QualityCheck.NEEDS_RATED: lambda: _needs(session, line),
        QualityCheck.NEEDS_ANSWERED: lambda: _needs(session, line),
        QualityCheck.DECLARATIONS_CURRENT: lambda: declaration_names(session, ids),
        QualityCheck.DECLARATIONS_ENDED: lambda: declaration_names(session, ids),
        QualityCheck.WITHDRAWALS_TOLD: lambda: _notices(session, line, case_id),
    }
    named = naming.get(line.check)
    return [] if named is None else named()


def there(line: QualityLine) -> str:
    """Say what is there, and since when."""
    name = wording.label(line.check)
    if line.look.on is None:
        return name
    return _("{what}, {day}").format(what=name, day=wording.day(line.look.on))


def waived(line: QualityLine, waiver: QualityWaiver) -> str:
    """Say what does not apply, and why."""
    return _("{what} does not apply here: {reason} ({name}, {day})").format(
        what=wording.label(line.check),
        reason=waiver.reason,
        name=waiver.noted_by,
        day=wording.day(waiver.noted_on),
    )


def _risks(session: Session, line: QualityLine) -> list[str]:
    risks = session.risks.among(line.look.subject_ids).values()
    return [risk_words.title(each) for each in risks]


def _measures(session: Session, line: QualityLine) -> list[str]:
    measures = session.measures.among(line.look.subject_ids).values()
    return [measure_title(each) for each in measures]


def _goals(session: Session, line: QualityLine) -> list[str]:
    goals = session.goals.among(line.look.subject_ids).values()
    nameless = _("(without words)")
    return [each.wording or each.professional_wording or nameless for each in goals]


def _conferences(session: Session, line: QualityLine) -> list[str]:
    conferences = session.conferences.among(line.look.subject_ids).values()
    return [conference_words.title(each) for each in conferences]


def _parties(session: Session, line: QualityLine, case_id: CaseId) -> list[str]:
    names = party_names(session, case_id)
    return [name for key, name in names.items() if key in line.look.subject_ids]


def _notices(session: Session, line: QualityLine, case_id: CaseId) -> list[str]:
    names = party_names(session, case_id)
    notices = session.withdrawal_notices.among(line.look.subject_ids).values()
    return [names[each.party_id] for each in notices if each.party_id in names]


def _needs(session: Session, line: QualityLine) -> list[str]:
    from casedesk.ui.assessment.domain_names import DomainNames

    names = DomainNames(session)
    entries = session.domain_entries.among(line.look.subject_ids).values()
    return [names.of(each) for each in entries]

"""What the demo shows of reports: two that went out, one that is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.case import PartyRole
from casedesk.domain.data_category import DataCategory
from casedesk.domain.handing import TO_CLIENT, Handing, Whom
from casedesk.domain.permission import Channel
from casedesk.domain.report import ReportKind, ReportPart

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.report import Report
    from casedesk.services.session import Session

IN_TREATMENT = "Wiśniewski"
PAID_FOR = "Brunner"
CLOSED = "von Hohenwaldau-Trautenfels zu Birkenried und Oberschwanden"
SITUATION = (
    "Herr Wiśniewski kommt verlässlich zu Therapie und Belastungstraining. Nach den "
    "Testwerten nimmt die Kraft der rechten Hand zu. Er selbst sagt, ihm mache die "
    "Höhe weiterhin Angst; den nächsten Schritt möchte er erst mit der Therapeutin "
    "besprechen."
)
NEXT_STEPS = (
    "Empfohlen wird, die Physiotherapie weiterzuführen, bis die vereinbarte Gehstrecke "
    "erreicht ist. Das bewilligte Stundenkontingent reicht nach heutigem Stand aus."
)


def write_reports(session: Session, earlier: Session) -> None:
    """Issue a progress and a closing report, and leave one to a payer as a draft.

    `earlier` is the same vault on the day on which the closed case was closed.
    """
    closing = _begun(earlier, CLOSED, ReportKind.CLOSING)
    paper = earlier.report_papers.report(closing.id)
    earlier.papers.issue(paper, paper.render(), TO_CLIENT)
    progress = _begun(session, IN_TREATMENT, ReportKind.PROGRESS, PartyRole.PHYSICIAN)
    _write(session, progress, ReportPart.SITUATION, SITUATION, (DataCategory.HEALTH,))
    paper = session.report_papers.report(progress.id)
    by_letter = Handing(
        whom=Whom.PARTY, party_id=progress.party_id, channel=Channel.LETTER
    )
    session.papers.issue(paper, paper.render(), by_letter)
    draft = _begun(session, PAID_FOR, ReportKind.PAYER, PartyRole.PAYER)
    told = (DataCategory.CARE_NEEDS, DataCategory.BENEFITS)
    _write(session, draft, ReportPart.OUTLOOK, NEXT_STEPS, told)


def _begun(
    session: Session, family_name: str, kind: ReportKind, role: PartyRole | None = None
) -> Report:
    """Begin a report to the first of a case with a role; without one to the client."""
    case_id = _case_of(session, family_name)
    asked = [e.id for e in session.parties.of(case_id=case_id) if role in e.roles]
    return session.reporting.begin(
        case_id,
        kind,
        asked[0] if asked else None,
        session.reporting.period(case_id, kind),
    )


def _case_of(session: Session, family_name: str) -> CaseId:
    clients = session.clients.all()
    [client] = [each for each in clients if each.family_name == family_name]
    return session.cases.of_client(client.id)[-1].id


def _write(
    session: Session,
    report: Report,
    part: ReportPart,
    text: str,
    told: tuple[CategoryId, ...],
) -> None:
    section = session.reporting.shown(report.id).section(part)
    session.report_sections.change(section.id, text=text, categories=told)

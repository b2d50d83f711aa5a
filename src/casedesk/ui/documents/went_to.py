"""For whom each document of a case left the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui import wording
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.document import DocumentId
    from casedesk.services.session import Session


def went_to(session: Session, case_id: CaseId) -> dict[DocumentId, str]:
    """Say who got each document; what went without consent is marked."""
    found: dict[DocumentId, dict[str, None]] = {}
    for handover in session.disclosures.handovers(case_id):
        words = wording.label(handover.whom)
        found.setdefault(handover.document_id, {})[words] = None
    for line in reversed(session.disclosure_log.of(case_id=case_id)):
        if line.document_id is not None:
            mark = _("§ without the client's consent")
            by_law = f" ({mark})" if line.is_without_consent else ""
            found.setdefault(line.document_id, {})[line.recipient + by_law] = None
    return {document: "\n".join(names) for document, names in found.items()}

"""A signature drawn on the screen: a simple electronic one, and labelled as that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import datetime

    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import ConsentId
    from casedesk.domain.document import DocumentId
    from casedesk.domain.signing import SignerRole

DrawnSignatureId = NewType("DrawnSignatureId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnSignature:
    """The strokes of one who signed, and the paper that was shown. It never changes.

    `strokes` is JSON: a list of strokes, each a list of points `[x, y]` in thousandths
    of the height of the field, from its upper left corner.
    """

    id: DrawnSignatureId
    case_id: CaseId
    consent_id: ConsentId
    role: SignerRole
    name: str
    drawn_at: datetime
    strokes: str
    document_id: DocumentId | None = None
    sha256: str = ""

"""What stands on a client's emergency sheet beside what the case knows already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId

EmergencyNoteId = NewType("EmergencyNoteId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyNote:
    """The words of the sheet; health stands on it only as the client has agreed."""

    id: EmergencyNoteId
    case_id: CaseId
    diagnoses: str = ""
    """As they were reported; nobody here has made them."""
    reported_by: str = ""
    diagnoses_agreed_on: date | None = None
    """When the client agreed that diagnoses and medication stand on the sheet."""
    medication: str = ""
    helps: str = ""
    avoid: str = ""
    papers_at: str = ""
    further: str = ""

    @property
    def shows_health(self) -> bool:
        """Whether diagnoses and medication may be printed."""
        return self.diagnoses_agreed_on is not None

    @property
    def has_health(self) -> bool:
        """Whether there is something that only the client's agreement lets print."""
        return bool(self.diagnoses.strip() or self.medication.strip())

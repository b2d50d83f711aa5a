"""Addenda: what is added to an entry of the record after it was locked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import datetime

    from casedesk.domain.case import CaseId
    from casedesk.domain.document import DocumentId
    from casedesk.domain.entry import EntryId

AddendumId = NewType("AddendumId", str)
EntryPrintId = NewType("EntryPrintId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """A correction or supplement beneath an entry: when, why, and what."""

    id: AddendumId
    case_id: CaseId
    entry_id: EntryId
    written_at: datetime
    reason: str = ""
    text: str = ""
    neutral_text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed into it yet."""
        return not any(map(str.strip, (self.reason, self.text, self.neutral_text)))


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPrint:
    """That an entry, with its addenda, stands on a paper that was issued."""

    id: EntryPrintId
    case_id: CaseId
    entry_id: EntryId
    document_id: DocumentId

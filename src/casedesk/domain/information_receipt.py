"""The receipt of an information sheet: when, in which version and language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.practice import PaperLanguage

InformationReceiptId = NewType("InformationReceiptId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationReceipt:
    """That the client has received the information sheet; it is no consent."""

    id: InformationReceiptId
    case_id: CaseId
    received_on: date | None = None
    language: PaperLanguage | None = None
    version: str = ""
    note: str = ""

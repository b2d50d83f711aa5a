"""Issued documents: frozen with their hash, number and version."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

if TYPE_CHECKING:
    from datetime import datetime

    from casedesk.domain.case import CaseId
    from casedesk.domain.practice import Language

DocumentId = NewType("DocumentId", str)


class DocumentKind(StrEnum):
    """Which paper it is."""

    CONSENT_SET = "consent_set"
    CARE_PLAN = "care_plan"
    CARE_PLAN_CLIENT = "care_plan_client"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A paper as it was given out. It never changes; a correction is a new version."""

    id: DocumentId
    case_id: CaseId
    kind: DocumentKind
    number: str
    version: int
    language: Language
    template_version: str
    issued_at: datetime
    sha256: str
    size_bytes: int

    @property
    def short_code(self) -> str:
        """The code on every page by which a signed copy finds its way back."""
        return short_code(self.id)

    @property
    def file_name(self) -> str:
        """A file name that names no person."""
        kind = self.kind.replace("_", "-")
        return f"CD-{self.number}-{kind}-v{self.version}.pdf"


def short_code(document_id: DocumentId) -> str:
    """Return the eight signs that stand on every page of a document."""
    return document_id.replace("-", "")[-8:].upper()

"""Papers: prepared from the vault, rendered elsewhere, filed when they are given out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.domain.case import CaseId
    from casedesk.domain.document import DocumentId, DocumentKind
    from casedesk.domain.practice import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper as it would be issued now. `render` is slow and touches no vault."""

    document_id: DocumentId
    case_id: CaseId
    kind: DocumentKind
    number: str
    version: int
    language: Language
    template_version: str
    title: str
    render: Callable[[], bytes]

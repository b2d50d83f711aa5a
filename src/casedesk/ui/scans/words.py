"""The words about paper that comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.document import DocumentKind
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum

    from casedesk.domain.document import Document
    from casedesk.domain.received import ReceivedDocument, ReceivedPage
    from casedesk.services.session import Session
    from casedesk.services.signed_papers import Question


def title_of(received: ReceivedDocument, session: Session) -> str:
    """Name what came back: the declaration or plan, or the title that was given."""
    if received.title:
        return received.title
    if received.consent_id is not None:
        consent = session.consents.find(received.consent_id)
        if consent is not None:
            return wording.label(consent.kind)
    if received.document_id is None:
        return _("Received paper")
    kind = session.documents.document(received.document_id).kind
    if kind is DocumentKind.CONSENT_SET and received.part_id is not None:
        return _("Information sheet")  # the one part that is no declaration
    return wording.label(kind)


def title_of_question(question: Question) -> str:
    """Name the paper about which something is to be said."""
    return title_of_document(question.document, question.kind)


def short_title(question: Question) -> str:
    """Name the paper in a list."""
    kind = question.document.kind if question.kind is None else question.kind
    return f"{wording.label(kind)} · {question.document.number}"


def title_of_document(document: Document, part: StrEnum | None = None) -> str:
    """Name an issued document, or a part of it, by number and version."""
    return _("{paper} · {number} · version {version}").format(
        paper=wording.label(document.kind if part is None else part),
        number=document.number,
        version=document.version,
    )


def page_count(count: int) -> str:
    """Say how many pages."""
    return ngettext("{n} page", "{n} pages", count).format(n=count)


def waiting(count: int) -> str:
    """Say how many pages wait in the tray."""
    return ngettext(
        "{n} page waits in the tray.", "{n} pages wait in the tray.", count
    ).format(n=count)


def taken(filed: int, in_tray: int, known: int) -> str:
    """Say what became of the pages of a file."""
    parts = (
        (filed, _("{n} filed")),
        (in_tray, _("{n} in the tray")),
        (known, _("{n} here before, not taken again")),
    )
    said = [words.format(n=count) for count, words in parts if count]
    return ", ".join(said) or _("no pages")


def from_folder(filed: int, in_tray: int) -> str:
    """Say what came out of the watched folder."""
    return _("Scans from the watched folder: {pages}.").format(
        pages=taken(filed, in_tray, 0)
    )


def why_waiting(page: ReceivedPage, session: Session) -> str:
    """Say why a page waits, and what its code names."""
    doubt = wording.label(page.doubt) if page.doubt is not None else ""
    document = session.scans.named(page)
    if document is None or page.named_page is None:
        return doubt
    named = _("{number}, version {version}, page {page}").format(
        number=document.number, version=document.version, page=page.named_page
    )
    return f"{doubt} ({named})"


def missing(pages: Sequence[int]) -> str:
    """Say which pages of a paper have not come back."""
    numbers = ", ".join(str(page) for page in pages)
    return ngettext(
        "Page {numbers} has not come back yet.",
        "Pages {numbers} have not come back yet.",
        len(pages),
    ).format(numbers=numbers)

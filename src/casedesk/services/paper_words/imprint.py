"""What stands on every page of a paper, and who signs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.document import short_code
from casedesk.domain.signing import SignerRole
from casedesk.pdf.blocks import Letterhead, Sheet, Signature

if TYPE_CHECKING:
    from casedesk.domain.document import DocumentId, DocumentKind
    from casedesk.domain.practice import Practice
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.signing_lines import Drawing
    from casedesk.words.catalog import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """By what a paper is told apart from all others."""

    document_id: DocumentId
    kind: DocumentKind
    number: str
    version: int

    def title(self, words: Words) -> str:
        """Name the paper without naming a person."""
        return f"{words.label(self.kind)} {self.number}"

    def edition(self, words: Words, *further: str) -> str:
        """Say number and version in one line, with what else belongs there."""
        version = words("Version {version}").format(version=self.version)
        return " · ".join((self.number, version, *further))


def sheet(imprint: Imprint, records: CaseRecords, words: Words) -> Sheet:
    """Return what all pages of the paper share."""
    return Sheet(
        title=imprint.title(words),
        letterhead=letterhead(records.practice, records.logo),
        case_number=words("Case {number}").format(number=records.case.number),
        document_number=words("Document {number}").format(number=imprint.number),
        version=words("Version {version}").format(version=imprint.version),
        short_code=short_code(imprint.document_id),
        document_id=imprint.document_id,
        page_of=words("Page {page} of {pages}"),
        language=words.language.tag,
    )


def plan_signatures(
    records: CaseRecords, words: Words, drawing: Drawing | None = None
) -> tuple[Signature, ...]:
    """Return the lines on which client, representative and case manager sign.

    With a `drawing`, they show what was drawn on the screen.
    """
    place_date = words("Place, date")
    signers: list[tuple[str, str, SignerRole | None]] = [
        (records.client.full_name, words("Client"), SignerRole.CLIENT)
    ]
    if representative := records.represented_by(words):
        role = SignerRole.REPRESENTATIVE
        signers.append((representative, words("Legal representative"), role))
    signers.append((records.practice.holder_name, words("Case manager"), None))
    return tuple(
        Signature(
            name=name,
            role=role_words,
            place_date=place_date,
            drawn=None if drawing is None else drawing.of(role, words),
        )
        for name, role_words, role in signers
    )


def letterhead(practice: Practice, logo: bytes) -> Letterhead:
    """Return who issues the paper."""
    name = practice.name or practice.holder_name
    holder = practice.holder_name if practice.name else ""
    lines = (holder, practice.qualification, practice.street)
    contact = (practice.phone, practice.email, practice.website)
    return Letterhead(
        name=name,
        address=_filled(*lines, f"{practice.postcode} {practice.town}".strip()),
        contact=_filled(*contact),
        logo=logo or None,
    )


def _filled(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line.strip())

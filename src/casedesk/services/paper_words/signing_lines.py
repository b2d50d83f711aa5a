"""Where a declaration is signed: by pen, or drawn on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.consent import Decision
from casedesk.domain.form import FormKind
from casedesk.domain.signing import Signer, SignerRole
from casedesk.pdf.blocks import Drawn, Fact, Signature
from casedesk.pdf.consent_set import Signing
from casedesk.services.paper_words.case_records import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from casedesk.domain.consent import Consent, ConsentItem, ConsentItemId
    from casedesk.domain.drawn_signature import Stroke
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.words.catalog import Words
    from casedesk.words.form_template import (
        FormTemplate,
        RecipientsTable,
        SignatureBlock,
    )

_JOINT = (Signer.JOINT, Signer.ALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What is said and drawn on the screen while a declaration is being signed."""

    said: Mapping[ConsentItemId, Decision]
    signatures: Mapping[SignerRole, tuple[Stroke, ...]]
    place: str = ""
    at: datetime | None = None

    def decision(self, item: ConsentItem, table: RecipientsTable) -> str:
        """Return what was said to a row, in the words of its table."""
        said = self.said.get(item.id, Decision.OPEN)
        return {Decision.GRANTED: table.yes, Decision.STRUCK: table.no}.get(said, "")

    def of(self, role: SignerRole | None, words: Words) -> Drawn | None:
        """Return what somebody drew, where, when, and what such a signature is."""
        strokes = self.signatures.get(role) if role else None
        if self.at is None or strokes is None:
            return None
        note = words("Simple electronic signature, drawn on the screen on {when}")
        return Drawn(
            strokes=strokes,
            place_date=one_line(self.place, words.day(self.at.astimezone().date())),
            note=note.format(when=words.moment(self.at)),
        )


def signing(
    form: FormTemplate,
    consent: Consent | None,
    records: CaseRecords,
    words: Words,
    drawing: Drawing | None,
) -> Signing:
    """Return the lines to sign on, those of two who represent jointly beside.

    Beneath the information sheet stands only the day on which it was received.
    """
    if form.kind is FormKind.INFORMATION:
        return _receipt(form, words)
    signer = Signer.CLIENT if consent is None else consent.signer
    lines = _Lines(signer, records, words, drawing)
    return Signing(
        heading=words("Signatures"),
        signatures=tuple(
            signature for block in form.signatures for signature in lines.of(block)
        ),
    )


def _receipt(form: FormTemplate, words: Words) -> Signing:
    """Return where the day of receipt is noted; such a sheet is not signed."""
    block = next(block for block in form.signatures if block.role == "client")
    return Signing(
        heading=block.heading,
        paragraphs=(block.statement,),
        facts=(Fact(label=words("Received on")),),
    )


@dataclass(frozen=True, slots=True)
class _Lines:
    """Says who signs on which line."""

    signer: Signer
    records: CaseRecords
    words: Words
    drawing: Drawing | None

    def of(self, block: SignatureBlock) -> Iterator[Signature]:
        """Yield the lines for one block of the template."""
        records = self.records
        if block.role == "client":
            yield self._line(block, records.client.full_name, SignerRole.CLIENT)
        elif block.role != "representative":
            own = records.practice.holder_name if block.role == "case_manager" else ""
            yield self._line(block, own, None)
        else:
            yield from self._of_representatives(block)

    def _of_representatives(self, block: SignatureBlock) -> Iterator[Signature]:
        names = self.records.representatives(self.words)
        if self.signer in _JOINT:
            first, second = (*names, "", "")[:2]
            yield self._line(block, first, SignerRole.REPRESENTATIVE)
            yield self._line(block, second, SignerRole.SECOND_REPRESENTATIVE)
        elif names or self.signer is not Signer.CLIENT:
            yield self._line(block, "; ".join(names), SignerRole.REPRESENTATIVE)

    def _line(
        self, block: SignatureBlock, name: str, role: SignerRole | None
    ) -> Signature:
        return Signature(
            heading=block.heading,
            statement=block.statement,
            name=name or block.name,
            role="",
            place_date=f"{block.place}, {block.date}",
            facts=tuple(Fact(label=label) for label in block.extra),
            drawn=self.drawing.of(role, self.words) if self.drawing else None,
        )

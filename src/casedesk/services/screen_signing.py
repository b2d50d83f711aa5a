"""Signing on the screen: the paper is shown, drawn on, and frozen with the strokes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.consent import Decision, check_consent
from casedesk.domain.drawn_signature import DrawnSignature, DrawnSignatureId, written
from casedesk.domain.signing import SignatureForm, SignerRole
from casedesk.services.paper_words.signing_lines import Drawing
from casedesk.services.papers import file_paper
from casedesk.services.signatures import Signing, note_signature, valid_representations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.domain.consent import Consent, ConsentId, ConsentItemId
    from casedesk.domain.document import Document
    from casedesk.domain.drawn_signature import Stroke
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.services.paper import Paper
    from casedesk.services.papers import PaperService
    from casedesk.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A paper with what was drawn on it, not signed yet."""

    paper: Paper
    drawing: Drawing


class ScreenSigningService:
    """Takes simple electronic signatures; paper signed by hand stays the rule."""

    def __init__(
        self,
        database: Database,
        announcer: Announcer,
        clock: Clock,
        papers: PaperService,
    ) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock
        self._papers = papers

    def signers(self, consent_id: ConsentId) -> dict[SignerRole, str]:
        """Return who has to sign, each with the name if it is known.

        Raises `SignedBeforeExplained` if that is not due yet.
        """
        today = self._clock.today()
        with self._database.read() as tables:
            consent = tables.consents.get(consent_id)
            check_consent(replace(consent, signed_on=today))
            case = tables.cases.get(consent.case_id)
            valid = valid_representations(tables, consent.case_id, today)
            persons = (tables.persons.find(each.person_id or "") for each in valid)
            names = [person.full_name if person else "" for person in persons]
            client = tables.clients.get(case.client_id).full_name
        first, second = (*names, "", "")[:2]
        known = {
            SignerRole.CLIENT: client,
            SignerRole.REPRESENTATIVE: first,
            SignerRole.SECOND_REPRESENTATIVE: second,
        }
        return {role: known.get(role, "") for role in consent.missing_signers()}

    def paper(
        self,
        consent_id: ConsentId,
        said: Mapping[ConsentItemId, Decision],
        like: Paper | None = None,
    ) -> Paper:
        """Prepare what is shown before anything is drawn."""
        drawing = Drawing(said=said, signatures={})
        return self._papers.consent_set(
            (consent_id,), with_information=False, drawing=drawing, like=like
        )

    def prepare(
        self,
        consent_id: ConsentId,
        shown: Paper,
        *,
        said: Mapping[ConsentItemId, Decision],
        signatures: Mapping[SignerRole, tuple[Stroke, ...]],
        place: str = "",
    ) -> Prepared:
        """Prepare the paper that was shown with the strokes on its lines.

        Raises `NothingDrawn` if one of the signatures is none.
        """
        for strokes in signatures.values():
            written(strokes)
        drawing = Drawing(
            said=said, signatures=signatures, place=place, at=self._clock.now()
        )
        paper = self._papers.consent_set(
            (consent_id,), with_information=False, drawing=drawing, like=shown
        )
        return Prepared(paper=paper, drawing=drawing)

    def sign(
        self,
        consent_id: ConsentId,
        prepared: Prepared,
        pdf: bytes,
        names: Mapping[SignerRole, str],
    ) -> tuple[Consent, Document]:
        """Note the signature and freeze the pages that show it, in one deed."""
        drawing = prepared.drawing
        at = drawing.at or self._clock.now()
        signing = Signing(
            signed_on=at.astimezone().date(),
            signed_by=tuple(drawing.signatures),
            signed_at=drawing.place,
            granted=_with(drawing.said, Decision.GRANTED),
            struck=_with(drawing.said, Decision.STRUCK),
            form=SignatureForm.ON_SCREEN,
        )
        with self._database.write("consent.sign", consent_id) as tables:
            consent = note_signature(tables, consent_id, signing)
            document = file_paper(tables, prepared.paper, pdf, self._clock)
            for role, strokes in drawing.signatures.items():
                tables.drawn_signatures.add(
                    DrawnSignature(
                        id=DrawnSignatureId(self._clock.new_id()),
                        case_id=consent.case_id,
                        consent_id=consent_id,
                        role=role,
                        name=names.get(role, ""),
                        drawn_at=at,
                        strokes=written(strokes),
                        document_id=document.id,
                        sha256=document.sha256,
                    )
                )
        for noun in ("consent", "document"):
            self._announcer.announce(noun)
        return consent, document


def _with(
    said: Mapping[ConsentItemId, Decision], decision: Decision
) -> tuple[ConsentItemId, ...]:
    return tuple(key for key, each in said.items() if each is decision)

"""A line of the log in words: short for the list, and with everything to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.consent import Direction
from casedesk.ui import wording
from casedesk.ui.consents.categories import Categories
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.disclosure import Disclosure
    from casedesk.services.session import Session


class LogWords:
    """Words the lines of the log of one case."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.categories = Categories(session)

    def basis(self, line: Disclosure) -> str:
        """Say on what it rests; what went without consent is marked."""
        if not line.is_without_consent:
            return wording.label(line.basis)
        return f"§ {wording.label(line.basis)}"

    def rests_on(self, line: Disclosure) -> str:
        """Say on what it rests, in full."""
        said = [wording.label(line.basis)]
        for item in self._session.consent_items.among(line.item_ids).values():
            consent = self._session.consents.find(item.consent_id)
            if consent is None:
                continue
            said.append(
                _("“{kind}” of {signed}, version of the form {version}").format(
                    kind=wording.label(consent.kind),
                    signed=wording.day(consent.signed_on or consent.oral_on),
                    version=consent.template_version or "–",
                )
            )
        if line.statute is not None:
            said.append(line.statute_named or wording.label(line.statute))
        return "\n".join(said)

    def facts(self, line: Disclosure) -> list[tuple[str, str]]:
        """Return every field with its words, as reference 4.4 lists them."""
        document = (
            self._session.documents.document(line.document_id)
            if line.document_id
            else None
        )
        paper = (
            _("{paper} {number}, version {version}").format(
                paper=wording.label(document.kind),
                number=document.number,
                version=document.version,
            )
            if document
            else ""
        )
        is_obtained = line.direction is Direction.OBTAIN
        told = [
            (_("Date and time"), wording.moment(line.happened_at)),
            (_("Direction"), wording.label(line.direction)),
            (_("From whom") if is_obtained else _("To whom"), line.recipient),
            (_("How they were reached"), line.contact),
            (_("Way"), wording.label(line.channel)),
            (_("Which information"), self.categories.listed(line.categories)),
            (_("What it was about"), line.content),
            (_("Document"), paper),
            (_("Hash (SHA-256)"), line.sha256),
            (_("Left out"), self.categories.listed(line.left_out)),
            (_("Purpose"), line.purpose),
            (_("On what it rests"), self.rests_on(line)),
            (_("Reason"), line.reason),
            (_("Why it was necessary"), line.necessity),
            (_("Asked for by"), line.requested_by or _("own initiative")),
            (_("By whom"), line.made_by),
        ]
        if line.is_against_wish:
            told.append((_("Mind"), _("It went against the client's wish.")))
        return [(label, words) for label, words in told if words.strip()]

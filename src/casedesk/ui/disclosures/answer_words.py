"""Whether something may go, in whole sentences: yes or no, on what ground, how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.consent import Direction
from casedesk.domain.permission import Verdict
from casedesk.ui import wording
from casedesk.ui.consents.categories import Categories
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.consent import Consent
    from casedesk.domain.permission import Answer, Finding, Permissions
    from casedesk.services.session import Session

SIGNS = {
    Verdict.ALLOWED: "✓",
    Verdict.ENDS_SOON: "✓",
    Verdict.STATUTORY: "§",
    Verdict.NOT_ALLOWED: "✗",
    Verdict.ABOVE_PROFILE: "✗",
    Verdict.WITHHELD: "✗",
}


class AnswerWords:
    """Words answers about one case; made anew where the case may have changed."""

    def __init__(self, session: Session, case_id: CaseId) -> None:
        self.permissions: Permissions = session.disclosures.permissions(case_id)
        self.names = party_names(session, case_id)
        self.categories = Categories(session)
        self._consents = {each.id: each for each in self.permissions.consents}
        self._items = {each.id: each for each in self.permissions.items}
        self._wishes = {each.id: each for each in self.permissions.withholdings}
        self._bases = {each.id: each for each in self.permissions.statutory}

    def question(
        self, party_id: PartyId, direction: Direction, finding: Finding
    ) -> str:
        """Ask in words what a cell of the matrix answers."""
        asked = {
            Direction.OBTAIN: _("May I ask {name} about “{category}” today?"),
            Direction.PASS_ON: _("May I tell {name} about “{category}” today?"),
            Direction.BOTH: _("May I talk with {name} about “{category}” today?"),
        }[direction]
        return asked.format(
            name=self.names.get(party_id, ""),
            category=self.categories.name(finding.category),
        )

    def lines(self, answer: Answer) -> str:
        """Say what holds, in one line for all that the same is said about."""
        said: dict[tuple[str, str], list[str]] = {}
        for each in answer.findings:
            key = SIGNS[each.verdict], self.reply(each)
            said.setdefault(key, []).append(self.categories.name(each.category))
        return "\n".join(
            f"{sign} {', '.join(names)}: {reply}"
            for (sign, reply), names in said.items()
        )

    def reply(self, finding: Finding) -> str:
        """Say yes or no, on what ground, and until when."""
        if finding.verdict in (Verdict.ALLOWED, Verdict.ENDS_SOON):
            return self._allowed(finding)
        if finding.verdict is Verdict.STATUTORY:
            return self._by_law(finding)
        if finding.verdict is Verdict.WITHHELD:
            said = self._withheld(finding)
            return f"{said} {_never()}" if finding.is_above_profile else said
        if finding.verdict is Verdict.ABOVE_PROFILE:
            return _("No. Somebody in this role never gets it, whatever was signed.")
        if finding.is_means_missing:
            return _("No. The release does not allow this way of telling.")
        return _("No. No release in force covers it.")

    def _allowed(self, finding: Finding) -> str:
        consent = self._consent_of(finding)
        kind = wording.label(consent.kind)
        if finding.is_oral:
            return _(
                "Yes, declared by word of mouth on {day} ({kind}). Have it signed."
            ).format(day=wording.day(consent.oral_on), kind=kind)
        signed = wording.day(consent.signed_on)
        if finding.ends_on is None:
            return _("Yes, under “{kind}” of {signed}.").format(
                kind=kind, signed=signed
            )
        until = wording.day(finding.ends_on)
        said = (
            _("Yes, under “{kind}” of {signed}, but it ends soon: on {until}.")
            if finding.verdict is Verdict.ENDS_SOON
            else _("Yes, under “{kind}” of {signed}, until {until}.")
        )
        return said.format(kind=kind, signed=signed, until=until)

    def _consent_of(self, finding: Finding) -> Consent:
        return self._consents[self._items[finding.item_ids[0]].consent_id]

    def _by_law(self, finding: Finding) -> str:
        assert finding.statutory_id is not None  # noqa: S101 - that verdict has one
        basis = self._bases[finding.statutory_id]
        rule = basis.named.strip() or wording.label(basis.statute)
        if finding.ends_on is None:
            return _("Yes, by law: {rule}.").format(rule=rule)
        until = wording.day(finding.ends_on)
        return _("Yes, by law until {until}: {rule}.").format(rule=rule, until=until)

    def _withheld(self, finding: Finding) -> str:
        assert finding.withholding_id is not None  # noqa: S101 - that verdict has one
        wish = self._wishes[finding.withholding_id]
        day, words = wording.day(wish.said_on), wish.words.strip()
        if not words:
            return _("No. Since {day} the client wants it withheld.").format(day=day)
        return _("No. Since {day} the client wants it withheld: “{words}”").format(
            day=day, words=words
        )


def _never() -> str:
    return _("Besides, somebody in this role never gets it.")

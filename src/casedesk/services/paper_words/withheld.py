"""What the client does not want passed on, as it stands on a declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.consent import WITH_RECIPIENTS
from casedesk.pdf.section import Section

if TYPE_CHECKING:
    from casedesk.domain.consent import Consent
    from casedesk.domain.withholding import Withholding
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.words.catalog import Words


def withheld(
    consent: Consent | None, records: CaseRecords, words: Words
) -> Section | None:
    """Return the section on what is not passed on, if there is such a wish.

    A wish about somebody whom the declaration does not name is left out: the paper
    may be shown to those it names.
    """
    if consent is None or consent.kind not in WITH_RECIPIENTS:
        return None
    named = {i.party_id for i in records.consent_items if i.consent_id == consent.id}
    wishes = [
        wish
        for wish in records.permissions.withholdings
        if wish.holds_on(records.today)
        and (wish.party_id is None or wish.party_id in named)
    ]
    if not wishes:
        return None
    return Section(
        heading=words("What is not passed on"),
        paragraphs=(words("This holds whatever else is agreed to in this paper."),),
        bullets=tuple(_said(wish, records, words) for wish in wishes),
    )


def _said(wish: Withholding, records: CaseRecords, words: Words) -> str:
    about = ", ".join(
        words.category(each, records.own_categories) for each in wish.categories
    )
    what = about or words("Everything")
    party = records.parties.get(wish.party_id) if wish.party_id else None
    if party is None:
        return words("{what}: to nobody").format(what=what)
    return words("{what}: not to {who}").format(what=what, who=party.name)

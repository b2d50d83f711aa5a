"""Lets a finding of the demo rest for a reason, so that this is seen as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.finding import FindingKind
from casedesk.words.catalog import Words
from casedesk.words.finding_words import FindingWords

if TYPE_CHECKING:
    from casedesk.services.session import Session

_CASE = "Wiśniewski"
_WHAT = "Arbeitsversuch"
_REASON = (
    "Die Steigerung auf 80 Prozent ist mit Arbeitgeber und Versicherung für die Woche "
    "danach abgesprochen; die schriftliche Zusage folgt."
)


def accept_some(session: Session) -> None:
    """Accept that a trial at work ends before its goal."""
    lines = session.cases.lines()
    case_id = next(line.case_id for line in lines if line.family_name == _CASE)
    checked = session.covering.check(case_id)
    words = FindingWords(
        words=Words(session.practice.get().language),
        own_domains=checked.own_domains,
        today=checked.day,
    )
    for finding in checked.coverage.findings:
        is_trial = any(piece.what.startswith(_WHAT) for piece in finding.helps)
        if is_trial and finding.kind is FindingKind.GRANT_ENDS:
            said = words.said(finding)
            session.covering.accept(case_id, finding, said=said, reason=_REASON)

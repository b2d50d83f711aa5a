"""Where a finding is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.finding import FindingKind
from casedesk.domain.help import HelpSource
from casedesk.ui.places import Page, Place

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.finding import Finding
    from casedesk.domain.help import Help


def place_of_help(piece: Help, case_id: CaseId) -> Place:
    """Return where a piece of help is kept; what waits for an answer, its letter."""
    if piece.referral_id:
        page, letter = Page.IMPLEMENTATION, piece.referral_id
        return Place(page=page, case_id=case_id, subject_id=letter)
    is_planned = piece.source is HelpSource.MEASURE
    page = Page.PLANNING if is_planned else Page.ASSESSMENT
    return Place(page=page, case_id=case_id, subject_id=piece.id)


def place_of(finding: Finding, case_id: CaseId) -> Place:
    """Return the place that mends a finding, with the record to look at."""
    if finding.grant is not None or not finding.helps:
        return _without_help(finding, case_id)
    if finding.kind is FindingKind.ONLY_OLDER_HELP:
        return Place(page=Page.PLANNING, case_id=case_id)
    # Of two, the measure is where something can be changed.
    planned = [h for h in finding.helps if h.source is HelpSource.MEASURE]
    is_pair = finding.is_duplicate
    return place_of_help(
        (planned if is_pair and planned else finding.helps)[0], case_id
    )


def _without_help(finding: Finding, case_id: CaseId) -> Place:
    if finding.grant is not None:
        is_own = finding.grant.source == HelpSource.MEASURE
        page = Page.PLANNING if is_own else Page.IMPLEMENTATION
        return Place(page=page, case_id=case_id, subject_id=finding.grant.id)
    aim = finding.aim.id if finding.aim is not None else ""
    return Place(page=Page.PLANNING, case_id=case_id, subject_id=aim)


def subject_of(finding: Finding) -> tuple[str, str]:
    """Return the noun and the id of the record that a finding is about first."""
    if finding.helps:
        return finding.helps[0].source, finding.helps[0].id
    if finding.grant is not None:
        return finding.grant.source, finding.grant.id
    if finding.aim is not None:
        return "goal", finding.aim.id
    return "domain_entry", finding.need.entry_id if finding.need else ""

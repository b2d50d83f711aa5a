"""The words of the quality check: core points, what is looked for, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.quality import CorePoint, QualityCheck

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


QUALITY_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    CorePoint: {
        CorePoint.STEERING: _("Steering of the case"),
        CorePoint.COOPERATION: _("Coordination and cooperation"),
        CorePoint.CONTRACT: _("Work under contract"),
        CorePoint.STEPS: _("Steps of the process"),
        CorePoint.RESOURCES: _("Orientation towards resources"),
        CorePoint.NEEDS: _("Orientation towards needs"),
        CorePoint.CLIENT: _("Orientation towards client and partners"),
        CorePoint.TRIAGE: _("Screening and triage"),
        CorePoint.RECORDS: _("Documentation and data protection"),
        CorePoint.PRACTICE: _("Anchoring in the practice"),
    },
    QualityCheck: {
        QualityCheck.REVIEWED: _("Reviews on time"),
        QualityCheck.RISKS_KEPT: _("Risks with reason, day of review and talk"),
        QualityCheck.CARRIER_NAMED: _("Planned services with their providers"),
        QualityCheck.CARRIER_RELEASED: _("Releases for the providers at work"),
        QualityCheck.MINUTES_ISSUED: _("Minutes of the conferences"),
        QualityCheck.COMMISSIONED: _("Commission clarified"),
        QualityCheck.AGREEMENT: _("Agreement signed by the client"),
        QualityCheck.INFORMED: _("Information before the first signature"),
        QualityCheck.ASSESSED: _("Assessment confirmed with the client"),
        QualityCheck.PLAN_AGREED: _("Plan agreed with the client"),
        QualityCheck.GOALS_MEASURABLE: _("Goals that can be measured"),
        QualityCheck.EVALUATED: _("Confirmed evaluation"),
        QualityCheck.CLOSED_IN_ORDER: _("Closing with reason, talk and after-care"),
        QualityCheck.RESOURCES_NOTED: _("Resources in the assessment"),
        QualityCheck.NEAR_FIRST: _("Close network looked at before providers"),
        QualityCheck.NEEDS_RATED: _("Needs rated"),
        QualityCheck.NEEDS_ANSWERED: _("Needs answered in the plan"),
        QualityCheck.NEED_STILL_MET: _("Fit of the plan looked at in the review"),
        QualityCheck.CONCERN: _("Client's concern in own words"),
        QualityCheck.WISHES: _("Wishes of the client"),
        QualityCheck.VIEW_ASKED: _("Client's view of the assessment"),
        QualityCheck.PLAN_HANDED: _("Plan given to the client"),
        QualityCheck.REVIEWED_TOGETHER: _("Client's view in the review"),
        QualityCheck.CLIENT_EVALUATED: _("Client's view of the work"),
        QualityCheck.DECIDED: _("Decision to take the case on"),
        QualityCheck.INDICATED: _("Reasons why case management is indicated"),
        QualityCheck.DATA_CONSENT: _("Consent or release of the client"),
        QualityCheck.DECLARATIONS_CURRENT: _("Declarations in force and complete"),
        QualityCheck.DECLARATIONS_ENDED: _("Declarations ended with the case"),
        QualityCheck.EXCHANGES_NOTED: _("Contacts with what was exchanged"),
        QualityCheck.WITHDRAWALS_TOLD: _("Recipients told of withdrawals"),
        QualityCheck.RECORD_CURRENT: _("Record kept currently"),
        QualityCheck.RETENTION: _("Time for which the file is kept"),
        QualityCheck.SCOPE: _("Agreed hours, cost or time"),
        QualityCheck.HOURS_KEPT: _("Hours within what was approved"),
    },
}

MISSING: dict[QualityCheck, str] = {
    QualityCheck.REVIEWED: _("A review was not held when it was due."),
    QualityCheck.RISKS_KEPT: _(
        "A risk lacks its reason, a day of review that lies ahead, or whether the "
        "client was told:"
    ),
    QualityCheck.CARRIER_NAMED: _("It is not said which provider does this:"),
    QualityCheck.CARRIER_RELEASED: _(
        "A measure runs, but no release in force covers its provider:"
    ),
    QualityCheck.MINUTES_ISSUED: _(
        "Two weeks after the conference its minutes have not gone out:"
    ),
    QualityCheck.COMMISSIONED: _("Nothing says what was commissioned."),
    QualityCheck.AGREEMENT: _(
        "The client has not signed the agreement: rights and duties do not stand in "
        "writing."
    ),
    QualityCheck.INFORMED: _(
        "Nothing says that the client was informed before the first signature."
    ),
    QualityCheck.ASSESSED: _("The assessment was not confirmed with the client."),
    QualityCheck.PLAN_AGREED: _(
        "Help has begun, but no version of the plan was agreed with the client."
    ),
    QualityCheck.GOALS_MEASURABLE: _(
        "Nothing says by what it is seen that a goal is reached:"
    ),
    QualityCheck.EVALUATED: _("There is no confirmed evaluation of this round."),
    QualityCheck.CLOSED_IN_ORDER: _(
        "Reason, closing talk or after-care are not noted."
    ),
    QualityCheck.RESOURCES_NOTED: _(
        "The assessment names no strengths and no resources."
    ),
    QualityCheck.NEAR_FIRST: _(
        "A provider was chosen, and nothing says what the close network can do:"
    ),
    QualityCheck.NEEDS_RATED: _("A need was written down but not rated:"),
    QualityCheck.NEEDS_ANSWERED: _(
        "A need has no measure that goes on, and nothing says why it needs none:"
    ),
    QualityCheck.NEED_STILL_MET: _(
        "The last review does not say whether the plan still meets the need."
    ),
    QualityCheck.CONCERN: _("The client's own concern is not written down."),
    QualityCheck.WISHES: _("The assessment does not name the client's wishes."),
    QualityCheck.VIEW_ASKED: _(
        "The assessment was confirmed without asking the client about it."
    ),
    QualityCheck.PLAN_HANDED: _("The client has not got the agreed plan on paper."),
    QualityCheck.REVIEWED_TOGETHER: _(
        "The last review says nothing about the client's view."
    ),
    QualityCheck.CLIENT_EVALUATED: _("The client's view of the work is missing."),
    QualityCheck.DECIDED: _(
        "The work goes on, but it is not noted when the case was taken on, or why not."
    ),
    QualityCheck.INDICATED: _("Nothing says why case management is indicated."),
    QualityCheck.DATA_CONSENT: _(
        "Neither a consent under data protection law nor a release was given."
    ),
    QualityCheck.DECLARATIONS_CURRENT: _(
        "A declaration has run out or lacks a signature:"
    ),
    QualityCheck.DECLARATIONS_ENDED: _(
        "The case is closed, but a declaration goes on:"
    ),
    QualityCheck.EXCHANGES_NOTED: _(
        "Contacts that do not say what was exchanged: {count}"
    ),
    QualityCheck.WITHDRAWALS_TOLD: _("Not told of a withdrawal yet:"),
    QualityCheck.RECORD_CURRENT: _(
        "Nothing was written in the record for longer than the rhythm of the reviews."
    ),
    QualityCheck.RETENTION: _("Nothing says until when the file is kept."),
    QualityCheck.SCOPE: _("Neither hours, cost nor an end of the mandate are noted."),
    QualityCheck.HOURS_KEPT: _("More hours were used than approved."),
}
"""What is said where something is missing; a colon waits for what is meant."""

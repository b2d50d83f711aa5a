"""The words for the choices around the closing of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.binned import EraseGround
from casedesk.domain.closure import ClosingPoint, ClosingReason, FollowUp
from casedesk.domain.retention import RetentionRule

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


CLOSING_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    EraseGround: {
        EraseGround.CLIENT_ASKED: _("The client asks for it, and no duty is against"),
        EraseGround.NOT_NEEDED: _("It is not needed any more, and no duty asks for it"),
        EraseGround.RULE_WRONG: _("The rule that was noted does not apply"),
        EraseGround.BY_MISTAKE: _("It was entered by mistake"),
        EraseGround.KEPT_ELSEWHERE: _("The file is kept elsewhere"),
    },
    ClosingReason: {
        ClosingReason.GOALS_REACHED: _("Goals reached"),
        ClosingReason.GOALS_PARTLY: _("Goals reached in part"),
        ClosingReason.NEED_GONE: _("No need any more"),
        ClosingReason.CLIENT_ENDED: _("Ended by the client"),
        ClosingReason.PAYER_ENDED: _("Ended by the payer, or the ceiling is reached"),
        ClosingReason.HANDED_OVER: _("Handed over to another service"),
        ClosingReason.MOVED: _("Moved away"),
        ClosingReason.INSTITUTION: _("Moved into a home or clinic"),
        ClosingReason.DECEASED: _("Deceased"),
        ClosingReason.CONTACT_LOST: _("Contact lost"),
        ClosingReason.NOT_INDICATED: _("Not indicated after clarification"),
        ClosingReason.CONFLICT_OF_INTEREST: _("Conflict of interest"),
        ClosingReason.OTHER: _("Another reason"),
    },
    FollowUp: {
        FollowUp.NONE: _("no contact"),
        FollowUp.THREE_MONTHS: _("after three months"),
        FollowUp.SIX_MONTHS: _("after six months"),
        FollowUp.TWELVE_MONTHS: _("after twelve months"),
    },
    ClosingPoint: {
        ClosingPoint.NO_REASON: _("Say why the case is closed."),
        ClosingPoint.NO_TALK: _(
            "Say when the closing talk was, or why there was none."
        ),
        ClosingPoint.NO_AFTERCARE: _("Say who coordinates from now on."),
        ClosingPoint.NO_FOLLOW_UP: _("Say whether you ask once more how it goes."),
        ClosingPoint.NO_RETENTION: _("Say by which rule the file is kept."),
        ClosingPoint.NO_EVALUATION: _("There is no confirmed evaluation."),
        ClosingPoint.OPEN_REVIEW: _("A review is not confirmed:"),
        ClosingPoint.OPEN_TASK: _("Open tasks:"),
        ClosingPoint.ENDLESS_MEASURE: _("Measures without an end:"),
        ClosingPoint.UNSIGNED: _("Not signed:"),
        ClosingPoint.DECLARATION_IN_FORCE: _("Still in force:"),
        ClosingPoint.NOBODY_TOLD: _("Say who was told of their end:"),
        ClosingPoint.ORIGINAL_OUT: _("Originals not given back:"),
        ClosingPoint.OPEN_RISK: _("Risks that are not over:"),
        ClosingPoint.UNBILLED: _("There is time that was not billed yet."),
        ClosingPoint.OPEN_CLAIM: _("Applications that are not settled:"),
        ClosingPoint.OPEN_REFERRAL: _("Referrals and inquiries that are open:"),
        ClosingPoint.OPEN_APPROVAL: _("Cost approvals that are not settled:"),
        ClosingPoint.OPEN_CONFERENCE: _(
            "Conferences to come, or without issued minutes:"
        ),
    },
    RetentionRule: {
        RetentionRule.DE_TREATMENT: _(
            "Treatment record, from the end of the treatment (§ 630f (3) BGB)"
        ),
        RetentionRule.DE_NO_STATUTE: _(
            "Case file without a statute of its own, from the end of the year"
        ),
        RetentionRule.DE_YOUTH: _(
            "Youth welfare, from the 30th birthday (§ 9b (2) SGB VIII)"
        ),
        RetentionRule.CH_CONTRACT: _(
            "Claims from the contract, from the closing (Art. 127 OR)"
        ),
        RetentionRule.CH_INJURY: _(
            "Claims for personal injury, from the closing (limitation law since 2020)"
        ),
        RetentionRule.CH_PHYSICIAN: _(
            "Patient record of physicians, from the last entry (FMH)"
        ),
        RetentionRule.CH_HEALTH: _(
            "Record of nurses and therapists, from the end of the treatment (cantonal "
            "health law)"
        ),
        RetentionRule.AT_NURSING: _(
            "Nursing documentation, from the last entry (§ 5 GuKG)"
        ),
        RetentionRule.AT_NO_STATUTE: _(
            "Case file without a statute of its own, from the closing (ABGB)"
        ),
    },
}

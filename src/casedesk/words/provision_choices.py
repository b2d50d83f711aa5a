"""The words for the choices around providers, referrals, applications and costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.claim import ClaimState, ClaimStep, Outcome
from casedesk.domain.cost_approval import CostApprovalState
from casedesk.domain.deadline import DayOff, PeriodUnit
from casedesk.domain.practice import AddressWindow
from casedesk.domain.provider import Accessibility, Service
from casedesk.domain.referral import ReferralKind, ReferralState, ReferralStep

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


PROVISION_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    Service: {
        Service.HOME_NURSING: _("Nursing at home"),
        Service.HOME_HELP: _("Help in the household"),
        Service.MEALS: _("Meals brought home"),
        Service.TRANSPORT: _("Transport and company on the way"),
        Service.DAY_CARE: _("Day or night care"),
        Service.SHORT_TERM_CARE: _("Short-term care"),
        Service.RESIDENTIAL_CARE: _("Residential care"),
        Service.RELIEF: _("Relief for relatives"),
        Service.REHABILITATION: _("Medical rehabilitation"),
        Service.THERAPY: _("Physical, occupational or speech therapy"),
        Service.PSYCHIATRY: _("Psychiatry and psychotherapy"),
        Service.ADDICTION_HELP: _("Help with addiction"),
        Service.PALLIATIVE_CARE: _("Palliative and hospice care"),
        Service.COUNSELLING: _("Social counselling"),
        Service.DEBT_COUNSELLING: _("Debt counselling"),
        Service.LEGAL_ADVICE: _("Legal advice"),
        Service.HOUSING: _("Housing and help with housing"),
        Service.WORK: _("Work and return to work"),
        Service.EDUCATION: _("School and training"),
        Service.CHILD_AND_FAMILY: _("Help for children and families"),
        Service.AIDS: _("Aids and alterations of the home"),
        Service.INTERPRETING: _("Interpreting"),
        Service.VOLUNTEERS: _("Volunteers and visits"),
        Service.SELF_HELP: _("Self-help"),
        Service.EMERGENCY: _("Crisis and emergency"),
    },
    Accessibility: {
        Accessibility.WHEELCHAIR: _("for wheelchairs"),
        Accessibility.LIFT: _("with a lift"),
        Accessibility.HOME_VISITS: _("comes home"),
        Accessibility.VIDEO: _("by video or telephone"),
        Accessibility.SIGN_LANGUAGE: _("sign language"),
        Accessibility.PLAIN_LANGUAGE: _("plain language"),
        Accessibility.INTERPRETER: _("with interpreters"),
        Accessibility.PUBLIC_TRANSPORT: _("near bus or train"),
        Accessibility.WOMEN_ONLY: _("for women only"),
        Accessibility.FREE_OF_CHARGE: _("free of charge"),
    },
    ReferralKind: {
        ReferralKind.REFERRAL: _("Referral"),
        ReferralKind.INQUIRY: _("Inquiry"),
    },
    ReferralState: {
        ReferralState.DRAFT: _("not sent yet"),
        ReferralState.SENT: _("sent"),
        ReferralState.ACCEPTED: _("accepted"),
        ReferralState.WAITING: _("waiting for a place"),
        ReferralState.RUNNING: _("running"),
        ReferralState.DECLINED: _("declined"),
        ReferralState.ENDED: _("ended"),
    },
    ReferralStep: {
        ReferralStep.SEND: _("send the letter"),
        ReferralStep.ANSWER: _("answer awaited"),
        ReferralStep.APPOINTMENT: _("appointment"),
        ReferralStep.ARRANGE: _("arrange a beginning"),
        ReferralStep.BEGIN: _("note the beginning"),
        ReferralStep.REPLACE: _("look for somebody else"),
        ReferralStep.NOTHING: _("nothing to do"),
    },
    Outcome: {
        Outcome.GRANTED: _("granted"),
        Outcome.PARTLY: _("granted in part"),
        Outcome.REFUSED: _("refused"),
    },
    ClaimState: {
        ClaimState.DRAFT: _("not submitted yet"),
        ClaimState.SUBMITTED: _("submitted"),
        ClaimState.GRANTED: _("granted"),
        ClaimState.PARTLY: _("granted in part"),
        ClaimState.REFUSED: _("refused"),
        ClaimState.APPEALED: _("objection filed"),
    },
    ClaimStep: {
        ClaimStep.SUBMIT: _("submit it"),
        ClaimStep.HAND_IN: _("hand in what is missing"),
        ClaimStep.DECISION: _("decision awaited"),
        ClaimStep.SET_DEADLINE: _("note until when one can object"),
        ClaimStep.OBJECT: _("decide whether to object"),
        ClaimStep.APPEAL_DECISION: _("decision on the objection awaited"),
        ClaimStep.NOTHING: _("nothing to do"),
    },
    CostApprovalState: {
        CostApprovalState.COMING: _("has not begun"),
        CostApprovalState.RUNNING: _("running"),
        CostApprovalState.ENDS_SOON: _("ends soon"),
        CostApprovalState.ENDED: _("has ended"),
    },
    PeriodUnit: {
        PeriodUnit.DAYS: _("days"),
        PeriodUnit.WORKING_DAYS: _("working days"),
        PeriodUnit.WEEKS: _("weeks"),
        PeriodUnit.MONTHS: _("months"),
    },
    DayOff: {
        DayOff.SATURDAY: _("Saturday"),
        DayOff.SUNDAY: _("Sunday"),
        DayOff.HOLIDAY: _("public holiday"),
    },
    AddressWindow: {
        AddressWindow.DIN_B: _("left, as in DIN 5008 (form B)"),
        AddressWindow.SWISS_LEFT: _("left, Swiss envelopes"),
        AddressWindow.SWISS_RIGHT: _("right, Swiss envelopes"),
    },
}

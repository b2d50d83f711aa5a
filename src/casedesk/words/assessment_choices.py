"""The words for the choices of assessments, benefits and services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.assessment import (
    AssessmentKind,
    NeedLevel,
    Priority,
    Source,
    Stance,
    StatementKind,
)
from casedesk.domain.assessment_change import ChangeState
from casedesk.domain.benefit import Application, BenefitKind, Per
from casedesk.domain.life_domain import LifeDomain

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


ASSESSMENT_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    LifeDomain: {
        LifeDomain.PHYSICAL_HEALTH: _("Physical health"),
        LifeDomain.MENTAL_HEALTH: _("Mental health and cognition"),
        LifeDomain.ADDICTION: _("Addiction and consumption"),
        LifeDomain.LEARNING: _("Learning, communication, language"),
        LifeDomain.MOBILITY: _("Mobility"),
        LifeDomain.SELF_CARE: _("Self-care and nursing"),
        LifeDomain.HOUSING: _("Housing and household"),
        LifeDomain.FAMILY: _("Family and relationships"),
        LifeDomain.SOCIAL_NETWORK: _("Social network, leisure, faith"),
        LifeDomain.WORK: _("Work, education, daily structure"),
        LifeDomain.FINANCES: _("Finances and debts"),
        LifeDomain.BENEFITS: _("Insurance, benefits, law"),
        LifeDomain.SAFETY: _("Safety and protection"),
        LifeDomain.STRENGTHS: _("Strengths and coping"),
        LifeDomain.WISHES: _("Wishes, values, meaning"),
        LifeDomain.SUPPORT_SYSTEM: _("Support system"),
    },
    NeedLevel: {
        NeedLevel.NONE: _("no need"),
        NeedLevel.WATCH: _("watch"),
        NeedLevel.SOON: _("act soon"),
        NeedLevel.AT_ONCE: _("act at once"),
    },
    AssessmentKind: {
        AssessmentKind.INITIAL: _("Initial assessment"),
        AssessmentKind.REVIEW: _("Review"),
        AssessmentKind.RE_ASSESSMENT: _("Re-assessment"),
        AssessmentKind.CLOSING: _("Closing assessment"),
    },
    Stance: {
        Stance.AGREES: _("The client agrees"),
        Stance.IN_PART: _("The client agrees in part"),
        Stance.DISAGREES: _("The client does not agree"),
        Stance.NOT_ASKED: _("The client could not be asked"),
    },
    Source: {
        Source.CLIENT: _("Client"),
        Source.RELATIVES: _("Relatives"),
        Source.PROFESSIONAL: _("Professional"),
        Source.DOCUMENT: _("Written document"),
        Source.OBSERVATION: _("Own observation"),
    },
    StatementKind: {
        StatementKind.FACT: _("Fact"),
        StatementKind.STATEMENT: _("Statement"),
        StatementKind.ASSESSMENT: _("Professional judgement"),
    },
    Priority: {
        Priority.HIGH: _("high"),
        Priority.MIDDLE: _("middle"),
        Priority.LOW: _("low"),
    },
    ChangeState: {
        ChangeState.NOT_YET: _("not looked at yet"),
        ChangeState.UNCHANGED: _("unchanged"),
        ChangeState.CHANGED: _("changed since"),
        ChangeState.NEW: _("new"),
        ChangeState.EMPTY: _("nothing noted"),
    },
    BenefitKind: {
        BenefitKind.MONEY: _("Benefit in money"),
        BenefitKind.SERVICE: _("Service"),
        BenefitKind.AID: _("Aid or appliance"),
        BenefitKind.INFORMAL_HELP: _("Informal help"),
    },
    Application: {
        Application.NONE: _("no application needed"),
        Application.ASKED: _("applied for"),
        Application.GRANTED: _("granted"),
        Application.REFUSED: _("refused by the payer"),
        Application.APPEAL: _("objection lodged"),
    },
    Per: {
        Per.ONCE: _("once"),
        Per.DAY: _("a day"),
        Per.WEEK: _("a week"),
        Per.MONTH: _("a month"),
        Per.YEAR: _("a year"),
    },
}

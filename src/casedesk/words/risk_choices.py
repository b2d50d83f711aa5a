"""The words for the choices of risks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.risk import RiskGap, RiskKind, RiskWeight, Told

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


RISK_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    RiskKind: {
        RiskKind.SELF_HARM: _("Suicidality or self-harm"),
        RiskKind.HARM_TO_OTHERS: _("Danger to others"),
        RiskKind.SUFFERS_VIOLENCE: _("Suffers violence"),
        RiskKind.CHILD_WELFARE: _("Welfare of a child"),
        RiskKind.FALL: _("Fall"),
        RiskKind.NEGLECT: _("Self-neglect or lack of care"),
        RiskKind.ADDICTION: _("Addiction"),
        RiskKind.LOSS_OF_HOME: _("Loss of the home"),
        RiskKind.LOSS_OF_INCOME: _("Loss of income or insurance cover"),
        RiskKind.OVERBURDENED_RELATIVES: _("Relatives at their limit"),
        RiskKind.VISIT: _("To be known before a visit"),
        RiskKind.OTHER: _("Other risk"),
    },
    RiskWeight: {
        RiskWeight.HIGH: _("high risk"),
        RiskWeight.MEDIUM: _("medium risk"),
        RiskWeight.LOW: _("low risk"),
    },
    Told: {
        Told.TOLD: _("yes, was told"),
        Told.NOT_TOLD: _("no"),
    },
    RiskGap: {
        RiskGap.NO_REASON: _("Say why this is a risk."),
        RiskGap.NO_REVIEW: _("Say when it is looked at again."),
        RiskGap.TOLD_UNKNOWN: _("Say whether the client knows of this note."),
        RiskGap.NOT_TOLD_UNEXPLAINED: _("Say why the client was not told."),
    },
}

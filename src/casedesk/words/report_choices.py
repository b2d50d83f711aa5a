"""The words for the choices of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.report import (
    LeftOutWhy,
    ReportKind,
    ReportPart,
    ReportSource,
    ReportState,
)

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


REPORT_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    ReportKind: {
        ReportKind.PROGRESS: _("Progress report"),
        ReportKind.CLOSING: _("Closing report"),
        ReportKind.PAYER: _("Report to the payer"),
    },
    ReportPart: {
        ReportPart.OCCASION: _("Occasion and mandate"),
        ReportPart.SITUATION: _("Situation"),
        ReportPart.GOALS: _("Goals and how they went"),
        ReportPart.MEASURES: _("Measures"),
        ReportPart.EVENTS: _("What happened in the period"),
        ReportPart.COORDINATION: _("Coordination and conferences"),
        ReportPart.RISKS: _("Risks"),
        ReportPart.EVALUATION: _("Results of the evaluation"),
        ReportPart.HOURS: _("Hours and cost"),
        ReportPart.AFTERCARE: _("Closing and after-care"),
        ReportPart.OUTLOOK: _("Recommendation and next steps"),
    },
    ReportState: {
        ReportState.DRAFT: _("draft"),
        ReportState.ISSUED: _("issued, final"),
        ReportState.REPLACED: _("replaced by a later report"),
    },
    ReportSource: {
        ReportSource.MANDATE: _("mandate"),
        ReportSource.INTAKE: _("intake"),
        ReportSource.ASSESSMENT: _("assessment"),
        ReportSource.GOAL: _("goals"),
        ReportSource.MEASURE: _("measures, referrals and applications"),
        ReportSource.REVIEW: _("reviews"),
        ReportSource.CONTACT: _("contacts"),
        ReportSource.ENTRY: _("entries of the record"),
        ReportSource.CONFERENCE: _("conferences"),
        ReportSource.RISK: _("risks"),
        ReportSource.EVALUATION: _("evaluation"),
        ReportSource.TIME: _("time account"),
        ReportSource.CLOSURE: _("closing of the case"),
    },
    LeftOutWhy: {
        LeftOutWhy.NOT_ALLOWED: _("no consent covers it for this recipient"),
        LeftOutWhy.WITHHELD: _("the client does not want them to know"),
        LeftOutWhy.ABOVE_PROFILE: _("such a recipient does not need it for their task"),
        LeftOutWhy.CONFIDENTIAL: _("told in confidence, not meant for them"),
        LeftOutWhy.NOT_TOLD: _("the client has not been told of it"),
    },
}
